"""Mark western words in Chinese text with their language.

In a Chinese page a browser takes the quotation marks and apostrophes of an English title for
full-width Chinese ones. A run wrapped in an inline of class `language-en` is written with `lang` by
docutils' HTML writer; other writers may choose a fount by it. The text itself does not change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from .runs import Run, find_runs

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

# Nodes whose text is no prose: code, raw output, mathematics, and what is never printed.
NOT_PROSE = (
    nodes.FixedTextElement,
    nodes.literal,
    nodes.math,
    nodes.raw,
    nodes.Invisible,
    nodes.label,
    nodes.footnote_reference,
)


def has_language(node: nodes.Element) -> bool:
    """Whether a class of the node names a language."""
    classes: list[str] = node.get("classes", [])
    return any(name.startswith("language-") for name in classes)


def is_prose(text: nodes.Text) -> bool:
    """Whether the text is read as words, and not yet marked with a language."""
    node: nodes.Element | None = text.parent
    while node is not None:
        if isinstance(node, NOT_PROSE) or has_language(node):
            return False
        node = node.parent
    return True


def marked(text: str, runs: list[Run]) -> list[nodes.Node]:
    """`text` as nodes: each run in an inline with its language, the rest as it was."""
    parts: list[nodes.Node] = []
    at = 0
    for run in runs:
        if at < run.start:
            parts.append(nodes.Text(text[at : run.start]))
        words = text[run.start : run.end]
        parts.append(nodes.inline("", words, classes=[f"language-{run.language}"]))
        at = run.end
    if at < len(text):
        parts.append(nodes.Text(text[at:]))
    return parts


class MarkLanguages(SphinxPostTransform):
    """Runs last, so that the bibliography and all links have their words already."""

    default_priority = 950

    def run(self, **kwargs: Any) -> None:
        """Wrap each western run of the document's prose."""
        for text in list(self.document.findall(nodes.Text)):
            if not is_prose(text):
                continue
            if runs := find_runs(str(text)):
                text.parent.replace(text, marked(str(text), runs))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the transform."""
    app.add_post_transform(MarkLanguages)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
