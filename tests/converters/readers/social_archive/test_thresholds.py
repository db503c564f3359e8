"""Every number that decides: what stands at it and what stands just beyond it.

The documents are made by their lengths alone, so that a number that moves by a fifth, up or down,
gives another reading of one of the two.
"""

from collections.abc import Callable

import pytest
from reading import Seen, see_text

from converters.readers import READERS
from converters.seed import Seed

KIND = "social-archive-markdown"
READER = READERS[KIND]
YAML = "---\ntitle: 甲国的道路\n---\n\n"
TEXT = "中亚国家正在推动能源转型，成效显著。"
IMAGE = "![](a.png)\n\n"
STATED = "关键词：甲\n\n"


def read(text: str) -> Seen:
    return see_text(YAML + text, KIND)


def filled(words: str, length: int) -> str:
    """Words with so many others after them that they come to this length."""
    return words + "甲" * (length - len(words))


def is_text(seen: Seen) -> bool:
    """Whether something besides the paragraph that is sure is text."""
    return seen.blocks != [TEXT]


#: Name of the number, the number, and whether a text whose part has a length is read otherwise.
LENGTHS: list[tuple[str, int, Callable[[int], bool]]] = [
    ("a call", 60, lambda n: is_text(read(f"{TEXT}\n\n{filled('关注我们', n)}"))),
    ("related", 30, lambda n: is_text(read(f"{TEXT}\n\n{'—' * (n - 4)}往期回顾\n\n甲乙丙"))),
    ("a credit", 120, lambda n: is_text(read(f"{TEXT}\n\n{filled('编辑：', n)}"))),
    ("a notice", 300, lambda n: is_text(read(f"{TEXT}\n\n{filled('不构成投资建议', n)}"))),
    ("a short line", 30, lambda n: len(read(f"{TEXT}\n\n{'甲' * n}\n[1] 乙丙").blocks) == 2),
    ("a line of the head", 60, lambda n: is_text(read(f"{'甲' * n}\n\n{STATED}{TEXT}"))),
    ("a caption", 200, lambda n: is_text(read(f"{IMAGE}{filled('图片来源：', n)}\n\n{TEXT}"))),
    ("a paragraph", 120, lambda n: "甲乙" in read(f"甲乙\n\n{'丙' * n}\n\n{STATED}{TEXT}").blocks),
    ("a statement", 400, lambda n: is_text(read(f"{filled('关键词：', n)}\n\n{TEXT}"))),
    ("a statement below", 300, lambda n: is_text(read(f"{TEXT}\n\n{filled('来源：', n)}"))),
    (
        "words below a label",
        300,
        lambda n: is_text(read(f"作者简介\n\n{filled('王明，', n)}\n\n{TEXT}")),
    ),
    ("other articles", 80, lambda n: is_text(read(f"{TEXT}\n\n往期回顾\n\n{'甲' * n}"))),
    ("a topic", 12, lambda n: is_text(read(f"{TEXT}\n\n阅读 1\n\n{'甲' * n}"))),
    ("a bold heading", 50, lambda n: not read(f"{TEXT}\n\n**{'甲' * n}**\n\n{TEXT}").headings),
    ("a marked heading", 100, lambda n: not read(f"{TEXT}\n\n## {'甲' * n}\n\n{TEXT}").headings),
    (
        "a number",
        23,
        lambda n: read(f"{TEXT}\n\n{'—' * (n - 1)}一\n\n**乙**\n\n{TEXT}").headings == ["# 乙"],
    ),
    (
        "a plain heading",
        12,
        lambda n: not read(f"{TEXT}\n\n{filled('结语：', n)}\n\n{TEXT}").headings,
    ),
    ("a listed one", 30, lambda n: not read(f"{TEXT}\n\n{filled('1. ', n)}\n\n{TEXT}").headings),
    (
        "a heading of notes",
        30,
        lambda n: len(read(f"甲[1]。\n\n{'—' * (n - 2)}注释\n\n[1] 甲书。").blocks) > 1,
    ),
    ("text below notes", 60, lambda n: not read(f"甲[1]。\n\n[1] 甲书。\n\n{'乙' * n}").notes),
    (
        "words on the source",
        12,
        lambda n: (
            "journal"
            not in read(f"{TEXT}\n\n{filled('编辑：', n - 2)}摘自《学刊》2020年第2期").fields
        ),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "length", "other"), LENGTHS, ids=[one[0] for one in LENGTHS])
def test_lengths(name: str, length: int, other: Callable[[int], bool]) -> None:
    assert not other(length)
    assert other(length + 1)


