"""Headings as accounts set them: `一、`, `01 | 标题`, `PART 01`, `▍标题`, `【标题】`, bold lines.

A number may stand in a block of its own above its title. What ends like a sentence is a
paragraph, bold or not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from converters.characters import HAN
from converters.lexicon import pattern
from converters.readers.common.furniture import ends_sentence
from converters.readers.common.headings import heading as scholarly
from converters.readers.social_archive.blocks import Block

#: Characters of a heading: those of posts have up to 38, a bold opening sentence 52 and more. One
#: that Markdown marks as a heading may be twice as long.
LONGEST = 50
#: Of a number in a block of its own with its ornaments (—— PART 01 ——).
_LONGEST_NUMBER = 24
#: Of a heading without number or bold type (结语), and of one with a number as lists have it (1.):
#: longer ones are sentences and items.
_LONGEST_PLAIN = 12
_LONGEST_LISTED = 30
_HAN = "[一二三四五六七八九十]{1,3}"
_PART = r"(?:PART|Part|part|CHAPTER|Chapter|NO|No)[.\s]*(?:\d{1,2}|[A-Z][a-z]+|[IVX]{1,4})(?![a-z])"
_ORNAMENT = r"[^\w\[\]［］〔〕【】()（）]*_*"
_NUMBER = re.compile(
    rf"{_ORNAMENT}(?:0?\d{{1,2}}|{_HAN}|[壹贰叁肆伍陆柒捌玖拾]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|{_PART}){_ORNAMENT}"
)
_SIGN = r"[▍▎▌▏▋█■◆●★♦◇□◎►▶❖✦✧|｜丨]"
_FIGURE = re.compile(r"\W*[图表]\s*[\d一二三四五六七八九十]")
#: Rank, form; `number` and `title` say what is what, the rest is mark-up.
_FORMS: Sequence[tuple[int, re.Pattern[str]]] = (
    (1, re.compile(rf"(?P<number>{_PART})\s*[|丨｜/:：.、·—-]*\s*(?P<title>.*)")),
    (1, re.compile(r"(?P<number>\d{1,2})\s*[|丨｜/]\s*(?P<title>.+)")),
    (1, re.compile(r"(?P<number>0\d)\s*[.．、]?\s*(?P<title>\D.*)")),
    (1, re.compile(rf"(?P<number>(?:{_HAN}[、.．]|第{_HAN}[章节部](?:分)?))\s*(?P<title>.+)")),
    (2, re.compile(rf"(?P<number>[（(]\s*{_HAN}\s*[)）]\s*[、.．]?)\s*(?P<title>.+)")),
    (3, re.compile(r"(?P<number>\d{1,2}\s*[.．、])\s*(?P<title>[^\d\s].*)")),
    (4, re.compile(r"(?P<number>(?:[（(]\d{1,2}[)）]|\d{1,2}[)）]))\s*(?P<title>.+)")),
    (0, re.compile(rf"{_SIGN}+\s*(?P<title>[^|｜丨]+?)\s*{_SIGN}*(?P<number>)")),
    (0, re.compile(r"[【〖]\s*(?P<title>[^】〗]+?)\s*[】〗](?P<number>)")),
)
_LAST = re.compile(pattern("section_titles", "social-archive", "last"))


@dataclass(frozen=True, slots=True)
class Shape:
    """What kind of heading a block is: rank by number, or by Markdown where `rank` is 0."""

    rank: int
    depth: int
    text: str


@dataclass(frozen=True, slots=True)
class Parts:
    """Where number and title of a heading stand in its words."""

    number: tuple[int, int]
    title: tuple[int, int]


def is_number(block: Block) -> bool:
    """Whether a block holds the number of a section and nothing else."""
    return (
        bool(_NUMBER.fullmatch(block.string))
        and not block.is_image
        and len(block.string) < _LONGEST_NUMBER
    )


def is_lone(block: Block) -> bool:
    """Whether a number without a title can be a heading: not a figure that stands alone."""
    bare = re.sub(r"[\W_]", "", block.string)
    return block.is_bold or block.depth > 0 or not re.fullmatch(r"[1-9]\d?", bare)


def is_title(block: Block) -> bool:
    """Whether the words of a block can be the title that belongs to a number above them."""
    return block.depth > 0 or (
        len(block.string) <= LONGEST
        and "\n" not in block.string
        and not block.string.endswith(("。", "；", "，", "：", "？", "！"))
    )


def parts(words: str) -> Parts:
    """Number and title in the words of a heading."""
    for _, form in _FORMS:
        found = form.fullmatch(words)
        if found and found["title"].strip():
            return Parts(found.span("number"), found.span("title"))
    return Parts((0, 0), (0, len(words)))


def shape(block: Block, after: Block | None, before: Block | None = None) -> Shape | None:
    """The heading that a block is, if it is one. `after`, `before`: the blocks of words there."""
    string = block.string
    form = next(((rank, form) for rank, form in _FORMS if form.fullmatch(string)), None)
    rank = form[0] if form else 0
    if block.depth and len(string) <= 2 * LONGEST:
        return Shape(rank, block.depth, string)
    if len(string) > LONGEST or not is_title(block) or block.raw.startswith(">"):
        return None
    if not re.search(f"[A-Za-z{HAN}]", string) or _FIGURE.match(string):
        return None
    bare = string.rstrip("”）)】〗")
    listed = _is_listed(rank, after) or _is_listed(rank, before)
    if block.is_bold and "****" not in block.raw.strip("*"):
        return None if listed or ends_sentence(bare) else Shape(rank, 0, string)
    if not form:
        known = scholarly(string)
        return Shape(0, 0, string) if known == (1, 0) and len(string) <= _LONGEST_PLAIN else None
    if rank <= 2:
        return Shape(rank, 0, string) if not ends_sentence(bare) else None
    opens = after is not None and ends_sentence(after.string)
    if rank == 3 and opens and len(string) <= _LONGEST_LISTED and not listed:
        return Shape(rank, 0, string) if not re.search("[，。；]", string) else None
    return None


def _is_listed(rank: int, beside: Block | None) -> bool:
    """Whether a numbered line is an item of a list: another item stands beside it."""
    return rank > 2 and beside is not None and bool(_FORMS[rank + 2][1].fullmatch(beside.string))


def levels(shapes: Sequence[Shape]) -> list[int]:
    """The levels of a text's headings, without gaps.

    A heading without a number stands on the first level, or where its Markdown puts it; a bold
    line among numbered sections is a part of the section before it.
    """
    least = min((one.depth for one in shapes if one.depth), default=0)
    used = sorted({one.rank or 1 for one in shapes if one.rank or not one.depth})
    by_depth: dict[int, int] = {}
    for one in shapes:
        if one.rank and one.depth:
            by_depth.setdefault(one.depth, used.index(one.rank) + 1)
    tops = [n for n, one in enumerate(shapes) if one.rank == 1]
    found: list[int] = []
    above = 0  # the level of the last numbered heading
    for n, one in enumerate(shapes):
        if one.rank:
            above = used.index(one.rank) + 1
            found.append(above)
        elif one.depth:
            found.append(by_depth.get(one.depth, 1 + one.depth - least))
        elif len(tops) > 1 and tops[0] < n < tops[-1] and not _LAST.search(one.text):
            found.append(above + 1)  # between two numbered sections: a part of the first
        else:
            found.append(1)
    return found
