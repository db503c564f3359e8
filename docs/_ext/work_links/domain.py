"""The domain of `src`: what is cited where, and the link from there to the entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from pybtex.plugin import find_plugin
from sphinx import addnodes
from sphinx.domains import Domain
from sphinx.util import logging
from sphinx.util.nodes import make_refnode
from sphinxcontrib.bibtex.citation_target import CitationTarget
from sphinxcontrib.bibtex.roles import CitationRef

from .places import Place, container, place_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.domain import BibtexDomain, Citation

logger = logging.getLogger(__name__)

# Looked up once: each search for a plug-in reads the metadata of all installed distributions.
PLAIN_TEXT = find_plugin("pybtex.backends", "plaintext")()


class WorkLinkDomain(Domain):
    """Data `places`: document name → its citations in the order of the document.

    Two kinds of `pending_xref` are resolved: `src`, from the citation to the entry, and `place`,
    back from the entry.
    """

    name = "citing"
    label = "Citations"
    data_version = 1
    initial_data: ClassVar[dict[str, Any]] = {"places": {}}

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self._citations: dict[str, Citation] | None = None
        self._tooltips: dict[str, str] = {}

    @property
    def places(self) -> dict[str, list[Place]]:
        """By document the places that cite a work."""
        return cast("dict[str, list[Place]]", self.data["places"])

    @property
    def engine(self) -> BibtexDomain:
        """The domain of sphinxcontrib-bibtex, which owns entries and citations."""
        return cast("BibtexDomain", self.env.get_domain("cite"))

    def clear_doc(self, docname: str) -> None:
        """Forget the places of a document."""
        self.places.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over the places that another process has read."""
        for docname in docnames:
            if docname in otherdata["places"]:
                self.places[docname] = otherdata["places"][docname]

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Note the place of every citation; ids of the places follow the note or paragraph.

        The engine is told which works the document cites, and in which order, at one go: for each
        entry it goes through all that it was told.
        """
        places = []
        for node in citations_in(document):
            element = container(node)
            target = self._identify(document, element, node)
            places.append(Place(node["reftarget"], node["locator"], target, place_name(element)))
        if places:
            self.places[docname] = places
            targets = [CitationTarget(place.key, "", place.locator) for place in places]
            self.engine.citation_refs.append(CitationRef(places[0].target, docname, 0, targets))

    @staticmethod
    def _identify(
        document: nodes.document, element: nodes.Element | None, node: nodes.Element
    ) -> str:
        """Give `node` the id `n119-3-src1`: the first citation in note n119-3."""
        stem = f"{element['ids'][0]}-src" if element is not None and element["ids"] else "src"
        number = 1
        while (target := f"{stem}{number}") in document.ids:
            number += 1
        node["ids"] = [target]
        document.ids[target] = node
        return target

    # After all documents are read

    def reset(self) -> None:
        """Forget what was derived from the citations of the engine."""
        self._citations = None
        self._tooltips.clear()

    def citation(self, key: str) -> Citation | None:
        """The engine's citation of `key` that a link can go to."""
        if self._citations is None:
            bibliographies = self.engine.bibliographies
            self._citations = {
                citation.key: citation
                for citation in self.engine.citations
                if bibliographies[citation.bibliography_key].list_ == "citation"
            }
        return self._citations.get(key)

    def tooltip(self, citation: Citation) -> str:
        """The formatted entry as plain text."""
        if citation.key not in self._tooltips:
            self._tooltips[citation.key] = citation.formatted_entry.text.render(PLAIN_TEXT)
        return self._tooltips[citation.key]

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: addnodes.pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """The link to a work, or back to a place that cites it."""
        if typ == "place":
            docname = node["docname"]
            return link(builder, fromdocname, docname, target, contnode)
        if citation := self.citation(target):
            docname = citation.bibliography_key.docname
            anchor = citation.citation_id
            if typ != "src":
                return link(builder, fromdocname, docname, anchor, contnode)
            title = self.tooltip(citation)
            reference = link(builder, fromdocname, docname, anchor, contnode, title)
            reference["classes"].append("src")
            return reference
        if target in self.engine.bibdata.data.entries:
            problem = "no bibliography lists the work %r"
        else:
            problem = "no entry for the work %r in the bibliography files"
        logger.warning(problem, target, location=node, type="work_links", subtype="unknown_key")
        # The warning is given; an element of our own keeps Sphinx from giving a second.
        return cast("nodes.reference", contnode)

    def resolve_any_xref(self, *_args: Any) -> list[tuple[str, nodes.reference]]:
        """Nothing: no reference of unknown kind is to a work."""
        return []


def link(
    builder: Builder,
    fromdocname: str,
    todocname: str,
    anchor: str,
    content: nodes.Node,
    title: str | None = None,
) -> nodes.reference:
    """As Sphinx's `make_refnode`; also right where one page holds all documents.

    There (singlehtml) the address of a document is a fragment, and a second one may not follow.
    """
    reference = make_refnode(builder, fromdocname, todocname, anchor, content, title)
    uri = reference.get("refuri", "")
    if uri.startswith("#") and anchor:
        reference["refuri"] = f"#{anchor}"
    return reference


def citations_in(document: nodes.document) -> Iterator[addnodes.pending_xref]:
    """The citations of `document`, in its order."""
    for node in document.findall(addnodes.pending_xref):
        if node["refdomain"] == WorkLinkDomain.name and node["reftype"] == "src":
            yield node


def work_link_domain(env: BuildEnvironment) -> WorkLinkDomain:
    """The domain of this environment."""
    return cast("WorkLinkDomain", env.get_domain(WorkLinkDomain.name))
