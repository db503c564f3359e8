"""What stands before and after the text of a journal article: title, authors, labelled statements.

Statements become fields of the identity; what is no field (funds, dates, the English abstract,
the editors) is end matter.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from converters.model import Field, Removal, Text
from converters.notes import NoteMark, Style, star_call
from converters.readers.headings import heading
from converters.readers.journal.compose import Token, compose, removals
from converters.readers.journal.labels import BACK, FIELDS, FRONT, Statement, statement, statements
from converters.readers.journal.names import names, ornament
from converters.readers.journal.pages import Placed
from converters.readers.journal.reading import Reading, Row
from converters.readers.journal.sentences import bare, finished
from converters.text import is_han, prose

Group = tuple[Placed, ...]


class Lines(Protocol):
    """What a kind of source knows about the ends of its lines."""

    @property
    def style(self) -> Style | None:
        """How notes are marked."""

    def breaks(self, above: Placed, below: Placed) -> bool:
        """Whether a paragraph ends between two rows."""

    def ends_statement(self, above: Row, below: Row) -> bool:
        """Whether a statement that needs no full stop (keywords …) ends between two rows."""


_AFFILIATION = re.compile(r"大学|学院|研究院|研究所|研究中心|研究会|社会科学院|党校|\d{6}")
_ISSUE = re.compile(r"第\s*\d+\s*期|总第|Vol\s*\.|ISSN|\d{4}\s*年\s*\d{1,2}\s*月")
_ARTICLE_ID = re.compile(
    r"(?P<issn>\d{4}[\s—–－-]*\d{3}[\dXxＸ])\s*[（(]\s*(?P<year>\d{4})\s*[)）]\s*"
    r"(?P<issue>\d{1,2})\s*期?[\s—–－-]*(?P<first>\d{3,4})[\s—–－-]+(?P<count>\d{1,3})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class FieldCall:
    """A note mark on a field (`title`, `author`); its place in the reading."""

    mark: NoteMark
    start: int
    end: int
    page: int
    on: str


@dataclass(frozen=True)
class Matter:
    """What was found; `rest` is the text itself."""

    rest: tuple[Placed, ...]
    fields: tuple[Field, ...] = ()
    abstract: tuple[Group, ...] = ()
    endmatter: tuple[Group, ...] = ()
    removed: tuple[Removal, ...] = ()
    calls: tuple[FieldCall, ...] = ()


@dataclass
class _Front:
    """The front matter while it is read."""

    reading: Reading
    style: Style | None
    fields: list[Field] = field(default_factory=list)
    abstract: list[Group] = field(default_factory=list)
    endmatter: list[Group] = field(default_factory=list)
    removed: list[Removal] = field(default_factory=list)
    calls: list[FieldCall] = field(default_factory=list)

    def has(self, name: str) -> bool:
        return any(one.name == name for one in self.fields)

    def add(
        self, name: str, rows: Iterable[Row], value: str = "", tokens: list[Token] | None = None
    ) -> None:
        """A field that the words of these rows state."""
        text = prose(compose(self.reading, rows, tokens or []))
        self.removed += removals(self.reading, tokens or [])
        self.fields.append(Field(name, text, value or text.string))

    def imply(self, name: str, value: str) -> None:
        """A field that follows from words which are already accounted for."""
        if value and not self.has(name):
            self.fields.append(Field(name, Text(), value))

    def drop(self, row: Row, reason: str) -> None:
        self.removed += self.reading.remove(row.start, row.end, reason)

    def marks(self, placed: Placed, on: str) -> list[Token]:
        """The note marks of a title or author line, kept as calls on it."""
        row = placed.row
        found = list(self.style.calls(row.string)) if self.style else []
        star = star_call(row.string)
        tokens = []
        for mark in [*found, *([star] if star else [])]:
            start, end = row.start + mark.start, row.start + mark.end
            self.calls.append(FieldCall(mark, start, end, placed.page, on))
            tokens.append(Token(start, end, "note-mark"))
        return tokens


def front(reading: Reading, placed: Sequence[Placed], lines: Lines, short: float) -> Matter:
    """The front matter and the rest. A title is narrower than `short` cells a line."""
    found = _Front(reading, lines.style)
    at = _head_length(placed, lines.style, short)
    _head(found, placed[:at])
    while at < len(placed) and (said := statement(placed[at].row.string)) and said.name in FRONT:
        end = _unit_end(placed, at, said, lines)
        _statement(found, placed[at:end], said, lines)
        at = end
        while at < len(placed) and _is_western(placed[at].row) and found.endmatter:
            found.endmatter[-1] += (placed[at],)
            at += 1
    return Matter(
        rest=tuple(placed[at:]),
        fields=tuple(found.fields),
        abstract=tuple(found.abstract),
        endmatter=tuple(found.endmatter),
        removed=tuple(found.removed),
        calls=tuple(found.calls),
    )


def _head_length(placed: Sequence[Placed], style: Style | None, short: float) -> int:
    """How many rows stand before the first labelled statement, or before the text."""
    for at, one in enumerate(placed[:16]):
        said = statement(one.row.string)
        if said and said.name in FRONT:
            return at
        if finished(one.row.string, style) and one.row.cells > 20:
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
    return at if has_title else 0


def _is_title(row: Row, style: Style | None, short: float) -> bool:
    string = bare(row.string, style)
    if string.startswith("#"):
        return not heading(string.lstrip("# "))
    return (
        row.cells < short
        and not string.endswith(("。", "；", "，", "、", "：", ";"))
        and sum(map(is_han, string)) >= 4
        and not heading(string)
    )


def _is_issue(string: str) -> bool:
    return bool(_ISSUE.search(string)) and len(string) < 60 and "。" not in string


def _is_affiliation(string: str) -> bool:
    return bool(_AFFILIATION.search(string)) and len(string) < 80 and "。" not in string


def _is_western(row: Row) -> bool:
    return not any(map(is_han, row.string)) and bool(re.search("[A-Za-z]{2}", row.string))


def _head(found: _Front, placed: Sequence[Placed]) -> None:
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
        elif _is_western(row):
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
    for mark in reversed(list(style.calls(string)) if style else []):
        string = string[: mark.start] + string[mark.end :]
    return [] if heading(string.strip()) else names(re.sub(r"^[#\s]+|\*\*", "", string))


def _title(found: _Front, placed: Sequence[Placed]) -> None:
    if not placed:
        return
    main = [one for one in placed if not one.row.string.startswith("—")] or list(placed)
    sub = [one for one in placed if one not in main]
    for name, part in (("title", main), ("subtitle", sub)):
        if part:
            tokens = [t for one in part for t in found.marks(one, "title")]
            tokens += [t for one in part for t in markdown_prefix(one.row)]
            found.add(name, [one.row for one in part], tokens=tokens)


def markdown_prefix(row: Row) -> list[Token]:
    """The signs of a Markdown heading or of bold type that encloses a whole line."""
    tokens = []
    if hashes := re.match(r"#+\s*", row.string):
        tokens.append(Token(row.start, row.start + hashes.end(), "mark-up"))
    start = hashes.end() if hashes else 0
    if (bold := re.fullmatch(r"\*\*(.+?)\*\*", row.string[start:])) and "**" not in bold[1]:
        tokens.append(Token(row.start + start, row.start + start + 2, "mark-up"))
        tokens.append(Token(row.end - 2, row.end, "mark-up"))
    return tokens


def _authors(found: _Front, one: Placed) -> None:
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


def _affiliation(found: _Front, one: Placed) -> None:
    row, tokens = one.row, []
    if row.string.startswith(("（", "(")) and row.string.endswith(("）", ")")):
        tokens = [
            Token(row.start, row.start + 1, "mark-up"),
            Token(row.end - 1, row.end, "mark-up"),
        ]
    found.add("affiliation", [row], tokens=tokens)


def _issue(found: _Front, string: str) -> None:
    """What a line with the issue of the journal states."""
    if match := re.search(r"《?([\u4e00-\u9fff]{2,20}?)》?\s*(?=\d{4}\s*年)", string):
        found.imply("journal", match[1])
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


def _unit_end(placed: Sequence[Placed], at: int, said: Statement, lines: Lines) -> int:
    """The index after a statement: at the next statement, or at the end of its paragraph."""
    reach = 80 if said.name in ("abstract", "english") else 4
    for n in range(at + 1, min(at + reach, len(placed))):
        following = statement(placed[n].row.string)
        if following and following.name in FRONT:
            return n
        if heading(placed[n].row.string):
            break
    end = at + 1
    if said.words >= len(placed[at].row.string.rstrip("*")):
        end += 1  # the label has a line of its own
    spoken = said.name in ("abstract", "english")
    while end < len(placed):
        above, below = placed[end - 1], placed[end]
        if lines.breaks(above, below) or (
            not spoken and lines.ends_statement(above.row, below.row)
        ):
            break
        end += 1
    return min(end, len(placed))


def _statement(found: _Front, placed: Sequence[Placed], said: Statement, lines: Lines) -> None:
    first = placed[0]
    if said.name not in FIELDS and said.name != "abstract":
        found.endmatter += groups(placed, lines)
        _said(found, placed)
        return
    several = statements(first.row.string) if len(placed) == 1 else [said]
    for one in several:
        row = first.row
        closing = 1 if one.enclosed else 0
        found.drop(_part(row, one.start, one.words), "label")
        gap = row.string[one.end - closing : one.end]
        if gap:
            found.drop(_part(row, one.end - closing, one.end), "label")
        trimmed = replace(first, row=_part(row, one.words, one.end - closing))
        part = [trimmed, *placed[1:]] if trimmed.row.string else list(placed[1:])
        if one.name == "abstract":
            found.abstract += groups(part, lines)
        elif part:
            _field(found, one.name, part)


def _part(row: Row, start: int, end: int) -> Row:
    """The part [start, end) of a row, without blanks at its ends."""
    string = row.string[start:end]
    left = len(string) - len(string.lstrip())
    low = row.start + start + left
    return replace(row, start=low, end=low + len(string.strip()), string=string.strip())


def _field(found: _Front, name: str, placed: Sequence[Placed]) -> None:
    rows = [one.row for one in placed]
    string = prose(compose(found.reading, rows)).string.strip()
    if name == "keywords":
        sign = r"[、，,;；|]+" if re.search(r"[、，,;；|]", string) else r"\s+"
        raw = compose(found.reading, rows).string if sign == r"\s+" else string
        value = "；".join(part.strip(" 。.") for part in re.split(sign, raw) if part.strip(" 。."))
        found.add(name, rows, value)
    elif name in ("authors", "translators"):
        found.add(name, rows, "；".join(names(string)) or string)
    elif name == "article_id":
        found.add(name, rows)
        if match := _ARTICLE_ID.search(string):
            _implied(found, match)
    else:
        found.add(name, rows)


def _implied(found: _Front, match: re.Match[str]) -> None:
    """What an article number says: ISSN(year)issue-first page-number of pages."""
    digits = re.sub(r"[^\dXx]", "", match["issn"]).upper()
    first, count = int(match["first"]), int(match["count"])
    found.imply("issn", f"{digits[:4]}-{digits[4:]}")
    found.imply("year", match["year"])
    found.imply("issue", str(int(match["issue"])))
    found.imply("pages", f"{first}-{first + count - 1}")


def extent(fields: Iterable[Field]) -> tuple[int, int] | None:
    """First page and number of pages, where a field states both."""
    for one in fields:
        if one.name == "pages" and (match := re.fullmatch(r"(\d+)-(\d+)", one.value)):
            return int(match[1]), int(match[2]) - int(match[1]) + 1
    return None


def _said(found: _Front, placed: Sequence[Placed]) -> None:
    found.fields += said(one.row.string for one in placed)


def said(strings: Iterable[str]) -> list[Field]:
    """The fields that lines of end matter state: dates and editors."""
    fields = []
    for string in strings:
        for one in statements(string):
            words = string[one.words : one.end - one.enclosed].strip()
            if one.name in ("received", "revised"):
                if day := re.search(r"((?:19|20)\d\d)\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})", words):
                    value = f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}"
                    fields.append(Field(one.name, Text(), value))
            elif one.name == "editor" and words:
                fields.append(Field("editor", Text(), "；".join(names(words)) or words))
    return fields


def groups(placed: Sequence[Placed], lines: Lines) -> list[Group]:
    """The paragraphs of some rows; a labelled statement begins a new one."""
    found: list[list[Placed]] = []
    for one in placed:
        if found and not statement(one.row.string) and not lines.breaks(found[-1][-1], one):
            found[-1].append(one)
        else:
            found.append([one])
    return [tuple(group) for group in found]


_CLOSING_STATEMENT = re.compile(
    r"[（(\[［【〔]\s*(?:责任编辑|本文责编|责编|编辑|收稿日期|修回日期|作者单位)[^）)\]］】〕。]*[）)\]］】〕]$"
)


def back(placed: Sequence[Placed], lines: Lines) -> Matter:
    """The statements and western paragraphs that end an article, and the text before them."""
    rows = list(placed)
    if rows and (inline := _CLOSING_STATEMENT.search(rows[-1].row.string)) and inline.start():
        last = rows.pop()
        rows += [
            replace(last, row=_part(last.row, 0, inline.start())),
            replace(last, row=_part(last.row, inline.start(), inline.end())),
        ]
    found = groups(rows, lines)
    at = len(found)
    while at and _is_end(found[at - 1]):
        at -= 1
    end = found[at:]
    fields = said(one.row.string for group in end for one in group)
    rest = tuple(one for group in found[:at] for one in group)
    return Matter(rest=rest, fields=tuple(fields), endmatter=tuple(end))


def _is_end(group: Group) -> bool:
    string = group[0].row.string
    if one := statement(string):
        return one.name in BACK
    return all(_is_western(placed.row) for placed in group) or bool(
        re.match(r"[（(]\s*(?:作者|本文)(?:单位|简介|系|为|是)", string)
    )
