"""The order of reading, and the tables that lead into the book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.environment import BuildEnvironment

    from .scan import Page


@dataclass(frozen=True)
class Entry:
    """A line of a table: its words, where it leads, and the lines below it."""

    label: str
    href: str
    children: tuple[Entry, ...] = ()

    def walk(self) -> Iterator[Entry]:
        """The entry and all below it, in the order of the book."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def depth(self) -> int:
        """How many levels there are, this one included."""
        return 1 + max((child.depth for child in self.children), default=0)


def reading_order(env: BuildEnvironment, root: str) -> list[str]:
    """All documents: the tables of contents from the root on, then what no table lists."""
    order: dict[str, None] = {}

    def visit(docname: str) -> None:
        if docname in order or docname not in env.found_docs:
            return
        order[docname] = None
        for child in env.toctree_includes.get(docname, ()):
            visit(child)

    visit(root)
    for docname in sorted(env.found_docs):
        visit(docname)
    return list(order)


def table_of_contents(
    env: BuildEnvironment,
    root: str,
    path: Callable[[str], str],
    label: Callable[[str], str],
    depth: int,
) -> tuple[Entry, ...]:
    """The documents that the root leads to, each with its headings, `depth` levels in all.

    `path` gives the path of a document in the book, `label` its line in the table.
    """
    seen = {root}

    def document(docname: str) -> Entry:
        return Entry(
            label(docname),
            path(docname),
            (*sections(env.tocs[docname], path(docname), depth - 1), *below(docname)),
        )

    def below(docname: str) -> Iterator[Entry]:
        for child in env.toctree_includes.get(docname, ()):
            if child in env.found_docs and child not in seen:
                seen.add(child)
                yield document(child)

    front = Entry(label(root), path(root), tuple(sections(env.tocs[root], path(root), depth - 1)))
    return (front, *below(root))


def sections(toc: nodes.bullet_list, path: str, depth: int) -> Iterator[Entry]:
    """The headings below the title of a document, from Sphinx's own table of it."""
    for title in toc.children:
        if isinstance(title, nodes.list_item):
            yield from _items(title, path, depth)


def _items(item: nodes.list_item, path: str, depth: int) -> Iterator[Entry]:
    if depth < 1:
        return
    for listing in item.children:
        if not isinstance(listing, nodes.bullet_list):
            continue
        for child in listing.children:
            reference = next(iter(child.findall(nodes.reference)), None)
            # An item without a paragraph is a table of contents that stands among the headings.
            if isinstance(child, nodes.list_item) and reference is not None:
                anchor = reference.get("anchorname", "")
                below = tuple(_items(child, path, depth - 1))
                yield Entry(reference.astext(), f"{path}{anchor}", below)


def page_list(pages: Iterable[Page], names: dict[str, str]) -> list[Entry]:
    """The pages of the sources in the order of the book.

    A number that two texts share is told apart by the name of the text (`names`: path → name).
    """
    found = [(page.path, id_, number) for page in pages for id_, number in page.breaks]
    paths: dict[str, set[str]] = {}
    for path, _, number in found:
        paths.setdefault(number, set()).add(path)
    return [
        Entry(
            number if len(paths[number]) == 1 else f"{names.get(path, path)} {number}",
            f"{path}#{id_}",
        )
        for path, id_, number in found
    ]
