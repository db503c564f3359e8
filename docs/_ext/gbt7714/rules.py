"""What differs between the editions of GB/T 7714.

2025 is GB/T 7714—2025 《信息与文献 参考文献著录规则》, in force since 2026-07-01
(https://std.samr.gov.cn/gb/search/gbDetailed?id=4507EFE13D37CB6AE06397BE0A0A601F); section numbers
in this package are its own unless 2015 is named.

2015 prescribes the marks but not their width; here it has the half-width ones that are usual for
it. 2025 §7 does: the full stop and square brackets are half-width, all others full-width, in
references of every language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Edition = Literal["2025", "2015"]


@dataclass(frozen=True)
class Rules:
    """One edition of the standard."""

    comma: str
    colon: str
    opening: str
    closing: str
    # Between the years or issues of a serial (2025 §8.4); pages always take a hyphen.
    range_dash: str
    # 2015 §8.1.1; withdrawn in 2025 §7.1.1.
    capital_surnames: bool
    # Godard J-L (2025 §7.1.1), GODARD J L (2015).
    hyphenated_initials: bool
    # 2025 §7.6 keeps the date of access for what exists only on the net.
    access_date_always: bool
    # 2025 §8.9: number, title; 2015 treats a standard as a book.
    standard_is_number_and_title: bool
    # 2025 §8.8, §8.12: the date of an unpublished report or document stands bare; 2015 §4.6 puts it
    # in brackets if the document is online.
    bracketed_net_date: bool
    # “, 等, 译” (2025 §7.1), “, 等译” (2015).
    comma_after_et_al: bool
    # Preprints have their own marker since 2025 (§8.15).
    preprints: bool


RULES: Mapping[Edition, Rules] = {
    "2025": Rules(
        comma="，",
        colon="：",
        opening="（",
        closing="）",
        range_dash="—",
        capital_surnames=False,
        hyphenated_initials=True,
        access_date_always=False,
        standard_is_number_and_title=True,
        bracketed_net_date=False,
        comma_after_et_al=True,
        preprints=True,
    ),
    "2015": Rules(
        comma=", ",
        colon=": ",
        opening="(",
        closing=")",
        range_dash="-",
        capital_surnames=True,
        hyphenated_initials=False,
        access_date_always=True,
        standard_is_number_and_title=False,
        bracketed_net_date=True,
        comma_after_et_al=False,
        preprints=False,
    ),
}
