"""Headings of Chinese scholarly prose: is a line one, how deep, and how long is its number.

The usual order of numbers is 第一章, 第一节, 一、, （一）, 1., （1）; sections without a number
(引言, 结语 …) stand on the first level. GB/T 7713.2 numbers by decimals: 1, 1.1, 1.1.1.
"""

import re
from collections.abc import Iterable, Sequence

from converters.characters import HAN
from converters.lexicon import pattern

LONGEST = 45  # characters of a heading; longer lines are sentences

_N = "[一二三四五六七八九十百〇零]{1,4}"
_WORD = f"[{HAN}《“‘（(]"
_BLANK = r"[ \t\u00a0\u2002\u2003\u3000]"

#: The kinds of number from the highest to the lowest: usual level, form.
_NUMBERED: Sequence[tuple[int, re.Pattern[str]]] = (
    (1, re.compile(rf"第{_N}(?:编|部分|章)|第\d{{1,2}}(?:编|部分|章)")),
    (1, re.compile(rf"第(?:{_N}|\d{{1,2}})节")),
    (1, re.compile(rf"{_N}{_BLANK}*[、．.]|{_N}(?={_BLANK}+{_WORD})|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ][、．.]?")),
    (2, re.compile(rf"[（(]{_BLANK}*{_N}{_BLANK}*[）)]{_BLANK}*[、．.]?")),
    (
        3,
        re.compile(
            rf"\d{{1,2}}{_BLANK}*[、．](?!\d)|\d{{1,2}}\.(?!\d)|0\d(?={_BLANK}+{_WORD})"
            rf"|\d{{1,2}}(?={_BLANK}+(?![年月日时点个人次亿万名项条件种世元]){_WORD}[^，。；、]*$)"
        ),
    ),
    (4, re.compile(rf"[（(]{_BLANK}*\d{{1,2}}{_BLANK}*[）)]|\d{{1,2}}[）)]")),
)
_ARABIC = 4  # the place of `1.` among them
_DECIMAL = re.compile(rf"\d{{1,2}}(?P<deeper>(?:[.．]\d{{1,2}})+)[.．]?(?={_BLANK}*{_WORD})")
_TITLES = pattern("section_titles", group=("opening", "closing", "back"))
_INSTEAD = pattern("section_titles", group=("closing", "instead"))  # 余论（代结论）
_UNNUMBERED = re.compile(
    rf"代?{_TITLES}(?:[（(]?代{_INSTEAD}[)）]?)?(?:(?:与|和|及|及其|：|:|——)\S.*)?"
)
_SENTENCE = tuple("。；;，,：:、！!")


def heading(line: str) -> tuple[int, int] | None:
    """The usual level of a heading and the length of its number, or None for any other line.

    `line` is stripped and without note marks. `line[:length]` is the number as printed (`一、`),
    the rest, after any blanks, the words; length 0 where the heading has no number. A heading is
    no sentence: what ends like one, or is longer than `LONGEST`, is none.
    """
    if not line or len(line) > LONGEST or line.endswith(_SENTENCE):
        return None
    bare = re.sub(r"\s+", "", line)
    if _UNNUMBERED.fullmatch(bare):
        return 1, 0
    if found := _DECIMAL.match(line):
        return _worded(line, len(re.findall(r"\d+", found[0])), found.end())
    for level, form in _NUMBERED:
        if found := form.match(line):
            return _worded(line, level, len(found[0].rstrip()))
    return None


def _worded(line: str, level: int, length: int) -> tuple[int, int] | None:
    """The answer, if words follow the number."""
    words = line[length:].strip()
    return (level, length) if re.search(f"[A-Za-z{HAN}]", words) else None


def levels(lines: Iterable[str]) -> list[int]:
    """The levels of a text's headings, in order, without gaps.

    A text that uses `一、` and `1.` but no `（一）` has two levels, not three. Headings without a
    number stand on level 1, and so does any line that `heading` does not know.
    """
    ranks = [_rank(line) for line in lines]
    used = sorted({rank for rank in ranks if rank is not None})
    return [1 if rank is None else used.index(rank) + 1 for rank in ranks]


def _rank(line: str) -> float | None:
    """The place of a heading's kind of number in the usual order; None without a number."""
    found = heading(line)
    if not found or not found[1]:
        return None
    if decimal := _DECIMAL.match(line):
        return _ARABIC + len(re.findall(r"\d+", decimal[0])) / 10  # 1.1 stands just below 1.
    return next(n for n, (_, form) in enumerate(_NUMBERED) if form.match(line))
