"""Footnotes at the foot of the page, and citations."""

from __future__ import annotations

from docutils import nodes

from . import markup
from .base import Nodes

# Punctuation with its right half blank, as Chinese sets it.
HALF_BLANK = tuple("。，、；：！？）》〉」』】〕”’．")


class NoteNodes(Nodes):
    """Footnotes, set at the foot of the page of their call, and entries of works cited."""

    def collect_footnotes(self) -> None:
        """Notes by id, for the references that come before them."""
        for note in self.document.findall(nodes.footnote):
            self.footnotes.update(dict.fromkeys(note["ids"], note))

    def render_footnote_reference(self, node: nodes.Element) -> str:
        """The first reference carries the note; the others repeat its mark."""
        if self.bare:
            return ""
        note = self.footnotes.get(node.get("refid", ""))
        mark = node.astext()
        if note is None:
            self.warn("footnote [%s] has no text", mark, node=node)
            return markup.call("super", body=markup.text(mark))
        id_ = note["ids"][0]
        if id_ in self.placed_footnotes:
            label = self.refer(self.label(id_), node)
            function = "title-note-again" if self.in_title else "note-again"
            again = markup.call(function, label, markup.string(mark), **position(node))
            return self.anchors(node) + again
        return self.anchors(node) + self.place_note(note, id_, mark, position(node))

    def place_note(self, note: nodes.footnote, id_: str, mark: str, named: dict[str, str]) -> str:
        """The note at its first call, with its mark and, as `named` says, where it was printed."""
        self.placed_footnotes.add(id_)
        # A note in a heading is set in the type of notes all the same.
        outer = self.in_title, self.in_sans, self.in_western_run, self.page_references
        self.in_title = self.in_sans = self.in_western_run = self.page_references = False
        body = self.note_body(note)
        self.in_title, self.in_sans, self.in_western_run, self.page_references = outer
        if printed := note.get("printed_mark"):
            named["printed"] = markup.strings([note.get("printed_page", ""), printed])
        label = self.define_one(note["ids"])
        function = "title-note" if self.in_title else "note"
        return markup.call(function, label, markup.string(mark), body=body, **named)

    def note_body(self, note: nodes.footnote) -> str:
        """The words of a note, the first paragraph on the line of its mark."""
        blocks = [child for child in note.children if not isinstance(child, nodes.label)]
        if not blocks or type(blocks[0]) is not nodes.paragraph:
            return "".join(self.render(block) for block in blocks)
        # The first words stand on the line of the mark.
        first, *rest = blocks
        assert isinstance(first, nodes.Element)
        further = "".join(self.render(block) for block in rest)
        if further:
            further = markup.call("note-further", body=further)
        return self.anchors(first) + self.children(first) + further

    def render_footnote(self, node: nodes.footnote) -> str:
        """Where the notes are written nothing is printed, but for a note that nothing refers to.

        Whether a reference follows further down the page is known from its back-references.
        """
        if node["ids"][0] in self.placed_footnotes or node["backrefs"]:
            return ""
        return self.loose_note(node)

    def loose_note(self, node: nodes.footnote) -> str:
        """A note without a call, where it stands."""
        label = node.next_node(nodes.label)
        return self.anchors(node) + markup.call(
            "loose-note", markup.string(label.astext() if label else ""), body=self.note_body(node)
        )

    def unplaced_notes(self) -> str:
        """Notes whose reference is in a part that the book does not print, at its end."""
        return "".join(
            self.loose_note(note)
            for note in self.document.findall(nodes.footnote)
            if note["backrefs"] and note["ids"][0] not in self.placed_footnotes
        )

    def render_citation(self, node: nodes.Element) -> str:
        """An entry; kept a second time without links for the offprints that cite it."""
        anchors, citation = self.anchors(node), self.citation(node)
        if node["ids"] and not self.bare:
            self.bare = True
            self.chapter.entries[self.label(node["ids"][0])] = self.citation(node)
            self.bare = False
        return anchors + citation

    def citation(self, node: nodes.Element) -> str:
        """The label of an entry and its words."""
        label = node.next_node(nodes.label)
        blocks = [child for child in node.children if not isinstance(child, nodes.label)]
        body = "".join(self.render(block) for block in blocks)
        return markup.call("citation", markup.string(label.astext() if label else ""), body=body)

    def render_citation_reference(self, node: nodes.Element) -> str:
        """A call of an entry in square brackets, linked if there is one."""
        body = markup.text(f"[{node.astext()}]")
        if refid := node.get("refid"):
            return markup.call("internal", self.refer(self.label(refid), node), body=body)
        return body


def position(reference: nodes.Element) -> dict[str, str]:
    """Whether the mark follows full-width punctuation, whose right half is blank."""
    before = reference.previous_sibling()
    close = before is not None and before.astext().endswith(HALF_BLANK)
    return {"close": "true"} if close else {}


def holds_only_placed_notes(rubric: nodes.Element) -> bool:
    """Whether a heading stands over nothing but notes, which the book prints elsewhere."""
    following: list[nodes.Node] = []
    parent = rubric.parent
    for sibling in parent.children[parent.index(rubric) + 1 :]:
        if isinstance(sibling, nodes.rubric | nodes.section):
            break
        if not isinstance(sibling, nodes.Invisible | nodes.target):
            following.append(sibling)
    return bool(following) and all(
        isinstance(node, nodes.footnote) and node["backrefs"] for node in following
    )
