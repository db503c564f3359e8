"""Names of authors on a line of their own."""

import pytest

from converters.lexicon import entries, words
from converters.readers.common.names import names

WORDS = [form for entry in entries("no_names") if not entry.is_pattern for form in entry.forms]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("王明", ["王明"]),
        ("王明、李四；张三", ["王明", "李四", "张三"]),
        ("王  明  李小四", ["王明", "李小四"]),
        ("□王明 著", ["王明"]),
        ("[美]约翰·史密斯", ["[美]约翰·史密斯"]),
        ("王𬭎", ["王𬭎"]),  # extension E
        ("王䶮", ["王䶮"]),  # extension A
        ("李𠅤", ["李𠅤"]),  # extension B
        ("刘〇", ["刘〇"]),  # a letter among symbols
        ("𠅤明·史密斯", ["𠅤明·史密斯"]),
    ],
)
def test_names_of_a_byline(line: str, wanted: list[str]) -> None:
    assert names(line) == wanted


@pytest.mark.parametrize("word", WORDS)
def test_words_of_titles_are_in_no_name(word: str) -> None:
    assert names(f"{word}王") == []


def test_a_byline_has_at_most_ten_names() -> None:
    assert len(names("、".join(["王明"] * 10))) == 10
    assert names("、".join(["王明"] * 11)) == []


@pytest.mark.parametrize(("length", "count"), [(60, 1), (61, 0)])
def test_a_byline_has_at_most_sixty_characters(length: int, count: int) -> None:
    assert len(names("约翰·" + "史" * (length - 3))) == count


@pytest.mark.parametrize("word", sorted(words("institutions", "journal")))
def test_no_institution_is_a_name(word: str) -> None:
    assert names(f"吉林{word}") == []
    assert names(f"王明、吉林{word}") == []
