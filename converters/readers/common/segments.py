"""Segments: what each row of a page, or a part of one, is for the text."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from converters.ledger import texts
from converters.model import Document, Paragraph, Removal, Span, Text
from converters.readers.common.reading import Reading, Row
from converters.schema.reasons import Reason
from converters.schema.roles import Role
from converters.seed import Seed
from converters.text import drop_invisible, prose


@dataclass(frozen=True, slots=True)
class Segment:
    """A row, or a part of one: what it is for the text, or why it is no part of it."""

    row: Row
    use: Role | Reason


#: The characters [start, end) of a row, and what they are.
Part = tuple[Role | Reason, int, int]


def split(row: Row, parts: Iterable[Part]) -> list[Segment]:
    """The parts of a row, in order; what stands between them is a separator."""
    found: list[Segment] = []
    at = 0
    for use, start, end in sorted(parts, key=lambda part: part[1]):
        found += [
            Segment(row.part(at, start), Reason.SEPARATOR),
            Segment(row.part(start, end), use),
        ]
        at = end
    found.append(Segment(row.part(at), Reason.SEPARATOR))
    return [segment for segment in found if segment.row]


def rows_of(segments: Iterable[Segment], *roles: Role) -> list[Row]:
    """The rows of the segments that have one of these roles."""
    # By identity: a role and a reason may be the same word.
    return [s.row for s in segments if any(s.use is role for role in roles)]


def removals(reading: Reading, segments: Iterable[Segment]) -> list[Removal]:
    """The segments that are no part of the text."""
    return [
        removal
        for segment in segments
        if isinstance(segment.use, Reason)
        for removal in reading.remove(segment.row.start, segment.row.end, segment.use)
    ]


def text_of(reading: Reading, row: Row) -> Text:
    """The prose of a row."""
    return prose(reading.cut(row.start, row.end))


def paragraphs(reading: Reading, rows: Iterable[Row]) -> tuple[Paragraph, ...]:
    """A paragraph for each row."""
    return tuple(Paragraph(text_of(reading, row)) for row in rows)


def without_invisible(seed: Seed, document: Document) -> Document:
    """The document with the invisible characters that stand in none of its texts removed."""
    held = bytearray(len(seed.text))
    spans = [piece.span for _, text in texts(document) for piece in text.pieces]
    for span in (*spans, *(removal.span for removal in document.removed)):
        held[span.start : span.end] = b"\1" * (span.end - span.start)
    stray = [edit for edit in drop_invisible(seed.text) if not held[edit.start]]
    removed = [Removal(Span(edit.start, edit.end), Reason.INVISIBLE) for edit in stray]
    return replace(document, removed=(*document.removed, *removed))
