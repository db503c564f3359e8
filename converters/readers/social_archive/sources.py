"""Where an article first stood: journal, year, volume, issue and pages in words of any order."""

import re
from dataclasses import dataclass

_YEAR = r"(?P<year>(?:19|20)\d\d)(?=\s*年|\s*[（(,，.]|\s*第|$|\s)"
_FORMS = (
    ("year", re.compile(_YEAR)),
    ("volume", re.compile(r"第\s*(?P<volume>\d+)\s*卷|(?<=[，,\s])(?P<other>\d+)\s*卷")),
    (
        "issue",
        re.compile(
            r"第\s*(?P<issue>\d+(?:\s*[—–/-]\s*\d+)?)\s*(?:期|辑)|(?<=年)\s*(?P<other>\d+)\s*期"
            r"|(?<=\d{4})\s*[（(](?P<third>\d{1,2})[)）]"
        ),
    ),
    (
        "pages",
        re.compile(r"第?\s*(?P<pages>\d+\s*[-—–―~～至]+\s*\d+)\s*页|第\s*(?P<other>\d+)\s*页"),
    ),
)
_JOURNAL = re.compile(r"《(?P<journal>[^《》]{1,40})》")
#: What may stand between the parts: signs, 年, and what says what kind of journal it is.
_GLUE = re.compile(
    r"(?:[\W_]|年|月刊|双月刊|季刊|半月刊|中文版|英文版|第|卷|期|辑|页|载|刊于|总\d*|\d{1,2}月|学术版)*"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the statement at [start, end) of its string, and its normal form."""

    name: str
    start: int
    end: int
    value: str


def source(string: str) -> tuple[list[Part], bool]:
    """The parts of a statement of source in their order, and whether they are all it says."""
    parts: list[Part] = []
    year = re.search(_YEAR, string)
    if year:
        titles = list(_JOURNAL.finditer(string))
        before = [one for one in titles if one.end() <= year.start()]
        for one in before[-1:] or titles[:1]:
            parts.append(Part("journal", *one.span("journal"), one["journal"].strip()))
    else:
        only = _JOURNAL.fullmatch(string.strip("。 "))
        at = string.find("《") + 1
        name = only["journal"] if only else ""
        return ([Part("journal", at, at + len(name), name)] if only else []), bool(only)
    for name, form in _FORMS:
        for found in form.finditer(string):
            group = next(key for key, words in found.groupdict().items() if words)
            low, high = found.span(group)
            if not any(low < one.end and one.start < high for one in parts):
                parts.append(Part(name, low, high, _normal(name, found[group])))
                break
    parts.sort(key=lambda one: one.start)
    ends = [0, *(one.end for one in parts)]
    starts = [*(one.start for one in parts), len(string)]
    whole = all(_GLUE.fullmatch(string, a, z) for a, z in zip(ends, starts, strict=True))
    return parts, whole and any(one.name == "journal" for one in parts)


def _normal(name: str, words: str) -> str:
    bare = re.sub(r"\s", "", words)
    return re.sub(r"[—–―~～至]+", "-", bare) if name == "pages" else bare
