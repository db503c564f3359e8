"""What a reading system must know of a page, said in the page.

Each rule takes the tree of a page and changes it in place. The words of the text stay as they are;
only marks of the edition are written out (page numbers in brackets, the printed mark of a note),
because a reading app may apply no style sheet at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from .xhtml import parse, serialise, text_of, with_class, with_role

TYPE = "epub:type"
LANGUAGE = "xml:lang"

# Parts of a book in EPUB Structural Semantics that DPUB-ARIA 1.1 has a role for, and their place.
FRONT = {"acknowledgments", "dedication", "epigraph", "foreword", "introduction", "preface"}
BODY = {"chapter", "conclusion", "epilogue", "part", "prologue"}
BACK = {"afterword", "appendix", "bibliography", "colophon", "credits", "glossary", "index"}


@dataclass(frozen=True)
class Part:
    """What a page is in the book: a type of the EPUB structural semantics vocabulary."""

    type: str

    @property
    def role(self) -> str:
        """The DPUB-ARIA role of the part; empty where that vocabulary has none."""
        return f"doc-{self.type}" if self.type in FRONT | BODY | BACK else ""

    @property
    def matter(self) -> str:
        """Division of the book: `frontmatter`, `bodymatter` or `backmatter`."""
        if self.type in FRONT:
            return "frontmatter"
        return "backmatter" if self.type in BACK else "bodymatter"


def finish(body: str, part: Part, *, kind: str = "", heading: str = "") -> str:
    """`body` with all that EPUB adds.

    `kind`, the nature of a text, becomes a class of its section; `heading`, if given, stands in
    place of the heading of the page. Raises `xml.parsers.expat.ExpatError` where the body is not
    well-formed.
    """
    page = parse(body)
    for rule in RULES:
        rule(page)
    section = page.find("section")
    if section is not None:
        name_part(section, part, kind)
        title = section.find("h1")
        if heading and title is not None:
            del title[:]
            title.text = heading
    return serialise(page)


def name_part(section: Element, part: Part, kind: str) -> None:
    """The section that is the whole page says which part of the book it is."""
    section.set(TYPE, part.type)
    if part.role:
        section.set("role", part.role)
    if kind:
        section.set("class", f"{section.get('class', '')} text-{kind}".strip())


def languages(page: Element) -> None:
    """XML tools look for `xml:lang`, HTML tools for `lang`: EPUB 3.3 wants the two alike."""
    for element in page.iter():
        if language := element.get("lang") or element.get(LANGUAGE):
            element.set("lang", language)
            element.set(LANGUAGE, language)


def note_references(page: Element) -> None:
    """With `noteref` a reading app shows the note in place."""
    for reference in with_role(page, "doc-noteref"):
        reference.set(TYPE, "noteref")


def notes(page: Element) -> None:
    """Notes are named for pop-ups, and carry the printed mark.

    They become `div`, for Apple Books hides an `aside` that is a footnote, and with it every place
    that the bibliography links to.
    """
    for note in with_role(page, "doc-footnote"):
        note.tag = "div"
        note.set(TYPE, "footnote")
        if printed := note.get("data-printed"):
            mark = Element("span", {"class": "printed-mark"})
            mark.text = printed
            label = note.find("span[@class='label']")
            mark.tail = label.tail if label is not None else "\n"
            note.insert(0 if label is None else 1, mark)
            if label is not None:
                label.tail = " "
        for name in [name for name in note.keys() if name.startswith("data-")]:  # noqa: SIM118
            del note.attrib[name]


def page_breaks(page: Element) -> None:
    """Pages of the source, written 〔119〕.

    The page on which a text opens is no break of the text, but what EPUB calls a page break is the
    mark of where a page begins, and the page list may lead to nothing else.
    """
    for milestone in with_class(page, "page-milestone"):
        name = milestone.attrib.pop("title", "") or milestone.get("aria-label", "")
        number = text_of(milestone)
        del milestone[:]
        milestone.text = f"〔{number}〕"
        milestone.attrib |= {TYPE: "pagebreak", "role": "doc-pagebreak", "aria-label": name}


def headings(page: Element) -> None:
    """Headings that are none in HTML's outline of the site are headings in a book."""
    for heading in with_role(page, "heading"):
        heading.tag = f"h{heading.attrib.pop('aria-level', '2')}"
        del heading.attrib["role"]


def apparatus(page: Element) -> None:
    """Each part of the apparatus becomes a section; abstract and notes say what they are."""
    for parent in list(page.iter()):
        rubrics = [child for child in parent if is_rubric(child)]
        for rubric in rubrics:
            enclose(parent, rubric)


def is_rubric(element: Element) -> bool:
    """Whether the element is a rubric of the apparatus."""
    return {"apparatus", "rubric"} <= set(element.get("class", "").split())


def enclose(parent: Element, rubric: Element) -> None:
    """Put `rubric` and what belongs to it into a section of its own."""
    name = rubric.get("id", "")
    start = list(parent).index(rubric)
    members = [rubric]
    for sibling in list(parent)[start + 1 :]:
        classes = sibling.get("class", "").split()
        if is_rubric(sibling) or sibling.tag == "section":
            break
        # The text may follow upon its abstract without a heading of its own.
        if name == "abstract" and "abstract" not in classes:
            break
        members.append(sibling)
    section = Element("section", {"class": f"apparatus-{name}"} if name else {})
    if named := SECTIONS.get(name):
        section.attrib |= {TYPE: named, "role": f"doc-{named}"}
    section.text, section.tail = "\n", "\n"
    section.extend(members)
    for member in members:
        parent.remove(member)
    parent.insert(start, section)


SECTIONS = {"abstract": "abstract", "notes": "endnotes"}


def bibliography_roles(page: Element) -> None:
    """docutils marks citations with roles that ARIA deprecates and that fit no list of theirs."""
    for entry in list(with_role(page, "doc-biblioentry")):
        del entry.attrib["role"]
    for listing in with_class(page, "citation-list"):
        listing.attrib.pop("role", None)
        listing.attrib |= {TYPE: "bibliography", "role": "doc-bibliography"}


def links(page: Element) -> None:
    """Tooltips are for pointers: in a book they would be read aloud after every link."""
    for link in page.iter("a"):
        link.attrib.pop("title", None)


def field_names(page: Element) -> None:
    """The colon after the name of a field is Chinese, like all around it."""
    for colon in with_class(page, "colon"):
        colon.text = "："


def empty_wrappers(page: Element) -> None:
    """Where a hidden table of contents stood, nothing is left."""
    for parent in list(page.iter()):
        for child in list(parent):
            if re.search(r"\btoctree-wrapper\b", child.get("class", "")) and not len(child):
                parent.remove(child)


Rule = Callable[[Element], None]
RULES: Iterable[Rule] = (
    languages,
    note_references,
    notes,
    page_breaks,
    headings,
    apparatus,
    bibliography_roles,
    links,
    field_names,
    empty_wrappers,
)
