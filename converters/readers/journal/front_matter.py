"""The front matter of an article: its head, then labelled statements (摘要, 关键词 …).

Statements become fields of the identity; what is no field (funds, dates, the English abstract)
is end matter.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from converters.readers.common.compose import compose
from converters.readers.common.headings import heading
from converters.readers.common.labels import (
    CLOSING,
    FIELDS,
    FRONT,
    Statement,
    statement,
    statements,
)
from converters.readers.common.names import names
from converters.readers.common.reading import Reading, Row
from converters.readers.common.sentences import finished
from converters.readers.journal.back_matter import stated_fields
from converters.readers.journal.collector import Collector
from converters.readers.journal.head import head_length, read_head
from converters.readers.journal.layout import LEAST_INDENT
from converters.readers.journal.pages import PageRow
from converters.readers.journal.paragraphs import LineEnds, paragraphs
from converters.readers.journal.parts import ArticleParts
from converters.schema.reasons import Reason
from converters.text import prose

_ARTICLE_ID = re.compile(
    r"(?P<issn>\d{4}[\s—–－-]*\d{3}[\dXxＸ])\s*[（(]\s*(?P<year>\d{4})\s*[)）]\s*"
    r"(?P<issue>\d{1,2})\s*期?[\s—–－-]*(?P<first>\d{3,4})[\s—–－-]+(?P<count>\d{1,3})(?!\d)"
)


#: Lines in which an abstract ends at the keywords or numbers below it: two pages of print, at most.
_ABSTRACT_LINES = 80
#: Lines in which any other statement ends at the next.
_STATEMENT_LINES = 4
_AFTER_ABSTRACT = ("keywords", "clc", "document_code", "article_id", "doi", "english")


def front_matter(
    reading: Reading, placed: Sequence[PageRow], lines: LineEnds, short: float
) -> ArticleParts:
    """The front matter and the rest. A title is narrower than `short` cells a line."""
    collector = Collector(reading, lines.style)
    at = head_length(placed, lines.style, short)
    read_head(collector, placed[:at])
    while at < len(placed) and (part := statement(placed[at].row.string)) and part.name in FRONT:
        end = _unit_end(placed, at, part, lines)
        _read(collector, placed[at:end], lines)
        at = end
    return ArticleParts(
        rest=tuple(placed[at:]),
        fields=tuple(collector.fields),
        abstract=tuple(collector.abstract),
        endmatter=tuple(collector.endmatter),
        removed=tuple(collector.removed),
        calls=tuple(collector.calls),
    )


def _unit_end(placed: Sequence[PageRow], at: int, first: Statement, lines: LineEnds) -> int:
    """The index after a statement: at the next statement, or at the end of its paragraph.

    An abstract of several paragraphs is known by the keywords or numbers that follow it.
    """
    spoken = first.name in ("abstract", "english")
    longest = _ABSTRACT_LINES if spoken else _STATEMENT_LINES
    for n in range(at + 1, min(at + longest, len(placed))):
        following = statement(placed[n].row.string)
        if following and following.name in (_AFTER_ABSTRACT if spoken else FRONT):
            return n
        if following or heading(placed[n].row.string):
            break
    end = at + 1
    if first.words >= len(placed[at].row.string.rstrip("*")) and end < len(placed):
        end += 1  # the label has a line of its own
    while end < len(placed) and not lines.breaks(placed[end - 1], placed[end]):
        above, below = placed[end - 1].row, placed[end].row
        cut = first.name == "affiliation" and _is_cut(above, below, lines)
        if not spoken and not cut and lines.ends_statement(above, below):
            break
        end += 1
    return end


def _is_cut(above: Row, below: Row, lines: LineEnds) -> bool:
    """Whether a sentence goes on in the next line, however short its own line is."""
    is_apart = below.indent >= LEAST_INDENT or below.gap > above.gap
    return not is_apart and not finished(above.string, lines.style)


def _read(collector: Collector, placed: Sequence[PageRow], lines: LineEnds) -> None:
    """One statement, or several on one line."""
    row = placed[0].row
    several = statements(row.string)
    if several[0].name not in FIELDS and several[0].name != "abstract":
        collector.endmatter += paragraphs(placed, lines)
        collector.fields += stated_fields(line.row.string for line in placed)
        return
    for part in several if len(placed) == 1 else several[:1]:
        end = part.end if len(placed) == 1 else len(row.string)
        collector.drop(row.part(part.start, part.words), Reason.LABEL)
        rows = [replace(placed[0], row=row.part(part.words, end)), *placed[1:]]
        last = rows[-1].row
        if part.opened and last.string.endswith(CLOSING):
            collector.drop(last.part(len(last.string) - 1, len(last.string)), Reason.LABEL)
            rows[-1] = replace(rows[-1], row=last.part(0, len(last.string) - 1))
        rows = [placed for placed in rows if placed.row.string]
        if part.name == "abstract":
            collector.abstract += paragraphs(rows, lines)
        elif rows:
            _field(collector, part.name, rows)


def _field(collector: Collector, name: str, placed: Sequence[PageRow]) -> None:
    rows = [line.row for line in placed]
    string = prose(compose(collector.reading, rows)).string.strip()
    if name == "keywords":
        sign = r"[、，,;；|]+" if re.search(r"[、，,;；|]", string) else r"\s+"
        raw = compose(collector.reading, rows).string if sign == r"\s+" else string
        value = "；".join(part.strip(" 。.") for part in re.split(sign, raw) if part.strip(" 。."))
        collector.add(name, rows, value)
    elif name in ("authors", "translators"):
        collector.add(name, rows, "；".join(names(string)) or string)
    elif name == "article_id":
        collector.add(name, rows)
        if match := _ARTICLE_ID.search(string):
            _implied(collector, match)
    else:
        collector.add(name, rows)


def _implied(collector: Collector, match: re.Match[str]) -> None:
    """What an article number says: ISSN(year)issue-first page-number of pages."""
    digits = re.sub(r"[^\dXx]", "", match["issn"]).upper()
    first, count = int(match["first"]), int(match["count"])
    collector.imply("issn", f"{digits[:4]}-{digits[4:]}")
    collector.imply("year", match["year"])
    collector.imply("issue", str(int(match["issue"])))
    collector.imply("pages", f"{first}-{first + count - 1}")
