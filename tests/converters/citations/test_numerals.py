"""Chinese numerals of volumes and issues, and the forms of pin-cites."""

import re

import pytest

from converters.citations.grammar.locators import LOCATOR
from converters.citations.grammar.numerals import arabic


@pytest.mark.parametrize(
    ("numeral", "digits"),
    [
        ("三", "3"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("九十九", "99"),
        ("一百零五", "105"),
        ("三百一十", "310"),
        ("二〇一五", "2015"),
        ("两", "2"),
        ("上", "上"),
        ("12", "12"),
    ],
)
def test_numerals_in_digits(numeral: str, digits: str) -> None:
    assert arabic(numeral) == digits


@pytest.mark.parametrize(
    "locator",
    [
        "第5页",
        "第3—5页",
        "第三页",
        "第12页，注3",
        "第5页以下",
        "页12-15",
        "12页",
        "第一百零五条第二款",
        "p. 5",
        "pp. 5-7",
        "pp. 34ff.",
        "p. 34f.",
        "p. xii",
        "p. 5, n. 3",
        "pages 3-4",
        "at 12",
        "para. 4.2",
        "Article 5",
        "С. 106",
        "стр. 12",
        "ст. 5",
    ],
)
def test_a_pin_cite_is_one_locator(locator: str) -> None:
    assert re.fullmatch(LOCATOR, locator)


@pytest.mark.parametrize("words", ["页", "第页", "p.", "1923", "第5期", "ff."])
def test_other_words_are_none(words: str) -> None:
    assert not re.fullmatch(LOCATOR, words)
