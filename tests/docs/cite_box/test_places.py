"""The places of a text that can be cited, from the doctree."""

from __future__ import annotations

from cite_box.places import Place, find_places
from docutils import nodes


def milestone(page: str) -> nodes.inline:
    return nodes.inline("", page, page=page, ids=[f"pg-{page}"], classes=["page-milestone"])


def paragraph(id_: str, *parts: str | nodes.Node) -> nodes.paragraph:
    children = [nodes.Text(part) if isinstance(part, str) else part for part in parts]
    return nodes.paragraph("", "", *children, ids=[id_] if id_ else [])


def test_a_paragraph_stands_on_the_pages_that_it_covers() -> None:
    text = nodes.section()
    text += paragraph("abstract-1", milestone("119"), "提要")
    text += paragraph("p119-1", "一", milestone("120"), "二", milestone("121"), "三")
    text += paragraph("p121-1", "四")
    text += paragraph("p122-1", milestone("122"), "五")
    assert find_places(text) == [
        Place("abstract-1", ("119",), "abstract-1"),
        Place("pg-119", ("119",)),
        Place("p119-1", ("119", "120", "121"), "p119-1"),
        Place("pg-120", ("120",)),
        Place("pg-121", ("121",)),
        Place("p121-1", ("121",), "p121-1"),
        Place("p122-1", ("122",), "p122-1"),
        Place("pg-122", ("122",)),
    ]


def test_names_of_pages_and_places() -> None:
    place = Place("p119-1", ("119", "120", "121"), "p119-1")
    assert place.pages == "119-121"
    assert place.label == "第119—121页，段p119-1"
    assert Place("pg-119", ("119",)).label == "第119页"
    assert Place("p-3", (), "p-3").label == "段p-3"


def test_paragraphs_without_an_address_and_notes_are_no_places() -> None:
    text = nodes.section()
    text += paragraph("", "无号")
    text += paragraph("id3", "docutils 自编的号")
    text += nodes.footnote("", paragraph("n1", "注"))
    text += nodes.container("", paragraph("i-1", "导读"))
    assert find_places(text) == [Place("i-1", (), "i-1")]


def test_a_break_between_paragraphs_counts_for_the_next() -> None:
    text = nodes.section()
    text += paragraph("p1-1", milestone("1"), "一")
    text += paragraph("", milestone("2"), "无号")
    text += paragraph("p2-1", "二")
    assert [place.pages for place in find_places(text)] == ["1", "1", "2", "2"]
