"""Ids such as `s-1` or `notes` name a place on one page and recur on the next.

Sphinx would take each explicit name for a label of the whole project and warn of duplicates. The
names of a text are withheld while the domains collect labels (`SphinxDomains`, priority 850) and
given back before MyST resolves `#p119-1` on the page (`ResolveAnchorIds`, 879).
"""

from __future__ import annotations

from typing import Any

from edition_front import front_of
from sphinx.transforms import SphinxTransform


class WithholdPageNames(SphinxTransform):
    """Before Sphinx collects labels (priority 850): names of a text look as if nobody gave them."""

    default_priority = 849

    def apply(self, **kwargs: Any) -> None:
        """Mark the explicit names of a text as implicit, and keep a list of them."""
        if front_of(self.env, self.env.docname) is None:
            return
        nametypes = self.document.nametypes
        withheld = [name for name, explicit in nametypes.items() if explicit]
        nametypes.update(dict.fromkeys(withheld, False))
        self.env.temp_data["page_names"] = withheld


class RestorePageNames(SphinxTransform):
    """After Sphinx has collected labels: the names of a text are explicit again."""

    default_priority = 851

    def apply(self, **kwargs: Any) -> None:
        """Mark the names of the list as explicit."""
        withheld: list[str] = self.env.temp_data.pop("page_names", None) or []
        self.document.nametypes.update(dict.fromkeys(withheld, True))
