"""The reader: front matter, then the stages blocks → classify → assemble.

To learn why a block was given its role, look at `classify`; what counts as a block is said in
`blocks`, what words mean in `wording`, where the parts of a text end in `extent`, and what becomes
of a role in `assemble`.
"""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import islice

from converters.lexicon import pattern
from converters.messages import Message, message
from converters.model import Document, Field
from converters.readers.common.genres import genre_of_fields
from converters.readers.common.markdown import ENTITY
from converters.readers.common.reader import Hints, Reader
from converters.readers.common.reading import Reading
from converters.readers.common.tables import with_tables
from converters.readers.social_archive.assemble import Assembly, Composer
from converters.readers.social_archive.blocks import Block, blocks
from converters.readers.social_archive.classify import Known, classify
from converters.readers.social_archive.extent import may_follow_text
from converters.readers.social_archive.front_matter import front_matter, is_present
from converters.readers.social_archive.notes import apparatus, linked
from converters.schema.derivations import Derivation
from converters.schema.fields import TextField, Use, fields_for
from converters.schema.genres import Genre
from converters.schema.roles import Role
from converters.seed import Seed

_IMAGE = re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)")
_PLATFORM = re.compile(pattern("platforms", "social-archive", "sign"))
_NOTED = re.compile(r"^\[\d+\]|\^\{?\[", re.M)

#: What speaks for an archive, and how much; the likeness of a kind counts from 0.5. Front matter
#: or bold runs need one sign more: journals in Markdown have neither image links nor spacer lines,
#: and their note marks (`^[1]`) speak against an archive without front matter.
_FRONT_MATTER = 0.35
_IMAGES = 0.15
_BOLD = 0.3
_SPACERS = 0.25
_PLATFORM_WORDS = 0.2
_JOURNAL_NOTES = -0.5
#: Bold signs, and lines of blanks alone (`\u00a0`), of which a post has many and others a few.
_BOLD_SIGNS = 6
_SPACER_LINES = 4


def identify(seed: Seed) -> float:
    """Likeness: YAML front matter, image links, bold runs, spacer lines, a platform's words."""
    text = seed.text
    yaml = is_present(text)
    spacers = (line for line in seed.lines if line.text and line.is_blank)
    likeness = (
        _FRONT_MATTER * yaml
        + _IMAGES * bool(_IMAGE.search(text))
        + _BOLD * (text.count("**") >= _BOLD_SIGNS)
        + _SPACERS * (len(list(islice(spacers, _SPACER_LINES))) == _SPACER_LINES)
        + _PLATFORM_WORDS * bool(_PLATFORM.search(text))
    )
    if not yaml and _NOTED.search(text):
        likeness += _JOURNAL_NOTES
    return max(0.0, min(likeness, 1.0))


def read(seed: Seed, hints: Hints) -> Document:
    """The document: every part of the archive in its place."""
    reading = Reading(seed)
    front = front_matter(reading)
    found = blocks(reading, front.end)
    after = {at for at, block in enumerate(found.blocks) if may_follow_text(block)}
    noted = apparatus(reading, found.blocks, after)
    known = Known(
        title=next((one.value for one in front.fields if one.name == Role.TITLE), ""),
        body_start=_body_start(seed, reading, hints),
        notes_heading=noted.heading,
        notes=noted.listed,
        references=noted.references,
    )
    classified = classify(found.blocks, known)
    segments = classified.segments
    calling = (Role.ABSTRACT, Role.PARAGRAPH, Role.HEADING)
    links = linked(reading, noted, [one.block for one in segments if one.role in calling])
    composer = Composer(reading, links.refs)
    assembly = Assembly(composer, front.fields)
    assembly.read(segments)
    own_notes = composer.notes(noted, links.labels)
    fields = assembly.settled()
    names = {one.name for one in fields}
    kept = [one.block for one in segments if isinstance(one.role, Role)]
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
        genre=_genre(fields),
        derivation=_derivation(names),
        messages=(
            *([] if Role.TITLE in names else [message("title-missing", f"{seed.name}:1")]),
            *front.messages,
            *(message(d.code, reading.where(d.offset), words=d.words) for d in classified.doubts),
            *_odd(reading, kept),
            *links.messages,
        ),
    )


#: What only a text has that was published before it stood on the platform.
_REPUBLISHED = frozenset({TextField.JOURNAL, TextField.REPUBLISHER})


def _derivation(stated: Set[str]) -> Derivation:
    """Whose words a text is, by the fields that it states."""
    if not stated.isdisjoint(fields_for(Use.TRANSLATION)):
        return Derivation.TRANSLATION
    return Derivation.REPUBLICATION if stated & _REPUBLISHED else Derivation.ORIGINAL


def _genre(fields: Sequence[Field]) -> Genre | None:
    """What a text first was: a post of the platform, unless it names where it was published."""
    known = {field.name for field in fields}
    if "journal" in known:
        return genre_of_fields(fields)
    return None if "republisher" in known else Genre.WEB_POST


def _odd(reading: Reading, kept: Sequence[Block]) -> Iterator[Message]:
    """Bold signs without partner, and entities that stand for letters no rule knows."""
    for block in kept:
        if block.markup.unpaired:
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


READER = Reader("social-archive-markdown", identify, read, Genre.WEB_POST)
