"""Pages of the printed source, inside the running text.

``{page}`` is a page break of the source; ``{page-start}`` names the page on which the text opens,
which is an anchor like the others but not a break. Both give a `page_milestone`, a kind of inline,
so that a builder that knows nothing of it writes the page number as text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from converters.schema.ids import IdKind, TextId, parse_id

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata
    from sphinx.writers.html5 import HTML5Translator


class page_milestone(nodes.inline):
    """The number of a page of the source; attributes `page` (str) and `opening` (bool)."""


class PageRole(SphinxRole):
    """Make a milestone of the role's text; a text that is no page number is an error."""

    def __init__(self, *, opening: bool) -> None:
        super().__init__()
        self.opening = opening

    def run(self) -> tuple[list[Node], list[system_message]]:
        """The milestone with its id, or an error at the line of the role."""
        page = self.text.strip()
        anchor = str(TextId(IdKind.PAGE, page=page))
        if not parse_id(anchor):
            message = self.inliner.reporter.error(
                f'"{page}" is not a page number', line=self.lineno
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        classes = ["page-milestone", "page-start"] if self.opening else ["page-milestone"]
        milestone = page_milestone(
            self.rawtext, page, page=page, opening=self.opening, classes=classes
        )
        # Set here: docutils would make the id of a name in lower case.
        milestone["ids"], milestone["names"] = [anchor], [anchor]
        self.set_source_info(milestone)
        self.inliner.document.note_explicit_target(milestone, milestone)
        return [milestone], []


def clear_contents(app: Sphinx, doctree: nodes.document) -> None:
    """Take page numbers, and their ids, out of the headings that Sphinx has copied for contents."""
    env = app.env
    for copies in (env.titles, env.longtitles, env.tocs):
        for milestone in list(copies[env.docname].findall(page_milestone)):
            milestone.parent.remove(milestone)


def visit_html(translator: HTML5Translator, node: page_milestone) -> None:
    """Say what the number is; a break is exported as DPUB-ARIA 1.1 `doc-pagebreak`."""
    name = f"原第{node['page']}页"
    # A span without a role may not be named by ARIA 1.2: the opening page has a title instead.
    attributes: dict[str, Any] = (
        {"title": name} if node["opening"] else {"role": "doc-pagebreak", "aria-label": name}
    )
    translator.body.append(translator.starttag(node, "span", "", **attributes))


def depart_html(translator: HTML5Translator, node: page_milestone) -> None:
    """Close the span."""
    translator.body.append("</span>")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the two roles, the node and its HTML."""
    app.add_node(page_milestone, html=(visit_html, depart_html))
    # After Sphinx's own collectors of titles and contents, which have the default of 500.
    app.connect("doctree-read", clear_contents, priority=600)
    app.add_role("page", PageRole(opening=False))
    app.add_role("page-start", PageRole(opening=True))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
