"""Reads a document from a string, and shows it with its marks in the running text."""

import re
from dataclasses import dataclass

from converters.ledger import balance
from converters.model import Document, Heading, NoteRef, PageBreak, Paragraph, Text
from converters.readers import READERS, reader_for
from converters.readers.common.reader import Hints
from converters.seed import Correction, Seed


def show(text: Text) -> str:
    """The words, a note mark as `[n71-1]`, a page break as `|72|`, the opening page as `|71!|`."""
    parts = []
    at = 0
    for mark in text.marks:
        if isinstance(mark.what, NoteRef | PageBreak):
            parts.append(text.string[at : mark.start])
            at = mark.start
            if isinstance(mark.what, NoteRef):
                parts.append(f"[{mark.what.label}]")
            else:
                parts.append(f"|{mark.what.page}{'!' if mark.what.opening else ''}|")
    return "".join(parts) + text.string[at:]


def block(one: Heading | Paragraph) -> str:
    """A block on one line; a heading with its level as `##` and its number."""
    if isinstance(one, Heading):
        return f"{'#' * one.level} {one.number.string}{show(one.text)}"
    return show(one.text)


@dataclass(frozen=True)
class Seen:
    """A document as tests look at it. Its ledger was balanced."""

    document: Document
    abstract: list[str]
    blocks: list[str]
    notes: dict[str, str]
    endmatter: list[str]
    fields: dict[str, str]
    codes: list[str]

    @property
    def paragraphs(self) -> list[str]:
        return [one for one in self.blocks if not one.startswith("#")]

    @property
    def headings(self) -> list[str]:
        return [one for one in self.blocks if one.startswith("#")]

    @property
    def pages(self) -> list[str]:
        return re.findall(r"\|(\d+!?)\|", "".join([*self.abstract, *self.blocks]))


def see(seed: Seed, kind: str = "", hints: Hints | None = None) -> Seen:
    """The document of a seed. Raises EditionError if a character of it is lost or counted twice."""
    reader = READERS[kind] if kind else reader_for(seed)
    document = reader.read(seed, hints or Hints())
    balance(seed, document)
    return Seen(
        document=document,
        abstract=[show(one.text) for one in document.abstract],
        blocks=[block(one) for one in document.body],
        notes={note.label: note.text.string for note in document.notes},
        endmatter=[show(one.text) for one in document.endmatter],
        fields={one.name: one.value for one in document.fields},
        codes=[one.code for one in document.messages],
    )


def see_text(text: str, kind: str = "", hints: Hints | None = None, *emended: Correction) -> Seen:
    """The document of a string."""
    return see(Seed("x.txt", text, "", emended), kind, hints)
