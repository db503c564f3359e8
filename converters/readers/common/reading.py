"""A seed as it is read: its text with the emendations made, cut into rows.

Readers look at this string, not at the seed's, so that an emendation can mend a note mark or a
label; what they cut from it still knows its place in the seed.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from converters.model import Piece, Removal, Span, Text
from converters.schema.reasons import Reason
from converters.seed import Seed
from converters.text import drop_invisible

BLANKS = " \t\u00a0\u2002\u2003\u3000\ufeff"
_EDGES = BLANKS + "\x0b\x0c\u1680\u2000\u2001\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_SHAPELESS = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\ufeff" + _EDGES
_UNSEEN = _SHAPELESS + "\r\n"
_BLANK = re.compile(r"\s")
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

    def __bool__(self) -> bool:
        return bool(self.string)

    def part(self, start: int, end: int | None = None) -> "Row":
        """The part [start, end) of its string, without blanks at the ends, on the same line."""
        string = self.string[start:end]
        low = self.start + start + len(string) - len(string.lstrip(_EDGES))
        bare = string.strip(_EDGES)
        return replace(self, start=low, end=low + len(bare), string=bare)


@dataclass(frozen=True)
class Reading:
    """The text of a seed with its emendations made.

    `plain`: without the characters that have no shape, and every blank of a row is an ordinary
    space, so that rules need not know the others.
    """

    seed: Seed
    plain: bool = False

    @cached_property
    def text(self) -> Text:
        """The whole text."""
        text = Text(_anchored(self.seed.cut(0, len(self.seed.text)).pieces))
        return text.apply(drop_invisible(text.string)) if self.plain else text

    @property
    def string(self) -> str:
        """What a reader reads."""
        return self.text.string

    def cut(self, start: int, end: int) -> Text:
        """The text of [start, end)."""
        return self.text.slice(start, end)

    def remove(self, start: int, end: int, reason: Reason) -> tuple[Removal, ...]:
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
                    row = _row(part, bare, start, gap, feed)
                    found.append(replace(row, string=_BLANK.sub(" ", bare)) if self.plain else row)
                    gap, feed = 0, False
                start += len(part)
            if not match[0].strip(_EDGES + "\r\n"):
                gap += 1
        return tuple(found)


def _anchored(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces, each emendation hanging on a character that a row holds.

    Rows hold neither line ends nor the blanks beside them. An emendation of which nothing is left
    but those goes with the last character before it that can be seen; of one that begins with
    them, the span goes with the first character that can be seen. At the very beginning, where no
    character is before it, the first after it takes it.
    """
    found: list[Piece] = []
    for n, piece in enumerate(pieces):
        if not piece.rule:
            found.append(piece)
        elif words := piece.text.lstrip(_UNSEEN):
            if lead := piece.text[: len(piece.text) - len(words)]:
                found.append(Piece(lead, Span(piece.span.start, piece.span.start), piece.rule))
            found.append(Piece(words, piece.span, piece.rule))
        elif not piece.text and any(
            after.text[:1].strip(_UNSEEN) for after in pieces[n + 1 : n + 2]
        ):
            found.append(piece)  # it goes with the character after it
        else:
            found += _hung(found, piece)
    return tuple(_led(found))


def _led(found: list[Piece]) -> list[Piece]:
    """The pieces; emendations before the first character that can be seen are part of its piece."""
    seen = next((n for n, piece in enumerate(found) if piece.text.strip(_UNSEEN)), 0)
    rules = [rule for piece in found[:seen] for rule in piece.rule.split("+") if rule]
    if not rules:
        return found
    first = found[seen]
    blanks = len(first.text) - len(first.text.lstrip(_UNSEEN))
    end = len(first.text) if first.rule else blanks + 1
    rule = "+".join(dict.fromkeys([*rules, *filter(None, first.rule.split("+"))]))
    start = found[0].span.start
    middle = first.span.end if first.rule else first.span.start + end
    lead = "".join(piece.text for piece in found[:seen]) + first.text[:blanks]
    pieces = [Piece(lead, Span(start, start), rule)] if lead else []
    pieces.append(Piece(first.text[blanks:end], Span(start, middle), rule))
    if end < len(first.text):
        pieces.append(Piece(first.text[end:], Span(middle, first.span.end)))
    return [*pieces, *found[seen + 1 :]]


def _hung(found: list[Piece], piece: Piece) -> list[Piece]:
    """The last pieces of `found`, taken from it, and one of which nothing can be seen, as one."""
    taken = [piece]
    while found and not found[-1].text.strip(_UNSEEN):
        taken.insert(0, found.pop())
    if not found:
        return taken
    last = found.pop()
    kept = 0 if last.rule else len(last.text.rstrip(_UNSEEN)) - 1
    middle = last.span.start + kept
    text = last.text[kept:] + "".join(one.text for one in taken)
    rules = [rule for one in (last, *taken) for rule in one.rule.split("+") if rule]
    whole = Piece(text, Span(middle, piece.span.end), "+".join(dict.fromkeys(rules)))
    return [Piece(last.text[:kept], Span(last.span.start, middle)), whole] if kept else [whole]


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
