"""Works as RIS, the exchange format that every reference manager imports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from converters.schema.biblatex import CSL_TYPES, OTHER

from .tables import RIS_FIELD, RIS_NAMES
from .work import Date, Work


def dumps(works: Iterable[Work]) -> str:
    """A RIS file: records of `TG  - value` lines, each line ended by CR LF, as the format wants."""
    return "\r\n".join(line for work in works for line in (*_record(work), "")) + "\r\n"


def _record(work: Work) -> Iterator[str]:
    yield _line("TY", CSL_TYPES.get(work.type, OTHER).ris)
    yield _line("ID", work.id)
    for variable, tag in RIS_NAMES.items():
        for name in work.people(variable):
            yield _line(tag, name.inverted)
    if date := work.date("issued"):
        yield _line("PY", str(date.start[0]) if date.start else date.literal)
        if len(date.start) > 1:
            yield _line("DA", _slashed(date))
    for variable, tag in RIS_FIELD.items():
        if value := work.get(variable):
            yield _line(tag, value)
    yield from _pages(work)
    if accessed := work.date("accessed"):
        yield _line("Y2", _slashed(accessed))
    for word in re.split(r"\s*[;,，；、]\s*", work.get("keyword")):
        if word:
            yield _line("KW", word)
    yield _line("ER", "")


def _pages(work: Work) -> Iterator[str]:
    first, dash, last = work.get("page").partition("-")
    if first:
        yield _line("SP", first)
    if dash:
        yield _line("EP", last)


def _slashed(date: Date) -> str:
    """`2025/11/04/`: year, month, day and other information, parted by three slashes."""
    parts = [f"{n:02}" for n in date.start] + [""] * 4
    return "/".join(parts[:4]) if date.start else date.literal


def _line(tag: str, value: str) -> str:
    """A line of RIS; a line break inside the value would end it, so there is none."""
    return f"{tag}  - {' '.join(value.split())}"
