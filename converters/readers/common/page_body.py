"""The body of a web page, where each line is a paragraph, a heading, or an item of a list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from converters.lexicon import pattern
from converters.model import Block, Heading, Paragraph, Text
from converters.readers.common.furniture import ends_sentence
from converters.readers.common.headings import heading, levels
from converters.readers.common.reading import Reading, Row
from converters.readers.common.segments import text_of

BULLET = re.compile(r"^[•·●○◦▪■□◆◇►▶▌*-]\s*(?=[^\s—-])")
_SPEAKER = re.compile(rf"^{pattern('speakers', 'news-clip')}\d*\s*[:：]")
_NUMBERED = re.compile(r"[（(]?\d{1,2}[)）.、．](?!\d)")
_WORDS_IN_MARKS = re.compile(r"[^。！？…，；：][”’」』）)》]$")
#: Characters of a heading that ends in a closing mark (何谓“第三邻国”); longer lines are
#: quotations. Headings are mostly shorter: those of seed 002 have 2 to 14.
_LONGEST_IN_MARKS = 30


@dataclass(frozen=True, slots=True)
class HeadingStyle:
    """How the headings of a family of pages look.

    `longest`: characters of a heading; `bullets`: a bullet may stand before one; `runs`: one may
    stand between two others.
    """

    longest: int
    bullets: bool
    runs: bool


def find_headings(rows: Sequence[Row], style: HeadingStyle) -> list[bool]:
    """Which rows are headings: short, no sentence, and not one of several items of a list."""
    can = [_may_be_heading(row.string, style) for row in rows]
    kinds = [_item(row.string) if possible else "" for row, possible in zip(rows, can, strict=True)]
    found = []
    for at, possible in enumerate(can):
        near = [n for n in (at - 1, at + 1) if 0 <= n < len(rows) and can[n]]
        is_item = kinds[at] and any(kinds[n] == kinds[at] for n in near)
        found.append(possible and not is_item and (style.runs or len(near) < 2))
    return found


def _may_be_heading(string: str, style: HeadingStyle) -> bool:
    if len(string) > style.longest or _SPEAKER.match(string):
        return False
    if BULLET.match(string) and not style.bullets:
        return False
    if not ends_sentence(string):
        return True
    found = heading(string)
    if found and found[1] and not re.search("[，。；]", string):
        return True  # a question with a number
    in_marks = _WORDS_IN_MARKS.search(string) and not re.search("[。！？；，：]", string)
    return bool(in_marks) and len(string) <= _LONGEST_IN_MARKS


def _item(string: str) -> str:
    """The kind of item that a line would be in a list: after a bullet, after a figure, or none."""
    if BULLET.match(string):
        return "bullet"
    return "figure" if _NUMBERED.match(string) else ""


def blocks(
    reading: Reading, rows: Sequence[Row], headed: Sequence[bool], above: int = 0
) -> list[Block]:
    """The rows as paragraphs and headings, the highest of these `above` levels below the first."""
    depths = iter(levels(row.string for row, is_one in zip(rows, headed, strict=True) if is_one))
    return [
        _heading(reading, row, above + next(depths)) if is_one else Paragraph(text_of(reading, row))
        for row, is_one in zip(rows, headed, strict=True)
    ]


def _heading(reading: Reading, row: Row, level: int) -> Heading:
    found = heading(row.string)
    length = found[1] if found else 0
    number = text_of(reading, row.part(0, length)) if length else Text()
    return Heading(text_of(reading, row.part(length)), level, number)
