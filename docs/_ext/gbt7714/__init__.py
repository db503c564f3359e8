"""References by the Chinese national standard GB/T 7714, edition 2025 or 2015.

As pybtex styles `gbt7714-2025` and `gbt7714-2015` (entry points; as a Sphinx extension this
package registers them itself), and as a function for plain text.

- `rules`: what differs between the editions; `language`: words by the language of a work.
- `markers`: type and carrier, `[J/OL]`; `names`: those responsible.
- `fields`, `latex`: what an entry says.
- `work`: the elements of a reference; `layout`: their order for each type of document.
- `collation`: the order of a list of references; `style`: all this as plug-ins of pybtex.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pybtex.plugin import register_plugin

from .collation import entry_key
from .fields import page_numbers
from .language import Language, language_of
from .layout import reference
from .rules import RULES, Edition
from .style import STYLES, Gbt7714, Gbt7714Of2015
from .work import Work

if TYPE_CHECKING:
    from pybtex.database import Entry
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__all__ = [
    "Edition",
    "Gbt7714",
    "Gbt7714Of2015",
    "Language",
    "entry_key",
    "format_entry",
    "language_of",
    "page_numbers",
    "register",
]


def format_entry(entry: Entry, edition: Edition = "2025", locator: str | None = None) -> str:
    """The reference for `entry` as plain text.

    `locator` is the page that is cited (`59`, `pp. 68-76`, or another place in its own words) and
    stands in place of the pages of the whole. Fields that the entry lacks are left out; nothing is
    supplied.
    """
    cited = page_numbers(locator or "") or locator or ""
    return str(reference(Work(entry, RULES[edition], cited)))


def register() -> None:
    """Make both styles known to pybtex: these, whether or not others are installed."""
    for name, style in STYLES.items():
        register_plugin("pybtex.style.formatting", name, style, force=True)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the styles with pybtex, for projects that have not installed the distribution."""
    register()
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
