"""Note marks in every style, and which body answers which call."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.readers.common.notes import (
    STAR,
    Numbered,
    link,
    star_body,
    star_call,
    style_of,
)

CIRCLED = style_of(["甲①", "① 乙"])
BRACKETED = style_of(["甲[1]", "[1] 乙"])
assert CIRCLED and BRACKETED


@pytest.mark.parametrize(
    ("call", "body", "name"),
    [
        ("①", "① ", "circled"),
        ("①", "①", "circled"),
        ("㉑", "㉑ ", "circled"),
        ("㊿", "㊿ ", "circled"),
        ("❶", "❶ ", "circled"),
        ("^{①}", "① ", "circled"),
        ("$^{①}$", "① ", "circled"),
        ("<sup>①</sup>", "① ", "circled"),
        ("[1]", "[1] ", "bracketed"),
        ("［12］", "［12］", "bracketed"),
        ("〔1〕", "〔1〕", "bracketed"),
        ("^[1]", "[1] ", "bracketed"),
        ("^{[1]}", "[1] ", "bracketed"),
        ("^{[1]}", "^{[1]} ", "bracketed"),
        ("$^{[1]}$", "[1] ", "bracketed"),
        ("<sup>[1]</sup>", "[1] ", "bracketed"),
        ("[^1]", "[^1]: ", "bracketed"),
        (r"\[1\]", r"\[1\] ", "bracketed"),
        ("。(1)", "(1) ", "parenthesised"),
        ("。（1）", "（1）", "parenthesised"),
        ("^(1)", "(1) ", "parenthesised"),
        ("¹²", "¹² ", "superscript"),
        ("<sup>1</sup>", "1. ", "digits"),
        ("^1", "1 ", "digits"),
        ("^{1}", "1. ", "digits"),
    ],
)
def test_styles_of_marks(call: str, body: str, name: str) -> None:
    style = style_of([f"甲乙{call}丙", f"{body}参见《丁》。"])
    assert style is not None
    assert style.name == name
    (mark,) = style.calls(f"甲乙{call}丙")
    assert f"甲乙{call}丙"[mark.start : mark.end] == call.lstrip("。")
    opened = style.body(f"{body}参见《丁》。")
    assert opened is not None
    assert f"{body}参见《丁》。"[opened.end :] == "参见《丁》。"
    assert opened.number == mark.number


@pytest.mark.parametrize(("mark", "number"), [("①", 1), ("⑳", 20), ("㉑", 21), ("㊱", 36)])
def test_circled_numbers(mark: str, number: int) -> None:
    (found,) = CIRCLED.calls(mark)
    assert (found.number, found.printed) == (number, mark)


@pytest.mark.parametrize(
    "lines",
    [
        ["没有注释的文章。", "第二段。"],
        ["分为①政治②经济两类。"],
        ["条件有二：(1)稳定；(2)互信。", "(1)稳定是前提。", "(2)互信是基础。"],
        ["见[2014]年。", "1. 列表"],
    ],
)
def test_texts_without_notes_have_no_style(lines: list[str]) -> None:
    assert style_of(lines) is None


def test_where_calls_are_raised_bodies_are_told_by_that() -> None:
    style = style_of(["甲^[1]乙^[2]", "[1] 丙", "[2] 丁"])
    assert style is not None and style.apart
    assert style.body("^[1]一句话的后半。") is None
    assert style.body("[1] 丙") is not None


@pytest.mark.parametrize(
    ("string", "is_call"),
    [
        ("题名*", True),
        ("题名^{*}", True),
        (r"题名\*", True),
        ("张雪＊", True),
        ("题名$^{*}$", True),
        ("题*名", False),
        ("题名", False),
    ],
)
def test_an_asterisk_at_the_end_calls_a_note(string: str, is_call: bool) -> None:
    assert (star_call(string) is not None) == is_call


@pytest.mark.parametrize(
    ("line", "is_body"),
    [
        ("* 本文为阶段性成果。", True),
        ("^{*} 本文为阶段性成果。", True),
        ("＊本文为阶段性成果。", True),
        (r"\* 本文为阶段性成果。", True),
        ("*The Economist*", False),
        ("**第一**，", False),
        ("*", False),
    ],
)
def test_an_asterisk_at_the_start_opens_a_note(line: str, is_body: bool) -> None:
    assert (star_body(line) is not None) == is_body


def numbered(*pairs: tuple[int, int]) -> list[Numbered]:
    return [Numbered(page, number) for page, number in pairs]


def test_marks_are_linked_by_page() -> None:
    calls = numbered((0, 1), (0, 2), (1, 1))
    assert link(calls, numbered((0, 1), (0, 2), (1, 1))) == {0: 0, 1: 1, 2: 2}


def test_orphans_stay_orphans() -> None:
    assert link(numbered((0, 1), (0, 2)), numbered((0, 1))) == {0: 0}
    assert link(numbered((0, 1)), numbered((0, 1), (0, 2))) == {0: 0}
    assert link(numbered((0, 1), (0, 2), (1, 1)), numbered((0, 1), (1, 1), (1, 2))) == {0: 0, 2: 1}


def test_a_note_carried_over_stands_before_those_of_its_page() -> None:
    calls = numbered((0, 1), (0, 2), (1, 1))
    assert link(calls, numbered((0, 1), (1, 2), (1, 1))) == {0: 0, 1: 1, 2: 2}


def test_endnotes_answer_calls_on_all_pages() -> None:
    calls = numbered((0, 1), (1, 2), (2, 3))
    assert link(calls, numbered((3, 1), (3, 2), (3, 3))) == {0: 0, 1: 1, 2: 2}


def test_what_is_surely_a_mark_goes_before_what_may_be_one() -> None:
    calls = [Numbered(0, 1, sure=False), Numbered(0, 1, sure=True)]
    assert link(calls, numbered((0, 1))) == {1: 0}


PAGES = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=12)


@settings(deadline=None)
@given(PAGES, PAGES)
def test_linking_is_one_to_one_and_never_backwards(
    calls: list[tuple[int, int]], bodies: list[tuple[int, int]]
) -> None:
    calls, bodies = sorted(calls), sorted(bodies)
    found = link(numbered(*calls), numbered(*bodies))
    assert len(set(found.values())) == len(found)
    for call, body in found.items():
        assert calls[call][1] == bodies[body][1]
        assert calls[call][0] <= bodies[body][0]
    for key in set(calls):
        both = min(calls.count(key), bodies.count(key))
        assert sum(calls[c] == key == bodies[b] for c, b in found.items()) == both


@settings(deadline=None)
@given(st.lists(st.integers(0, 4), min_size=1, max_size=6))
def test_pages_whose_marks_and_notes_agree_are_linked_whole(counts: list[int]) -> None:
    marks = [(page, n) for page, count in enumerate(counts) for n in range(1, count + 1)]
    assert link(numbered(*marks), numbered(*marks)) == {n: n for n in range(len(marks))}


def test_an_asterisk_counts_as_the_note_before_the_first() -> None:
    call, body = star_call("题*"), star_body("* 注")
    assert call and body and call.number == body.number == STAR
