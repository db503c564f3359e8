"""Pages: the rows of the text and the notes below them, and the numbers of the pages.

Where no leaf ends, a page ends where its notes end and text goes on.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from converters.messages import Message, message
from converters.readers.common.labels import BACK, statement
from converters.readers.common.notes import NoteMark, Style, find_block
from converters.readers.common.reading import Row
from converters.readers.journal.leaves import Leaves

#: Tells the index after the last row of the last note: (rows, its first row's index) → index.
EndOfNote = Callable[[Sequence[Row], int], int]


@dataclass(frozen=True, slots=True)
class NoteRows:
    """A note: its mark and its rows, the first of which begins with the mark."""

    mark: NoteMark
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Placed:
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
    aside: tuple[tuple[Row, str], ...] = ()


_LABEL = re.compile(
    r"^[#*\s【\[〔（(]*(?:注\s*释|附\s*注|尾\s*注|脚\s*注|注|(?:主\s*要\s*)?参\s*考\s*文\s*献|Notes|References)"
    r"[\s*】\]〕）)：:]*$",
    re.I,
)


def pages_of(leaves: Leaves, style: Style | None, end_of_note: EndOfNote) -> list[Page]:
    """The pages of a text."""
    pages: list[Page] = []
    for index, rows in enumerate(leaves.rows):
        found = _split(rows, style, end_of_note, is_first=index < 2)
        if index in leaves.tops:
            found[0] = replace(found[0], printed=leaves.tops[index])
        if index in leaves.feet:
            found[-1] = replace(found[-1], printed=leaves.feet[index])
        pages += found
    return pages


def _split(
    rows: Sequence[Row], style: Style | None, end_of_note: EndOfNote, *, is_first: bool
) -> list[Page]:
    pages: list[Page] = []
    at = 0
    while at < len(rows):
        rest = rows[at:]
        star = is_first and not pages
        block = find_block([row.string for row in rest], style, star=star) if style else []
        if not style or not block:
            pages.append(Page(tuple(rest)))
            break
        end = end_of_note(rest, block[-1])
        edges = [*block[1:], end]
        notes = [
            NoteRows(mark, tuple(rest[low:high]))
            for low, high in zip(block, edges, strict=True)
            if (mark := style.body(rest[low].string))
        ]
        body = rest[: block[0]]
        if _is_end_matter(rest[end:]):  # printed below the last notes
            body, end = [*body, *rest[end:]], len(rest)
        labels = [row for row in rest[: block[0]][-1:] if _LABEL.match(row.string)]
        body = [row for row in body if row not in labels]
        aside = tuple((row, "label") for row in labels)
        pages.append(Page(tuple(body), tuple(notes), aside=aside))
        at += end
    return pages or [Page(())]


def _is_end_matter(rows: Sequence[Row]) -> bool:
    """Whether an article ends with these rows: statements, and western text among them."""
    said = statement(rows[0].string) if rows else None
    return said is not None and said.name in BACK and len(rows) < 40


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
