"""Page furniture: each word of the lists is known, and nothing that is longer than furniture is."""

from functools import partial

import pytest
from lexicon_words import forms as words_of

from converters.readers.common.furniture import (
    ends_sentence,
    furniture,
    is_comments,
    is_date_line,
    is_menu,
    is_related,
)
from converters.readers.common.institutions import is_institution
from converters.schema.reasons import Reason

forms = partial(words_of, "web-summary")


@pytest.mark.parametrize("word", forms("buttons", "page"))
def test_a_button_is_furniture_alone_and_beside_others(word: str) -> None:
    assert furniture(word) is Reason.NAVIGATION
    assert furniture(f"{word} | 打印（{word}）") is Reason.NAVIGATION
    assert furniture(f"{word}是铁路建设的关键") is None


@pytest.mark.parametrize("word", forms("notices", "opening"))
def test_a_notice_begins_so(word: str) -> None:
    assert furniture(f"{word}甲乙丙") is Reason.NAVIGATION
    assert furniture(f"铁路建设{word}甲乙丙") is None


@pytest.mark.parametrize("word", forms("notices", "within"))
def test_a_notice_has_it_anywhere(word: str) -> None:
    assert furniture(f"某某网 {word} 京字") is Reason.NAVIGATION


@pytest.mark.parametrize("word", forms("counters", "counted"))
def test_a_counter_counts(word: str) -> None:
    assert furniture(f"{word}量：12次") is Reason.COUNTER


@pytest.mark.parametrize(
    "line", ["相关新闻", "相關新聞", "延伸阅读：", "Related stories", "You may also like"]
)
def test_a_list_of_other_pages_is_headed_so(line: str) -> None:
    assert is_related(line)
    assert not is_related(f"铁路建设{line}")


@pytest.mark.parametrize(
    "line", ["发表评论", "全部评论（12）条", "Сэтгэгдэл бичих", "请登录后评论"]
)
def test_comments_are_opened_so(line: str) -> None:
    assert is_comments(line)
    assert not is_comments("专家评论铁路建设的进展")


@pytest.mark.parametrize("word", forms("institutions", ""))
def test_an_institution_is_none_if_its_journal_is_named(word: str) -> None:
    assert is_institution(f"吉林省{word}")
    assert not is_institution(f"吉林省{word}学报（社会科学版）")


@pytest.mark.parametrize("word", forms("periodicals", "after-institution"))
def test_what_the_journals_of_institutions_are_called(word: str) -> None:
    assert not is_institution(f"外交学院{word}")


def test_buttons_in_great_number_are_read_in_one_pass() -> None:
    assert furniture("阅读全文" * 4000 + "甲") is None


@pytest.mark.parametrize("spare, known", [(0, True), (1, False)])
def test_furniture_is_no_longer_than_this(spare: int, known: bool) -> None:
    def line(begin: str, length: int, fill: str = "甲", end: str = "") -> str:
        return begin + fill * (length + spare - len(begin) - len(end)) + end

    assert (furniture(line("版权声明", 200)) is Reason.NAVIGATION) == known
    assert (furniture(line("首页 > ", 80)) is Reason.NAVIGATION) == known
    assert (furniture(line("Нүүр", 160, "а")) is Reason.NAVIGATION) == known
    assert is_related(line("相关新闻", 40, "…")) == known
    assert is_comments(line("сэтгэгдэл", 120)) == known


def test_a_menu_is_a_row_of_short_words() -> None:
    assert is_menu("首页 期刊 论文 国际关系研究")
    assert not is_menu("首页 期刊 论文")
    assert not is_menu("首页 期刊 论文 国际关系研究院")


def test_a_date_line_has_few_letters_beside_the_date() -> None:
    assert is_date_line("发布于今 2024年3月5日 10:20")
    assert not is_date_line("发布于今天 2024年3月5日 10:20")
    assert not is_date_line("发布于")


def test_a_sentence_ends_with_a_mark() -> None:
    assert ends_sentence("铁路是关键。”")
    assert not ends_sentence("铁路是关键")
