"""What the lines of a journal's page state of its article: title, authors, other data."""

import re
from collections.abc import Iterable, Sequence

from converters.characters import han_count
from converters.dates import first_iso
from converters.lexicon import groups, pattern
from converters.model import Field, joined
from converters.readers.common import labels
from converters.readers.common.furniture import furniture, is_menu
from converters.readers.common.institutions import is_institution, is_periodical
from converters.readers.common.names import names
from converters.readers.common.reading import Reading, Row
from converters.readers.common.segments import Part, Segment, rows_of, split, text_of
from converters.readers.web_summary.issue import is_issue, issue_parts, journal_above
from converters.schema.reasons import Reason
from converters.schema.roles import Role

_FAMILY = "web-summary"
_LABELS = tuple(name for name in groups("page_labels", _FAMILY) if name != "date-of-page")
_LABEL = re.compile(
    r"^[【\[]?(?:"
    + "|".join(
        f"(?P<{name.replace('-', '_')}>{pattern('page_labels', _FAMILY, name)})" for name in _LABELS
    )
    + r")[】\]]?\s*[:：]\s*"
)
_DATE_OF_PAGE = re.compile(pattern("page_labels", _FAMILY, "date-of-page"))
_ABSTRACTS, ENGLISH_ABSTRACTS = (
    labels.alternatives("statements", _FAMILY, group) for group in ("abstract", "abstract-english")
)
ABSTRACT = re.compile(
    rf"^[【\[〔（(]?\s*(?:{_ABSTRACTS}|{ENGLISH_ABSTRACTS})\s*"
    r"(?:[】\]〕）)]\s*[:：]?|[:：]+|$)\s*",
    re.I,
)
_DOI = re.compile(r"(?:doi\s*[:：]?\s*|doi\.org/)(?P<doi>10\.\d{4,9}/[^\s，。；]+)", re.I)
_RANK = re.compile(rf"\s*{pattern('ranks', _FAMILY)}(?=\s|$)")
_AFTER_NAMES = re.compile(
    rf"\s*{pattern('buttons', _FAMILY, 'after-names')}"
    r"| {4,}(?=\S*(?:信息|关注))"
)
_RAISED = re.compile(r"[\d¹²³⁴⁵⁶⁷⁸⁹*＊†#✉]+(?:\s*[,，]\s*[\d*＊]+)*")
_IN_BRACKETS = re.compile(r"[（(].*[)）]")

#: A title has at least so many Han characters and at most so many characters; seed 000's has 22 of
#: 24, others of the tests 10 to 16.
_TITLE_HAN = 6
_TITLE_LENGTH = 80
#: Rows below the title on which authors, and on which affiliations and journal still stand; with
#: the title in English between them it is two and three.
_TITLE_TO_AUTHORS = 3
_TITLE_TO_DATA = 6
#: Characters of a line of names with what stands beside them; longer lines are not searched.
_LONGEST_BYLINE = 300

#: What a journal prints of its article; whoever translated that has not translated the summary.
_STATED = labels.FIELDS - {Role.TRANSLATORS}


def title_at(rows: Sequence[Row]) -> int | None:
    """The title: named so, else above the line of the authors, else the longest that can be one."""
    for n, row in enumerate(rows):
        label = _LABEL.match(row.string)
        if label and label["title"]:
            return n
    can = [n for n, row in enumerate(rows) if _can_be_title(row.string)]
    bylines = {n for n, row in enumerate(rows) if n and authors_in(row.string)[0]}
    signed = [n for n in can if bylines & {n + 1, n + 2}]
    return max(signed or can, key=lambda n: han_count(rows[n].string), default=None)


def _can_be_title(string: str) -> bool:
    if len(string) > _TITLE_LENGTH or han_count(string) < _TITLE_HAN:
        return False
    if furniture(string) or is_menu(string) or is_institution(string) or is_issue(string):
        return False
    if _LABEL.match(string) or ABSTRACT.match(string) or labels.statements(string):
        return False
    if _DATE_OF_PAGE.search(string) or string.endswith(("。", "；")):
        return False
    return not re.search(r"[|>»]|[:：]\s*\d", string)


