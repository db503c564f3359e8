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
from converters.readers.common.sentences import bare, finished
from converters.readers.journal.matter import Collector, is_western
from converters.readers.journal.pages import Placed

_POSTCODE = r"\d{6}"
_AFFILIATION = re.compile(f"{pattern('institutions', 'journal')}|{_POSTCODE}")
_ISSUE = re.compile(r"第\s*\d+\s*期|总第|Vol\s*\.|ISSN|\d{4}\s*年\s*\d{1,2}\s*月")


def head_length(placed: Sequence[Placed], style: Style | None, short: float) -> int:
    """How many rows stand before the first labelled statement, or before the text."""
    wide = 0  # lines as long as those of running text
    for at, one in enumerate(placed[:16]):
        said = statement(one.row.string)
        if said and said.name in FRONT:
            return at
        wide += one.row.cells >= short
        if wide > 2 or (finished(one.row.string, style) and one.row.cells > 20):
            break
    at = 0
    has_title = False
    while at < min(8, len(placed)):
        string = bare(placed[at].row.string, style)
        if _is_issue(string) or (has_title and (names(string) or _is_affiliation(string))):
            at += 1
        elif not has_title and _is_title(placed[at].row, style, short):
            has_title = True
            at += 1
        elif has_title and string.startswith(("——", "—")) and len(string) < 40:
            at += 1
        else:
            break
    return at if has_title or all(_is_issue(one.row.string) for one in placed[:at]) else 0


def _is_title(row: Row, style: Style | None, short: float) -> bool:
    string = bare(row.string, style)
    if string.startswith("#"):
        return not heading(string.lstrip("# "))
    starts_paragraph = 1.5 <= row.indent <= 4.5 and row.indent + row.cells > short
    return (
        row.cells < short
        and not starts_paragraph
        and not string.endswith(("，", "、", "："))
        and not re.search("[。；;！]|？.", string)
        and han_count(string) >= 4
        and not heading(string)
    )


def _is_issue(string: str) -> bool:
    return bool(_ISSUE.search(string)) and len("".join(string.split())) < 60 and "。" not in string


def _is_affiliation(string: str) -> bool:
    return bool(_AFFILIATION.search(string)) and len(string) < 80 and "。" not in string


def read_head(found: Collector, placed: Sequence[Placed]) -> None:
    """Title, authors, affiliation and issue: the lines above the statements."""
    title: list[Placed] = []
    authors = next(
        (n for n, one in enumerate(placed) if n and _author_names(one.row, found.style)), None
    )
    for n, one in enumerate(placed):
        row = one.row
        string = bare(row.string, found.style)
        if n == authors:
            _authors(found, one)
        elif _is_issue(string):
            _issue(found, string)
            found.drop(row, "running-head")
        elif is_western(row):
            found.endmatter.append((one,))
        elif (authors is None or n > authors) and title and _is_affiliation(string):
            _affiliation(found, one)
        elif authors is None or n < authors:
            title.append(one)
        else:
            found.endmatter.append((one,))
    _title(found, title)


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


def _title(found: Collector, placed: Sequence[Placed]) -> None:
    if not placed:
        return
    main = [one for one in placed if not one.row.string.startswith("—")] or list(placed)
    sub = [one for one in placed if one not in main]
    for name, part in (("title", main), ("subtitle", sub)):
        if part:
            tokens = [t for one in part for t in found.marks(one, "title")]
            tokens += [t for one in part for t in markdown_prefix(one.row)]
            found.add(name, [one.row for one in part], tokens=tokens)


def _authors(found: Collector, one: Placed) -> None:
    row = one.row
    tokens = [*markdown_prefix(row), *found.marks(one, "author")]
    at = max(
        (t.end - row.start for t in tokens if t.reason == "mark-up" and t.start == row.start),
        default=0,
    )
    length = ornament(row.string[at:])
    signs = row.string[at : at + length]
    if signs.strip():
        tokens.append(Token(row.start + at, row.start + at + length, "mark-up"))
    found.add("authors", [row], "；".join(_author_names(row, found.style)), tokens)


def _affiliation(found: Collector, one: Placed) -> None:
    row, tokens = one.row, []
    if row.string.startswith(("（", "(")) and row.string.endswith(("）", ")")):
        tokens = [
            Token(row.start, row.start + 1, "mark-up"),
            Token(row.end - 1, row.end, "mark-up"),
        ]
    found.add("affiliation", [row], tokens=tokens)


def _issue(found: Collector, string: str) -> None:
    """What a line with the issue of the journal states."""
    named = re.search(rf"《?([{HAN}]{{2,20}}?)》?\s*(?=\d{{4}}\s*年)", string)
    named = named or re.search(rf"期\s+《?([{HAN}]{{2,20}}?)》?(?=\s|$)", string)
    if named:
        found.imply("journal", named[1])
    for name, form in (
        ("year", r"((?:19|20)\d\d)\s*年"),
        ("volume", r"第\s*(\d+)\s*卷|Vol\s*\.\s*(\d+)"),
        ("issue", r"第\s*(\d+)\s*期|No\s*\.\s*(\d+)"),
        ("issn", r"ISSN\s*[:：]?\s*(\d{4}-\d{3}[\dX])"),
    ):
        if match := re.search(form, string):
            found.imply(
                name, str(int(next(g for g in match.groups() if g))) if name != "issn" else match[1]
            )
