"""The language of an entry, from the letters and the commonest words of its title."""

import re

from converters.characters import HAN

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh-CN", re.compile(f"[{HAN}]")),
    ("mn", re.compile("[өүӨҮ]")),
    ("ru", re.compile("[А-Яа-яЁё]")),
)
_WORDS = (
    ("de", re.compile(r"\b(?:der|die|das|und|für|über|zur|zum|eine?)\b")),
    ("fr", re.compile(r"\b(?:le|la|les|des|du|et|une?|pour|dans)\b|\b[ld]’")),
)


def language_of(text: str) -> str:
    """The BCP 47 tag of a text; English where nothing tells another language."""
    for tag, pattern in _SCRIPTS:
        if pattern.search(text):
            return tag
    for tag, pattern in _WORDS:
        if len(pattern.findall(text)) > 1:
            return tag
    return "en"
