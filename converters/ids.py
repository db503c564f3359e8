"""Stable ids: they count within an original page, or within the text where there are none.

An id never changes because text elsewhere changed: `p119-2` is the second paragraph that begins
on original page 119, `p-17` the seventeenth of a text without pages.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from converters.model import Block, Document, Heading, PageBreak, Paragraph
from converters.schema.ids import IdKind, TextId


def with_ids(document: Document) -> Document:
    """The document with every heading and paragraph named."""
    page = ""
    for paragraph in document.abstract:
        page = _pages(paragraph, page)[1]
    return replace(
        document,
        abstract=_counted(document.abstract, IdKind.ABSTRACT),
        introduction=_named(
            document.introduction, IdKind.INTRODUCTION, IdKind.INTRODUCTION_HEADING, ""
        ),
        body=_named(document.body, IdKind.PARAGRAPH, IdKind.HEADING, page),
        endmatter=_counted(document.endmatter, IdKind.ENDMATTER),
    )


def _counted(paragraphs: Iterable[Paragraph], kind: IdKind) -> tuple[Paragraph, ...]:
    return tuple(replace(p, id=str(TextId(kind, str(n)))) for n, p in enumerate(paragraphs, 1))


def _pages(block: Block, page: str) -> tuple[str, str]:
    """The page on which a block begins, and the one on which it ends."""
    first = last = page
    for mark in block.text.marks:
        if isinstance(mark.what, PageBreak):
            last = mark.what.page
            if mark.start == 0:
                first = last
    return first, last


def _named(blocks: Iterable[Block], kind: IdKind, heading: IdKind, page: str) -> tuple[Block, ...]:
    seen: Counter[str] = Counter()
    numbers: list[int] = []
    named: list[Block] = []
    for block in blocks:
        begins, page = _pages(block, page)
        if isinstance(block, Heading):
            numbers = (numbers + [0] * block.level)[: block.level]
            numbers[-1] += 1
            named.append(replace(block, id=str(TextId(heading, "-".join(map(str, numbers))))))
        else:
            seen[begins] += 1
            named.append(replace(block, id=str(TextId(kind, str(seen[begins]), begins))))
    return tuple(named)
