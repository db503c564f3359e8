"""Text and its marks as MyST inline markup, in which nothing of the text can act as markup.

Sources: CommonMark 0.31 §2.4 (backslash escapes) and §6.1 (code spans); MyST-Parser, “Roles”.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from converters.model import Cited, Emphasis, Mark, NoteRef, PageBreak, Text

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&$~^|]")
_LINE_START = re.compile(r"^(\s*)([-+=>#%:|~(]|\d{1,9}(?=[.)](?:\s|$)))")
_URL = re.compile(r"https?://[^\s<>\"“”‘’，。；：、！？）】》\u3400-\u9fff]+")


def escape(string: str) -> str:
    """The string as MyST text: every ASCII sign that could be markup is escaped."""
    return _SPECIAL.sub(lambda found: "\\" + found[0], string)


def escape_start(line: str) -> str:
    """A line of MyST, its start escaped where it would open a block."""
    found = _LINE_START.match(line)
    if not found:
        return line
    if found[2][0].isdigit():
        return f"{found[1]}{found[2]}\\{line[found.end() :]}"
    return f"{found[1]}\\{line[found.start(2) :]}"


def role(name: str, content: str) -> str:
    """A role around content; the fence is longer than any run of backticks in it.

    Raises ValueError for content that begins or ends with a backtick, which no fence can hold
    (MyST keeps the padding that CommonMark strips from code spans).
    """
    if not content or "`" in (content[0], content[-1]):
        raise ValueError(f"no role can hold {content!r}")
    longest = max((len(run) for run in re.findall("`+", content)), default=0)
    fence = "`" * (longest + 1)
    return f"{{{name}}}{fence}{content}{fence}"


def linked(string: str) -> str:
    """Text with its web addresses as links that show the address as printed."""
    parts = []
    at = 0
    for found in _URL.finditer(string):
        address = _trimmed(found[0])
        parts.append(escape(string[at : found.start()]))
        parts.append(_link(address))
        at = found.start() + len(address)
    return "".join(parts) + escape(string[at:])


def _trimmed(address: str) -> str:
    """An address without the punctuation of the sentence that follows it."""
    while address[-1:] in tuple(".,;:!?'") or (address.endswith(")") and "(" not in address):
        address = address[:-1]
    return address


def _link(address: str) -> str:
    # An autolink would show %20 as a space: such an address gets its own words as link text.
    if "%" in address or "\\" in address:
        return f"[{escape(address)}](<{address}>)"
    return f"<{address}>"


def inline(text: Text) -> str:
    """A text with its marks: note marks, page breaks, emphasis and citations."""
    string = text.string
    edges = sorted({0, len(string), *(at for m in text.marks for at in (m.start, m.end))})
    points: defaultdict[int, list[Mark]] = defaultdict(list)
    begins: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in text.marks:
        (points if mark.start == mark.end else begins)[mark.start].append(mark)
    cited_once: set[Mark] = set()
    parts = [_points(points[0])]
    over: list[Mark] = []  # the marks that hold the words
    for start, end in pairwise(edges):
        over = [mark for mark in (*over, *begins[start]) if mark.end >= end]
        parts.append(_run(string[start:end], over, cited_once))
        parts.append(_points(points[end]))
    return "".join(parts)


def _run(words: str, over: list[Mark], cited_once: set[Mark]) -> str:
    cited = next((m for m in over if isinstance(m.what, Cited)), None)
    styles = [m.what.style for m in over if isinstance(m.what, Emphasis)]
    bare = words.strip(" `")
    if not bare or not over:
        return linked(words)
    start = words.index(bare)
    before, after = escape(words[:start]), escape(words[start + len(bare) :])
    # A role can hold no role: of a citation that is cut by other marks the first words link.
    if cited and not styles and cited not in cited_once:
        cited_once.add(cited)
        assert isinstance(cited.what, Cited)
        target = cited.what.key + (f"@{cited.what.locator}" if cited.what.locator else "")
        return before + role("src", f"{bare} <{target}>") + after
    return before + role(styles[0], bare) + after if styles else linked(words)


def _points(marks: Iterable[Mark]) -> str:
    return "".join(
        f"[^{mark.what.label}]"
        if isinstance(mark.what, NoteRef)
        else role("page-start" if mark.what.opening else "page", mark.what.page)
        for mark in marks
        if isinstance(mark.what, NoteRef | PageBreak)
    )
