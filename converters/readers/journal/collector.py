"""What the reading of front matter gathers: fields, abstract, what is removed, note calls."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from converters.model import Field, Removal, Text
from converters.readers.common.compose import Token, compose, removals
from converters.readers.common.notes import Style, star_call
from converters.readers.common.reading import Reading, Row
from converters.readers.journal.pages import PageRow
from converters.readers.journal.paragraphs import ParagraphRows
from converters.readers.journal.parts import FieldCall
from converters.schema.reasons import Reason
from converters.text import prose


@dataclass
class Collector:
    """Fields and other parts of the front matter while it is read."""

    reading: Reading
    style: Style | None
    fields: list[Field] = field(default_factory=list)
    abstract: list[ParagraphRows] = field(default_factory=list)
    endmatter: list[ParagraphRows] = field(default_factory=list)
    removed: list[Removal] = field(default_factory=list)
    calls: list[FieldCall] = field(default_factory=list)

    def has(self, name: str) -> bool:
        return any(stated.name == name for stated in self.fields)

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

    def drop(self, row: Row, reason: Reason) -> None:
        self.removed += self.reading.remove(row.start, row.end, reason)

    def marks(self, placed: PageRow, on: str) -> list[Token]:
        """The note marks of a title or author line, kept as calls on it."""
        row = placed.row
        found = list(self.style.calls(row.string)) if self.style else []
        star = star_call(row.string)
        tokens = []
        for mark in [*found, *([star] if star else [])]:
            start, end = row.start + mark.start, row.start + mark.end
            self.calls.append(FieldCall(mark, start, end, placed.page, on))
            tokens.append(Token(start, end, Reason.NOTE_MARK))
        return tokens
