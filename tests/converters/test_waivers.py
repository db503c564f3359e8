"""Waivers: a warning that the editor has looked at is not told again; an error always is."""

from pathlib import Path

import pytest
from support import POST, put_text

from converters.citations import Library
from converters.convert import convert, read_sources

#: Two warnings of one code, on lines 7 and 9; a decision about words that are not there.
TEXT = POST.replace("自己的道路。", "自己的道路。[1]").replace("同一件事。", "同一件事。[12]")
ERROR = '[[citation]]\nwhere = "p-1"\nwords = "没有这些字"\nkey = "k"\nreason = "无。"\n'


def said(root: Path, *waivers: tuple[str, str], added: str = "") -> list[tuple[str, str]]:
    """Code and place of all that is said of the text with these waivers (code and place)."""
    told = "".join(
        f'[[waiver]]\ncode = "{code}"\nat = "{at}"\nreason = "已核。"\n' for code, at in waivers
    )
    sources = read_sources(put_text(root, TEXT, added + told))
    return [(m.code, m.where) for m in convert(sources, Library()).messages]


ORPHANS = [("note-orphan-mark", "001_a.txt:7"), ("note-orphan-mark", "001_a.txt:9")]


def test_without_waivers_all_is_told(tmp_path: Path) -> None:
    assert said(tmp_path) == ORPHANS


def test_a_waiver_is_about_its_place_alone(tmp_path: Path) -> None:
    assert said(tmp_path, ("note-orphan-mark", "001_a.txt:7")) == ORPHANS[1:]


def test_a_waiver_may_name_words_of_the_message(tmp_path: Path) -> None:
    assert said(tmp_path, ("note-orphan-mark", "mark 12")) == ORPHANS[:1]


def test_a_number_is_not_part_of_a_longer_one(tmp_path: Path) -> None:
    assert said(tmp_path, ("note-orphan-mark", "mark 1")) == ORPHANS[1:]


def test_a_waiver_without_place_is_about_all_of_its_code(tmp_path: Path) -> None:
    assert said(tmp_path, ("note-orphan-mark", "")) == []


@pytest.mark.parametrize(
    "waiver",
    [
        ("note-orphan-body", ""),
        ("note-orphan-mark", "n-99"),
        ("note-orphan-mark", "2 on page"),  # the end of 12
        ("no-such-code", ""),
    ],
)
def test_a_waiver_that_waives_nothing_is_an_error(tmp_path: Path, waiver: tuple[str, str]) -> None:
    assert said(tmp_path, waiver) == [*ORPHANS, ("waiver-unused", "001_a.toml:4")]


def test_an_error_is_told_in_spite_of_its_waiver(tmp_path: Path) -> None:
    codes = [code for code, _ in said(tmp_path, ("citation-decision-lost", ""), added=ERROR)]
    assert "citation-decision-lost" in codes
    assert "waiver-unused" in codes
