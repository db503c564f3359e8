"""`{cite-edition}`: how to cite the edition as a whole, for its home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from docutils.nodes import Node


class cite_edition(nodes.General, nodes.Element):
    """Where the cite box of the edition stands; replaced before anything is written."""


class CiteEdition(SphinxDirective):
    """Has neither argument nor content: the configuration says all there is to say."""

    def run(self) -> list[Node]:
        """A node that is replaced by the box when the page is resolved."""
        node = cite_edition()
        self.set_source_info(node)
        return [node]
