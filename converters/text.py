"""Rules of wording: pure functions that look at a string and return the edits they propose.

Each rule has a name that the ledger and the page's account use (see `RULES`). What counts as
CJK here is said in `characters`. Quotation marks, dashes and the middle dot are shared by all
scripts and take the side of their neighbours.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from converters.characters import BLANK, HAN, is_cjk
from converters.model import Edit, Text

Rule = Callable[[str], list[Edit]]

RULES: dict[str, str] = {
    "R1": "半角标点改为全角（中文语句内）",
    "R2": "删去中文与西文、数字、引号间的空格及字间空格",
    "R3": "人名间隔号“・”统一为“·”",
    "R4": "破折号“――”统一为“——”",
    "R5": "接合断行",
    "R6": "异形空格改为普通空格，连续空格并为一个",
    "R7": "接合断开的网址",
    "R8": "删去不可见字符",
    "R9": "以竖线或标记划分的各行各格排成表格",
    "R10": "按 YAML 语法读出引号、转义与折行",
}


def tidy(text: Text, *rules: Rule) -> Text:
    """The text after each rule in turn."""
    for rule in rules:
        text = text.apply(rule(text.string))
    return text


def drop_invisible(string: str) -> list[Edit]:
    """R8: zero-width characters, soft hyphens, byte order marks and stray controls."""
    return [
        Edit(m.start(), m.end(), "", "R8")
        for m in re.finditer(
            "[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]",
            string,
        )
    ]


_ADDRESS = re.compile(rf"https?://[^\s<>，。；）】」》{HAN}]+")
_LINE_END = re.compile(r"[ \t\u00a0]*(?:\r\n?|\n)\s*")
_REST = re.compile(r"(?!https?://)[A-Za-z0-9%/?#=&_~+.,:-]+")


def join_urls(string: str) -> list[Edit]:
    """R7: a URL that a line break cut in two is one again.

    A break belongs to the URL if the part before it ends in a character that a URL rarely ends
    in and the part after it looks like the rest of an address, not like an address of its own.
    """
    edits = []
    end = 0  # of what is known to be part of the last address
    for match in _ADDRESS.finditer(string):
        if match.start() < end:
            continue
        end = match.end()
        while gap := _LINE_END.match(string, end):
            rest = _REST.match(string, gap.end())
            if not rest:
                break
            before = string[end - 1]
            opens = before in "/-_=&?%#~+" or (before in ".:," and re.search(r"[/=]", rest[0]))
            if not opens:
                break
            edits.append(Edit(gap.start(), gap.end(), "", "R7"))
            end = rest.end()
    return edits


_LINE_BREAK = re.compile(rf"(?<![{BLANK}])[{BLANK}]*(?:(?:\r\n?|\n)[{BLANK}]*)+")


def join_lines(string: str) -> list[Edit]:
    """R5: a line break inside a paragraph goes; between western words a space takes its place."""
    if "\n" not in string and "\r" not in string:
        return []
    edits = []
    sides = _Sides(string)
    for match in _LINE_BREAK.finditer(string):
        glue = " " if _parts_words(sides, match.start(), match.end()) else ""
        edits.append(Edit(match.start(), match.end(), glue, "R5"))
    return edits


def plain_blanks(string: str) -> list[Edit]:
    """R6: every blank is a single ordinary space, and none stands at the ends."""
    edits = []
    for match in re.finditer(rf"[{BLANK}]+", string):
        at_end = match.start() == 0 or match.end() == len(string)
        wanted = "" if at_end else " "
        if match[0] != wanted:
            edits.append(Edit(match.start(), match.end(), wanted, "R6"))
    return edits


_LISTED = re.compile(r"\d{1,2}\. (?=\S)")
_CAPTION = re.compile(
    r"(?:[▲△▼●■◆] ?)?(?:附?[图表]|专栏) ?(?:\d{1,3}(?:[-.–—－]\d{1,3})?|[一二三四五六七八九十]+) "
    r"(?=[^。！？；]*[^。！？；，：]$)"
)


def close_up(string: str) -> list[Edit]:
    """R2: no space beside a Han character or CJK punctuation, nor beside a shared mark there.

    The space after the number of a list item (`2. 通过`) or of a caption (`表1 贸易额`) stays: it
    parts number and text.
    """
    if " " not in string:
        return []
    edits = []
    numbered = _LISTED.match(string) or _CAPTION.match(string)
    kept = numbered.end() - 1 if numbered else -1
    sides = _Sides(string)
    for match in re.finditer(" +", string):
        if match.start() == kept:
            continue
        if is_cjk(sides.before(match.start())) or is_cjk(sides.after(match.end())):
            edits.append(Edit(match.start(), match.end(), "", "R2"))
    return edits


class _Runs:
    """The stretches of a string that are made of some characters only."""

    def __init__(self, form: re.Pattern[str], string: str) -> None:
        self.string = string
        self._spans = _merged(match.span() for match in form.finditer(string))
        self._starts = [start for start, _ in self._spans]

    def _holding(self, at: int) -> tuple[int, int] | None:
        """The stretch that holds a place."""
        index = bisect_right(self._starts, at) - 1
        return self._spans[index] if index >= 0 and at < self._spans[index][1] else None

    def __contains__(self, at: int) -> bool:
        return self._holding(at) is not None

    def after(self, at: int) -> int:
        """The first place from `at` on that is in no stretch."""
        stretch = self._holding(at)
        return stretch[1] if stretch else at

    def before(self, at: int) -> int:
        """The last place up to `at` that is in no stretch; -1 where there is none."""
        stretch = self._holding(at)
        return stretch[0] - 1 if stretch else at

    def next(self, at: int) -> str:
        """The first character from `at` on that is in no stretch."""
        return _character(self.string, self.after(at))

    def last(self, at: int) -> str:
        """The last character up to `at` that is in no stretch."""
        return _character(self.string, self.before(at))


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that meet as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _character(string: str, at: int) -> str:
    return string[at] if 0 <= at < len(string) else ""


_DASHES = "—―"
_OPENING = re.compile("[“‘ ]+")
_CLOSING = re.compile("[”’ ]+")
_SHARED = re.compile("[—―“”‘’ ]+")


class _Sides:
    """The script-bearing characters at the gaps of a string.

    Dashes and the quotation marks of a word are passed: a word's own marks are the opening ones
    before it, the closing ones after it.
    """

    def __init__(self, string: str) -> None:
        self.string = string
        self._opening = _Runs(_OPENING, string)
        self._closing = _Runs(_CLOSING, string)
        self._shared = _Runs(_SHARED, string)

    def after(self, at: int) -> str:
        """The character that a gap which ends at `at` has on its right."""
        if _character(self.string, at) in tuple("“‘"):
            at = self._opening.after(at)
        if _character(self.string, at) in tuple(_DASHES):
            at = self._shared.after(at)
        return _character(self.string, at)

    def before(self, at: int) -> str:
        """The character that a gap which begins at `at` has on its left."""
        at -= 1
        if _character(self.string, at) in tuple("”’"):
            at = self._closing.before(at)
        if _character(self.string, at) in tuple(_DASHES):
            at = self._shared.before(at)
        return _character(self.string, at)


def _parts_words(sides: _Sides, start: int, end: int) -> bool:
    """Whether a line break stands for a space: between western words, not at hyphen or dash."""
    string = sides.string
    if start == 0 or end == len(string):
        return False
    if is_cjk(sides.before(start)) or is_cjk(sides.after(end)):
        return False
    if string[start - 1] in "-‐–—―/" and string[start - 2 : start - 1].isalnum():
        return False
    return not (string[end] in "–—―" and string[end + 1 : end + 2].isalnum())


_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
#: Addresses, numbers, and what is code rather than a sentence: tags, entities, image links.
_PROTECTED = (
    re.compile(rf"(?:https?://|www\.)[^\s{HAN}，。；）]+"),
    re.compile(r"\d[,:]\d|<[^<>\n]{1,200}>|&#?\w{1,12};|!\[[^\[\]\n]*\]\([^()\n]*\)"),
)
_FULL_STOP = re.compile(rf"(?<=[{HAN}])(?<![一二三四五六七八九十])\.(?=[{HAN}“]|$)")
_PASSED = re.compile(r"[\s“”‘’\"'）)】〕》〉（(《—―…%,:;?!，。；：、？！]+")


def widen_punctuation(string: str) -> list[Edit]:
    """R1: half-width punctuation of Chinese sentences becomes full-width.

    A mark is Chinese if the nearest letter or digit before it (past quotation marks and closing
    brackets) or, failing that, after it is Han; between two digits or inside a Latin run or a URL
    it stays. Brackets go in pairs: Chinese if one of the pair is, if there is Han just outside
    the pair, or only Han just inside it.
    """
    protected = [_Runs(form, string) for form in _PROTECTED]

    def is_free(at: int) -> bool:
        return not any(at in spans for spans in protected)

    edits = [Edit(m.start(), m.end(), "。", "R1") for m in _FULL_STOP.finditer(string)]
    letters = _Runs(_PASSED, string)
    for match in re.finditer(r"[,:;?!]", string):
        at = match.start()
        if is_free(at) and _is_chinese_mark(letters, at):
            edits.append(Edit(at, at + 1, _WIDE[match[0]], "R1"))
    characters = list(string)
    for edit in edits:  # brackets see the marks beside them as they will be
        characters[edit.start] = edit.text
    for opening, closing in _brackets(string):
        if is_free(opening) and _is_chinese_pair(characters, opening, closing):
            edits += [
                Edit(at, at + 1, wide, "R1")
                for at, wide in ((opening, "（"), (closing, "）"))
                if string[at] != wide
            ]
    return sorted(edits, key=lambda edit: edit.start)


def _is_chinese_mark(letters: _Runs, at: int) -> bool:
    before = letters.last(at)
    return is_cjk(before) or (before.isalnum() and is_cjk(letters.next(at)))


def _brackets(string: str) -> Iterator[tuple[int, int]]:
    """The places of brackets that belong together."""
    stack: list[int] = []
    for match in re.finditer("[(（)）]", string):
        if match[0] in "(（":
            stack.append(match.start())
        elif stack:
            yield stack.pop(), match.start()


def _is_chinese_pair(characters: Sequence[str], opening: int, closing: int) -> bool:
    if characters[opening] == "（" or characters[closing] == "）":
        return True
    outside = (beyond_blanks(characters, opening, -1), beyond_blanks(characters, closing, 1))
    within = (beyond_blanks(characters, opening, 1), beyond_blanks(characters, closing, -1))
    return any(map(_is_bearing, outside)) or all(map(_is_bearing, within))


def beyond_blanks(characters: Sequence[str], at: int, step: int) -> str:
    """The next character from a place on, in a direction (1 or -1), that is no blank."""
    at += step
    while 0 <= at < len(characters) and characters[at].isspace():
        at += step
    return characters[at] if 0 <= at < len(characters) else ""


def _is_bearing(char: str) -> bool:
    """Whether a character shows that the words at a bracket are Chinese."""
    return is_cjk(char) and char not in "（）"


def unify_name_dots(string: str) -> list[Edit]:
    """R3: the katakana or Hangul middle dot between parts of a name is U+00B7 (GB/T 15834)."""
    return [
        Edit(m.start(), m.end(), "·", "R3")
        for m in re.finditer(rf"(?<=[{HAN}A-Za-zА-я])[・‧•](?=[{HAN}A-Za-zА-я])", string)
    ]


def unify_dashes(string: str) -> list[Edit]:
    """R4: a Chinese dash is two U+2014 (GB/T 15834); U+2015 or U+2500 in a run of dashes is one."""
    return [
        Edit(m.start(), m.end(), "—" * len(m[0]), "R4")
        for m in re.finditer("[—―─]{2,}", string)
        if set(m[0]) != {"—"}
    ]


JOIN: Sequence[Rule] = (drop_invisible, join_urls, join_lines, plain_blanks)


def prose(text: Text) -> Text:
    """Chinese prose: lines joined, blanks and punctuation by rule."""
    return tidy(text, *JOIN, close_up, widen_punctuation, close_up, unify_dashes, unify_name_dots)


def note_text(text: Text) -> Text:
    """A note: as prose, but its punctuation stays as printed, for notes mix languages."""
    return tidy(text, *JOIN, close_up, unify_dashes)
