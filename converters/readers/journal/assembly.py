"""The document of a journal article, from its pages, its front and end matter and its blocks."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from converters.messages import Message, message
from converters.model import (
    Block,
    Document,
    Field,
    Heading,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Removal,
    Text,
)
from converters.readers.common.compose import Markup, Token, Words, compose, removals
from converters.readers.common.genres import genre_of_fields
from converters.readers.common.headings import heading, levels
from converters.readers.common.markdown import markdown_prefix, opening, plain
from converters.readers.common.notes import STAR, NoteMark, Numbered, Style, link
from converters.readers.common.reader import Hints
from converters.readers.common.reading import Reading, Row
from converters.readers.common.tables import with_tables
from converters.readers.journal.pages import NoteRows, Page, number_pages
from converters.readers.journal.paragraphs import ParagraphRows
from converters.readers.journal.parts import ArticleParts, FieldCall, extent
from converters.readers.journal.segmentation import Segments
from converters.schema.ids import ASTERISK, note_labels
from converters.schema.reasons import Reason
from converters.text import note_text, prose

#: Characters of a running head that is a title; shorter ones are names of journals and columns.
_SHORTEST_TITLE = 8
_ISSUE = re.compile(r"\d\s*[期卷年]")

#: What mark-up a row holds besides note marks.
Marked = Callable[[Row], Markup]


def unmarked(row: Row) -> Markup:
    """Plain text holds no mark-up."""
    return Markup()


@dataclass(frozen=True, slots=True)
class Draft:
    """A block of the text: a paragraph, or a heading."""

    rows: ParagraphRows
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A place that calls a note; `on` names the field it hangs on."""

    mark: NoteMark
    start: int
    end: int
    page: int
    on: str = "text"


@dataclass
class ArticleBuilder:
    """A document while its parts are put together."""

    reading: Reading
    style: Style | None
    marked: Marked = unmarked
    numbers: Sequence[str | None] = ()
    removed: list[Removal] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    page: int = -1
    refs: dict[int, str] = field(default_factory=dict)  # labels by the offset of their call

    def document(
        self,
        parts: ArticleParts,
        drafts: Sequence[Draft],
        pages: Sequence[Page],
        segments: Segments,
        hints: Hints,
    ) -> Document:
        """The whole document."""
        self.numbers, messages = number_pages(
            [page.printed for page in pages],
            extent(parts.fields),
            hints.first_page,
            self.reading.where(0),
        )
        self.messages += messages
        self.removed += parts.removed
        for row, reason in (*segments.furniture, *_others(self.reading, pages)):
            self.removed += self.reading.remove(row.start, row.end, reason)
        groups = [*parts.abstract, *(d.rows for d in drafts), *parts.endmatter]
        notes = self._notes(self._calls(parts.calls, groups), pages)
        abstract = tuple(Paragraph(prose(self._text(group))) for group in parts.abstract)
        body = self._body(drafts)
        endmatter = tuple(Paragraph(prose(self._text(group))) for group in parts.endmatter)
        return Document(
            fields=(*parts.fields, *_implied_title(parts.fields, segments)),
            abstract=abstract,
            body=tuple(body),
            notes=notes,
            endmatter=endmatter,
            removed=tuple(sorted(self.removed, key=lambda removal: removal.span)),
            note_marks=self.style.printed if self.style and notes else "",
            genre=genre_of_fields(parts.fields),
            messages=tuple(self.messages),
        )

    def _calls(self, on_fields: Iterable[FieldCall], groups: Iterable[ParagraphRows]) -> list[Call]:
        calls = [Call(c.mark, c.start, c.end, c.page, c.on) for c in on_fields]
        if self.style:
            for group in groups:
                for placed in group:
                    row = placed.row
                    for mark in self.style.calls(row.string):
                        at, end = row.start + mark.start, row.start + mark.end
                        calls.append(Call(mark, at, end, placed.page))
        return sorted(calls, key=lambda call: call.start)

    def _notes(self, calls: Sequence[Call], pages: Sequence[Page]) -> tuple[Note, ...]:
        """The notes, linked; `refs` and messages are filled."""
        bodies = [(index, note) for index, page in enumerate(pages) for note in page.notes]
        linked = link(
            [Numbered(call.page, call.mark.number, call.mark.sure) for call in calls],
            [Numbered(page, note.mark.number) for page, note in bodies],
        )
        labels = self._labels(bodies)
        numbers = {(page, note.mark.number) for page, note in bodies}
        on: dict[int, str] = {}
        for at, call in enumerate(calls):
            if at in linked:
                on[linked[at]] = call.on
                if call.on == "text":
                    self.refs[call.start] = labels[linked[at]]
            elif bodies and (call.mark.sure or (call.page, call.mark.number) in numbers):
                self._orphan("note-orphan-mark", call.start, call.page, call.mark)
        notes = []
        for index, (page, note) in enumerate(bodies):
            if index not in on:
                self._orphan("note-orphan-body", note.rows[0].start, page, note.mark)
            hangs = on.get(index, "title" if note.mark.number == STAR else "text")
            text = self._note(note)
            notes.append(Note(labels[index], note.mark.printed, self.numbers[page], text, hangs))
        return tuple(notes)

    def _labels(self, bodies: Sequence[tuple[int, NoteRows]]) -> list[str]:
        """A label for each note, its own even where two on a page have one number."""
        return note_labels(
            (
                self.numbers[page] or "",
                ASTERISK if note.mark.number == STAR else str(note.mark.number),
            )
            for page, note in bodies
        )

    def _orphan(self, code: str, offset: int, page: int, mark: NoteMark) -> None:
        where = self.reading.where(offset)
        number = self.numbers[page] or "?"
        self.messages.append(message(code, where, mark=mark.printed, page=number))

    def _note(self, note: NoteRows) -> Text:
        first = note.rows[0]
        mark = Token(first.start, first.start + note.mark.end, Reason.NOTE_MARK)
        markup = [self.marked(row) for row in note.rows]
        tokens = [mark, *(t for m in markup for t in m.tokens if t.start >= mark.end)]
        self.removed += removals(self.reading, tokens)
        words = [w for m in markup for w in m.emphasis]
        return note_text(compose(self.reading, note.rows, tokens, words))

    def _text(
        self, group: ParagraphRows, skip: Sequence[Token] = (), *, is_heading: bool = False
    ) -> Text:
        """The text of a block with its note marks, page breaks and emphasis."""
        tokens = list(skip)
        words: list[Words] = []
        for placed in group:
            row = placed.row
            tokens += self._breaks(placed.page, row.start)
            refs = [
                Token(row.start + m.start, row.start + m.end, Reason.NOTE_MARK, NoteRef(label))
                for m in (self.style.calls(row.string) if self.style else ())
                if (label := self.refs.get(row.start + m.start))
            ]
            taken = [*skip, *refs]
            markup = self.marked(row)
            tokens += [*refs, *_outside(markup.tokens, taken)]
            words += () if is_heading else markup.emphasis
        self.removed += removals(self.reading, tokens)
        return compose(self.reading, [placed.row for placed in group], tokens, words)

    def _breaks(self, page: int, at: int) -> list[Token]:
        """The page breaks before a row of this page."""
        breaks = []
        for index in range(self.page + 1, page + 1):
            number = self.numbers[index]
            if number is not None:
                breaks.append(Token(at, at, what=PageBreak(number, opening=index == 0)))
        self.page = max(page, self.page)
        return breaks

    def _body(self, drafts: Sequence[Draft]) -> list[Block]:
        depths = iter(_depths([d.rows for d in drafts if d.is_heading], self.style))
        blocks: list[Block] = []
        for draft in drafts:
            if draft.is_heading:
                blocks.append(self._heading(draft, next(depths)))
            else:
                blocks.append(Paragraph(prose(self._text(draft.rows))))
        return with_tables(blocks)

    def _heading(self, draft: Draft, level: int) -> Heading:
        row = draft.rows[0].row
        at = row.start + opening(row)
        found = heading(_words(draft.rows, self.style))
        length = found[1] if found else 0
        number = prose(self.reading.cut(at, at + length))
        skip = [*markdown_prefix(row), *([Token(at, at + length)] if length else [])]
        text = self._text(draft.rows, skip, is_heading=True)
        return Heading(prose(text), level, number)


