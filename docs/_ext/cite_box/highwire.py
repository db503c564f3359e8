"""Tags in the head of a page that reference managers and scholarly search engines read.

Highwire Press tags as Zotero's "Embedded Metadata" translator and Google Scholar's inclusion
guidelines (https://scholar.google.com/intl/en/scholar/inclusion.html) name them; what a newspaper
or a site is called has no such tag but PRISM's, which Zotero reads too. A publication is described
as it first was. A text that is nobody's article, a summary by a machine or a
translation, is described as a web page: `z:itemType` is what Zotero's translator asks first.
"""

from __future__ import annotations

from collections.abc import Iterator

from converters.schema.genres import Genre

from .work import Work

Tag = tuple[str, str]


def publication_tags(work: Work, genre: Genre, *, url: str, pdf: str) -> Iterator[Tag]:
    """(name, content) of each tag of a publication; `url` and `pdf` absolute or ""."""
    yield "citation_title", work.get("title")
    for name in work.people("author"):
        yield "citation_author", name.inverted
    if date := work.date("issued"):
        yield "citation_publication_date", date.iso.replace("-", "/")
    first, _, last = work.get("page").partition("-")
    yield from _known(
        (genre.terms.container_tag, work.get(genre.terms.container_variable)),
        ("citation_issn", work.get("ISSN")),
        ("citation_volume", work.get("volume")),
        ("citation_issue", work.get("issue")),
        ("citation_firstpage", first),
        ("citation_lastpage", last),
        ("citation_doi", work.get("DOI")),
        ("citation_language", work.get("language")),
        ("citation_keywords", work.get("keyword").replace(", ", "; ")),
        ("citation_abstract", work.get("abstract")),
        ("citation_public_url", url),
        ("citation_pdf_url", pdf),
    )
    yield "z:itemType", genre.terms.zotero


def web_tags(work: Work, *, url: str, pdf: str) -> Iterator[Tag]:
    """(name, content) of each tag of a text that is cited as a web page."""
    yield "citation_title", work.get("title")
    for name in work.people("author"):
        yield "citation_author", name.inverted
    if date := work.date("issued"):
        yield "citation_publication_date", date.iso.replace("-", "/")
    yield from _known(
        ("citation_language", work.get("language")),
        ("citation_public_url", url),
        ("citation_pdf_url", pdf),
    )
    yield "z:itemType", "webpage"


def site_properties(site: str) -> list[Tag]:
    """Open Graph properties that name the site of a web page; an extension may give them too."""
    return [("og:type", "website"), ("og:site_name", site)]


def _known(*tags: Tag) -> Iterator[Tag]:
    return (tag for tag in tags if tag[1])
