"""Lists of works: the bibliography with the places that cite each work, and one for each text.

The engine's directive ``bibliography`` decides which works are listed, and their order. On the page
that has it, ``works`` takes out those in the languages that it names, so that each group of
languages can have a heading; what no ``works`` has taken stays where ``bibliography`` stands.
``works-by-text`` lists the works that each document cites, with links to the bibliography.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from gbt7714 import Language, language_of
from pybtex.plugin import find_plugin
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinxcontrib.bibtex.directives import BibliographyKey
from sphinxcontrib.bibtex.domain import get_docnames
from sphinxcontrib.bibtex.nodes import bibliography
from sphinxcontrib.bibtex.transforms import node_text_transform

from .domain import WorkLinkDomain, work_link_domain
from .places import Place, locator_name, text_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docutils.nodes import Node
    from sphinx.writers.latex import LaTeXTranslator
    from sphinxcontrib.bibtex.domain import Citation

OTHER_LANGUAGES = "其他文种"


class works(nodes.General, nodes.Element):
    """Place for the works in `languages`; replaced before anything is written."""


class works_by_text(nodes.General, nodes.Element):
    """Place for the lists of single texts; replaced before anything is written."""


class reference_list(nodes.bullet_list):
    """References; every builder may treat it as a bullet list."""


class reference_item(nodes.list_item):
    """One reference, whose id is the anchor of the work."""


def visit_item_latex(translator: LaTeXTranslator, node: reference_item) -> None:
    """Unlike list items at large, this one is the target of links."""
    translator.body.append(r"\item {}")
    translator.body.extend(translator.hypertarget(id_) for id_ in node["ids"])


def depart_item_latex(translator: LaTeXTranslator, node: reference_item) -> None:
    """Close the item."""
    translator.depart_list_item(node)


class WorksDirective(SphinxDirective):
    """``works``: arguments are languages of `gbt7714.Language` (zh, ja, ko, western, ru, other)."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> Sequence[Node]:
        """A slot for the works in the languages named. Raises an error for others."""
        try:
            languages = [Language(word) for word in self.arguments[0].split()]
        except ValueError as error:
            raise self.error(str(error)) from error
        return [works("", languages=languages, docname=self.env.docname)]


class WorksByTextDirective(SphinxDirective):
    """``works-by-text``: one list for each document that cites anything."""

    def run(self) -> Sequence[Node]:
        """A slot for the lists."""
        return [works_by_text("")]


