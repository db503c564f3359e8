"""Forms of citation in English notes (and other western ones that are punctuated alike)."""

import re

from converters.citations.forms import Draft, Form, has_day, is_document
from converters.citations.names import is_person

_REPORT = re.compile(
    r"\b(?:Working|Policy|Discussion|Occasional|Research|Issue|White|Background|Strategy|Briefing|"
    r"Technical)\s(?:Papers?|Briefs?|Reports?|Notes?)\b|\b(?:Policy|Strategic)\s(?:Brief|Update)|"
    r"\bBrief(?:ing)?s?$|\bReports?$|\bPapers?$|\bMemo(?:randum)?s?$|\bReport\s(?:to|for)\b"
)
_NEWSPAPER = re.compile(
    r"\b(?:Times|Post|News|Daily|Herald|Tribune|Gazette|Guardian|Telegraph|Economist|Observer|"
    r"Independent|Chronicle|Newspaper|Weekly|Today|Newsweek|TIME|Xinhua|Reuters|Bloomberg|CNN|BBC|"
    r"Globe|Mail|Sun|Star|Standard|Wall Street Journal|Monitor|Politico|Axios|Правда|Известия)\b"
)
_MEETING = re.compile(
    r"\b(?:Proceedings|Conference|Symposium|Workshop|Congress|Seminar|Colloquium)\b"
)
_SCHOOL = re.compile(
    r"\b(?:University|College|School of|Institute of Technology|Universität|Université)\b"
)


def _text(draft: Draft, number: int = 0) -> str:
    texts = draft.texts()
    return texts[number] if len(texts) > number else ""


def _is_report(draft: Draft) -> bool:
    return bool(_REPORT.search(_text(draft)))


def _is_newspaper(draft: Draft) -> bool:
    return bool(_NEWSPAPER.search(_text(draft))) and has_day(draft)


def _is_meeting(draft: Draft) -> bool:
    return any(_MEETING.search(text) for text in draft.texts())


def _is_thesis_place(draft: Draft) -> bool:
    return bool(draft.author) and bool(_SCHOOL.search(_text(draft))) and not has_day(draft)


def _is_titled(draft: Draft) -> bool:
    """The first unnamed part is a title in capitals, not a sentence."""
    words = [w for w in _text(draft).split() if len(w) > 3]
    return bool(words) and sum(w[0].isupper() or w[0].isdigit() for w in words) >= len(words) * 0.6


def _is_document_title(draft: Draft) -> bool:
    return _is_titled(draft) and is_document(_text(draft))


def _is_authored(draft: Draft) -> bool:
    return bool(draft.author)


_QUOTED = "quoted|angle"

