"""Publication Manual of the American Psychological Association, 7th edition (2020), chapters 8–10.

The reference list never names a page of the text; a place is cited in the text, so that a
citation of a place is the reference and, on a second line, the parenthetical citation.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..places import Place
from ..work import Date, Work
from .typography import (
    MONTHS,
    and_list,
    full_pages,
    initials,
    italic,
    joined,
    page_label,
    quoted,
    sentence,
)


def cite(work: Work, locator: str = "") -> str:
    """The reference; with a locator also the citation in the text."""
    reference = _reference(work)
    return f"{reference}\n{_in_text(work, locator)}" if locator else reference


def locate(place: Place) -> str:
    """pp. 119–120, para. p119-2 (8.13)."""
    pages = f"{page_label(place.pages)} {full_pages(place.pages)}" if place.pages else ""
    paragraph = f"para. {place.paragraph}" if place.paragraph else ""
    return joined([pages, paragraph])


def _reference(work: Work) -> str:
    source = _SOURCES.get(work.type, _page)(work)
    date = f"({_date(work)})."
    title = italic(work.get("title")) if work.type in _STANDS_ALONE else work.get("title")
    authors = _people([initials(name) for name in work.people("author")])
    editors = [initials(name) for name in work.people("editor")]
    if not authors and work.type == "book" and editors:
        authors = f"{_people(editors)} ({'Ed' if len(editors) == 1 else 'Eds'}.)"
    if work.type == "book":
        title += _version(work)
    if translators := [initials(n, inverted=False) for n in work.people("translator")]:
        title += f" ({and_list(translators, '&')}, Trans.)"
    lead = [sentence(authors), date, sentence(title)] if authors else [sentence(title), date]
    original = work.date("original-date")
    remark = f"(Original work published {original.year})" if original else ""
    url = work.get("URL")  # no full stop after an address (9.35)
    return joined([*lead, sentence(source) if source else "", url, remark], " ")


def _date(work: Work) -> str:
    """2024; 2025, November 4; n.d. (9.14, 9.17): the day only where the source is not a serial."""
    date = work.date("issued")
    if not date or not date.start:
        return date.literal if date else "n.d."
    year, *rest = date.start
    if work.type in _YEAR_ONLY or len(date.parts) > 1 or not rest:
        return date.year
    day = f" {rest[1]}" if len(rest) > 1 else ""
    return f"{year}, {MONTHS[rest[0] - 1]}{day}"


def _in_text(work: Work, locator: str) -> str:
    """(张雪, 2024/2026, p. 119); a work without author by its title in quotation marks (8.14)."""
    people = work.people("author") or (work.people("editor") if work.type == "book" else ())
    names = [name.full if name.is_han else name.literal or name.family for name in people]
    if names:
        who = f"{names[0]} et al.," if len(names) > 2 else f"{' & '.join(names)},"
    elif work.type in _STANDS_ALONE:
        who = f"{italic(work.get('title'))},"
    else:
        who = quoted(work.get("title"), ",")
    return f"({who} {_years(work)}, {locator})"


def _years(work: Work) -> str:
    """2011/2026 for a republished work (8.15)."""
    dates: list[Date | None] = [work.date("original-date"), work.date("issued")]
    return joined([date.year for date in dates if date], "/") or "n.d."


def _article(work: Work) -> str:
    volume, issue = italic(work.get("volume")), work.get("issue")
    number = f"{volume}({issue})" if issue else volume
    pages = full_pages(work.get("page"))
    return joined([italic(work.get("container-title")), number, pages])


def _chapter(work: Work) -> str:
    editors = [initials(name, inverted=False) for name in work.people("editor")]
    role = "(Ed.)" if len(editors) == 1 else "(Eds.)"
    edited = f"{and_list(editors, '&')} {role}, " if editors else ""
    pages = work.get("page")
    where = joined([f"pp. {full_pages(pages)}" if pages else "", _version(work).strip(" ()")])
    book = f"In {edited}{italic(work.get('container-title'))}" + (f" ({where})" if where else "")
    return joined([book, work.get("publisher")], ". ")


def _page(work: Work) -> str:
    return work.get("container-title") or work.get("publisher")


def _nothing(work: Work) -> str:
    return work.get("publisher")


def _version(work: Work) -> str:
    version = work.get("version")
    return f" (Version {version})" if version else ""


def _people(names: Sequence[str]) -> str:
    """a; a, & b; twenty names at most, then an ellipsis and the last (9.8).

    The comma before & belongs to inverted names: 李超 & 杨恕.
    """
    if len(names) > 20:
        return f"{', '.join(names[:19])}, . . . {names[-1]}"
    if len(names) == 2 and "," in names[0]:
        return f"{names[0]}, & {names[1]}"
    return and_list(names, "&")


_SOURCES = {
    "article-journal": _article,
    "article-magazine": _article,
    "article-newspaper": _article,
    "chapter": _chapter,
    "book": _nothing,
}
_STANDS_ALONE = {"book", "report", "thesis", "webpage", "document"}
_YEAR_ONLY = {"article-journal", "chapter", "book", "thesis"}
