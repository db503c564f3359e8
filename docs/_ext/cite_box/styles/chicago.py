"""The Chicago Manual of Style, 18th edition (2024), full note (chapters 13 and 14).

A note is a sentence of its own: author, “title,” container, facts of publication in parentheses,
place in the work, address.
"""

from __future__ import annotations

from ..places import Place
from ..work import Work
from .typography import (
    american_date,
    and_list,
    chicago_pages,
    italic,
    joined,
    quoted,
    sentence,
)


def cite(work: Work, locator: str = "") -> str:
    """The full note; `locator` stands where Chicago puts the page."""
    return sentence(_FORMS.get(work.type, _page)(work, locator))


def locate(place: Place) -> str:
    """119–20, par. p119-2."""
    paragraph = f"par. {place.paragraph}" if place.paragraph else ""
    return joined([chicago_pages(place.pages), paragraph])


def _authors(work: Work) -> str:
    names = [name.full for name in work.people("author")]
    return f"{names[0]} et al." if len(names) > 3 else and_list(names)


def _lead(work: Work) -> str:
    return joined([_authors(work), quoted(work.get("title"), ",")])


def _issued(work: Work) -> str:
    date = work.date("issued")
    return american_date(date) if date else ""


def _article(work: Work, locator: str) -> str:
    """Author, “Title,” *Journal* 9, no. 5 (2024): 119–37, URL (14.67–14.86).

    A month stands in for the number of an issue that is not known.
    """
    volume, issue, date = work.get("volume"), work.get("issue"), work.date("issued")
    container = joined([italic(work.get("container-title")), volume], " ")
    number = f"no. {issue}" if issue else ""
    year = date and (date.year if issue else american_date(date, day=False))
    place = joined([container, number]) + (f" ({year})" if year else "")
    pages = locator or chicago_pages(work.get("page"))
    place = f"{place}: {pages}" if pages else place
    return joined([f"{_lead(work)} {place}", work.get("URL")])


def _periodical(work: Work, locator: str) -> str:
    """Author, “Title,” *Magazine*, November 4, 2025, URL (14.87–14.102)."""
    facts = [italic(work.get("container-title")), _issued(work), locator, work.get("URL")]
    return f"{_lead(work)} {joined(facts)}"


def _page(work: Work, locator: str) -> str:
    """“Title,” Site, January 12, 2022, URL (14.103–14.109)."""
    site = work.get("container-title") or work.get("publisher")
    facts = joined([site, _issued(work), locator, work.get("URL")])
    return (
        f"{_lead(work)} {facts}" if facts else joined([_authors(work), quoted(work.get("title"))])
    )


def _chapter(work: Work, locator: str) -> str:
    """Author, “Title,” in *Book*, ed. Editor, version 1.0.0 (2011; Press, 2026), 45, URL (14.8).

    The date of the original stands before that of the republication (14.16).
    """
    book = joined([italic(work.get("container-title")), _editors(work), _version(work)])
    translators = and_list([name.full for name in work.people("translator")])
    translated = f"trans. {translators}" if translators else ""
    facts = joined([translated, f"in {book}{_years(work)}", locator, work.get("URL")])
    return f"{_lead(work)} {facts}"


def _book(work: Work, locator: str) -> str:
    """Author, *Book*, version 1.0.0 (2026), 45, URL; the editors first where there is no author."""
    editors = [name.full for name in work.people("editor")]
    role = "ed." if len(editors) < 2 else "eds."
    lead = _authors(work) or (f"{and_list(editors)}, {role}" if editors else "")
    editors_after = _editors(work) if work.people("author") else ""
    title = joined([lead, italic(work.get("title")), editors_after, _version(work)])
    return joined([f"{title}{_years(work)}", locator, work.get("URL")])


def _editors(work: Work) -> str:
    names = [name.full for name in work.people("editor")]
    return f"ed. {and_list(names)}" if names else ""


def _version(work: Work) -> str:
    version = work.get("version")
    return f"version {version}" if version else ""


def _years(work: Work) -> str:
    original, issued = work.date("original-date"), work.date("issued")
    imprint = joined([work.get("publisher"), issued.year if issued else ""])
    facts = joined([original.year if original else "", imprint], "; ")
    return f" ({facts})" if facts else ""


_FORMS = {
    "article-journal": _article,
    "article-magazine": _periodical,
    "article-newspaper": _periodical,
    "chapter": _chapter,
    "book": _book,
}
