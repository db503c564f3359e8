"""A block's words as text: without mark-up, with emphasis and note marks."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from converters.model import Edit, Emphasis, Mark, NoteRef, Removal, Text
from converters.readers.common.compose import Token, compose, removals
from converters.readers.common.reading import Reading, Row
from converters.readers.social_archive.blocks import Block
from converters.readers.social_archive.markup import BLANK, NOTHING
from converters.text import note_text, prose

#: Where notes are called: the end of the mark and the note's label, by the start of the mark.
Refs = Mapping[int, tuple[int, str]]


class Composer:
    """Makes texts of blocks and keeps account of what they leave out."""

    def __init__(self, reading: Reading, refs: Refs) -> None:
        self.reading = reading
        self.refs = refs
        self.places = sorted(refs)
        self.removed: list[Removal] = []

    def remove(self, block: Block, reason: str) -> None:
        """A whole block that is no part of the text."""
        self.removed += self.reading.remove(block.start, block.end, reason)

    def text(self, block: Block, *, emphasis: bool = True) -> Text:
        """The words of a block by the rules of Chinese prose."""
        return _trimmed(prose(self._composed([block], [], emphasis=emphasis)))

    def note(self, blocks: Iterable[Block], mark: Token) -> Text:
        """The words of a note without the mark that opens it."""
        return _trimmed(note_text(self._composed(list(blocks), [mark], emphasis=True)))

    def _composed(self, blocks: list[Block], skip: list[Token], *, emphasis: bool) -> Text:
        refs = [
            Token(at, self.refs[at][0], "note-mark", NoteRef(self.refs[at][1]))
            for block in blocks
            for at in self.places[
                bisect_left(self.places, block.start) : bisect_left(self.places, block.end)
            ]
        ]
        taken = [*skip, *refs]
        marked = [token for block in blocks for token in block.markup.tokens]
        tokens = [*taken, *(one for one in marked if not _meets(one, taken))]
        words = [one for block in blocks for one in block.markup.emphasis] if emphasis else []
        rows = [Row(one.start, one.end, "") for one in blocks]
        self.removed += removals(self.reading, tokens)
        text = compose(self.reading, rows, tokens, words)
        return _joined(text.apply(_entities(text.string)))


def _meets(token: Token, taken: Iterable[Token]) -> bool:
    return any(token.start < other.end and other.start < token.end for other in taken)


def _entities(string: str) -> list[Edit]:
    edits = [Edit(*m.span(), " ", "R6") for m in BLANK.finditer(string)]
    edits += [Edit(*m.span(), "", "R8") for m in NOTHING.finditer(string)]
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
