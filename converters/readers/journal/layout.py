"""The layout of printed lines: where a paragraph ends, told by widths, indents and blanks."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from converters.characters import has_han
from converters.readers.common.headings import heading
from converters.readers.common.notes import Style
from converters.readers.common.reading import Row, cells
from converters.readers.common.sentences import finished, without_end_marks
from converters.readers.journal.page_furniture import usual_gap
from converters.readers.journal.pages import PageRow

_WESTERN = re.compile(r"[A-Za-z0-9À-ɏЀ-ӿ.,%°/()‘’“”–—-]+")
_HANGING = tuple("，。、；：！？”’）》】")

#: Cells by which the first line of a paragraph is set in: two in print, read as two to four.
LEAST_INDENT = 1.5
MOST_INDENT = 4.5
#: Cells by which a line falls short of the margin where a paragraph ends; one that is only narrower
#: by a hanging mark or a Latin word ends none.
SHORT = 2.5
#: Cells by which a line of text may fall short of the margin: two of an indent, one that hangs.
NEARLY_FULL = 3
#: Parts of the width: the first line of a heading over two is longer, the second is shorter.
_HEADING_LINE = 0.7
#: Parts of the width: a shorter line, though no sentence, ends a paragraph where a gap follows.
_BROKEN_OFF = 0.6
#: Parts of all lines that are set in, where first lines of paragraphs keep their indent: with fewer
#: the blanks are an accident, with more they are those of a quotation or of verse.
_INDENTED = (0.02, 0.8)
#: Parts of last lines that end in a blank, and of lines that end in one which are last lines, where
#: that blank tells the ends of paragraphs.
_TRAILING, _LAST = 0.6, 0.7
#: Parts of the width: a line that is shorter is a last line, though no sentence ends in it.
_LAST_LINE = 0.8
#: Cells of a full line in a text without any line.
_USUAL_WIDTH = 40.0
#: Cells; shorter lines are headings, labels and names. A narrow column has 20 (tests/golden/kinds).
_SHORTEST = 15
#: Cells by which lines of one width differ: a mark that hangs, a Latin word that does not fit.
_TOLERANCE = 1.5
#: Cells; no printed line of Chinese is as wide, and every paragraph on one line is sometimes.
_WIDEST = 60
#: So many lines of one width that break inside a sentence, and such a share of the running text,
#: make it print. A web page has up to three such lines by chance; an article of one page has five.
_BROKEN_LINES = 4
_BROKEN_SHARE = 0.2


def is_set_in_lines(rows: Sequence[Row], style: Style | None) -> bool:
    """Whether the rows are lines of print: many break inside a sentence at the same width."""
    running = [row for row in rows if row.cells >= _SHORTEST and has_han(row.string)]
    widths = Counter(row.cells for row in running if not finished(row.string, style))
    steps = [n / 2 for n in range(round(-2 * _TOLERANCE), round(2 * _TOLERANCE) + 1)]
    width = max(widths, key=lambda one: sum(widths[one + step] for step in steps), default=0.0)
    broken = sum(widths[width + step] for step in steps)
    return broken >= max(_BROKEN_LINES, _BROKEN_SHARE * len(running)) and width < _WIDEST


@dataclass(frozen=True)
class Layout:
    """What the lines of a text tell: `width` of a full line in cells; which signs it uses.

    `gap`: usual number of blank lines between two lines; `indented`: first lines of paragraphs
    keep their indent; `trailing`: only last lines of paragraphs end in a blank.
    """

    width: float
    gap: int
    indented: bool
    trailing: bool
    style: Style | None

    def is_full(self, row: Row) -> bool:
        """Whether a line reaches the right margin, a mark that hangs there apart."""
        return width_of(row, self.style) >= self.width - 1

    def breaks(self, above: PageRow, below: PageRow) -> bool:
        """Whether a paragraph ends between two lines, wherever they stand."""
        return self.ends_paragraph(above.row, below.row)

    def ends_statement(self, above: Row, below: Row) -> bool:
        """Whether a statement without full stop ends: its last line is short."""
        return not self.is_full(above) or below.indent >= LEAST_INDENT or below.gap > self.gap

    def ends_paragraph(self, row: Row, below: Row) -> bool:
        """Whether a paragraph ends between two lines of text.

        Indents tell best. Else a paragraph ends with a sentence: where its line is short or ends
        in the blank that only last lines have, unless the line below is a full one, for a first
        line is two cells shorter. A sentence that goes on ends no paragraph.
        """
        if self._begins_with_mark(below):
            return False
        if self.indented:
            return below.indent >= LEAST_INDENT
        if not finished(row.string, self.style):
            return row.cells < _BROKEN_OFF * self.width and below.gap > self.gap
        if below.gap > self.gap:
            return True
        if self.trailing and not row.trailing:
            return False
        if width_of(row, self.style) < self.width - SHORT and not self._no_room(row, below):
            return True
        if below.cells >= self.width - NEARLY_FULL:
            return self._is_first_line(below)
        return self.trailing or not self.is_full(row)

    def is_heading(
        self, row: Row, above: Row | None, below: Sequence[Row], *, after_heading: bool = False
    ) -> bool:
        """Whether a line is a heading: by its form, and for it stands apart.

        `below`: the lines that follow; a full line is a heading only if it goes on in a short
        one that stands apart from the next.
        """
        if self._begins_with_mark(row) or not heading(without_end_marks(row.string, self.style)):
            return False
        gaps = [row.gap > self.gap, *(line.gap > self.gap for line in below)]
        over_two = len(below) > 1 and self.goes_on(row, below[0]) and gaps[0] and gaps[2]
        apart = gaps[0] and (len(gaps) < 2 or gaps[1])
        ended = above is None or after_heading or finished(above.string, self.style) or apart
        return ended and (apart or over_two or row.cells < self.width - SHORT)

    def goes_on(self, row: Row, below: Row) -> bool:
        """Whether a heading goes on in the line below it."""
        return (
            row.cells > _HEADING_LINE * self.width
            and below.cells < _HEADING_LINE * self.width
            and below.gap <= self.gap
            and not finished(below.string, self.style)
            and not heading(below.string)
        )

    def _begins_with_mark(self, row: Row) -> bool:
        """Whether a line begins with the mark of a note: it belongs to the words above."""
        style = self.style
        return style is not None and any(mark.start == 0 for mark in style.calls(row.string))

    def _is_first_line(self, row: Row) -> bool:
        """A full line that is two cells shorter than others, for its indent is lost."""
        width = width_of(row, self.style)
        if without_end_marks(row.string, self.style).endswith(_HANGING):
            width -= 1
        return width <= self.width - 1.5

    def _no_room(self, row: Row, below: Row) -> bool:
        """Whether the first western word of the line below did not fit on the line above."""
        match = _WESTERN.match(below.string)
        return (
            bool(match)
            and width_of(row, self.style) + cells(match[0] if match else "") > self.width
        )


def width_of(row: Row, style: Style | None) -> float:
    """The width of a line in cells, its note marks, which are raised, apart."""
    string = row.string
    width = row.cells
    for mark in style.calls(string) if style else ():
        start, end = mark.start, mark.end
        while start and string[start - 1].isspace():
            start -= 1
        while end < len(string) and string[end].isspace():
            end += 1
        blanks = (end - start) - (mark.end - mark.start)
        width -= cells(string[mark.start : mark.end]) + blanks / 2
    return width


def _full_width(widths: Sequence[float]) -> float:
    """The commonest width of a line; first lines, two cells shorter, may outnumber full ones."""
    least = max(widths, default=0) / 2
    counts = Counter(round(width) for width in widths if width > least)
    if not counts:
        return _USUAL_WIDTH
    full = max(counts, key=lambda width: (counts[width], width))
    longer = counts[full + 2] + counts[full + 3]
    return float(full + 2 if longer >= max(2, counts[full] / 3) else full)


def _is_set_in(row: Row, width: float) -> bool:
    """Whether a line is a full one but for the indent before it, a mark that hangs apart."""
    return LEAST_INDENT <= row.indent <= MOST_INDENT and row.indent + row.cells >= width - 2


def layout_of(rows: Sequence[Row], style: Style | None) -> Layout:
    """The layout of the running text in these rows."""
    prose = [row for row in rows if has_han(row.string)] or list(rows)
    width = _full_width([width_of(row, style) for row in prose])
    indented = [row for row in prose if _is_set_in(row, width)]
    trailing = [row for row in prose if row.trailing]
    ended = sum(finished(r.string, style) or r.cells < _LAST_LINE * width for r in trailing)
    last = [r for r in prose if r.cells < width - NEARLY_FULL and finished(r.string, style)]
    told = sum(row.trailing for row in last)
    return Layout(
        width=width,
        gap=usual_gap(rows),
        indented=len(indented) > 0 and _INDENTED[0] <= len(indented) / len(prose) <= _INDENTED[1],
        trailing=told > _TRAILING * len(last) and ended >= _LAST * len(trailing),
        style=style,
    )
