"""The order of the list of references."""

from __future__ import annotations

import random

import pytest
from gbt7714 import entry_key
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import Entry, Person


def by(author: str, title: str = "T", language: str = "zh-CN", year: str = "") -> Entry:
    persons = {"author": [Person(author)]} if author else {}
    return Entry("book", {"title": title, "language": language, "year": year}, persons)


def ordered(entries: list[Entry]) -> list[Entry]:
    shuffled = entries[:]
    random.Random(7).shuffle(shuffled)
    return sorted(shuffled, key=entry_key)


def test_surnames_are_read_as_surnames() -> None:
    """Not céng, dān, dí, zhòng, chóu, cháng: the readings of the characters elsewhere."""
    authors = ["包, 某", "褚, 时健", "重, 某", "郭, 籽实", "仇, 某", "单, 田芳", "夏, 安凌"]
    authors += ["尉迟, 恭", "曾, 培炎", "翟, 某", "祭, 仲", "张, 雪", "长孙, 无忌", "郑, 润宇"]
    in_order = [
        "包, 某",  # bāo
        "重, 某",  # chóng
        "褚, 时健",  # chǔ
        "郭, 籽实",  # guō
        "仇, 某",  # qiú
        "单, 田芳",  # shàn
        "夏, 安凌",  # xià
        "尉迟, 恭",  # yùchí
        "曾, 培炎",  # zēng
        "翟, 某",  # zhái
        "祭, 仲",  # zhài
        "张, 雪",  # zhāng
        "长孙, 无忌",  # zhǎngsūn
        "郑, 润宇",  # zhèng
    ]
    assert ordered([by(author) for author in authors]) == [by(author) for author in in_order]


def test_words_are_read_as_words() -> None:
    """重庆 is Chóngqìng, 重要 is zhòngyào; 银行 is yínháng."""
    titles = ["车", "重庆大学学报", "银行业", "中国", "重要讲话"]
    entries = [by("", title) for title in titles]
    assert ordered(entries) == entries


def test_same_syllable_goes_by_tone_then_character() -> None:
    entries = [by(f"{family}, 某") for family in ("张", "掌", "障")]
    assert ordered(entries) == entries


def test_groups_of_languages() -> None:
    entries = [
        by("周, 某", language="zh-CN"),
        by("丸山, 敏秋", language="ja"),
        by("Abc, D.", language="en"),
        by("Zyx, D.", "Ä", language="de"),
        by("Абв, Г.", "Название", language="ru"),
        by("Бат, Д.", "Монгол", language="mn"),
    ]
    assert ordered(entries) == entries


def test_latin_letters_without_regard_to_case_accents_and_articles() -> None:
    titles = ["Ábc", "abd", "The Alliance", "A Bridge", "Éclair", "eco", "La Paix", "Zürich", "zus"]
    entries = [by("", title, "fr") for title in titles]
    assert ordered(entries) == entries


def test_russian_alphabet_has_yo_after_ye() -> None:
    titles = ["Ежи", "Ёжик", "Жизнь", "Иран", "Йод", "Китай", "Яма"]
    entries = [by("", title, "ru") for title in titles]
    assert ordered(entries) == entries


def test_one_author_by_date_then_title() -> None:
    entries = [by("NATO", title, "en", year) for title, year in [("B", "1999"), ("A", "2001")]]
    entries.append(by("NATO", "C", "en", "2001"))
    assert ordered(entries) == entries


def test_without_author_the_body_or_title_decides() -> None:
    """The body that the reference begins with, else the title, marks of quotation aside."""
    body = Entry("online", {"title": "Zzz", "organization": "NATO", "language": "en"})
    entries = [by("", "“Mongolia”", "en"), body, by("", "Ocean", "en")]
    assert ordered(entries) == entries


@settings(deadline=None)
@given(st.lists(st.text(max_size=6), max_size=6))
def test_any_titles_can_be_ordered(titles: list[str]) -> None:
    entries = [Entry("book", {"title": title}) for title in titles]
    assert len(sorted(entries, key=entry_key)) == len(entries)


@pytest.mark.parametrize("sorttitle", ["Aaa", "Zzz"])
def test_sorttitle_overrides(sorttitle: str) -> None:
    entry = Entry("book", {"title": "Mmm", "sorttitle": sorttitle, "language": "en"})
    other = by("", "Mmm", "en")
    assert (entry_key(entry) < entry_key(other)) == (sorttitle == "Aaa")