class ListWorks(SphinxPostTransform):
    """Write the lists, before the engine would write its own (5) and links are resolved (10)."""

    default_priority = 4
    backend: ClassVar[Any] = find_plugin("pybtex.backends", "docutils")()

    def run(self, **kwargs: Any) -> None:
        """Fill every slot once the bibliography is formatted."""
        for bibliography_node in list(self.document.findall(bibliography)):
            self._fill(bibliography_node)
        for slot in list(self.document.findall(works)):
            slot.replace_self([])
        for node in list(self.document.findall(works_by_text)):
            node.replace_self(self._lists_by_text())

    def _fill(self, node: bibliography) -> None:
        domain = work_link_domain(self.env)
        key = BibliographyKey(docname=node["docname"], id_=node["ids"][0])
        if domain.engine.bibliographies[key].list_ != "citation":
            return
        citing = self._places_by_work()
        rest: dict[str, reference_item] = {}
        by_language: dict[Language, list[reference_item]] = {}
        for citation in domain.engine.citations:
            if citation.bibliography_key == key:
                item = self._item(citation, citing.get(citation.key, []))
                rest[citation.key] = item
                by_language.setdefault(language_of(citation.entry), []).append(item)
        taken: set[int] = set()
        for slot in list(self.document.findall(works)):
            if slot["docname"] == node["docname"]:
                items = [i for name in slot["languages"] for i in by_language.get(name, [])]
                taken.update(map(id, items))
                slot.replace_self(self._list(items))
        remaining = [item for item in rest.values() if id(item) not in taken]
        heading = (
            [nodes.rubric("", OTHER_LANGUAGES, **{"heading-level": 2})]
            if taken and remaining
            else []
        )
        # The target takes over the id of the directive.
        node.replace_self([nodes.target(), *heading, *self._list(remaining)])

    def _list(self, items: Iterable[nodes.list_item]) -> list[Node]:
        children = list(items)
        if not children:
            return []
        # "open" keeps docutils from asking whether the list could be set tight, which would ask
        # for a visitor of its own for our items.
        return [reference_list("", *children, bullet="-", classes=["references", "open"])]

    def _item(self, citation: Citation, citing: list[tuple[str, list[Place]]]) -> reference_item:
        paragraph = self._reference(citation)
        places = (self._cited_by(docname, places) for docname, places in citing)
        return reference_item("", paragraph, *places, ids=[citation.citation_id])

    def _reference(self, citation: Citation) -> nodes.paragraph:
        paragraph: nodes.paragraph = self.backend.paragraph(citation.formatted_entry)
        node_text_transform(paragraph)
        if tag := language_tag(citation):
            paragraph["classes"].append(f"language-{tag}")
        return paragraph

    def _cited_by(self, docname: str, places: list[Place]) -> nodes.paragraph:
        """《title》 注12（第119页），引第59页；注15（第121页）, each note a link."""
        paragraph = nodes.paragraph("", text_title(self.env, docname), classes=["cited-by"])
        for count, place in enumerate(places):
            name = place.name + (f"，{locator_name(place.locator)}" if place.locator else "")
            paragraph += nodes.Text("；" if count else " ")
            paragraph += _link("place", place.target, [nodes.Text(name)], docname=docname)
        return paragraph

    def _places_by_work(self) -> dict[str, list[tuple[str, list[Place]]]]:
        """Key → documents in reading order, each with its places in order."""
        found: dict[str, list[tuple[str, list[Place]]]] = {}
        for docname, places in self._texts():
            of_document: dict[str, list[Place]] = {}
            for place in places:
                of_document.setdefault(place.key, []).append(place)
            for key, here in of_document.items():
                found.setdefault(key, []).append((docname, here))
        return found

    def _texts(self) -> Iterable[tuple[str, list[Place]]]:
        places = work_link_domain(self.env).places
        docnames: list[str] = list(get_docnames(self.env))  # type: ignore[no-untyped-call]
        return ((name, places[name]) for name in docnames if name in places)

    def _lists_by_text(self) -> list[Node]:
        domain = work_link_domain(self.env)
        rank = {citation.key: number for number, citation in enumerate(domain.engine.citations)}
        lists: list[Node] = []
        for docname, places in self._texts():
            keys = sorted(
                {place.key for place in places if place.key in rank}, key=rank.__getitem__
            )
            if not keys:
                continue
            title = _link("place", "", [nodes.Text(text_title(self.env, docname))], docname=docname)
            lists.append(nodes.rubric("", "", title, **{"heading-level": 3}))
            citations = (domain.citation(key) for key in keys)
            items = (
                nodes.list_item("", self._linked(citation)) for citation in citations if citation
            )
            lists.extend(self._list(items))
        return lists

    def _linked(self, citation: Citation) -> nodes.paragraph:
        """The reference, its words linked to the bibliography; addresses keep their own links."""
        paragraph = self._reference(citation)
        children = list(paragraph.children)
        addresses = (i for i, c in enumerate(children) if isinstance(c, nodes.reference))
        end = next(addresses, len(children))
        words = nodes.inline("", "", *children[:end]).astext()
        paragraph.clear()
        paragraph += _link("entry", citation.key, [nodes.Text(words.rstrip())])
        paragraph += [nodes.Text(words[len(words.rstrip()) :]), *children[end:]]
        return paragraph


def _link(kind: str, target: str, content: list[Node], docname: str = "") -> addnodes.pending_xref:
    return addnodes.pending_xref(
        "",
        nodes.inline("", "", *content),
        refdomain=WorkLinkDomain.name,
        reftype=kind,
        reftarget=target,
        docname=docname,
        refexplicit=True,
    )


def language_tag(citation: Citation) -> str:
    """BCP 47 tag of a work that is not Chinese, if the entry has one."""
    if language_of(citation.entry) is Language.CHINESE:
        return ""
    return str(citation.entry.fields.get("language", ""))
