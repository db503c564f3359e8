"""What is printed round the text of a page: page numbers, running heads, lines, images."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import takewhile

from converters.characters import HAN, han_count, has_han
from converters.lexicon import pattern
from converters.readers.common.headings import heading
from converters.readers.common.labels import statement
from converters.readers.common.notes import Style
from converters.readers.common.reading import Row
from converters.schema.reasons import Reason

_SIGNS = r"[\s·•・\-—–―~～|/=()（）\[\]【】〔〕]*"
NUMBER = re.compile(
    rf"^{_SIGNS}(?:第\s*)?(?:[Pp](?:age|\.)\s*)?(?P<n>\d{{1,4}})(?:\s*页)?"
    rf"(?:\s*(?:[,，/]|of|共)\s*\d{{1,4}}\s*页?)?{_SIGNS}$"
)
EDGE_NUMBER = re.compile(r"^\W{0,3}(\d{1,4})(?=\D)|(?<=\D)(\d{1,4})\W{0,3}$")
_HEAD_WITH_NUMBER = re.compile(
    r"^(?:\W{0,3}(?P<before>\d{1,4})\W{0,3}[ \t\u3000]{2,}\D.*"
    r"|.*\D[ \t\u3000]{2,}\W{0,3}(?P<after>\d{1,4})\W{0,3})$"
)
_ISSUE_OF_YEAR = (
    r"(?:19|20)\d\d\s*年\s*(?:第\s*\d+\s*卷\s*)?第\s*\d+\s*期"
    r"(?:\s*[（(]?总第?\s*\d+\s*期?[)）]?)?"
)
_JOURNAL_LINE = re.compile(
    rf"^\W*(?:\d{{1,4}}\s+)?[{HAN}·]{{2,16}}\s*{_ISSUE_OF_YEAR}(?:\s+\d{{1,4}})?\W*$"
)
_ISSUE_LINE = re.compile(rf"^\W*{_ISSUE_OF_YEAR}\W*$")
_IMPRINT, _NAME, _ADDRESS = (
    pattern("databases", "journal", group) for group in ("imprint", "name", "address")
)
_DATABASE = re.compile(
    rf"^(?:\(C\)|[\W\d])*{_IMPRINT}"
    rf"|^\W*(?:{_NAME}|(?:{_NAME}\s*)?(?:https?://)?(?:www\.)?{_ADDRESS})\W*$"
)
_ISSUE = re.compile(rf"\d\s*[期卷]|总第|Vol|No\.|{pattern('periodicals', group='kind')}")
_JOURNAL = re.compile(rf"{_ISSUE.pattern}|{pattern('periodicals', group='subject')}")
_COMMENT = re.compile(r"^<!--.*-->$")
_IMAGE = re.compile(r"^(?:!\[[^\]]*\]\([^)]*\)\s*)+$")
_LINE = re.compile(r"^(?:[-*_—–─]\s?){3,}$")

#: Cells; a running head is one line, and no page of a journal has wider ones.
LONGEST_HEAD = 45
#: So many lines at most stand above an abstract: issue, title in two lines, subtitle, authors…
FRONT = 6
#: Letters, and Han characters among them, of a running head that repeats a part of the title; what
#: is shorter may be a heading, or a word that the title has, too.
_TITLE_LETTERS = 8
_TITLE_HAN = 6
#: Han characters of a running head (《世界知识》 has four), and letters of one without any.
_HEAD_HAN = 3
_HEAD_LETTERS = 8
#: A Latin line comes again in notes and tables, too; three times at page ends it is a head.
_LATIN_HEADS = 3
#: Times that a line which names a journal, the title or page numbers comes again, if it is a head.
_SURE_HEADS = 3
#: Cells by which a running head is shorter than the line of text below it.
_SHORTER = 3
#: Numbers from the first to the last of these are years, not pages: no volume has so many pages.
_YEARS = range(1900, 2101)


def page_furniture(rows: Sequence[Row], style: Style | None, *, printed: bool) -> dict[int, Reason]:
    """Which rows are no text, and why they are removed.

    `printed`: the rows are lines of print, where a drawn line parts the text from its notes; in
    Markdown it may part pages.
    """
    kinds: dict[int, Reason] = dict.fromkeys(_numbers(rows), Reason.PAGE_NUMBER)
    for at, row in enumerate(rows):
        if _COMMENT.match(row.string):
            kinds[at] = Reason.MARK_UP
        elif _IMAGE.match(row.string):
            kinds[at] = Reason.IMAGE
        elif _LINE.match(row.string):
            below = rows[at + 1].string if at + 1 < len(rows) else ""
            over_notes = printed or (style is not None and style.body(below) is not None)
            kinds[at] = Reason.SEPARATOR if over_notes else Reason.MARK_UP
        elif (at >= FRONT and _JOURNAL_LINE.match(row.string)) or _DATABASE.search(row.string):
            kinds[at] = Reason.RUNNING_HEAD
    front = takewhile(lambda row: statement(row.string) is None, rows[:FRONT])
    title = "".join(_bare(row) for row in front if row.cells <= 2 * LONGEST_HEAD)
    for at, row in enumerate(rows[FRONT:], FRONT):
        bare = _bare(row)
        of_title = len(bare) >= _TITLE_LETTERS and bare in title and han_count(bare) >= _TITLE_HAN
        if (of_title or _ISSUE_LINE.match(row.string)) and _at_boundary(rows, kinds, at):
            kinds[at] = Reason.RUNNING_HEAD
    for at in _counted(rows, style):
        kinds[at] = Reason.RUNNING_HEAD
    for at in _heads(rows, kinds, style, printed=printed):
        kinds[at] = Reason.RUNNING_HEAD
    return kinds


def is_year(number: int) -> bool:
    """Whether a number is rather a year than that of a page."""
    return number in _YEARS


def usual_gap(rows: Sequence[Row]) -> int:
    """How many blank lines usually stand between two lines."""
    counts = Counter(row.gap for row in rows[1:])
    return counts.most_common(1)[0][0] if counts else 0


def _numbers(rows: Sequence[Row]) -> list[int]:
    """The lines that hold nothing but a page number.

    No line of running text is so short. Years and the cells of tables must count on, or stand
    where a page surely ends.
    """
    found = {at: int(m["n"]) for at, row in enumerate(rows) if (m := NUMBER.match(row.string))}
    values = set(found.values())
    numbers = []
    for at, number in found.items():
        edge = at == 0 or at + 1 == len(rows) or rows[at].feed or rows[at + 1].feed
        counts_on = number - 1 in values or number + 1 in values
        in_table = at - 1 in found or at + 1 in found
        if edge or counts_on or not (in_table or is_year(number)):
            numbers.append(at)
    return numbers


def _counted(rows: Sequence[Row], style: Style | None) -> list[int]:
    """Running heads that hold page numbers, wide apart from the words, that count on."""
    found = {
        at: int(match["before"] or match["after"])
        for at, row in enumerate(rows)
        if row.cells <= LONGEST_HEAD
        and (match := _HEAD_WITH_NUMBER.match(row.string))
        and not (style and any(style.calls(row.string)))
    }
    values = set(found.values())
    return [at for at, number in found.items() if number - 1 in values or number + 1 in values]


def _heads(
    rows: Sequence[Row], kinds: Mapping[int, Reason], style: Style | None, *, printed: bool
) -> set[int]:
    """The running heads: lines that come again at page ends, or stand alone under a number.

    Among printed lines a short one that is no sentence and comes again is one, too. Where the
    title itself stands it is no running head, unless other furniture stands beside it.
    """
    places: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        noted = style is not None and any(style.calls(row.string))
        if at not in kinds and not noted and (key := _head_key(row)):
            places.setdefault(key, []).append(at)
    usual = usual_gap(rows)
    found: set[int] = set()
    titles: list[int] = []
    for key, all_places in places.items():
        again = [at for at in all_places if not _may_be_title(rows, at, all_places)]
        near = [at for at in again if _at_boundary(rows, kinds, at)]
        some = set(near if not _repeats(rows, key, all_places, again, near, printed) else again)
        if some == set(near) and len(all_places) == 1:
            some = {at for at in near if _is_lone_head(rows, kinds, at, usual)}
        elif some == set(near) and key.isascii() and len(near) < max(_LATIN_HEADS, len(again)):
            some = set()
        found |= some
        if len(some) > 1:
            titles += set(all_places) - set(again)
    beside = {*kinds, *found}
    return found | {at for at in titles if at + 1 in beside or at - 1 in beside}


def _repeats(
    rows: Sequence[Row],
    key: str,
    places: Sequence[int],
    again: Sequence[int],
    near: Sequence[int],
    printed: bool,
) -> bool:
    """Whether a line comes again so often, and so, that it can only be a running head."""
    if key.isascii():
        return len(near) >= _LATIN_HEADS and len(near) == len(again)
    if len(near) >= max(2, len(again) / 2):
        return True
    numbered = {m[0] for at in again if (m := EDGE_NUMBER.search(rows[at].string))}
    is_sure = _JOURNAL.search(key) or len(again) < len(places) or len(numbered) > 1
    if len(places) >= _SURE_HEADS and is_sure:
        return True
    return printed and len(places) > 1 and all(_is_short(rows, at) for at in again)


def _head_key(row: Row) -> str:
    """A line without its digits and signs, if it can be a running head at all."""
    if (
        row.string.endswith(("。", "；", "：", "，", "、"))
        or row.cells > LONGEST_HEAD
        or "《" in row.string
    ):
        return ""
    string = EDGE_NUMBER.sub("", row.string).strip()
    key = re.sub(r"[\W\d_]", "", string)
    if not has_han(key):
        ends_note = row.string.endswith((".", ",", ";", ":", "”", ")"))
        return key if key.isascii() and len(key) >= _HEAD_LETTERS and not ends_note else ""
    return key if han_count(key) >= _HEAD_HAN and not heading(string) else ""


def _bare(row: Row) -> str:
    """The letters and digits of a line."""
    return re.sub(r"[\W_]", "", row.string)


def _may_be_title(rows: Sequence[Row], at: int, places: Sequence[int]) -> bool:
    """Whether a line stands where the title does, which running heads repeat."""
    return at < FRONT and at == places[0] and not _ISSUE.search(rows[at].string)


def _is_short(rows: Sequence[Row], at: int) -> bool:
    """Whether a line is shorter than the one below it, and no part of a sentence."""
    below = rows[at + 1].cells if at + 1 < len(rows) else 0
    return rows[at].cells < below - _SHORTER and not re.search("[，：:；]", rows[at].string)


def _at_boundary(rows: Sequence[Row], kinds: Mapping[int, Reason], at: int) -> bool:
    """Whether a page surely begins or ends at a line."""
    below = rows[at + 1] if at + 1 < len(rows) else None
    return bool(
        rows[at].feed
        or at - 1 in kinds
        or at + 1 in kinds
        or below is None
        or below.feed
        or (below.alone and below.gap == 0)
    )


def _is_lone_head(rows: Sequence[Row], kinds: Mapping[int, Reason], at: int, usual: int) -> bool:
    """A short line, set apart, between a page number and running text."""
    return (
        kinds.get(at - 1) == Reason.PAGE_NUMBER
        and rows[at].gap > max(usual, 1)
        and at + 1 < len(rows)
        and rows[at].cells < rows[at + 1].cells - _SHORTER
    )
