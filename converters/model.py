"""The vocabulary: a document whose every run of text knows where in the seed it came from.

Offsets are code points of the decoded seed, half-open. The pieces of a `Text` carry the seed's
characters; everything that is not a character (note marks, page breaks, emphasis, citations) is a
standoff mark, so that rules on wording see the bare string.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

from converters.messages import Message
from converters.schema.derivations import Derivation
from converters.schema.genres import Genre
from converters.schema.reasons import Reason


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
        return joined((self, other))

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
        first = max(0, bisect_left(self._starts, start) - 1)
        at = self._starts[first] if self._starts else 0
        pieces: list[Piece] = []
        for index in range(first, len(self.pieces)):
            piece = self.pieces[index]
            after = at + len(piece.text)
            if at > end or (at == end < len(self)):
                break
            if not piece.text:
                if start <= at < end or (at == end == len(self)):
                    pieces.append(piece)
            elif after > start and at < end:
                pieces.append(_part(piece, max(start, at) - at, min(end, after) - at))
            at = after
        marks = tuple(
            replace(m, start=max(m.start, start) - start, end=min(m.end, end) - start)
            for m in self._near(start, end)
            if (start <= m.start and m.end <= end) or (m.start < end and m.end > start)
        )
        return Text(tuple(pieces), marks)

    @cached_property
    def _starts(self) -> list[int]:
        """Where in the string each piece begins."""
        lengths = (len(piece.text) for piece in self.pieces)
        return list(accumulate(lengths, initial=0))[: len(self.pieces)]

    @cached_property
    def _ordered(self) -> tuple[list[Mark], list[int]]:
        """The marks by their starts, and how far each, or one before it, reaches."""
        marks = sorted(self.marks, key=lambda mark: mark.start)
        return marks, list(accumulate((mark.end for mark in marks), max))

    def _near(self, start: int, end: int) -> list[Mark]:
        """The marks that can touch [start, end]."""
        marks, reach = self._ordered
        low = bisect_left(reach, start)
        return marks[low : bisect_right(marks, end, low, key=lambda mark: mark.start)]


def joined(texts: Iterable[Text]) -> Text:
    """One text after another."""
    pieces: list[Piece] = []
    marks: list[Mark] = []
    length = 0
    for text in texts:
        pieces += text.pieces
        marks += (replace(m, start=m.start + length, end=m.end + length) for m in text.marks)
        length += len(text)
    return Text(tuple(pieces), tuple(marks))


def _part(piece: Piece, low: int, high: int) -> Piece:
    """The characters [low, high) of a piece."""
    if (low, high) == (0, len(piece.text)):
        return piece
    if piece.rule:
        span = piece.span if low == 0 else Span(piece.span.end, piece.span.end)
        return Piece(piece.text[low:high], span, piece.rule)
    first = piece.span.start + low
    return Piece(piece.text[low:high], Span(first, first + high - low))


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
        text = _replaced("".join(piece.text for piece in touched), group, begin)
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


def _replaced(string: str, edits: Iterable[Edit], begin: int) -> str:
    """The string, which begins at `begin` of what the edits count from, after them."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (string[at : edit.start - begin], edit.text)
        at = edit.end - begin
    return "".join((*parts, string[at:]))


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
    starts = [edit.start for edit in edits]
    growth = (len(edit.text) - (edit.end - edit.start) for edit in edits)
    shifts = list(accumulate(growth, initial=0))  # before each edit, and after all

    def move(position: int) -> int:
        done = bisect_left(starts, position)  # edits that begin before the position
        if done and edits[done - 1].end > position:
            # Inside what is replaced: keep it within the new text.
            edit = edits[done - 1]
            return edit.start + shifts[done - 1] + min(position - edit.start, len(edit.text))
        return position + shifts[done]

    return tuple(replace(m, start=move(m.start), end=move(m.end)) for m in marks)


def compact(text: Text) -> Text:
    """The same text with neighbouring kept pieces joined into one."""
    runs: list[list[Piece]] = []
    for piece in text.pieces:
        last = runs[-1][-1] if runs else None
        if last and not (last.rule or piece.rule) and last.span.end == piece.span.start:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return Text(tuple(map(_merged, runs)), text.marks)


def _merged(pieces: list[Piece]) -> Piece:
    """Neighbouring kept pieces as one."""
    if len(pieces) == 1:
        return pieces[0]
    words = "".join(piece.text for piece in pieces)
    return Piece(words, Span(pieces[0].span.start, pieces[-1].span.end))


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
    """A note: printed `mark` (a number or an asterisk), original `page` (None without pages)."""

    label: str
    mark: str
    page: str | None
    text: Text
    on: str = "text"  # or the name of the field that calls it (title, author)


@dataclass(frozen=True)
class Removal:
    """A part of the seed that is not part of the text, and why (a `Reason`)."""

    span: Span
    reason: Reason


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
    genre: Genre | None = None  # None where the seed does not tell it
    derivation: Derivation = Derivation.ORIGINAL
    summary_label: str = ""  # what the page of a machine's summary calls it
    messages: tuple[Message, ...] = ()
