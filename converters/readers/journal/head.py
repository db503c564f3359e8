"""The head of an article: title, authors, affiliation, and the issue of the journal."""

import re
from collections.abc import Sequence

from converters.characters import HAN, han_count
from converters.lexicon import pattern
from converters.readers.common.compose import Token
from converters.readers.common.headings import heading
from converters.readers.common.labels import FRONT, statement
from converters.readers.common.markdown import markdown_prefix
from converters.readers.common.names import names, ornament
from converters.readers.common.notes import Style, star_call
from converters.readers.common.reading import Row
from converters.readers.common.sentences import finished, without_end_marks
from converters.readers.journal.collector import Collector
from converters.readers.journal.layout import LEAST_INDENT, MOST_INDENT
from converters.readers.journal.pages import PageRow
from converters.readers.journal.paragraphs import is_western
from converters.schema.reasons import Reason

_POSTCODE = r"\d{6}"
_AFFILIATION = re.compile(f"{pattern('institutions', 'journal')}|{_POSTCODE}")
_ISSUE = re.compile(r"第\s*\d+\s*期|总第|Vol\s*\.|ISSN|\d{4}\s*年\s*\d{1,2}\s*月")


#: Rows in which the first labelled statement stands, if the front matter has any: title and
#: subtitle, authors and institutions over several lines each.
_LONGEST_FRONT = 16
#: Rows of a head without labelled statements.
_LONGEST_HEAD = 8
#: Rows as wide as text above a labelled statement: a title in two full lines.
_WIDE_LINES = 2
#: Cells; a longer row that ends a sentence is text.
_SENTENCE = 20
#: Han characters of the shortest title.
_SHORTEST_TITLE = 4
#: Characters of the longest subtitle, line of an issue, affiliation; what is longer is a sentence.
_LONGEST_SUBTITLE = 40
_LONGEST_ISSUE = 60
_LONGEST_AFFILIATION = 80


def head_length(placed: Sequence[PageRow], style: Style | None, short: float) -> int:
    """How many rows stand before the first labelled statement, or before the text."""
    wide = 0  # lines as long as those of running text
    for at, line in enumerate(placed[:_LONGEST_FRONT]):
        opened = statement(line.row.string)
        if opened and opened.name in FRONT:
            return at
        wide += line.row.cells >= short
        if wide > _WIDE_LINES or (finished(line.row.string, style) and line.row.cells > _SENTENCE):
            break
    at = 0
    has_title = False
    while at < min(_LONGEST_HEAD, len(placed)):
        string = without_end_marks(placed[at].row.string, style)
        if _is_issue(string) or (has_title and (names(string) or _is_affiliation(string))):
            at += 1
        elif not has_title and _is_title(placed[at].row, style, short):
            has_title = True
            at += 1
        elif has_title and string.startswith(("——", "—")) and len(string) < _LONGEST_SUBTITLE:
            at += 1
        else:
            break
    return at if has_title or all(_is_issue(line.row.string) for line in placed[:at]) else 0


def _is_title(row: Row, style: Style | None, short: float) -> bool:
    string = without_end_marks(row.string, style)
    if string.startswith("#"):
        return not heading(string.lstrip("# "))
    starts_paragraph = LEAST_INDENT <= row.indent <= MOST_INDENT and row.indent + row.cells > short
    return (
        row.cells < short
        and not starts_paragraph
        and not string.endswith(("，", "、", "："))
        and not re.search("[。；;！]|？.", string)
        and han_count(string) >= _SHORTEST_TITLE
        and not heading(string)
    )


def _is_issue(string: str) -> bool:
    is_short = len("".join(string.split())) < _LONGEST_ISSUE
    return is_short and "。" not in string and bool(_ISSUE.search(string))


def _is_affiliation(string: str) -> bool:
    is_short = len(string) < _LONGEST_AFFILIATION
    return is_short and "。" not in string and bool(_AFFILIATION.search(string))


