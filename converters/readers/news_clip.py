"""An article clipped from a news site with the page's furniture round it; a line a paragraph."""

import re
from itertools import pairwise

from converters.messages import Message, message
from converters.model import Block, Document, Field, Heading, Paragraph, Removal, Span, Text
from converters.readers.base import Hints, Reader
from converters.readers.furniture import (
    content,
    ends_sentence,
    han_count,
    is_date_line,
    iso_date,
    removal,
    trimmed,
)
from converters.seed import Line, Seed
from converters.text import prose

_LONG = 30  # Han characters that only running text has on one line
_PROVENANCE = re.compile(
    r"(?:本|这篇|该|此)(?:文|文章|篇).{0,240}(?:发表|刊载|刊登|刊发|原载|首发|载于|转载|译自)"
    r"|(?:本文|原文|文章)(?:来源|链接|标题|出处|题为|译自)|^[（(]?(?:来源|原文|译自|编译自|责任编辑|编辑)\s*[:：]"
)
_BYLINE = re.compile(
    r"^(?P<label>作者|文|撰文|译者|翻译|编译|记者)\s*[/:：丨|]\s*(?P<names>\S.{0,40})$"
)
_ISO_DATE = re.compile(r"(?:19|20)\d\d\s*[-年/.]")
_NAMES = {"译者": "translators", "翻译": "translators", "编译": "translators"}
_ORIGINAL = re.compile(
    r"(?:以|题为|题名|原题|标题[为是:：]?)\s*《(?P<title>[^》]{2,80})》\s*[（(](?P<original>[A-Za-z][^（）()]{5,200})[）)]"
)
_ORIGINAL_IN = re.compile(
    r"《(?P<name>[^》]{1,40})》\s*[（(](?P<original>[A-Z][^（）()]{2,60})[）)]"
)


def identify(seed: Seed) -> float:
    """Likeness: paragraphs on neighbouring lines between lines of furniture, no Markdown."""
    lines = content(seed)
    if not lines:
        return 0.0
    first, last = _extent(lines)
    body = lines[first : last + 1]
    furniture = len(lines) - len(body)
    packed = sum(b.number == a.number + 1 for a, b in pairwise(body))
    long = sum(han_count(line.text) >= 60 for line in body)
    dates = sum(is_date_line(line.text) for line in lines)
    plain = not any(re.match(r"#|---|!\[|\[\d+\]|[①-⑳]", line.text.strip()) for line in lines)
    likeness = 0.3 * plain + 0.3 * (dates > 2) + 0.2 * (packed > len(body) / 2)
    return likeness + 0.2 * (long > 2 and furniture > 0)


def read(seed: Seed, hints: Hints) -> Document:
    """The run of Chinese paragraphs as body; a first sentence apart as standfirst."""
    lines = content(seed)
    first, last = _extent(lines)
    removed = [_furniture(line) for line in (*lines[:first], *lines[last + 1 :])]
    body = lines[first : last + 1]
    fields: list[Field] = []
    endmatter: list[Paragraph] = []

    if body and not ends_sentence(body[0].text) and len(body) > 2:
        text = prose(seed.cut(*trimmed(body[0])))
        fields.append(Field("title", text, text.string))
        body = body[1:]
    while body and (field := _head_line(seed, body[0])):
        fields.append(field[0])
        removed += field[1]
        body = body[1:]
    while body and is_date_line(body[0].text):
        fields.append(_date(seed, body[0]))
        body = body[1:]
    if len(body) > 2 and _is_standfirst(body[0].text, body[1].text):
        text = prose(seed.cut(*trimmed(body[0])))
        fields.append(Field("standfirst", text, text.string))
        body = body[1:]
    while body and _PROVENANCE.search(body[-1].text) and han_count(body[-1].text) < 200:
        endmatter.insert(0, Paragraph(prose(seed.cut(*trimmed(body[-1])))))
        body = body[:-1]
    known = {field.name for field in fields}
    fields += [f for p in endmatter for f in _said(p.text.string) if f.name not in known]
    messages: tuple[Message, ...] = ()
    if not any(field.name == "title" for field in fields):
        messages = (
            message(
                "structure-doubt",
                f"{seed.name}:{body[0].number if body else 1}",
                problem="the clip has no title.",
                remedy="Supply `identity.title` in the record.",
            ),
        )
    translated = any(field.name == "original_title" for field in fields)
    return Document(
        fields=tuple(fields),
        body=tuple(_block(seed, line) for line in body),
        endmatter=tuple(endmatter),
        removed=tuple(removed),
        nature="translation" if translated else "article",
        messages=messages,
    )


