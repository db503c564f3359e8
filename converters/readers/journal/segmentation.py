"""Where pages surely end: form feeds, page numbers, running heads, or one space.

A segment is what stands between two sure page ends. It may still hold several pages, if nothing but
their notes parts them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from converters.readers.common.notes import Style
from converters.readers.common.reading import Row
from converters.readers.journal.page_furniture import (
    EDGE_NUMBER,
    FRONT,
    NUMBER,
    is_year,
    page_furniture,
)
from converters.schema.reasons import Reason

#: A page has more than five lines: where one space sets off more of them, it opens no pages.
_OPENINGS = 0.2
#: Cells; a wider line above the text of a first page is text already.
_HEAD_WIDTH = 30
_INSIDE = (Reason.SEPARATOR, Reason.IMAGE)  # what stands inside a page


@dataclass(frozen=True)
class Segments:
    """The rows between sure page ends, and what was printed round them.

    `foot_numbers` and `head_numbers`: the page numbers printed at the end and at the beginning of
    segments, by the index of the segment.
    """

    rows: tuple[tuple[Row, ...], ...]
    foot_numbers: dict[int, int] = field(default_factory=dict)
    head_numbers: dict[int, int] = field(default_factory=dict)
    furniture: tuple[tuple[Row, Reason], ...] = ()

    @property
    def heads(self) -> list[Row]:
        """The running heads."""
        return [row for row, reason in self.furniture if reason == Reason.RUNNING_HEAD]


def segmented(rows: Sequence[Row], style: Style | None, *, printed: bool) -> Segments:
    """The segments of a text. `printed`: its rows are lines of print; one space may open a page."""
    kinds = page_furniture(rows, style, printed=printed)
    opens = _opening_spaces(rows) if printed else set()
    segments: list[list[Row]] = [[]]
    foot_numbers: dict[int, int] = {}
    head_numbers: dict[int, int] = {}
    zone: list[int] = []
    for at, row in enumerate(rows):
        if at in kinds:
            zone.append(at)
            continue
        if any(kinds[n] not in _INSIDE for n in zone) or row.feed or at in opens:
            first = len(segments) == 1 and _is_head_of_article(segments[0])
            ends, begins = _numbers(rows, kinds, zone, on_top=first or 0 in kinds)
            if not first:
                foot_numbers.update((len(segments) - 1, n) for n in ends)
                segments.append([])
            head_numbers.update((len(segments) - 1, n) for n in begins)
        zone = []
        segments[-1].append(row)
    ends, begins = _numbers(rows, kinds, zone, on_top=False)
    foot_numbers.update((len(segments) - 1, n) for n in (*ends, *begins))
    furniture = tuple((rows[at], kind) for at, kind in sorted(kinds.items()))
    return Segments(tuple(map(tuple, segments)), foot_numbers, head_numbers, furniture)


def _opening_spaces(rows: Sequence[Row]) -> set[int]:
    """The lines that one space and no blank line sets off: each opens a page."""
    found = {at for at, row in enumerate(rows) if at and row.alone and row.gap == 0}
    if len(found) > _OPENINGS * len(rows) or any(row.feed for row in rows):
        return set()
    return found


def _is_head_of_article(rows: Sequence[Row]) -> bool:
    """Whether so far there is nothing but what stands above the text of a first page."""
    return len(rows) < FRONT and not any(
        row.cells > _HEAD_WIDTH or "。" in row.string or "，" in row.string for row in rows
    )


def _numbers(
    rows: Sequence[Row], kinds: Mapping[int, Reason], zone: Sequence[int], *, on_top: bool
) -> tuple[list[int], list[int]]:
    """The numbers between two pages: those of the page that ends, those of the one that begins.

    A form feed parts them; else a running head does, for it opens a page. `on_top`: numbers
    stand above the text.
    """
    ends: list[int] = []
    begins: list[int] = []
    feeds = any(rows[at].feed for at in zone)
    has_head = any(kinds[at] == Reason.RUNNING_HEAD for at in zone)
    begun = on_top and not feeds and not has_head
    for at in zone:
        begun = begun or rows[at].feed or (not feeds and kinds[at] == Reason.RUNNING_HEAD)
        form = NUMBER if kinds[at] == Reason.PAGE_NUMBER else EDGE_NUMBER
        match = form.search(rows[at].string)
        number = int(next(group for group in match.groups() if group)) if match else None
        if number is not None and not is_year(number):
            (begins if begun else ends).append(number)
    return ends, begins
