"""An emendation may stand anywhere in a web page, and mends what the readers look at."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import Seen, see_text

from converters.messages import EditionError
from converters.model import Span
from converters.seed import Correction

CLIP = """\
首页 > 国际 > 正文
蒙古国的铁路与中俄走廊
作者：巴特尔 浏览：12次
2025-03-01 10:20 来源：新华网
蒙古正在寻找一条通往海洋的道路,而铁路是关键。多年以来,乌兰巴托一直希望连接中国与俄罗斯。
轨距之争
俄罗斯使用 1520 毫米轨距,中国使用 1435 毫米轨距。争论不休 —— 有人认为宽轨更安全,有人不以为然。
“我们不能两边都得罪,” 一位官员说。(完)
责任编辑：王五　校对：赵六
相关新闻
蒙古国议会通过新矿产法
"""
SUMMARY = """\
国际论坛 | 更新时间：2024-03-02
中亚水资源治理的困境与出路
王明 陈丽   作者信息 & 出版信息
国际论坛   ·   2024年3月1日   ·   2024年 26卷 第2期
12 3(CNKI)
摘要：本文从历史与结构两个层面考察其演进。
关键词：中亚；水资源

AI摘要

本文分析了中亚五国的水资源(尤其是跨界河流)问题,认为能力有限。

1 背景

咸海危机延续至今。联合国教科文组织(UNESCO)曾两次介入;效果有限。

*以上内容由AI自动生成，内容仅供参考。
"""
SOURCES = {
    "clip": ("news-clip", CLIP),
    "summary": ("journal-web-summary", SUMMARY),
}
READINGS = [
    "",
    "\n",
    " ",
    "甲",
    "作者：",
    "\n\n",
    " 甲\n",
    "\n甲",
    "。",
    "2024-05-06",
    "）",
    "\u200b",
]


def emended(name: str, original: str, reading: str) -> Seen:
    kind, text = SOURCES[name]
    start = text.index(original)
    span = Span(start, start + len(original))
    return see_text(text, kind, None, Correction(span, reading, "emendation-1"))


@pytest.mark.parametrize("name", SOURCES)
@settings(max_examples=120, deadline=None)
@given(st.data())
def test_an_emendation_anywhere_is_made_and_the_ledger_balances(
    name: str, data: st.DataObject
) -> None:
    kind, text = SOURCES[name]
    ends = [at for at, char in enumerate(text) if char == "\n"]
    start = data.draw(st.integers(0, len(text) - 1) | st.sampled_from(ends))
    start = max(0, start - data.draw(st.integers(0, 5)))
    end = min(len(text), start + data.draw(st.integers(1, 6)))
    reading = data.draw(st.sampled_from(READINGS))
    correction = Correction(Span(start, end), reading, "emendation-1", "x.toml:5")
    see_text(text, kind, None, correction)


def test_two_lines_are_joined() -> None:
    assert "轨距之争俄罗斯使用" in "".join(emended("clip", "争\n俄", "争俄").paragraphs)


def test_a_line_is_parted() -> None:
    assert emended("clip", "多年以来", "\n多年以来").paragraphs[1].startswith("多年以来")


def test_label_date_and_field_border_can_be_mended() -> None:
    assert emended("clip", "作者：", "编译：").fields["translators"] == "巴特尔"
    assert emended("clip", "2025-03-01", "2025-03-02").fields["date"] == "2025-03-02"
    assert emended("clip", "尔 浏览", "尔·额尔登 浏览").fields["authors"] == "巴特尔·额尔登"
    assert emended("summary", "关键词：中", "关键词：西").fields["keywords"] == "西亚；水资源"


def test_the_end_of_a_line_can_be_deleted() -> None:
    assert emended("clip", "与中俄走廊", "").fields["title"] == "蒙古国的铁路"
    assert emended("clip", "(完)", "").paragraphs[-1].endswith("官员说。")


def test_emendations_that_overlap_are_refused_with_the_line_of_the_record() -> None:
    both = [
        Correction(Span(20, 24), "甲", "emendation-1", "x.toml:12"),
        Correction(Span(22, 26), "乙", "emendation-2", "x.toml:18"),
    ]
    with pytest.raises(EditionError, match=r"x\.toml:1[28]: error \[emendation-astride\]"):
        see_text(CLIP, "news-clip", None, *both)


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("reading", ["", " ", "\n", "\n\n", "\u200b", "\n甲"])
@pytest.mark.parametrize("before", ["", " ", "\n\n", "\u200b"])
def test_an_emendation_of_the_very_first_character(name: str, reading: str, before: str) -> None:
    """Nothing stands before it on which what cannot be seen could hang."""
    kind, text = SOURCES[name]
    span = Span(len(before), len(before) + 1)
    see_text(before + text, kind, None, Correction(span, reading, "emendation-1"))
