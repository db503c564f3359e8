"""What stands in a citation beside author and title, part by part, in any of the languages.

The reader goes through the text from comma to comma; at each place the first rule of `RULES` that
fits names the part. What no rule knows is a `text`: a journal, a publisher, a site, as the form
says (see forms.py).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from converters.citations import dates, locators
from converters.citations.marks import hide, urls
from converters.citations.names import ROLE_HAN
from converters.text import HAN

_D = dates.DATE
_N = r"\d+(?:\s?[-–—/、～]\s?\d+)*"
_COUNT = r"[\d一二三四五六七八九十百上中下]+(?:[-—、]\d+)?"
PRESS_HAN = (
    r"(?:出版社|出版公司|出版有限公司|出版集团|出版总社|出版中心|出版部|书局|书店|印书馆|印书局|书社|书屋|图书公司|"
    r"编译局|印刷局|印刷厂|出版|印行|编印|自印)"
)
_PRESS_WEST = (
    r"(?:Press|Publishers?|Publications?|Publishing|Books|Verlag|Routledge|Palgrave(?:\s\w+)?|"
    r"Springer|Brill|Elsevier|Wiley|Macmillan|Harper\w*|Penguin|Polity|Sage|SAGE|Springer|Knopf|"
    r"Norton|Rienner|Littlefield|Ashgate|Издательство|Изд-во|Наука|Мысль|Прогресс|РОССПЭН)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a citation at [start, end) of the text, with the biblatex fields it gives."""

    kind: str
    start: int
    end: int
    text: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """How a kind of part looks. Named groups are fields; `_` hides a group from them."""

    kind: str
    pattern: re.Pattern[str]


def _rule(kind: str, pattern: str) -> Rule:
    return Rule(kind, re.compile(pattern))


_BEFORE_STOP = r"(?=[,，.。;；)）:：\s\x00]|$)"

