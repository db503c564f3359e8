"""A table that can be linked has its id once.

furo puts each table into a container that scrolls, with the same attributes, ids among them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class NameTablesOnce(SphinxPostTransform):
    """An id that furo has copied from a table to its wrapper stays on the wrapper alone."""

    default_priority = 910  # after furo's
    builders = ("html", "dirhtml")

    def run(self, **kwargs: Any) -> None:
        """Take the ids of wrapped tables away."""
        for table in self.document.findall(nodes.table):
            if "table-wrapper" in table.parent["classes"]:
                table["ids"] = []


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(NameTablesOnce)
