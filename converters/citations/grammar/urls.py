"""The URLs of a text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from converters.characters import HAN

#: A URL ends before blanks, CJK characters and full-width punctuation.
_URL = re.compile(
    rf"(?:https?://|www\.)[^\s<>\"“”«»《》（）【】，。；：、？！\u3000{HAN}\uff01-\uff5e]+"
)


@lru_cache(maxsize=64)
def urls(text: str) -> tuple[tuple[int, int], ...]:
    """The URLs of a text, without the punctuation of the sentence that follows them."""
    return tuple(_urls(text))


def _urls(text: str) -> Iterator[tuple[int, int]]:
    for match in _URL.finditer(text):
        yield match.start(), match.start() + _length(match[0])


def _length(url: str) -> int:
    """The length of a URL without stops at its end, and without brackets that it did not open."""
    length, unopened = len(url), url.count(")") - url.count("(")
    while length and (url[length - 1] in ".,;:!?'’" or (url[length - 1] == ")" and unopened > 0)):
        unopened -= url[length - 1] == ")"
        length -= 1
    return length
