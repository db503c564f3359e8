"""Which lines of a page open the bodies of its notes."""

import pytest

from converters.readers.common.notes import Style, style_of
from converters.readers.journal.note_blocks import NoteBlocks

CIRCLED = style_of(["甲①", "① 乙"])
BRACKETED = style_of(["甲[1]", "[1] 乙"])
assert CIRCLED and BRACKETED


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["甲①乙②", "① 子", "② 丑"], [1, 2]),
        (["甲①乙②", "① 子", "续行", "② 丑"], [1, 3]),
        (["甲①乙", "② 从上述", "① 子", "② 丑"], [2, 3]),  # a call opens a line
        (["① 从上述甲", "① 子"], [1]),
        (["甲乙②", "① 子", "② 丑"], [1, 2]),  # the call of note 1 is lost
        (["甲①乙③", "① 子", "③ 丑"], [1, 2]),  # note 2 is lost, body and call
        (["甲①", "① 子", "乙①", "① 丑"], [1]),  # the next page
        (["甲⑤乙", "⑥ 丙", "⑤ 子", "⑥ 丑"], [2, 3]),  # numbers run on from page to page
        (["甲", "① 参见《子》。", "② 丑"], [1, 2]),  # called nowhere
        (["甲①乙②"], []),
        (["甲乙", "① 丙丁"], []),
    ],
)
def test_the_first_note_block_of_a_page(lines: list[str], wanted: list[int]) -> None:
    assert NoteBlocks(lines, CIRCLED).block() == wanted


def test_an_asterisk_note_opens_the_block_where_one_may_stand() -> None:
    lines = ["甲①", "* 本文为成果。", "① 子"]
    assert NoteBlocks(lines, CIRCLED).block(star=True) == [1, 2]
    assert NoteBlocks(lines, CIRCLED).block() == [2]


def test_text_after_an_asterisk_note_is_no_more_of_it() -> None:
    style = Style("bracketed", BRACKETED.core, apart=True)
    lines = ["甲", "^{*} 本文为成果。", "乙^[1]丙", "[1] 子"]
    assert NoteBlocks(lines, style).block(star=True) == [1]


def test_blocks_are_found_one_below_the_other() -> None:
    lines = ["甲①乙②", "① 子", "② 丑", "丙①丁", "戊", "① 寅", "己"]
    blocks = NoteBlocks(lines, CIRCLED)
    assert blocks.block() == [1, 2]
    assert blocks.block(3) == [5]
    assert blocks.block(6) == []


@pytest.mark.parametrize(("missing", "wanted"), [(2, [1, 2]), (3, [1])])
def test_two_notes_of_a_page_may_be_missing(missing: int, wanted: list[int]) -> None:
    mark = "①②③④⑤"[missing + 1]
    assert NoteBlocks([f"甲①乙{mark}", "① 子", f"{mark} 丑"], CIRCLED).block() == wanted


@pytest.mark.parametrize(("more", "wanted"), [(7, [1, 9, 10]), (8, [10, 11])])
def test_a_note_whose_call_is_lost_has_at_most_eight_lines(more: int, wanted: list[int]) -> None:
    lines = ["甲②乙③", "① 子", *["续行"] * more, "② 丑", "③ 寅"]
    assert NoteBlocks(lines, CIRCLED).block() == wanted
