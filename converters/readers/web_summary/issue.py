"""The line of a journal's page that names the issue: journal, date, year, volume, issue, pages."""

import re
from collections.abc import Sequence

from converters.characters import HAN, han_count
from converters.dates import days
from converters.readers.common.institutions import is_institution
from converters.readers.common.reading import Row
from converters.readers.common.segments import Part
from converters.schema.roles import Role

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ISSUE = r"(?P<issue>\d{1,3}(?:\s*[—–-]\s*\d{1,3})?)"
_VOLUME = r"(?P<volume>\d{1,3})"
#: The forms, the fullest first: what each tells stands in its groups.
_FORMS = [
    re.compile(form)
    for form in (
        rf"{_YEAR}\s*年?\s*[,，]?\s*第?\s*{_VOLUME}\s*卷\s*[,，(（]?\s*第?\s*{_ISSUE}\s*期",
        rf"{_YEAR}\s*年?\s*[,，(（]?\s*第?\s*{_ISSUE}\s*期",
        rf"第?\s*{_VOLUME}\s*卷\s*[,，(（]?\s*第?\s*{_ISSUE}\s*期(?:.{{0,6}}{_YEAR})?",
        rf"(?:{_YEAR}\s*年?\s*[,，;；]?\s*)?Vol(?:ume)?\.?\s*{_VOLUME}\s*[,，;；]?\s*(?:No|Iss(?:ue)?)\.?\s*{_ISSUE}",
        rf"{_YEAR}\s*[,，.;；]\s*{_VOLUME}\s*[（(]\s*{_ISSUE}\s*[)）]",
        rf"{_YEAR}\s*[,，.;；]?\s*[（(]\s*{_ISSUE}\s*[)）]",
        rf"第\s*{_ISSUE}\s*期",
    )
]
_PAGES = re.compile(
    r"(?:第|pp?\.?|页码\s*[:：]?|[:：])\s*(?P<pages>\d{1,4}\s*[-—–~]\s*\d{1,4}(?:\s*[+,，]\s*\d{1,4})*)\s*页?",
    re.I,
)
_JOURNAL = re.compile(r"《?([^·|,，\d《》]*[^·|,，\d《》\s:：（(])》?")
_ALONE = re.compile(rf"《?([{HAN}]{{3,12}})》?")
#: Characters of a line that names an issue; journals' own lines have 13 (边疆研究 2019年第4期) to
#: 42 (seed 000).
_LONGEST = 100


def is_issue(string: str) -> bool:
    """Whether a line names an issue of a journal."""
    return len(string) < _LONGEST and any(form.search(string) for form in _FORMS)


def journal_above(row: Row, below: Sequence[Row]) -> list[Part]:
    """The name of a journal on a line of its own, if one of the rows below names the issue."""
    alone = _ALONE.fullmatch(row.string)
    issue = next((issue_parts(other.string) for other in below if is_issue(other.string)), [])
    named = any(use is Role.JOURNAL for use, _, _ in issue)
    if not alone or not issue or named or is_institution(row.string):
        return []
    return [(Role.JOURNAL, *alone.span(1))]


def issue_parts(string: str) -> list[Part]:
    """What a line tells of an issue, each with its place; nothing of a line that is too long."""
    if len(string) >= _LONGEST:
        return []
    found: list[Part] = []
    journal = _JOURNAL.match(string)
    if journal and han_count(journal[1]) > 1 and not journal[1].startswith(("第", "卷", "年")):
        role = Role.AFFILIATION if is_institution(journal[1]) else Role.JOURNAL
        found.append((role, *journal.span(1)))
    day = next(iter(days(string)), None)
    if day:
        found.append((Role.DATE, *day))
    at = 0
    for form in _FORMS:
        # The year of a date is no year of an issue, if one follows.
        start = max(0, day[1] - 1) if day and form.search(string, day[1] - 1) else 0
        if match := form.search(string, start):
            told = match.groupdict()
            found += [
                (role, *match.span(role.value))
                for role in (Role.YEAR, Role.VOLUME, Role.ISSUE)
                if told.get(role.value)
            ]
            at = match.end()
            break
    if pages := _PAGES.search(string, at):
        found.append((Role.PAGES, *pages.span("pages")))
    return found
