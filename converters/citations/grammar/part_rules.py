"""How each part of a citation looks, in any of the languages. One rule, one kind of part.

Named groups are the biblatex fields that the part gives. At each place the first rule that fits
decides, so that a rule stands before the more general ones.
"""

import re
from dataclasses import dataclass

from converters.characters import HAN
from converters.citations.grammar import locators
from converters.dates import DATE as D
from converters.lexicon import pattern


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of part and its pattern."""

    kind: str
    pattern: re.Pattern[str]


def _rule(kind: str, *pattern: str) -> Rule:
    return Rule(kind, re.compile("".join(pattern)))


YEAR = r"(?:1[5-9]|20)\d\d"
_RANGE = r"\d+(?:\s?[-–—/、～]\s?\d+)*"
_COUNT = r"[\d一二三四五六七八九十百]+(?:[-—、]\d+)?"
_STOP = r"(?=[,，.。;；)）:：\s\[]|$)"
_HAN_PRESS = pattern("publishers", "citations", "ending")
_WEST_PRESS = pattern("publishers", "citations", "word")
_CITY, _STATE, _CITY_ABBREVIATED = (
    pattern("publishing_places", "citations", group) for group in ("place", "state", "abbreviated")
)
_ARCHIVE = pattern("archives", "citations", ("noun", "name"))
_SHELFMARK_HAN, _SHELFMARK, _SHELFMARK_RUSSIAN = (
    pattern("archives", "citations", group)
    for group in ("shelfmark-han", "shelfmark", "shelfmark-russian")
)
_VISITED, _VISITED_WESTERN, _VISITED_RUSSIAN = (
    pattern("visits", "citations", group) for group in ("han", "western", "russian")
)
_DEGREE_HAN, _THESIS_HAN, _DEGREE, _THESIS = (
    pattern("theses", "citations", group) for group in ("degree-han", "kind-han", "degree", "kind")
)
_UNIVERSITY_HAN, _UNIVERSITY = (
    pattern("institutions", "citations", group)
    for group in ("degree-granting", "degree-granting-western")
)
_GATHERING, _GIVEN, _GIVEN_AT, _CONTRIBUTION, _CONTRIBUTED = (
    pattern("meetings", "citations", group)
    for group in ("gathering", "given", "given-at", "contribution", "contributed")
)
_REVISED, _REVISION, _PUBLISHED = (
    pattern("editions", "citations", group) for group in ("revised", "revision", "published")
)
_EDITOR = pattern("roles", "citations", ("editor", "editor-after-title"))
_TRANSLATOR = pattern("roles", "citations", "translator")
_IN = pattern("provenance", "citations", "in")
_SITE = pattern("site_names", "citations", "container")
_UP = "A-ZÀ-ÖØ-ÞĀ-Ž"
_PERSON = rf"[{_UP}][\w.’'-]*(?:\s[\w.’'-]+){{1,4}}?"
_INITIALS = r"(?:[А-ЯЁ]\.\s?){1,2}"

#: Rules that look at a quotation mark at their beginning; tried before quoted titles.
QUOTING = (
    _rule(
        "conference",
        rf"{_GIVEN_AT}(?P<eventtitle>[“\"]?[^，,]{{2,60}}?{_GATHERING})[”\"]?(?:的)?论文",
    ),
    _rule(
        "conference",
        rf"(?P<eventtitle>[“\"]?[^，,]{{2,60}}?{_GATHERING})[”\"]?(?:的)?{_GIVEN}?"
        r"论文(?!集)(?:（[^）]*）)?",
    ),
)

RULES = (
    _rule(
        "doi",
        r"(?:DOI|doi)\s?[:：]?\s?(?:https?://(?:dx\.)?doi\.org/)?(?P<doi>10\.\d{4,}/[^\s，。；]*\w)",
    ),
    # When a page was visited
    _rule(
        "accessed",
        rf"[（(\[]?(?:最后|最近)?{_VISITED}(?:时间|日期|日)?(?:为|于)?[：:]?\s?(?P<urldate>{D})[）)\]]?",
    ),
    _rule("accessed", rf"[（(\[]?(?P<urldate>{D})(?:最后)?{_VISITED}[）)\]]?"),
    _rule(
        "accessed",
        rf"[（(\[]?(?:[Ll]ast\s)?{_VISITED_WESTERN}"
        rf"(?:\son)?:?\s(?P<urldate>{D})[）)\]]?",
    ),
    _rule("accessed", rf"[（(\[]?[Дд]ата\s{_VISITED_RUSSIAN}:?\s(?P<urldate>{D})[）)\]]?"),
    _rule("accessed", rf"\[(?P<urldate>{D})\]"),
    # Theses
    _rule(
        "thesis",
        rf"(?P<institution>[{HAN}]{{2,40}}?{_UNIVERSITY_HAN}[{HAN}]{{0,16}}?)?",
        rf"(?:[，,]?(?P<date>{YEAR})年?(?:届)?(?:度)?)?(?:未刊|未发表)?[（(]?",
        rf"(?P<type>{_DEGREE_HAN}(?:研究生)?(?:学位|毕业)?{_THESIS_HAN})(?:（未刊稿?）)?[）)]?",
    ),
    _rule(
        "thesis",
        rf"(?:[Uu]npublished\s)?(?P<type>{_DEGREE}\s{_THESIS})",
        rf"(?:,?\s(?:at\s)?(?P<institution>[^,，]*{_UNIVERSITY}[^,，]*))?",
    ),
    _rule(
        "thesis",
        r"(?P<type>(?:[Дд]ис|[Аа]втореф\.\sдис)\.?\s?(?:…|\.\.\.)?\s?(?:канд|д-ра|докт)\.\s\w+\.?\s?н(?:аук|\.))",
    ),
    # Archives
    _rule(
        "archive",
        rf"(?P<library>[^,，。《“]*{_ARCHIVE}藏?(?:[：:]\s?[\w.-]+)?)"
        r"(?=[,，.。\s]|$)",
    ),
    _rule(
        "archive",
        rf"(?P<library>{_SHELFMARK_HAN}[：:]?\s?[\w./—－-]+)",
    ),
    _rule(
        "archive",
        rf"(?P<library>{_SHELFMARK}\s(?:No\.\s)?[\w./-]+)",
        _STOP,
    ),
    _rule("archive", rf"(?P<library>{_SHELFMARK_RUSSIAN}\.\s?\d[\w/-]*)", _STOP),
    # Editions, volumes, numbers, pages
    _rule(
        "edition",
        rf"(?P<edition>第[\d一二三四五六七八九十]+版|修订第[\d一二三四五六七八九十]+版|{_REVISED}|"
        r"(?:\d+(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth)\sed(?:ition|n|\.))",
        _STOP,
    ),
    _rule(
        "volume",
        r"(?:[Vv]ol(?:ume|s)?\.?|Т\.|т\.|Том)\s?(?P<volume>\d+(?:[-–]\d+)?|[IVXLC]+)(?=\W|$)",
    ),
    _rule("volume", rf"第(?P<volume>{_COUNT})(?:卷|册|辑|集|编)(?:[上中下]册?)?"),
    _rule("volume", r"(?P<volume>[上中下](?:卷|册|编))", _STOP),
    _rule("volume", r"卷(?P<volume>[\d一二三四五六七八九十百]+)(?=《|[,，])"),
    _rule(
        "number",
        rf"(?:[Nn]os?\.?|[Ii]ssues?|[Ii]ss\.|№|N°|[Вв]ып\.)\s?(?P<number>{_RANGE})(?=\W|$)",
    ),
    _rule("number", rf"年?第(?P<number>{_COUNT})期(?:[（(]总第?\d+期[)）])?"),
    _rule("number", r"(?P<number>[A-Z]{1,4}-?\d{3,}(?:-\w+)?)", _STOP),
    _rule("number", r"总第?(?P<number>\d+)期"),
    _rule("number", r"(?P<number>\d{1,2}月号|[春夏秋冬]季?[号卷刊])"),
    _rule(
        "issue",
        r"(?P<volume>\d{1,3})\s?[(（](?P<number>\d{1,3}(?:[-–/]\d+)?)[)）](?=\s?[:：,，.。]|$)",
    ),
    _rule("issue", r"(?P<volume>\d{1,3})[:/](?P<number>\d{1,2})(?=\s?[(（])"),
    _rule("issue", rf"(?P<date>{YEAR})\s?[(（](?P<number>\d{{1,2}}(?:[-–/]\d+)?)[)）]"),
    _rule("volume", r"(?P<volume>\d{1,3})(?=,\s(?:no|No|issue)\b|\s\()"),
    _rule("locator", locators.LOCATOR),
    _rule("locator", rf"[:：]\s?(?P<pages>{locators.BARE})", _STOP),
    _rule(
        "date",
        rf"(?P<date>{D})[）)]?年?(?:号|(?P<edition>第[\d一二三四五六七八九十]+版|\w{{0,2}}{_REVISION}版?)"
        rf"|{_PUBLISHED}|\s?г\.)?(?=[,，.。;；、(（)）:：\s第《]|$)",
    ),
    # Who published it
    _rule("version", r"[Vv]ersion:?\s(?P<version>[^,，]+)"),
    _rule(
        "press",
        rf"(?:[（(]?(?P<location>[{HAN}]{{2,8}})[)）]?[：:]\s?)?"
        rf"(?P<publisher>[{HAN}A-Za-z·&（）() ]{{2,30}}?{_HAN_PRESS})(?={YEAR}|[,，.。;；]|$)",
    ),
    _rule(
        "press",
        rf"(?P<location>[{HAN}]{{2,8}})[：:]\s?(?P<publisher>[^,，《：:]{{2,30}})(?=[,，]\s?{YEAR})",
    ),
    _rule(
        "press",
        rf"(?P<location>[{_UP}][\w.’'-]+(?:\s[{_UP}][\w.’'-]+){{0,2}}(?:,\s{_STATE})?(?:\sand\s[A-Z]\w+)?)"
        rf"\s?[:：]\s?(?P<publisher>[{_UP}][^,，:：]+)(?=[,，]\s?{YEAR})",
    ),
    _rule(
        "press",
        rf"(?P<location>{_CITY_ABBREVIATED}|[А-Я][а-я]+(?:-[А-Я][а-я]+)?)\s?:\s?(?P<publisher>[^,:]+)(?=,)",
    ),
    _rule(
        "press",
        rf"(?P<publisher>[^,，;；:：()（）“《]*\b{_WEST_PRESS}(?:\s(?:Company|Co\.|Inc\.|Ltd\.?|Group))?)"
        r"(?=,|，|$)",
    ),
    _rule("place", rf"(?P<location>{_CITY})(?=[,，]|$)"),
    _rule("extent", r"(?P<pagetotal>\d{2,4})\s?[сc]\.?(?=[.,]|$)"),
    _rule(
        "conference",
        rf"{_CONTRIBUTION}\s(?:was\s)?{_CONTRIBUTED}\s(?:at|to|for)\s(?:the\s)?"
        r"(?P<eventtitle>[^,，(（]+)",
    ),
    # What it is part of, who edited or translated it
    _rule(
        "in",
        rf"{_IN}[：:]?"
        rf"(?=[《“\"]|[^，,。]{{2,40}}{_EDITOR}[：:《，,]|[^，,《]{{2,16}}{_SITE}[，,])",
    ),
    _rule("in", r"[Ii]n:?\s(?=\S)"),
    _rule("in", r"//\s?"),
    _rule(
        "editor",
        rf"(?P<editor>[^，,：:《]{{2,40}}?等?){_EDITOR}(?=[，,：:《]|$)",
    ),
    _rule(
        "translator",
        rf"(?P<translator>[^，,：:《]{{2,40}}?等?){_TRANSLATOR}(?=[，,：:]|$)",
    ),
    _rule(
        "editor",
        rf"(?P<editor>{_PERSON}(?:(?:,?\s(?:and|&)\s|,\s){_PERSON})*),?\s\(?[Ee]ds?\.?\)?(?=[,.\s]|$)",
    ),
    _rule(
        "editor",
        rf"(?:[Ee]dited\sby|[Ee]ds?\.(?:\sby)?)\s(?P<editor>{_PERSON}(?:(?:,?\s(?:and|&)\s|,\s){_PERSON})*)"
        r"(?=,|，|\s\(|$)",
    ),
    _rule(
        "editor",
        rf"(?:под\s(?:общ\.\s)?ред\.|Под\sред\.|отв\.\sред\.)\s(?P<editor>{_INITIALS}[А-ЯЁ][\w-]+"
        rf"(?:(?:,|\sи)\s{_INITIALS}[А-ЯЁ][\w-]+)*)",
    ),
    _rule("translator", r"(?:[Tt]ranslated\sby|[Tt]rans\.(?:\sby)?)\s(?P<translator>[^,，(]+)"),
)
