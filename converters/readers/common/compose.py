"""Texts from rows: the characters of some rows, without marks and mark-up, as one text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from converters.model import Emphasis, Mark, NoteRef, PageBreak, Piece, Removal, Text
from converters.readers.common.reading import Reading, Row
from converters.schema.reasons import Reason


@dataclass(frozen=True, slots=True)
class Token:
    """[start, end) of the reading is left out for `reason`; `what` stands there instead."""

    start: int
    end: int
    reason: Reason | None = None
    what: NoteRef | PageBreak | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """[start, end) of the reading is set off."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Markup:
    """What mark-up a stretch of a reading holds: what goes, and which words it sets off.

    `unpaired`: a bold sign without partner.
    """

    tokens: tuple[Token, ...] = ()
    emphasis: tuple[Words, ...] = ()
    unpaired: Token | None = None


def runs(reading: Reading, rows: Iterable[Row]) -> list[tuple[int, int]]:
    """The stretches that rows cover; rows with nothing but blanks between are one stretch."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and not reading.string[found[-1][1] : row.start].strip():
            found[-1] = found[-1][0], row.end
        else:
            found.append((row.start, row.end))
    return found


def compose(
    reading: Reading,
    rows: Iterable[Row],
    tokens: Iterable[Token] = (),
    emphasis: Iterable[Words] = (),
) -> Text:
    """The text of rows, line breaks still in it, without what the tokens remove.

    Rows stand in reading order.
    """
    stretches = runs(reading, rows)
    placed = _apart(tokens)
    starts = [token.start for token in placed]
    pieces: list[Piece] = []
    marks: list[Mark] = []
    kept = _Kept()

    def keep(start: int, end: int) -> None:
        if start < end:
            pieces.extend(reading.cut(start, end).pieces)
            kept.add(start, end)

    for n, (start, end) in enumerate(stretches):
        at = start
        for token in placed[bisect_left(starts, start) : bisect_right(starts, end)]:
            if at <= token.start and token.end <= end:
                keep(at, token.start)
                if token.what:
                    marks.append(Mark(kept.length, kept.length, token.what))
                at = token.end
        # Rows that other rows part are still parted by the line break after the first.
        more = n + 1 < len(stretches)
        keep(at, _past_break(reading.string, end) if more else end)
    for words in emphasis:
        low, high = kept.place(words.start), kept.place(words.end)
        if low < high:
            marks.append(Mark(low, high, Emphasis(words.style)))
    return Text(tuple(pieces)).marked(*marks)


class _Kept:
    """The parts of the reading that a text keeps, in reading order."""

    def __init__(self) -> None:
        self.length = 0  # characters kept so far
        self._starts: list[int] = []
        self._places: list[tuple[int, int]] = []  # end of a part, characters kept before it

    def add(self, start: int, end: int) -> None:
        """[start, end) is kept."""
        self._starts.append(start)
        self._places.append((end, self.length))
        self.length += end - start

    def place(self, offset: int) -> int:
        """How many kept characters stand before an offset of the reading."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return 0
        end, before = self._places[index]
        return before + min(offset, end) - self._starts[index]


def removals(reading: Reading, tokens: Iterable[Token]) -> list[Removal]:
    """What the tokens remove for a reason (a token without one only skips)."""
    return [
        removal
        for token in _apart(tokens)
        if token.reason
        for removal in reading.remove(token.start, token.end, token.reason)
    ]


def _apart(tokens: Iterable[Token]) -> list[Token]:
    """The tokens in order, without those that begin inside another: no sign is removed twice."""
    kept: list[Token] = []
    for token in sorted(tokens, key=lambda token: (token.start, token.end)):
        if not kept or kept[-1].end <= token.start:
            kept.append(token)
    return kept


def _past_break(string: str, end: int) -> int:
    match = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)?").match(string, end)
    return match.end() if match else end
