"""Images and figures."""

from __future__ import annotations

import re

from docutils import nodes

from . import markup
from .base import Nodes

# Lengths of docutils (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#length-units)
# that Typst knows too; of the others a CSS pixel is 1/96 inch.
_LENGTH = re.compile(r"(?P<number>\d*\.?\d+)\s*(?P<unit>pt|mm|cm|in|em|%|px|pc)?")
_POINTS = {"px": 0.75, "pc": 12.0, None: 0.75}


class MediaNodes(Nodes):
    """Images and figures."""

    def render_image(self, node: nodes.Element) -> str:
        """An image with its text alternative, which PDF/UA requires; else a warning."""
        uri = node["uri"]
        if not (path := self.images.get(uri)):
            return markup.text(node.get("alt", ""))  # Sphinx has said why there is no image
        self.chapter.images.add(path)
        alt = node.get("alt") or self.caption_of(node)
        if not alt:
            self.warn("image without a text alternative (alt): %s", uri, node=node)
            alt = uri.rpartition("/")[2]
        inline = isinstance(node.parent, nodes.TextElement)
        image = markup.call(
            "picture",
            markup.string(path),
            markup.string(alt),
            width=length(node.get("width")),
            align_to=markup.string(node.get("align") or ""),
            inline=markup.boolean(inline),
        )
        return self.anchors(node) + image

    @staticmethod
    def caption_of(node: nodes.Element) -> str:
        """The words below the figure that holds the image; empty without one."""
        parent = node.parent
        while isinstance(parent, nodes.reference):
            parent = parent.parent
        caption = parent.next_node(nodes.caption) if isinstance(parent, nodes.figure) else None
        return caption.astext() if caption else ""

    def render_figure(self, node: nodes.Element) -> str:
        """A figure with number and caption."""
        caption = next((c for c in node.children if isinstance(c, nodes.caption)), None)
        rest = [child for child in node.children if child is not caption]
        text = self.numbered_caption(node, caption)
        body = "".join(self.render(child) for child in rest)
        return self.anchors(node) + markup.call("captioned-figure", text, body=body)

    def render_legend(self, node: nodes.Element) -> str:
        """What is said of a figure below its caption."""
        return markup.call("styled", '("legend",)', body=self.children(node))


def length(value: str | None) -> str:
    """A length of docutils as a Typst expression; `auto` where there is none."""
    match = _LENGTH.fullmatch(value or "")
    if not match:
        return "auto"
    unit = match["unit"]
    if unit in _POINTS:
        return f"{float(match['number']) * _POINTS[unit]:g}pt"
    return match[0]
