"""Lines of a news page that state date, source, authors or credits, and nothing else."""

import re

from converters.characters import HAN
from converters.dates import days
from converters.lexicon import groups, pattern
from converters.readers.common.furniture import furniture, is_foreign
from converters.readers.common.names import names
from converters.readers.common.reading import Row
from converters.readers.common.segments import Part
from converters.schema.reasons import Reason
from converters.schema.roles import Role
from converters.surnames import SINGLE

_FAMILY = "news-clip"
_LABELS = groups("page_labels", _FAMILY)
_LABEL = re.compile(
    r"(?:(?<=^)|(?<=[\s|丨·•（(\d]))(?:"
    + "|".join(
        f"(?P<{name.replace('-', '_')}>{pattern('page_labels', _FAMILY, name)})" for name in _LABELS
    )
    + r")\s*[:：/／|丨]\s*"
)
#: What is said under these labels is kept whole, label and words.
_WHOLE: dict[str, Role | Reason] = {
    "counter": Reason.COUNTER,
    "credit": Role.ENDMATTER,
    "date-of-page": Reason.DATE_OF_PAGE,
}
_AFTER_WORDS = " |丨·•/（(，,"
_SOURCE = re.compile(rf"[^\s，。：:]{{1,16}}{pattern('site_names', _FAMILY, 'source')}")
_DESCRIBED = re.compile(r"\s*[（(](?P<words>[^（）()]{4,38})(?:[)）]|$)")
_OF_PAPER, _REPORTER_WORD = (pattern("reporters", _FAMILY, group) for group in ("of", "reporter"))
_BEFORE_NAMES = re.compile(rf"^{_OF_PAPER}?{_REPORTER_WORD}\s*")
_REPORTER = re.compile(
    rf"^[■□◎●]?\s*{_OF_PAPER}?(?:驻\S{{1,8}}?)?{_REPORTER_WORD}\s+(?P<names>\S.{{0,30}})$"
)
_WITH_ROLE = re.compile(
    rf"^(?P<names>[^，。：:]{{2,30}}?)\s*[/／|]?\s*"
    rf"(?:(?P<author>{pattern('roles', _FAMILY, 'signed-author')})"
    rf"|(?P<translator>{pattern('roles', _FAMILY, 'signed-translator')}))$"
)
#: Characters of a line of statements, and of what is said under a label. A portal's line of date,
#: source, author and counter has 40.
_LONGEST_LINE = 120
_LONGEST_WORDS = 40
#: Characters of a line of bare names; one author of seven in brackets has 20 at most.
_LONGEST_BYLINE = 20


def statements(row: Row) -> list[Part]:
    """The parts of a line that states date, source, authors or credits; none if it says more."""
    string = row.string
    if len(string) > _LONGEST_LINE or "。" in string or is_foreign(string):
        return []
    labels = list(_LABEL.finditer(string))
    found = _unlabelled(string, 0, labels[0].start() if labels else len(string))
    if found is None or not (labels or any(use is Role.DATE for use, _, _ in found)):
        return []
    ends = [*(label.start() for label in labels[1:]), len(string)]
    for label, end in zip(labels, ends, strict=False):
        parts = _labelled(string, label, end)
        if parts is None:
            return []
        found += parts
    return found


def _labelled(string: str, label: re.Match[str], end: int) -> list[Part] | None:
    """A label and what is said under it; None where that is no statement."""
    name = next(name for name in _LABELS if label[name.replace("-", "_")])
    low = label.end()
    high = low + len(string[low:end].rstrip(_AFTER_WORDS))
    if name in _WHOLE:
        return [(_WHOLE[name], label.start(), high)]
    found: list[Part] = [(Reason.METADATA_KEY, label.start(), low)]
    dated = [day for day in days(string) if low <= day[0] and day[1] <= high]
    if name == "date":
        rest = _unlabelled(string, dated[0][1], high) if dated and dated[0][0] == low else None
        return None if rest is None else [*found, (Role.DATE, *dated[0]), *rest]
    if name == "source" and dated:
        found.append((Role.DATE, *dated[0]))
        high = low + len(string[low : dated[0][0]].rstrip(_AFTER_WORDS))
    if high - low > _LONGEST_WORDS:
        return None
    described = _DESCRIBED.search(string[low:high])
    if described and name == "authors":
        found.append((Role.AUTHORS, low, low + described.start()))
        found.append((Role.AFFILIATION, low + described.start(1), low + described.end(1)))
    elif high > low:
        found.append((Role(name), low, high))
    return found


def _unlabelled(string: str, low: int, high: int) -> list[Part] | None:
    """Dates, sources and buttons without a label; None where there are other words."""
    found: list[Part] = []
    at = low
    for start, end in [*days(string), (high, high)]:
        if start < low or end > high:
            continue
        for word in re.finditer(r"[^\s|丨·•/()（）]+", string[at:start]):
            place = at + word.start(), at + word.end()
            if furniture(word[0]):
                found.append((Reason.NAVIGATION, *place))
            elif _SOURCE.fullmatch(word[0]):
                found.append((Role.SOURCE, *place))
            else:
                return None
        if start < end:
            found.append((Role.DATE, start, end))
        at = end
    dated = any(use is Role.DATE for use, _, _ in found)
    return found if dated or not any(use is Role.SOURCE for use, _, _ in found) else None


def byline(string: str) -> list[Part]:
    """The names of a line between title and text that holds nothing else, with their role."""
    if reporter := _REPORTER.match(string):
        low, high = reporter.span("names")
        known = names(reporter["names"])
        return [(Reason.METADATA_KEY, 0, low), (Role.AUTHORS, low, high)] if known else []
    if (signed := _WITH_ROLE.match(string)) and names(signed["names"]):
        group = "translator" if signed["translator"] else "author"
        role = Role.TRANSLATORS if signed["translator"] else Role.AUTHORS
        return [(role, *signed.span("names")), (Reason.METADATA_KEY, *signed.span(group))]
    if len(string) <= _LONGEST_BYLINE and names(string) and not furniture(string):
        surnamed = all("·" in name or name[0] in SINGLE for name in names(string))
        return [(Role.AUTHORS, 0, len(string))] if surnamed else []
    return []


def name_list(string: str) -> str:
    """The names of a string as the value of a field."""
    bare = _BEFORE_NAMES.sub("", string)
    found = names(bare) or re.split(rf"[、，,;；]+|\s+(?=[{HAN}])", bare)
    return "；".join(name.strip() for name in found if name.strip())
