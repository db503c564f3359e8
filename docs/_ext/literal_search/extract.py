"""From a resolved doctree to the passages that can be found.

A passage is the text of one block of the page (paragraph, heading, term, note …), written as the
reader sees it: note marks and the numbers of original pages are left out, so that a string that
runs across them is one string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeGuard

from docutils import nodes
from sphinx import addnodes

from .normal import MARKS, normalise


class Kind(Enum):
    """What a passage is, in the order in which hits are ranked."""

    HEADING = "h"
    BODY = "b"
    NOTE = "n"
    ENTRY = "r"
    """An entry of the bibliography."""
    ABOUT = "m"
    """What the edition says of a text: metadata, queries, account."""


@dataclass(frozen=True)
class Passage:
    """A block of text.

    `anchor` is the id at which, or shortly after which, it stands; `heading` the heading above it;
    `pages` the original pages as pairs of an offset in `text` (code points) and a page number, the
    first with offset 0 if the page is known where the passage begins.
    """

    text: str
    kind: Kind
    anchor: str = ""
    heading: str = ""
    pages: tuple[tuple[int, str], ...] = ()


# Parts of a page in which the editors speak, by the name of the rubric above them.
EDITORIAL = frozenset({"queries", "account"})
# The rubric above the abstract, and how the ids of its paragraphs begin.
ABSTRACT = "abstract"
# Below these rubrics nothing stands on a page of the source.
AFTER_THE_SOURCE = frozenset({"notes", "endmatter"}) | EDITORIAL

UNREAD = (
    nodes.comment,
    nodes.raw,
    nodes.label,
    nodes.footnote_reference,
    nodes.substitution_definition,
    nodes.system_message,
    nodes.image,
    addnodes.index,
    addnodes.toctree,
)
COUNTED_ID = re.compile(r"id\d+")


def is_milestone(node: nodes.Node) -> TypeGuard[nodes.inline]:
    """Whether a node is the number of a page of the source: an inline that has a `page`."""
    return isinstance(node, nodes.inline) and "page" in node


def is_unread(node: nodes.Node) -> bool:
    """Whether the words of the node are found by no query."""
    return isinstance(node, UNREAD) or (
        isinstance(node, nodes.Element) and "no-search" in node["classes"]
    )


def is_entry(node: nodes.Element) -> bool:
    """Whether the node is a list of references or one of them (see the extension `work_links`)."""
    return "references" in node["classes"] or any(id_.startswith("ref-") for id_ in node["ids"])


def stable_id(node: nodes.Element) -> str | None:
    """The id of a node, rather one that was given than one that was counted."""
    ids: list[str] = node["ids"]
    return next((id_ for id_ in ids if not COUNTED_ID.fullmatch(id_)), ids[0] if ids else None)


@dataclass
class Reading:
    """Reads a doctree from top to bottom, and knows where it is."""

    passages: list[Passage] = field(default_factory=list)
    anchor: str = ""
    heading: str = ""
    page: str = ""
    part: str = ""
    note_page: str = ""

    def read(self, node: nodes.Node, kind: Kind) -> None:
        """Append the passages in `node`; `kind` is what the nodes around it have made of it."""
        if not isinstance(node, nodes.Element) or is_unread(node):
            return
        self.anchor = stable_id(node) or self.anchor
        if isinstance(node, nodes.TextElement):
            self._read_block(node, kind)
            return
        if isinstance(node, nodes.footnote):
            kind = Kind.NOTE
            self.note_page = node.get("printed_page", "")
            self.heading = f"注{node['printed_mark']}" if "printed_mark" in node else "注释"
        elif isinstance(node, (nodes.field_list, nodes.docinfo)) or "nature" in node["classes"]:
            kind = Kind.ABOUT
        for child in node.children:
            self.read(child, self._kind(child, kind))

    def _kind(self, node: nodes.Node, kind: Kind) -> Kind:
        """What `node` is within something of `kind`."""
        if isinstance(node, nodes.title) and isinstance(node.parent, nodes.section):
            return Kind.HEADING
        if isinstance(node, nodes.Element) and is_entry(node):
            return Kind.ENTRY
        editorial = isinstance(node, nodes.rubric) or self.part in EDITORIAL
        return Kind.ABOUT if kind is Kind.BODY and editorial else kind

    def _read_block(self, node: nodes.TextElement, kind: Kind) -> None:
        if isinstance(node, nodes.rubric):
            self.part = next(iter(node["names"] or node["ids"]), "")
        elif self.part == ABSTRACT and not self.anchor.startswith(ABSTRACT):
            # The text has begun, without a heading.
            self.part = self.heading = ""
        if self.part in AFTER_THE_SOURCE:
            self.page = ""
        if kind is Kind.NOTE:
            self.page = self.note_page
        text, pages = self._text(node)
        if isinstance(node, nodes.rubric) or kind is Kind.HEADING:
            self.heading = text
        if text:
            heading = "" if text == self.heading else self.heading
            self.passages.append(Passage(text, kind, self.anchor, heading, pages))

    def _text(self, node: nodes.TextElement) -> tuple[str, tuple[tuple[int, str], ...]]:
        """The text of a block and the pages on which it stands; moves on to its last page."""
        text = ""
        pages = {0: self.page} if self.page else {}
        for part in inline(node):
            if isinstance(part, nodes.inline):
                self.page = part["page"]
                pages[len(text)] = self.page
            else:
                run = re.sub(r"\s+", " ", part.astext())
                text += run.lstrip() if not text or text.endswith(" ") else run
        return text.rstrip(), tuple(pages.items())


def inline(node: nodes.Element) -> Iterator[nodes.Text | nodes.inline]:
    """The runs of text and the page milestones in a block, in order."""
    for child in node.children:
        if isinstance(child, nodes.Text) or is_milestone(child):
            yield child
        elif isinstance(child, nodes.Element) and not is_unread(child):
            yield from inline(child)


def passages(doctree: nodes.document, kind: Kind = Kind.BODY) -> list[Passage]:
    """All passages of a page in their order; `kind` is what its plain paragraphs are."""
    reading = Reading()
    reading.read(doctree, kind)
    return reading.passages


def unshown(metadata: Iterable[tuple[str, str]], shown: str) -> list[Passage]:
    """Passages for what is known of a text and its page does not show in so many words.

    `metadata` are names and values, `shown` is all text of the page.
    """
    page = normalise(shown, MARKS)
    return [
        Passage(value, Kind.ABOUT, heading=label)
        for label, value in metadata
        if normalise(value, MARKS) not in page
    ]
