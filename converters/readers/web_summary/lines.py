"""What single lines of a journal's page say: label, disclaimer, title, authors, issue."""

import re
from collections.abc import Sequence

from converters.characters import han_count
from converters.dates import days, first_iso
from converters.model import Field
from converters.readers.common.furniture import (
    Placed,
    Said,
    furniture,
    is_menu,
    parts,
    text_of,
)
from converters.readers.common.labels import statements
from converters.readers.common.names import names
from converters.readers.common.reading import Reading, Row

_MACHINE = r"(?:AI|人工智能|智能|机器|大模型|(?:Chat)?GPT|一键)"
_KIND = r"(?:摘要|总结|概要|导读|速览|解读|精读|概述|要点|提要|综述|速读)"
_LABEL = re.compile(
    rf"^\W*(?:{_MACHINE}\s*(?:自动|辅助)?\s*(?:生成)?的?\s*(?:论文|文章|全文|内容|核心)?\s*{_KIND}"
    rf"|(?:文章|论文|内容|全文|核心)?{_KIND}\s*[(（\[【][^)）\]】]{{0,6}}{_MACHINE}[^)）\]】]{{0,8}}[)）\]】]"
    r"|AI[- ](?:generated )?(?:summary|overview))"
    r"(?:\s*(?:Beta|New|展开|收起))?(?P<end>\W*$|\s*[】\]〗][\s:：]*|\s*[:：]\s*)",
    re.I,
)
_MADE = r"(?:生成|整理|提取|总结|提炼|翻译|输出|归纳|撰写)"
_MODEL = r"(?:AI|人工智能|机器|模型|智能)"
_OF_THIS = r"(?:以上|以下|本|该|此|上述|文中)(?:内容|摘要|总结|概要|解读|导读|结果|文字|回答|信息)"
DISCLAIMER = re.compile(
    r"^\W*(?:(?:注|说明|声明|免责声明|提示|温馨提示|重要提示)\s*[:：]\s*)?(?:"
    rf"{_OF_THIS}?(?:均|皆)?\s*[由为系经是].{{0,16}}{_MODEL}.{{0,12}}{_MADE}"
    rf"|(?:内容|摘要|总结)?\s*由?.{{0,6}}{_MODEL}\s*(?:自动|辅助)?\s*{_MADE}.{{0,40}}(?:仅供|甄别|核实|辨别|原文|责任|不代表|错误|准确)"
    rf"|(?:内容|摘要|总结)由.{{0,12}}{_MODEL}.{{0,6}}{_MADE}|{_MODEL}\s*(?:自动)?生成\W*$)"
    r"|仅供.{0,8}参考|不承担.{0,12}责任",
    re.I,
)
INLINE_DISCLAIMER = re.compile(
    rf"[。！？；]\s*(?P<words>[（(【\[*※]*\s*(?:注\s*[:：])?{_OF_THIS}[^。]{{0,12}}{_MODEL}.{{0,80}})$",
    re.I,
)
ABSTRACT = re.compile(
    r"^[【\[〔（(]?\s*(?:中文|英文|作者|内容|论文|文章|原文)?(?:摘\s*要|内容提要|提要)\s*"
    r"(?:[】\]〕）)]\s*[:：]?|[:：]|$)\s*|^\W?(?:Abstract|Summary)\s*(?:[:：\]】]+|$)\s*",
    re.I,
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ISSUE_NUMBER = r"(?P<issue>\d{1,3}(?:\s*[—–-]\s*\d{1,3})?)"
_VOLUME = r"(?P<volume>\d{1,3})"
_ISSUES = [
    re.compile(form)
    for form in (
        rf"{_YEAR}\s*年?\s*[,，]?\s*第?\s*{_VOLUME}\s*卷\s*[,，(（]?\s*第?\s*{_ISSUE_NUMBER}\s*期",
        rf"{_YEAR}\s*年?\s*[,，(（]?\s*第?\s*{_ISSUE_NUMBER}\s*期",
        rf"第?\s*{_VOLUME}\s*卷\s*[,，(（]?\s*第?\s*{_ISSUE_NUMBER}\s*期(?:.{{0,6}}{_YEAR})?",
        rf"(?:{_YEAR}\s*年?\s*[,，;；]?\s*)?Vol(?:ume)?\.?\s*{_VOLUME}\s*[,，;；]?\s*(?:No|Iss(?:ue)?)\.?\s*{_ISSUE_NUMBER}",
        rf"{_YEAR}\s*[,，.;；]\s*{_VOLUME}\s*[（(]\s*{_ISSUE_NUMBER}\s*[)）]",
        rf"{_YEAR}\s*[,，.;；]?\s*[（(]\s*{_ISSUE_NUMBER}\s*[)）]",
        rf"第\s*{_ISSUE_NUMBER}\s*期",
    )
]
_PAGES = re.compile(
    r"(?:第|pp?\.?|页码\s*[:：]?|[:：])\s*(?P<pages>\d{1,4}\s*[-—–~]\s*\d{1,4}(?:\s*[+,，]\s*\d{1,4})*)\s*页?",
    re.I,
)
_DOI = re.compile(r"(?:doi\s*[:：]?\s*|doi\.org/)(?P<doi>10\.\d{4,9}/[^\s，。；]+)", re.I)
_UPDATED = re.compile(r"更新(?:时间|日期)|发布(?:时间|日期)|收稿|修回|录用")
_UNIT = re.compile(r"大学|学院|研究院|研究所|研究中心|科学院|研究会|党校|智库")
_KEYS = {
    "title": "题名|标题|篇名|论文题目|文章标题",
    "journal": "刊名|期刊名称|来源期刊|期刊|出版物|来源",
    "affiliation": "作者单位|作者机构|第一作者单位|单位|机构",
    "authors": "作者姓名|作者",
    "date": "出版日期|出版时间|发表时间|发表日期|刊出日期|网络首发|网络首发日期|在线发表|在线出版",
    "year": "出版年份|年份|年",
    "volume": "卷号|卷",
    "issue": "期号|期",
    "pages": "起止页码|页码|页数",
    "issn": "ISSN",
    "line": "年卷期|卷期|年期|刊期",
}
_KEY = re.compile(
    r"^[【\[]?(?:" + "|".join(f"(?P<{n}>{w})" for n, w in _KEYS.items()) + r")[】\]]?\s*[:：]\s*"
)
_RANK = re.compile(r"\s*(?:副?教授|副?研究员|讲师|博士后?|博士生|硕士生?|助理研究员)(?=\s|$)")
_AFTER_NAMES = re.compile(
    r"\s*(?:作者(?:信息|单位|简介)|出版信息|&|查看)"
    r"| {4,}(?=\S*(?:信息|关注))"
)
_RAISED = re.compile(r"[\d¹²³⁴⁵⁶⁷⁸⁹*＊†#✉]+(?:\s*[,，]\s*[\d*＊]+)*")
_FIELDS = (
    "title",
    "authors",
    "affiliation",
    "journal",
    "date",
    "year",
    "volume",
    "issue",
    "pages",
    "issn",
    "doi",
    "keywords",
    "clc",
    "document_code",
    "article_id",
)


def label_length(string: str) -> int:
    """The length of a label of a machine-made summary at the start of a line, or 0."""
    found = _LABEL.match(string)
    return found.end() if found else 0


def is_issue(string: str) -> bool:
    """Whether a line names an issue of a journal."""
    return len(string) < 100 and any(form.search(string) for form in _ISSUES)


def title_at(lines: Sequence[Row]) -> int:
    """The title: named so, else above the line of the authors, else the longest that can be one."""
    for n, row in enumerate(lines):
        key = _KEY.match(row.string)
        if key and key["title"]:
            return n
    can = [n for n, row in enumerate(lines) if _can_be_title(row.string)]
    by = [n for n, row in enumerate(lines) if authors_in(row.string) and n > 0]
    above = [n for n in can if any(n < m <= n + 2 for m in by)]
    return max(above or can, key=lambda n: han_count(lines[n].string), default=-9)


def _can_be_title(string: str) -> bool:
    if han_count(string) < 6 or furniture(string) or is_menu(string) or len(string) > 80:
        return False
    if _KEY.match(string) or _UNIT.search(string) or ABSTRACT.match(string) or statements(string):
        return False
    said = _UPDATED.search(string) or is_issue(string) or string.endswith(("。", "；"))
    return not (said or re.search(r"[|>»]|[:：]\s*\d", string))


def authors_in(string: str) -> tuple[int, str]:
    """The length of the names that a line begins with, and the names; (0, "") without any."""
    end = after.start() if (after := _AFTER_NAMES.search(string)) else len(string)
    bare = _RANK.sub("  ", string[:end])
    bare = re.sub(r"\s*[、，,;；]\s*$", "", _RAISED.sub("  ", bare))
    found = names(re.sub(r"\s{2,}", "、", bare.strip()).strip("、，"))
    known = [one for one in found if not _UNIT.search(one)]
    if not known or len(known) != len(found) or furniture(string):
        return 0, ""
    return len(string[:end].rstrip()), "；".join(known)


def head_of_page(row: Row, n: int, title: int, lines: Sequence[Row]) -> list[Placed]:
    """The parts of a line that states data of the article; none where it does not."""
    string = row.string
    if key := _KEY.match(string):
        name = next(name for name in _KEYS if key[name])
        if name == "line":
            return parts(row, [("-metadata-key", 0, key.end()), *_issue(string)])
        if key.end() == len(string):
            return [("-metadata-key", row)]
        return parts(row, [("-metadata-key", 0, key.end()), (name, key.end(), len(string))])
    if n == title:
        return [("title", row)]
    if _UPDATED.search(string):
        return [("-date-of-page", row)]
    if doi := _DOI.search(string):
        return parts(row, [("-metadata-key", 0, doi.start("doi")), ("doi", *doi.span("doi"))])
    if said := statements(string):
        found: list[Said] = []
        for one in said:
            if one.name in _FIELDS:
                found += [("-label", one.start, one.words), (one.name, one.words, one.end)]
            else:
                found.append(("end", one.start, one.end))
        return parts(row, found)
    if is_issue(string) and not re.search(r"[|>»]", string):
        return parts(row, _issue(string))
    if title < 0 or (n > title + 6) or furniture(string):
        return _journal(row, lines[n + 1 : n + 3])
    length, _ = authors_in(string)
    if n > title and length and n <= title + 3:
        return parts(row, [("authors", 0, length), ("-navigation", length, len(string))])
    if n > title and _UNIT.search(string) and "。" not in string:
        inner = (1, len(string) - 1) if re.fullmatch(r"[（(].*[)）]", string) else (0, len(string))
        return parts(row, [("affiliation", *inner)])
    if n > title and not han_count(string) and len(string.split()) > 2:
        return [("end", row)]
    return _journal(row, lines[n + 1 : n + 3])


def _journal(row: Row, below: Sequence[Row]) -> list[Placed]:
    """The name of the journal on its own line above the issue."""
    string = row.string
    plain = re.fullmatch(r"《?([\u4e00-\u9fff]{3,12})》?", string)
    first = next((_issue(one.string) for one in below if is_issue(one.string)), [])
    if plain and first and not any(name == "journal" for name, _, _ in first):
        return parts(row, [("journal", *plain.span(1))])
    return []


def _issue(string: str) -> list[Said]:
    """Journal, date, year, volume, issue and pages of the line that names the issue."""
    found: list[Said] = []
    journal = re.match(r"《?([^·|,，\d《》]*[^·|,，\d《》\s:：（(])》?", string)
    if journal and han_count(journal[1]) > 1 and not journal[1].startswith(("第", "卷", "年")):
        found.append(("journal", *journal.span(1)))
    day = next(iter(days(string)), None)
    if day:
        found.append(("date", *day))
    for form in _ISSUES:
        start = max(0, day[1] - 1) if day and form.search(string, day[1] - 1) else 0
        if match := form.search(string, start):
            said = match.groupdict()
            found += [
                (name, *match.span(name)) for name in ("year", "volume", "issue") if said.get(name)
            ]
            if pages := _PAGES.search(string, match.end()):
                found.append(("pages", *pages.span("pages")))
            break
    else:
        if pages := _PAGES.search(string):
            found.append(("pages", *pages.span("pages")))
    return found


def fields_of(reading: Reading, placed: Sequence[Placed]) -> list[Field]:
    """The fields that the lines state; what several lines state is one."""
    return [
        _field(reading, name, [row for role, row in placed if role == name])
        for name in dict.fromkeys(role for role, _ in placed)
        if name in _FIELDS
    ]


def _field(reading: Reading, name: str, found: Sequence[Row]) -> Field:
    texts = [text_of(reading, row) for row in found]
    text = sum(texts[1:], texts[0])
    value = "；".join(dict.fromkeys(one.string for one in texts))
    first = found[0].string
    if name == "authors":
        known = authors_in(first)[1]
        value = known or "；".join(one for one in re.split(r"\s*[、，,;；]\s*", first) if one)
    elif name == "keywords":
        sign = r"[、，,;；|]+" if re.search(r"[、，,;；|]", first) else r"\s+"
        value = "；".join(one.strip() for one in re.split(sign, first) if one.strip())
    elif name == "date":
        value = first_iso(first) or first
    elif name in ("year", "volume", "issue"):
        value = re.sub(r"^0+(?=\d)", "", re.sub(r"\s", "", first))
    elif name == "pages":
        value = re.sub(r"\s*[—–~-]\s*", "-", first)
    return Field(name, text, value)
