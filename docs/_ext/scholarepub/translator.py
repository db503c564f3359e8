"""Pages as XHTML with EPUB semantics: every role of DPUB-ARIA also as epub:type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sphinx.writers.html5 import HTML5Translator

if TYPE_CHECKING:
    from docutils import nodes

#: EPUB Structural Semantics Vocabulary 1.1 for roles of DPUB-ARIA 1.1. Reading systems key their
#: pop-up notes on the former.
TYPES = {
    "doc-noteref": "noteref",
    "doc-footnote": "footnote",
    "doc-pagebreak": "pagebreak",
}


def with_epub_semantics(tag: str) -> str:
    """A start tag with epub:type for its role and xml:lang for its lang."""
    if (role := re.search(r' role="([\w-]+)"', tag)) and (epub_type := TYPES.get(role[1])):
        tag = tag.replace(role[0], f'{role[0]} epub:type="{epub_type}"')
    return re.sub(r'(?<!xml:)\blang="([^"]*)"', r'lang="\1" xml:lang="\1"', tag)


class EpubTranslator(HTML5Translator):
    """Sphinx's translator, whose start tags carry EPUB semantics."""

    def starttag(self, node: nodes.Element, tagname: str, *args: Any, **attributes: Any) -> str:
        """As docutils does, with epub:type and xml:lang."""
        return with_epub_semantics(super().starttag(node, tagname, *args, **attributes))
