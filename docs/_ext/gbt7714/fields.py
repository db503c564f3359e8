"""Reading the fields of an entry, biblatex names first, BibTeX names as a second choice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import latex

if TYPE_CHECKING:
    from pybtex.database import Entry
    from pybtex.richtext import Text

# ISO 8601 as biblatex has it, with the marks of EDTF level 1 for a doubtful date.
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%])?")
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_ESCAPED = re.compile(r"\\(?:([%&#_${}])|([~^])\{\})")


def rich(entry: Entry, *names: str) -> Text:
    """The first of the fields `names` that has a value, its LaTeX read; empty if none has."""
    return latex.read(raw(entry, *names))


def plain(entry: Entry, *names: str) -> str:
    """The same as words without any markup."""
    return str(rich(entry, *names)).strip()


def raw(entry: Entry, *names: str) -> str:
    """The same exactly as in the file."""
    for name in names:
        if value := str(entry.fields.get(name, "")).strip():
            return value
    return ""


def verbatim(entry: Entry, *names: str) -> str:
    """The same for fields that are no prose (addresses, DOI): only escapes of LaTeX are undone."""
    value = raw(entry, *names)
    if value.startswith("\\url{") and value.endswith("}"):
        value = value[5:-1]
    return _ESCAPED.sub(r"\1\2", value)


@dataclass(frozen=True)
class Issued:
    """When a work came out.

    `start` and `end` are ISO dates as precise as known, or the words of the `year` field if these
    are not a date; `end` is None for a single date and "" for what still appears.
    """

    start: str = ""
    end: str | None = None
    doubtful: bool = False

    def __bool__(self) -> bool:
        return bool(self.start)

    @property
    def has_day(self) -> bool:
        """Whether the date is one day and not a month, a year or a range."""
        return self.end is None and len(self.start) == 10 and bool(_DATE.fullmatch(self.start))

    def full(self) -> str:
        """The date as precise as known (§7.5.4.2)."""
        return f"[{self.start}]" if self.doubtful else self.start

    def year(self, dash: str) -> str:
        """The year, in brackets if estimated (§7.5.4.3); first and last year of a range."""
        first = year_of(self.start)
        if self.end is None:
            return f"[{first}]" if self.doubtful else first
        last = year_of(self.end)
        return first if last == first else f"{first}{dash}{last}"


def year_of(date: str) -> str:
    """The year of an ISO date; other words as they are."""
    return date[:4] if _DATE.fullmatch(date) else date


def issued(entry: Entry) -> Issued:
    """The date of `entry`: field `date` (EDTF range allowed), else `year`, `month`, `day`."""
    if date := raw(entry, "date"):
        start, slash, end = (part.strip() for part in date.partition("/"))
        doubtful = False
        if (match := _DATE.fullmatch(start)) and match[4]:
            start, doubtful = start[:-1], True
        return Issued(start, end.rstrip("?~%.") if slash else None, doubtful)
    year = plain(entry, "year")
    month = _month(plain(entry, "month"))
    day = plain(entry, "day")
    if re.fullmatch(r"\d{4}", year) and month:
        return Issued(f"{year}-{month:02}" + (f"-{int(day):02}" if day.isdecimal() else ""))
    return Issued(year)


def _month(value: str) -> int:
    if value.isdecimal():
        return int(value)
    return _MONTHS.get(value[:3].lower(), 0)


def pages(entry: Entry) -> str:
    """Pages or article number; ranges with the hyphen that the standard prints."""
    return re.sub(r"\s*(?:--+|[–—])\s*", "-", plain(entry, "pages", "eid"))


# Numbers (also roman) and runs of them; the word for "page" before or around them.
_NUMBERS = r"[0-9]+[a-z]?|[ivxlcdm]+"
_PAGES = re.compile(
    rf"(?:第|pp?\.?|сс?\.|стр\.|S\.)?\s*"
    rf"(?P<numbers>(?:{_NUMBERS})(?:\s*[-–—,，、]\s*(?:{_NUMBERS}))*)\s*页?",
    flags=re.IGNORECASE,
)


def page_numbers(locator: str) -> str:
    """The bare numbers of a locator that is pages: `pp. 68–76`, `第68—76页` → `68-76`; else ""."""
    match = _PAGES.fullmatch(locator.strip())
    return re.sub(r"\s*[-–—]\s*", "-", match["numbers"]) if match else ""


def joint_issue(number: str) -> str:
    """An issue that counts as several: `15-16` → `15/16` (§8.5.1.2)."""
    return re.sub(r"(?<=\d)\s*(?:-+|[–—])\s*(?=\d)", "/", number)


def endpoints(value: str) -> tuple[str, str]:
    """Both ends of a range such as `1--4` or `1–4`; the second is "" for a single value."""
    first, *rest = re.split(r"\s*(?:--+|[–—])\s*", value, maxsplit=1)
    return first, rest[0] if rest else ""
