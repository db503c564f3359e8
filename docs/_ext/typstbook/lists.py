"""Lists of all kinds."""

from __future__ import annotations

from docutils import nodes

from . import markup
from .base import Nodes

_NUMBERING = {
    "arabic": "1",
    "loweralpha": "a",
    "upperalpha": "A",
    "lowerroman": "i",
    "upperroman": "I",
}


class ListNodes(Nodes):
    """Lists of all kinds."""

    def render_bullet_list(self, node: nodes.Element) -> str:
        """A list with bullets."""
        return self.anchors(node) + markup.call(
            "bullets", markup.strings(node["classes"]), *self.items(node)
        )

    def render_enumerated_list(self, node: nodes.Element) -> str:
        """A list with numbers in the form, and from the number, that the source has."""
        counter = _NUMBERING.get(node.get("enumtype", ""), "1")
        pattern = f"{node.get('prefix', '')}{counter}{node.get('suffix') or '.'}"
        return self.anchors(node) + markup.call(
            "numbered", str(node.get("start", 1)), markup.string(pattern), *self.items(node)
        )

    def items(self, node: nodes.Element) -> list[str]:
        """The items of a list, as Typst content."""
        return [self.item(child) for child in node.children if isinstance(child, nodes.Element)]

    def item(self, node: nodes.Element) -> str:
        """A list item as a content block."""
        anchors, body = self.anchors(node), self.paragraphs(node)
        if node["ids"]:
            self.chapter.entries[self.label(node["ids"][0])] = self.entry(node)
            body = markup.call("kept-together", body=body)
        return f"[{anchors}{body}]"

    def entry(self, node: nodes.Element) -> str:
        """A listed work without the places that cite it, notes, and links within the book."""
        blocks = [
            child
            for child in node.children
            if isinstance(child, nodes.paragraph)
            and not self.options.page_reference_classes.intersection(child["classes"])
        ]
        self.bare = True
        body = "".join(self.children(block) for block in blocks)
        self.bare = False
        return markup.call("paragraph", body=body)

    def render_list_item(self, node: nodes.Element) -> str:
        """An item outside a list, as extensions sometimes write it."""
        return self.anchors(node) + markup.call("bullets", "()", f"[{self.paragraphs(node)}]")

    # Definitions

    def render_definition_list(self, node: nodes.Element) -> str:
        """A list of terms and what they mean."""
        return self.anchors(node) + markup.call(
            "definitions", markup.strings(node["classes"]), body=self.children(node)
        )

    def render_glossary(self, node: nodes.Element) -> str:
        """A glossary: its list."""
        return self.anchors(node) + self.children(node)

    def render_definition_list_item(self, node: nodes.Element) -> str:
        """One definition: its terms with their classifiers, and its body."""
        terms = [c for c in node.children if isinstance(c, nodes.term | nodes.classifier)]
        heads = "".join(self.render(term) for term in terms)
        bodies = "".join(self.render(child) for child in node.children if child not in terms)
        return markup.call("definition", f"[{heads}]", body=bodies)

    def render_glossary_item(self, node: nodes.Element) -> str:
        """One term of a glossary and its body."""
        return self.children(node)

    def render_term(self, node: nodes.Element) -> str:
        """A term; each further one on a line of its own."""
        later = isinstance(node.previous_sibling(), nodes.term)
        return (
            (markup.call("linebreak") if later else "") + self.anchors(node) + self.children(node)
        )

    def render_classifier(self, node: nodes.Element) -> str:
        """What kind of term it is, in brackets."""
        return markup.text(" (") + self.children(node) + markup.text(")")

    def render_definition(self, node: nodes.Element) -> str:
        """The body of a definition."""
        return self.children(node)

    # Fields and options: name beside value

    def render_field_list(self, node: nodes.Element) -> str:
        """A list of names and values."""
        pairs = [child for child in node.children if isinstance(child, nodes.field)]
        return self.anchors(node) + self.pairs(node, [self.field(pair) for pair in pairs])

    def field(self, node: nodes.Element) -> tuple[str, str]:
        """Name and value of a field."""
        name, body = node.children[0], node.children[1]
        assert isinstance(name, nodes.Element) and isinstance(body, nodes.Element)
        return self.anchors(node) + self.children(name), self.paragraphs(body)

    def render_option_list(self, node: nodes.Element) -> str:
        """Options of a command and what they do, as names and values."""
        pairs = []
        for item in node.children:
            assert isinstance(item, nodes.Element)
            group, description = item.children[0], item.children[1]
            assert isinstance(description, nodes.Element)
            pairs.append((self.render(group), self.paragraphs(description)))
        return self.anchors(node) + self.pairs(node, pairs)

    def render_option_group(self, node: nodes.Element) -> str:
        """The spellings of an option, parted by commas."""
        return markup.text(", ").join(self.render(child) for child in node.children)

    def render_option(self, node: nodes.Element) -> str:
        """An option, as code."""
        return markup.call("code", markup.string(node.astext()))

    def pairs(self, node: nodes.Element, pairs: list[tuple[str, str]]) -> str:
        """Names and values in two columns."""
        return markup.call(
            "fields",
            markup.strings(node["classes"]),
            *(f"([{name}], [{value}])" for name, value in pairs),
        )

    # Sphinx

    def render_hlist(self, node: nodes.Element) -> str:
        """A list in columns of the web: in a book one below the other."""
        return self.children(node)

    render_hlistcol = render_hlist
    render_acks = render_hlist

    def render_productionlist(self, node: nodes.Element) -> str:
        """A grammar, as code."""
        lines = "\n".join(child.astext() for child in node.children)
        return markup.call("code-block", markup.string(lines))
