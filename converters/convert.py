"""From seeds and records to pages and the bibliography: the whole way, in memory."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from converters.citations import CitedText, Library
from converters.citing import add_own_entry, cite
from converters.front import front_matter
from converters.identity import Identity, identity_of
from converters.ids import with_ids
from converters.ledger import Ledger, balance
from converters.messages import Message, message, stop
from converters.model import Document
from converters.nature import Nature, nature_of
from converters.readers import reader_for
from converters.record import (
    Record,
    Waiver,
    check_attestations,
    check_hints,
    check_seed,
    corrections,
    read_record,
)
from converters.schema.front import FrontMatter
from converters.seed import Seed, read_seed
from converters.writers import myst

#: So many times new works are put in and the texts cited again: the second round finds what the
#: first one put in, a third only what followed from that.
_ROUNDS = 4


@dataclass(frozen=True)
class Source:
    """A seed with its record."""

    seed: Seed
    record: Record


@dataclass(frozen=True)
class ReadText:
    """A text as its seed and its record have it, before anything is known of what it cites."""

    source: Source
    document: Document
    identity: Identity
    nature: Nature
    ledger: Ledger


@dataclass(frozen=True)
class Converted:
    """A text converted: its page and everything that is to be said about it."""

    source: Source
    document: Document
    front: FrontMatter
    ledger: Ledger
    cited: CitedText
    page: str
    messages: tuple[Message, ...]


@dataclass(frozen=True)
class Edition:
    """All texts converted, and refs.bib as it must be."""

    texts: tuple[Converted, ...]
    refs: str
    messages: tuple[Message, ...]


def read_sources(seeds: Path) -> tuple[Source, ...]:
    """Every seed of a folder with its record, in the order of their names.

    Raises EditionError for what is missing, malformed or changed, and for a slug used twice.
    """
    if not seeds.is_dir():
        raise stop("seeds-missing", seeds.name)
    stems = sorted({p.stem for p in seeds.glob("*.txt")} | {p.stem for p in seeds.glob("*.toml")})
    sources: list[Source] = []
    for stem in stems:
        seed = read_seed(seeds / f"{stem}.txt")
        record = read_record(seeds / f"{stem}.toml")
        check_seed(record, seed)
        for other in sources:
            if other.record.slug == record.slug:
                raise stop(
                    "record-slug-twice", record.name, slug=record.slug, other=other.record.name
                )
        check_attestations(record, seed)
        check_hints(record, seed)
        kind = reader_for(seed, record.kind).kind
        seed = replace(seed, corrections=corrections(record, seed))
        sources.append(Source(seed, replace(record, kind=kind)))
    return tuple(sources)


def convert(sources: Sequence[Source], library: Library) -> Edition:
    """All texts, in order; a work that two of them cite is one entry of the library.

    A short form may mean a work that only a later text cites in full. Therefore new works are
    put in and the texts cited once more, until nothing new comes: then another conversion, which
    finds these works in refs.bib, makes the same pages. Raises EditionError if a character of a
    seed would be lost.
    """
    texts = [read_text(source) for source in sources]
    for _ in range(_ROUNDS):
        before, library = library.dump(), library.copy()
        converted = tuple(write_text(text, library) for text in texts)
        if library.dump() == before:
            break
    messages = tuple(m for text in converted for m in text.messages)
    return Edition(converted, library.dump(), messages)


def read_text(source: Source) -> ReadText:
    """One text read, balanced and named. Raises EditionError if it would lose any character."""
    seed, record = source.seed, source.record
    reader = reader_for(seed, record.kind)
    document = reader.read(seed, record.hints)
    nature = nature_of(document, record, reader.genre)
    ledger = balance(seed, document)
    document = with_ids(document)
    identity = identity_of(document, record, nature.derivation)
    return ReadText(source, document, identity, nature, ledger)


def write_text(text: ReadText, library: Library) -> Converted:
    """One text cited and written; its own entry and its works are added to the library."""
    seed, record, identity = text.source.seed, text.source.record, text.identity
    front = front_matter(seed, record, text.document, identity, text.nature)
    front = add_own_entry(front, library)
    document, cited = cite(text.document, record, library)
    library.add(cited.works)
    page = myst.page(seed, record, document, identity, text.ledger, front)
    messages = _waived(record, (*text.nature.messages, *document.messages, *cited.messages))
    return Converted(text.source, document, front, text.ledger, cited, page, messages)


def _waived(record: Record, messages: Sequence[Message]) -> tuple[Message, ...]:
    """The messages that the record does not waive, and an error for each waiver without use."""
    left = list(messages)
    for waiver in record.waivers:
        waived = [m for m in left if _may_stand(m, waiver)]
        if not waived:
            left.append(message("waiver-unused", waiver.location, waived=waiver.code, at=waiver.at))
        left = [m for m in left if m not in waived]
    return tuple(left)


def _may_stand(message: Message, waiver: Waiver) -> bool:
    """Whether a waiver is about a message; `n87-3` is not about `n87-30`. Errors never stand."""
    at = re.compile(rf"(?<!\d){re.escape(waiver.at)}(?!\d)")
    named = message.code == waiver.code and at.search(f"{message.where} {message.text}")
    return bool(named) and message.severity != "error"
