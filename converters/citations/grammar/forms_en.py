"""Forms of citation in English notes (and other western ones that are punctuated alike)."""

import re

from converters.citations.grammar.documents import is_document
from converters.citations.grammar.draft import Draft, has_day, is_authored
from converters.citations.grammar.forms import Form
from converters.citations.grammar.names import is_institution
from converters.lexicon import pattern

_REPORT = re.compile(pattern("report_series", "citations"))
_NEWSPAPER, _MEETING, _SCHOOL = (
    re.compile(rf"\b{pattern(name, 'citations', group)}\b")
    for name, group in (
        ("newspapers", "word"),
        ("meetings", "volume-western"),
        ("institutions", "school"),
    )
)
_QUOTED = "quoted|angle"
_WEST = "en|ru"


def _text(draft: Draft) -> str:
    return (draft.texts() or [""])[0]


def _is_report(draft: Draft) -> bool:
    return bool(_REPORT.search(_text(draft)))


def _is_newspaper(draft: Draft) -> bool:
    return bool(_NEWSPAPER.search(_text(draft))) and has_day(draft)


def _is_meeting(draft: Draft) -> bool:
    return any(_MEETING.search(text) for text in draft.texts())


def _is_thesis_place(draft: Draft) -> bool:
    return bool(draft.author and _SCHOOL.search(_text(draft))) and not has_day(draft)


def _in_capitals(title: str) -> bool:
    """Whether a title has the capitals of one and is not a sentence (Russian has none)."""
    if re.match("[А-ЯЁ]", title):
        return True
    words = [word for word in title.split() if len(word) > 3]
    return bool(words) and sum(not word[0].islower() for word in words) >= len(words) * 0.6


def _is_titled(draft: Draft) -> bool:
    return _in_capitals(_text(draft))


def _is_short(draft: Draft) -> bool:
    return bool(draft.author) or draft.has("locator") or _in_capitals(draft.title)


def _is_document(draft: Draft) -> bool:
    return _is_titled(draft) and is_document(_text(draft))


def _is_by_body(draft: Draft) -> bool:
    return is_institution(draft.author)


def _has_year(draft: Draft) -> bool:
    return len(draft.date()) == 4


