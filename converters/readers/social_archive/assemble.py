"""Stage 3, assemble: the parts of a document from blocks that know their roles."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from converters.characters import HAN
from converters.dates import first_iso
from converters.lexicon import pattern
from converters.model import Block as Part
from converters.model import (
    Edit,
    Emphasis,
    Field,
    Heading,
    Mark,
    Note,
    NoteRef,
    Paragraph,
    Removal,
    Text,
)
from converters.readers.common.compose import Token, compose, removals
from converters.readers.common.markdown import BLANK_ENTITY, EMPTY_ENTITY
from converters.readers.common.reading import Reading, Row
from converters.readers.social_archive.blocks import Block
from converters.readers.social_archive.classify import Segment
from converters.readers.social_archive.headings import levels, parts
from converters.readers.social_archive.notes import Apparatus, Refs
from converters.readers.social_archive.statements import cut, implied, stated, whole_removals
from converters.readers.social_archive.wording import byline
from converters.schema.reasons import Reason
from converters.schema.roles import Role
from converters.text import note_text, prose

_IS = pattern("provenance", "social-archive", "is")
_AUTHOR = re.compile(rf"[（(]?(?:本文|文章)?作者[:：]?([{HAN}]{{2,3}}?)(?={_IS})")
_SOURCE = re.compile(pattern("provenance", "social-archive", "first-stood"))
#: The words that say where a text first stood are among the first so many of its line.
_SOURCE_WITHIN = 12


class Composer:
    """Makes texts of blocks and keeps account of what they leave out."""

    def __init__(self, reading: Reading, refs: Refs) -> None:
        self.reading = reading
        self.refs = refs
        self.places = sorted(refs)
        self.removed: list[Removal] = []

    def remove(self, block: Block, reason: Reason) -> None:
        """A whole block that is no part of the text."""
        self.removed += self.reading.remove(block.start, block.end, reason)

    def text(self, block: Block, *, emphasis: bool = True) -> Text:
        """The words of a block by the rules of Chinese prose."""
        return _trimmed(prose(self._composed([block], [], emphasis=emphasis)))

    def notes(self, found: Apparatus, labels: Sequence[str]) -> tuple[Note, ...]:
        """The notes as the document has them, without the marks that open them."""
        made = []
        for body, label in zip(found.bodies, labels, strict=True):
            text = _trimmed(note_text(self._composed(body.blocks, [body.token], emphasis=True)))
            made.append(Note(label, body.mark.printed, None, text))
        return tuple(made)

    def _composed(self, blocks: Sequence[Block], skip: list[Token], *, emphasis: bool) -> Text:
        calls = [self._calls(block) for block in blocks]
        tokens = list(skip)
        for block, refs in zip(blocks, calls, strict=True):
            tokens += [*refs, *_apart(block.markup.tokens, [*skip, *refs])]
        words = [one for block in blocks for one in block.markup.emphasis] if emphasis else []
        rows = [Row(one.start, one.end, "") for one in blocks]
        self.removed += removals(self.reading, tokens)
        text = compose(self.reading, rows, tokens, words)
        return _joined(text.apply(_entities(text.string)))

    def _calls(self, block: Block) -> list[Token]:
        """The places of a block that call notes."""
        low, high = (bisect_left(self.places, at) for at in (block.start, block.end))
        return [
            Token(at, self.refs[at][0], Reason.NOTE_MARK, NoteRef(self.refs[at][1]))
            for at in self.places[low:high]
        ]


def _apart(tokens: Iterable[Token], taken: Iterable[Token]) -> list[Token]:
    """The tokens, in order, that meet none of those taken."""
    apart: list[Token] = []
    others = sorted(taken, key=lambda token: token.start)
    at = 0
    for token in tokens:
        while at < len(others) and others[at].end <= token.start:
            at += 1
        if at == len(others) or token.end <= others[at].start:
            apart.append(token)
    return apart


def _entities(string: str) -> list[Edit]:
    edits = [Edit(*m.span(), " ", "R6") for m in BLANK_ENTITY.finditer(string)]
    edits += [Edit(*m.span(), "", "R8") for m in EMPTY_ENTITY.finditer(string)]
    return sorted(edits, key=lambda edit: edit.start)


def _joined(text: Text) -> Text:
    """Bold runs that only blanks part are one run."""
    joined: list[Mark] = []
    rest: list[Mark] = []
    for mark in text.marks:
        if mark.what != Emphasis():
            rest.append(mark)
        elif joined and not text.string[joined[-1].end : mark.start].strip(" \t\u00a0"):
            joined[-1] = Mark(joined[-1].start, max(joined[-1].end, mark.end), mark.what)
        else:
            joined.append(mark)
    return Text(text.pieces).marked(*joined, *rest)


def _trimmed(text: Text) -> Text:
    """Emphasis covers no blank at its ends and is never empty."""
    marks = []
    for mark in text.marks:
        words = text.string[mark.start : mark.end]
        start = mark.start + len(words) - len(words.lstrip())
        end = mark.end - (len(words) - len(words.rstrip()))
        if not isinstance(mark.what, Emphasis):
            marks.append(mark)
        elif start < end:
            marks.append(Mark(start, end, mark.what))
    return Text(text.pieces, tuple(marks))


@dataclass
class Assembly:
    """A document while its parts are put together. `above`: the fields of the front matter."""

    composer: Composer
    above: Sequence[Field]
    fields: list[Field] = field(default_factory=list)
    removed: list[Removal] = field(default_factory=list)
    abstract: list[Paragraph] = field(default_factory=list)
    introduction: list[Part] = field(default_factory=list)
    body: list[Part] = field(default_factory=list)
    endmatter: list[Paragraph] = field(default_factory=list)
    number: Text = field(default_factory=Text)  # of a section, whose title comes next

    def read(self, segments: Sequence[Segment]) -> None:
        """Every segment goes to its part."""
        self.fields += self.above
        depths = iter(levels([one.shape for one in segments if one.shape]))
        for segment in segments:
            match segment.role:
                case Role.NOTE:
                    pass
                case Role.PARAGRAPH:
                    self._add(segment, Paragraph(self._words(segment)))
                case Role.HEADING:
                    self._add(segment, self._heading(segment, next(depths)))
                case Role.NUMBER:
                    self.number = self.composer.text(segment.block, emphasis=False)
                case Role.ABSTRACT:
                    self.abstract.append(Paragraph(self._words(segment)))
                case Role.ENDMATTER:
                    self._keep(segment)
                case Role.STATEMENT:
                    self._state(segment)
                case Reason.DATE_OF_PAGE if not self._has("republication_date"):
                    self._field(segment, Role.REPUBLICATION_DATE)
                case Role() as role:
                    self._field(segment, role)
                case reason:
                    self.composer.remove(segment.block, reason)
        if self.number:
            self.body.append(Paragraph(self.number))

    def _has(self, name: str) -> bool:
        return any(one.name == name for one in self.fields)

    def _add(self, segment: Segment, part: Part) -> None:
        if self.number:  # no title came: it is text after all
            number, self.number = self.number, Text()
            self.body.append(Paragraph(number))
        (self.introduction if segment.introduces else self.body).append(part)

    def _words(self, segment: Segment) -> Text:
        """The words of a block without the label before them."""
        text = self.composer.text(segment.block)
        if not segment.label or not segment.label.words:
            return text
        at = _after_label(text.string, segment.block.string[: segment.label.words])
        label, words = cut(text, at)
        self.removed += whole_removals(label, Reason.LABEL)
        return words

    def _heading(self, segment: Segment, level: int) -> Heading:
        text = self.composer.text(segment.block, emphasis=False)
        number, self.number = self.number, Text()
        if number:
            return Heading(text, level, number)
        found = parts(text.string)
        (low, high), (start, end) = found.number, found.title
        low, high = (low, high) if low < high else (0, 0)
        before, number, between, title, after = cut(text, low, high, start, end)
        for sign in (before, between, after):
            self.removed += whole_removals(sign, Reason.MARK_UP)
        return Heading(title, level, number)

    def _keep(self, segment: Segment) -> None:
        """A line that stays as it is after the text; what it says of the text is known, too."""
        text = self.composer.text(segment.block)
        self.endmatter.append(Paragraph(text))
        known = {one.name for one in self.fields}
        named = any(one.name == "authors" and one not in self.above for one in self.fields)
        if (found := _AUTHOR.match(text.string)) and not named:
            self.fields.append(Field("authors", Text(), found[1]))
        if _SOURCE.search(text.string[:_SOURCE_WITHIN]):
            self.fields += [one for one in implied(text.string) if one.name not in known]

    def _state(self, segment: Segment) -> None:
        """A labelled statement: its fields, or a line after the text if it says more than they."""
        if not segment.label:
            raise ValueError("a statement without label")
        text = self.composer.text(segment.block, emphasis=False)
        own = [one for one in self.fields if one not in self.above or one.name != "authors"]
        found = stated(text, segment.block.string, segment.label, own)
        known = {one.name for one in own}
        if found.kept:
            self.endmatter.append(Paragraph(text))
            self.fields += [one for one in found.fields if one.name not in known]
        else:
            self.fields += found.fields
            self.removed += found.removed

    def _field(self, segment: Segment, role: Role) -> None:
        text = self.composer.text(segment.block, emphasis=False)
        value = text.string
        if role is Role.AUTHORS:
            value = "；".join(byline(segment.block.string))
        elif role is Role.REPUBLICATION_DATE:
            value = first_iso(value) or value
        self.fields.append(Field(role.value, text, value))

    def settled(self) -> list[Field]:
        """The fields. Where the text names its author, the archive's author is the account."""
        accounts = [one for one in self.fields if one in self.above and one.name == "authors"]
        named = [one for one in self.fields if one.name == "authors" and one not in accounts]
        if not accounts or not named:
            return self.fields
        account = accounts[0]
        if account.value in {one.value for one in named}:
            self.removed += whole_removals(account.text, Reason.REPEATED)
            return [one for one in self.fields if one is not account]
        if self._has("republisher"):
            self.removed += whole_removals(account.text, Reason.SITE_CODE)
            return [one for one in self.fields if one is not account]
        renamed = replace(account, name="republisher")
        return [renamed if one is account else one for one in self.fields]


def _after_label(string: str, before: str) -> int:
    """Where the words after a label begin in its text, whose blanks may be others."""
    count = len("".join(before.split()))
    at = 0
    while at < len(string) and (count or string[at].isspace()):
        count -= not string[at].isspace()
        at += 1
    return at
