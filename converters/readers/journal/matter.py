"""What stands before and after the text of a journal article, as its readers speak of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from converters.characters import has_han
from converters.model import Field, Removal, Text
from converters.readers.common.compose import Token, compose, removals
from converters.readers.common.labels import Statement, statement
from converters.readers.common.notes import NoteMark, Style, star_call
from converters.readers.common.reading import Reading, Row
from converters.readers.journal.pages import Placed
from converters.text import prose

Group = tuple[Placed, ...]


class Lines(Protocol):
    """What a kind of source knows about the ends of its lines."""

    @property
    def style(self) -> Style | None:
        """How notes are marked."""

    def breaks(self, above: Placed, below: Placed) -> bool:
        """Whether a paragraph ends between two rows."""

    def ends_statement(self, above: Row, below: Row) -> bool:
        """Whether a statement that needs no full stop (keywords …) ends between two rows."""


@dataclass(frozen=True, slots=True)
class FieldCall:
    """A note mark on a field (`title`, `author`); its place in the reading."""

    mark: NoteMark
    start: int
    end: int
    page: int
    on: str


@dataclass(frozen=True)
class Matter:
    """What was found; `rest` is the text itself."""

    rest: tuple[Placed, ...]
    fields: tuple[Field, ...] = ()
    abstract: tuple[Group, ...] = ()
    endmatter: tuple[Group, ...] = ()
    removed: tuple[Removal, ...] = ()
    calls: tuple[FieldCall, ...] = ()

    def and_back(self, other: "Matter") -> "Matter":
        """Front and end matter together."""
        return replace(
            self,
            rest=other.rest,
            fields=(*self.fields, *other.fields),
            endmatter=(*self.endmatter, *other.endmatter),
        )


@dataclass
class Collector:
    """Fields and other parts of the front matter while it is read."""

    reading: Reading
    style: Style | None
    fields: list[Field] = field(default_factory=list)
    abstract: list[Group] = field(default_factory=list)
    endmatter: list[Group] = field(default_factory=list)
    removed: list[Removal] = field(default_factory=list)
    calls: list[FieldCall] = field(default_factory=list)

    def has(self, name: str) -> bool:
        return any(one.name == name for one in self.fields)

    def add(
        self, name: str, rows: Iterable[Row], value: str = "", tokens: list[Token] | None = None
    ) -> None:
        """A field that the words of these rows state."""
        text = prose(compose(self.reading, rows, tokens or []))
        self.removed += removals(self.reading, tokens or [])
        self.fields.append(Field(name, text, value or text.string))

    def imply(self, name: str, value: str) -> None:
        """A field that follows from words which are already accounted for."""
        if value and not self.has(name):
            self.fields.append(Field(name, Text(), value))

    def drop(self, row: Row, reason: str) -> None:
        self.removed += self.reading.remove(row.start, row.end, reason)

    def marks(self, placed: Placed, on: str) -> list[Token]:
        """The note marks of a title or author line, kept as calls on it."""
        row = placed.row
        found = list(self.style.calls(row.string)) if self.style else []
        star = star_call(row.string)
        tokens = []
        for mark in [*found, *([star] if star else [])]:
            start, end = row.start + mark.start, row.start + mark.end
            self.calls.append(FieldCall(mark, start, end, placed.page, on))
            tokens.append(Token(start, end, "note-mark"))
        return tokens


def extent(fields: Iterable[Field]) -> tuple[int, int] | None:
    """First page and number of pages, where a field states both."""
    for one in fields:
        if one.name == "pages" and (match := re.fullmatch(r"(\d+)-(\d+)", one.value)):
            return int(match[1]), int(match[2]) - int(match[1]) + 1
    return None


def groups(placed: Sequence[Placed], lines: Lines) -> list[Group]:
    """The paragraphs of some rows; a labelled statement begins a new one."""
    found: list[list[Placed]] = []
    said: Statement | None = None  # the statement that the last group is
    western = True  # whether the last group is written in letters alone
    for one in placed:
        begun = statement(one.row.string)
        letters = is_western(one.row)
        if not found or begun or lines.breaks(found[-1][-1], one):
            is_new = True
        elif said is None or said.name == "abstract":
            is_new = western and not letters
        elif said.name == "english":
            is_new = not letters
        else:
            is_new = letters or lines.ends_statement(found[-1][-1].row, one.row)
        if is_new:
            found.append([one])
            said, western = begun, letters
        else:
            found[-1].append(one)
            western = western and letters
    return [tuple(group) for group in found]


def is_western(row: Row) -> bool:
    """Whether a line is written in letters alone."""
    return not has_han(row.string) and bool(re.search("[A-Za-z]{2}", row.string))
