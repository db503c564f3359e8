"""HTML, PDF and EPUB hold the same texts: same headings and paragraphs, same notes, same order.

White space is left out of account, and what each edition adds for its readers: marks of notes in
the running text, page numbers of the source, links to a place, and how to cite the text, which a
site shows in other words than a book.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup, Tag
from epub_book import Book
from pdf_structure import Node, TaggedPdf
from pypdf import PdfReader
from support import ROOT, Built

SLUGS = sorted(path.stem for path in (ROOT / "docs/texts").glob("*.md"))
ADDED = (
    ".footnote-reference, .page-milestone, .page-link, .paragraph-link, .headerlink, .colon, "
    ".text-head, button, script"
)
BLOCKS = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "dt"]
# Stands among the blocks where a reader is told how to cite the text.
CITATION = "✂"
# The heading of the notes: a book that has them at the foot of the page has none.
NOTES = "注释"
PARAGRAPH = re.compile(r"(?:p[0-9A-Za-z]*|i|e|abstract)-\d+")


@dataclass(frozen=True)
class Note:
    """Number in the edition, words, page and mark in the source."""

    number: str
    words: str
    printed: str


@dataclass(frozen=True)
class Text:
    """What an edition holds of a text."""

    blocks: list[str]
    paragraphs: list[str]
    notes: list[Note]

    @property
    def runs(self) -> list[str]:
        """The running text before the citation and after it."""
        text = "".join(block for block in self.blocks if block != NOTES)
        return [run for run in text.split(CITATION) if run]


def bare(words: str) -> str:
    """Without white space, soft hyphens and marks that join or part lines."""
    return re.sub(r"[\s\u00ad\u200b\u2060\ufeff]+", "", words)


def read_page(markup: str) -> Text:
    """A page of the site or of the EPUB."""
    soup = BeautifulSoup(markup, "html.parser")
    body = soup.find("main") or soup.find("body")
    assert isinstance(body, Tag)
    notes = [note_of(tag) for tag in body.select("[role=doc-footnote]")]
    for extra in body.select(f"[role=doc-footnote], {ADDED}"):
        extra.decompose()
    for box in body.select(".cite-this, .cite-box"):
        stand_in = soup.new_tag("p")
        stand_in.string = CITATION
        box.replace_with(stand_in)
    tags = [tag for tag in body.find_all(BLOCKS) if bare(tag.get_text())]
    return Text(
        blocks=[bare(tag.get_text()) for tag in tags],
        paragraphs=[
            bare(tag.get_text()) for tag in tags if PARAGRAPH.fullmatch(str(tag.get("id", "")))
        ],
        notes=notes,
    )


def note_of(tag: Tag) -> Note:
    label = tag.select_one(".label")
    mark = tag.select_one(".printed-mark")
    printed = mark.get_text() if mark else str(tag.get("data-printed", ""))
    assert label is not None
    number = label.get_text().strip("[] \n")
    words = "".join(paragraph.get_text() for paragraph in tag.find_all("p"))
    return Note(number, bare(words), printed)


@pytest.fixture(scope="module")
def epub(built: Built) -> Book:
    (path,) = built.epub.glob("*.epub")
    return Book(path)


@pytest.fixture(scope="module")
def book(built: Built) -> Node:
    """The structure of the PDF of the whole."""
    return TaggedPdf(PdfReader(built.pdf / "edition.pdf")).structure


@pytest.fixture(scope="module", params=SLUGS)
def slug(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def in_html(built: Built, slug: str) -> Text:
    return read_page((built.html / f"texts/{slug}.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def in_epub(epub: Book, slug: str) -> Text:
    return read_page(epub.read(f"texts/{slug}.xhtml"))


@pytest.fixture(scope="module")
def offprint(built: Built, slug: str) -> Node:
    return TaggedPdf(PdfReader(built.pdf / f"texts/{slug}.pdf")).structure


def running_text(node: Node) -> str:
    """The text of a PDF without its notes and their marks."""
    return bare(node.without("Note", "Lbl"))


def notes_of(node: Node) -> list[str]:
    return [bare(one.text) for one in node.walk() if one.kind == "Note"]


def paragraphs_of(node: Node) -> list[str]:
    return [bare(one.without("Note", "Lbl")) for one in node.walk() if one.kind == "P"]


def expected_notes(text: Text) -> list[str]:
    """As a PDF has them: number, words, printed mark."""
    return [bare(note.number + note.words + note.printed) for note in text.notes]


def in_order(wanted: list[str], found: list[str]) -> list[str]:
    """What of `wanted` is not in `found`, or not in its turn."""
    rest = iter(found)
    return [one for one in wanted if one not in rest]


def test_there_is_something_to_compare(in_html: Text) -> None:
    assert len(in_html.paragraphs) > 5
    assert sum(map(len, in_html.blocks)) > 2000


def test_html_and_epub_have_the_same_blocks(in_html: Text, in_epub: Text) -> None:
    assert in_epub.blocks == in_html.blocks


def test_html_and_epub_have_the_same_paragraphs(in_html: Text, in_epub: Text) -> None:
    assert in_epub.paragraphs == in_html.paragraphs


def test_html_and_epub_have_the_same_notes(in_html: Text, in_epub: Text) -> None:
    assert in_epub.notes == in_html.notes


def test_offprint_has_the_same_running_text(in_epub: Text, offprint: Node) -> None:
    """Every block follows upon the one before it, and nothing stands between them."""
    assert len(in_epub.runs) == 2
    assert missing(in_epub, running_text(offprint)) == []


def test_offprint_has_the_same_paragraphs(in_html: Text, offprint: Node) -> None:
    assert in_order(in_html.paragraphs, paragraphs_of(offprint)) == []


def test_offprint_has_the_same_notes(in_html: Text, offprint: Node) -> None:
    assert notes_of(offprint) == expected_notes(in_html)


def test_book_has_the_same_text(in_epub: Text, in_html: Text, book: Node) -> None:
    assert missing(in_epub, running_text(book)) == []
    assert in_order(in_html.paragraphs, paragraphs_of(book)) == []
    assert in_order(expected_notes(in_html), notes_of(book)) == []


def test_book_has_the_texts_in_the_order_of_the_epub(epub: Book, book: Node) -> None:
    text = running_text(book)
    starts = [text.index(longest(read_page(epub.read(name)))) for name in epub.texts]
    assert starts == sorted(starts)
    notes = [note for name in epub.texts for note in expected_notes(read_page(epub.read(name)))]
    assert notes_of(book) == notes


def longest(text: Text) -> str:
    return max(text.paragraphs, key=len)


def missing(text: Text, found: str) -> list[str]:
    """Runs of the text that are not in `found` as they are."""
    return [run for run in text.runs if run not in found]


def test_nothing_of_the_page_format_is_left(in_html: Text) -> None:
    """Its roles and marks are for programs; the other editions have the same words."""
    for words in (*in_html.paragraphs, *(note.words for note in in_html.notes)):
        assert not re.search(r"\{(?:page|page-start|strong|src)\}|\[\^n|\*\*|<\w+@?", words)