@pytest.mark.parametrize(("count", "is_furniture"), [(20, True), (21, False)])
def test_lines_of_buttons(count: int, is_furniture: bool) -> None:
    seen = read(f"{TEXT}\n\n" + "赞\n" * count)  # 39 or 41 characters with their line ends
    assert is_text(seen) != is_furniture


def test_a_label_of_three_characters_needs_a_sign() -> None:
    assert read(f"内容提要 甲国很大。\n\n{TEXT}").abstract == ["甲国很大。"]
    assert "keywords" not in read(f"关键词 甲乙\n\n{TEXT}").fields


@pytest.mark.parametrize(("images", "is_head"), [(18, True), (19, False)])
def test_blocks_of_the_head(images: int, is_head: bool) -> None:
    seen = read(f"甲乙\n\n{IMAGE * images}{STATED}{TEXT}")
    assert is_text(seen) != is_head


@pytest.mark.parametrize(("images", "is_title"), [(5, True), (6, False)])
def test_where_a_title_stands(images: int, is_title: bool) -> None:
    seen = see_text(f"{IMAGE * images}# 甲国的道路\n\n{TEXT}", KIND)
    assert ("title" in seen.fields) == is_title


@pytest.mark.parametrize(("images", "is_head"), [(1, True), (2, False)])
def test_where_a_bold_line_ends_the_head(images: int, is_head: bool) -> None:
    seen = read(f"甲乙\n\n{IMAGE * images}**丁戊**\n\n{STATED}{TEXT}")
    assert ("甲乙" not in seen.blocks) == is_head


@pytest.mark.parametrize(("length", "is_caption"), [(10, True), (9, False)])
def test_the_shortest_caption(length: int, is_caption: bool) -> None:
    seen = read(f"{IMAGE}{'甲' * length}\n\n{STATED}{TEXT}")
    assert ("caption" in seen.fields) == is_caption


@pytest.mark.parametrize(("paragraphs", "kept"), [(4, 4), (5, 1)])
def test_the_longest_abstract(paragraphs: int, kept: int) -> None:
    seen = read("摘要\n\n" + "甲国很大。\n\n" * paragraphs + STATED + TEXT)
    assert len(seen.abstract) == kept


@pytest.mark.parametrize(("paragraphs", "kept"), [(49, 49), (50, 1)])
def test_the_longest_introduction(paragraphs: int, kept: int) -> None:
    seen = read("编者按\n\n" + "甲按很长。\n\n" * paragraphs + "---\n\n" + TEXT)
    assert len(seen.document.introduction) == kept
    assert ("introduction-end-doubt" in seen.codes) == (kept == 1)


@pytest.mark.parametrize(("blank", "ends"), [(5, True), (4, False)])
def test_blank_lines_that_end_an_introduction(blank: int, ends: bool) -> None:
    seen = read("编者按：甲按。\n\n乙按。" + "\n" * (blank + 1) + TEXT)
    assert ("introduction-end-doubt" not in seen.codes) == ends


@pytest.mark.parametrize(("topics", "is_tail"), [(3, True), (4, False)])
def test_how_far_topics_stand_from_a_counter(topics: int, is_tail: bool) -> None:
    seen = read(f"{TEXT}\n\n阅读 1\n\n" + "丝路\n\n" * topics)
    assert is_text(seen) != is_tail


@pytest.mark.parametrize(("second", "notes"), [(4, 2), (5, 1)])
def test_notes_that_an_archive_lost(second: int, notes: int) -> None:
    seen = read(f"甲[1]乙[{second}]。\n\n注释\n\n[1] 甲书。\n\n[{second}] 乙书。")
    assert len(seen.notes) == notes


def test_what_speaks_for_an_archive() -> None:
    def likeness(text: str) -> float:
        return round(READER.identify(Seed("x.txt", text, "")), 2)

    spacer = " \n"
    assert likeness(YAML + TEXT) == 0.35
    assert likeness(IMAGE + TEXT) == 0.15
    assert likeness(f"{'**甲**' * 3}{TEXT}") == 0.3
    assert likeness(f"**甲**乙**丙**丁**戊{TEXT}") == 0
    assert likeness(spacer * 4 + TEXT) == 0.25
    assert likeness(spacer * 3 + TEXT) == 0
    assert likeness(f"{TEXT}\n阅读原文\n") == 0.2
    assert likeness(f"{IMAGE}{'**甲**' * 3}\n{spacer * 4}[1] 甲书。") == 0.2  # 0.7, a half off
