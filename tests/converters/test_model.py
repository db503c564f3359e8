"""Texts keep account of every character, and marks keep their places, whatever is edited."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.model import Edit, Emphasis, Mark, NoteRef, PageBreak, Piece, Span, Text, compact

LETTERS = "甲乙丙丁 abc，。\n"


def plain(string: str, start: int = 0) -> Text:
    return Text((Piece(string, Span(start, start + len(string))),))


@st.composite
def edits(draw: st.DrawFn, length: int) -> list[Edit]:
    """Edits that do not overlap; no two at one place."""
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    return [
        Edit(low, high, draw(st.text("XY", max_size=2)), f"R{n % 3}")
        for n, (low, high) in enumerate(pairwise(cuts))
        if draw(st.booleans())
    ]


@st.composite
def edited(draw: st.DrawFn) -> tuple[Text, list[Edit]]:
    string = draw(st.text(LETTERS, min_size=1, max_size=40))
    places = sorted(draw(st.lists(st.integers(0, len(string)), max_size=4)))
    marks = tuple(Mark(at, at, NoteRef(str(n))) for n, at in enumerate(places))
    return Text((Piece(string, Span(7, 7 + len(string))),), marks), draw(edits(len(string)))


def covered(text: Text) -> list[int]:
    return [at for piece in text.pieces for at in range(piece.span.start, piece.span.end)]


def replaced(string: str, changes: list[Edit]) -> str:
    for edit in sorted(changes, key=lambda e: e.start, reverse=True):
        string = string[: edit.start] + edit.text + string[edit.end :]
    return string


@settings(deadline=None)
@given(edited())
def test_apply_makes_the_edits_and_accounts_for_every_character(
    case: tuple[Text, list[Edit]],
) -> None:
    text, changes = case
    after = text.apply(changes)
    assert after.string == replaced(text.string, changes)
    assert covered(after) == covered(text)
    for piece in after.pieces:
        if not piece.rule:
            start = piece.span.start - 7
            assert piece.text == text.string[start : start + len(piece.text)]


@settings(deadline=None)
@given(edited())
def test_marks_keep_their_order_and_stay_inside_the_text(case: tuple[Text, list[Edit]]) -> None:
    text, changes = case
    after = text.apply(changes)
    assert [mark.what for mark in after.marks] == [mark.what for mark in text.marks]
    places = [mark.start for mark in after.marks]
    assert places == sorted(places)
    assert all(0 <= at <= len(after) for at in places)


@settings(deadline=None)
@given(edited(), st.data())
def test_a_second_round_of_edits_keeps_account_too(
    case: tuple[Text, list[Edit]], data: st.DataObject
) -> None:
    text, changes = case
    once = text.apply(changes)
    more = data.draw(edits(len(once)))
    twice = once.apply(more)
    assert twice.string == replaced(once.string, more)
    assert covered(twice) == covered(text)


@settings(deadline=None)
@given(edited(), st.data())
def test_slices_that_follow_each_other_are_the_text(
    case: tuple[Text, list[Edit]], data: st.DataObject
) -> None:
    text, changes = case
    after = text.apply(changes)
    inner = data.draw(st.sets(st.integers(0, len(after)), max_size=4))
    cuts = sorted({0, len(after), *inner})
    parts = [after.slice(low, high) for low, high in pairwise(cuts)]
    assert "".join(part.string for part in parts) == after.string
    if parts:
        assert sorted(at for part in parts for at in covered(part)) == covered(after)


def test_a_changed_piece_that_is_cut_goes_with_its_first_character() -> None:
    text = Text((Piece("正文^[1]", Span(0, 6), "emendation-1"),))
    assert text.slice(0, 2).pieces == (Piece("正文", Span(0, 6), "emendation-1"),)
    assert text.slice(2, 6).pieces == (Piece("^[1]", Span(6, 6), "emendation-1"),)


def test_an_edit_does_not_claim_what_stands_between_two_pieces() -> None:
    """A note mark that was removed between two blanks is not part of the blank they become."""
    text = Text((Piece("甲 ", Span(0, 2)), Piece(" 乙", Span(3, 5))))
    after = text.apply([Edit(1, 3, "", "R2")])
    assert after.string == "甲乙"
    assert covered(after) == [0, 1, 3, 4]


def test_a_character_changed_twice_carries_both_rules() -> None:
    text = plain("甲,乙").apply([Edit(1, 2, "，", "R1")]).apply([Edit(1, 2, "、", "R9")])
    assert text.pieces[1] == Piece("、", Span(1, 2), "R1+R9")


@pytest.mark.parametrize("bad", [[Edit(0, 3, "", "R"), Edit(2, 4, "", "R")], [Edit(3, 9, "", "R")]])
def test_edits_that_overlap_or_run_out_are_refused(bad: list[Edit]) -> None:
    with pytest.raises(ValueError):
        plain("甲乙丙丁").apply(bad)


def test_adding_texts_moves_the_marks_of_the_second() -> None:
    first = plain("甲乙").marked(Mark(2, 2, NoteRef("n1")))
    second = plain("丙", 9).marked(Mark(0, 0, PageBreak("2")))
    both = first + second
    assert both.string == "甲乙丙"
    assert [mark.start for mark in both.marks] == [2, 2]
    assert [type(mark.what) for mark in both.marks] == [NoteRef, PageBreak]


def test_marks_are_kept_in_reading_order_the_wider_first() -> None:
    text = plain("甲乙丙").marked(Mark(1, 1, NoteRef("n")), Mark(1, 3, Emphasis()))
    assert [mark.end for mark in text.marks] == [3, 1]


def test_compact_joins_what_was_only_cut() -> None:
    pieces = (Piece("甲", Span(0, 1)), Piece("乙", Span(1, 2)), Piece("丙", Span(5, 6)))
    assert compact(Text(pieces)).pieces == (Piece("甲乙", Span(0, 2)), Piece("丙", Span(5, 6)))
