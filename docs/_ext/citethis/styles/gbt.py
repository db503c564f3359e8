"""GB/T 7714, the Chinese national standard, editions 2025 and 2015: the `gbt7714` extension's."""

from __future__ import annotations

from gbt7714 import format_entry

from ..biblatex import to_entry
from ..places import Place
from ..work import Work


def cite_2025(work: Work, locator: str = "") -> str:
    """The reference by GB/T 7714—2025, in force since 2026-07-01."""
    return format_entry(to_entry(work), edition="2025", locator=locator or None)


def cite_2015(work: Work, locator: str = "") -> str:
    """The reference by GB/T 7714—2015."""
    return format_entry(to_entry(work), edition="2015", locator=locator or None)


def locate(place: Place) -> str:
    """119-120（段p119-2）: the page where the standard wants it, the paragraph beside it."""
    if not place.paragraph:
        return place.pages
    return f"{place.pages}（段{place.paragraph}）" if place.pages else f"段{place.paragraph}"
