"""The role `src`: words that cite a work, linked to its entry and otherwise left alone.

``{src}`Campi, “Mongolia in Northeast Asia,” p. 47 <campi2005mongolia@47>` `` cites the work with
that key, page 47. The last `<…>` of the role is the key; after `@` comes the locator.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxRole

from .domain import WorkLinkDomain, work_link_domain

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message

_CITATION = re.compile(
    r"(?P<words>.*\S)\s*<(?P<key>[^<>@\s]+)(?:@(?P<locator>[^<>]*))?>\s*", re.DOTALL
)


class SrcRole(SphinxRole):
    """Makes the link, which the domain resolves."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """A reference to the work, or an error where no key is named."""
        match = _CITATION.fullmatch(self.text)
        if match is None:
            message = self.inliner.reporter.error(
                f"no key of a work in {self.text!r}: expected `words <key>` or `words <key@page>`",
                line=self.lineno,
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        key, locator = match["key"], (match["locator"] or "").strip()
        for bibfile in work_link_domain(self.env).engine.bibdata.bibfiles:
            # Links carry the formatted entry: they change when the file does.
            self.env.note_dependency(str(bibfile))
        reference = addnodes.pending_xref(
            self.rawtext,
            nodes.inline("", match["words"]),
            refdomain=WorkLinkDomain.name,
            reftype="src",
            refdoc=self.env.docname,
            reftarget=key,
            locator=locator,
            refexplicit=True,
            refwarn=True,
        )
        self.set_source_info(reference)
        return [reference], []
