"""The places of a text that can be cited: its paragraphs and the pages of the printed source.

A paragraph is a place if it has an id of its own; a page milestone is an inline of class
`page-milestone` with the number in its attribute `page`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes


@dataclass(frozen=True, slots=True)
class Place:
    """A place to cite: HTML id, pages of the source on which it stands, paragraph id or ""."""

    id: str
    on: tuple[str, ...] = ()
    paragraph: str = ""

    @property
    def pages(self) -> str:
        """119, 119-120, or "" where the source has no pages."""
        return "-".join(dict.fromkeys((*self.on[:1], *self.on[-1:])))

    @property
    def label(self) -> str:
        """第119—120页，段p119-2: how the interface names the place."""
        pages = f"第{self.pages.replace('-', '—')}页" if self.pages else ""
        paragraph = f"段{self.paragraph}" if self.paragraph else ""
        return "，".join(part for part in (pages, paragraph) if part)


def find_places(text: nodes.Element) -> list[Place]:
    """The places in reading order; what stands in notes is cited by its paragraph of the text."""
    return list(_walk(text, [""]))


def _walk(element: nodes.Element, page: list[str]) -> Iterator[Place]:
    """Places below `element`; `page` holds the number of the page on which the walk stands."""
    for child in element.children:
        if not isinstance(child, nodes.Element) or isinstance(child, nodes.footnote):
            continue
        if isinstance(child, nodes.paragraph):
            yield from _paragraph(child, page)
        else:
            yield from _walk(child, page)


def _paragraph(paragraph: nodes.paragraph, page: list[str]) -> Iterator[Place]:
    pages = [page[0]] if page[0] else []
    milestones = []
    before = ""  # what was read of the paragraph before the milestone
    for node in paragraph.findall():
        if isinstance(node, nodes.Text) and not _is_milestone(node.parent):
            before += node.astext().strip()
        elif isinstance(node, nodes.Element) and _is_milestone(node):
            pages = [*pages, node["page"]] if before else [node["page"]]
            milestones.append(Place(node["ids"][0], (node["page"],)))
    page[0] = pages[-1] if pages else ""
    if ids := _own_ids(paragraph):
        yield Place(ids[0], tuple(pages), ids[0])
    yield from milestones


def _own_ids(paragraph: nodes.paragraph) -> list[str]:
    """Ids that the source gives, as opposed to docutils' own (`id1`)."""
    return [id_ for id_ in paragraph["ids"] if not (id_[:2] == "id" and id_[2:].isdigit())]


def _is_milestone(node: nodes.Node | None) -> bool:
    return isinstance(node, nodes.Element) and "page" in node and bool(node["ids"])
