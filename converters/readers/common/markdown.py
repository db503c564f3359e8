"""The mark-up that text recognition leaves in a line of Markdown, and what it sets off."""

import re

from converters.readers.common.compose import Markup, Token, Words
from converters.readers.common.notes import Style
from converters.readers.common.reading import Row
from converters.readers.common.sentences import bare

_ADDRESS = re.compile(r"<(?:https?://|www\.|mailto:)?[^<>\s@]+[./@][^<>\s]*>")
_TAG = re.compile(r"</?(?:sup|sub|br|hr|i|b|em|strong|u|p|center|div|span)\b[^<>]*>", re.I)
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!<>~$%^&|])")
_FORMULA = re.compile(r"\$(?=[^$\s])([^$\n]{1,60}?)(?<=[^$\s\\])\$")
_STARS = re.compile(r"(?<![\\*])(\*{1,3})(?=[^\s*])([^*\n]+?)(?<=[^\s\\])\1(?!\*)")
_SCORES = re.compile(r"(?<![\w\\])(_{1,2})(?=[^\s_])([^_\n]+?)(?<=[^\s\\])\1(?!\w)")
_PREFIX = re.compile(r"#{1,6}\s+|>\s?")
_URL = re.compile(r"https?://[^\s<>]+")


def marked(row: Row) -> Markup:
    """What of a line is mark-up, and the words that it sets off."""
    string = row.string
    tokens: list[Token] = []
    emphasis: list[Words] = []

    def drop(start: int, end: int) -> None:
        tokens.append(Token(row.start + start, row.start + end, "mark-up"))

    addresses = [match.span() for match in _URL.finditer(string)]
    for match in _ADDRESS.finditer(string):
        drop(match.start(), match.start() + 1)
        drop(match.end() - 1, match.end())
    for form in (_TAG, _ESCAPE):
        for match in form.finditer(string):
            drop(*match.span())
    if prefix := _PREFIX.match(string):
        drop(*prefix.span())
    for match in _FORMULA.finditer(string):
        drop(match.start(), match.start() + 1)
        drop(match.end() - 1, match.end())
    for form in (_STARS, _SCORES):
        for match in form.finditer(string):
            if any(start <= match.start() < end for start, end in addresses):
                continue
            if string[: match.start()][-1:].isdigit() and match[2][0].isdigit():
                continue  # a product: 2*3*4
            width = len(match[1])
            drop(match.start(), match.start() + width)
            drop(match.end() - width, match.end())
            style = "emphasis" if width == 1 else "strong"
            emphasis.append(
                Words(row.start + match.start() + width, row.start + match.end() - width, style)
            )
    return Markup(tuple(sorted(tokens, key=lambda token: token.start)), tuple(emphasis))


def markdown_prefix(row: Row) -> list[Token]:
    """The signs of a Markdown heading or of bold type that encloses a whole line."""
    tokens = []
    if hashes := re.match(r"#+\s*", row.string):
        tokens.append(Token(row.start, row.start + hashes.end(), "mark-up"))
    start = hashes.end() if hashes else 0
    if (bold := re.fullmatch(r"\*\*(.+?)\*\*", row.string[start:])) and "**" not in bold[1]:
        tokens.append(Token(row.start + start, row.start + start + 2, "mark-up"))
        tokens.append(Token(row.end - 2, row.end, "mark-up"))
    return tokens


def opening(row: Row) -> int:
    """How many signs of mark-up stand before the words of a heading."""
    ends = [token.end for token in markdown_prefix(row) if token.end < row.end]
    return max(ends, default=row.start) - row.start


def plain(row: Row, style: Style | None) -> str:
    """The words of a heading: without mark-up round it and note marks at its end."""
    return bare(bare(row.string[opening(row) :], style).rstrip("*#").strip(), style)
