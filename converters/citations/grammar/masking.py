"""A text with what lies inside quotation marks, brackets and URLs masked: there nothing parts."""

from functools import lru_cache

from converters.citations.grammar.urls import urls

_PAIRS = {"“": "”", "《": "》", "〈": "〉", "«": "»", "„": "“”", "「": "」", "『": "』"}
_BRACKETS = {"（": "）)", "(": "）)", "[": "]", "〔": "〕", "【": "】"}
_CLOSERS = set("”》〉»」』）)]〕】")

#: Stands for a masked character.
MASK = "\x00"


@lru_cache(maxsize=64)
def mask(text: str, *, brackets: bool = True) -> str:
    """The text with everything inside quotation marks, brackets and URLs masked.

    The marks themselves stay, so that positions and shapes can be seen. A mark without its
    partner masks nothing.
    """
    cells = list(text)
    for start, end in urls(text):
        cells[start:end] = MASK * (end - start)
    pairs = _PAIRS | _BRACKETS if brackets else _PAIRS
    for start, end in _quoted(cells, pairs):
        cells[start + 1 : end] = MASK * (end - start - 1)
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
def mask_stretch(text: str, start: int, end: int) -> str:
    """text[start:end] with what is inside marks masked, at its own positions.

    Marks outside the stretch do not count: a citation in brackets can be seen from within.
    """
    return MASK * start + mask(text[start:end])
