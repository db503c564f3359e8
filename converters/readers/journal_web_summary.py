"""A journal's web page that shows a machine-made summary of an article, not the article."""

import re

from converters.messages import message
from converters.model import Block, Document, Field, Heading, Paragraph, Removal, Span
from converters.readers.base import Hints, Reader
from converters.readers.furniture import (
    content,
    ends_sentence,
    gaps,
    han_count,
    iso_date,
    removal,
    trimmed,
)
from converters.seed import Line, Seed
from converters.text import prose

_LABEL = re.compile(
    r"^\W*(?:(?:AI|人工智能|智能|机器)\s*(?:生成)?\s*(?:摘要|总结|概要|导读|速览|解读)"
    r"|(?:摘要|总结|概要|导读)\s*[(（]\s*AI[^)）]*[)）])\W*$",
    re.I,
)
_DISCLAIMER = re.compile(
    r"(?:AI|人工智能|机器|智能|模型).{0,12}生成|仅供参考|不承担.{0,12}责任", re.I
)
_NUMBER = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}(?:章|节|部分)?|\d{1,2})(?:\s*[、.．]\s*|\s+)"
)
_CLOSING = (
    "引言",
    "导言",
    "导论",
    "绪论",
    "前言",
    "结语",
    "结论",
    "结束语",
    "余论",
    "小结",
    "总结",
)
_ISSUE = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)\s*年[,，]?)?\s*(?:第?\s*(?P<volume>\d+)\s*卷)?[,，]?"
    r"\s*第\s*(?P<issue>[\d—–-]+)\s*期"
)
_DAY = re.compile(r"(?:19|20)\d\d\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}\s*日?")
_COUNTER = re.compile(r"^[\d\s,.]+(?:[(（][A-Za-z\u4e00-\u9fff]+[)）])?$")
_UPDATED = re.compile(r"更新(?:时间|日期)|发布(?:时间|日期)|浏览|点击|下载量")
_HAN_NAME = r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+"
_NAME = rf"(?:{_HAN_NAME}|[A-Z][A-Za-z.\- ]{{2,40}})"
_NAMES = re.compile(
    rf"(?P<names>{_NAME}(?:\s?[、，,;；\s]\s?{_NAME}){{0,9}}?)"
    r"(?=[\s\u00a0]{2,}|[\s\u00a0]*(?:作者|出版|&)|$)"
)
_BUTTON = re.compile(r"作者(?:信息|简介|单位)|出版信息|&|引用|分享|收藏|导出|关注|订阅|全文|下载")


def _is_label(line: Line) -> bool:
    return bool(_LABEL.match(line.text.strip()))


def identify(seed: Seed) -> float:
    """Likeness: the label of a machine-made summary, its disclaimer, an issue line."""
    lines = content(seed)
    labelled = any(map(_is_label, lines))
    disclaimed = any(_DISCLAIMER.search(line.text) and "AI" in line.text for line in lines)
    return 0.6 * labelled + 0.3 * disclaimed + 0.1 * any(_ISSUE.search(s.text) for s in lines)


def read(seed: Seed, hints: Hints) -> Document:
    """The summary as body under its label, the page's data as fields, the rest removed."""
    lines = content(seed)
    opening: list[Heading] = []
    at = next((n for n, line in enumerate(lines) if _is_label(line)), None)
    if at is None:
        at = next((n for n, line in enumerate(lines) if han_count(line.text) > 60), len(lines)) - 1
        head, body_lines = lines[: at + 1], lines[at + 1 :]
    else:
        start, end = trimmed(lines[at])
        head, body_lines = lines[:at], lines[at + 1 :]
        opening = [Heading(prose(seed.cut(start, end)), 1)]
    end_at = _end_of_summary(body_lines)
    fields, removed = _head(seed, head)
    blocks: list[Block] = [*opening]
    base = 2 if opening else 1
    for line in body_lines[:end_at]:
        blocks.append(_block(seed, line, base))
    notes, furniture = [], []
    for line in body_lines[end_at:]:
        if _DISCLAIMER.search(line.text):
            notes.append(Paragraph(prose(seed.cut(*trimmed(line)))))
        else:
            furniture.append(removal(line, "navigation"))
    messages = []
    if not any(field.name == "title" for field in fields):
        messages.append(
            message(
                "structure-doubt",
                f"{seed.name}:1",
                problem="no title was found above the summary.",
                remedy="Supply `identity.title` in the record.",
            )
        )
    return Document(
        fields=tuple(fields),
        body=tuple(blocks),
        endmatter=tuple(notes),
        removed=(*removed, *furniture),
        nature="machine-summary",
        messages=tuple(messages),
    )