def _extent(lines: list[Line]) -> tuple[int, int]:
    """The first and last line of the article.

    It reaches from the first to the last line that only running text can be, and takes in a
    title, byline or date just above, where these are Chinese.
    """
    long = [n for n, line in enumerate(lines) if _is_running(line.text)]
    if not long:
        return 0, len(lines) - 1
    first = _top(lines, long[0])
    last = long[-1]
    while last + 1 < len(lines) and _PROVENANCE.search(lines[last + 1].text):
        last += 1
    return first, last


def _top(lines: list[Line], first: int) -> int:
    """The line of the title, byline or date that opens the block above this line, or itself."""
    top = at = first
    while at > 0 and lines[at].number - lines[at - 1].number <= 2:
        at -= 1
        string = lines[at].text.strip()
        if re.search(r"[|>»]|首页|登录|订阅|菜单|广告", string):
            break
        if han_count(string) >= 4 or _BYLINE.match(string):
            top = at
        elif not (is_date_line(string) and _ISO_DATE.match(string)):
            break
    return top


def _is_running(string: str) -> bool:
    return han_count(string) >= _LONG or (
        han_count(string) >= 8 and string.rstrip().endswith(("。", "！", "？", "”", "。）"))
    )


def _furniture(line: Line) -> Removal:
    if is_date_line(line.text):
        return removal(line, "date-of-page")
    form = re.search(r"бичих|сэтгэгдэл|评论|留言|comment", line.text, re.I)
    return removal(line, "form" if form else "navigation")


def _is_standfirst(first: str, second: str) -> bool:
    sentences = len(re.findall(r"[。！？]", first))
    return sentences <= 1 and han_count(first) <= 80 and han_count(second) > 1.5 * han_count(first)


def _head_line(seed: Seed, line: Line) -> tuple[Field, list[Removal]] | None:
    start, end = trimmed(line)
    found = _BYLINE.match(seed.text[start:end])
    if not found:
        return None
    label, low = start + found.end("label"), start + found.start("names")
    text = prose(seed.cut(low, end))
    name = _NAMES.get(found["label"], "authors")
    value = "；".join(part for part in re.split(r"[、，,;；\s]+", found["names"]) if part)
    removed = [Removal(Span(start, label), "label"), Removal(Span(label, low), "separator")]
    return Field(name, text, value), removed


def _date(seed: Seed, line: Line) -> Field:
    start, end = trimmed(line)
    return Field("date", prose(seed.cut(start, end)), iso_date(seed.text[start:end]))


def _said(string: str) -> list[Field]:
    """What a closing note says of the original: titles, magazine, date (no text of its own)."""
    fields = []
    title = _ORIGINAL.search(string)
    if title:
        fields.append(Field("title", Text(), title["title"]))
        fields.append(Field("original_title", Text(), title["original"]))
    places = [m for m in _ORIGINAL_IN.finditer(string) if not title or m.start() > title.end()]
    places += [m for m in _ORIGINAL_IN.finditer(string) if title and m.end() < title.start()]
    if places:
        fields.append(Field("original_container", Text(), places[0]["original"]))
    if fields and (day := iso_date(string)):
        fields.append(Field("original_date", Text(), day))
    return fields


def _block(seed: Seed, line: Line) -> Block:
    start, end = trimmed(line)
    text = prose(seed.cut(start, end))
    if len(text) <= 40 and not ends_sentence(text.string):
        return Heading(text, 1)
    return Paragraph(text)


READER = Reader("news-clip", identify, read)
