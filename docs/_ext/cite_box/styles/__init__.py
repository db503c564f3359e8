"""The citation styles, one module each, and the table that lists them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..places import Place
from ..work import Work
from . import apa, chicago, gbt, mla


@dataclass(frozen=True, slots=True)
class Style:
    """A style of citation.

    `cite(work, locator)` gives the reference, to the whole work where the locator is ""; italics
    stand between the marks of `styles.typography`. `locate(place)` words a place for it.
    """

    id: str
    label: str
    language: str
    cite: Callable[[Work, str], str]
    locate: Callable[[Place], str]


STYLES = (
    Style("gbt2025", "GB/T 7714—2025", "zh-CN", gbt.cite_2025, gbt.locate),
    Style("gbt2015", "GB/T 7714—2015", "zh-CN", gbt.cite_2015, gbt.locate),
    Style("chicago", "Chicago", "en", chicago.cite, chicago.locate),
    Style("apa", "APA", "en", apa.cite, apa.locate),
    Style("mla", "MLA", "en", mla.cite, mla.locate),
)
