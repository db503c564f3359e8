"""refs.bib: its blocks read, its entries written in one layout, each with a checksum."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Block as BibBlock
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
)

from converters.citations.model import Work
from converters.messages import Message, message
from converters.schema.bibtex import escape, unescape, write_entry

# What cannot be parsed is told by messages of ours.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

#: Fields in the order in which entries have them.
_ORDER = """
    author editor editortype translator title subtitle titleaddon shorttitle origtitle maintitle
    booktitle chapter journaltitle entrysubtype eventtitle eventdate venue type series edition
    version volume volumes number publisher institution organization library location date origdate
    origlanguage pages pagetotal doi isbn issn url urldate howpublished note addendum keywords
    abstract related relatedtype relatedstring langid language sortname sortkey
    usera userb userc userd usere userf
"""
ORDER = _ORDER.split()

ORIGIN = "usera"
CHECKSUM = "userb"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the file as it stands; `work` if it is an entry that can be read."""

    raw: str
    line: int
    work: Work | None = None
    checksum: str = ""
    duplicate: bool = False

    @property
    def touched(self) -> bool:
        """Whether the entry differs from what the converter wrote: then it is an editor's."""
        return self.work is not None and self.checksum != checksum_of(self.work)


def checksum_of(work: Work) -> str:
    """What `userb` holds: it tells whether anything of an entry was changed by hand."""
    parts = [work.key, work.type, work.origin]
    parts += [f"{name}={' '.join(value.split())}" for name, value in sorted(work.fields.items())]
    return "auto-" + sha256("\x1f".join(parts).encode()).hexdigest()[:8]


def write_work(work: Work) -> str:
    """The entry of a work, with the checksum that marks it as the converter's."""
    fields = dict(work.fields)
    if work.origin:
        fields[ORIGIN] = work.origin
    fields[CHECKSUM] = checksum_of(work)
    values = {name: escape(name, fields[name]) for name in sorted(fields, key=_place)}
    return write_entry(work.type, work.key, values, aligned=True)


def _place(name: str) -> tuple[int, str]:
    """Where a field stands: one that `ORDER` does not have before the language."""
    return ORDER.index(name if name in ORDER else "langid"), name


def parse(source: str) -> list[BibBlock]:
    """The blocks of a .bib file in order, values as they stand, nothing dropped."""
    return list(parse_string(source, parse_stack=[]).blocks)


def problem_of(block: BibBlock, where: str) -> Message | None:
    """What is wrong with a block that is no entry; None if nothing is."""
    if isinstance(block, DuplicateFieldKeyBlock):
        return message("bib-field-twice", where, fields=", ".join(sorted(block.duplicate_keys)))
    if isinstance(block, ParsingFailedBlock):
        reason = getattr(block.error, "abort_reason", "") or str(block.error)
        return message("bib-unreadable", where, problem=" ".join(reason.split()))
    if isinstance(block, ImplicitComment):
        words = [w for w in block.comment.splitlines() if w.strip() and not w.startswith("%")]
        return message("bib-stray", where, words=words[0].strip()[:40]) if words else None
    return None


def read_blocks(source: str) -> list[Block]:
    """The blocks of a .bib file in order: entries, comments, and what cannot be read."""
    blocks: list[Block] = []
    for block in parse(source):
        raw = (block.raw or "").strip("\n")
        line = (block.start_line or 0) + 1
        if isinstance(block, DuplicateBlockKeyBlock):
            entry = block.ignore_error_block
            work = _work(entry)[0] if isinstance(entry, Entry) else None
            blocks.append(Block(raw, line, work, duplicate=True))
        elif isinstance(block, Entry):
            blocks.append(Block(raw, line, *_work(block)))
        else:
            blocks.append(Block(raw, line))
    return blocks


def _work(entry: Entry) -> tuple[Work, str]:
    fields = {f.key.lower(): unescape(f.key.lower(), str(f.value)) for f in entry.fields}
    origin, checksum = fields.pop(ORIGIN, ""), fields.pop(CHECKSUM, "")
    return Work(entry.key, entry.entry_type.lower(), fields, origin), checksum


def plain_fields(fields: Mapping[str, str]) -> dict[str, str]:
    """Fields without those that are empty, blanks made single."""
    return {name: " ".join(value.split()) for name, value in fields.items() if value.strip()}
