"""Widths, indents and gaps at which a paragraph, a heading or a note ends, and no longer ends."""

import pytest
from reading import see_text

from converters.readers.common.notes import NoteMark
from converters.readers.common.reading import Row, cells
from converters.readers.journal.layout import Layout, layout_of
from converters.readers.journal.pages import NoteRows, Page
from converters.readers.journal.pdf_text import end_of_sentence, with_tails

WIDTH = 40
PRINT = Layout(width=WIDTH, gap=0, indented=False, trailing=False, style=None)
INDENTED = Layout(width=WIDTH, gap=0, indented=True, trailing=False, style=None)


def row(
    width: float, end: str = "", *, gap: int = 0, indent: float = 0, trailing: bool = False
) -> Row:
    """A line of so many cells; half a cell is a digit."""
    whole = int(width - cells(end))
    string = "长" * whole + ("1" if whole + cells(end) < width else "") + end
    assert cells(string) == width
    return Row(0, 0, string, gap=gap, indent=indent, trailing=trailing, cells=width)


FULL = row(WIDTH)


@pytest.mark.parametrize(("width", "ends"), [(37, True), (37.5, False)])
def test_a_short_line_that_ends_a_sentence_ends_a_paragraph(width: float, ends: bool) -> None:
    assert PRINT.ends_paragraph(row(width, "。"), FULL) == ends


@pytest.mark.parametrize(("width", "ends"), [(36.5, False), (37, True), (38.5, True), (39, False)])
def test_a_full_line_two_cells_shorter_is_a_first_line(width: float, ends: bool) -> None:
    assert PRINT.ends_paragraph(row(WIDTH, "。"), row(width)) == ends


@pytest.mark.parametrize(("indent", "ends"), [(1, False), (1.5, True)])
def test_an_indent_begins_a_paragraph(indent: float, ends: bool) -> None:
    assert INDENTED.ends_paragraph(FULL, row(20, indent=indent)) == ends


@pytest.mark.parametrize(("width", "ends"), [(23.5, True), (24, False)])
def test_a_line_broken_off_above_a_gap_ends_a_paragraph(width: float, ends: bool) -> None:
    assert PRINT.ends_paragraph(row(width), row(20, gap=1)) == ends


@pytest.mark.parametrize(
    ("first", "second", "goes_on"),
    [(28.5, 27.5, True), (28, 27.5, False), (28.5, 28, False)],
)
def test_a_heading_goes_on_from_a_long_line_in_a_short_one(
    first: float, second: float, goes_on: bool
) -> None:
    assert PRINT.goes_on(row(first), row(second)) == goes_on


@pytest.mark.parametrize(
    ("set_in", "flush", "indented"),
    [(1, 49, True), (1, 50, False), (4, 1, True), (5, 1, False)],
)
def test_some_lines_that_are_set_in_are_first_lines(
    set_in: int, flush: int, indented: bool
) -> None:
    rows = [row(38, indent=2)] * set_in + [FULL] * flush
    assert layout_of([*rows], None).indented == indented


@pytest.mark.parametrize(("indent", "indented"), [(1.5, True), (4.5, True), (1, False), (5, False)])
def test_a_first_line_is_set_in_by_two_to_four_cells(indent: float, indented: bool) -> None:
    rows = [row(WIDTH - indent, indent=indent), *[FULL] * 5]
    assert layout_of(rows, None).indented == indented


@pytest.mark.parametrize(
    ("blank", "plain", "full", "trailing"),
    [
        (7, 3, 0, True),
        (6, 4, 0, False),  # of last lines
        (7, 0, 3, True),
        (7, 0, 4, False),  # of lines that end in a blank
    ],
)
def test_a_blank_at_the_end_tells_last_lines(
    blank: int, plain: int, full: int, trailing: bool
) -> None:
    last = [row(20, "。", trailing=True)] * blank + [row(20, "。")] * plain
    rows = [FULL] * 20 + [row(WIDTH, trailing=True)] * full + last
    assert layout_of(rows, None).trailing == trailing


@pytest.mark.parametrize(("width", "trailing"), [(31.5, True), (32, False)])
def test_a_line_much_shorter_than_others_is_a_last_line(width: float, trailing: bool) -> None:
    rows = [FULL] * 20 + [row(width, trailing=True)] * 9 + [row(20, "。", trailing=True)]
    assert layout_of(rows, None).trailing == trailing


def test_a_text_without_lines_is_forty_cells_wide() -> None:
    assert layout_of([], None).width == 40


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (row(41.5), 1),
        (row(42), 2),  # wider than the text: in the smaller print of notes
        (Row(0, 0, "长" * 11 + "a" * 40, cells=31), 1),
        (Row(0, 0, "长" * 9 + "a" * 40, cells=29), 2),  # western words with a gloss
    ],
)
def test_a_note_ends_with_a_sentence_where_a_line_of_the_text_begins(text: Row, end: int) -> None:
    assert end_of_sentence([row(20, "。"), text], 0, 2, PRINT) == end


@pytest.mark.parametrize(("lines", "carried"), [(4, 4), (5, 0)])
def test_at_most_four_lines_of_a_note_are_carried_to_the_next_page(
    lines: int, carried: int
) -> None:
    mark = NoteMark(0, 1, "①", 1, False, True)
    tail = tuple(Row(0, 0, "words of a note") for _ in range(lines))
    pages = [
        Page((FULL,), (NoteRows(mark, (Row(0, 0, "① A note that goes on in"),)),)),
        Page((FULL, *tail), (NoteRows(mark, (row(20, "。"),)),)),
    ]
    above, below = with_tails(pages, PRINT)
    assert len(above.notes[0].rows) == 1 + carried
    assert len(below.body) == 1 + lines - carried


@pytest.mark.parametrize(("lines", "pages"), [(38, 1), (39, 2)])
def test_less_than_forty_lines_below_the_last_notes_are_back_matter(lines: int, pages: int) -> None:
    back = ["收稿日期：2020年1月2日", *["English words."] * lines]
    text = "\n\n".join(["草原走廊的历史^[1]。", "[1] 参见王明书，第3页。", *back])
    seen = see_text(text, "journal-ocr-markdown")
    assert ("page-numbers-missing" in seen.codes) == (pages > 1)
