"""Blocks with their roles, and what is known before they are given."""

from collections.abc import Set
from dataclasses import dataclass

from converters.readers.social_archive.blocks import Block
from converters.readers.social_archive.headings import Shape
from converters.readers.social_archive.labels import Label


@dataclass(frozen=True)
class Item:
    """A block and its role: the reason for its removal, the name of a field, or a part.

    Parts are `abstract`, `introduction`, `paragraph`, `heading`, `number`, `note`, `endmatter`,
    `statement` (with its label).
    """

    block: Block
    role: str
    label: Label | None = None
    shape: Shape | None = None
    introduces: bool = False


@dataclass(frozen=True)
class Places:
    """What is known of some blocks before they are sorted."""

    title: str = ""
    body_start: int | None = None  # the offset at which the record says that the text begins
    heading: Set[int] = frozenset()  # above notes
    notes: Set[int] = frozenset()
    references: Set[int] = frozenset()


@dataclass(frozen=True)
class Sorted:
    """The blocks with their roles. `doubts`: offset, code and words."""

    items: tuple[Item, ...]
    doubts: tuple[tuple[int, str, str], ...]
