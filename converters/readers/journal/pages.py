"""Pages: the rows of the text and the notes below them, and the numbers of the pages.

Where no segment ends, a page ends where its notes end and text goes on.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from converters.messages import Message, message
from converters.readers.common.labels import BACK, alternatives, statement
from converters.readers.common.notes import NoteMark, Style
from converters.readers.common.reading import Row
from converters.readers.journal.note_blocks import NoteBlocks
from converters.readers.journal.segmentation import Segments
from converters.schema.reasons import Reason

#: From the rows between two sure page ends and the index of the last that calls a note (-1: none)
#: to what tells, from the index of a note's first row, the index after its last.
EndOfNote = Callable[[Sequence[Row], int], Callable[[int], int]]

#: Statements and English abstracts below the last notes have fewer rows than the text of a page.
END_MATTER = 40


@dataclass(frozen=True, slots=True)
class NoteRows:
    """A note: its mark and its rows, the first of which begins with the mark."""

    mark: NoteMark
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row and the index of the page it stands on."""

    row: Row
    page: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the rows of its text, its notes, the page number printed on it.

    `aside`: rows that are neither text nor notes, and why they are removed.
    """

    body: tuple[Row, ...]
    notes: tuple[NoteRows, ...] = ()
    printed: int | None = None
    aside: tuple[tuple[Row, Reason], ...] = ()


_RUBRICS = alternatives("section_titles", "journal", "notes")
_LABEL = re.compile(rf"[#*\s【\[〔（(]*(?:{_RUBRICS})[\s*】\]〕）)：:]*$", re.I)


def pages_of(segments: Segments, style: Style | None, end_of_note: EndOfNote) -> list[Page]:
    """The pages of a text."""
    pages: list[Page] = []
    for index, rows in enumerate(segments.rows):
        found = _split(rows, style, end_of_note, is_first=index < 2)
        if index in segments.head_numbers:
            found[0] = replace(found[0], printed=segments.head_numbers[index])
        if index in segments.foot_numbers:
            found[-1] = replace(found[-1], printed=segments.foot_numbers[index])
        pages += found
    return pages


def _split(
    rows: Sequence[Row], style: Style | None, end_of_note: EndOfNote, *, is_first: bool
) -> list[Page]:
    if not style:
        return [Page(tuple(rows))]
    pages: list[Page] = []
    blocks = NoteBlocks([row.string for row in rows], style)
    end_of = end_of_note(rows, blocks.last_call)
    at = 0
    while at < len(rows):
        block = blocks.block(at, star=is_first and not pages)
        if not block:
            pages.append(Page(tuple(rows[at:])))
            break
        end = end_of(block[-1])
        notes = [
            NoteRows(mark, tuple(rows[low:high]))
            for low, high in pairwise((*block, end))
            if (mark := style.body(rows[low].string))
        ]
        body = list(rows[at : block[0]])
        aside = [(body.pop(), Reason.LABEL)] if body and _LABEL.match(body[-1].string) else []
        if _is_end_matter(rows, end):  # printed below the last notes
            body += rows[end:]
            end = len(rows)
        pages.append(Page(tuple(body), tuple(notes), aside=tuple(aside)))
        at = end
    return pages or [Page(())]


def _is_end_matter(rows: Sequence[Row], at: int) -> bool:
    """Whether an article ends with the rows from `at` on: statements, western text among them."""
    if not at < len(rows) < at + END_MATTER:
        return False
    opened = statement(rows[at].string)
    return opened is not None and opened.name in BACK


def number_pages(
    printed: Sequence[int | None],
    extent: tuple[int, int] | None,
    first_page: int | None,
    where: str,
) -> tuple[list[str | None], list[Message]]:
    """The number of each page, and what is doubtful about them.

    `printed`: what each page says; `extent`: the first page and the number of pages that the
    front matter states; `first_page`, where the record gives it, wins. Numbers count on from one
    page to the next; the first is the one that most evidence asks for. A text of one page
    without any number has no pages at all.
    """
    count = len(printed)
    evidence = {index: number for index, number in enumerate(printed) if number is not None}
    if extent:
        evidence.setdefault(0, extent[0])
    firsts = Counter(number - index for index, number in evidence.items() if number > index)
    messages: list[Message] = []
    if first_page is not None:
        first = first_page
    elif firsts:
        first = firsts.most_common(1)[0][0]
    elif count == 1:
        return [None], []
    else:
        first = 1
        messages.append(message("page-numbers-missing", where))
    last = first + count - 1
    if other := sorted({n for index, n in evidence.items() if n - index != first}):
        numbers = ", ".join(map(str, other))
        values = {"first": first, "last": last, "numbers": numbers}
        messages.append(message("page-numbers-conflict", where, **values))
    if extent and extent[1] != count:
        messages.append(message("page-count-differs", where, count=count, stated=extent[1]))
    return [str(first + index) for index in range(count)], messages
