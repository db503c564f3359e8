"""Rubrics and notes in HTML and EPUB."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from .notes import PrintedMark

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

    from .placement import apparatus_rubric


def visit_rubric(translator: HTML5Translator, node: apparatus_rubric) -> None:
    """A heading to those who listen, though only the text's own headings are `h2` and `h3`."""
    attributes: dict[str, Any] = {"role": "heading", "aria-level": "2"}
    translator.body.append(translator.starttag(node, "p", "", CLASS="rubric", **attributes))


def depart_rubric(translator: HTML5Translator, node: apparatus_rubric) -> None:
    """Close the paragraph that stands for the rubric."""
    translator.body.append("</p>\n")


def visit_footnote(translator: HTML5Translator, node: nodes.footnote) -> None:
    """As docutils does, with the printed mark beside the note and a name for the list."""
    if not isinstance(node.previous_sibling(), nodes.footnote):
        translator.body.append('<div class="footnote-list brackets">\n')
    attributes: dict[str, Any] = {"role": "doc-footnote"}
    if "printed_mark" in node:
        mark = PrintedMark(node["printed_page"], node["printed_mark"])
        attributes |= {
            "data-page": mark.page,
            "data-mark": mark.mark,
            # What a style sheet shows: kept out of the text, so that a note can be read as it is.
            "data-printed": mark.label,
        }
    tag = translator.starttag(node, "aside", CLASS="footnote brackets", **attributes)
    translator.body.append(tag)


def depart_footnote(translator: HTML5Translator, node: nodes.footnote) -> None:
    """Close the note and, after the last of a row, the list of notes."""
    translator.body.append("</aside>\n")
    if not isinstance(node.next_node(descend=False, siblings=True), nodes.footnote):
        translator.body.append("</div>\n")
