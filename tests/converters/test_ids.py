"""Ids count within an original page, or within the text, and change for no other reason."""

from converters.ids import with_ids
from converters.model import (
    Document,
    Heading,
    Mark,
    PageBreak,
    Paragraph,
    Piece,
    Span,
    Text,
)


def text(string: str, *breaks: tuple[int, str]) -> Text:
    marks = tuple(Mark(at, at, PageBreak(page)) for at, page in breaks)
    return Text((Piece(string, Span(0, len(string))),), marks)


def test_paragraphs_count_within_the_page_on_which_they_begin() -> None:
    document = with_ids(
        Document(
            abstract=(Paragraph(text("提要", (0, "71"))),),
            body=(
                Paragraph(text("甲乙", (0, "72"))),
                Paragraph(text("丙丁", (1, "73"))),
                Paragraph(text("戊")),
                Heading(text("题"), 1),
                Heading(text("子题"), 2),
                Paragraph(text("己", (0, "74"))),
                Heading(text("题"), 1),
            ),
        )
    )
    assert [b.id for b in document.abstract] == ["abstract-1"]
    assert [b.id for b in document.body] == [
        "p72-1",
        "p72-2",
        "p73-1",
        "s-1",
        "s-1-1",
        "p74-1",
        "s-2",
    ]


def test_without_pages_they_count_within_the_text() -> None:
    document = with_ids(
        Document(
            introduction=(Paragraph(text("导")),),
            body=(Paragraph(text("甲")), Paragraph(text("乙"))),
            endmatter=(Paragraph(text("附")),),
        )
    )
    assert [b.id for b in document.introduction] == ["i-1"]
    assert [b.id for b in document.body] == ["p-1", "p-2"]
    assert [b.id for b in document.endmatter] == ["e-1"]
