"""The lines between the title of an article and its text: bylines, captions, subtitles."""

import re
from collections.abc import Sequence

from converters.readers.common.names import names
from converters.readers.social_archive.blocks import Block
from converters.readers.social_archive.headings import is_number, shape
from converters.readers.social_archive.labels import is_labelled, label
from converters.readers.social_archive.platform import furniture
from converters.surnames import COMPOUND, SINGLE

_CAPTION = re.compile(r"[▲△▼▽（(↑]?\s*(?:图[片源注/：:\d一二三]|图\s|资料图|图为|来源[:：])")
_SUBTITLE = re.compile(r"[—―─-]{2,}\s*\S")
_REPORTER = re.compile(r"\S{0,8}(?:记者|通讯员|特约撰稿人?)\s*[:：/|]?\s*")
_HEAD = 20  # so many blocks at most stand above a text
_LONG = 120
_LINE = 60  # characters; more are a paragraph
_CAPTION_LONGEST = 200


def head_end(blocks: Sequence[Block]) -> int:
    """The offset after the last statement or button before the first long paragraph."""
    end = 0
    for n, block in enumerate(blocks[:_HEAD]):
        said = label(block.string)
        imaged = n > 0 and blocks[n - 1].is_image
        if said and said.name == "guide":
            break
        if said or furniture(block.string):
            end = block.end
            continue
        ended = len(block.string) > _LONG or block.string.endswith(tuple("。！？"))
        if is_number(block) or (shape(block, None) and n > 2) or (ended and not imaged):
            break
    return end


def above(block: Block, before: Block | None, after: Block | None, at: int, end: int) -> str:
    """The role of the block at place `at` above the text; nothing for the text's beginning.

    A line that is none of the known ones stands there for no reason of the text's own: it is
    `navigation` if it is above `end`, where the head ends.
    """
    string = block.string
    if len(string) > _CAPTION_LONGEST or block.depth or is_number(block):
        return ""
    said = label(after.string) if after else None
    if before and before.is_image and block.gap <= 2:
        under_statements = said is not None and len(string) >= 10 and not is_labelled(string)
        if _CAPTION.match(string) or under_statements:
            return "caption"
    if len(string) > _LINE:
        return ""
    if _SUBTITLE.match(string) and 0 < at < 6:
        return "subtitle"
    if not block.is_bold and byline(string):
        return "authors"
    return "navigation" if block.end <= end else ""


def byline(string: str) -> list[str]:
    """The names on a line that holds names of people, perhaps of reporters; else none."""
    found = _REPORTER.match(string)
    named = names(string[found.end() :] if found else string)
    known = all("·" in name or name[0] in SINGLE or name[:2] in COMPOUND for name in named)
    return named if known else []