EN = (
    Form(
        "en-thesis",
        "Jane Doe, “Mongolia between Powers,” PhD dissertation, Harvard University, 2010, p. 86.",
        "thesis",
        _QUOTED,
        needs=["thesis"],
        bars=["url"],
        texts=["institution?"],
        language=_WEST,
    ),
    Form(
        "en-conference",
        "Jane Doe, “The Third Neighbor,” paper presented at the ISA Annual Convention, San "
        "Diego, April 1-4, 2012, p. 5.",
        "unpublished",
        _QUOTED,
        needs=["conference"],
        bars=["container"],
        texts=["venue?", "note?"],
        language=_WEST,
    ),
    Form(
        "en-archive",
        "Dean Rusk, “Mongolian UN Membership,” October 5, 1961, National Archives, RG 59, "
        "Box 3, p. 2.",
        "unpublished",
        _QUOTED,
        needs=["archive"],
        bars=["container"],
        texts=["note?", "note?"],
        language=_WEST,
    ),
    Form(
        "en-chapter",
        "Jane Doe, “Steppe Diplomacy,” in John Roe, ed., Inner Asia (London: Routledge, "
        "2005), pp. 20-31.",
        "incollection",
        _QUOTED,
        needs=["in", "imprint|press|editor|date"],
        bars=["number"],
        texts=["booktitle?", "publisher?"],
        container="booktitle",
        language=_WEST,
    ),
    Form(
        "en-proceedings",
        "Khumbagyn Olzvoy, “Mongolia’s Transition,” Regional Economic Cooperation, "
        "Proceedings of the Yongpyeong "
        "Conference (Yongpyeong, South Korea: September 26-28, 1993), pp. 215-216.",
        "inproceedings",
        _QUOTED,
        bars=["number", "volume", "url", "in"],
        texts=["booktitle", "eventtitle?"],
        language=_WEST,
        when=_is_meeting,
    ),
    Form(
        "en-report",
        "Alan M. Wachman, “Mongolia’s Geopolitical Gambit,” EAI Working Papers, No. 18, May "
        "2009, p. 18.",
        "report",
        _QUOTED,
        needs=["date"],
        bars=["volume", "in"],
        texts=["type", "institution?"],
        language=_WEST,
        when=_is_report,
    ),
    Form(
        "en-newspaper",
        "“Emmanuel Macron Warns Europe,” The Economist, November 7, 2019, "
        "https://www.economist.com/a.",
        "article",
        _QUOTED,
        needs=["date"],
        bars=["in", "volume"],
        texts=["journaltitle", "note?"],
        language="en",
        when=_is_newspaper,
        extra={"entrysubtype": "newspaper"},
    ),
    Form(
        "en-journal",
        "Jagannath P. Panda, “Beijing’s Perspective,” Asian perspective, No. 36, 2012, p. 508.",
        "article",
        _QUOTED,
        needs=["number|volume|issue"],
        bars=["in"],
        texts=["journaltitle", "note?"],
        language="en",
    ),
    Form(
        "en-school",
        "Jeffrey Reeves, “Mongolian State Weakness,” The London School of Economics and "
        "Political Science, "
        "January 2010, p. 86.",
        "thesis",
        _QUOTED,
        needs=["date"],
        bars=["url", "in"],
        texts=["institution", "institution?"],
        language=_WEST,
        when=_is_thesis_place,
    ),
    Form(
        "en-journal-year",
        "Aylin Ünverno, “Iran and the Shanghai Cooperation Organization,” Perception, 2006, "
        "pp. 79-104.",
        "article",
        _QUOTED,
        needs=["date", "locator"],
        bars=["in", "url", "press"],
        texts=["journaltitle"],
        language=_WEST,
    ),
    Form(
        "en-journal-imprint",
        "Jane Doe, “Buffer States,” Foreign Affairs (May 2010), pp. 20-31.",
        "article",
        _QUOTED,
        needs=["imprint", "locator"],
        bars=["in", "url", "press", "date"],
        texts=["journaltitle"],
        language=_WEST,
    ),
    Form(
        "en-web",
        "Sandor Fabian, “Resilience and Resistance in NATO,” Irregular Warfare Center, "
        "February 1, 2023, "
        "https://irregularwarfarecenter.org/a.pdf.",
        "online",
        _QUOTED,
        needs=["url"],
        bars=["in"],
        texts=["organization?", "note?"],
        language=_WEST,
    ),
    Form(
        "en-issued",
        "Jane Doe, “Mongolia Looks North,” Jamestown Foundation, March 5, 2014.",
        "misc",
        _QUOTED,
        needs=["date"],
        bars=["in", "press"],
        texts=["organization", "note?"],
        language=_WEST,
    ),
    Form(
        "en-book-quoted",
        "Jane Doe, “Inner Asia,” London: Routledge, 2005, p. 20.",
        "book",
        _QUOTED,
        needs=["press|imprint"],
        bars=["in", "number"],
        texts=["publisher?"],
        language=_WEST,
    ),
    Form(
        "en-dated",
        "Council of the European Union, “European Union Hybrid Exercise Multilayer 18,” "
        "October 26, 2018.",
        "misc",
        _QUOTED,
        needs=["date"],
        bars=["in"],
        language=_WEST,
    ),
    Form(
        "en-short",
        "Campi, “Mongolia in Northeast Asia,” p. 52.",
        "misc",
        _QUOTED,
        bars=["date", "press", "url", "number", "volume", "imprint", "container", "in"],
        language=_WEST,
        naming="short",
        when=_is_short,
    ),
    Form(
        "en-document-in-journal",
        "Joint Russia-Mongolian Statement, The Mongolian Journal of International Affairs, "
        "No. 12, 2005, p. 110.",
        "article",
        "plain",
        needs=["number|volume|issue", "date"],
        bars=["in", "press"],
        texts=["title", "journaltitle"],
        language=_WEST,
        when=_is_titled,
    ),
    Form(
        "en-document-version",
        "Mongolia-European Community Strategy Paper 2007-2013, Version: SP Mongolia "
        "EN-23-02-2007-final.",
        "report",
        "plain",
        needs=["version"],
        bars=["in"],
        texts=["title"],
        language=_WEST,
        when=_is_titled,
    ),
    Form(
        "en-web-plain",
        "Ulan Bator Forum I, Mongolian Research Development Center, May 14, 2013, "
        "http://www.mdrc.mn/ub-forums.",
        "online",
        "plain",
        needs=["url"],
        bars=["in", "press"],
        texts=["title", "organization?"],
        language=_WEST,
        when=_is_titled,
    ),
    Form(
        "en-law",
        "Concept of National Security, Mongolia, 1994.",
        "legislation",
        "plain",
        needs=["date|locator"],
        bars=["in", "press", "imprint", "url", "number"],
        texts=["title", "organization?"],
        language=_WEST,
        when=_is_document,
    ),
    Form(
        "en-report-plain",
        "Jane Doe, Revising U.S. Strategy toward Asia, Foreign Relations Special Report No. 72, "
        "March 2015, p. 5.",
        "report",
        "book",
        needs=["date"],
        bars=["press", "volume"],
        texts=["type", "institution?"],
        language=_WEST,
        when=_is_report,
    ),
    Form(
        "en-body-web",
        "U.S. Department of Defense, Indo-Pacific Strategy Report, June 1, 2019, "
        "https://media.defense.gov/a.pdf.",
        "online",
        "book",
        needs=["url"],
        bars=["number", "press", "imprint"],
        texts=["organization?"],
        language=_WEST,
        when=_is_by_body,
    ),
    Form(
        "en-body-report",
        "The White House, National Security Strategy of the United States of America, "
        "December 2017, p. 25.",
        "report",
        "book",
        needs=["date"],
        bars=["number", "press", "imprint", "url"],
        texts=["location?"],
        language=_WEST,
        when=_is_by_body,
    ),
    Form(
        "en-book",
        "Henry A. Kissinger, Diplomacy, New York: Simon & Schuster, 1994, p. 20.",
        "book",
        "book",
        needs=["press|imprint"],
        bars=["number", "url"],
        texts=["publisher?"],
        language=_WEST,
    ),
    Form(
        "en-book-year",
        "Henry A. Kissinger, Diplomacy, Simon & Schuster, 1994, p. 20.",
        "book",
        "book",
        needs=["date", "locator"],
        bars=["number", "url", "press", "imprint"],
        texts=["publisher?"],
        language=_WEST,
        when=_has_year,
    ),
    Form(
        "en-body-short",
        "World Bank, Mongolia Economic Update, p. 21.",
        "misc",
        "book",
        needs=["locator"],
        bars=["press", "imprint", "date", "url", "number", "volume"],
        language=_WEST,
        naming="short",
        when=_is_by_body,
    ),
    Form(
        "en-book-short",
        "Kissinger, Diplomacy, p. 21.",
        "book",
        "book",
        needs=["locator"],
        bars=["press", "imprint", "date", "url", "number", "volume"],
        language=_WEST,
        naming="short",
        when=is_authored,
    ),
)
