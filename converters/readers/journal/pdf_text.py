"""A journal article as text taken out of a PDF: printed lines, notes at the foot of the pages."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from converters.characters import han_count, has_han
from converters.model import Document
from converters.readers.common.labels import BACK, statement
from converters.readers.common.notes import style_of
from converters.readers.common.reader import Hints, Reader
from converters.readers.common.reading import Reading, Row
from converters.readers.common.sentences import finished
from converters.readers.journal.assembly import ArticleBuilder, Draft
from converters.readers.journal.back_matter import back_matter
from converters.readers.journal.front_matter import front_matter
from converters.readers.journal.layout import NEARLY_FULL, Layout, is_set_in_lines, layout_of
from converters.readers.journal.pages import EndOfNote, NoteRows, Page, PageRow, pages_of
from converters.readers.journal.segmentation import segmented
from converters.schema.genres import Genre
from converters.schema.reasons import Reason
from converters.seed import Seed

#: What speaks for this kind: lines of print are enough; notes and labels other kinds have, too.
_OF_LINES, _OF_NOTES, _OF_LABELS = 0.6, 0.3, 0.1
#: Lines in which labelled statements stand, if there are any.
_FRONT = 40
#: Parts of a line that are Han characters, where it is Chinese; in notes on foreign works there are
#: few.
_CHINESE = 1 / 3
#: Cells by which a line of text may be wider than most; notes, in smaller print, have wider lines.
_WIDER = 1.5
#: Lines of a note carried over to the next page that stand among its text.
_TAIL = 4


def identify(seed: Seed) -> float:
    """Likeness: printed lines of one width that break inside sentences, notes between them."""
    reading = Reading(seed)
    rows = reading.rows
    if len(rows) < 3 or re.search(r"^#{1,4} |\^\{|\*\*", seed.text, re.M):
        return 0.0
    style = style_of(row.string for row in rows)
    return (
        _OF_LINES * is_set_in_lines(rows, style)
        + _OF_NOTES * (style is not None)
        + _OF_LABELS * any(bool(statement(row.string)) for row in rows[:_FRONT])
    )


def read(seed: Seed, hints: Hints) -> Document:
    """The article: lines joined to paragraphs, notes linked, pages numbered."""
    reading = Reading(seed)
    style = style_of(row.string for row in reading.rows)
    segments = segmented(reading.rows, style, printed=True)
    layout = layout_of([row for rows in segments.rows for row in rows], style)
    sure = len(segments.rows) > 1
    pages = pages_of(segments, style, _end_of_note(layout, sure=sure))
    pages = without_heads(with_tails(pages, layout), layout)
    placed = [PageRow(row, index) for index, page in enumerate(pages) for row in page.body]
    layout = layout_of([line.row for line in placed], style)

    begun = front_matter(reading, placed, layout, layout.width - NEARLY_FULL)
    parts = begun.with_back_matter(back_matter(begun.rest, layout))
    builder = ArticleBuilder(reading, style)
    return builder.document(parts, drafts(parts.rest, layout), pages, segments, hints)


def _end_of_note(layout: Layout, *, sure: bool) -> EndOfNote:
    """After the last note: at the end of its segment, if page ends are sure and no text follows.

    Text follows where notes are called or a heading stands. Then the note ends with a sentence
    where lines of the text, which are narrower, begin.
    """

    def of_rows(rows: Sequence[Row], last_call: int) -> Callable[[int], int]:
        back = [n for n, row in enumerate(rows) if _is_back(row)]
        headings = [n for n in range(1, len(rows)) if _is_heading_after(rows, n, layout)]

        def end(last: int) -> int:
            if (closing := bisect_right(back, last)) < len(back):
                return back[closing]
            heading = bisect_right(headings, last)
            limit = headings[heading] if heading < len(headings) else len(rows)
            if sure and last_call <= last and limit == len(rows):
                return limit
            return end_of_sentence(rows, last, limit, layout)

        return end

    return of_rows


def _is_back(row: Row) -> bool:
    """Whether a line opens one of the statements that end an article."""
    opened = statement(row.string)
    return opened is not None and opened.name in BACK


def end_of_sentence(rows: Sequence[Row], last: int, limit: int, layout: Layout) -> int:
    """Where the note that begins at `last` ends with a sentence and text begins, or `limit`."""
    western = not has_han(rows[last].string)
    for at in range(last + 1, limit):
        row = rows[at]
        is_chinese = han_count(row.string) > _CHINESE * row.cells
        ended = western or finished(rows[at - 1].string, layout.style)
        if ended and is_chinese and row.cells <= layout.width + _WIDER:
            return at
        western = western and not has_han(row.string)
    return limit


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
        while keep > 1 and not has_han(page.body[keep - 1].string):
            keep -= 1
        tail = page.body[keep:]
        if tail and len(tail) <= _TAIL:
            notes = (*above.notes[:-1], NoteRows(last.mark, (*last.rows, *tail)))
            found[index - 1] = replace(above, notes=notes)
            found[index] = replace(page, body=page.body[:keep])
    return found


def without_heads(pages: Sequence[Page], layout: Layout) -> list[Page]:
    """The pages without the running heads that cut a sentence in two.

    A short line that is no sentence, between the halves of one, is not text.
    """
    found: list[Page] = []
    above: Row | None = None
    for page in pages:
        head, *rest = page.body or (None,)
        if (
            above
            and head
            and rest
            and not finished(above.string, layout.style)
            and not finished(head.string, layout.style)
            and head.cells < layout.width - NEARLY_FULL
            and rest[0].cells >= layout.width - NEARLY_FULL
            and has_han(head.string)
        ):
            page = replace(page, body=tuple(rest), aside=(*page.aside, (head, Reason.RUNNING_HEAD)))
        found.append(page)
        above = page.body[-1] if page.body else above
    return found


def drafts(placed: Sequence[PageRow], layout: Layout) -> list[Draft]:
    """The headings and paragraphs of the text."""
    blocks: list[tuple[list[PageRow], bool]] = []  # rows, and whether they are a heading
    for n, line in enumerate(placed):
        above = placed[n - 1].row if n else None
        below = [line.row for line in placed[n + 1 : n + 3]]
        after_heading = bool(blocks) and blocks[-1][1]
        if layout.is_heading(line.row, above, below, after_heading=after_heading):
            blocks.append(([line], True))
        elif above and _goes_on(above, line.row, layout, in_heading=after_heading):
            blocks[-1][0].append(line)
        else:
            blocks.append(([line], False))
    return [Draft(tuple(rows), is_heading) for rows, is_heading in blocks]


def _goes_on(above: Row, row: Row, layout: Layout, *, in_heading: bool) -> bool:
    """Whether a line belongs to the block of the line above it."""
    return layout.goes_on(above, row) if in_heading else not layout.ends_paragraph(above, row)


READER = Reader("journal-pdf-text", identify, read, Genre.JOURNAL_ARTICLE)
