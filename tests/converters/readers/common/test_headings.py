"""What is a heading, how long its number is, and how deep it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lexicon_words import forms as words_of

from converters.readers.common.headings import heading, levels


@pytest.mark.parametrize(
    ("line", "level", "number"),
    [
        ("一、加入上合组织是否符合蒙古国的对外战略", 1, "一、"),
        ("十二、余论", 1, "十二、"),
        ("一 北约同蒙古国确立“全球伙伴关系”的历程", 1, "一"),
        ("Ⅱ、方法", 1, "Ⅱ、"),
        ("第一章 总论", 1, "第一章"),
        ("第二节 方法", 1, "第二节"),
        ("（一）集体安全（collective security）", 2, "（一）"),
        ("(二) 共同安全", 2, "(二)"),
        ("1. 政治领域", 3, "1."),
        ("2、经济领域", 3, "2、"),
        ("01 后苏联空间", 3, "01"),
        ("1 引言", 3, "1"),
        ("（1）贸易", 4, "（1）"),
        ("1.1 背景", 2, "1.1"),
        ("1.2.3 数据来源", 3, "1.2.3"),
        ("结语", 1, ""),
        ("结 束 语", 1, ""),
        ("引　言", 1, ""),
        ("结论与启示", 1, ""),
        ("余论：走向何方", 1, ""),
        ("五、结语", 1, "五、"),
        ("三、缘何未加入？", 1, "三、"),
        ("参考文献", 1, ""),
    ],
)
def test_headings(line: str, level: int, number: str) -> None:
    found = heading(line)
    assert found is not None
    assert (found[0], line[: found[1]]) == (level, number)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "一、二两国之间的意见并不一致。",
        "（一）是稳定，",
        "14.5%，2010年为15%",
        "2 月，蒙古国",
        "8 个国家",
        "29.",
        "3。",
        "2009, p. 18.",
        "第一，蒙古国",
        "第三方",
        "一方面",
        "一揽子计划",
        "十年有余",
        "二是走私",
        "1990—1992年共有6万人",
        "结论是明确的",
        "引言所述",
        "一、" + "长" * 44,
        "7,000万欧元",
    ],
)
def test_no_headings(line: str) -> None:
    assert heading(line) is None


def test_a_heading_has_at_most_forty_five_characters() -> None:
    assert heading("一、" + "长" * 43) == (1, 2)


TITLES = [
    title
    for group in ("opening", "closing", "back")
    for title in words_of("journal", "section_titles", group)
]


@pytest.mark.parametrize("title", TITLES)
def test_sections_without_number(title: str) -> None:
    for line in (title, "　".join(title), f"{title}与启示", f"{title}：走向何方"):
        assert heading(line) == (1, 0), line
    assert heading(f"{title}所述") is None


@pytest.mark.parametrize("word", ["𠅤", "䶮", "〇"])
def test_rare_characters_are_words_of_a_heading(word: str) -> None:
    assert heading(f"1 {word}") == (3, 1)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["引言", "一、甲", "（一）乙", "1. 丙", "二、丁", "结语"], [1, 1, 2, 3, 1, 1]),
        (["一、甲", "1. 乙", "2. 丙", "二、丁"], [1, 2, 2, 1]),
        (["1. 甲", "1.1 乙", "1.1.1 丙", "2. 丁"], [1, 2, 3, 1]),
        (["1 甲", "1.1 乙"], [1, 2]),
        (["第一章 甲", "第一节 乙", "一、丙"], [1, 2, 3]),
        (["（一）甲", "（二）乙"], [1, 1]),
        (["无编号的标题", "结语"], [1, 1]),
        ([], []),
    ],
)
def test_levels_have_no_gaps(lines: list[str], wanted: list[int]) -> None:
    assert levels(lines) == wanted


NUMBERS = st.sampled_from(
    ["一、", "二、", "（一）", "（二）", "1. ", "2. ", "（1）", "1.1 ", "第一章 ", ""]
)


@settings(deadline=None)
@given(st.lists(st.tuples(NUMBERS, st.sampled_from(["甲乙", "丙丁", "结语"])), max_size=12))
def test_levels_count_from_one_and_one_kind_has_one_level(parts: list[tuple[str, str]]) -> None:
    found = levels(number + words for number, words in parts)
    assert len(found) == len(parts)
    assert set(found) <= set(range(1, len(set(found)) + 1))
    kinds: dict[str, int] = {}
    for (number, _), level in zip(parts, found, strict=True):
        kind = number.replace("二", "一").replace("2", "1")
        assert kinds.setdefault(kind, level) == level


@pytest.mark.parametrize("word", words_of("journal", "section_titles", "instead"))
def test_a_part_stands_in_for_another(word: str) -> None:
    assert heading(f"余论（代{word}）") == (1, 0)
