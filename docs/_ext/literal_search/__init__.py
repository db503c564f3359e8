"""Full-text search for Chinese, in place of the search of Sphinx.

Sphinx cuts texts into words at the build and not the query, so that most Chinese strings are never
found, and in 9.0 its script for Chinese fails in the browser. Here the passages themselves are
searched, letter by letter.

- `extract`: from a doctree to passages.
- `normal`: the form in which texts and queries are compared.
- `words`: jieba's words, for queries without a literal hit.
- `memory`: what the next build need not find out again.
- `index`: the files that the browser loads.
- `static/passages/`: loading and normalising, the search itself, its page, the marks in a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.display import progress_message

from .extract import Kind, Passage, passages, unshown
from .index import Text, files, write
from .memory import Memory, keep, recall
from .normal import fold_table, normalise

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

HERE = Path(__file__).parent
FOLDER = "_static/passages/index"
STOCK = ("searchtools.js", "language_data.js")
LONGEST_TERM = 8
"""Headings up to this length, in characters, are taken for names or terms (集体安全条约组织).
What is longer is a phrase, whose words are in the dictionary each by itself."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the project says of a page that holds a text (event `literal-search-page`).

    `byline`: who and when, in one line; `order`: texts stand in the order of these; `terms`: names
    and key words, which are words to search for; `metadata`: name and value of what can be found
    though the page may not show it.
    """

    byline: str = ""
    order: tuple[str, str] = ("", "")
    terms: tuple[str, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()


def page_of(app: Sphinx, docname: str) -> Page | None:
    """What somebody answers of a page; None for a page that holds no text."""
    answer = app.emit_firstresult("literal-search-page", docname)
    return Page(**answer) if answer else None


class Search:
    """Collects the passages of one build and writes the index at its end."""

    def __init__(self) -> None:
        self.active = False
        self.memory = Memory()

    def begin(self, app: Sphinx) -> None:
        """Take the place of Sphinx's own search in builders that have one."""
        builder = app.builder
        if not isinstance(builder, StandaloneHTMLBuilder) or not builder.search:
            return
        self.active = True
        if app.parallel < 2:  # else pages are written, and collected, in other processes
            self.memory = recall(Path(app.doctreedir))
        builder.search = False
        # Here rather than at setup, so that EPUB does not carry the scripts of the site.
        app.config.html_static_path.append(str(HERE / "static"))
        app.add_css_file("passages/passages.css")
        app.add_js_file("passages/normalise.js", loading_method="defer")
        app.add_js_file("passages/mark.js", loading_method="defer")

    def collect(self, app: Sphinx, doctree: nodes.document, docname: str) -> None:
        """Take the passages and terms of a page (event `doctree-resolved`)."""
        if not self.active:
            return
        page = page_of(app, docname)
        found = passages(doctree, Kind.BODY if page else Kind.ABOUT)
        if page:
            found += unshown(page.metadata, "\n".join(passage.text for passage in found))
        self.memory.passages[docname] = found
        self.memory.terms[docname] = {
            *(page.terms if page else ()),
            *heading_terms(found),
            *index_terms(doctree),
        }

    def page(self, app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
        """The search page (event `html-collect-pages`)."""
        if self.active:
            yield "search", {"title": "检索"}, "search.html"

    def write(self, app: Sphinx, exception: Exception | None) -> None:
        """Write the index in place of Sphinx's own (event `build-finished`)."""
        if not self.active or exception:
            return
        for name in STOCK:
            (Path(app.outdir) / "_static" / name).unlink(missing_ok=True)
        with progress_message("writing the search index"):
            self._write(app)

    def _write(self, app: Sphinx) -> None:
        for docname in sorted(app.env.found_docs - self.memory.passages.keys()):
            # Written in another process: resolving it brings it to `collect`.
            app.env.apply_post_transforms(app.env.get_doctree(docname), docname)
        pages = {docname: page_of(app, docname) for docname in app.env.found_docs}
        docnames = sorted(pages, key=lambda docname: _order(docname, pages[docname]))
        texts = [self._text(app, docname, pages[docname] or Page()) for docname in docnames]
        strings = [passage.text for text in texts for passage in text.passages]
        words = self.memory.words_of(docnames)
        fold = fold_table(strings, words, self.memory.characters())
        parts = files(texts, {normalise(word, fold) for word in words}, fold)
        write(Path(app.outdir) / FOLDER, parts)
        keep(self.memory, Path(app.doctreedir), docnames)

    def _text(self, app: Sphinx, docname: str, page: Page) -> Text:
        found = self.memory.passages[docname]
        title = next((passage.text for passage in found if passage.kind is Kind.HEADING), docname)
        return Text(title, app.builder.get_target_uri(docname), page.byline, found)


def _order(docname: str, page: Page | None) -> tuple[bool, tuple[str, str]]:
    """The texts in their order, then all other pages."""
    return (page is None, page.order if page else ("", docname))


def heading_terms(found: Iterable[Passage]) -> Iterator[str]:
    """The headings among passages that are names or terms, which the dictionary may lack."""
    for passage in found:
        if passage.kind is Kind.HEADING and len(passage.text) <= LONGEST_TERM:
            yield passage.text


def index_terms(doctree: nodes.document) -> Iterator[str]:
    """What the general index lists for a page: names, above all."""
    for node in doctree.findall(addnodes.index):
        for entry in node["entries"]:
            yield from (part.strip() for part in entry[1].split(";"))


def add_templates(app: Sphinx, config: Config) -> None:
    """Let the templates of the search go before the theme's (event `config-inited`)."""
    config.templates_path.insert(0, str(HERE / "templates"))


def prepare(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Give the search page its scripts; the field of the side bar would be a second one there."""
    if pagename == "search":
        for name in ("engine", "page"):
            app.add_js_file(f"passages/{name}.js", loading_method="defer")
        sidebars = context.get("sidebars", [])
        context["sidebars"] = [name for name in sidebars if name != "sidebar/search.html"]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register one search for the builds of this application."""
    search = Search()
    # docname → a mapping of the fields of `Page`, or nothing
    app.add_event("literal-search-page")
    app.connect("config-inited", add_templates)
    app.connect("builder-inited", search.begin)
    app.connect("doctree-resolved", search.collect, priority=900)
    app.connect("html-collect-pages", search.page)
    app.connect("html-page-context", prepare)
    app.connect("build-finished", search.write)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