RULES = (
    _rule("doi", r"(?:DOI|doi)\s?[:：]?\s?(?:https?://(?:dx\.)?doi\.org/)?(?P<doi>10\.\d{4,}/[^\s，。；]*\w)"),
    _rule("accessed", rf"[（(\[]?(?:最后|最近)?(?:访问|登录|检索|查阅|上网|下载|浏览|引用)(?:时间|日期|日)?(?:为|于)?[：:]?\s?"
                      rf"(?P<urldate>{_D})[）)\]]?"),
    _rule("accessed", rf"[（(\[]?(?P<urldate>{_D})(?:最后)?(?:访问|登录|检索|查阅|上网|下载|浏览|引用)[）)\]]?"),
    _rule("accessed", rf"[（(\[]?(?:[Ll]ast\s)?(?:[Aa]ccessed|[Rr]etrieved|[Vv]isited|[Vv]iewed|[Cc]onsulted)(?:\son)?:?\s"
                      rf"(?P<urldate>{_D})[）)\]]?"),
    _rule("accessed", rf"[（(\[]?[Дд]ата\s(?:обращения|доступа):?\s(?P<urldate>{_D})[）)\]]?"),
    _rule("accessed", rf"\[(?P<urldate>{_D})\]"),
    _rule("thesis", rf"(?P<institution>[{HAN}（）()]{{2,40}}?(?:大学|学院|研究院|研究生院|党校|社会科学院|科学院|系|所)[{HAN}]{{0,16}}?)?"
                    rf"(?:[，,]?(?P<date>(?:1[5-9]|20)\d\d)年?(?:届)?(?:度)?)?(?:未刊|未发表)?"
                    r"[（(]?(?P<type>(?:博士|硕士|学士|博士后)(?:研究生)?(?:学位|毕业)?(?:论文|出站报告|报告))(?:（未刊稿?）)?[）)]?"),
    _rule("thesis", r"(?:[Uu]npublished\s)?(?P<type>(?:Ph\.?\s?D\.?|[Dd]octoral|D\.?\s?Phil\.?|Master(?:['’]?s)?|M\.?A\.?|M\.?Sc\.?|M\.?Phil\.?)"
                    r"\s(?:[Dd]iss(?:ertation|\.)|[Tt]hesis))(?:,?\s(?:at\s)?(?P<institution>[^,，]*(?:University|College|Institute|School)[^,，]*))?"),
    _rule("thesis", r"(?P<type>(?:Дис|Автореф\.\sдис|дис)\.?\s?(?:…|\.\.\.)?\s?(?:канд|д-ра|докт)\.\s\w+\.?\s?н(?:аук|\.))"),
    _rule("archive", rf"(?P<library>[^,，。]*(?:档案馆|档案局|档案处|Archives?|РГАНИ|АВП\s?РФ|РГАСПИ|ГАРФ|РГВА|ЦХСД))(?=[,，.。\s]|$)"),
    _rule("archivenumber", r"(?P<number>(?:档案号|档号|卷宗号|卷号|全宗号?|案卷号?)[：:]?\s?[\w./\-—－]+(?:号)?)"),
    _rule("archivenumber", r"(?P<number>(?:RG|Record Group|Box|Folder|File|Doc\.|Document|Series)\s(?:No\.\s)?[\w./-]+)" + _BEFORE_STOP),
    _rule("archivenumber", r"(?P<number>(?:Ф|Оп|Д|Л|П)\.\s?[\w./-]+(?:\s?об\.?)?)" + _BEFORE_STOP),
    _rule("edition", r"(?P<edition>第[\d一二三四五六七八九十]+版|修订(?:第[\d一二三四五六七八九十]+)?版|增订版|增订本|修订本|[Rr]ev(?:ised|\.)\sed(?:ition|n|\.)"
                     r"|(?:\d+(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth)\sed(?:ition|n|\.))" + _BEFORE_STOP),
    _rule("volume", r"(?:[Vv]ol(?:ume|s)?\.?|Т\.|т\.|Том)\s?(?P<volume>\d+(?:[-–]\d+)?|[IVXLC]+)(?=\W|$)"),
    _rule("volume", rf"第(?P<volume>{_COUNT})(?:卷|册|辑|集|编)(?:[上中下]册?)?"),
    _rule("volume", rf"(?P<volume>[上中下](?:卷|册|编))" + _BEFORE_STOP),
    _rule("number", rf"(?:[Nn]os?\.?|[Ii]ssues?|[Ii]ss\.|№|N°|Вып\.|вып\.)\s?(?P<number>{_N})(?=\W|$)"),
    _rule("number", rf"(?:年)?第(?P<number>{_COUNT})期(?:[（(]总第?\d+期[)）])?"),
    _rule("number", r"(?:总第?)(?P<number>\d+)期"),
    _rule("number", r"(?P<number>\d{1,2}月号|[春夏秋冬]季?[号卷刊])"),
    _rule("issue", r"(?P<volume>\d{1,3})\s?[(（](?P<number>\d{1,3}(?:[-–/]\d+)?)[)）](?=\s?[:：,，.。]|$)"),
    _rule("issue", r"(?P<volume>\d{1,3})[:/](?P<number>\d{1,2})(?=\s?[(（,])"),
    _rule("issue", r"(?P<date>(?:1[5-9]|20)\d\d)\s?[(（](?P<number>\d{1,2}(?:[-–/]\d+)?)[)）]"),
    _rule("volume", r"(?P<volume>\d{1,3})(?=,\s(?:no|No|issue)\b|\s\()"),
    _rule("locator", locators.LOCATOR),
    _rule("locator", rf"[:：]\s?(?P<pages>{locators.BARE})" + _BEFORE_STOP),
    _rule("date", rf"(?P<date>{_D})[）)]?(?:年)?(?:(?P<edition>第[\d一二三四五六七八九十]+版|[\w]{{0,2}}(?:修订|增订|重印|影印|再)版?)|版|出版|初版|印行|印|\s?г\.)?(?=[,，.。;；、)）:：\s\x00第《]|$)"),
    _rule("version", r"[Vv]ersion:?\s(?P<version>[^,，]+)"),
    _rule("press", rf"(?:[（(]?(?P<location>[{HAN}]{{2,8}})[)）]?[：:]\s?)?(?P<publisher>[{HAN}A-Za-z·&（）() ]{{2,30}}?{PRESS_HAN})"
                   rf"(?=(?:1[5-9]|20)\d\d|[,，.。;；]|$)"),
    _rule("press", rf"(?:(?P<location>[A-ZÀ-Ž][\w.’' -]+(?:,\s[A-Z][\w.]+)?(?:\sand\s[A-Z]\w+)?)\s?[:：]\s?)(?P<publisher>[A-ZА-Я][^,，:：]+)(?=,\s(?:1[5-9]|20)\d\d)"),
    _rule("press", rf"(?P<location>(?:М|СПб|Л|Киев|Минск|Алматы|Новосибирск|Екатеринбург|Владивосток|Казань|[А-Я][а-я]+))\.?\s?:\s?(?P<publisher>[^,:]+)(?=,)"),
    _rule("press", rf"(?P<publisher>[^,，;；]*\b{_PRESS_WEST}(?:\s(?:Company|Co\.|Inc\.|Ltd\.?|Group))?)(?=,|，|$)"),
    _rule("conference", rf"[“\"]?(?P<eventtitle>[^，,]{{2,60}}(?:研讨会|会议|论坛|年会|座谈会|学术会))[”\"]?(?:的)?(?:会议|参会|提交|交流|发言)?论文(?!集)(?:（[^）]*）)?"),
    _rule("conference", rf"(?:提交|提交给|发表于|宣读于)[“\"]?(?P<eventtitle>[^，,”]{{2,60}}(?:研讨会|会议|论坛|年会|座谈会|学术会))[”\"]?(?:的)?论文"),
    _rule("conference", r"(?:[Pp]aper|[Rr]emarks|[Ss]peech|[Ll]ecture|[Pp]resentation)\s(?:was\s)?(?:presented|delivered|given|prepared|submitted)\s(?:at|to|for)\s(?:the\s)?(?P<eventtitle>[^,，(（]+)"),
    _rule("editor", rf"(?P<editor>[^，,：:《]{{2,40}}?)(?:等)?(?:总主编|主编|编著|编译|编选|编)(?=[，,：:《]|$)"),
    _rule("translator", rf"(?P<translator>[^，,：:《]{{2,40}}?)(?:等)?(?:翻译|译校|校译|译)(?=[，,：:]|$)"),
    _rule("editor", r"(?:[Ee]dited\sby|[Ee]ds?\.(?:\sby)?|под\sред\.|Под\sред\.|отв\.\sред\.)\s(?P<editor>[^,，]+(?:,\s[A-Z][^,，]+)*?)(?=,|，|\s\(|\x00|$)"),
    _rule("translator", r"(?:[Tt]ranslated\sby|[Tt]rans\.(?:\sby)?|пер\.\s\w+\.)\s(?P<translator>[^,，(]+)"),
    _rule("in", r"(?:原载|刊载于|刊登于|刊载|刊登|发表于|发表在|载于|收入|收于|收录于|辑入|载|刊于|刊|见)[：:]?(?=[《“\"]|[^，,。]{2,40}(?:主编|编著|编|选编)[：:《，])"),
    _rule("in", r"(?:[Ii]n:|[Ii]n)\s(?=\S)"),
    _rule("in", r"//\s?"),
    _rule("series", r"(?P<series>[^,，]*\bseries\b[^,，]*)(?=,|，|$)"),
)  # fmt: skip


