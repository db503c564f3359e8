"""The builder `epub`."""

from __future__ import annotations

import json
import shutil
import time
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.epub3 import Epub3Builder
from sphinx.util import logging

from . import archive, package
from .cover import draw
from .translator import EpubTranslator

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

logger = logging.getLogger(__name__)

STYLE = "_static/book.css"
COVER = "_static/cover.png"
LABELS = {"contents": "目录", "pages": "原书页码", "landmarks": "导航", "cover": "封面"}
DIVISIONS = {"bibliography": "backmatter", "about": "backmatter"}


class ScholarEpubBuilder(Epub3Builder):
    """Pages as Sphinx writes them, in a container of our own."""

    name = "epub"
    default_translator_class = EpubTranslator

    def init(self) -> None:
        super().init()
        self.use_index = False

    def get_theme_config(self) -> tuple[str, dict[str, str | int | bool]]:
        """Our own theme: nothing of a web page is in a book."""
        return "scholarepub", {}

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Tell the template the language of the book."""
        super().prepare_writing(docnames)
        self.globalcontext["epub_language"] = self.config.epub_language

    def handle_page(
        self, pagename: str, addctx: dict[str, Any], *args: Any, **options: Any
    ) -> None:
        """Tell the template which part of the book a page is."""
        front = pagename == self.config.root_doc
        addctx["epub_division"] = "frontmatter" if front else DIVISIONS.get(pagename, "bodymatter")
        super().handle_page(pagename, addctx, *args, **options)

    def copy_static_files(self) -> None:
        """The style sheet alone."""
        source = Path(__file__).parent / "theme" / "static" / "book.css"
        (self.outdir / "_static").mkdir(exist_ok=True)
        shutil.copyfile(source, self.outdir / STYLE)

    def handle_finish(self) -> None:
        """Pack the book."""
        documents = list(self._reading_order(self.config.root_doc, set()))
        images = sorted(f"{self.imagedir}/{name}" for name in self.images.values())
        pages = [f"{name}{self.out_suffix}" for name in documents]
        book = self._book(documents, pages, images)
        files: dict[str, bytes] = {
            name: (self.outdir / name).read_bytes() for name in (*pages, *images, STYLE)
        }
        lines = [*(self._title(name) for name in documents if self._edition(name)), self._imprint()]
        files |= {
            COVER: draw(
                self.config.epub_title,
                self.config.epub_description.split("。")[0],
                lines,
                self.config.epub_cover_fonts,
            ),
            "cover.xhtml": package.cover_page(book),
            "nav.xhtml": package.nav(book),
            "toc.ncx": package.ncx(book),
            "content.opf": package.opf(book),
            "META-INF/container.xml": package.container(),
        }
        archive.write(Path(self.outdir) / f"{self.config.epub_basename}.epub", files)

    def _book(self, documents: list[str], pages: list[str], images: list[str]) -> package.Book:
        config = self.config
        texts = [edition for name in documents if (edition := self._edition(name))]
        first_text = next((n for n in documents if self._edition(n)), documents[0])
        landmarks = [
            package.Landmark("toc", LABELS["contents"], "nav.xhtml#toc"),
            package.Landmark("bodymatter", "正文", first_text + self.out_suffix),
        ]
        if "bibliography" in documents:
            landmarks.append(
                package.Landmark(
                    "bibliography", self._title("bibliography"), f"bibliography{self.out_suffix}"
                )
            )
        date = config.edition_date or time.strftime("%Y-%m-%d", time.gmtime(0))
        return package.Book(
            identifier=config.epub_identifier,
            title=config.epub_title,
            language=config.epub_language,
            author=config.epub_author,
            contributors=_unique(
                a for text in texts for a in (text.get("authors") or ()) if isinstance(a, str)
            ),
            publisher=config.epub_publisher,
            rights=config.epub_copyright,
            description=config.epub_description,
            date=date,
            modified=f"{date}T00:00:00Z",
            version=config.version,
            subjects=_unique(
                (*config.epub_subjects, *(k for t in texts for k in (t.get("keywords") or ())))
            ),
            sources=tuple(source_of(text) for text in texts if text.get("pages")),
            accessibility_summary=config.epub_accessibility_summary,
            contents=self._contents(),
            pages=tuple(self._source_pages(documents)),
            landmarks=tuple(landmarks),
            spine=("cover.xhtml", pages[0], "nav.xhtml", *pages[1:]),
            files=("cover.xhtml", "nav.xhtml", STYLE, COVER, *pages, *images),
            cover=COVER,
            labels=LABELS,
        )

    def _imprint(self) -> str:
        return f"{self.config.epub_author}　第{self.config.version}版　{self.config.edition_date}"

    def _title(self, docname: str) -> str:
        return self.env.titles[docname].astext()

    def _edition(self, docname: str) -> dict[str, Any]:
        """The front matter of a text; empty for other pages."""
        found = self.env.metadata[docname].get("edition")
        return json.loads(found) if found else {}

    def _reading_order(self, docname: str, seen: set[str]) -> Iterator[str]:
        """The documents in the order of the toctrees, each once."""
        if docname in seen:
            return
        seen.add(docname)
        yield docname
        for child in self.env.toctree_includes.get(docname, ()):
            if child in self.env.found_docs:
                yield from self._reading_order(child, seen)

    def _contents(self) -> tuple[package.Entry, ...]:
        """The contents, from the toctrees of the root document, as deep as epub_tocdepth."""
        doctree = self.env.get_and_resolve_doctree(
            self.config.root_doc, self, tags=self.tags, prune_toctrees=False, includehidden=True
        )
        root = {
            "level": 1,
            "refuri": self.config.root_doc + self.out_suffix,
            "text": self._title(self.config.root_doc),
        }
        found = [root, *self.get_refnodes(doctree, [])]
        return _nested(
            [
                (n["level"], unescape(n["text"]), unescape(n["refuri"]))
                for n in found
                if n["text"] and n["level"] <= self.config.epub_tocdepth
            ]
        )

    def _source_pages(self, documents: list[str]) -> Iterator[package.SourcePage]:
        """The pages of the printed sources, in reading order."""
        for docname in documents:
            if not self._edition(docname).get("pages") and not self._edition(docname).get(
                "note_marks"
            ):
                continue
            for node in self.env.get_doctree(docname).findall(nodes.inline):
                if "page-milestone" in node["classes"]:
                    yield package.SourcePage(
                        node.astext(), f"{docname}{self.out_suffix}#{node['ids'][0]}"
                    )


def source_of(edition: dict[str, Any]) -> str:
    """The printed source of a text, in words."""
    issue = "".join(
        f"{before}{edition[name]}{after}"
        for name, before, after in (
            ("year", "", "年"),
            ("volume", "第", "卷"),
            ("issue", "第", "期"),
        )
        if edition.get(name)
    )
    journal = f"《{edition['journal']}》" if edition.get("journal") else ""
    place = f"{journal}{issue}"
    title = f"《{edition['title']}》"
    return "，".join(part for part in (title, place, f"第{edition['pages']}页") if part)


def _unique(words: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(word) for word in words))


def _nested(flat: list[tuple[int, str, str]], level: int = 1) -> tuple[package.Entry, ...]:
    entries: list[package.Entry] = []
    at = 0
    while at < len(flat):
        _, title, href = flat[at]
        end = at + 1
        while end < len(flat) and flat[end][0] > level:
            end += 1
        entries.append(package.Entry(title, href, _nested(flat[at + 1 : end], level + 1)))
        at = end
    return tuple(entries)
