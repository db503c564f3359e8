"""The contents in the side bar, made once for all pages.

furo has Sphinx resolve the contents for each page and parses what comes of it, which for many texts
takes longer than to write the pages. Where the contents have one level, pages differ only in how
their links lead there and in which is their own.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any

from sphinx.util.osutil import relative_uri

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_ITEM = re.compile(
    r'<li class="toctree-l1(?: current)?">'
    r'<a class="(?:current )?reference internal" href="([^"]*)">'
)


class Navigation:
    """The contents of one build: links from its root, without the mark of a page."""

    def __init__(self) -> None:
        self.tree: str | None = None

    def begin(
        self,
        app: Sphinx,
        pagename: str,
        templatename: str,
        context: dict[str, Any],
        doctree: nodes.Node,
    ) -> None:
        """Before furo asks for the contents of a page."""
        if app.builder.name != "html" or pagename not in app.env.found_docs:
            return  # pages of other extensions are few, and may be linked in ways of their own
        if self.tree is None:
            found = context["toctree"](
                collapse=False, titles_only=True, maxdepth=-1, includehidden=True
            )
            self.tree = from_root(found, app.builder.get_target_uri(pagename))
        if self.tree:
            context["toctree"] = lambda **options: ""

    def finish(
        self,
        app: Sphinx,
        pagename: str,
        templatename: str,
        context: dict[str, Any],
        doctree: nodes.Node,
    ) -> None:
        """After furo."""
        if self.tree and pagename in app.env.found_docs:
            uri = app.builder.get_target_uri(pagename)
            context["furo_navigation_tree"] = on_page(self.tree, uri)


def from_root(tree: str, uri: str) -> str:
    """The contents as they are linked at `uri`, linked from the root; "" if they have levels."""
    if "toctree-l2" in tree:
        return ""

    def item(found: re.Match[str]) -> str:
        target = found[1]
        if target == "#":
            target = uri
        elif not re.match(r"\w+:", target):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), target))
        return f'<li class="toctree-l1"><a class="reference internal" href="{target}">'

    return _ITEM.sub(item, tree.replace('<ul class="current">', "<ul>"))


def on_page(tree: str, uri: str) -> str:
    """The contents as they are linked at `uri`, its own entry marked as furo marks it."""

    def item(found: re.Match[str]) -> str:
        if found[1] == uri:
            return (
                '<li class="toctree-l1 current current-page">'
                '<a class="current reference internal" href="#">'
            )
        target = found[1] if re.match(r"\w+:", found[1]) else relative_uri(uri, found[1])
        return f'<li class="toctree-l1"><a class="reference internal" href="{target}">'

    return _ITEM.sub(item, tree)


def setup(app: Sphinx) -> None:
    """Register the contents in the side bar."""
    navigation = Navigation()
    app.connect("html-page-context", navigation.begin, priority=400)
    app.connect("html-page-context", navigation.finish, priority=800)
