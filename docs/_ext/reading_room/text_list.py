"""``{text-list}``: the texts of the edition, in order, without naming one of them by hand.

The directive takes a pattern of documents. It adds them to the contents of the project in
chronological order and leaves a list with author, source, kind and length of each.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.statemachine import StringList
from edition_front import page_front
from edition_front.catalogue import TextEntry, entries
from sphinx import addnodes
from sphinx.directives.other import TocTree
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from .downloads import is_site, linked_downloads

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class text_list(nodes.General, nodes.Element):
    """Stands for the list until all texts have been read."""


class TextList(TocTree):
    """A hidden table of contents in chronological order, and the list that readers see."""

    required_arguments = 1

    def run(self) -> list[Node]:
        """A hidden toctree in the order of the catalogue, and the node for the list."""
        self.options |= {"glob": None, "hidden": None, "titlesonly": None}
        self.content = StringList([self.arguments[0]], source=self.get_source_info()[0])
        contents = super().run()
        for wrapper in contents:
            for toctree in wrapper.findall(addnodes.toctree):
                keys = {name: self._sort_key(name) for name in toctree["includefiles"]}
                toctree["entries"].sort(key=lambda entry: keys[entry[1]])
                toctree["includefiles"].sort(key=keys.__getitem__)
        self.env.metadata[self.env.docname]["text-list"] = self.arguments[0]
        return [*contents, text_list()]

    def _sort_key(self, docname: str) -> tuple[str, str]:
        path = self.env.doc2path(docname)
        # The order stands in this page: it is read anew when the head of a text changes.
        self.env.note_dependency(str(path))
        front = page_front(Path(path))
        return TextEntry(docname, front).sort_key if front else ("9999", docname)


class ResolveTextList(SphinxPostTransform):
    """Builds the list of plain nodes, which every builder knows."""

    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        """Put the list of texts in place of each node."""
        for node in list(self.document.findall(text_list)):
            items = [self._item(entry) for entry in entries(self.env)]
            node.replace_self(nodes.bullet_list("", *items, classes=["text-list"]) if items else [])

    def _item(self, entry: TextEntry) -> nodes.list_item:
        front = entry.front
        title = addnodes.pending_xref(
            "",
            nodes.inline("", front.title),
            refdomain="std",
            reftype="doc",
            reftarget=f"/{entry.docname}",
            refdoc=self.env.docname,
            refexplicit=True,
            refwarn=True,
        )
        facts = [
            entry.author_label,
            entry.source_label or entry.date_label,
            f"{front.characters:,} 字".replace(",", "\u202f") if front.characters else "",
        ]
        paragraphs = [
            nodes.paragraph(
                "",
                "",
                nodes.inline("", entry.label, classes=["nature-badge"]),
                title,
                classes=["text-title"],
            ),
            nodes.paragraph("", "　".join(filter(None, facts)), classes=["text-facts"]),
        ]
        item = nodes.list_item("", *paragraphs, classes=[f"nature-{front.derivation}"])
        item["slug"] = front.slug
        return item


def add_downloads(app: Sphinx, document: nodes.document, docname: str) -> None:
    """In the site, give each text of the list links to its own files."""
    if not is_site(app):
        return
    here = app.builder.get_target_uri(docname)
    for item in document.findall(nodes.list_item):
        links = [
            nodes.reference("", download.format, refuri=relative_uri(here, download.target))
            for download in linked_downloads(app.config)
            if download.slug and download.slug == item.get("slug")
        ]
        if links:
            item += nodes.paragraph("", "", *links, classes=["text-downloads"])


def pages_with_lists(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """A page that lists the texts is written anew when any of them may have changed."""
    return [name for name in env.found_docs if "text-list" in env.metadata[name]]


def setup(app: Sphinx) -> None:
    """Register the directive and its transform."""
    app.add_node(text_list)
    app.add_directive("text-list", TextList)
    app.add_post_transform(ResolveTextList)
    app.connect("doctree-resolved", add_downloads)
    app.connect("env-updated", pages_with_lists)
