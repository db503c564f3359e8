"""A journal article as text taken out of a PDF: printed lines, notes at the foot of the pages."""

import re
from collections.abc import Sequence
from dataclasses import replace

from converters.characters import is_han
from converters.model import Document
from converters.readers.common.labels import BACK, statement
from converters.readers.common.notes import style_of
from converters.readers.common.reader import Hints, Reader
from converters.readers.common.reading import Reading, Row, words
from converters.readers.common.sentences import finished
from converters.readers.journal.assembly import Assembly, Draft
from converters.readers.journal.back import back
from converters.readers.journal.front import front
from converters.readers.journal.layout import Layout, layout_of
from converters.readers.journal.leaves import leaves_of
from converters.readers.journal.pages import NoteRows, Page, Placed, pages_of
from converters.seed import Seed


def identify(seed: Seed) -> float:
    """Likeness: printed lines of one width that break inside sentences, notes between them."""
    reading = Reading(seed)
    rows = reading.rows
    if len(rows) < 3 or re.search(r"^#{1,4} |\^\{|\*\*", seed.text, re.M):
        return 0.0
    style = style_of(row.string for row in rows)
    layout = layout_of(rows, style)
    prose = [row for row in rows if any(map(is_han, row.string))]
    full = sum(abs(row.cells - layout.width) <= 2.5 for row in prose)
    broken = sum(not finished(row.string, style) for row in prose)
    printed = full >= 0.4 * len(prose) and broken >= 0.4 * len(prose) and layout.width < 60
    return (
        0.6 * printed
        + 0.3 * (style is not None)
        + 0.1 * any(bool(statement(row.string)) for row in rows[:40])
    )


def read(seed: Seed, hints: Hints) -> Document:
    """The article: lines joined to paragraphs, notes linked, pages numbered."""
    reading = Reading(seed)
    style = style_of(row.string for row in reading.rows)
    leaves = leaves_of(reading.rows, style, printed=True)
    layout = layout_of([row for rows in leaves.rows for row in rows], style)
    sure = len(leaves.rows) > 1
    pages = pages_of(leaves, style, lambda rows, last: _end_of_note(rows, last, layout, sure=sure))
    pages = without_heads(with_tails(pages, layout), layout)
    placed = [Placed(row, index) for index, page in enumerate(pages) for row in page.body]
    layout = layout_of([one.row for one in placed], style)

    begun = front(reading, placed, layout, layout.width - 3)
    matter = begun.and_back(back(begun.rest, layout))
    assembly = Assembly(reading, style)
    return assembly.document(matter, drafts(matter.rest, layout), pages, leaves, hints)


def _end_of_note(rows: Sequence[Row], last: int, layout: Layout, *, sure: bool) -> int:
    """After the last note: at the end of its leaf, if page ends are sure and no text follows.

    Text follows where notes are called or a heading stands. Then the note ends with a sentence
    where lines of the text, which are narrower, begin.
    """
    for at in range(last + 1, len(rows)):
        if (said := statement(rows[at].string)) and said.name in BACK:
            return at
    style = layout.style
    rest = rows[last + 1 :]
    more = style and any(any(style.calls(row.string)) for row in rest)
    headed = [n for n, row in enumerate(rest, last + 1) if _is_heading_after(rows, n, layout)]
    if sure and not more and not headed:
        return len(rows)
    for at in range(last + 1, len(rows)):
        row = rows[at]
        if at in headed:
            return at
        is_chinese = sum(map(is_han, row.string)) > row.cells / 3
        western = not any(map(is_han, words(rows[last:at])))
        ended = western or finished(rows[at - 1].string, style)
        if ended and is_chinese and row.cells <= layout.width + 1.5:
            return at
    return len(rows)


def _is_heading_after(rows: Sequence[Row], at: int, layout: Layout) -> bool:
    """Whether a line below the last note is a heading, set apart, and not a part of the note."""
    below = rows[at + 1 : at + 3]
    return rows[at].gap > 0 and layout.is_heading(rows[at], rows[at - 1], below)


def with_tails(pages: Sequence[Page], layout: Layout) -> list[Page]:
    """The pages, the end of a note that stands at the foot of the next page's text put to it."""
    found = list(pages)
    for index in range(1, len(found)):
        above, page = found[index - 1], found[index]
        if not (above.notes and page.notes):
            continue
        last = above.notes[-1]
        if finished(last.rows[-1].string, layout.style):
            continue
        keep = len(page.body)
        while keep > 1 and not any(map(is_han, page.body[keep - 1].string)):
            keep -= 1
        tail = page.body[keep:]
        if tail and len(tail) <= 4:
            notes = (*above.notes[:-1], NoteRows(last.mark, (*last.rows, *tail)))
            found[index - 1] = replace(above, notes=notes)
            found[index] = replace(page, body=page.body[:keep])
    return found


def without_heads(pages: Sequence[Page], layout: Layout) -> list[Page]:
    """The pages without the running heads that cut a sentence in two.

    A short line that is no sentence, between the halves of one, is not text.
    """
    found = list(pages[:1])
    for page in pages[1:]:
        above = next((one.body[-1] for one in reversed(found) if one.body), None)
        head, *rest = page.body or (None,)
        if (
            above
            and head
            and rest
            and not finished(above.string, layout.style)
            and not finished(head.string, layout.style)
            and head.cells < layout.width - 3
            and rest[0].cells >= layout.width - 3
            and any(map(is_han, head.string))
        ):
            page = replace(page, body=tuple(rest), aside=(*page.aside, (head, "running-head")))
        found.append(page)
    return found


def drafts(placed: Sequence[Placed], layout: Layout) -> list[Draft]:
    """The headings and paragraphs of the text."""
    found: list[Draft] = []
    for n, one in enumerate(placed):
        row = one.row
        above = placed[n - 1].row if n else None
        below = [one.row for one in placed[n + 1 : n + 3]]
        last = found[-1] if found else None
        headed = last is not None and last.is_heading
        if layout.is_heading(row, above, below, after_heading=headed):
            found.append(Draft((one,), is_heading=True))
        elif last and last.is_heading and above and layout.goes_on(above, row):
            found[-1] = Draft((*last.rows, one), is_heading=True)
        elif last and not last.is_heading and above and not layout.ends_paragraph(above, row):
            found[-1] = Draft((*last.rows, one))
        else:
            found.append(Draft((one,)))
    return found


READER = Reader("journal-pdf-text", identify, read)
