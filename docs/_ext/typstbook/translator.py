"""A resolved doctree as Typst source.

Each class of node has a method ``render_NAME`` that returns Typst markup. The method is looked up
along the classes of the node (its MRO), so that a subclass of a standard node is written as that
node unless it has a method of its own. An extension can bring its own: the `visit` function that
it gives to `app.add_node(…, pdf=(visit, None))` is called with translator and node and returns the
markup. A node that nobody knows is reported with file and line, and its text is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docutils import nodes
from sphinx.util import logging

from . import markup
from .api import ApiNodes
from .blocks import BlockNodes
from .inline import InlineNodes
from .lists import ListNodes
from .media import MediaNodes
from .notes import NoteNodes
from .tables import TableNodes

logger = logging.getLogger(__name__)

Handler = Callable[["Translator", nodes.Node], str]


@dataclass(frozen=True)
class Reference:
    """A link to the label `target`, written at `location` (file and line)."""

    target: str
    location: str


@dataclass
class Chapter:
    """What the translation of a document gives.

    `aliases` are further names of labels: an element of Typst has one label, a node many ids; the
    name of the document itself is that of its first heading. `entries` are the works that it
    lists: their markup by label, for an offprint of a text that cites them. `images` are paths in
    the book; `size` is that of the text, in bytes of UTF-8.
    """

    docname: str
    source: str = ""
    labels: set[str] = field(default_factory=set)
    aliases: dict[str, str] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    entries: dict[str, str] = field(default_factory=dict)
    images: set[str] = field(default_factory=set)
    size: int = 0


@dataclass(frozen=True)
class Options:
    """What the translation of a document depends on, besides its doctree."""

    level: int = 1
    language: str = "en"
    page_reference_classes: frozenset[str] = frozenset()
    section_numbers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    figure_numbers: Mapping[str, Mapping[str, tuple[int, ...]]] = field(default_factory=dict)
    figure_formats: Mapping[str, str] = field(default_factory=dict)
    handlers: Mapping[str, Handler] = field(default_factory=dict)
    title: str | None = None


class Translator(InlineNodes, BlockNodes, ListNodes, TableNodes, MediaNodes, NoteNodes, ApiNodes):
    """Translates one document; see `translate`."""

    def __init__(
        self,
        document: nodes.document,
        docname: str,
        options: Options,
        images: Mapping[str, str] | None = None,
    ) -> None:
        self.document = document
        self.docname = docname
        self.options = options
        self.images = images or {}
        self.chapter = Chapter(docname)
        self.section_level = options.level - 1
        self.in_title = False
        self.in_western_run = False
        self.page_references = False
        self.bare = False
        self.in_sans = False
        self.footnotes: dict[str, nodes.footnote] = {}
        self.placed_footnotes: set[str] = set()

    def translate(self) -> Chapter:
        """The whole document."""
        self.collect_footnotes()
        self.chapter.source = self.children(self.document) + self.unplaced_notes()
        name = self.label("")
        if name not in self.chapter.aliases:
            self.chapter.labels.add(name)
            self.chapter.source = markup.call("anchor", markup.string(name)) + self.chapter.source
        return self.chapter

    # Dispatch

    def render(self, node: nodes.Node) -> str:
        """Typst markup of `node`."""
        for class_ in type(node).__mro__:
            if handler := self.options.handlers.get(class_.__name__):
                return handler(self, node)
            method: Callable[[Any], str] | None = getattr(self, f"render_{class_.__name__}", None)
            if method:
                return method(node)
        return self.render_unknown(node)

    def children(self, node: nodes.Node) -> str:
        """What stands in `node`, as Typst markup."""
        return "".join(self.render(child) for child in node.children)

    def render_unknown(self, node: nodes.Node) -> str:
        """A node that nobody has told how to write: its words, with a warning."""
        self.warn("unknown node type: %s", type(node).__name__, node=node)
        anchors = self.anchors(node) if isinstance(node, nodes.Element) else ""
        return anchors + (self.children(node) or markup.text(node.astext()))

    # Labels and links

    def label(self, id_: str, docname: str | None = None) -> str:
        """The label in the book of an id of a document (this one by default)."""
        return f"{docname or self.docname}:{id_}"

    def define(self, id_: str) -> str | None:
        """The label of `id_` as a Typst expression; None if there is such a label already."""
        label = self.label(id_)
        if label in self.chapter.labels or label in self.chapter.aliases:
            return None
        self.chapter.labels.add(label)
        return markup.string(label)

    def define_one(self, ids: Sequence[str]) -> str:
        """A label for a place with several ids; `none` if it has none that is new."""
        for position, id_ in enumerate(ids):
            if label := self.define(id_):
                for other in ids[position + 1 :]:
                    self.chapter.aliases.setdefault(self.label(other), self.label(id_))
                return label
        return "none"

    def anchors(self, node: nodes.Element) -> str:
        """An invisible mark for each id of `node`."""
        ids: list[str] = node.get("ids", [])
        labels = [label for id_ in ids if (label := self.define(id_))]
        return "".join(markup.call("anchor", label) for label in labels)

    def refer(self, target: str, node: nodes.Element) -> str:
        """Note a reference to the label `target`; its Typst expression."""
        self.chapter.references.append(Reference(target, self.place(node)))
        return markup.string(target)

    def warn(self, message: str, *arguments: object, node: nodes.Node) -> None:
        """Warn at the place of `node`."""
        logger.warning(message, *arguments, location=self.place(node), type="typstbook")

    def place(self, node: nodes.Node) -> str:
        """File and line of `node` for a message."""
        source, line = location_of(node)
        return f"{source}:{line}" if source else self.docname


def location_of(node: nodes.Node) -> tuple[str | None, int | None]:
    """File and line of `node`, or of the nearest ancestor that knows."""
    at: nodes.Node | None = node
    while at is not None:
        if at.source and at.line:
            return at.source, at.line
        at = at.parent
    return None, None
