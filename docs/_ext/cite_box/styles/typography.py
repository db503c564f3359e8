"""What the styles have in common: italics, quotation marks, names, dates, ranges of pages.

A formatted citation is a string in which italics stand between two control characters, Shift Out
and Shift In (U+000E, U+000F): no text of an edition can hold them, for XML 1.0 forbids them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence

from ..work import HAN, Date, Name

ITALIC, ROMAN = "\x0e", "\x0f"

# fmt: off
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)
# fmt: on


def italic(text: str) -> str:
    """`text` in italics; Chinese characters have none (Chicago 11.89, APA 9.42)."""
    return text if not text or HAN.search(text) else f"{ITALIC}{text}{ROMAN}"


def plain(citation: str) -> str:
    """A citation without its italics."""
    return citation.replace(ITALIC, "").replace(ROMAN, "")


def to_html(citation: str) -> str:
    """A citation as HTML phrasing content."""
    text = html.escape(citation, quote=False)
    return text.replace(ITALIC, "<i>").replace(ROMAN, "</i>").replace("\n", "<br>")


def quoted(title: str, stop: str = "") -> str:
    """“Title,” with the comma or full stop inside all quotation marks, as American style has it.

    The title's own double marks become single. A question mark is stop enough, but is followed by
    a comma (Chicago 6.134).
    """
    inner = title.replace("“", "‘").replace("”", "’")
    return f"“{_stopped(inner, stop)}”"


def sentence(text: str) -> str:
    """`text` with one full stop at its end, inside its last quotation mark."""
    return _stopped(text, ".") if text else ""


def _stopped(text: str, stop: str) -> str:
    closing = text[len(text.rstrip("”’" + ROMAN)) :]
    body = text.removesuffix(closing)
    if body.endswith(".") or (stop == "." and body.endswith(("?", "!", "？", "！"))):
        return text
    if closing.startswith(ROMAN):  # the stop is not part of a title in italics
        return text + stop
    return f"{body}{stop}{closing}"


def joined(parts: Sequence[str], between: str = ", ") -> str:
    """The parts that are there."""
    return between.join(part for part in parts if part)


def and_list(names: Sequence[str], last: str = "and") -> str:
    """a; a and b; a, b, and c."""
    if len(names) < 3:
        return f" {last} ".join(names)
    return f"{', '.join(names[:-1])}, {last} {names[-1]}"


def initials(name: Name, *, inverted: bool = True) -> str:
    """Campi, A. J. or A. J. Campi; Chinese and literal names as they are."""
    if name.literal or name.is_han or not name.given:
        return name.full
    letters = " ".join(
        "-".join(f"{part[0]}." for part in word.split("-") if part) for word in name.given.split()
    )
    return f"{name.family}, {letters}" if inverted else f"{letters} {name.family}"


def american_date(date: Date, *, day: bool = True) -> str:
    """November 4, 2025; November 2025; 2025. Without `day` a month is the most that is said."""
    year, *rest = date.start or (0,)
    if not date.start or len(date.parts) > 1:
        return date.year
    if not rest:
        return str(year)
    month = MONTHS[rest[0] - 1]
    return f"{month} {rest[1]}, {year}" if day and len(rest) > 1 else f"{month} {year}"


def chicago_pages(pages: str) -> str:
    """119–37, 101–8, 100–104: the changed part, mostly of two digits (Chicago 9.63)."""

    def short(first: str, last: str) -> str:
        if len(first) < 3 or int(first) % 100 == 0:
            return last
        return _changed(first, last, 1 if int(first) % 100 < 10 else 2)

    return _ranged(pages, short)


def mla_pages(pages: str) -> str:
    """119–37, 101–08: at least the last two digits (MLA Handbook, 9th ed., 2.139)."""
    return _ranged(pages, lambda first, last: _changed(first, last, 2))


def full_pages(pages: str) -> str:
    """119–137."""
    return _ranged(pages, lambda _, last: last)


def page_label(pages: str) -> str:
    """p. for one page, pp. for a range."""
    return "pp." if "-" in pages else "p."


def _changed(first: str, last: str, at_least: int) -> str:
    """The digits of `last` that differ from `first`, and never fewer than `at_least`."""
    if len(first) != len(last):
        return last
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), 0)
    return last[min(same, len(last) - at_least) :]


def _ranged(pages: str, short: Callable[[str, str], str]) -> str:
    """Each range with an en dash, its second number as `short` wants it."""

    def shorten(match: re.Match[str]) -> str:
        return f"{match[1]}–{short(match[1], match[2])}"

    return re.sub(r"(\d+)-(\d+)", shorten, pages)
