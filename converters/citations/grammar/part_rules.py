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
_CITY = pattern("publishing_places", "citations")
_ARCHIVE = pattern("archives", "citations")
_STATE = r"(?:,\s(?:[A-Z]{2}|[A-Z]\.\s?[A-Z]\.|Mass\.|Conn\.|Calif\.|Md\.|Va\.))"
_VISITED = r"(?:访问|登录|检索|查阅|上网|下载|浏览|引用)"
_DEGREE = (
    r"(?:Ph\.?\s?D\.?|[Dd]octoral|D\.?\s?Phil\.?|Master(?:['’]?s)?|M\.?A\.?|M\.?Sc\.?|M\.?Phil\.?)"
)
_GATHERING = r"(?:研讨会|会议|论坛|年会|座谈会|学术会)"
_UP = "A-ZÀ-ÖØ-ÞĀ-Ž"
_PERSON = rf"[{_UP}][\w.’'-]*(?:\s[\w.’'-]+){{1,4}}?"
_INITIALS = r"(?:[А-ЯЁ]\.\s?){1,2}"

#: Rules that look at a quotation mark at their beginning; tried before quoted titles.
QUOTING = (
    _rule(
        "conference",
        rf"(?P<eventtitle>[“\"]?[^，,]{{2,60}}{_GATHERING})[”\"]?(?:的)?(?:会议|参会|提交|交流|发言)?"
        r"论文(?!集)(?:（[^）]*）)?",
    ),
    _rule(
        "conference",
        rf"(?:提交|提交给|发表于|宣读于)(?P<eventtitle>[“\"]?[^，,]{{2,60}}{_GATHERING})[”\"]?(?:的)?论文",
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
        r"[（(\[]?(?:[Ll]ast\s)?(?:[Aa]ccessed|[Rr]etrieved|[Vv]isited|[Vv]iewed|[Cc]onsulted)"
        rf"(?:\son)?:?\s(?P<urldate>{D})[）)\]]?",
    ),
    _rule("accessed", rf"[（(\[]?[Дд]ата\s(?:обращения|доступа):?\s(?P<urldate>{D})[）)\]]?"),
    _rule("accessed", rf"\[(?P<urldate>{D})\]"),
    # Theses
    _rule(
        "thesis",
        rf"(?P<institution>[{HAN}]{{2,40}}?(?:大学|学院|研究院|研究生院|党校|科学院|系|所)[{HAN}]{{0,16}}?)?",
        rf"(?:[，,]?(?P<date>{YEAR})年?(?:届)?(?:度)?)?(?:未刊|未发表)?[（(]?",
        r"(?P<type>(?:博士后|博士|硕士|学士)(?:研究生)?(?:学位|毕业)?(?:论文|出站报告|报告))(?:（未刊稿?）)?[）)]?",
    ),
    _rule(
        "thesis",
        rf"(?:[Uu]npublished\s)?(?P<type>{_DEGREE}\s(?:[Dd]iss(?:ertation|\.)|[Tt]hesis))",
        r"(?:,?\s(?:at\s)?(?P<institution>[^,，]*(?:University|College|Institute|School)[^,，]*))?",
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
        r"(?P<library>(?:档案号|档号|卷宗号|卷号|全宗号?|案卷号?)[：:]?\s?[\w./—－-]+)",
    ),
    _rule(
        "archive",
        r"(?P<library>(?:RG|Record Group|Box|Folder|File|Doc\.|Document)\s(?:No\.\s)?[\w./-]+)",
        _STOP,
    ),
    _rule("archive", r"(?P<library>(?:Ф|Оп|Д|П)\.\s?\d[\w/-]*)", _STOP),
    # Editions, volumes, numbers, pages
    _rule(
        "edition",
        r"(?P<edition>第[\d一二三四五六七八九十]+版|修订(?:第[\d一二三四五六七八九十]+)?版|增订版|增订本|修订本|"
        r"[Rr]ev(?:ised|\.)\sed(?:ition|n|\.)|"
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
        rf"(?P<date>{D})[）)]?年?(?:号|(?P<edition>第[\d一二三四五六七八九十]+版|\w{{0,2}}(?:修订|增订|重印|影印|再)版?)"
        r"|版|出版|初版|印行|印|\s?г\.)?(?=[,，.。;；、(（)）:：\s第《]|$)",
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
        rf"(?P<location>[{_UP}][\w.’'-]+(?:\s[{_UP}][\w.’'-]+){{0,2}}{_STATE}?(?:\sand\s[A-Z]\w+)?)"
        rf"\s?[:：]\s?(?P<publisher>[{_UP}][^,，:：]+)(?=[,，]\s?{YEAR})",
    ),
    _rule(
        "press",
        r"(?P<location>(?:М|СПб|Л)\.|[А-Я][а-я]+(?:-[А-Я][а-я]+)?)\s?:\s?(?P<publisher>[^,:]+)(?=,)",
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
        r"(?:[Pp]aper|[Rr]emarks|[Ss]peech|[Ll]ecture|[Pp]resentation)\s(?:was\s)?"
        r"(?:presented|delivered|given|prepared|submitted)\s(?:at|to|for)\s(?:the\s)?"
        r"(?P<eventtitle>[^,，(（]+)",
    ),
    # What it is part of, who edited or translated it
    _rule(
        "in",
        r"(?:原载|刊载于|刊登于|刊载|刊登|发表于|发表在|载于|收入|收于|收录于|辑入|载|刊于|刊|见)[：:]?"
        r"(?=[《“\"]|[^，,。]{2,40}(?:主编|编著|编|选编)[：:《，,]|[^，,《]{2,16}(?:网|网站|客户端)[，,])",
    ),
    _rule("in", r"[Ii]n:?\s(?=\S)"),
    _rule("in", r"//\s?"),
    _rule(
        "editor",
        r"(?P<editor>[^，,：:《]{2,40}?等?)(?:总主编|主编|编著|编译|编选|编)(?=[，,：:《]|$)",
    ),
    _rule(
        "translator",
        r"(?P<translator>[^，,：:《]{2,40}?等?)(?:翻译|译校|校译|译)(?=[，,：:]|$)",
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
