"""Where in a text a work is cited, and how that place is named to a reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes
from edition_front import front_of
from gbt7714 import page_numbers

from converters.schema.ids import IdKind, parse_id

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True)
class Place:
    """One citation: work `key`, page or pages `locator` of it ("" if none is given).

    `target` is the id of the citation in its document; `name` says where it stands there.
    """

    key: str
    locator: str
    target: str
    name: str


#: How paragraphs are named, by the part of the text that they stand in.
_PARAGRAPHS = {
    IdKind.PARAGRAPH: "第{}段",
    IdKind.INTRODUCTION: "引言第{}段",
    IdKind.ENDMATTER: "篇末附记第{}段",
    IdKind.ABSTRACT: "提要",
}


def container(node: Element) -> Element | None:
    """The note that `node` stands in, else its paragraph, else the nearest element with an id."""
    named = None
    ancestor: nodes.Element | None = node.parent
    while ancestor is not None and not isinstance(ancestor, nodes.document):
        if isinstance(ancestor, nodes.footnote):
            return ancestor
        if named is None and ancestor["ids"]:
            named = ancestor
        ancestor = ancestor.parent
    return named


def place_name(element: Element | None) -> str:
    """`注12（第119页）` for a note with its original page, `第17段` for a paragraph.

    A place without either is named by the heading that it stands under.
    """
    if isinstance(element, nodes.footnote):
        label = element.next_node(nodes.label)
        page = element.get("printed_page")
        return f"注{label.astext() if label else ''}" + (f"（第{page}页）" if page else "")
    if isinstance(element, nodes.section) and not isinstance(element.parent, nodes.document):
        title = element.next_node(nodes.title)
        return f"“{title.astext() if title else ''}”一节"
    found = parse_id(element["ids"][0]) if element is not None else None
    if found is None or found.kind not in _PARAGRAPHS:
        return "正文"
    number = f"{found.page}-{found.number}" if found.page else found.number
    return _PARAGRAPHS[found.kind].format(number)


def locator_name(locator: str) -> str:
    """`引第59页`, `引第68—76页`; what is no page number stays as written."""
    if numbers := page_numbers(locator):
        return f"引第{numbers.replace('-', '—')}页"
    return f"引{locator}"


def text_title(env: BuildEnvironment, docname: str) -> str:
    """The title of a text in title marks; of any other document as it is."""
    if front := front_of(env, docname):
        return f"《{front.title}》"
    title = env.titles.get(docname)
    return title.astext() if title is not None else docname
