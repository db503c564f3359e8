"""The numbers by which a news page is read: at each the answer turns."""

import pytest
from reading import Seen, see_text

from converters.readers import READERS
from converters.readers.common.page_body import HeadingStyle, find_headings
from converters.readers.common.reading import Reading, Row
from converters.readers.news_clip.lines import is_closing, is_sure_heading, tail_of, without_site
from converters.readers.news_clip.regions import extent, title_at
from converters.readers.news_clip.statements import byline, statements
from converters.seed import Seed

LONG = "甲国地处两大邻国之间，历史上长期受其影响，后来提出“第三邻国”政策以求平衡。"
MORE = "一份报告指出，甲国外债占国内生产总值的比例仍然偏高，财政空间十分有限。"
TITLE = "关于草原铁路的看法"


def rows(*lines: str) -> tuple[Row, ...]:
    return Reading(Seed("x.txt", "\n".join(lines), ""), plain=True).rows


def clip(*lines: str) -> Seen:
    return see_text("\n".join(lines), "news-clip")


def is_title(line: str) -> bool:
    return title_at(rows(line, "——", LONG), 2) == 0


@pytest.mark.parametrize("length, known", [(199, True), (200, False)])
def test_a_closing_note_is_short(length: int, known: bool) -> None:
    assert is_closing("本文原载《甲》" + "乙" * (length - 5)) == known


@pytest.mark.parametrize("column, length", [("国际新", 7), ("国际新闻", 4)])
def test_a_column_is_no_title(column: str, length: int) -> None:
    (row,) = rows(f"{column}_草原网")
    assert len(without_site(row).string) == length


@pytest.mark.parametrize("length, known", [(120, True), (121, False)])
def test_a_title_bar_is_short(length: int, known: bool) -> None:
    (row,) = rows("甲" * (length - 4) + "_草原网")
    assert (without_site(row) != row) == known


@pytest.mark.parametrize("length, known", [(60, True), (61, False)])
def test_a_credit_behind_a_paragraph_is_short(length: int, known: bool) -> None:
    assert bool(tail_of(f"{LONG}（责任编辑：{'甲' * length}）")) == known


def test_a_credit_is_looked_for_at_the_end() -> None:
    blanks = " " * 20
    assert tail_of(f"{LONG}（{blanks}责任编辑：{'甲' * 60}）")
    assert not tail_of(f"{LONG}（{blanks * 2}责任编辑：{'甲' * 60}）")


def test_a_short_usual_heading_is_sure() -> None:
    assert is_sure_heading("结语与余论")
    assert not is_sure_heading("结语与余论之")


@pytest.mark.parametrize("length, known", [(120, True), (121, False)])
def test_a_line_of_statements_is_short(length: int, known: bool) -> None:
    (row,) = rows("责任编辑：" + "甲" * (length - 5))
    assert bool(statements(row)) == known


@pytest.mark.parametrize("length, known", [(40, True), (41, False)])
def test_what_is_said_under_a_label_is_short(length: int, known: bool) -> None:
    (row,) = rows("来源：" + "甲" * length)
    assert bool(statements(row)) == known


@pytest.mark.parametrize("last, known", [("刘晓明甲", True), ("刘晓明、王甲", False)])
def test_a_line_of_bare_names_is_short(last: str, known: bool) -> None:
    assert bool(byline(f"王晓明、李晓明、张晓明、赵晓明、{last}")) == known


@pytest.mark.parametrize(
    "line, known",
    [
        ("甲" * 7 + "。", False),
        ("甲" * 8 + "。", True),
        ("甲" * 29 + "a" * 20 + "，", False),
        ("甲" * 30 + "a" * 20 + "，", True),
        ("甲" * 44 + "，", False),
        ("甲" * 45 + "，", True),
        ("甲" * 59, False),
        ("甲" * 60, True),
    ],
)
def test_running_text_has_so_many_characters(line: str, known: bool) -> None:
    first, _ = extent(rows(line, LONG))
    assert (first == 0) == known


@pytest.mark.parametrize(
    "line, known", [("甲" * 4, False), ("甲" * 5, True), ("甲" * 70, True), ("甲" * 71, False)]
)
def test_a_title_has_so_many_characters(line: str, known: bool) -> None:
    assert is_title(line) == known


@pytest.mark.parametrize("between, known", [(3, True), (4, False)])
def test_a_title_is_near_what_signs_it(between: int, known: bool) -> None:
    lines = [TITLE, *["——"] * between, "2024-03-05 草原网", *["——"] * 6, LONG]
    assert (title_at(rows(*lines), len(lines) - 1) == 0) == known


@pytest.mark.parametrize("between, known", [(5, True), (6, False)])
def test_a_title_is_near_the_text(between: int, known: bool) -> None:
    lines = [TITLE, *["——"] * between, LONG]
    assert (title_at(rows(*lines), len(lines) - 1) == 0) == known


@pytest.mark.parametrize("length, known", [(49, True), (50, False)])
def test_a_subtitle_is_short(length: int, known: bool) -> None:
    seen = clip(TITLE, "2024-03-05", "——" + "甲" * (length - 2), LONG, MORE)
    assert ("subtitle" in seen.fields) == known


@pytest.mark.parametrize(
    "first, second, known",
    [(20, 31, True), (20, 30, False), (80, 130, True), (81, 130, False)],
)
def test_a_standfirst_is_shorter_than_what_follows(first: int, second: int, known: bool) -> None:
    seen = clip(TITLE, "甲" * first + "。", "乙" * second + "。", MORE)
    assert ("standfirst" in seen.fields) == known


@pytest.mark.parametrize("length, known", [(40, True), (41, False)])
def test_a_heading_is_short(length: int, known: bool) -> None:
    seen = clip(TITLE, LONG, "甲" * length, MORE)
    assert bool(seen.headings) == known


@pytest.mark.parametrize("length, known", [(30, True), (31, False)])
def test_a_heading_in_marks_is_short(length: int, known: bool) -> None:
    style = HeadingStyle(longest=40, bullets=True, runs=True)
    assert find_headings(rows("甲" * (length - 4) + "“乙丙”"), style) == [known]


def test_what_makes_a_seed_a_clip() -> None:
    def likeness(*lines: str) -> float:
        return round(READERS["news-clip"].identify(Seed("x.txt", "\n".join(lines), "")), 2)

    marks = ("分享", "打印", "收藏")
    long = ("甲" * 40 + "。",) * 3
    assert likeness(TITLE, LONG) == 0.3
    assert likeness(TITLE, LONG, MORE) == 0.3
    assert likeness(*marks[:2], TITLE, LONG, MORE) == 0.3
    assert likeness(*marks, TITLE, LONG, MORE) == 0.6
    assert likeness(*marks, TITLE, LONG, MORE, MORE) == 0.8
    assert likeness(*marks, TITLE, *long) == 1.0
    assert likeness(*marks, TITLE, *long[:2], "甲" * 39 + "。") == 0.8
    assert likeness(*marks, TITLE, "# 甲", *long) == 0.7
