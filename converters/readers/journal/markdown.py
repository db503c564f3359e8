"""The mark-up that text recognition leaves in a line of Markdown, and what it sets off."""

import re

from converters.readers.journal.compose import Markup, Token, Words
from converters.readers.journal.reading import Row

IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
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
            width = len(match[1])
            drop(match.start(), match.start() + width)
            drop(match.end() - width, match.end())
            style = "emphasis" if width == 1 else "strong"
            emphasis.append(
                Words(row.start + match.start() + width, row.start + match.end() - width, style)
            )
    return Markup(tuple(sorted(tokens, key=lambda token: token.start)), tuple(emphasis))
