"""The rows of printed text as paragraphs, and what a layout knows about their ends."""

import re
from collections.abc import Sequence
from typing import Protocol

from converters.characters import has_han
from converters.readers.common.labels import Statement, statement
from converters.readers.common.notes import Style
from converters.readers.common.reading import Row
from converters.readers.journal.pages import PageRow

#: The rows of one paragraph.
ParagraphRows = tuple[PageRow, ...]


class LineEnds(Protocol):
    """What a kind of source knows about the ends of its lines."""

    @property
    def style(self) -> Style | None:
        """How notes are marked."""

    def breaks(self, above: PageRow, below: PageRow) -> bool:
        """Whether a paragraph ends between two rows."""

    def ends_statement(self, above: Row, below: Row) -> bool:
        """Whether a statement that needs no full stop (keywords …) ends between two rows."""


def paragraphs(placed: Sequence[PageRow], lines: LineEnds) -> list[ParagraphRows]:
    """The paragraphs of some rows; a labelled statement begins a new one."""
    found: list[list[PageRow]] = []
    opened: Statement | None = None  # the statement that the last group is
    western = True  # whether the last group is written in letters alone
    for line in placed:
        begun = statement(line.row.string)
        letters = is_western(line.row)
        if not found or begun or lines.breaks(found[-1][-1], line):
            is_new = True
        elif opened is None or opened.name == "abstract":
            is_new = western and not letters
        elif opened.name == "english":
            is_new = not letters
        else:
            is_new = letters or lines.ends_statement(found[-1][-1].row, line.row)
        if is_new:
            found.append([line])
            opened, western = begun, letters
        else:
            found[-1].append(line)
            western = western and letters
    return [tuple(group) for group in found]


def is_western(row: Row) -> bool:
    """Whether a line is written in letters alone."""
    return not has_han(row.string) and bool(re.search("[A-Za-z]{2}", row.string))
