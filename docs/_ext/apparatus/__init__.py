"""The apparatus of a text: what stands around it on its page.

- `placement`: rubrics of the apparatus leave the last section for the end of the page.
- `notes`: stable ids, the mark that the source printed, links to notes.
- `names`: ids that belong to one page stay out of the labels of the whole project.
- `html`: how rubrics and notes are written in HTML and EPUB.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from . import html
from .names import RestorePageNames, WithholdPageNames
from .notes import NoteLinks, PrintedNotes
from .placement import ApparatusPlacement, apparatus_rubric

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the placement, the notes and the names of the apparatus, and their HTML."""
    app.add_node(apparatus_rubric, html=(html.visit_rubric, html.depart_rubric))
    app.add_node(nodes.footnote, override=True, html=(html.visit_footnote, html.depart_footnote))
    for transform in (
        ApparatusPlacement,
        PrintedNotes,
        NoteLinks,
        WithholdPageNames,
        RestorePageNames,
    ):
        app.add_transform(transform)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
