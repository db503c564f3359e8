"""The browser and the build must agree on the form in which strings are compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import literal_search
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from literal_search.index import grams, shard
from literal_search.normal import character_table, fold_table, normalise

if TYPE_CHECKING:
    from playwright.sync_api import Page

STATIC = Path(literal_search.__file__).parent / "static/passages"
TEXT = "后苏联空间 中国学派 了解 台湾 里"
FOLD = fold_table([TEXT], ["后苏联", "了解"], character_table())

FIXED = [
    "",
    " ",
    "ＮＡＴＯ",
    "20 世纪\u300090 年代",
    "ИА «Забинфо»",
    "後蘇聯空間，瞭解",
    "Go\u0308kalp İstanbul ẞ Σ",
    "战略——以 – 蒙古 -- x",
    "soft\u00adhyphen\u200b\ufeff",
    "\u0301x",
    "𠮷野家 𠮷",
    "①Ⅱ½№㎡…",
    "ﬁ ﷺ",
    "p. 47, pp.68-76",
]
CHARACTERS = st.characters(exclude_categories=("Cs", "Cn", "Co"))
TRICKY = st.sampled_from("北約后 \u3000\n\u00a0\u0301\u0306\u200b\u00ad“”‘'\"—–-―~・·,，AaИ1２①𠮷")


@pytest.fixture
def blank_page(page: Page, tmp_path: Path) -> Page:
    """A page with our scripts and nothing else."""
    (tmp_path / "blank.html").write_text("<!doctype html><title>-</title>", encoding="utf-8")
    page.goto((tmp_path / "blank.html").as_uri())
    for name in ("normalise.js", "engine.js"):
        page.add_script_tag(path=STATIC / name)
    page.evaluate(
        "([from, to]) => Passages.setFold([from, to])", ["".join(FOLD), "".join(FOLD.values())]
    )
    return page


def in_browser(page: Page, text: str) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("text => Passages.normalise(text)", text)
    return found


@pytest.mark.parametrize("text", FIXED)
def test_fixed_strings(blank_page: Page, text: str) -> None:
    assert in_browser(blank_page, text)["text"] == normalise(text, FOLD)


@settings(
    deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.one_of(CHARACTERS, TRICKY), max_size=30))
def test_any_string(blank_page: Page, text: str) -> None:
    found = in_browser(blank_page, text)
    assert found["text"] == normalise(text, FOLD)
    # The offsets lead back: in order, within the text, each unit to a part that begets it.
    units = len(found["text"].encode("utf-16-le")) // 2
    assert len(found["starts"]) == len(found["ends"]) == units
    assert found["starts"] == sorted(found["starts"])
    length = len(text.encode("utf-16-le")) // 2
    pairs = zip(found["starts"], found["ends"], strict=True)
    assert all(0 <= start < end <= length for start, end in pairs)


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("核心 ＮＡＴＯ 要素", "nato", ["ＮＡＴＯ"]),
        ("20 世纪 90 年代", "20世纪90年代", ["20 世纪 90 年代"]),
        ("战略——以——", "-", ["——", "——"]),
        ("Go\u0308kalp", "gökalp", ["Go\u0308kalp"]),
        ("𠮷北约𠮷", "北约", ["北约"]),
        ("北北北", "北北", ["北北"]),
    ],
)
def test_marks_are_where_the_string_stands(
    blank_page: Page, text: str, query: str, marked: list[str]
) -> None:
    found = blank_page.evaluate(
        """([text, query]) => Passages.allOccurrences(Passages.normalise(text), [query])
            .map(([start, end]) => text.slice(start, end))""",
        [text, query],
    )
    assert found == marked


def test_overlapping_marks_are_one(blank_page: Page) -> None:
    found = blank_page.evaluate(
        "terms => Passages.allOccurrences(Passages.normalise('上海合作组织'), terms)",
        ["上海合作", "合作组织", "组织"],
    )
    assert found == [[0, 6]]


def test_the_same_file_for_the_same_gram(blank_page: Page) -> None:
    samples = ["北约", "北", "nat", "蒙古国家", "𠮷野", "ёж"]
    found = blank_page.evaluate(
        "grams => grams.map((gram) => Passages.engine.shard(gram, 97))", samples
    )
    assert found == [shard(gram, 97) for gram in samples]


@settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text("北约和abcд1 ，-", max_size=20))
def test_a_query_is_covered_by_grams_of_the_text(blank_page: Page, text: str) -> None:
    normal = normalise(text, {})
    covered = blank_page.evaluate("text => Passages.engine.cover(text)", normal)
    assert set(covered) <= set(grams(normal))
    assert set(normal) == set("".join(covered))
