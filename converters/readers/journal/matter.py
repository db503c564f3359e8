"""What stands before and after the text of a journal article, as its readers speak of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from converters.characters import is_han
from converters.model import Field, Removal, Text
from converters.readers.common.compose import Token, compose, removals
from converters.readers.common.labels import statement
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
    for one in placed:
        if not found or statement(one.row.string) or _is_new(found[-1], one, lines):
            found.append([one])
        else:
            found[-1].append(one)
    return [tuple(group) for group in found]


def _is_new(group: Sequence[Placed], one: Placed, lines: Lines) -> bool:
    """Whether a row that is no statement begins a paragraph."""
    last = group[-1]
    if lines.breaks(last, one):
        return True
    said = statement(group[0].row.string)
    if said is None or said.name == "abstract":
        return all(is_western(each.row) for each in group) and not is_western(one.row)
    if said.name == "english":
        return not is_western(one.row)
    return is_western(one.row) or lines.ends_statement(last.row, one.row)


def is_western(row: Row) -> bool:
    """Whether a line is written in letters alone."""
    return not any(map(is_han, row.string)) and bool(re.search("[A-Za-z]{2}", row.string))
