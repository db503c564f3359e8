"""Rules of wording: pure functions that look at a string and return the edits they propose.

Each rule has a name that the ledger and the page's account use (see `RULES`). What counts as
CJK here is said in `characters`. Quotation marks, dashes and the middle dot are shared by all
scripts and take the side of their neighbours.
"""

import re
from collections.abc import Callable, Iterator, Sequence

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


def join_urls(string: str) -> list[Edit]:
    """R7: a URL that a line break cut in two is one again.

    A break belongs to the URL if the part before it ends in a character that a URL rarely ends
    in and the part after it looks like the rest of an address.
    """
    edits = []
    for match in re.finditer(r"https?://[^\s<>，。；）】」》\u4e00-\u9fff]+", string):
        end = match.end()
        while gap := re.compile(r"[ \t\u00a0]*(?:\r\n?|\n)\s*").match(string, end):
            rest = re.compile(r"[A-Za-z0-9%/?#=&_~+.,:-]+").match(string, gap.end())
            if not rest:
                break
            before = string[end - 1]
            opens = before in "/-_=&?%#~+" or (before in ".:," and re.search(r"[/=]", rest[0]))
            if not opens:
                break
            edits.append(Edit(gap.start(), gap.end(), "", "R7"))
            end = rest.end()
    return edits


def join_lines(string: str) -> list[Edit]:
    """R5: a line break inside a paragraph goes; between western words a space takes its place."""
    edits = []
    for match in re.finditer(rf"(?<![{BLANK}])[{BLANK}]*(?:(?:\r\n?|\n)[{BLANK}]*)+", string):
        glue = " " if _parts_words(string, match.start(), match.end()) else ""
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
    edits = []
    numbered = _LISTED.match(string) or _CAPTION.match(string)
    kept = numbered.end() - 1 if numbered else -1
    for match in re.finditer(" +", string):
        if match.start() == kept:
            continue
        before = _side(string, match.start() - 1, -1)
        after = _side(string, match.end(), 1)
        if is_cjk(before) or is_cjk(after):
            edits.append(Edit(match.start(), match.end(), "", "R2"))
    return edits


def _side(string: str, at: int, step: int) -> str:
    """The script-bearing character at a gap: dashes and the quotation marks of a word are passed.

    A word's own marks are the opening ones before it, the closing ones after it.
    """
    own = "“‘" if step > 0 else "”’"
    if 0 <= at < len(string) and string[at] in own:
        while 0 <= at < len(string) and string[at] in own + " ":
            at += step
    while 0 <= at < len(string) and string[at] in "—―":
        at += step
        while 0 <= at < len(string) and string[at] in "“”‘’ ":
            at += step
    return string[at] if 0 <= at < len(string) else ""


def _parts_words(string: str, start: int, end: int) -> bool:
    """Whether a line break stands for a space: between western words, not at hyphen or dash."""
    if start == 0 or end == len(string):
        return False
    if is_cjk(_side(string, start - 1, -1)) or is_cjk(_side(string, end, 1)):
        return False
    if string[start - 1] in "-‐–—―/" and string[start - 2 : start - 1].isalnum():
        return False
    return not (string[end] in "–—―" and string[end + 1 : end + 2].isalnum())


_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}


def widen_punctuation(string: str) -> list[Edit]:
    """R1: half-width punctuation of Chinese sentences becomes full-width.

    A mark is Chinese if the nearest letter or digit before it (past quotation marks and closing
    brackets) or, failing that, after it is Han; between two digits or inside a Latin run or a URL
    it stays. Brackets go in pairs: Chinese if one of the pair is, if there is Han just outside
    the pair, or only Han just inside it.
    """
    protected = [
        m.span() for m in re.finditer(r"(?:https?://|www\.)[^\s\u4e00-\u9fff，。；）]+", string)
    ]
    # Numbers, and what is code rather than a sentence: tags, entities, image links.
    code = r"\d[,:]\d|<[^<>\n]{1,200}>|&#?\w{1,12};|!\[[^\]\n]*\]\([^)\n]*\)"
    protected += [m.span() for m in re.finditer(code, string)]

    def is_free(at: int) -> bool:
        return not any(start <= at < end for start, end in protected)

    edits = []
    for match in re.finditer(rf"(?<=[{HAN}])(?<![一二三四五六七八九十])\.(?=[{HAN}“]|$)", string):
        edits.append(Edit(match.start(), match.end(), "。", "R1"))
    for match in re.finditer(r"[,:;?!]", string):
        at = match.start()
        if is_free(at) and _is_chinese_mark(string, at):
            edits.append(Edit(at, at + 1, _WIDE[match[0]], "R1"))
    for edit in edits:  # brackets see the marks beside them as they will be
        string = string[: edit.start] + edit.text + string[edit.end :]
    for opening, closing in _brackets(string):
        if is_free(opening) and _is_chinese_pair(string, opening, closing):
            edits += [
                Edit(at, at + 1, wide, "R1")
                for at, wide in ((opening, "（"), (closing, "）"))
                if string[at] != wide
            ]
    return sorted(edits, key=lambda edit: edit.start)


_PASSED = re.compile(r"[\s“”‘’\"'）)】〕》〉（(《—―…%,:;?!，。；：、？！]")


def _letter(string: str, at: int, step: int) -> str:
    while 0 <= at < len(string) and _PASSED.match(string[at]):
        at += step
    return string[at] if 0 <= at < len(string) else ""


def _is_chinese_mark(string: str, at: int) -> bool:
    before, after = _letter(string, at - 1, -1), _letter(string, at + 1, 1)
    if is_cjk(before):
        return True
    return is_cjk(after) and before.isalnum()


def _brackets(string: str) -> Iterator[tuple[int, int]]:
    stack: list[int] = []
    for at, char in enumerate(string):
        if char in "(（":
            stack.append(at)
        elif char in ")）" and stack:
            yield stack.pop(), at


def _is_chinese_pair(string: str, opening: int, closing: int) -> bool:
    before, after = string[:opening].rstrip()[-1:], string[closing + 1 :].lstrip()[:1]
    inside = string[opening + 1 : closing].strip()
    if string[opening] == "（" or string[closing] == "）":
        return True
    outside = [is_cjk(char) and char not in "（）" for char in (before, after)]
    within = [is_cjk(char) and char not in "（）" for char in (inside[:1], inside[-1:])]
    return any(outside) or all(within)


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
