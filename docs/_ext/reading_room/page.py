"""What the templates of the theme are told about a page."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from edition_front.catalogue import entry_of

from .downloads import is_site, linked_downloads

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

# Everything from this site, nothing inline. `file:` lets the pages work from a plain folder, where
# browsers do not agree that one file is of the same origin as the next.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'",
    "script-src 'self' file:",
    "style-src 'self' file:",
    "img-src 'self' file: data:",
    "font-src 'self' file:",
    "connect-src 'self' file:",
    "form-action 'self' file:",
    "base-uri 'none'",
)
# Data within a page. HTML does not count it among the scripts that a policy may block, but not all
# who check a policy know: each block is allowed by its hash.
DATA_BLOCK = re.compile(r'<script type="application/(?:ld\+)?json"[^>]*>(.*?)</script>', re.S)
# Sphinx's scripts for its search, key bindings, marking and gettext: the edition has its own or
# needs none.
UNUSED_SCRIPTS = (
    *("doctools.js", "documentation_options.js"),
    *("sphinx_highlight.js", "translations.js"),
)
# Sheets for code blocks, and for extensions that the edition does not have.
UNUSED_SHEETS = ("pygments.css", "furo-extensions.css")
# docutils repeats the theme's viewport among the metadata of the page.
VIEWPORT = re.compile(r'<meta [^>]*name="viewport"[^>]*>\n?')


def add_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.Node
) -> None:
    """Runs after furo has made its navigation tree."""
    if not is_site(app):
        return
    written = context.get("metatags", "") + context.get("body", "")
    context["content_security_policy"] = content_security_policy(written)
    context["edition"] = entry_of(app.env, pagename) if pagename in app.env.found_docs else None
    context["edition_downloads"] = linked_downloads(app.config)
    context["metatags"] = VIEWPORT.sub("", context.get("metatags", ""))
    context["script_files"] = without(context["script_files"], UNUSED_SCRIPTS)
    if 'class="highlight' not in written:
        context["css_files"] = without(context["css_files"], UNUSED_SHEETS)
    if tree := context.get("furo_navigation_tree"):
        context["furo_navigation_tree"] = mended_navigation(tree)


def without(assets: list[Any], names: tuple[str, ...]) -> list[Any]:
    """The sheets or scripts whose file is not one of `names`."""
    return [asset for asset in assets if not str(getattr(asset, "filename", asset)).endswith(names)]


def content_security_policy(written: str) -> str:
    """The policy of a page; `written` is what of it is not made by the templates."""
    digests = (sha256(block.encode()).digest() for block in DATA_BLOCK.findall(written))
    hashes = [f" 'sha256-{b64encode(digest).decode()}'" for digest in digests]
    return "; ".join(CONTENT_SECURITY_POLICY).replace(
        "script-src 'self' file:", f"script-src 'self' file:{''.join(hashes)}"
    )


def mended_navigation(tree: str) -> str:
    """furo's tree with Chinese names and complete roles."""
    for theirs, ours in (
        ("Toggle navigation of ", "展开或收起："),
        ('role="heading"', 'role="heading" aria-level="2"'),
        (' href="#">', ' aria-current="page" href="#">'),
    ):
        tree = tree.replace(theirs, ours)
    return tree


def add_scripts(app: Sphinx) -> None:
    """Added here rather than in conf.py, so that EPUB does not carry the site's scripts."""
    if is_site(app):
        app.add_js_file("reading-room/notes.js", loading_method="defer")
        app.add_js_file("reading-room/frame.js", loading_method="defer")
        app.add_js_file("reading-room/place.js", loading_method="defer")


def write_nojekyll(app: Sphinx, exception: Exception | None) -> None:
    """GitHub Pages drops folders that begin with an underscore unless this file is there."""
    if exception is None and is_site(app):
        (app.outdir / ".nojekyll").touch()


def setup(app: Sphinx) -> None:
    """Register what every page of the site is given."""
    app.connect("builder-inited", add_scripts)
    app.connect("html-page-context", add_page_context, priority=900)
    app.connect("build-finished", write_nojekyll)