EN = (
    Form("en-thesis", "Jane Doe, “Mongolia between Powers,” PhD dissertation, Harvard University, 2010, p. 86.", "thesis",
         _QUOTED, ["thesis"], ["url"], ["institution?"], language="en|ru"),
    Form("en-conference", "Jane Doe, “The Third Neighbor,” paper presented at the ISA Annual Convention, San Diego, April 1-4, 2012, p. 5.",
         "unpublished", _QUOTED, ["conference"], ["container"], ["venue?", "note?"], language="en|ru"),
    Form("en-archive", "Memorandum of Conversation, “Mongolian UN Membership,” October 5, 1961, National Archives, RG 59, Box 3, p. 2.",
         "unpublished", _QUOTED, ["archive|archivenumber"], ["container"], ["library?", "note?"], language="en|ru"),
    Form("en-chapter", "Jane Doe, “Steppe Diplomacy,” in John Roe, ed., Inner Asia (London: Routledge, 2005), pp. 20-31.",
         "incollection", _QUOTED, ["in", "imprint|press|editor|date"], ["number"],
         ["booktitle?", "publisher?"], "booktitle", "en|ru"),
    Form("en-proceedings", "Khumbagyn Olzvoy, “Mongolia’s Transition,” Regional Economic Cooperation, Proceedings of the Yongpyeong "
         "Conference (Yongpyeong, South Korea: September 26-28, 1993), pp. 215-216.",
         "inproceedings", _QUOTED, [], ["number", "volume", "url", "in"], ["booktitle", "eventtitle?"], language="en|ru", when=_is_meeting),
    Form("en-report", "Alan M. Wachman, “Mongolia’s Geopolitical Gambit,” EAI Fellows Program Working Paper Series, No. 18, May 2009, p. 18.",
         "report", _QUOTED, ["date"], ["volume"], ["type", "institution?"], language="en|ru", when=_is_report),
    Form("en-report", "Jane Doe, “Risks,” CSIS Working Paper Series, No. 3, May 2009, p. 18.",
         "report", _QUOTED, ["series"], ["volume", "in"], ["institution?"], language="en|ru"),
    Form("en-newspaper", "“Emmanuel Macron Warns Europe,” The Economist, November 7, 2019, https://www.economist.com/a.",
         "article", _QUOTED, ["date"], ["in"], ["journaltitle"], language="en", when=_is_newspaper,
         extra={"entrysubtype": "newspaper"}),
    Form("en-journal", "Jagannath P. Panda, “Beijing’s Perspective,” Asian perspective, No. 36, 2012, p. 508.", "article",
         _QUOTED, ["number|volume|issue"], ["in"], ["journaltitle", "location?"], language="en"),
    Form("en-school", "Jeffrey Reeves, “Mongolian State Weakness,” The London School of Economics and Political Science, January 2010, p. 86.",
         "thesis", _QUOTED, ["date"], ["url", "in"], ["institution", "institution?"], language="en|ru", when=_is_thesis_place),
    Form("en-journal-year", "Aylin Ünverno, “Iran and the Shanghai Cooperation Organization,” Perception, 2006, pp. 79-104.", "article",
         _QUOTED, ["date", "locator"], ["in", "url", "press"], ["journaltitle"], language="en|ru"),
    Form("en-web", "Sandor Fabian, “Resilience and Resistance in NATO,” Irregular Warfare Center, February 1, 2023, https://example.org/a.pdf.",
         "online", _QUOTED, ["url"], ["in"], ["organization?", "note?"], language="en|ru"),
    Form("en-press-article", "Jane Doe, “Mongolia Looks North,” Jamestown Foundation, March 5, 2014.", "misc", _QUOTED,
         ["date"], ["in", "press"], ["organization", "note?"], language="en"),
    Form("en-book-quoted", "Jane Doe, “Inner Asia,” London: Routledge, 2005, p. 20.", "book", _QUOTED,
         ["press|imprint"], ["in", "number"], ["publisher?"], language="en|ru"),
    Form("en-dated", "Council of the European Union, “European Union Hybrid Exercise Multilayer 18,” October 26, 2018.", "misc",
         _QUOTED, ["date"], ["in"], [], language="en|ru"),
    Form("en-short", "Campi, “Mongolia in Northeast Asia,” p. 52.", "misc", _QUOTED, [],
         ["date", "press", "url", "number", "volume", "imprint", "container"], [], language="en|ru", naming="short"),
    Form("en-document-in-journal", "Joint Russia-Mongolian Statement, The Mongolian Journal of International Affairs, No. 12, 2005, p. 110.",
         "article", "plain", ["number|volume|issue", "date"], ["in", "press"], ["title", "journaltitle"], language="en|ru", when=_is_titled),
    Form("en-document-version", "Mongolia-European Community Strategy Paper 2007-2013, Version: SP Mongolia EN-23-02-2007-final.",
         "report", "plain", ["version"], ["in"], ["title"], language="en|ru", when=_is_titled),
    Form("en-web-plain", "Ulan Bator Forum I, Mongolian Research Development Center, May 14, 2013, http://www.mdrc.mn/ub-forums.",
         "online", "plain", ["url"], ["in", "press"], ["title", "organization?"], language="en|ru", when=_is_titled),
    Form("en-law", "Concept of National Security, Mongolia, 1994.", "legislation", "plain", ["date|locator"],
         ["in", "press", "imprint", "url", "number"], ["title", "organization?"], language="en|ru", when=_is_document_title),
    Form("en-book", "Henry A. Kissinger, Diplomacy, New York: Simon & Schuster, 1994, p. 20.", "book", "book",
         ["press|imprint"], ["number", "url"], ["publisher?", "publisher?"], language="en|ru"),
    Form("en-book-short", "Kissinger, Diplomacy, p. 21.", "book", "book", ["locator"],
         ["press", "imprint", "date", "url", "number", "volume"], [], language="en|ru", naming="short"),
)  # fmt: skip


def people_before(texts: list[str]) -> int:
    """How many of the unnamed parts at the beginning are authors; the next one is the title."""
    count = 0
    while count < len(texts) - 1 and is_person(texts[count]):
        count += 1
    return count
