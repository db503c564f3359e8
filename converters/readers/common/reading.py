"""A seed as it is read: its text with the emendations made, cut into rows.

Readers look at this string, not at the seed's, so that an emendation can mend a note mark or a
label; what they cut from it still knows its place in the seed.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property

from converters.model import Removal, Text
from converters.seed import Seed

BLANKS = " \t\u00a0\u2002\u2003\u3000\ufeff"
_EDGES = BLANKS + "\x0b\x0c\u1680\u2000\u2001\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_SHAPELESS = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\ufeff" + _EDGES
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")


@dataclass(frozen=True, slots=True)
class Row:
    """A line that holds something. Offsets are those of the reading, without blanks at the ends.

    `gap`: blank lines above; `feed`: a form feed stands above; `indent`: width of the blanks
    before it in cells; `alone`: these blanks are one ordinary space; `trailing`: a blank ends it;
    `cells`: its width, a Han character being one cell, a Latin letter or digit half of one.
    """

    start: int
    end: int
    string: str
    gap: int = 0
    feed: bool = False
    indent: float = 0
    alone: bool = False
    trailing: bool = False
    cells: float = 0

    def part(self, start: int, end: int) -> "Row":
        """The part [start, end) of its string, without blanks at the ends, on the same line."""
        string = self.string[start:end]
        low = self.start + start + len(string) - len(string.lstrip(_EDGES))
        bare = string.strip(_EDGES)
        return replace(self, start=low, end=low + len(bare), string=bare)


@dataclass(frozen=True)
class Reading:
    """The text of a seed with its emendations made."""

    seed: Seed

    @cached_property
    def text(self) -> Text:
        """The whole text."""
        return self.seed.cut(0, len(self.seed.text))

    @property
    def string(self) -> str:
        """What a reader reads."""
        return self.text.string

    def cut(self, start: int, end: int) -> Text:
        """The text of [start, end)."""
        return self.text.slice(start, end)

    def remove(self, start: int, end: int, reason: str) -> tuple[Removal, ...]:
        """[start, end) as removed from the text."""
        return tuple(Removal(piece.span, reason) for piece in self.cut(start, end).pieces)

    def where(self, offset: int) -> str:
        """`name:line` in the seed, as messages give it."""
        pieces = self.cut(offset, offset + 1).pieces
        return self.seed.where(pieces[0].span.start if pieces else len(self.seed.text))

    @cached_property
    def invisible(self) -> tuple[Row, ...]:
        """The lines that hold nothing but characters without a shape."""
        return tuple(row for row in self._lines if not row.string.strip(_SHAPELESS))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The lines that hold something."""
        return tuple(row for row in self._lines if row.string.strip(_SHAPELESS))

    @cached_property
    def _lines(self) -> tuple[Row, ...]:
        """The lines that are not blank, ended by LF, CRLF, CR or form feed."""
        found: list[Row] = []
        gap, feed = 0, False
        for match in _LINE.finditer(self.string):
            start = match.start()
            line = match[0].rstrip("\r\n")
            for part in re.split("(\x0c)", line) if "\x0c" in line else (line,):
                bare = part.strip(_EDGES)
                if part == "\x0c":
                    feed = True
                elif bare:
                    found.append(_row(part, bare, start, gap, feed))
                    gap, feed = 0, False
                start += len(part)
            if not match[0].strip(_EDGES + "\r\n"):
                gap += 1
        return tuple(found)


def _row(line: str, bare: str, start: int, gap: int, feed: bool) -> Row:
    left = line[: len(line) - len(line.lstrip(_EDGES))]
    low = start + len(left)
    return Row(
        start=low,
        end=low + len(bare),
        string=bare,
        gap=gap,
        feed=feed,
        indent=cells(left),
        alone=left == " ",
        trailing=line[-1:] in tuple(BLANKS),
        cells=cells(bare),
    )


def cells(string: str) -> float:
    """The width of a string in print, in Han characters.

    Letters and digits are half a cell wide. Quotation marks, dashes and circled digits, whose
    width Unicode leaves open (UAX 11, Ambiguous), are a cell wide in Chinese print.
    """
    return sum(map(_width, string))


@cache
def _width(char: str) -> float:
    if char < "\u0100":
        return 0 if char in "\ufeff\x0c" else 0.5
    if unicodedata.east_asian_width(char) in "WF":
        return 1
    return 1 if char in "“”‘’—―…" or "\u2460" <= char <= "\u2bff" else 0.5


def words(rows: Iterable[Row]) -> str:
    """The strings of rows, for looking at them as one."""
    return "\n".join(row.string for row in rows)
