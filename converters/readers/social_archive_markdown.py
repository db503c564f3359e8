"""An article republished on a social platform and archived as Markdown.

The archiver breaks lines before and after every bold run, parts blocks with lines that hold only
blanks, and leaves links to images that are gone. A blank line ends a paragraph; a single line
break does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from converters.messages import Message, message
from converters.model import (
    Block,
    Document,
    Emphasis,
    Field,
    Heading,
    Mark,
    Paragraph,
    Removal,
    Span,
    Text,
)
from converters.readers.base import Hints, Reader
from converters.readers.furniture import ends_sentence, iso_date
from converters.seed import Seed
from converters.text import prose, tidy, widen_punctuation

_YAML = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.S)
_YAML_LINE = re.compile(r"^(?P<key>[\w-]+)[ \t]*:[ \t]*(?P<value>.*?)[ \t]*\r?$", re.M)
_IMAGE = re.compile(r"!\[(?P<alt>[^\]\n]*)\]\((?P<address>[^)\n]*)\)")
_ALBUM = re.compile(
    r"^(?:收录于(?:合集|话题).*|#\S.*\s\d+\s*个(?:内容)?|\d+个内容|原创\s.*"
    r"|(?:以下文章来源于|点击上方|关注我们|设为星标|阅读原文).*)$"
)
_LABEL = re.compile(
    r"^(?:作品简介|作者简介|内容简介|文章简介|文献来源|文章来源|基本信息|作者信息)$"
)
_GUIDE = re.compile(r"^(?:文章导读|内容导读|导读|导语|编者按|编者的话|编者导读|按语|推荐语)[:：]?$")
_PAIR = re.compile(
    r"^(?P<label>作者|作者简介|来源|文章来源|原载|原刊|出处|译者|翻译|原文标题|题目|标题|摘要|关键词)"
    r"\s*[:：丨|]\s*(?P<value>.+)$",
    re.S,
)
_CREDIT = re.compile(
    r"^(?:排版|编辑|责编|责任编辑|校对|审核|审校|美编|图片|制作|策划|监制|值班编辑|初审|终审|END)"
    r"\s*(?:[|:：丨/／]|$)"
    r"|^(?:本文|本文章|文章|原文)(?:来源于?|转载自|首发于|原载|转自|观点)"
    r"|(?:不代表|仅代表).{0,20}(?:观点|立场)|^(?:版权|转载)(?:声明|说明|请)|欢迎.{0,10}(?:投稿|关注|转发)"
    r"|^(?:扫码|长按|点击).{0,20}(?:关注|原文|二维码)"
)
_NUMBER_BLOCK = re.compile(r"^(?:0?\d{1,2}|[一二三四五六七八九十]{1,3})[.、]?$")
_SUBNUMBER = re.compile(r"^(?:[（(][一二三四五六七八九十\d]{1,3}[)）])")
_TOPNUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[章节部])\s*"
)
_ATX = re.compile(r"^(#{1,6})[ \t]+")
_ISSUE = re.compile(
    r"《(?P<journal>[^》]{1,40})》\s*[,，]?\s*(?P<year>(?:19|20)\d\d)\s*年?\s*[,，]?"
    r"\s*(?:第\s*(?P<volume>\d+)\s*卷\s*[,，]?)?\s*(?:第\s*(?P<issue>[\d—–-]+)\s*期)?"
)
_MARKUP = re.compile(
    r"\*\*|(?<!\*)\*(?!\*)(?=\S[^*\n]*\S?\*(?!\*))|(?<=\S)\*(?!\*)"
    r"|\\(?=[!-/:-@\[-`{-~])|!\[[^\]\n]*\]\([^)\n]*\)|^[ \t]*>[ \t]?|^#{1,6}[ \t]+",
    re.M,
)


@dataclass(frozen=True, slots=True)
class _Blk:
    """A block: lines between blank ones. `gap` counts the blank lines before it."""

    start: int
    end: int
    gap: int
    string: str  # its words, without bold marks and escapes, lines joined by \n


def identify(seed: Seed) -> float:
    """Likeness: YAML front matter, image links, bold runs, spacer lines, album tags."""
    text = seed.text
    yaml = bool(_YAML.match(text))
    images = len(_IMAGE.findall(text)) > 0
    bold = text.count("**") >= 6
    spacers = sum(bool(line.text) and line.is_blank for line in seed.lines) > 3
    notes = bool(re.search(r"^\[\d+\]|\^\{?\[", text, re.M))
    return 0.3 * yaml + 0.15 * images + 0.3 * bold + 0.25 * spacers - 0.5 * notes


def read(seed: Seed, hints: Hints) -> Document:
    """Front matter, introduction by others, body and credits, each apart."""
    fields, removed, start = _yaml(seed)
    state = _State(fields=fields, removed=removed)
    blocks = list(_blocks(seed, start))
    last = _last_of_text(blocks)
    state.head_end = _end_of_head(blocks)
    for n, block in enumerate(blocks):
        if n > last:
            _after(seed, block, state)
        elif state.stage == "head":
            _head(seed, block, blocks[n - 1] if n else None, state, hints)
        else:
            _running(seed, block, state, hints)
    if state.number:
        state.add(Paragraph(state.number))
    state.fields = _by_account(state.fields)
    names = {field.name for field in state.fields}
    messages: list[Message] = []
    if "title" not in names:
        messages.append(
            message(
                "structure-doubt",
                f"{seed.name}:1",
                problem="the archive has no title.",
                remedy="Supply `identity.title` in the record.",
            )
        )
    messages += state.messages
    return Document(
        fields=tuple(state.fields),
        introduction=tuple(state.introduction),
        body=tuple(state.body),
        endmatter=tuple(state.endmatter),
        removed=tuple(state.removed),
        nature="republication" if names & {"journal", "republisher"} else "article",
        messages=tuple(messages),
    )


def _by_account(fields: list[Field]) -> list[Field]:
    """Where the text names its author itself, the archive's author is the account, not he."""
    authors = [n for n, field in enumerate(fields) if field.name == "authors"]
    if len(authors) < 2:
        return fields
    account = replace(fields[authors[0]], name="republisher")
    return [account if n == authors[0] else field for n, field in enumerate(fields)]


