"""The pybtex styles `gbt7714-2025` and `gbt7714-2015`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle
from pybtex.style.labels.number import LabelStyle

from .collation import SortingStyle
from .layout import reference
from .rules import RULES, Edition
from .work import Work

if TYPE_CHECKING:
    from pybtex.database import BibliographyData, Entry


class Gbt7714(BaseStyle):  # type: ignore[misc]
    """GB/T 7714—2025; formats every type of entry and never fails for a missing field."""

    edition: ClassVar[Edition] = "2025"
    default_name_style = "plain"
    default_label_style = LabelStyle
    default_sorting_style = SortingStyle

    def format_entry(
        self, label: str, entry: Entry, bib_data: BibliographyData | None = None
    ) -> FormattedEntry:
        """The entry under `label`; a `crossref` is followed if `bib_data` is given."""
        text = reference(Work(_complete(entry, bib_data), RULES[self.edition]))
        return FormattedEntry(entry.key, text, label)


class Gbt7714Of2015(Gbt7714):
    """GB/T 7714—2015."""

    edition: ClassVar[Edition] = "2015"


def _complete(entry: Entry, bib_data: BibliographyData | None) -> Entry:
    """The entry with what it inherits from the entry that it refers to."""
    parent = bib_data.entries.get(entry.fields.get("crossref", "")) if bib_data else None
    if parent is None:
        return entry
    inherited: dict[str, Any] = {
        name: value for name, value in parent.fields.items() if name not in entry.fields
    }
    if title := parent.fields.get("title"):
        inherited.setdefault("booktitle", title)
    merged = type(entry)(entry.type, {**inherited, **entry.fields}, entry.persons)
    merged.key = entry.key
    for role, persons in parent.persons.items():
        merged.persons.setdefault("bookauthor" if role == "author" else role, persons)
    return merged


STYLES = {"gbt7714-2025": Gbt7714, "gbt7714-2015": Gbt7714Of2015}
