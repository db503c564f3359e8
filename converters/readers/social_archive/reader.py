"""The reader: front matter, head, introduction by others, text, notes and what follows."""

import re
from collections.abc import Iterator, Sequence

from converters.messages import Message, message
from converters.model import Document
from converters.readers.common.reader import Hints, Reader
from converters.readers.common.reading import Reading
from converters.readers.common.tables import with_tables
from converters.readers.social_archive.assembly import Assembly
from converters.readers.social_archive.blocks import Block, blocks
from converters.readers.social_archive.front_matter import front_matter, is_present
from converters.readers.social_archive.items import Places
from converters.readers.social_archive.markup import ENTITY
from converters.readers.social_archive.notes import apparatus, linked, notes
from converters.readers.social_archive.rich import Composer
from converters.readers.social_archive.roles import roles
from converters.readers.social_archive.tail import is_after
from converters.seed import Seed

_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_PLATFORM = re.compile(
    r"mp\.weixin|微信扫一扫|公众号|长按.{0,6}识别|扫码关注|往期回顾|点.{0,4}在看"
    r"|人赞同了该文章|收录于合集|IP 属地|阅读原文"
)


def identify(seed: Seed) -> float:
    """Likeness: YAML front matter, image links, bold runs, spacer lines, a platform's words."""
    text = seed.text
    yaml = is_present(text)
    images = len(_IMAGE.findall(text)) > 0
    bold = text.count("**") >= 6
    spacers = sum(bool(line.text) and line.is_blank for line in seed.lines) > 3
    called = bool(_PLATFORM.search(text))
    noted = not yaml and bool(re.search(r"^\[\d+\]|\^\{?\[", text, re.M))
    likeness = 0.35 * yaml + 0.15 * images + 0.3 * bold + 0.25 * spacers + 0.2 * called
    return max(0.0, min(likeness, 1.0) - 0.5 * noted)


def read(seed: Seed, hints: Hints) -> Document:
    """The document: every part of the archive in its place."""
    reading = Reading(seed)
    front = front_matter(reading)
    found = blocks(reading, front.end)
    after = [at for at, block in enumerate(found.blocks) if is_after(block)]
    noted = apparatus(reading, found.blocks, after)
    titles = [one.value for one in front.fields if one.name == "title"]
    places = Places(
        title=titles[0] if titles else "",
        body_start=_body_start(seed, reading, hints),
        heading=noted.heading,
        notes=noted.listed,
        references=noted.references,
    )
    placed = roles(found.blocks, places)
    calling = [i.block for i in placed.items if i.role in ("abstract", "paragraph", "heading")]
    links = linked(reading, noted, calling)
    composer = Composer(reading, links.refs)
    assembly = Assembly(composer, list(front.fields), front.fields)
    assembly.read(placed.items)
    own_notes = notes(noted, links.labels, composer)
    fields = assembly.settled()
    known = {one.name for one in fields}
    doubts = [message(code, reading.where(at), words=words) for at, code, words in placed.doubts]
    untitled = "title" not in known
    removed = [*front.removed, *found.removed, *assembly.removed, *composer.removed]
    return Document(
        fields=tuple(fields),
        abstract=tuple(assembly.abstract),
        introduction=tuple(with_tables(assembly.introduction)),
        body=tuple(with_tables(assembly.body)),
        notes=own_notes,
        endmatter=(*assembly.endmatter, *front.kept),
        removed=tuple(sorted(removed, key=lambda one: one.span)),
        note_marks=noted.style.printed if noted.style and own_notes else "",
        nature="republication" if known & {"journal", "republisher"} else "article",
        messages=(
            *([message("title-missing", f"{seed.name}:1")] if untitled else []),
            *front.messages,
            *doubts,
            *_odd(reading, [one.block for one in placed.items if one.role in _COMPOSED]),
            *links.messages,
        ),
    )


_COMPOSED = (
    "abstract",
    "paragraph",
    "heading",
    "number",
    "statement",
    "endmatter",
    "caption",
    "note",
    "title",
    "subtitle",
    "authors",
)


def _odd(reading: Reading, composed: Sequence[Block]) -> Iterator[Message]:
    """Bold signs without partner, and entities that stand for letters no rule knows."""
    for block in composed:
        if block.markup.odd >= 0:
            yield message("bold-unpaired", reading.where(block.start))
        if found := ENTITY.search(block.string):
            yield message("entity-unknown", reading.where(block.start), entity=found[0])


def _body_start(seed: Seed, reading: Reading, hints: Hints) -> int | None:
    """Where the line of the hint begins in the reading."""
    if not hints.body_line or hints.body_line > len(seed.lines):
        return None
    offset = seed.lines[hints.body_line - 1].start
    at = 0
    for piece in reading.text.pieces:
        if piece.span.end > offset:
            return at + (0 if piece.rule else max(offset - piece.span.start, 0))
        at += len(piece.text)
    return at


READER = Reader("social-archive-markdown", identify, read)
