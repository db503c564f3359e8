"""Lift the apparatus out of the section that happens to come last."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform


class apparatus_rubric(nodes.rubric):
    """The heading of a part of the apparatus; every builder may treat it as a rubric."""


def is_apparatus(node: nodes.Node) -> bool:
    """Whether the node is a rubric that opens a part of the apparatus."""
    return isinstance(node, nodes.rubric) and "apparatus" in node["classes"]


def last_section(section: nodes.section) -> nodes.section:
    """The section in which the last paragraph of `section` stands: itself or the deepest last."""
    for child in reversed(section.children):
        if isinstance(child, nodes.section):
            return last_section(child)
    return section


def lift(document: nodes.document) -> None:
    """Move the first apparatus rubric of the last section, and all after it, below the text.

    Markdown has no end of a section, so that all after the last heading of the text belongs to it.
    """
    top = next((child for child in document.children if isinstance(child, nodes.section)), None)
    if top is None or (last := last_section(top)) is top:
        return
    start = next((i for i, child in enumerate(last.children) if is_apparatus(child)), None)
    if start is None:
        return
    lifted = last.children[start:]
    del last[start:]
    top.extend(lifted)


class ApparatusPlacement(SphinxTransform):
    """Runs before the notes are numbered (620); order in the page does not change."""

    default_priority = 300

    def apply(self, **kwargs: Any) -> None:
        """Lift the apparatus out of the last section, and give its rubrics their own node."""
        lift(self.document)
        for rubric in list(self.document.findall(is_apparatus)):
            assert isinstance(rubric, nodes.rubric)
            heading = apparatus_rubric(rubric.rawsource, "", *rubric.children, **rubric.attributes)
            heading.source, heading.line = rubric.source, rubric.line
            rubric.replace_self(heading)
            for id_ in heading["ids"]:
                self.document.ids[id_] = heading
