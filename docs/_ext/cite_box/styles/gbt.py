"""GB/T 7714, the Chinese national standard, editions 2025 and 2015: the `gbt7714` extension's."""

from __future__ import annotations

from dataclasses import replace

from gbt7714 import Edition, format_entry

from ..biblatex import DISGUISE, UNDISGUISE, to_entry
from ..places import Place
from ..work import Work

_DISGUISED = str.maketrans(DISGUISE)


def cite_2025(work: Work, locator: str = "") -> str:
    """The reference by GB/T 7714—2025, in force since 2026-07-01."""
    return _cite(work, "2025", locator)


def cite_2015(work: Work, locator: str = "") -> str:
    """The reference by GB/T 7714—2015."""
    return _cite(work, "2015", locator)


def locate(place: Place) -> str:
    """119-120（段p119-2）: the page where the standard wants it, the paragraph beside it."""
    if not place.paragraph:
        return place.pages
    return f"{place.pages}（段{place.paragraph}）" if place.pages else f"段{place.paragraph}"


def _cite(work: Work, edition: Edition, locator: str) -> str:
    fields = {name: value.translate(_DISGUISED) for name, value in work.fields.items()}
    entry = to_entry(replace(work, fields=fields))
    return format_entry(entry, edition=edition, locator=locator or None).translate(UNDISGUISE)
