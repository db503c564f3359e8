"""What a page says of its text is true of this text."""

from converters.messages import message
from converters.model import Document, Mark, Note, PageBreak, Paragraph, Piece, Span, Text
from converters.schema.derivations import Fact
from converters.writers.head import facts_of


def article(*marks: str, page: str = "71") -> Document:
    """A paragraph on a page, with notes that print these marks."""
    words = Piece("草原上的桥。", Span(0, 6))
    text = Text((words,)).marked(Mark(0, 0, PageBreak(page)))
    notes = [Note(f"n{page}-{n}", mark, page, Text((words,))) for n, mark in enumerate(marks)]
    return Document(body=(Paragraph(text),), notes=tuple(notes))


def test_numbers_that_run_on_are_not_said_to_restart() -> None:
    assert Fact.NOTES_BY_PAGE in facts_of(article("1", "2", "1"), {})
    assert Fact.NOTES_BY_PAGE not in facts_of(article("1", "2", "3"), {})


def test_pages_that_are_only_counted_are_not_those_of_the_original() -> None:
    printed = article("1", "1")
    counted = Document(
        body=printed.body,
        notes=printed.notes,
        messages=(message("page-numbers-missing", "seed.txt:1"),),
    )
    assert {Fact.PAGES, Fact.NOTES_BY_PAGE} <= facts_of(printed, {})
    assert not {Fact.PAGES, Fact.NOTES_BY_PAGE} & facts_of(counted, {})