def read_head(collector: Collector, placed: Sequence[PageRow]) -> None:
    """Title, authors, affiliation and issue: the lines above the statements."""
    title: list[PageRow] = []
    authors = next(
        (n for n, line in enumerate(placed) if n and _author_names(line.row, collector.style)), None
    )
    for n, line in enumerate(placed):
        row = line.row
        string = without_end_marks(row.string, collector.style)
        if n == authors:
            _authors(collector, line)
        elif _is_issue(string):
            _issue(collector, string)
            collector.drop(row, Reason.RUNNING_HEAD)
        elif is_western(row):
            collector.endmatter.append((line,))
        elif (authors is None or n > authors) and title and _is_affiliation(string):
            _affiliation(collector, line)
        elif authors is None or n < authors:
            title.append(line)
        else:
            collector.endmatter.append((line,))
    _title(collector, title)


def _author_names(row: Row, style: Style | None) -> list[str]:
    string = row.string
    star = star_call(string)
    string = string[: star.start] if star else string
    string = without_calls(string, style)
    return [] if heading(string.strip()) else names(re.sub(r"^[#\s]+|\*\*", "", string))


def without_calls(string: str, style: Style | None) -> str:
    """A string without the marks in it that may call a note."""
    parts: list[str] = []
    at = 0
    for mark in style.calls(string) if style else ():
        parts.append(string[at : mark.start])
        at = mark.end
    return "".join((*parts, string[at:]))


def _title(collector: Collector, placed: Sequence[PageRow]) -> None:
    if not placed:
        return
    main = [line for line in placed if not line.row.string.startswith("—")] or list(placed)
    sub = [line for line in placed if line not in main]
    for name, part in (("title", main), ("subtitle", sub)):
        if part:
            tokens = [t for line in part for t in collector.marks(line, "title")]
            tokens += [t for line in part for t in markdown_prefix(line.row)]
            collector.add(name, [line.row for line in part], tokens=tokens)


def _authors(collector: Collector, line: PageRow) -> None:
    row = line.row
    tokens = [*markdown_prefix(row), *collector.marks(line, "author")]
    at = max(
        (t.end - row.start for t in tokens if t.reason == Reason.MARK_UP and t.start == row.start),
        default=0,
    )
    length = ornament(row.string[at:])
    signs = row.string[at : at + length]
    if signs.strip():
        tokens.append(Token(row.start + at, row.start + at + length, Reason.MARK_UP))
    collector.add("authors", [row], "；".join(_author_names(row, collector.style)), tokens)


def _affiliation(collector: Collector, line: PageRow) -> None:
    row, tokens = line.row, []
    if row.string.startswith(("（", "(")) and row.string.endswith(("）", ")")):
        tokens = [
            Token(row.start, row.start + 1, Reason.MARK_UP),
            Token(row.end - 1, row.end, Reason.MARK_UP),
        ]
    collector.add("affiliation", [row], tokens=tokens)


def _issue(collector: Collector, string: str) -> None:
    """What a line with the issue of the journal states."""
    named = re.search(rf"《?([{HAN}]{{2,20}}?)》?\s*(?=\d{{4}}\s*年)", string)
    named = named or re.search(rf"期\s+《?([{HAN}]{{2,20}}?)》?(?=\s|$)", string)
    if named:
        collector.imply("journal", named[1])
    for name, form in (
        ("year", r"((?:19|20)\d\d)\s*年"),
        ("volume", r"第\s*(\d+)\s*卷|Vol\s*\.\s*(\d+)"),
        ("issue", r"第\s*(\d+)\s*期|No\s*\.\s*(\d+)"),
        ("issn", r"ISSN\s*[:：]?\s*(\d{4}-\d{3}[\dX])"),
    ):
        if match := re.search(form, string):
            collector.imply(
                name,
                str(int(next(g for g in match.groups() if g))) if name != "issn" else match[1],
            )
