"""What a line without label is where it stands above a text: subtitle, byline, caption …"""

import re
from collections.abc import Sequence

from converters.lexicon import pattern
from converters.readers.social_archive.blocks import Block
from converters.readers.social_archive.wording import (
    Label,
    byline,
    describes_author,
    is_affiliation,
    is_labelled,
)
from converters.schema.roles import Role

#: Among the first so many blocks a heading is the title, a line after dashes the subtitle: account,
#: tags and date stand above them.
TITLE_WITHIN = 6
#: Characters of a line of the head (byline, date); of a caption.
LONGEST_LINE = 60
LONGEST_CAPTION = 200
#: A line that may be a caption because statements follow has at least so many characters.
_SHORTEST_CAPTION = 10

_CAPTION = re.compile(rf"[▲△▼▽（(↑]?\s*{pattern('captions', 'social-archive', 'opening')}")
_SUBTITLE = re.compile(r"[—―─-]{2,}\s*\S")


def author_statement(block: Block, *, below_author: bool) -> Label | None:
    """As which statement a line tells the author's institution, if it does.

    `below_author`: it stands below a byline or a statement on the author.
    """
    if len(block.string) > LONGEST_LINE or block.depth:
        return None
    if describes_author(block.string):
        return Label("bio", 0)
    return Label("affiliation", 0) if below_author and is_affiliation(block.string) else None


def role_above_text(blocks: Sequence[Block], at: int, after: Block | None) -> Role | None:
    """The role of a line above the text, if its words or its place tell it.

    `after`: the next block that holds words.
    """
    block, string = blocks[at], blocks[at].string
    if at and blocks[at - 1].is_image and block.gap <= 2:
        above_statement = (
            after is not None
            and after.label is not None
            and len(string) >= _SHORTEST_CAPTION
            and not is_labelled(string)
        )
        if _CAPTION.match(string) or above_statement:
            return Role.CAPTION
    if len(string) > LONGEST_LINE:
        return None
    if _SUBTITLE.match(string) and 0 < at < TITLE_WITHIN:
        return Role.SUBTITLE
    return Role.AUTHORS if not block.is_bold and byline(string) else None
