"""MLA Handbook, 9th edition (2021), chapters 5 and 6: works cited by the template of elements.

The list names no page of the text; a place is cited in the text, so that a citation of a place is
the entry and, on a second line, the parenthetical citation.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..places import Place
from ..work import Name, Work
from .typography import (
    MONTHS,
    and_list,
    italic,
    joined,
    mla_pages,
    page_label,
    quoted,
    sentence,
)

# May, June and July are never shortened (MLA Handbook, 9th ed., appendix 1.1).
_SHORT = [
    month if len(month) < 5 else "Sept." if month == "September" else f"{month[:3]}."
    for month in MONTHS
]


def cite(work: Work, locator: str = "") -> str:
    """The entry of the list of works cited; with a locator also the citation in the text."""
    entry = _entry(work)
    return f"{entry}\n{_in_text(work, locator)}" if locator else entry


def locate(place: Place) -> str:
    """119–20, par. p119-2 (6.16, 6.18)."""
    paragraph = f"par. {place.paragraph}" if place.paragraph else ""
    return joined([mla_pages(place.pages), paragraph])


def _entry(work: Work) -> str:
    if work.type == "book":
        return _book(work)
    title = quoted(work.get("title"), ".")
    translators = and_list([name.full for name in work.people("translator")])
    translated = f"Translated by {translators}." if translators else ""
    original = work.date("original-date")
    before = sentence(original.year) if original else ""
    author = sentence(_people(work.people("author")))
    return joined([author, title, translated, before, sentence(_container(work))], " ")


def _book(work: Work) -> str:
    """Editors, editors. *Title*. Version 1.0.0, 2026, URL."""
    lead = _people(work.people("author"))
    if not lead and (editors := work.people("editor")):
        lead = f"{_people(editors)}, {'editor' if len(editors) == 1 else 'editors'}"
    version = work.get("version")
    facts = [f"Version {version}" if version else "", work.get("publisher"), _date(work)]
    rest = joined([*facts, work.get("URL")])
    return joined([sentence(lead), sentence(italic(work.get("title"))), sentence(rest)], " ")


def _container(work: Work) -> str:
    volume, issue, pages = work.get("volume"), work.get("issue"), work.get("page")
    container, publisher = work.get("container-title"), work.get("publisher")
    version = work.get("version")
    editors = [name.full for name in work.people("editor")]
    elements = [
        italic(container or publisher),
        f"edited by {and_list(editors)}" if editors else "",
        f"version {version}" if version else "",
        f"vol. {volume}" if volume else "",
        f"no. {issue}" if issue else "",
        publisher if container else "",
        _date(work),
        f"{page_label(pages)} {mla_pages(pages)}" if pages else "",
        work.get("URL"),
    ]
    return joined(elements)


def _people(names: Sequence[Name]) -> str:
    """Campi, Alicia; 李超 and 杨恕; Campi, Alicia, and Pan Guang; Campi, Alicia, et al. (5.6)."""
    if not names:
        return ""
    first, *others = names
    lead = first.full if first.is_han else first.inverted
    if len(others) > 1:
        return f"{lead}, et al."
    if not others:
        return lead
    return f"{lead}{',' if ',' in lead else ''} and {others[0].full}"


def _in_text(work: Work, locator: str) -> str:
    """(张雪 119); a work without author by its title (6.2–6.10)."""
    people = work.people("author") or (work.people("editor") if work.type == "book" else ())
    names = [_surname(name) for name in people]
    who = f"{names[0]} et al." if len(names) > 2 else and_list(names)
    who = who or quoted(work.get("title"))
    comma = "," if locator.startswith("par.") else ""
    return f"({who}{comma} {locator})"


def _surname(name: Name) -> str:
    return name.full if name.is_han else name.literal or name.family


def _date(work: Work) -> str:
    """4 Nov. 2025; Nov. 2025 for an issue of a journal; 2025 for a book (5.68–5.82)."""
    date = work.date("issued")
    if date is None:
        return ""
    if work.type not in _PARTS_OF_DATE or not date.start or len(date.parts) > 1:
        return date.year
    year, *rest = date.start[: _PARTS_OF_DATE[work.type]]
    day = f"{rest[1]} " if len(rest) > 1 else ""
    return f"{day}{_SHORT[rest[0] - 1]} {year}" if rest else str(year)


#: How much of a date is said, by type: year and month, or year, month and day.
_PARTS_OF_DATE = {
    "article-journal": 2,
    "article-magazine": 3,
    "article-newspaper": 3,
    "webpage": 3,
}