class _State:
    """What the walk over the blocks has gathered so far."""

    def __init__(self, fields: list[Field], removed: list[Removal]) -> None:
        self.fields = fields
        self.removed = removed
        self.introduction: list[Block] = []
        self.body: list[Block] = []
        self.endmatter: list[Paragraph] = []
        self.messages: list[Message] = []
        self.stage = "head"
        self.head_end = 0  # offset after the last block that only a head can hold
        self.number = Text()  # of a heading whose title is in the next block
        self.widest = 0  # blank lines between blocks of the introduction

    def add(self, block: Block) -> None:
        (self.introduction if self.stage == "introduction" else self.body).append(block)


def _yaml(seed: Seed) -> tuple[list[Field], list[Removal], int]:
    """Title, author, tags and date of the front matter; keys and signs are mark-up."""
    found = _YAML.match(seed.text)
    if not found:
        return [], [], 0
    fields, spans = [], []
    for line in _YAML_LINE.finditer(found[1]):
        value = line["value"]
        bare = value.strip("[]'\" ")
        name = {"title": "title", "author": "authors", "date": "republication_date"}.get(
            line["key"].lower(), "tags" if line["key"].lower() in ("tags", "keywords") else ""
        )
        if not bare or not name:
            if bare:
                low = found.start(1) + line.start("value")
                spans.append(Removal(Span(low, low + len(value)), "site-code"))
            continue
        low = found.start(1) + line.start("value") + value.index(bare)
        text = Text(seed.cut(low, low + len(bare)).pieces)
        parts = [part.strip("'\" ") for part in bare.split(",")]
        normal = {
            "tags": "；".join(parts),
            "authors": "；".join(parts),
            "republication_date": iso_date(bare),
        }.get(name, bare)
        fields.append(Field(name, text, normal))
    covered = [f.text.pieces[0].span for f in fields] + [r.span for r in spans]
    keys, at = [], found.start()
    for span in sorted(covered):
        keys.append(Removal(Span(at, span.start), "metadata-key"))
        at = span.end
    return fields, [*spans, *keys, Removal(Span(at, found.end()), "metadata-key")], found.end()


def _blocks(seed: Seed, start: int) -> Iterator[_Blk]:
    gap = 0
    run: list[tuple[int, int]] = []
    for line in (*(line for line in seed.lines if line.start >= start), None):
        if line is not None and not line.is_blank:
            run.append((line.start, line.end))
            continue
        if run:
            raw = seed.text[run[0][0] : run[-1][1]]
            bare = "\n".join(part.strip() for part in _MARKUP.sub(_keep_image, raw).splitlines())
            yield _Blk(run[0][0], run[-1][1], gap, bare.strip())
            run, gap = [], 0
        gap += 1


