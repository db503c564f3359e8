"""The numbers by which a page with a machine's summary is read: at each the answer turns."""

import pytest
from reading import Seen, see_text

from converters.readers import READERS
from converters.readers.common.machine_summary import (
    disclaimer_at_end,
    is_disclaimer,
    label_length,
    opens_next_part,
)
from converters.readers.common.reading import Reading
from converters.readers.web_summary.issue import is_issue
from converters.readers.web_summary.statements import authors_in, title_at
from converters.seed import Seed

SUMMARY = "本文探讨中亚国家为何长期坚持多向外交，以及这一政策在不同国家之间的差异。"
TITLE = "中亚国家外交的演进与动力"


def page(*lines: str) -> Seen:
    return see_text("\n".join(lines), "journal-web-summary")


def titled(line: str) -> bool:
    return title_at(Reading(Seed("x.txt", line, ""), plain=True).rows) == 0


@pytest.mark.parametrize("length, known", [(60, True), (61, False)])
def test_a_label_is_short(length: int, known: bool) -> None:
    assert bool(label_length("AI" + " " * (length - 4) + "摘要")) == known


@pytest.mark.parametrize("length, known", [(119, True), (120, False)])
def test_a_disclaimer_is_short(length: int, known: bool) -> None:
    assert is_disclaimer("以上内容由AI生成。" + "甲" * (length - 7)) == known


@pytest.mark.parametrize("length, known", [(400, True), (401, False)])
def test_a_disclaimer_with_foreign_words_is_short(length: int, known: bool) -> None:
    line = "以上内容由AI生成。"
    assert is_disclaimer(line + "a" * (length - len(line))) == known


@pytest.mark.parametrize("length, known", [(80, True), (81, False)])
def test_a_disclaimer_at_the_end_is_short(length: int, known: bool) -> None:
    assert bool(disclaimer_at_end(f"{SUMMARY}以上内容由AI{'甲' * length}")) == known


def test_a_disclaimer_is_looked_for_at_the_end() -> None:
    words = f"以上内容由{'甲' * 11}AI{'甲' * 80}"  # 98 characters after a full stop
    assert disclaimer_at_end(f"{SUMMARY}{' ' * 21}{words}")
    assert not disclaimer_at_end(f"{SUMMARY}{' ' * 22}{words}")


@pytest.mark.parametrize("length, known", [(40, True), (41, False)])
def test_what_opens_the_next_part_is_short(length: int, known: bool) -> None:
    assert opens_next_part("当前期刊" + "甲" * (length - 4)) == known


@pytest.mark.parametrize("length, known", [(99, True), (100, False)])
def test_the_line_of_an_issue_is_short(length: int, known: bool) -> None:
    assert is_issue("2024年第2期" + "甲" * (length - 8)) == known


@pytest.mark.parametrize(
    "line, known", [("甲" * 5, False), ("甲" * 6, True), ("甲" * 80, True), ("甲" * 81, False)]
)
def test_a_title_has_so_many_characters(line: str, known: bool) -> None:
    assert titled(line) == known


@pytest.mark.parametrize("between, known", [(2, True), (3, False)])
def test_authors_stand_near_the_title(between: int, known: bool) -> None:
    lines = [f"题名：{TITLE}", *["分享"] * between, "王明、李芳", "AI总结", SUMMARY]
    assert ("authors" in page(*lines).fields) == known


@pytest.mark.parametrize("between, known", [(5, True), (6, False)])
def test_affiliations_stand_near_the_title(between: int, known: bool) -> None:
    lines = [f"题名：{TITLE}", *["分享"] * between, "吉林大学", "AI总结", SUMMARY]
    assert ("affiliation" in page(*lines).fields) == known


@pytest.mark.parametrize("length, known", [(300, True), (301, False)])
def test_a_byline_is_short(length: int, known: bool) -> None:
    assert bool(authors_in("王明 作者信息" + " " * (length - 8) + "甲")[0]) == known


@pytest.mark.parametrize("length, known", [(60, True), (61, False)])
def test_a_heading_is_short(length: int, known: bool) -> None:
    seen = page(TITLE, "AI总结", SUMMARY, "甲" * length, SUMMARY)
    assert (len(seen.headings) == 2) == known


@pytest.mark.parametrize("length, known", [(7, False), (8, True)])
def test_a_label_with_text_below_is_no_button(length: int, known: bool) -> None:
    seen = page(TITLE, "AI总结", "甲" * length, "分享", "AI导读", SUMMARY)
    assert ("# AI总结" in seen.headings) == known


@pytest.mark.parametrize("length, known", [(60, False), (61, True)])
def test_a_summary_without_label_begins_with_a_paragraph(length: int, known: bool) -> None:
    seen = page(TITLE, "甲" * length + "。")
    assert bool(seen.paragraphs) == known


@pytest.mark.parametrize("length, known", [(14, False), (15, True)])
def test_an_abstract_goes_on_below_its_label(length: int, known: bool) -> None:
    seen = page(
        f"题名：{TITLE}", *["分享"] * 7, "摘要", "甲" * (length - 1) + "。", "AI总结", SUMMARY
    )
    assert bool(seen.abstract) == known


def test_what_makes_a_seed_such_a_page() -> None:
    def likeness(*lines: str) -> float:
        reader = READERS["journal-web-summary"]
        return round(reader.identify(Seed("x.txt", "\n".join(lines), "")), 2)

    assert likeness(TITLE, SUMMARY) == 0
    assert likeness(TITLE, "2024年第2期", SUMMARY) == 0.1
    assert likeness(TITLE, SUMMARY, "以上内容由AI生成。") == 0.3
    assert likeness(TITLE, "AI总结", SUMMARY) == 0.6
