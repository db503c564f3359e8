"""Quotation marks, brackets and URLs of a text: what lies inside them parts nothing."""

import re
from collections.abc import Iterator
from functools import lru_cache

#: A URL ends before blanks, CJK characters and full-width punctuation; see `url_end`.
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”«»《》（）【】，。；：、？！\u3000\u3400-\u9fff\uff01-\uff5e]+"
)
_PAIRS = {"“": "”", "《": "》", "〈": "〉", "«": "»", "„": "“”", "「": "」", "『": "』"}
_BRACKETS = {"（": "）)", "(": "）)", "[": "]", "〔": "〕", "【": "】"}
_CLOSERS = set("”》〉»」』）)]〕】")

#: Stands for a hidden character.
HIDDEN = "\x00"


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


@lru_cache(maxsize=64)
def hide(text: str, *, brackets: bool = True) -> str:
    """The text with everything inside quotation marks, brackets and URLs hidden.

    The marks themselves stay, so that positions and shapes can be seen. A mark without its
    partner hides nothing.
    """
    cells = list(text)
    for start, end in urls(text):
        cells[start:end] = HIDDEN * (end - start)
    pairs = _PAIRS | _BRACKETS if brackets else _PAIRS
    for start, end in _quoted(cells, pairs):
        cells[start + 1 : end] = HIDDEN * (end - start - 1)
    return "".join(cells)


def _quoted(cells: list[str], pairs: dict[str, str]) -> list[tuple[int, int]]:
    """The outermost balanced pairs, and pairs of straight quotation marks outside them."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    straight = -1
    for at, char in enumerate(cells):
        if stack and char in stack[-1][0]:
            _, start = stack.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, at))
        elif char in pairs:
            stack.append((pairs[char], at))
        elif char == '"':
            if straight >= 0:
                while found and found[-1][0] > straight:
                    found.pop()
                found.append((straight, at))
                straight = -1
            elif not stack or stack[-1][1] < at:
                straight = at
        elif char in _CLOSERS and len(stack) > 1 and char in stack[-2][0]:
            stack.pop()  # an opening mark that nobody closed
            _, start = stack.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, at))
    return found


@lru_cache(maxsize=256)
def shape_of(text: str, start: int, end: int) -> str:
    """text[start:end] with what is inside marks hidden, at its own positions.

    Marks outside the stretch do not count: a citation in brackets can be seen from within.
    """
    return HIDDEN * start + hide(text[start:end])
