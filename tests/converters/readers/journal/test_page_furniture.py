"""What is printed round the text of a page, and where that is no longer so."""

from functools import partial

import pytest
from lexicon_words import forms as words_of

from converters.readers.common.reading import Reading, Row
from converters.readers.journal.page_furniture import page_furniture
from converters.readers.journal.segmentation import segmented
from converters.seed import Seed

LINE = "蒙古国在成为首个观察员国之后相当广泛地参与到该组织各个领域的活动中去了，"
HEAD = ["草原走廊与欧亚大陆的安全秩序", "王明", "摘要：本文讨论草原。", "关键词：草原", LINE, LINE]


def rows_of(*lines: str) -> tuple[Row, ...]:
    return Reading(Seed("x.txt", "\n".join(lines), "")).rows


def furniture(*lines: str, printed: bool = True) -> dict[int, str]:
    return page_furniture(rows_of(*lines), None, printed=printed)


forms = partial(words_of, "journal")


@pytest.mark.parametrize("name", forms("databases", "name"))
def test_the_name_of_a_database_stands_alone_or_before_an_address(name: str) -> None:
    for line in (name, f"{name} http://www.cnki.net", f"· {name} ·"):
        assert furniture(LINE, line, LINE)[1] == "running-head", line
    assert 1 not in furniture(LINE, f"{name}收录的论文", LINE)


@pytest.mark.parametrize("address", forms("databases", "address"))
def test_the_address_of_a_database_on_a_line_of_its_own(address: str) -> None:
    for line in (address, f"www.{address}", f"https://www.{address}"):
        assert furniture(LINE, line, LINE)[1] == "running-head", line
    assert 1 not in furniture(LINE, f"见{address}", LINE)


@pytest.mark.parametrize("imprint", forms("databases", "imprint"))
def test_the_imprint_of_a_database_opens_a_line(imprint: str) -> None:
    for line in (imprint, f"(C)1994-2020 {imprint}. All rights reserved.", f"© 2020 {imprint}"):
        assert furniture(LINE, line, LINE)[1] == "running-head", line
    assert 1 not in furniture(LINE, f"见 {imprint}", LINE)


@pytest.mark.parametrize("word", forms("periodicals", "kind") + forms("periodicals", "subject"))
def test_a_line_that_names_a_periodical_and_comes_again_is_a_running_head(word: str) -> None:
    head = f"欧亚{word}"
    lines = [*HEAD, head, LINE, LINE, head, LINE, LINE, head, LINE]
    assert {at for at, kind in furniture(*lines, printed=False).items()} == {6, 9, 12}
    assert furniture(*lines[:11], printed=False) == {}  # twice is chance


@pytest.mark.parametrize(
    ("number", "is_page"), [("1899", True), ("1900", False), ("2100", False), ("2101", True)]
)
def test_a_year_alone_on_a_line_is_no_page_number(number: str, is_page: bool) -> None:
    assert (1 in furniture(LINE, number, LINE)) == is_page


@pytest.mark.parametrize(
    ("number", "foot"), [("1899", {0: 1899}), ("1900", {}), ("2100", {}), ("2101", {0: 2101})]
)
def test_a_year_at_the_end_of_a_page_does_not_number_it(number: str, foot: dict[int, int]) -> None:
    rows = rows_of(*HEAD, number, f"\f{LINE}")
    assert segmented(rows, None, printed=True).foot_numbers == foot


@pytest.mark.parametrize(("above", "is_head"), [(5, False), (6, True)])
def test_the_line_of_an_issue_is_no_running_head_above_the_abstract(
    above: int, is_head: bool
) -> None:
    lines = [*HEAD[:above], "欧亚研究2015年第1期", LINE]
    assert (above in furniture(*lines)) == is_head


@pytest.mark.parametrize(("width", "is_head"), [(45, True), (46, False)])
def test_a_running_head_is_at_most_forty_five_cells_wide(width: int, is_head: bool) -> None:
    head = "长" * width
    lines = [*HEAD, f"\f{head}", LINE, f"\f{head}", LINE, f"\f{head}", LINE]
    assert (6 in furniture(*lines)) == is_head


@pytest.mark.parametrize(
    ("part", "is_head"),
    [
        ("草原走廊与欧亚大", True),
        ("草原走廊与欧亚", False),  # seven letters may be a heading
        ("草原走廊与欧19", False),  # not so much of the title
    ],
)
def test_a_part_of_the_title_at_a_page_end_is_a_running_head(part: str, is_head: bool) -> None:
    assert (6 in furniture(*HEAD, f"\f{part}", LINE)) == is_head


@pytest.mark.parametrize(("repeat", "is_head"), [(3, True), (2, False)])
def test_a_latin_line_at_page_ends_three_times_is_a_running_head(
    repeat: int, is_head: bool
) -> None:
    lines = [*HEAD, *[line for _ in range(repeat) for line in ("\fEurasian Studies", LINE)]]
    assert (6 in furniture(*lines)) == is_head


@pytest.mark.parametrize(
    ("head", "is_head"),
    [("Eurasias", True), ("Eurasia", False), ("知识界", True), ("知识", False)],
)
def test_what_is_shorter_is_no_running_head(head: str, is_head: bool) -> None:
    lines = [*HEAD, *[line for _ in range(3) for line in (f"\f{head}", LINE)]]
    assert (6 in furniture(*lines)) == is_head


@pytest.mark.parametrize(("spaced", "segments"), [(2, 3), (3, 1)])
def test_one_space_opens_a_page_if_few_lines_have_one(spaced: int, segments: int) -> None:
    lines = [LINE] * 10
    for at in range(spaced):
        lines[3 * at + 1] = f" {LINE}"
    assert len(segmented(rows_of(*lines), None, printed=True).rows) == segments


@pytest.mark.parametrize(("width", "segments"), [(30, 1), (31, 2)])
def test_a_number_below_the_head_of_an_article_ends_no_page(width: int, segments: int) -> None:
    rows = rows_of("题" * width, "12", LINE, LINE)
    assert len(segmented(rows, None, printed=True).rows) == segments
