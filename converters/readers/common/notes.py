"""Notes: the marks that call them, the bodies that answer, and which belongs to which.

Numbering may restart on every page, so a mark alone says nothing: only page and mark together
do. What is left over after that may be a note printed on the next page, or an endnote.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from converters.text import beyond_blanks

STAR = 0  # the number of an asterisk note: it stands before note 1


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note mark at [start, end) of a string: as printed (`③`, `3`, `*`) and its number.

    `raised`: written as superscript; `sure`: nothing but a note mark, for it is circled or
    raised, where a bare `[3]` or `(3)` may be something else.
    """

    start: int
    end: int
    printed: str
    number: int
    raised: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class Style:
    """How a text prints its note marks. `apart`: calls are raised, bodies are not."""

    name: str
    core: str
    apart: bool = False

    @property
    def printed(self) -> str:
        """The kind of mark that an edition of the text shows."""
        return "circled" if self.name == "circled" else "bracketed"

    def calls(self, string: str) -> Iterator[NoteMark]:
        """The marks in a string that may call a note."""
        if not _compiled(self.core).search(string):  # far quicker than the whole form
            return
        for match in _form(self.core).finditer(string):
            mark = self._mark(match)
            if mark.raised or self.name != "digits":
                yield mark

    def body(self, line: str) -> NoteMark | None:
        """The mark, with the blanks after it, at the start of a line that may be a note's body.

        It may stand on a line of its own.
        """
        match = _form(self.core).match(line)
        if not match:
            return star_body(line)
        mark = self._mark(match)
        after = _AFTER.match(line, match.end())
        end = after.end() if after else match.end()
        if self.apart and mark.raised:
            return None
        if self.name == "digits" and not re.match(r"[.．、\s]", line[mark.end :]):
            return None
        return replace(mark, end=end)

    def _mark(self, match: re.Match[str]) -> NoteMark:
        printed, number, raised, sure = _parsed(self.name, self.core, match[0])
        return NoteMark(match.start(), match.end(), printed, number, raised, sure)


@lru_cache(maxsize=4096)
def _parsed(name: str, core: str, mark: str) -> tuple[str, int, bool, bool]:
    """What a mark of a style says: as printed, its number, whether it is raised, and sure."""
    raised = mark.startswith(("^", "$", "<"))
    sure = raised or "^" in mark or name in ("circled", "superscript")
    found = _compiled(core).search(mark)
    printed = found[0] if found else mark
    if name == "circled":
        return printed, int(unicodedata.numeric(printed)), raised, sure
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", printed))
    return digits, int(digits), raised, sure


_AFTER = re.compile(r"[:：.．]?[ \t\u00a0\u2002\u2003\u3000\u202f]*")
_STYLES = (
    Style("circled", "[\u2460-\u2473\u24f5-\u24fe\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]"),
    Style("bracketed", r"\\?[\[［〔【]\^?\s*\d{1,3}\s*\\?[\]］〕】]"),
    Style("parenthesised", r"[(（]\s*\d{1,3}\s*[)）]"),
    Style("superscript", "[¹²³⁰⁴-⁹]{1,3}"),
    Style("digits", r"\d{1,3}"),
)


_compiled = cache(re.compile)


@cache
def _form(core: str) -> re.Pattern[str]:
    """A mark as it stands, or raised in one of the ways of Markdown, TeX and HTML."""
    return re.compile(
        rf"\$\s*\^\s*\{{?\s*{core}\s*\}}?\s*\$|\^\s*\{{\s*{core}\s*\}}"
        rf"|\^\s*{core}\^?|<sup>\s*{core}\s*</sup>|{core}"
    )


_STAR = _form(r"\\?(?:[*＊∗⁎※]|\\\*){1,3}")


def star_call(string: str) -> NoteMark | None:
    """The asterisk that ends a title or an author's name and calls the note on it."""
    if string.startswith("**") and string.endswith("**"):
        string = string[:-2]  # bold type
    marks = list(_STAR.finditer(string))
    if not marks or string[marks[-1].end() :].strip():
        return None
    return NoteMark(*marks[-1].span(), "*", STAR, marks[-1][0][0] in "^$<", True)


def star_body(line: str) -> NoteMark | None:
    """The asterisk that opens the note on a title or author (not italics, not bold)."""
    match = _STAR.match(line)
    if not match or match[0] == "**" or line.rstrip()[-1] in "*＊":
        return None
    after = _AFTER.match(line, match.end())
    end = after.end() if after else match.end()
    return NoteMark(0, end, "*", STAR, match[0][0] in "^$<", True) if end < len(line) else None


def style_of(lines: Iterable[str]) -> Style | None:
    """The style in which a text marks its notes; None for a text without notes.

    It is the one whose marks open most lines and stand, with the same numbers, in others.
    """
    held = list(lines)
    best: Style | None = None
    most = 0
    for style in _STYLES:
        bodies = [m for line in held if (m := style.body(line)) and m.number != STAR]
        calls = [m for line in held for m in style.calls(line) if m.start or m.raised]
        shared = {mark.number for mark in bodies} & {mark.number for mark in calls}
        raised = sum(mark.raised for mark in calls)
        weight = min(len(bodies), len(calls)) if shared else 0
        if style.name == "parenthesised" and raised < len(calls) / 2:
            # (1) … (2) … are more often the parts of a sentence
            weight = min(weight, sum(_after_stop(line, style) for line in held))
        if weight > most:
            bare = sum(not mark.raised for mark in bodies)
            apart = raised >= 0.8 * len(calls) and bare >= 0.8 * len(bodies)
            best, most = replace(style, apart=apart), weight
    return best


def _after_stop(line: str, style: Style) -> int:
    """How many marks of a line stand where notes are called: after a stop or before one."""
    return sum(
        beyond_blanks(line, mark.start, -1) in tuple("。！？”》")
        or beyond_blanks(line, mark.end - 1, 1) in tuple("，。；、")
        for mark in style.calls(line)
    )


@dataclass(frozen=True, slots=True)
class Numbered:
    """A call or a body, as linking sees it."""

    page: int
    number: int
    sure: bool = True


def link(calls: Sequence[Numbered], bodies: Sequence[Numbered]) -> dict[int, int]:
    """Which body answers which call, by their places in the two sequences, in reading order.

    On a page every body takes the first call of its number, sure ones before others. A body left
    over takes the only call left over with its number on a page before it, if it is printed
    before all other notes of its page (carried over) or where no call stands (endnotes). No call
    and no body is taken twice.
    """
    free: defaultdict[tuple[int, int], deque[int]] = defaultdict(deque)
    for at, call in sorted(enumerate(calls), key=lambda item: (not item[1].sure, item[0])):
        free[call.page, call.number].append(at)
    taken: dict[int, int] = {}
    left: list[int] = []
    first: dict[int, int] = {}  # the first body of each page
    for index, body in enumerate(bodies):
        first.setdefault(body.page, index)
        mine = free[body.page, body.number]
        if mine:
            taken[mine.popleft()] = index
        else:
            left.append(index)
    called = {calls[at].page for at in taken}
    open_calls: defaultdict[int, list[int]] = defaultdict(list)  # of each number
    for at, call in enumerate(calls):
        if at not in taken:
            open_calls[call.number].append(at)
    for index in left:
        body = bodies[index]
        rest = open_calls[body.number]
        before = bisect_left(rest, body.page, key=lambda at: calls[at].page)
        if not before:
            continue
        last = rest[before - 1]
        carried = first[body.page] == index and calls[last].page == body.page - 1
        if carried or (before == 1 and body.page not in called):
            taken[last] = index
            del rest[before - 1]
    return taken
