"""Descriptions of programs (``py:function`` and its like) as Sphinx's domains give them."""

from __future__ import annotations

from docutils import nodes

from . import markup
from .base import Nodes


class ApiNodes(Nodes):
    def render_desc(self, node: nodes.Element) -> str:
        return self.children(node)

    def render_desc_signature(self, node: nodes.Element) -> str:
        return markup.call("signature", body=self.anchors(node) + self.children(node))

    def render_desc_signature_line(self, node: nodes.Element) -> str:
        return self.children(node) + markup.call("linebreak")

    def render_desc_content(self, node: nodes.Element) -> str:
        return markup.call("indented", body=self.children(node))

    def render_desc_name(self, node: nodes.Element) -> str:
        return markup.call("object-name", body=self.children(node))

    def render_desc_returns(self, node: nodes.Element) -> str:
        return markup.text(" → ") + self.children(node)

    def render_desc_parameterlist(self, node: nodes.Element) -> str:
        inner = markup.text(", ").join(self.render(child) for child in node.children)
        return markup.text("(") + inner + markup.text(")")

    def render_desc_type_parameter_list(self, node: nodes.Element) -> str:
        inner = markup.text(", ").join(self.render(child) for child in node.children)
        return markup.text("[") + inner + markup.text("]")

    def render_desc_optional(self, node: nodes.Element) -> str:
        return markup.text("[, ") + self.children(node) + markup.text("]")

    def render_part(self, node: nodes.Element) -> str:
        return self.anchors(node) + self.children(node)

    render_desc_inline = render_part
    render_desc_addname = render_part
    render_desc_type = render_part
    render_desc_parameter = render_part
    render_desc_type_parameter = render_part
    render_desc_annotation = render_part
    render_desc_sig_element = render_part
