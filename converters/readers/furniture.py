"""What readers of web pages share: telling a sentence, a title line or a date from furniture."""

import re
from collections.abc import Iterable

from converters.model import Removal, Span
from converters.seed import Line, Seed
from converters.text import is_han

_SENTENCE_END = "。！？…；：，、”’」』）.!?;:,\"'"
_DATE = re.compile(
    r"(?:19|20)\d\d\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}\s*日?"
    r"(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
)
_MONGOLIAN_DATE = re.compile(r"(?:19|20)\d\d\s+оны\s+\d{1,2}[-\s]*р\s+сарын\s+\d{1,2}")


def han_count(string: str) -> int:
    """How many Han characters a string has."""
    return sum(map(is_han, string))


def ends_sentence(string: str) -> bool:
    """Whether a line ends like a sentence or a part of one, not like a title."""
    return string.rstrip().endswith(tuple(_SENTENCE_END))


def is_date_line(string: str) -> bool:
    """Whether a line holds a date and little else."""
    bare = _MONGOLIAN_DATE.sub("", _DATE.sub("", string))
    return bare != string and len(re.sub(r"[\W\d_]", "", bare)) <= 4


def iso_date(string: str) -> str:
    """The first date of a string as YYYY-MM-DD, or nothing."""
    found = re.search(r"((?:19|20)\d\d)\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})", string)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""


def removal(line: Line, reason: str) -> Removal:
    """A whole line that is not part of the text."""
    return Removal(Span(line.start, line.end), reason)


def content(seed: Seed) -> list[Line]:
    """The lines that hold more than white space."""
    return [line for line in seed.lines if line.text.strip("\ufeff \t\u00a0\u3000")]


def trimmed(line: Line) -> tuple[int, int]:
    """The offsets of a line without the white space round it."""
    text = line.text
    left = len(text) - len(text.lstrip())
    return line.start + left, line.start + len(text.rstrip())


def gaps(start: int, end: int, spans: Iterable[Span], reason: str) -> list[Removal]:
    """What [start, end) holds between these spans, removed for one reason."""
    removals = []
    for span in sorted(spans):
        if span.start > start:
            removals.append(Removal(Span(start, span.start), reason))
        start = max(start, span.end)
    if start < end:
        removals.append(Removal(Span(start, end), reason))
    return removals
