"""Where an introduction in another voice ends and the article begins."""

from collections.abc import Sequence

from converters.readers.social_archive.blocks import Block
from converters.readers.social_archive.headings import is_number, shape
from converters.readers.social_archive.labels import STATED, label
from converters.readers.social_archive.platform import furniture, is_credit

_WIDE = 5  # blank lines that part more than paragraphs
_ARTICLE = STATED | {"abstract", "clc", "doi", "fund", "article_id", "document_code"}


def is_article_start(block: Block) -> bool:
    """Whether a block is a statement of the article's own head."""
    said = label(block.string)
    return said is not None and said.name in _ARTICLE


def introduction_end(
    blocks: Sequence[Block], first: int, body_start: int | None
) -> tuple[int, bool]:
    """The place after the last block of an introduction, and whether that is in doubt.

    A drawn line, 正文, a statement of the article's head and more blank lines than usual end it.
    So does a heading; but what stands above the first heading may be the article's own opening.
    """
    paragraphs: list[int] = []
    widest = 0
    for at in range(first, len(blocks)):
        block = blocks[at]
        if body_start is not None:
            if block.start >= body_start:
                return at, False
            continue
        if paragraphs and (block.is_rule or _opens_article(block)):
            return at, False
        if block.is_image or block.is_rule or not block.string or furniture(block.string):
            continue
        if paragraphs and block.gap >= _WIDE and block.gap > widest:
            return at, False
        if (at > first and is_number(block)) or _is_section(blocks, at):
            own = [n for n in paragraphs if not is_credit(blocks[n].string)]
            return at, len(own) > 1
        said = label(block.string)
        if said and said.name != "guide":
            continue
        widest = max(widest, block.gap) if paragraphs else widest
        if not (said and said.alone):
            paragraphs.append(at)
    if body_start is not None:
        return len(blocks), False
    return (paragraphs[0] + 1 if paragraphs else len(blocks)), True


def _opens_article(block: Block) -> bool:
    said = label(block.string)
    return is_article_start(block) or (said is not None and said.name == "text" and said.alone)


def _is_section(blocks: Sequence[Block], at: int) -> bool:
    """Whether a heading of the highest rank stands here, and not the introduction's own."""
    if label(blocks[at].string):
        return False
    after = next((b for b in blocks[at + 1 :] if b.string and not b.is_image), None)
    form = shape(blocks[at], after)
    return form is not None and form.rank <= 1
