"""The form in which texts and queries are compared."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from literal_search.normal import (
    MARKS,
    character_table,
    clusters,
    fold_table,
    normalise,
    traditional,
)

FOLD = fold_table(
    ["后苏联空间 中国学派 了解 意味着 凭借 台湾 里"],
    ["后苏联", "了解", "意味着", "凭借"],
    character_table(),
)

# What the texts are made of, and what makes normalising hard.
MATTER = st.text(
    "北约苏聯空間蒙古国年后 \u3000\n\u00a0aZéeİßМонгол2014"
    "\u0301\u0306\u200b\u00ad“”‘’'\"«»「」—–-―~～·・,，。（(［ＡＢ①Ⅱ…\U00020bb7",
    max_size=40,
)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ＮＡＴＯ", "NATO"),
        ("nato", "NATO"),
        ("2014年", "2014 年"),
        ("20世纪90年代", "20 世纪\u300090 年代"),
        ("“中立桥梁”", " 「中立桥梁」 "),
        ("“中立桥梁”", '"中立桥梁"'),
        ("ИА «Забинфо»", "ИА “Забинфо”"),
        ("Mongolia's", "Mongolia’s"),
        ("119-137", "119—137"),
        ("战略——以蒙古", "战略 — 以蒙古"),
        ("杰米·谢伊", "杰米•谢伊"),
        ("(北约)", "（北约）"),
        ("後蘇聯空間", "后苏联空间"),
        ("瞭解", "了解"),
        ("意味著", "意味着"),
        ("憑藉", "凭借"),
        ("臺灣", "台湾"),
        ("裡", "里"),
        ("裏", "里"),
        ("Gökalp", "Go\u0308kalp"),
        ("йод", "йод"),
        ("soft\u00adhyphen", "softhyphen"),
        ("全\u200b球", "全球"),
        ("Jamie  Shea", "Jamie\nShea"),
        ("p.47", "p. 47"),
    ],
)
def test_the_form_does_not_matter(query: str, text: str) -> None:
    assert normalise(query, FOLD) == normalise(text, FOLD)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NATO", "China to"),
        ("USA", "us Asia"),
        ("Gökalp", "Gokalp"),
        ("北约", "北 纬"),
        ("119", "11 9"),
        ("《北约》", "“北约”"),
    ],
)
def test_other_strings_stay_other(one: str, other: str) -> None:
    assert normalise(one, FOLD) not in normalise(other, FOLD)


@given(MATTER, st.data())
def test_a_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    parts = list(clusters(text))
    start = data.draw(st.integers(0, len(parts)))
    end = data.draw(st.integers(start, len(parts)))
    assert normalise("".join(parts[start:end]), FOLD) in normalise(text, FOLD)


@example("Z\u200b\u0301")  # what is not seen stands between a letter and its mark
@given(MATTER)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text, FOLD)
    assert normalise(once, FOLD) == once


def test_folding_is_settled() -> None:
    table = traditional(["了解", "着", "么"], character_table())
    assert all(table.get(new, new) == new for new in table.values())
    assert all(len(old) == len(new) == 1 for old, new in table.items())


def test_the_table_holds_what_can_find_something() -> None:
    assert FOLD["後"] == "后"
    assert "龜" not in FOLD
    assert MARKS.items() <= FOLD.items()
    # A traditional text is found by a simplified query as well.
    assert fold_table(["龜茲"], [], character_table())["龜"] == "龟"