def parts(text: str, start: int, end: int, *, stops: bool = False) -> Iterator[Part]:
    """The parts of text[start:end]. With `stops`, a full stop parts as a comma does (GOST, GB/T)."""
    shape = hide(text)[:end]
    addresses = [(a, b) for a, b in urls(text) if start <= a < end]
    at = start
    while (at := _skip(text, at, end, stops)) < end:
        part = _part(text, shape, at, end, addresses, stops)
        yield part
        at = max(part.end, at + 1)


def _skip(text: str, at: int, end: int, stops: bool) -> int:
    while at < end:
        if text[at] in ":：" and re.match(r"[:：]\s?\d", text[at : at + 3]):
            break  # a page without its word
        if text[at] not in " \t,，、。;；:：" and not (stops and text[at] == "."):
            break
        at += 1
    return at


def _part(
    text: str, shape: str, at: int, end: int, addresses: list[tuple[int, int]], stops: bool
) -> Part:
    for first, last in addresses:
        if first == at:
            return Part("url", at, last, text[at:last], {"url": text[at:last]})
    if text.startswith("URL", at) and (match := re.compile(r"URL:?\s?").match(text, at)):
        for first, last in addresses:
            if first == match.end():
                return Part("url", at, last, text[first:last], {"url": text[first:last]})
    if text[at] == "《" and (close := _close(shape, at, "》", end)):
        return Part("container", at, close, text[at + 1 : close - 1])
    if text[at] in '“"«' and (close := _close(shape, at, '”"»', end)):
        return Part("quoted", at, close, text[at + 1 : close - 1].strip(" ,，."))
    if text[at] == "*" and (match := re.compile(r"\*([^*]+)\*").match(text, at, end)):
        return Part("text", at, match.end(), match[1].strip(" ,"))
    for rule in RULES:
        if (match := rule.pattern.match(text, at, end)) and match.end() > at:
            fields = {k: v.strip() for k, v in match.groupdict().items() if v and v.strip()}
            return Part(rule.kind, at, match.end(), match[0], fields)
    if text[at] in "(（" and (close := _close(shape, at, ")）", end)):
        return Part("imprint", at, close, text[at + 1 : close - 1])
    stop = _text_end(text, shape, at, end, stops)
    return Part("text", at, stop, text[at:stop].strip(" *,，"))


def _close(shape: str, at: int, closers: str, end: int) -> int:
    """The position after the mark that closes the one at `at`, or 0."""
    found = [shape.find(mark, at + 1, end) for mark in closers]
    found = [position for position in found if position > 0]
    return min(found) + 1 if found else 0


_INLINE = re.compile(
    r"\s(?=(?:[Vv]ol\.?|[Nn]o\.?|pp?\.|№|Т\.|С\.)\s?\d)"  # Europe-Asia Studies Vol. 60
    r"|\s(?=\d{1,3},\s(?:no|No|issue)\b)|\s(?=\d{1,3}[:/(（]\d)|\s(?=\d{1,3}\s\()"  # Chicago
    rf"|(?<=[{HAN}）)》])\s?(?=(?:1[5-9]|20)\d\d(?:年|[,，(（]))"  # 出版社2023年版
    r"|(?<=\S)(?=第\d+(?:期|卷|页))|(?=《)|\s(?=[(（])|(?=https?://)|\s(?=//)"
)


def _text_end(text: str, shape: str, at: int, end: int, stops: bool) -> int:
    separator = re.compile(r"[,，;；。]|\.\s|\.$" if stops else r"[,，;；。]")
    found = separator.search(shape, at + 1, end)
    stop = found.start() if found else end
    inline = _INLINE.search(shape, at + 1, stop)
    if inline and inline.end() > at:
        stop = inline.start() if inline.start() > at else inline.end()
    return stop