def _others(reading: Reading, pages: Sequence[Page]) -> list[tuple[Row, Reason]]:
    """Rows that are no part of the text: what pages have aside, and what has no shape."""
    aside = [row for page in pages for row in page.aside]
    return [*aside, *((row, Reason.INVISIBLE) for row in reading.invisible)]


def _implied_title(known: Sequence[Field], segments: Segments) -> list[Field]:
    """The title, where only a running head gives it."""
    if any(stated.name == "title" for stated in known):
        return []
    titles = [re.sub(r"^\W*\d+\s*|\s*\d+\W*$", "", row.string) for row in segments.heads]
    titles = [
        title
        for title in titles
        if len(title) >= _SHORTEST_TITLE and not re.search(r"\d\s*[期卷年]", title)
    ]
    return [Field("title", Text(), max(titles, key=len))] if titles else []


def _outside(tokens: Iterable[Token], taken: Sequence[Token]) -> Iterator[Token]:
    """The tokens that meet none of the taken ones, which do not meet each other."""
    ordered = sorted(taken, key=lambda token: token.start)
    for token in tokens:
        index = bisect_left(ordered, token.end, key=lambda other: other.start)
        if not index or ordered[index - 1].end <= token.start:
            yield token


def _words(rows: ParagraphRows, style: Style | None) -> str:
    """The words of a heading, as `heading` looks at them."""
    return plain(rows[0].row, style) + "".join(plain(placed.row, style) for placed in rows[1:])


def _depths(headings: Sequence[ParagraphRows], style: Style | None) -> list[int]:
    """The levels of the headings; those without a number stand where their Markdown puts them."""
    strings = [_words(rows, style) for rows in headings]
    signs = [len(rows[0].row.string) - len(rows[0].row.string.lstrip("#")) for rows in headings]
    found = levels(strings)
    least = min((count for count in signs if count), default=0)
    numbered: dict[int, int] = {}
    for string, count, level in zip(strings, signs, found, strict=True):
        if heading(string):
            numbered.setdefault(count, level)
    return [
        level if heading(string) or not count else numbered.get(count, 1 + count - least)
        for string, count, level in zip(strings, signs, found, strict=True)
    ]
