"""Ids of a page, made and taken apart."""

import re

import pytest
from support import ROOT

from converters.schema.ids import IdKind, TextId, note_labels, parse_id

IDS = {
    "p119-2": TextId(IdKind.PARAGRAPH, "2", "119"),
    "p-17": TextId(IdKind.PARAGRAPH, "17"),
    "pxiv-1": TextId(IdKind.PARAGRAPH, "1", "xiv"),
    "n119-3": TextId(IdKind.NOTE, "3", "119"),
    "n119-star": TextId(IdKind.NOTE, "star", "119"),
    "n-4": TextId(IdKind.NOTE, "4"),
    "n-4-2": TextId(IdKind.NOTE, "4-2"),
    "s-1-2": TextId(IdKind.HEADING, "1-2"),
    "is-1": TextId(IdKind.INTRODUCTION_HEADING, "1"),
    "i-1": TextId(IdKind.INTRODUCTION, "1"),
    "e-1": TextId(IdKind.ENDMATTER, "1"),
    "abstract-1": TextId(IdKind.ABSTRACT, "1"),
    "standfirst": TextId(IdKind.STANDFIRST),
    "pg-119": TextId(IdKind.PAGE, page="119"),
    "pg-A-12": TextId(IdKind.PAGE, page="A-12"),
}


@pytest.mark.parametrize("name", IDS)
def test_an_id_comes_apart_and_together_again(name: str) -> None:
    found = parse_id(name)
    assert found == IDS[name]
    assert str(found) == name


@pytest.mark.parametrize(
    "name", ["id1", "notes", "abstract", "p-", "p119", "s-", "i-x", "n119-3-ref", "pg-", "P-1", ""]
)
def test_other_ids_are_none_of_a_text(name: str) -> None:
    assert parse_id(name) is None


def test_a_number_that_recurs_on_a_page_has_a_label_of_its_own() -> None:
    labels = note_labels([("1", "1"), ("1", "1"), ("2", "1"), ("", "star"), ("1", "1")])
    assert labels == ["n1-1", "n1-1-2", "n2-1", "n-star", "n1-1-3"]
    second = parse_id("n1-1-2")
    assert second and (second.printed, second.page) == ("1", "1")


def test_the_script_that_remembers_a_place_knows_the_same_paragraphs() -> None:
    script = ROOT / "docs/_ext/reading_room/theme/static/reading-room/place.js"
    found = re.search(r"/(\^p.*?\$)/\.test", script.read_text(encoding="utf-8"))
    assert found
    theirs = re.compile(found[1])
    paragraphs = {n: i for n, i in IDS.items() if i.kind is not IdKind.PAGE}  # no `p` has those
    for name, id_ in paragraphs.items():
        assert bool(theirs.match(name)) == (id_.kind is IdKind.PARAGRAPH), name
