"""Descriptions of programs (``py:function`` and its like) as Sphinx's domains give them."""

from __future__ import annotations

from docutils import nodes

from . import markup
from .base import Nodes


class ApiNodes(Nodes):
    """Descriptions of objects: signatures of functions, options, terms of a grammar."""

    def render_desc(self, node: nodes.Element) -> str:
        """An object: its signatures and what is said of it."""
        return self.children(node)

    def render_desc_signature(self, node: nodes.Element) -> str:
        """A signature, in the type of code."""
        return markup.call("signature", body=self.anchors(node) + self.children(node))

    def render_desc_signature_line(self, node: nodes.Element) -> str:
        """One line of a signature of several."""
        return self.children(node) + markup.call("linebreak")

    def render_desc_content(self, node: nodes.Element) -> str:
        """What is said of an object, indented."""
        return markup.call("indented", body=self.children(node))

    def render_desc_name(self, node: nodes.Element) -> str:
        """The name of an object, set off."""
        return markup.call("object-name", body=self.children(node))

    def render_desc_returns(self, node: nodes.Element) -> str:
        """What a function returns, after an arrow."""
        return markup.text(" → ") + self.children(node)

    def render_desc_parameterlist(self, node: nodes.Element) -> str:
        """Parameters in round brackets."""
        inner = markup.text(", ").join(self.render(child) for child in node.children)
        return markup.text("(") + inner + markup.text(")")

    def render_desc_type_parameter_list(self, node: nodes.Element) -> str:
        """Parameters of type in square brackets."""
        inner = markup.text(", ").join(self.render(child) for child in node.children)
        return markup.text("[") + inner + markup.text("]")

    def render_desc_optional(self, node: nodes.Element) -> str:
        """Parameters that may be left out, in square brackets."""
        return markup.text("[, ") + self.children(node) + markup.text("]")

    def render_part(self, node: nodes.Element) -> str:
        """A part of a signature that has no form of its own."""
        return self.anchors(node) + self.children(node)

    render_desc_inline = render_part
    render_desc_addname = render_part
    render_desc_type = render_part
    render_desc_parameter = render_part
    render_desc_type_parameter = render_part
    render_desc_annotation = render_part
    render_desc_sig_element = render_part
