"""Nouns that make a title that of a law, a treaty or an official document."""

import re

from converters.lexicon import pattern

LAW_HAN = pattern("documents", "citations", "law-han")
_DOCUMENT_HAN = pattern("documents", "citations", "document-han")
_LAW = re.compile(rf"\b{pattern('documents', 'citations', 'law')}\b")
_DOCUMENT = re.compile(rf"\b{pattern('documents', 'citations', 'document')}\b")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]$")


def is_law(title: str) -> bool:
    """Whether a title is that of a law or treaty."""
    bare = _BRACKET.sub("", title)
    return bool(re.search(LAW_HAN + "$", bare) or _LAW.search(title))


def is_document(title: str) -> bool:
    """Whether a title is that of a law, treaty or official document."""
    bare = _BRACKET.sub("", title)
    return bool(is_law(title) or re.search(_DOCUMENT_HAN + "$", bare) or _DOCUMENT.search(title))