def _end_of_summary(lines: list[Line]) -> int:
    """How many lines belong to the summary: up to its disclaimer, else up to its last sentence."""
    for n, line in enumerate(lines):
        if _DISCLAIMER.search(line.text) and han_count(line.text) < 120 and n > 0:
            return n
    sentences = [n for n, line in enumerate(lines) if ends_sentence(line.text)]
    return sentences[-1] + 1 if sentences else len(lines)


def _block(seed: Seed, line: Line, level: int) -> Block:
    start, end = trimmed(line)
    string = seed.text[start:end]
    if len(string) <= 60 and not string.endswith(("。", "！", "？", "；", ".", "”")):
        number = _NUMBER.match(string)
        if number:
            split = start + number.end()
            mark = start + len(number[0].rstrip())
            return Heading(prose(seed.cut(split, end)), level, prose(seed.cut(start, mark)))
        if re.sub(r"\s", "", string) in _CLOSING or not ends_sentence(string):
            return Heading(prose(seed.cut(start, end)), level)
    return Paragraph(prose(seed.cut(start, end)))


def _head(seed: Seed, lines: list[Line]) -> tuple[list[Field], list[Removal]]:
    fields: list[Field] = []
    removed: list[Removal] = []
    title_at = _title_line(lines)
    for n, line in enumerate(lines):
        start, end = trimmed(line)
        string = seed.text[start:end]
        if n == title_at:
            text = prose(seed.cut(start, end))
            fields.append(Field("title", text, text.string))
        elif _COUNTER.match(string):
            removed.append(removal(line, "counter"))
        elif _UPDATED.search(string):
            removed.append(removal(line, "date-of-page"))
        elif _ISSUE.search(string):
            found = _issue_fields(seed, start, end)
            fields += found
            removed += gaps(line.start, line.end, (_span(field) for field in found), "separator")
        elif n == title_at + 1 and (authors := _authors(seed, start, end)):
            fields.append(authors)
            removed += gaps(line.start, line.end, [_span(authors)], "navigation")
        else:
            removed.append(removal(line, "navigation"))
    return fields, removed


def _title_line(lines: list[Line]) -> int:
    """The title: above the line of the authors, else the longest line that can be one."""
    can = [n for n, line in enumerate(lines) if _can_be_title(line.text.strip())]
    above = [n for n in can if n + 1 < len(lines) and _NAMES.match(lines[n + 1].text.strip())]
    return max(above or can, key=lambda n: han_count(lines[n].text), default=-1)


def _can_be_title(string: str) -> bool:
    furniture = _UPDATED.search(string) or _ISSUE.search(string) or _BUTTON.search(string)
    return han_count(string) >= 6 and not furniture and not re.search(r"[|>»]", string)


def _span(field: Field) -> Span:
    pieces = field.text.pieces
    return Span(pieces[0].span.start, pieces[-1].span.end)


def _authors(seed: Seed, start: int, end: int) -> Field | None:
    """The names at the start of the line under the title, before two blanks or a button."""
    found = _NAMES.match(seed.text[start:end])
    if not found:
        return None
    text = prose(seed.cut(start, start + found.end("names")))
    return Field("authors", text, "；".join(re.split(r"[、，,;；\s]+", found["names"].strip())))


def _issue_fields(seed: Seed, start: int, end: int) -> list[Field]:
    """Journal, date, year, volume and issue of the line that names the issue."""
    string = seed.text[start:end]
    fields = []

    def add(name: str, low: int, high: int, value: str) -> None:
        fields.append(Field(name, prose(seed.cut(start + low, start + high)), value))

    journal = re.match(r"《?([^·|,，\d《》]*[^·|,，\d《》\s\u00a0])》?", string)
    if journal and not journal[1].startswith("第"):
        add("journal", journal.start(1), journal.end(1), journal[1])
    if day := _DAY.search(string):
        add("date", day.start(), day.end(), iso_date(day[0]))
    issues = [m for m in _ISSUE.finditer(string) if not day or m.start() >= day.end() - 1]
    if issues:
        for name in ("year", "volume", "issue"):
            if issues[-1][name]:
                low, high = issues[-1].span(name)
                add(name, low, high, issues[-1][name])
    return fields


READER = Reader("journal-web-summary", identify, read)
