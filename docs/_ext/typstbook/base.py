"""What the translators of kinds of nodes share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from .translator import Chapter, Options


class Nodes:
    """Declares what `Translator` provides to its parts."""

    document: nodes.document
    docname: str
    options: Options
    chapter: Chapter
    section_level: int
    in_title: bool
    in_western_run: bool
    page_references: bool
    footnotes: dict[str, nodes.footnote]
    placed_footnotes: set[str]
    bare: bool
    in_sans: bool
    images: Mapping[str, str]

    if TYPE_CHECKING:

        def render(self, node: nodes.Node) -> str: ...
        def children(self, node: nodes.Node) -> str: ...
        def label(self, id_: str, docname: str | None = None) -> str: ...
        def define(self, id_: str) -> str | None: ...
        def define_one(self, ids: Sequence[str]) -> str: ...
        def anchors(self, node: nodes.Element) -> str: ...
        def refer(self, target: str, node: nodes.Element) -> str: ...
        def warn(self, message: str, *arguments: object, node: nodes.Node) -> None: ...
        def western(self, language: str, body: str) -> str: ...
        def sans(self, node: nodes.Element) -> str: ...
        def paragraphs(self, node: nodes.Element) -> str: ...
        def numbered_caption(self, node: nodes.Element, title: nodes.Element | None) -> str: ...
