"""The builder: Sphinx writes the pages, everything else of the book is made here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.parsers.expat import ExpatError

from edition_front.catalogue import entry_of
from sphinx.builders.epub3 import Epub3Builder
from sphinx.errors import ExtensionError
from sphinx.util.display import progress_message

from . import cover, metadata
from .contents import Entry, page_list, reading_order, table_of_contents
from .package import Archive, Item, render
from .scan import Page, scan
from .semantics import Part, finish

if TYPE_CHECKING:
    from docutils import nodes

THEME = "scholarepub"
COVER_IMAGE = "cover.png"
COVER, TITLE, IMPRINT, NAVIGATION = "cover.xhtml", "title.xhtml", "imprint.xhtml", "nav.xhtml"
NCX, PACKAGE, CONTAINER = "toc.ncx", "content.opf", "META-INF/container.xml"
STYLE = "_static/book.css"
PREFACE = "前言"
# What docutils says to a browser of its window is nothing to a book.
VIEWPORT = re.compile(r'<meta [^>]*name="viewport"[^>]*>\n?')


class ScholarEpubBuilder(Epub3Builder):
    """Replaces Sphinx's builder of the same name and reads the same configuration.

    The book holds the documents of the project, what they show, and its own front matter; nothing
    that a site needs (search, index pages, scripts, style sheets of a theme).
    """

    name = "epub"

    def init(self) -> None:
        """Start without a general index."""
        super().init()
        self.use_index = False

    def get_theme_config(self) -> tuple[str, dict[str, str | int | bool]]:
        """The theme of this package, without options."""
        return THEME, {}

    # Pages

    def gen_indices(self) -> None:
        """A book has the documents of the project only."""

    def gen_pages_from_extensions(self) -> None:
        """Pages that extensions add to a site are no part of a book."""

    def gen_additional_pages(self) -> None:
        """Nor are those that the configuration adds to a site."""

    def add_visible_links(self, tree: nodes.document, show_urls: str = "no") -> None:
        """Addresses stand in the text where the text has them."""

    def handle_page(
        self,
        pagename: str,
        addctx: dict[str, Any],
        templatename: str = "page.html",
        *,
        outfilename: Path | None = None,
        event_arg: Any = None,
    ) -> None:
        """Write a page with all that reading systems must know of it."""
        part = self.part(pagename)
        entry = entry_of(self.env, pagename)
        heading = PREFACE if self._is_preface(pagename) else ""
        context = {
            **addctx,
            "title": heading or addctx["title"],
            "matter": part.matter,
            "book_metatags": VIEWPORT.sub("", addctx["metatags"]),
            "book_language": metadata.language_tag(self.config.epub_language),
            "book_styles": [STYLE, *(f"_static/{name}" for name, _ in self.config.epub_css_files)],
        }
        try:
            context["body"] = finish(
                addctx["body"], part, kind=entry.front.derivation if entry else "", heading=heading
            )
        except ExpatError as error:
            raise ExtensionError(
                f"{pagename}: the page is not well-formed XML, which EPUB needs ({error}); "
                "look for raw HTML with an element left open"
            ) from error
        super().handle_page(
            pagename, context, templatename, outfilename=outfilename, event_arg=event_arg
        )

    def part(self, docname: str) -> Part:
        """What a document is in the book: as configured, else by what it holds."""
        if configured := self.config.epub_parts.get(docname):
            return Part(configured)
        if docname == self.config.root_doc:
            return Part("preface")
        edition = any(entry_of(self.env, name) for name in self.env.found_docs)
        if not edition or entry_of(self.env, docname):
            return Part("chapter")
        return Part("appendix")

    # The book

    def page_path(self, docname: str) -> str:
        """Where a document lies in the book; unlike a URI it is not quoted."""
        return docname + self.out_suffix

    def handle_finish(self) -> None:
        """Write the book when all pages are known."""
        with progress_message(f"writing {self.config.epub_basename}.epub"):
            self.write_book()

    def write_book(self) -> None:
        """Put the pages on disk into an archive, with all that leads to them and describes them."""
        book = metadata.publication(self.config, self.env)
        documents = reading_order(self.env, self.config.root_doc)
        pages = [scan(self.outdir, self.page_path(name)) for name in documents]
        target = Path(self.outdir) / f"{self.config.epub_basename}.epub"
        with Archive(target, book.date) as archive:
            archive.add(CONTAINER, render("container.xml", package=PACKAGE))
            archive.add(PACKAGE, self._package(book, pages))
            for template, values in self._tables(book, documents, pages):
                archive.add(template, render(template, book=book, style=STYLE, **values))
            archive.add(COVER_IMAGE, self._cover(book, pages))
            for path in (*(page.path for page in pages), *_resources(pages)):
                archive.add(path, (self.outdir / path).read_bytes())

    def _package(self, book: metadata.Publication, pages: list[Page]) -> str:
        """The package document: description, files, order of reading."""
        image = Item(COVER_IMAGE, "cover-image")
        return render(
            PACKAGE,
            book=book,
            access=metadata.accessibility(pages),
            conformance=metadata.CONFORMANCE,
            cover=image,
            spine=[
                *(Item(COVER), Item(TITLE), Item(IMPRINT), Item(NAVIGATION, "nav")),
                *(Item(page.path, " ".join(sorted(page.properties))) for page in pages),
            ],
            others=[image, *map(Item, _resources(pages))],
        )

    def _tables(
        self, book: metadata.Publication, documents: list[str], pages: list[Page]
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """Template and values of each page that stands before the text, and of the NCX."""
        titles = {self.page_path(text.docname): text.front.title for text in book.texts}
        depth = self.config.epub_tocdepth
        tables = {
            "toc": table_of_contents(
                self.env, self.config.root_doc, self.page_path, self.label, depth
            ),
            "pages": page_list(pages, titles),
            "landmarks": list(self._landmarks(documents)),
        }
        yield COVER, {"image": COVER_IMAGE, "alternative": cover.cover_text(book)}
        yield TITLE, {}
        yield IMPRINT, {}
        yield NAVIGATION, tables
        yield NCX, tables

    def _cover(self, book: metadata.Publication, pages: list[Page]) -> bytes:
        lengths = {page.path: page.paragraphs for page in pages}
        texts = (self.page_path(text.docname) for text in book.texts)
        return cover.draw(book, [lengths[path] for path in texts])

    def label(self, docname: str) -> str:
        """A document's line in the table of contents; what is no article says so there too."""
        if self._is_preface(docname):
            return PREFACE
        title = str(self.env.titles[docname].astext())
        entry = entry_of(self.env, docname)
        return f"{title}（{entry.label}）" if entry and not entry.is_original else title

    def _is_preface(self, docname: str) -> bool:
        """Whether a document repeats the title of the book, which has a title page already."""
        title: nodes.title = self.env.titles[docname]
        return bool(docname == self.config.root_doc and title.astext() == self.config.epub_title)

    def _landmarks(self, documents: list[str]) -> Iterator[tuple[str, Entry]]:
        """Type and line of each place that a reading app offers by itself."""
        yield "cover", Entry("封面", COVER)
        yield "titlepage", Entry("书名页", TITLE)
        yield "copyright-page", Entry("版权页", IMPRINT)
        yield "toc", Entry("目录", NAVIGATION)
        names = {"bibliography": "参考文献", "index": "索引", "glossary": "词汇表"}
        parts = [(self.part(docname), docname) for docname in documents]
        body = [docname for part, docname in parts if part.matter == "bodymatter"]
        if body:
            yield "bodymatter", Entry("正文", self.page_path(body[0]))
        for part, docname in parts:
            if part.type in names:
                yield part.type, Entry(names[part.type], self.page_path(docname))


def _resources(pages: list[Page]) -> list[str]:
    """What the pages show and are styled by, each once."""
    return list(dict.fromkeys([STYLE, *(path for page in pages for path in page.resources)]))
