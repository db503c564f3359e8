"""Inline nodes: text, emphasis, links, marks of source pages."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

from . import markup
from .base import Nodes
from .scripts import is_east_asian, western_runs

LANGUAGE = "language-"


class InlineNodes(Nodes):
    """Text, type within a line, and links."""

    # Text

    def render_Text(self, node: nodes.Text) -> str:
        """Words as markup; in an East Asian book western runs in their own font."""
        value = str(node)
        self.chapter.size += len(value.encode())
        if self.in_western_run or not is_east_asian(self.options.language):
            return markup.text(value)
        parts: list[str] = []
        at = 0
        for start, end, language in western_runs(value):
            parts += [
                markup.text(value[at:start]),
                self.western(language, markup.text(value[start:end])),
            ]
            at = end
        return "".join([*parts, markup.text(value[at:])])

    def render_inline(self, node: nodes.Element) -> str:
        """An inline with its language and classes, or the number of a page of the source."""
        classes: list[str] = node["classes"]
        if "page-milestone" in classes:
            return self.source_page(node)
        language = next((c.removeprefix(LANGUAGE) for c in classes if c.startswith(LANGUAGE)), None)
        body = self.within_western_run(node, language) if language else self.children(node)
        styles = [name for name in classes if not name.startswith(LANGUAGE)]
        if styles and body:
            body = markup.call("inline-styled", markup.strings(styles), body=body)
        return self.anchors(node) + body

    def within_western_run(self, node: nodes.Element, language: str) -> str:
        """What stands in `node`, as one western run."""
        outer, self.in_western_run = self.in_western_run, True
        body = self.children(node)
        self.in_western_run = outer
        return self.western(language, body)

    def western(self, language: str, body: str) -> str:
        """`body` as a run in `language` (BCP 47), by the font of text or of headings."""
        function = "western-sans" if self.in_sans else "western"
        return markup.call(function, markup.string(language), body=body) if body else ""

    def sans(self, node: nodes.Element) -> str:
        """The children of a node that is set in the sans-serif face."""
        outer, self.in_sans = self.in_sans, True
        body = self.children(node)
        self.in_sans = outer
        return body

    def source_page(self, node: nodes.Element) -> str:
        """A page of the source begins: an anchor, its number in the margin."""
        if self.bare:
            return ""
        opening = "page-start" in node["classes"]
        return markup.call(
            "source-page",
            self.define_one(node["ids"]),
            markup.string(node.astext()),
            opening=markup.boolean(opening),
        )

    # Emphasis

    def render_emphasis(self, node: nodes.Element) -> str:
        """Emphasis."""
        return self.anchors(node) + markup.call("emph", body=self.children(node))

    def render_strong(self, node: nodes.Element) -> str:
        """Strong emphasis, in the sans serif."""
        return self.anchors(node) + markup.call("strong", body=self.sans(node))

    render_literal_emphasis = render_emphasis
    render_literal_strong = render_strong
    render_title_reference = render_emphasis

    def render_literal(self, node: nodes.Element) -> str:
        """Code within a line."""
        return self.anchors(node) + markup.call("code", markup.string(node.astext()))

    def render_manpage(self, node: nodes.Element) -> str:
        """The name of a manual page, emphasised."""
        return self.render_emphasis(node)

    def render_subscript(self, node: nodes.Element) -> str:
        """A subscript."""
        return self.anchors(node) + markup.call("sub", body=self.children(node))

    def render_superscript(self, node: nodes.Element) -> str:
        """A superscript."""
        return self.anchors(node) + markup.call("super", body=self.children(node))

    def render_abbreviation(self, node: nodes.Element) -> str:
        """An abbreviation with its explanation in brackets: paper shows none by pointing."""
        # In the signature of a function it explains a sign to readers of the web.
        in_signature = isinstance(node.parent, addnodes.desc_sig_element)
        explanation = None if in_signature else node.get("explanation")
        return self.render_inline(node) + markup.text(f" ({explanation})" if explanation else "")

    def render_math(self, node: nodes.Element) -> str:
        """TeX source as it stands: Typst has another language for formulae."""
        return self.anchors(node) + markup.call("code", markup.string(node.astext()))

    def render_problematic(self, node: nodes.Element) -> str:
        """What docutils has reported already, as it stands."""
        return self.children(node)

    def render_generated(self, node: nodes.Element) -> str:
        """Words that docutils has supplied."""
        return self.children(node)

    # Links

    def render_reference(self, node: nodes.Element) -> str:
        """A link within the book or out of it; in headings and in works cited words only."""
        body = self.anchors(node) + self.children(node)
        label = self.target_of(node)
        if self.in_title or (label and self.bare):
            return body
        if label:
            function = "page-reference" if self.page_references else "internal"
            return markup.call(function, self.refer(label, node), body=body)
        if uri := node.get("refuri"):
            return markup.call("external", markup.string(uri), body=body)
        return body

    render_download_reference = render_reference
    render_number_reference = render_reference

    def target_of(self, node: nodes.Element) -> str | None:
        """The label in the book that a reference goes to, if it stays within the project."""
        if refid := node.get("refid"):
            return self.label(refid)
        uri = str(node.get("refuri", ""))
        if not uri.startswith("%"):
            return None
        docname, _, id_ = uri[1:].partition("#")
        return self.label(id_, docname)

    def render_pending_xref(self, node: nodes.Element) -> str:
        """A reference that nothing resolves; Sphinx has warned where it should."""
        return self.anchors(node) + self.children(node)

    def render_target(self, node: nodes.Element) -> str:
        """A place that can be linked, with its words."""
        return self.anchors(node) + self.children(node)

    # Nothing to print

    def render_nothing(self, node: nodes.Node) -> str:
        """Nothing, for nodes that a book does not show."""
        return ""

    render_raw = render_nothing  # another format's markup
    render_Invisible = render_nothing  # comment, substitution_definition, pending
    render_meta = render_nothing
    render_system_message = render_nothing  # docutils has reported it
    render_toctree = render_nothing  # the documents follow as chapters
    render_index = render_nothing
    render_tabular_col_spec = render_nothing
    render_highlightlang = render_nothing
    render_docinfo = render_nothing
    render_decoration = render_nothing
    render_label = render_nothing  # written with its note or citation

    def render_only(self, node: addnodes.only) -> str:
        """What the tags of this builder have let through."""
        return self.children(node)
