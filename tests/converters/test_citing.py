"""Citations of a document: what is searched for works, and what is not."""

from dataclasses import replace

from converters.citations import Library
from converters.citing import cite
from converters.model import Cited, Document, Heading, Note, Paragraph, Piece, Span, Table, Text
from converters.record import NamedWork, Record

TITLE = "《国家安全构想》"


def text(string: str) -> Text:
    return Text((Piece(string, Span(0, len(string))),))


RECORD = Record("t.toml", "00", "t")
DOCUMENT = Document(
    body=(
        Heading(text(f"一、{TITLE}"), 1, id="s-1"),
        Paragraph(text(f"蒙古国1994年通过{TITLE}。"), "p-1"),
        Table(text(TITLE), "t-1"),
    ),
    endmatter=(Paragraph(text(f"附：{TITLE}全文。"), "e-1"),),
)


def test_paragraphs_are_searched_and_headings_and_tables_are_not() -> None:
    document, cited = cite(DOCUMENT, RECORD, Library())
    assert [link.where for link in cited.citations] == ["p-1", "e-1"]
    marked = [block for block in (*document.body, *document.endmatter) if block.text.marks]
    assert [block.id for block in marked] == ["p-1", "e-1"]
    (mark,) = marked[0].text.marks
    key = cited.works[0].key
    assert (mark.what, marked[0].text.string[mark.start : mark.end]) == (Cited(key), TITLE)


def test_a_name_that_the_record_declares_is_not_looked_for_in_headings() -> None:
    named = NamedWork(TITLE, "concept1994", "如此。", "legislation", {"title": "国家安全构想"})
    record = replace(RECORD, works=(named,))
    _, cited = cite(replace(DOCUMENT, body=DOCUMENT.body[:1], endmatter=()), record, Library())
    assert cited.citations == ()
    assert [message.code for message in cited.messages] == ["citation-decision-lost"]


def test_in_a_text_with_notes_the_notes_cite() -> None:
    note = Note("n-1", "[1]", None, text("李三：《草原史》，商务印书馆2001年版，第8页。"))
    document, cited = cite(replace(DOCUMENT, notes=(note,)), RECORD, Library())
    assert [link.where for link in cited.citations] == ["n-1"]
    assert not any(block.text.marks for block in document.body)