def _keep_image(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("!") else ""


def _last_of_text(blocks: list[_Blk]) -> int:
    """The last block that is text: what follows is credits, disclaimers and images."""
    last = len(blocks) - 1
    while last >= 0 and (
        _is_image(blocks[last])
        or not blocks[last].string
        or (len(blocks[last].string) <= 120 and _CREDIT.search(blocks[last].string))
        or _ALBUM.match(blocks[last].string)
    ):
        last -= 1
    return last


def _end_of_head(blocks: list[_Blk]) -> int:
    """The offset after the last label, pair or album tag before the first long paragraph."""
    end = 0
    for n, block in enumerate(blocks[:20]):
        after_image = n > 0 and _is_image(blocks[n - 1])
        if _LABEL.match(block.string) or _ALBUM.match(block.string) or _is_pair(block):
            end = block.end
        elif _GUIDE.match(block.string) or (len(block.string) > 120 and not after_image):
            break
    return end


def _is_pair(block: _Blk) -> bool:
    return bool(_PAIR.match(block.string)) and len(block.string) <= 300


def _is_image(block: _Blk) -> bool:
    return bool(block.string) and not _IMAGE.sub("", block.string).strip()


def _drop(block: _Blk, reason: str) -> Removal:
    return Removal(Span(block.start, block.end), reason)


def _after(seed: Seed, block: _Blk, state: _State) -> None:
    if _is_image(block):
        state.removed.append(_drop(block, "image"))
    elif not block.string:
        state.removed.append(_drop(block, "blank-mark"))
    elif _ALBUM.match(block.string):
        state.removed.append(_drop(block, "navigation"))
    else:
        state.endmatter.append(Paragraph(_rich(seed, block, state)))


def _head(seed: Seed, block: _Blk, before: _Blk | None, state: _State, hints: Hints) -> None:
    string = block.string
    if hints.body_line and seed.line_at(block.start) >= hints.body_line:
        _running(seed, block, state, hints)
    elif _is_image(block):
        state.removed.append(_drop(block, "image"))
    elif not string:
        state.removed.append(_drop(block, "blank-mark"))
    elif _ALBUM.match(string):
        state.removed.append(_drop(block, "navigation"))
    elif _LABEL.match(string):
        state.removed.append(_drop(block, "label"))
    elif _GUIDE.match(string):
        state.removed.append(_drop(block, "label"))
        state.stage = "introduction"
    elif (pair := _PAIR.match(string)) and _is_pair(block):
        _pair(seed, block, pair["label"], state)
    elif before and _is_image(before) and block.gap <= 2 and len(string) <= 200:
        text = _rich(seed, block, state)
        state.fields.append(Field("caption", text, text.string))
    elif any(f.name == "title" and f.value == string for f in state.fields):
        state.removed.append(_drop(block, "repeated"))
    elif not any(f.name == "title" for f in state.fields) and _is_atx(seed, block):
        text = _rich(seed, block, state)
        state.fields.append(Field("title", text, text.string))
    elif block.end <= state.head_end and len(string) <= 60:
        state.removed.append(_drop(block, "navigation"))
    else:
        _running(seed, block, state, hints)


def _is_atx(seed: Seed, block: _Blk) -> bool:
    return bool(_ATX.match(seed.text[block.start : block.end].lstrip()))


def _running(seed: Seed, block: _Blk, state: _State, hints: Hints) -> None:
    """A block of the introduction or the body."""
    if state.stage == "introduction":
        line = seed.line_at(block.start)
        wider = state.introduction and block.gap >= 5 and block.gap > state.widest
        if line >= hints.body_line if hints.body_line else wider:
            state.stage = "body"
        elif state.introduction:
            state.widest = max(state.widest, block.gap)
    elif state.stage == "head":
        state.stage = "body"
    string = block.string
    if _is_image(block):
        state.removed.append(_drop(block, "image"))
        return
    if not string:
        state.removed.append(_drop(block, "blank-mark"))
        return
    if _NUMBER_BLOCK.match(string) and not state.number:
        if state.stage == "introduction":
            state.stage = "body"
        state.number = _rich(seed, block, state, emphasis=False)
        return
    if level := _heading_level(seed, block, state):
        if state.stage == "introduction" and level == 1:
            state.stage = "body"
        state.add(_heading(seed, block, level, state))
        return
    if state.number:  # a number without a title is text after all
        state.add(Paragraph(state.number))
        state.number = Text()
    state.add(Paragraph(_rich(seed, block, state)))


def _heading_level(seed: Seed, block: _Blk, state: _State) -> int:
    """0 for a paragraph. Headings are short, without a sentence's end, bold or numbered."""
    string = block.string
    if atx := _ATX.match(seed.text[block.start : block.end].lstrip()):
        return max(len(atx[1]) - 1, 1)
    if len(string) > 50 or "\n" in string or string.endswith(("。", "；", "，", "：", "？", "！")):
        return 0
    if state.number:
        return 1
    raw = seed.text[block.start : block.end].strip()
    bold = raw.startswith("**") and raw.endswith("**")
    if _SUBNUMBER.match(string):
        return 2 if bold or not ends_sentence(string.rstrip("）)")) else 0
    if _TOPNUMBER.match(string) and (bold or not ends_sentence(string)):
        return 1
    return 1 if bold and not ends_sentence(string.rstrip("”）)")) else 0


def _heading(seed: Seed, block: _Blk, level: int, state: _State) -> Heading:
    text = _rich(seed, block, state, emphasis=False)
    number, state.number = state.number, Text()
    found = None if number else _SUBNUMBER.match(text.string) or _TOPNUMBER.match(text.string)
    if found:
        number, text = text.slice(0, found.end()), text.slice(found.end(), len(text))
    return Heading(text, level, number)


def _pair(seed: Seed, block: _Blk, label: str, state: _State) -> None:
    """A line `label: value` of the head: its fields, cut out of the value."""
    text = _rich(seed, block, state, emphasis=False, wide=True)
    colon = re.search(r"[:：丨|]\s*", text.string)
    assert colon
    head, value = text.slice(0, colon.end()), text.slice(colon.end(), len(text))
    _remove(head, "label", state)
    string = value.string
    parts: list[tuple[str, int, int, str]] = []
    if label in ("来源", "文章来源", "原载", "原刊", "出处") and (found := _ISSUE.search(string)):
        parts = [
            (name, *found.span(name), found[name])
            for name in ("journal", "year", "volume", "issue")
            if found[name]
        ]
    elif label.startswith("作者"):
        name = re.match(r"[^，,。；;（(|]+", string)
        if name:
            names = [part for part in re.split(r"[、/]\s*", name[0].strip()) if part]
            parts = [("authors", 0, name.end(), "；".join(names))]
            rest = string[name.end() :]
            low = name.end() + len(rest) - len(rest.lstrip("，,；; "))
            high = len(string.rstrip("。 "))
            if low < high:
                parts.append(("affiliation", low, high, string[low:high]))
    elif label in ("译者", "翻译"):
        parts = [("translators", 0, len(string), string.rstrip("。"))]
    elif label in ("题目", "标题", "原文标题"):
        parts = [("title", 0, len(string), string)]
    elif label == "关键词":
        parts = [("keywords", 0, len(string), "；".join(re.split(r"[；;、，,\s]+", string)))]
    if not parts:
        parts = [("statement", 0, len(string), string)]
    at = 0
    for field, low, high, normal in parts:
        _remove(value.slice(at, low), "separator", state)
        state.fields.append(Field(field, value.slice(low, high), normal))
        at = high
    _remove(value.slice(at, len(value)), "separator", state)


def _remove(text: Text, reason: str, state: _State) -> None:
    state.removed += [Removal(p.span, reason) for p in text.pieces if p.span.start < p.span.end]


def _rich(
    seed: Seed, block: _Blk, state: _State, *, emphasis: bool = True, wide: bool = False
) -> Text:
    """The words of a block, bold runs as emphasis; signs of mark-up are removed.

    Runs that only blanks part are one run. A bold sign without its partner is mark-up too.
    """
    text = Text()
    runs: list[tuple[int, int]] = []
    slants: list[tuple[int, int]] = []
    at, opened = block.start, -1
    raw = seed.text[block.start : block.end]
    slanted = -1
    for found in _MARKUP.finditer(raw):
        low, high = block.start + found.start(), block.start + found.end()
        text += seed.cut(at, low)
        state.removed.append(Removal(Span(low, high), "image" if found[0][0] == "!" else "mark-up"))
        at = high
        if found[0] == "*":
            if slanted >= 0:
                slants.append((slanted, len(text)))
                slanted = -1
            else:
                slanted = len(text)
        elif found[0] == "**":
            if opened < 0:
                opened = len(text)
            else:
                if text.string[opened:].strip():
                    runs.append((opened, len(text)))
                opened = -1
    text += seed.cut(at, block.end)
    if opened >= 0:
        state.messages.append(
            message(
                "structure-doubt",
                seed.where(block.start),
                problem="a bold sign `**` has no partner.",
                remedy="Look at the source; it is removed as mark-up.",
            )
        )
    if emphasis:
        marks = [Mark(start, end, Emphasis("emphasis")) for start, end in slants]
        text = text.marked(*_merged(text.string, runs), *marks)
    text = prose(text)
    if wide:
        text = tidy(text, widen_punctuation)
    return _trim_marks(text)


def _merged(string: str, runs: list[tuple[int, int]]) -> list[Mark]:
    joined: list[tuple[int, int]] = []
    for start, end in runs:
        if joined and not string[joined[-1][1] : start].strip(" \t\u00a0"):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [Mark(start, end, Emphasis()) for start, end in joined]


def _trim_marks(text: Text) -> Text:
    """Emphasis covers no blank at its ends and is never empty."""
    marks = []
    for mark in text.marks:
        words = text.string[mark.start : mark.end]
        start = mark.start + len(words) - len(words.lstrip())
        end = mark.end - (len(words) - len(words.rstrip()))
        if start < end:
            marks.append(Mark(start, end, mark.what))
    return Text(text.pieces, tuple(marks))


READER = Reader("social-archive-markdown", identify, read)