def authors_in(string: str) -> tuple[int, str]:
    """The length of the names that a line begins with, and the names; (0, "") without any."""
    if len(string) > _LONGEST_BYLINE:
        return 0, ""
    end = after.start() if (after := _AFTER_NAMES.search(string)) else len(string)
    bare = _RAISED.sub("  ", _RANK.sub("  ", string[:end])).strip().strip("、，,;；").strip()
    found = names(re.sub(r"\s{2,}", "、", bare))
    if not found or furniture(string) or is_institution(bare) or is_periodical(bare):
        return 0, ""
    return len(string[:end].rstrip()), "；".join(found)


def data(rows: Sequence[Row], n: int, title: int | None) -> list[Segment]:
    """The parts of row `n` where it states data of the article; none where it does not.

    `title` is the row of the title.
    """
    row = rows[n]
    string = row.string
    below = rows[n + 1 : n + 3]
    if label := _LABEL.match(string):
        return split(row, _labelled(string, label))
    if n == title:
        return [Segment(row, Role.TITLE)]
    if _DATE_OF_PAGE.search(string):
        return [Segment(row, Reason.DATE_OF_PAGE)]
    if doi := _DOI.search(string):
        parts: list[Part] = [(Reason.METADATA_KEY, 0, doi.start("doi"))]
        return split(row, [*parts, (Role.DOI, *doi.span("doi"))])
    if stated := labels.statements(string):
        return split(row, _statements(stated))
    if is_issue(string) and not re.search(r"[|>»]", string):
        return split(row, issue_parts(string))
    if title is None or n > title + _TITLE_TO_DATA or furniture(string):
        return split(row, parts) if (parts := journal_above(row, below)) else []
    length, _ = authors_in(string)
    if title < n <= title + _TITLE_TO_AUTHORS and length:
        return split(row, [(Role.AUTHORS, 0, length), (Reason.NAVIGATION, length, len(string))])
    if n > title and is_institution(string) and "。" not in string:
        inner = (1, len(string) - 1) if _IN_BRACKETS.fullmatch(string) else (0, len(string))
        return split(row, [(Role.AFFILIATION, *inner)])
    if n > title and not han_count(string) and len(string.split()) > 2:
        return [Segment(row, Role.ENDMATTER)]  # the title in English
    return split(row, parts) if (parts := journal_above(row, below)) else []


def _labelled(string: str, label: re.Match[str]) -> list[Part]:
    name = next(name for name in _LABELS if label[name.replace("-", "_")])
    key: Part = (Reason.METADATA_KEY, 0, label.end())
    if name == "issue-line":
        shift = label.end()
        issue = issue_parts(string[shift:])
        return [key, *((role, low + shift, high + shift) for role, low, high in issue)]
    role = Role(name)
    if role is Role.JOURNAL and is_institution(string[label.end() :]):
        role = Role.AFFILIATION
    return [key, (role, label.end(), len(string))]


def _statements(stated: Iterable[labels.Statement]) -> list[Part]:
    """Statements as journals print them: fields, or end matter."""
    found: list[Part] = []
    for statement in stated:
        if statement.name in _STATED:
            found.append((Reason.LABEL, statement.start, statement.words))
            found.append((Role(statement.name), statement.words, statement.end))
        else:
            found.append((Role.ENDMATTER, statement.start, statement.end))
    return found


def fields(reading: Reading, segments: Sequence[Segment]) -> list[Field]:
    """The fields that the segments state; what several state is one."""
    roles = dict.fromkeys(s.use for s in segments if isinstance(s.use, Role) and s.use.is_field)
    return [_field(reading, role, rows_of(segments, role)) for role in roles]


def _field(reading: Reading, role: Role, rows: Sequence[Row]) -> Field:
    texts = [text_of(reading, row) for row in rows]
    first = rows[0].string
    value = "；".join(dict.fromkeys(text.string for text in texts))
    match role:
        case Role.AUTHORS:
            value = authors_in(first)[1] or "；".join(
                filter(None, re.split(r"\s*[、，,;；]\s*", first))
            )
        case Role.KEYWORDS:
            sign = r"[、，,;；|]" if re.search(r"[、，,;；|]", first) else r"\s"
            value = "；".join(word for word in map(str.strip, re.split(sign, first)) if word)
        case Role.DATE:
            value = first_iso(first) or first
        case Role.YEAR | Role.VOLUME | Role.ISSUE:
            value = re.sub(r"^0+(?=\d)", "", re.sub(r"\s", "", first))
        case Role.PAGES:
            value = re.sub(r"\s*[—–~-]\s*", "-", first)
    return Field(role.value, joined(texts), value)
