"""Where pages surely end, and what is printed round the text of a page: numbers, running heads.

A leaf is what stands between two sure page ends: form feeds, lines with page numbers or running
heads, and the mark that some extractions leave, one space before the first line of a page. It
may still hold several pages, if nothing but their notes parts them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from converters.notes import Style
from converters.readers.headings import heading
from converters.readers.journal.reading import Row
from converters.text import is_han

_RULE = r"[\s·•・\-—–―~～|/=()（）\[\]【】〔〕]*"
_NUMBER = re.compile(
    rf"^{_RULE}(?:第\s*)?(?:[Pp](?:age|\.)\s*)?(?P<n>\d{{1,4}})(?:\s*页)?"
    rf"(?:\s*(?:[,，/]|of|共)\s*\d{{1,4}}\s*页?)?{_RULE}$"
)
_COMMENT = re.compile(r"^<!--.*-->$")
_IMAGE = re.compile(r"^(?:!\[[^\]]*\]\([^)]*\)\s*)+$")
_LINE = re.compile(r"^(?:[-*_—–─]\s?){3,}$")
_INSIDE = ("separator", "image")  # what stands inside a page
_EDGE_NUMBER = re.compile(r"^\W{0,3}(\d{1,4})(?=\D)|(?<=\D)(\d{1,4})\W{0,3}$")
_HEAD_WITH_NUMBER = re.compile(
    r"^(?:\W{0,3}(?P<before>\d{1,4})\W{0,3}[ \t\u3000]{2,}\D.*"
    r"|.*\D[ \t\u3000]{2,}\W{0,3}(?P<after>\d{1,4})\W{0,3})$"
)
_JOURNAL_LINE = re.compile(
    r"^\W*(?:\d{1,4}\s+)?[\u4e00-\u9fff·]{2,16}\s*(?:19|20)\d\d\s*年\s*(?:第\s*\d+\s*卷\s*)?"
    r"第\s*\d+\s*期(?:\s*[（(]?总第?\s*\d+\s*期?[)）]?)?(?:\s+\d{1,4})?\W*$"
)
_ISSUE = re.compile(r"\d\s*[期卷]|总第|Vol|No\.|学报|论坛|学刊|月刊|季刊|杂志")
_JOURNAL = re.compile(r"研究|学报|评论|论坛|学刊|月刊|季刊|杂志|\d\s*期|\d\s*卷|总第|Vol|No\.")


@dataclass(frozen=True)
class Leaves:
    """The rows between sure page ends, and what was printed round them.

    `printed`: page number by the index of the leaf on whose last or first page it stands;
    `ends` tells which leaves' numbers stand at their end (`True`) or at their beginning.
    """

    rows: tuple[tuple[Row, ...], ...]
    feet: dict[int, int] = field(default_factory=dict)
    tops: dict[int, int] = field(default_factory=dict)
    furniture: tuple[tuple[Row, str], ...] = ()
    heads: tuple[Row, ...] = ()


def leaves_of(rows: Sequence[Row], style: Style | None, *, printed: bool) -> Leaves:
    """The leaves of a text. `printed`: its lines are those of print; one space may
    open a page, and a drawn line does not."""
    usual = usual_gap(rows)
    kinds: dict[int, str] = {}
    for at in _numbers(rows):
        kinds[at] = "page-number"
    for at, row in enumerate(rows):
        if _COMMENT.match(row.string):
            kinds[at] = "mark-up"
        elif _IMAGE.match(row.string):
            kinds[at] = "image"
        elif _LINE.match(row.string):
            below = rows[at + 1].string if at + 1 < len(rows) else ""
            over_notes = printed or (style and style.body(below))
            kinds[at] = "separator" if over_notes else "mark-up"
    for at in _counted(rows, style):
        kinds[at] = "running-head"
    for at, row in enumerate(rows):
        if at >= 6 and _JOURNAL_LINE.match(row.string):
            kinds[at] = "running-head"
    for at in _heads(rows, kinds, usual, style, printed):
        kinds[at] = "running-head"
    opens = _opening_spaces(rows) if printed else set()
    return _cut(rows, kinds, opens)


def usual_gap(rows: Sequence[Row]) -> int:
    """How many blank lines usually stand between two lines."""
    counts = Counter(row.gap for row in rows[1:])
    return counts.most_common(1)[0][0] if counts else 0


def _numbers(rows: Sequence[Row]) -> list[int]:
    """The lines that hold nothing but a page number.

    No line of running text is so short. Years and the cells of tables must count on, or stand
    where a page surely ends.
    """
    found = {at: int(m["n"]) for at, row in enumerate(rows) if (m := _NUMBER.match(row.string))}
    values = set(found.values())
    numbers = []
    for at, number in found.items():
        edge = at == 0 or at + 1 == len(rows) or rows[at].feed or rows[at + 1].feed
        counts_on = number - 1 in values or number + 1 in values
        in_table = at - 1 in found or at + 1 in found
        is_year = 1900 <= number <= 2100
        if edge or (counts_on if in_table or is_year else True):
            numbers.append(at)
    return numbers


def _heads(
    rows: Sequence[Row], kinds: dict[int, str], usual: int, style: Style | None, printed: bool
) -> list[int]:
    """The running heads: lines that come again at page ends, or stand alone under a number.

    Among printed lines a short one that is no sentence and comes again is one, too.
    """
    places: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        noted = style is not None and any(style.calls(row.string))
        if at not in kinds and not noted and (key := _head_key(row)):
            places.setdefault(key, []).append(at)
    found = []
    for key, all_places in places.items():
        again = [at for at in all_places if not _is_title(rows, at, all_places)]
        near = [at for at in again if _at_boundary(rows, kinds, at)]
        numbered = {m[0] for at in again if (m := _EDGE_NUMBER.search(rows[at].string))}
        is_sure = _JOURNAL.search(key) or len(again) < len(all_places) or len(numbered) > 1
        repeated = len(all_places) >= 3 and is_sure
        interrupts = printed and len(all_places) > 1 and all(_is_short(rows, at) for at in again)
        if len(near) >= max(2, len(again) / 2) or repeated or interrupts:
            found += again
        elif (len(all_places) > 1 and near) or (
            near and _is_lone_head(rows, kinds, near[0], usual)
        ):
            found += near
    return found


def _is_short(rows: Sequence[Row], at: int) -> bool:
    """Whether a line is shorter than the one below it, and no part of a sentence."""
    below = rows[at + 1].cells if at + 1 < len(rows) else 0
    return rows[at].cells < below - 3 and not re.search("[，：:；]", rows[at].string)


def _is_title(rows: Sequence[Row], at: int, places: Sequence[int]) -> bool:
    """Whether a line is where the title itself stands, that running heads repeat."""
    return at < 6 and at == places[0] and not _ISSUE.search(rows[at].string)


def _counted(rows: Sequence[Row], style: Style | None) -> list[int]:
    """Running heads that hold page numbers, wide apart from the words, that count on."""
    found = {
        at: int(match["before"] or match["after"])
        for at, row in enumerate(rows)
        if row.cells <= 45
        and (match := _HEAD_WITH_NUMBER.match(row.string))
        and not (style and any(style.calls(row.string)))
    }
    values = set(found.values())
    return [at for at, number in found.items() if number - 1 in values or number + 1 in values]


def _head_key(row: Row) -> str:
    """A line without its digits and signs, if it can be a running head at all."""
    if row.string.endswith(("。", "；", "：", "，", "、")) or row.cells > 45 or "《" in row.string:
        return ""
    string = _EDGE_NUMBER.sub("", row.string).strip()
    key = re.sub(r"[\W\d_]", "", string)
    return key if sum(map(is_han, key)) >= 3 and not heading(string) else ""


def _at_boundary(rows: Sequence[Row], kinds: dict[int, str], at: int) -> bool:
    below = rows[at + 1] if at + 1 < len(rows) else None
    return bool(
        rows[at].feed
        or at - 1 in kinds
        or at + 1 in kinds
        or below is None
        or below.feed
        or (below.alone and below.gap == 0)
    )


def _is_lone_head(rows: Sequence[Row], kinds: dict[int, str], at: int, usual: int) -> bool:
    """A short line, set apart, between a page number and running text."""
    return (
        kinds.get(at - 1) == "page-number"
        and rows[at].gap > max(usual, 1)
        and at + 1 < len(rows)
        and rows[at].cells < rows[at + 1].cells - 3
    )


def _opening_spaces(rows: Sequence[Row]) -> set[int]:
    """The lines that one space and no blank line sets off: each opens a page."""
    found = {at for at, row in enumerate(rows) if at and row.alone and row.gap == 0}
    if len(found) > len(rows) / 5 or any(row.feed for row in rows):
        return set()
    return found


def _cut(rows: Sequence[Row], kinds: dict[int, str], opens: set[int]) -> Leaves:
    leaves: list[list[Row]] = [[]]
    feet: dict[int, int] = {}
    tops: dict[int, int] = {}
    zone: list[int] = []
    numbers_first = 0 in kinds
    for at, row in enumerate(rows):
        if at in kinds:
            zone.append(at)
            continue
        if any(kinds[n] not in _INSIDE for n in zone) or row.feed or at in opens:
            ends, begins = _shared(rows, kinds, zone, numbers_first or not leaves[-1])
            leaf = len(leaves) - 1
            if leaves[-1]:
                feet.update((leaf, n) for n in ends)
                leaves.append([])
            tops.update((len(leaves) - 1, n) for n in begins)
        zone = []
        leaves[-1].append(row)
    ends, begins = _shared(rows, kinds, zone, False)
    feet.update((len(leaves) - 1, n) for n in (*ends, *begins))
    return Leaves(
        rows=tuple(map(tuple, leaves)),
        feet=feet,
        tops=tops,
        furniture=tuple((rows[at], kind) for at, kind in sorted(kinds.items())),
        heads=tuple(rows[at] for at, kind in sorted(kinds.items()) if kind == "running-head"),
    )


def _shared(
    rows: Sequence[Row], kinds: dict[int, str], zone: Sequence[int], on_top: bool
) -> tuple[list[int], list[int]]:
    """The numbers between two pages: those of the page that ends, those of the one that begins.

    A form feed parts them; else a running head does, for it opens a page.
    """
    ends: list[int] = []
    begins: list[int] = []
    feeds = any(rows[at].feed for at in zone)
    has_head = any(kinds[at] == "running-head" for at in zone)
    begun = on_top and not feeds and not has_head
    for at in zone:
        begun = begun or rows[at].feed or (not feeds and kinds[at] == "running-head")
        if kinds[at] == "page-number":
            match = _NUMBER.match(rows[at].string)
            number = int(match["n"]) if match else None
        else:
            match = _EDGE_NUMBER.search(rows[at].string)
            number = int(match[1] or match[2]) if match else None
        if number is not None and not 1900 <= number <= 2100:
            (begins if begun else ends).append(number)
    return ends, begins
