"""Notes: the marks that call them, the bodies that answer, and which belongs to which.

Numbering may restart on every page, so a mark alone says nothing: only page and mark together
do. What is left over after that may be a note printed on the next page, or an endnote.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

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
        raised = match[0].startswith(("^", "$", "<"))
        sure = raised or "^" in match[0] or self.name in ("circled", "superscript")
        core = re.search(self.core, re.sub(r"^<sup>", "", match[0]))
        assert core
        if self.name == "circled":
            printed, number = core[0], int(unicodedata.numeric(core[0]))
        else:
            printed = re.sub(r"\D", "", unicodedata.normalize("NFKC", core[0]))
            number = int(printed)
        return NoteMark(match.start(), match.end(), printed, number, raised, sure)


_AFTER = re.compile(r"[:：.．]?[ \t\u00a0\u2002\u2003\u3000\u202f]*")
_STYLES = (
    Style("circled", "[\u2460-\u2473\u24f5-\u24fe\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]"),
    Style("bracketed", r"\\?[\[［〔【]\^?\s*\d{1,3}\s*\\?[\]］〕】]"),
    Style("parenthesised", r"[(（]\s*\d{1,3}\s*[)）]"),
    Style("superscript", "[¹²³⁰⁴-⁹]{1,3}"),
    Style("digits", r"\d{1,3}"),
)


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
    for match in _STAR.finditer(string):
        if not string[match.end() :].strip():
            return NoteMark(match.start(), match.end(), "*", STAR, match[0][0] in "^$<", True)
    return None


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
        line[: mark.start].rstrip().endswith(tuple("。！？”》"))
        or line[mark.end :].lstrip().startswith(tuple("，。；、"))
        for mark in style.calls(line)
    )


def find_block(lines: Sequence[str], style: Style, *, star: bool = False) -> list[int]:
    """Which lines of a page (or of the rest of a text) open the notes of its first note block.

    A line that begins with a mark is a note only if that mark was called above it on the page;
    a call may stand at the start of a line, too. `star`: an asterisk note may stand here.
    """
    opened = [
        (at, mark)
        for at, line in enumerate(lines)
        if (mark := style.body(line)) and (mark.number != STAR or star)
    ]
    first = _first_note(lines, style, opened)
    if first is None:
        return []
    called = {mark.number for line in lines for mark in style.calls(line)}
    block = [opened[first][0]]
    last = opened[first][1].number
    for at, mark in opened[first + 1 :]:
        between = [call for line in lines[block[-1] + 1 : at] for call in style.calls(line)]
        if any(call.number <= last or call.number == mark.number for call in between):
            break  # the text of the next page stands between
        if mark.number == last + 1 or (last < mark.number <= last + 3 and mark.number in called):
            block.append(at)
            last = mark.number
        elif mark.number <= last:
            break
    return block


def _first_note(
    lines: Sequence[str], style: Style, opened: Sequence[tuple[int, NoteMark]]
) -> int | None:
    """The place in `opened` of the first body of the block."""
    if not opened:
        return None
    called: set[int] = set()
    at = 0
    for n, (row, mark) in enumerate(opened):
        for line in lines[at:row]:
            called.update(call.number for call in style.calls(line))
        at = row
        if mark.number == STAR or style.apart:
            return n
        if mark.number in called:
            return _earlier(lines, style, opened, n)
    numbers = [mark.number for _, mark in opened]
    uncalled = not any(any(style.calls(line)) for line in lines[: opened[0][0]])
    in_order = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    cited = _CITED.search(lines[opened[0][0]])
    return 0 if in_order and uncalled and (len(numbers) > 1 or cited) else None


_CITED = re.compile(r"https?://|第\s*\d+\S{0,4}\s*[页期]|参见|详见|同上|\bpp?\.|Ibid|op\. cit")


def _earlier(
    lines: Sequence[str], style: Style, opened: Sequence[tuple[int, NoteMark]], n: int
) -> int:
    """The first body of a block whose first notes are called nowhere."""
    while n and opened[n - 1][1].number == opened[n][1].number - 1:
        above, here = opened[n - 1][0], opened[n][0]
        inside = [c for line in lines[above:here] for c in style.calls(line) if c.start]
        if inside or here - above > 8:
            break
        n -= 1
    return n


@dataclass(frozen=True, slots=True)
class Numbered:
    """A call or a body, as linking sees it."""

    page: int
    number: int
    sure: bool = True


def link(calls: Sequence[Numbered], bodies: Sequence[Numbered]) -> dict[int, int]:
    """Which body answers which call, by their places in the two sequences.

    On a page every body takes the first call of its number, sure ones before others. A body left
    over takes the only call left over with its number on a page before it, if it is printed
    before all other notes of its page (carried over) or where no call stands (endnotes). No call
    and no body is taken twice.
    """
    free: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for at, call in sorted(enumerate(calls), key=lambda item: (not item[1].sure, item[0])):
        free[call.page, call.number].append(at)
    taken: dict[int, int] = {}
    left: list[int] = []
    for index, body in enumerate(bodies):
        mine = free[body.page, body.number]
        if mine:
            taken[mine.pop(0)] = index
        else:
            left.append(index)
    called = {calls[at].page for at in taken}
    for index in left:
        body = bodies[index]
        rest = [
            at
            for at, call in enumerate(calls)
            if at not in taken and call.number == body.number and call.page < body.page
        ]
        is_first = all(other.page != body.page for other in bodies[:index])
        carried = bool(rest) and is_first and calls[rest[-1]].page == body.page - 1
        if carried:
            taken[rest[-1]] = index
        elif len(rest) == 1 and body.page not in called:
            taken[rest[0]] = index
    return taken
