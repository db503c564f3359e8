"""Where on a page the notes begin: which lines open the bodies of its note block."""

import re
from collections.abc import Sequence
from itertools import accumulate

from converters.lexicon import pattern
from converters.readers.common.notes import STAR, NoteMark, Style

_CITED = re.compile(
    r"https?://|第\s*\d+\S{0,4}\s*[页期]|\bpp?\."
    f"|{pattern('signals', 'journal', 'see')}|{pattern('pointers', 'journal')}"
)
#: So many numbers may be missing between two notes of a page: recognition lost their marks.
MISSING = 2
#: A note whose call is lost stands at most so many lines above the next note: few notes are longer.
NOTE_LINES = 8

_Opened = Sequence[tuple[int, NoteMark]]


class NoteBlocks:
    """The note blocks of some lines, whose marks are looked for once."""

    def __init__(self, lines: Sequence[str], style: Style) -> None:
        self._lines = lines
        self._style = style
        self._calls = [tuple(style.calls(line)) for line in lines]
        self._with_stars = [(n, mark) for n, line in enumerate(lines) if (mark := style.body(line))]
        self._opened = [(n, mark) for n, mark in self._with_stars if mark.number != STAR]
        self._last_call = {call.number: n for n, calls in enumerate(self._calls) for call in calls}
        self._calls_before = list(accumulate(map(len, self._calls), initial=0))
        self._ordered_from = _ordered_from([mark.number for _, mark in self._opened])
        #: The last line that calls a note; -1 where none does.
        self.last_call = max(self._last_call.values(), default=-1)
        self._passed = 0  # opened lines above the last start asked for
        self._none_called = False  # so it is from the last start on, and from all later ones

    def block(self, start: int = 0, *, star: bool = False) -> list[int]:
        """Which lines from `start` on open the notes of the first note block there.

        A line that begins with a mark is a note only if that mark was called above it on the
        page; a call may stand at the start of a line, too. `star`: an asterisk note may stand
        here. Blocks are asked for downwards.
        """
        while self._passed < len(self._opened) and self._opened[self._passed][0] < start:
            self._passed += 1
        opened, low = (self._with_stars, 0) if star else (self._opened, self._passed)
        first = self._first_note(opened, low, start)
        if first is None:
            return []
        at, mark = opened[first]
        block, last = [at], mark.number
        seen = at + 1
        between: set[int] = set()  # numbers called since the last note
        for n in range(first + 1, len(opened)):
            at, mark = opened[n]
            between |= self._called(seen, at)
            seen = at
            if mark.number in between or min(between, default=last + 1) <= last:
                break  # the text of the next page stands between
            if mark.number <= last:
                break
            if self._follows(last, mark.number, start):
                block.append(at)
                last, seen = mark.number, at + 1
                between = set()
        return block

    def _follows(self, last: int, number: int, start: int) -> bool:
        """Whether a note of this number follows the last one, or others that are missing."""
        is_called = self._last_call.get(number, -1) >= start
        return number == last + 1 or (number <= last + 1 + MISSING and is_called)

    def _called(self, start: int, end: int) -> set[int]:
        """The numbers that lines [start, end) call."""
        return {call.number for calls in self._calls[start:end] for call in calls}

    def _first_note(self, opened: _Opened, low: int, start: int) -> int | None:
        """The place in `opened`, from `low` on, of the first body of the block."""
        if low == len(opened):
            return None
        called: set[int] = set()
        seen = start
        for n in range(low, low if self._none_called else len(opened)):
            at, mark = opened[n]
            called |= self._called(seen, at)
            seen = at
            if mark.number == STAR or self._style.apart:
                return n
            if mark.number in called:
                return self._earlier(opened, n, low)
        self._none_called = True
        at = opened[low][0]
        is_uncalled = self._calls_before[at] == self._calls_before[start]
        in_order = len(self._opened) - self._ordered_from >= len(opened) - low
        is_block = len(opened) - low > 1 or _CITED.search(self._lines[at])
        return low if in_order and is_uncalled and is_block else None

    def _earlier(self, opened: _Opened, n: int, low: int) -> int:
        """The first body of a block whose first notes are called nowhere."""
        while n > low and opened[n - 1][1].number == opened[n][1].number - 1:
            above, here = opened[n - 1][0], opened[n][0]
            has_calls = any(call.start for calls in self._calls[above:here] for call in calls)
            if has_calls or here - above > NOTE_LINES:
                break
            n -= 1
        return n


def _ordered_from(numbers: Sequence[int]) -> int:
    """The first place from which each number is the one after that before it."""
    at = max(len(numbers) - 1, 0)
    while at and numbers[at - 1] == numbers[at] - 1:
        at -= 1
    return at
