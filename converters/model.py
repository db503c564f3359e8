"""The vocabulary: a document whose every run of text knows where in the seed it came from.

Offsets are code points of the decoded seed, half-open. A `Text` carries the seed's characters as
`Piece`s and everything that is not a character (note marks, page breaks, emphasis, citations) as
standoff `Mark`s, so that rules on wording see the bare string.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from converters.messages import Message


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points [start, end) of the seed."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text and the part of the seed it stands for.

    Where `rule` is empty the text is that part, character by character. Otherwise it was changed:
    `rule` names the rule, or the emendation (`emendation-3`), that changed it.
    """

    text: str
    span: Span
    rule: str = ""


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The place that calls a note (`label`, e.g. `n119-1`)."""

    label: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The place where original page `page` begins; `opening` where no page ends there."""

    page: str
    opening: bool = False


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that the source sets off: `strong` (bold) or `emphasis` (italics)."""

    style: str = "strong"


@dataclass(frozen=True, slots=True)
class Cited:
    """Words that cite the work `key` of refs.bib, at `locator` (a pin-cite as printed)."""

    key: str
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that stands in a text at [start, end) of its string; a point has start == end."""

    start: int
    end: int
    what: NoteRef | PageBreak | Emphasis | Cited


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace [start, end) of a string by `text`, for the reason `rule`."""

    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True)
class Text:
    """Characters with their origin, and the marks among them."""

    pieces: tuple[Piece, ...] = ()
    marks: tuple[Mark, ...] = ()

    @cached_property
    def string(self) -> str:
        """What a reader reads, without marks."""
        return "".join(piece.text for piece in self.pieces)

    def __len__(self) -> int:
        return len(self.string)

    def __bool__(self) -> bool:
        return bool(self.pieces or self.marks)

    def __add__(self, other: "Text") -> "Text":
        shift = len(self)
        moved = tuple(replace(m, start=m.start + shift, end=m.end + shift) for m in other.marks)
        return Text(self.pieces + other.pieces, self.marks + moved)

    def marked(self, *marks: Mark) -> "Text":
        """The same text with more marks, all in reading order."""
        return Text(self.pieces, tuple(sorted((*self.marks, *marks), key=_mark_order)))

    def apply(self, edits: Iterable[Edit]) -> "Text":
        """The text after non-overlapping edits of its string; marks keep their places.

        A piece that an edit touches is split; what was changed before and is changed again
        carries both rules. Raises ValueError for edits that overlap or run out of the string.
        """
        ordered = sorted(edits, key=lambda e: (e.start, e.end))
        if not ordered:
            return self
        last = 0
        for edit in ordered:
            if edit.start < last or edit.end > len(self):
                raise ValueError(f"edit out of order or range: {edit}")
            last = edit.end
        return compact(Text(tuple(_edited(self.pieces, ordered)), _shifted(self.marks, ordered)))

    def slice(self, start: int, end: int) -> "Text":
        """The part [start, end) of the string with the marks inside it.

        Pieces without characters (what was deleted) go with the character after them, so that
        slices that follow each other share no piece and lose none; the last slice, which ends at
        the end of the text, takes those at the end. Where a changed piece is cut in two, its span
        goes with its first character, for no one can say which part of it stands for which.
        """
        pieces: list[Piece] = []
        at = 0
        for piece in self.pieces:
            after = at + len(piece.text)
            if not piece.text:
                if start <= at < end or (at == end == len(self)):
                    pieces.append(piece)
            elif after > start and at < end:
                low, high = max(start, at) - at, min(end, after) - at
                if (low, high) == (0, len(piece.text)):
                    pieces.append(piece)
                elif piece.rule:
                    span = piece.span if low == 0 else Span(piece.span.end, piece.span.end)
                    pieces.append(Piece(piece.text[low:high], span, piece.rule))
                else:
                    first = piece.span.start + low
                    pieces.append(Piece(piece.text[low:high], Span(first, first + high - low)))
            at = after
        marks = tuple(
            replace(m, start=max(m.start, start) - start, end=min(m.end, end) - start)
            for m in self.marks
            if (start <= m.start and m.end <= end) or (m.start < end and m.end > start)
        )
        return Text(tuple(pieces), marks)


def _mark_order(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _edited(pieces: Iterable[Piece], edits: list[Edit]) -> Iterator[Piece]:
    """The pieces after the edits: untouched ones as they are, touched ones cut or merged."""
    cells = list(_cut(pieces, (at for edit in edits for at in (edit.start, edit.end))))
    at = 0  # position in the string
    index = 0  # position in cells
    done = 0  # position in edits
    while done < len(edits):
        first = edits[done]
        while index < len(cells) and at + len(cells[index].text) <= first.start:
            if not cells[index].text and at == first.start == first.end:
                break
            yield cells[index]
            at += len(cells[index].text)
            index += 1
        begin = at
        touched: list[Piece] = []
        group: list[Edit] = []
        # A changed piece is not cut: all edits that meet in one are made together.
        while done < len(edits) and (not group or edits[done].start < at):
            group.append(edits[done])
            done += 1
            while index < len(cells) and at < group[-1].end:
                touched.append(cells[index])
                at += len(cells[index].text)
                index += 1
        text = "".join(piece.text for piece in touched)
        for edit in reversed(group):
            text = text[: edit.start - begin] + edit.text + text[edit.end - begin :]
        rules = [rule for piece in touched for rule in piece.rule.split("+") if rule]
        rule = "+".join(dict.fromkeys([*rules, *(edit.rule for edit in group)]))
        if touched:
            spans = list(_joined(piece.span for piece in touched))
        else:  # an insertion: it stands for no character of the seed
            here = cells[index].span.start if index < len(cells) else cells[-1].span.end
            spans = [Span(here, here)]
        yield Piece(text, spans[0], rule)
        yield from (Piece("", span, rule) for span in spans[1:])
    yield from cells[index:]


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Neighbouring spans as one; what stands between others (a note mark) is not theirs."""
    last: Span | None = None
    for span in spans:
        if last and last.end == span.start:
            last = Span(last.start, span.end)
        else:
            if last:
                yield last
            last = span
    if last:
        yield last


