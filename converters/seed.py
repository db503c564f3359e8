"""A seed: the raw text file as received, its lines and their offsets."""

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from converters.messages import stop
from converters.model import Piece, Span, Text

LIMIT = 8_000_000  # bytes; a book has about 2,000,000
_LINE_END = re.compile(r"\r\n|\n|\r")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the seed without its line end; `number` counts from 1."""

    number: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset after the last character, before the line end."""
        return self.start + len(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether the line holds nothing but white space."""
        return not self.text.strip()


@dataclass(frozen=True)
class Correction:
    """An emendation found in the seed: this span is read as `reading`.

    `where`: `file:line` of the record that makes it.
    """

    span: Span
    reading: str
    name: str
    where: str = ""


@dataclass(frozen=True)
class Seed:
    """The decoded text of a seed, with the emendations that its record makes, in reading order."""

    name: str
    text: str
    sha256: str
    corrections: tuple[Correction, ...] = field(default=())

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines, ended by LF, CRLF or CR."""
        return tuple(
            Line(number, match.start(), match[0].rstrip("\r\n"))
            for number, match in enumerate(
                re.finditer(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z", self.text), 1
            )
        )

    def line_at(self, offset: int) -> int:
        """The number of the line that holds this offset."""
        return bisect_right(self._line_ends, offset) + 1

    @cached_property
    def _line_ends(self) -> list[int]:
        """The offsets after each line end."""
        return [match.end() for match in _LINE_END.finditer(self.text)]

    def where(self, offset: int) -> str:
        """`name:line` of an offset, as messages give it."""
        return f"{self.name}:{self.line_at(offset)}"

    def cut(self, start: int, end: int) -> Text:
        """The text of [start, end) with the emendations in it made.

        Raises ValueError where the span cuts an emendation in two.
        """
        pieces: list[Piece] = []
        at = start
        first = bisect_right(self.corrections, start, key=lambda correction: correction.span.end)
        for correction in self.corrections[first:]:
            span = correction.span
            if span.start >= end:
                break
            if span.start < start or span.end > end:
                raise ValueError(f"{correction.name} reaches out of the text it stands in")
            if span.start > at:
                pieces.append(Piece(self.text[at : span.start], Span(at, span.start)))
            pieces.append(Piece(correction.reading, span, correction.name))
            at = span.end
        if at < end:
            pieces.append(Piece(self.text[at:end], Span(at, end)))
        return Text(tuple(pieces))


def read_seed(path: Path) -> Seed:
    """The seed at `path`. Raises EditionError if it is missing, empty, too large or no text."""
    name = path.name
    if not path.is_file():
        raise stop("seed-missing", name, record=f"{path.stem}.toml")
    size = path.stat().st_size
    if size > LIMIT:
        raise stop("seed-too-large", name, size=size, limit=LIMIT)
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise stop("seed-not-utf8", f"{name}:{line}", byte=error.start) from None
    if control := _CONTROL.search(text):
        line = text[: control.start()].count("\n") + 1
        raise stop("seed-binary", f"{name}:{line}", control=ord(control[0]))
    if not text.strip("\ufeff \t\r\n\u3000"):
        raise stop("seed-empty", name)
    return Seed(name, text, hashlib.sha256(data).hexdigest())
