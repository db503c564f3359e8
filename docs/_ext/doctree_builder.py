"""Builder `doctrees`: reads the texts that have changed, and writes nothing but doctrees.

Other builders, in other processes, then find everything read.
"""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from sphinx.builders import Builder

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class DoctreeBuilder(Builder):
    """Writes no output."""

    name = "doctrees"
    allow_parallel = True

    def get_outdated_docs(self) -> set[str]:
        """None: there is no output that could be out of date."""
        return set()

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Empty: nothing is written that could be linked."""
        return ""

    def write_documents(self, _docnames: Set[str]) -> None:
        """Write nothing."""
        return


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the builder."""
    app.add_builder(DoctreeBuilder)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