def _cut(pieces: Iterable[Piece], positions: Iterable[int]) -> Iterator[Piece]:
    """The pieces, kept ones cut at these positions of the string; changed ones stay whole."""
    cuts = iter(sorted(set(positions)))
    cut = next(cuts, None)
    at = 0
    for piece in pieces:
        rest = piece
        while cut is not None and cut < at + len(rest.text):
            low = cut - at
            if low > 0 and not rest.rule:
                middle = rest.span.start + low
                yield Piece(rest.text[:low], Span(rest.span.start, middle))
                rest = Piece(rest.text[low:], Span(middle, rest.span.end))
                at = cut
            cut = next(cuts, None)
        yield rest
        at += len(rest.text)


def _shifted(marks: Iterable[Mark], edits: list[Edit]) -> tuple[Mark, ...]:
    def move(position: int) -> int:
        shift = 0
        for edit in edits:
            if edit.end <= position and (edit.start < position or edit.end > edit.start):
                shift += len(edit.text) - (edit.end - edit.start)
            elif edit.start < position:  # inside what is replaced: keep it within the new text
                return edit.start + shift + min(position - edit.start, len(edit.text))
            else:
                break
        return position + shift

    return tuple(replace(m, start=move(m.start), end=move(m.end)) for m in marks)


def compact(text: Text) -> Text:
    """The same text with neighbouring kept pieces joined into one."""
    pieces: list[Piece] = []
    for piece in text.pieces:
        last = pieces[-1] if pieces else None
        if last and not (last.rule or piece.rule) and last.span.end == piece.span.start:
            pieces[-1] = Piece(last.text + piece.text, Span(last.span.start, piece.span.end))
        else:
            pieces.append(piece)
    return Text(tuple(pieces), text.marks)


@dataclass(frozen=True)
class Field:
    """A statement about the text that the seed itself makes (title, author, date…).

    `name` is a field of the record's identity; `value` its normal form (ISO date, bare number).
    """

    name: str
    text: Text
    value: str


@dataclass(frozen=True)
class Heading:
    """A heading of the text; `level` counts from 1; `number` as printed (一、 or 01), if any."""

    text: Text
    level: int
    number: Text = field(default_factory=Text)
    id: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, whole, however many lines and pages the source spread it over."""

    text: Text
    id: str = ""


@dataclass(frozen=True)
class Table:
    """A table whose first row is its head: cells parted by tabs, rows by line ends."""

    text: Text
    id: str = ""

    @property
    def rows(self) -> list[list[Text]]:
        """The cells, as many in each row; what a row lacks is empty."""
        rows: list[list[Text]] = []
        start = 0
        for line in self.text.string.split("\n"):
            rows.append([])
            for words in line.split("\t"):
                rows[-1].append(self.text.slice(start, start + len(words)))
                start += len(words) + 1
        width = max(map(len, rows))
        return [row + [Text()] * (width - len(row)) for row in rows]


Block = Heading | Paragraph | Table


@dataclass(frozen=True)
class Note:
    """A note: printed `mark` (1, 2, … or *), original `page` (None where there are none)."""

    label: str
    mark: str
    page: str | None
    text: Text
    on: str = "text"  # or the name of the field that calls it (title, author)


@dataclass(frozen=True)
class Removal:
    """A part of the seed that is not part of the text, and why (a `Reason`)."""

    span: Span
    reason: str


@dataclass(frozen=True)
class Document:
    """A text read from a seed: everything in it, with its place in the seed."""

    fields: tuple[Field, ...] = ()
    abstract: tuple[Paragraph, ...] = ()
    introduction: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    endmatter: tuple[Paragraph, ...] = ()
    removed: tuple[Removal, ...] = ()
    note_marks: str = ""  # circled, bracketed, or nothing where the text has no notes
    nature: str = "article"  # article, republication, translation, machine-summary
    messages: tuple[Message, ...] = ()
