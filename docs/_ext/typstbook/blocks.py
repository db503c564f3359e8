"""Sections, paragraphs, quotations, boxes and code."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import admonitionlabels

from . import markup
from .base import Nodes
from .inline import LANGUAGE
from .notes import holds_only_placed_notes


class BlockNodes(Nodes):
    """Sections, headings, paragraphs and other blocks."""

    # Structure

    def render_document(self, node: nodes.document) -> str:
        """The document without anything around it."""
        return self.children(node)

    def render_section(self, node: nodes.Element) -> str:
        """The body of a section, whose headings are one level lower."""
        self.section_level += 1
        body = self.children(node)
        self.section_level -= 1
        return body

    def render_title(self, node: nodes.Element) -> str:
        """The heading of a section, or the caption of a block that writes none itself."""
        parent = node.parent
        if isinstance(parent, nodes.section):
            return self.heading(node, parent)
        body = self.children(node)
        if isinstance(parent, nodes.Admonition | nodes.topic | nodes.sidebar | nodes.table):
            return ""  # their own methods take it
        return self.anchors(node) + markup.call("caption-line", body=body)

    def heading(self, title: nodes.Element, section: nodes.Element) -> str:
        """The heading bears the first id of its section; the others are names of the same place."""
        ids = [*section["ids"], *title["ids"]]
        label = self.define_one(ids)
        level = max(self.section_level, 1)
        first = self.label("") not in self.chapter.aliases
        if first and ids:
            self.chapter.aliases[self.label("")] = self.label(ids[0])
        numbers = self.options.section_numbers
        number = next((numbers[key] for key in (f"#{i}" for i in ids) if key in numbers), None)
        if first and number is None:
            number = numbers.get("")
        if first and self.options.title is not None:
            body = plain = markup.text(self.options.title)
        else:
            body, plain = self.title_text(title)
        figures = markup.string(".".join(map(str, number or ())))
        return markup.call("section", str(level), label, figures, f"[{plain}]", body=body)

    def title_text(self, title: nodes.Element) -> tuple[str, str]:
        """The words of a heading, and the same without notes and marks for the running head."""
        self.in_title = self.in_sans = True
        body = self.children(title)
        self.bare = True
        plain = self.children(title)
        self.in_title = self.in_sans = self.bare = False
        return body, plain

    def render_subtitle(self, node: nodes.Element) -> str:
        """A subtitle."""
        return markup.call("subtitle", body=self.children(node))

    def render_rubric(self, node: nodes.Element) -> str:
        """A rubric, unless all notes below it have gone to the feet of their pages."""
        if holds_only_placed_notes(node):
            return self.anchors(node)
        body = self.anchors(node) + self.sans(node)
        return markup.call("rubric", markup.strings(node["classes"]), body=body)

    def render_centered(self, node: nodes.Element) -> str:
        """A centred line."""
        return markup.call("centered", body=self.children(node))

    def render_transition(self, node: nodes.Element) -> str:
        """The break between two parts of a text."""
        return markup.call("transition")

    # Paragraphs

    def render_paragraph(self, node: nodes.Element) -> str:
        """A paragraph with its classes; nothing for one without words."""
        classes: list[str] = node["classes"]
        outer = self.page_references
        if self.options.page_reference_classes.intersection(classes):
            self.page_references = True
        body = self.anchors(node) + self.in_language(node)
        self.page_references = outer
        if not body:
            return ""
        named = {"classes": markup.strings(classes)} if classes else {}
        return markup.call("paragraph", body=body, **named)

    render_compact_paragraph = render_paragraph

    def in_language(self, node: nodes.Element) -> str:
        """The children of `node`, set in the language that its classes name."""
        language = next((c for c in node["classes"] if c.startswith(LANGUAGE)), None)
        if language is None:
            return self.children(node)
        outer, self.in_western_run = self.in_western_run, True
        body = self.children(node)
        self.in_western_run = outer
        tag = language.removeprefix(LANGUAGE)
        return self.western(tag, body)

    def paragraphs(self, node: nodes.Element) -> str:
        """The content of an item or a cell: of a single paragraph only the words."""
        blocks = [c for c in node.children if not isinstance(c, nodes.Invisible)]
        if len(blocks) == 1 and type(blocks[0]) in (nodes.paragraph, addnodes.compact_paragraph):
            only = blocks[0]
            assert isinstance(only, nodes.Element)
            if not only["classes"]:
                return self.anchors(only) + self.children(only)
        return self.children(node)

    def render_block_quote(self, node: nodes.Element) -> str:
        """A quotation set off from the text."""
        return self.styled(node, markup.call("quotation", body=self.children(node)))

    def render_attribution(self, node: nodes.Element) -> str:
        """Who said what is quoted."""
        return markup.call("attribution", body=self.children(node))

    def render_line_block(self, node: nodes.Element) -> str:
        """Lines that are kept, as of verse; a block within a block is indented."""
        if isinstance(node.parent, nodes.line_block):
            return markup.call("nested-lines", body=self.children(node))
        return self.styled(node, markup.call("lines", body=self.children(node)))

    def render_line(self, node: nodes.Element) -> str:
        """One line of such a block."""
        return markup.call("line-of-verse", body=self.children(node))

    # Boxes

    def styled(self, node: nodes.Element, body: str) -> str:
        """`body` in the style that the classes of `node` have in the style file, if any."""
        classes = [name for name in node["classes"] if name]
        body = self.anchors(node) + body
        return markup.call("styled", markup.strings(classes), body=body) if classes else body

    def render_container(self, node: nodes.Element) -> str:
        """A block with classes, which the project's style may set."""
        return self.styled(node, self.children(node))

    render_compound = render_container

    def render_Admonition(self, node: nodes.Element) -> str:
        """Every admonition of docutils and Sphinx, with the title that Sphinx gives it."""
        name = node.tagname
        heading = next((child for child in node.children if isinstance(child, nodes.title)), None)
        title = self.children(heading) if heading else markup.text(label_of_admonition(name))
        return self.anchors(node) + markup.call(
            "admonition",
            markup.string(name),
            markup.strings(node["classes"]),
            f"[{title}]",
            body=self.children(node),
        )

    def render_topic(self, node: nodes.Element) -> str:
        """A topic as an admonition; no table of contents within a chapter."""
        if "contents" in node["classes"]:
            return ""  # a local table of contents: the book has its own
        return self.render_Admonition(node)

    render_sidebar = render_topic

    def render_versionmodified(self, node: nodes.Element) -> str:
        """A note on a version, as any container."""
        return self.render_container(node)

    # Code

    def render_literal_block(self, node: nodes.Element) -> str:
        """Code as it stands."""
        return self.anchors(node) + markup.call("code-block", markup.string(node.astext()))

    render_doctest_block = render_literal_block

    def render_math_block(self, node: nodes.Element) -> str:
        """A formula as its source: TeX is not set."""
        return self.render_literal_block(node)

    def render_caption(self, node: nodes.Element) -> str:
        """The caption of a code block; that of a figure is written with the figure."""
        return self.anchors(node) + markup.call("caption-line", body=self.children(node))


def label_of_admonition(name: str) -> str:
    """Sphinx's own word for an admonition, in the language of the project."""
    return str(admonitionlabels.get(name, name.capitalize()))
