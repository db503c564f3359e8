"""Type of document and carrier: the `[J/OL]` after the title (GB/T 7714 §7.3, annex A)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fields import raw

if TYPE_CHECKING:
    from pybtex.database import Entry

    from .rules import Rules

# Types of biblatex, of BibTeX, and some that both lack.
_TYPES = {
    "article": "J",
    "periodical": "J",
    "suppperiodical": "J",
    "review": "J",
    "newspaper": "N",
    "book": "M",
    "mvbook": "M",
    "inbook": "M",
    "bookinbook": "M",
    "suppbook": "M",
    "booklet": "M",
    "collection": "M",
    "mvcollection": "M",
    "incollection": "M",
    "suppcollection": "M",
    "reference": "M",
    "mvreference": "M",
    "inreference": "M",
    "manual": "M",
    "commentary": "M",
    "proceedings": "C",
    "mvproceedings": "C",
    "inproceedings": "C",
    "conference": "C",
    "thesis": "D",
    "phdthesis": "D",
    "mastersthesis": "D",
    "mathesis": "D",
    "report": "R",
    "techreport": "R",
    "standard": "S",
    "patent": "P",
    "online": "EB",
    "electronic": "EB",
    "www": "EB",
    "webpage": "EB",
    "dataset": "DS",
    "database": "DB",
    "software": "CP",
    "map": "CM",
    "preprint": "PP",
    "archive": "A",
    # Annex A: files and papers kept for reference, with laws and documents of governments.
    "legislation": "A",
    "legal": "A",
    "legadminmaterial": "A",
    "jurisdiction": "A",
    "treaty": "A",
    "letter": "A",
}

# Words that editors write into `entrysubtype` (or a marker itself).
_SUBTYPES = {
    "newspaper": "N",
    "news": "N",
    "standard": "S",
    "archive": "A",
    "archival": "A",
    "compilation": "G",
    "map": "CM",
    "dataset": "DS",
    "database": "DB",
    "software": "CP",
    "preprint": "PP",
    "conference": "C",
    "report": "R",
    "thesis": "D",
    "patent": "P",
    "book": "M",
    "journal": "J",
    "magazine": "J",
    "web": "EB",
}
MARKERS = frozenset(
    {*_TYPES.values(), *_SUBTYPES.values(), "Z", "G"}  # J N M C D R S P EB DS DB CP CM PP A Z G
)
_CARRIERS = frozenset({"OL", "CD", "DK", "MT"})


def marker(entry: Entry, rules: Rules) -> str:
    """The letters for the type of `entry`; `Z` (others) for one that nothing tells more of."""
    subtype = raw(entry, "entrysubtype")
    if subtype.upper() in MARKERS:
        found = subtype.upper()
    else:
        found = _SUBTYPES.get(subtype.lower()) or _TYPES.get(entry.type.lower(), "")
    if not found or (found == "EB" and _is_preprint(entry)):
        found = "PP" if _is_preprint(entry) else "EB" if has_address(entry) else "Z"
    return "EB" if found == "PP" and not rules.preprints else found


def has_address(entry: Entry) -> bool:
    """Whether the entry says where on the net the work is."""
    return bool(raw(entry, "url", "doi", "eprint"))


def carrier(entry: Entry, letters: str) -> str:
    """`OL`, `CD`, `DK` or `MT`; empty for what is on paper."""
    if (medium := raw(entry, "medium").upper()) in _CARRIERS:
        return medium
    return "OL" if has_address(entry) or letters == "EB" else ""


def label(entry: Entry, rules: Rules) -> str:
    """Both, in brackets: `[M]`, `[J/OL]`."""
    letters = marker(entry, rules)
    medium = carrier(entry, letters)
    return f"[{letters}/{medium}]" if medium else f"[{letters}]"


def _is_preprint(entry: Entry) -> bool:
    return bool(raw(entry, "eprint", "eprinttype")) or raw(entry, "pubstate") == "preprint"
