"""Prints an article the way the text of a PDF comes: lines of one width, pages, notes below.

The article says what a reader must get back; `Print` says how it is printed. A mark of a note is
written `{{words of the note}}` in a paragraph.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from converters.readers.common.reading import cells

CIRCLED = [chr(0x2460 + n) for n in range(20)] + [chr(0x3251 + n) for n in range(15)]
_NOTE = re.compile(r"\{\{(.*?)\}\}")
_TOKEN = re.compile(r"\{\{.*?\}\}|[A-Za-z0-9.,%()’‘:/_-]+|.")
_NEVER_FIRST = "，。、；：！？”’）》】"


@dataclass(frozen=True)
class Article:
    """Blocks of the text: paragraphs, and headings, which begin with `#`."""

    blocks: Sequence[str]
    front: Sequence[str] = ()
    back: Sequence[str] = ()


@dataclass(frozen=True)
class Print:
    """How an article is printed.

    `lead` is the blank a paragraph's first line keeps (its width is lost if it is empty),
    `end` the blank of its last line, `between` what stands between two lines of the text.
    """

    width: int = 24
    note_width: int = 30
    lines: int = 12
    lead: str = ""
    end: str = ""
    between: str = "\n"
    page: str = "\f"
    mark: Callable[[int], str] = field(default=lambda n: CIRCLED[n - 1])
    head: Callable[[int], str] = field(default=lambda number: "")
    foot: Callable[[int], str] = field(default=lambda number: "")
    first: int = 1


@dataclass
class Printed:
    """The printed text, and what must be read from it."""

    text: str
    blocks: list[str]
    notes: list[tuple[str, str]]


def wrap(tokens: Sequence[str], width: float, first: float) -> list[list[str]]:
    """Lines of tokens; a western word is not parted, a closing sign hangs in the margin."""
    lines: list[list[str]] = [[]]
    room = first
    for token in tokens:
        size = 0 if token.startswith("{{") else cells(token)
        if size > room and lines[-1] and token not in _NEVER_FIRST and size:
            lines.append([])
            room = width
            if token == " ":
                continue
        lines[-1].append(token)
        room -= size
    return lines


def put(article: Article, how: Print) -> Printed:
    """The article in print."""
    lines = [(line, "front") for line in article.front]
    for block in article.blocks:
        if block.startswith("#"):
            lines.append((block.lstrip("# "), "heading"))
            continue
        rows = wrap(_TOKEN.findall(block), how.width, how.width - 2)
        for n, row in enumerate(rows):
            kind = ("first" if n == 0 else "") + ("last" if n == len(rows) - 1 else "")
            lines.append(("".join(row), kind or "line"))
    pages, blocks, notes = _pages(lines, how)
    text = how.page.join(pages)
    return Printed(text + "".join(f"\n{line}" for line in article.back) + "\n", blocks, notes)


def _pages(
    lines: Sequence[tuple[str, str]], how: Print
) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    pages: list[str] = []
    blocks: list[str] = []
    notes: list[tuple[str, str]] = []
    for at in range(0, len(lines), how.lines):
        number = how.first + len(pages)
        below: list[str] = []
        rows: list[str] = []
        begun = False
        for line, kind in lines[at : at + how.lines]:
            printed, read = line, line
            for words in _NOTE.findall(line):
                below.append(words)
                notes.append((f"n{number}-{len(below)}", words))
                old = f"{{{{{words}}}}}"
                printed = printed.replace(old, how.mark(len(below)), 1)
                read = read.replace(old, f"[{notes[-1][0]}]", 1)
            rows.append(_row(printed, kind, how))
            if kind == "front":
                continue
            here = "" if begun else f"|{number}|"
            begun = True
            if kind in ("heading", "first", "firstlast"):
                blocks.append(here + ("# " if kind == "heading" else "") + read)
            else:
                west = blocks[-1][-1:].isascii() and read[:1].isascii() and not here
                blocks[-1] += here + (" " if west and blocks[-1][-1].isalnum() else "") + read
        foot = [f"{how.mark(n)} {words}" for n, words in enumerate(below, 1)]
        wrapped = [
            "".join(row)
            for note in foot
            for row in wrap(_TOKEN.findall(note), how.note_width, how.note_width)
        ]
        rows[0] = re.sub(r"^(?:\n|[ ]\n)+", "", rows[0])  # no page opens or ends with blank lines
        rows[-1] = re.sub(r"\n[\n ]*$", "", rows[-1])
        body = how.between.join(rows)
        parts = [how.head(number), body, *wrapped, how.foot(number)]
        pages.append("\n".join(part for part in parts if part))
    return pages, blocks, notes


def _row(line: str, kind: str, how: Print) -> str:
    if kind in ("first", "firstlast"):
        line = how.lead + line
    if kind == "heading" and how.between == "\n" and how.lead:
        line = "\n" + " " * 8 + line + "\n"
    elif kind == "heading":
        line = "\n \n" + line + "\n \n"
    return line + (how.end if kind in ("last", "firstlast", "heading") else "")


def recognised(article: Article, size: int, call: str = "^[{}]", body: str = "[{}] ") -> Printed:
    """The article as text recognition gives it: a line a paragraph, page by page, notes below.

    A page takes about `size` characters and never ends between two sentences, unless it has notes
    and ends with a block: else no one could see that it ends.
    """
    out: list[str] = []
    blocks: list[str] = []
    notes: list[tuple[str, str]] = []
    page, room, begun = 1, size, False
    below: list[str] = []

    def end_page() -> None:
        nonlocal page, room, begun
        out.extend(body.format(n) + words for n, words in enumerate(below, 1))
        below.clear()
        page, room, begun = page + 1, size, False

    def add(tokens: list[str], prefix: str, *, new: bool) -> None:
        nonlocal room, begun
        printed, read = prefix, "" if begun else f"|{page}|"
        begun = True
        for token in tokens:
            if token.startswith("{{"):
                below.append(token[2:-2])
                notes.append((f"n{page}-{len(below)}", below[-1]))
                printed += call.format(len(below))
                read += f"[{notes[-1][0]}]"
            else:
                printed, read = printed + token, read + token
                room -= len(token)
        out.append(printed)
        if new:
            blocks.append(prefix + read)
        else:
            blocks[-1] += read

    for one in article.blocks:
        prefix = "# " if one.startswith("#") else ""
        tokens = _TOKEN.findall(one.removeprefix("# "))
        new = True
        while tokens:
            cut = _cut(tokens, room) if not prefix else len(tokens)
            add(tokens[:cut], prefix, new=new)
            tokens, new = tokens[cut:], False
            if tokens or (room <= 0 and below and one is not article.blocks[-1]):
                end_page()
    end_page()
    return Printed("\n\n".join(out) + "\n", blocks, notes)


def _cut(tokens: Sequence[str], room: int) -> int:
    """Where a page end cuts a paragraph: inside a sentence, between two Han characters."""
    length = 0
    for at, token in enumerate(tokens):
        length += 0 if token.startswith("{{") else len(token)
        inside = at and tokens[at - 1] > "\u4e00" and token > "\u4e00" and token < "\u9fff"
        if length > room and inside and tokens[at - 1] < "\u9fff":
            return at
    return len(tokens)


HAN = (
    "蒙古国的对外政策与安全战略在东北亚地区发展合作关系经济文化历史联盟"
    "组织成员参加会议提出方案认为应当加强互信机制建设"
)


def made_up(choice: random.Random) -> Article:
    """An article of made-up words."""

    def words(least: int, most: int) -> str:
        return "".join(choice.choice(HAN) for _ in range(choice.randint(least, most)))

    def sentence() -> str:
        kind = choice.random()
        middle = f"{choice.randint(1, 2020)}年" if kind < 0.3 else "，" if kind < 0.6 else ""
        middle = f"“{words(2, 4)}”" if kind > 0.8 else middle
        return words(4, 20) + middle + words(4, 20) + choice.choice("。。。？")

    def note() -> str:
        return choice.choice(
            [
                f"张三：《{words(4, 40)}》，第{choice.randint(1, 99)}页。",
                "John Smith, “A Title of Some Length,” Journal of Things, No. 3, 2012, p. 5.",
                "Ibid.",
            ]
        )

    blocks = []
    for number in range(choice.randint(1, 4)):
        if number or choice.random() < 0.5:
            blocks.append(f"# {'一二三四'[number]}、{words(4, 14)}")
        for _ in range(choice.randint(1, 4)):
            parts = [
                sentence() + (f"{{{{{note()}}}}}" if choice.random() < 0.35 else "")
                for _ in range(choice.randint(2, 7))
            ]
            blocks.append("".join(parts))
    return Article(blocks)
