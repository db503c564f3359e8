"""How the place of a citation is called."""

from __future__ import annotations

import pytest
from docutils import nodes
from work_links.places import container, locator_name, place_name


@pytest.mark.parametrize(
    ("anchor", "name"),
    [
        ("p-17", "第17段"),
        ("p119-2", "第119-2段"),
        ("i-1", "引言第1段"),
        ("e-2", "篇末附记第2段"),
        ("abstract-1", "提要"),
        ("elsewhere", "正文"),
    ],
)
def test_paragraphs_by_their_ids(anchor: str, name: str) -> None:
    assert place_name(nodes.paragraph(ids=[anchor])) == name


def note(number: str, page: str | None) -> nodes.footnote:
    footnote = nodes.footnote("", nodes.label("", number), nodes.paragraph("", "x"), ids=["n-1"])
    if page:
        footnote["printed_page"] = page
    return footnote


def test_notes_by_number_and_page_of_the_source() -> None:
    assert place_name(note("12", "119")) == "注12（第119页）"
    assert place_name(note("4", None)) == "注4"


def test_nothing_with_a_name_is_the_text() -> None:
    assert place_name(None) == "正文"


def test_a_note_is_the_place_even_if_its_paragraph_has_an_id() -> None:
    words = nodes.inline("", "x")
    footnote = note("1", None)
    footnote += nodes.paragraph("", "", words, ids=["p-9"])
    assert container(words) is footnote


def test_the_paragraph_is_the_place_rather_than_its_section() -> None:
    words = nodes.inline("", "x")
    paragraph = nodes.paragraph("", "", words, ids=["p-3"])
    nodes.section("", nodes.title("", "t"), paragraph, ids=["s-1"])
    assert container(words) is paragraph


@pytest.mark.parametrize(
    ("locator", "name"),
    [
        ("59", "引第59页"),
        ("pp. 68-76", "引第68—76页"),
        ("第3—5页", "引第3—5页"),
        ("12页注①", "引12页注①"),
        ("ch. 3", "引ch. 3"),
    ],
)
def test_locators(locator: str, name: str) -> None:
    assert locator_name(locator) == name
