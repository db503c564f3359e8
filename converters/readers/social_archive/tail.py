"""What follows an article: credits, disclaimers, other articles, calls to follow the account."""

import re
from collections.abc import Sequence, Set

from converters.readers.social_archive.blocks import Block
from converters.readers.social_archive.labels import STATED, label
from converters.readers.social_archive.platform import furniture, is_credit, opens_tail

_TOPIC = re.compile(r"#?\w+(?:[（(]\w+[)）])?")
LONGEST_ITEM = 80  # characters of a title in a list of other articles


def is_furniture(block: Block) -> bool:
    """Whether a block is the platform's or no words at all."""
    return block.is_image or block.is_rule or not block.string or bool(furniture(block.string))


def is_after(block: Block) -> bool:
    """Whether a block may stand after a text."""
    string = block.string
    said = label(string) if len(string) <= 300 else None
    return (
        is_furniture(block)
        or opens_tail(string)
        or is_credit(string)
        or block.is_links
        or bool(said and said.name in STATED - {"keywords"} and not said.alone)
    )


def tail_start(blocks: Sequence[Block], listed: Set[int]) -> int:
    """The place of the first block after the text. Notes and references, `listed`, are passed.

    Below them nothing is text, nor below the heading of a list of other articles, if nothing
    there is long.
    """
    at = _back(blocks, max(listed) + 1 if listed else len(blocks), listed)
    for n in range(len(blocks) - 1, 0, -1):
        if n in listed or is_after(blocks[n]):
            if opens_tail(blocks[n].string):
                at = min(at, n)
        elif len(blocks[n].string) > LONGEST_ITEM or blocks[n].is_rule:
            break
    return _back(blocks, at, listed)


def _back(blocks: Sequence[Block], at: int, listed: Set[int]) -> int:
    while at > 0:
        last = blocks[at - 1]
        stamped = any(map(_is_stamp, blocks[max(at - 4, 0) : at - 1]))
        if not (at - 1 in listed or is_after(last) or (stamped and is_topic(last))):
            break
        at -= 1
    return at


def is_topic(block: Block) -> bool:
    """Whether a block may be one of the topics that platforms list below an article."""
    return len(block.string) <= 12 and not block.is_bold and bool(_TOPIC.fullmatch(block.string))


def _is_stamp(block: Block) -> bool:
    return furniture(block.string) in ("counter", "date-of-page")


def role_after(block: Block, *, listing: bool, stamped: bool) -> str:
    """The role of a block after the text.

    `listing`: it stands below the heading of other articles; `stamped`: near a counter or the
    date of the page.
    """
    string = block.string
    if reason := furniture(string):
        return reason
    if is_credit(string):
        return "endmatter"
    said = label(string)
    if said and said.name in STATED and not said.alone:
        return "statement"
    if listing or block.is_links or (stamped and is_topic(block)):
        return "navigation"
    return "endmatter"


def wordless(block: Block) -> str:
    """The reason for which a block without words goes, or nothing."""
    if block.is_image:
        return "image"
    if not block.string:
        return "blank-mark"
    return "mark-up" if block.is_rule else ""
