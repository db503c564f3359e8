"""The URLs of a text."""

import re
from collections.abc import Iterator
from functools import lru_cache

#: A URL ends before blanks, CJK characters and full-width punctuation.
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”«»《》（）【】，。；：、？！\u3000\u3400-\u9fff\uff01-\uff5e]+"
)


@lru_cache(maxsize=64)
def urls(text: str) -> tuple[tuple[int, int], ...]:
    """The URLs of a text, without the punctuation of the sentence that follows them."""
    return tuple(_urls(text))


def _urls(text: str) -> Iterator[tuple[int, int]]:
    for match in _URL.finditer(text):
        url = match[0]
        while url and (
            url[-1] in ".,;:!?'’" or (url[-1] == ")" and url.count("(") < url.count(")"))
        ):
            url = url[:-1]
        yield match.start(), match.start() + len(url)
