"""Prints an article the way the text of a PDF comes: lines of one width, pages, notes below.

The article says what a reader must get back; `Print` says how it is printed. A mark of a note is
written `{{words of the note}}` in a paragraph.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from converters.readers.journal.reading import cells

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
