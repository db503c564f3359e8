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
from converters.seed import Seed, read_seed
from converters.writers import myst


@dataclass(frozen=True)
class Source:
    """A seed with its record."""

    seed: Seed
    record: Record


@dataclass(frozen=True)
class Converted:
    """A text converted: its page and everything that is to be said about it."""

    source: Source
    document: Document
    identity: Identity
    key: str
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
    """All texts, in order; a work that two of them cite is one entry of the library."""
    library = library.copy()
    texts = [convert_text(source, library) for source in sources]
    messages = [m for text in texts for m in text.messages]
    return Edition(tuple(texts), library.dump(), tuple(messages))


def convert_text(source: Source, library: Library) -> Converted:
    """One text: read, balanced, named, cited, written; its works are added to the library.

    Raises EditionError if it would lose any character of the seed.
    """
    seed, record = source.seed, source.record
    document = reader_for(seed, record.kind).read(seed, record.hints)
    ledger = balance(seed, document)
    document = with_ids(document)
    identity = identity_of(document, record)
    front = front_matter(seed, record, document, identity, record.key)
    key = add_own_entry(front, library)
    document, cited = cite(document, record, library)
    library.add(cited.works)
    page = myst.page(seed, record, document, identity, ledger, {**front, "key": key})
    messages = _waived(record, (*document.messages, *cited.messages))
    return Converted(source, document, identity, key, ledger, cited, page, messages)


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
