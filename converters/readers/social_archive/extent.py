"""Where head, abstract, introduction and tail of a text end: by what its blocks are.

Nothing here knows what the walk of `classify` has given so far.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence, Set

from converters.readers.social_archive.blocks import Block
from converters.readers.social_archive.headings import is_number, shape
from converters.readers.social_archive.wording import STATED, Label, heads_related
from converters.schema.reasons import Reason

#: Blocks at most above a text. Posts have up to 14: account, tags, title, byline, statements.
_LONGEST_HEAD = 20
#: A bold line among the first so many is the title or a byline and no section of the text.
_FIRST_LINES = 3
#: Characters of a paragraph that is sure to be text without a stop at its end; of a statement in
#: the tail.
_PARAGRAPH = 120
_LONGEST_TAIL_STATEMENT = 300
#: Blocks at most of an abstract below its label, and of an introduction whose end is looked for:
#: abstracts have up to 3 paragraphs, introductions in posts up to 12.
_LONGEST_ABSTRACT = 5
_LONGEST_INTRODUCTION = 50
#: Blank lines that part an introduction from the text where no sign does: posts part paragraphs
#: by up to 3.
_WIDE = 5
#: Characters of a title in a list of other articles, and of a topic below an article.
_LONGEST_ITEM = 80
_LONGEST_TOPIC = 12
#: A topic stands at most so many blocks below a counter or the date of the page.
STAMP_WITHIN = 4
STAMPS = (Reason.COUNTER, Reason.DATE_OF_PAGE)

_TOPIC = re.compile(r"#?\w+(?:[（(]\w+[)）])?")
#: Statements of an article's own head: they end an introduction in another voice.
OF_ARTICLE = STATED | {"abstract", "clc", "doi", "fund", "article_id", "document_code"}


def following(blocks: Sequence[Block]) -> list[Block | None]:
    """For each block the next one that holds words."""
    nexts: list[Block | None] = []
    after: Block | None = None
    for block in reversed(blocks):
        nexts.append(after)
        if block.string and not block.is_image:
            after = block
    return nexts[::-1]


def head_end(blocks: Sequence[Block]) -> int:
    """The offset after the last statement or button before the first long paragraph."""
    end = 0
    for n, block in enumerate(blocks[:_LONGEST_HEAD]):
        label = block.label
        if label and label.name == "introduction":
            break
        if label or block.furniture:
            end = block.end
            continue
        imaged = n > 0 and blocks[n - 1].is_image
        ended = len(block.string) > _PARAGRAPH or block.string.endswith(tuple("。！？"))
        if is_number(block) or (shape(block, None) and n >= _FIRST_LINES):
            break
        if ended and not imaged:
            break
    return end


def abstract_end(blocks: Sequence[Block], first: int) -> int:
    """The place after the last block of an abstract whose label stands alone above `first`."""
    for n in range(first + 1, min(first + _LONGEST_ABSTRACT, len(blocks))):
        if blocks[n].label:
            return n
        if is_number(blocks[n]) or shape(blocks[n], None):
            break
    return first + 1


def introduction_end(
    blocks: Sequence[Block], nexts: Sequence[Block | None], first: int, body_start: int | None
) -> tuple[int, bool]:
    """The place after the last block of an introduction, and whether that is in doubt.

    A drawn line, 正文, a statement of the article's head and more blank lines than usual end it.
    So does a heading; but what stands above the first heading may be the article's own opening.
    Where nothing ends it, only its first paragraph is sure. `nexts`: as `following` gives them;
    `body_start`: the offset at which the record says that the text begins.
    """
    if body_start is not None:
        return bisect_left(blocks, body_start, first, key=lambda block: block.start), False
    paragraphs: list[int] = []
    widest = 0
    for at in range(first, min(first + _LONGEST_INTRODUCTION, len(blocks))):
        block = blocks[at]
        label = block.label
        if paragraphs and (block.is_rule or _opens_article(label)):
            return at, False
        if block.wordless or block.furniture:
            continue
        if paragraphs and block.gap >= _WIDE and block.gap > widest:
            return at, False
        form = None if label else shape(block, nexts[at])
        if (at > first and is_number(block)) or (form and form.rank <= 1):
            own = [n for n in paragraphs if not blocks[n].is_credit]
            return at, len(own) > 1
        if label and label.name != "introduction":
            continue
        widest = max(widest, block.gap) if paragraphs else widest
        if not (label and label.alone):
            paragraphs.append(at)
    return (paragraphs[0] + 1 if paragraphs else len(blocks)), True


def _opens_article(label: Label | None) -> bool:
    """Whether a block with this label is of the article's own head, or says that it begins."""
    return label is not None and (
        label.name in OF_ARTICLE or (label.name == "text" and label.alone)
    )


def may_follow_text(block: Block) -> bool:
    """Whether a block may stand after a text."""
    string = block.string
    label = block.label if len(string) <= _LONGEST_TAIL_STATEMENT else None
    return (
        block.wordless is not None
        or block.furniture is not None
        or heads_related(string)
        or block.is_credit
        or block.is_links
        or bool(label and label.name in STATED - {"keywords"} and not label.alone)
    )


def tail_start(blocks: Sequence[Block], listed: Set[int]) -> int:
    """The place of the first block after the text. Notes and references, `listed`, are passed.

    Below them nothing is text, nor below the heading of a list of other articles, if nothing
    there is long.
    """
    at = _back(blocks, max(listed) + 1 if listed else len(blocks), listed)
    for n in range(len(blocks) - 1, 0, -1):
        if n in listed or may_follow_text(blocks[n]):
            if heads_related(blocks[n].string):
                at = min(at, n)
        elif len(blocks[n].string) > _LONGEST_ITEM or blocks[n].is_rule:
            break
    return _back(blocks, at, listed)


def _back(blocks: Sequence[Block], at: int, listed: Set[int]) -> int:
    while at > 0:
        last = blocks[at - 1]
        near = blocks[max(at - STAMP_WITHIN, 0) : at - 1]
        stamped = any(block.furniture in STAMPS for block in near)
        if not (at - 1 in listed or may_follow_text(last) or (stamped and is_topic(last))):
            break
        at -= 1
    return at


def is_topic(block: Block) -> bool:
    """Whether a block may be one of the topics that platforms list below an article."""
    short = len(block.string) <= _LONGEST_TOPIC
    return short and not block.is_bold and bool(_TOPIC.fullmatch(block.string))
