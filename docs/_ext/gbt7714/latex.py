"""The little LaTeX that fields of a bibliography carry.

pybtex reads braces and accents, but leaves commands such as ``\\emph`` in the text and takes ``%``
for a comment; a reference must not lose words to either.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

import latexcodec  # noqa: F401  (registers the codec "ulatex")
from pybtex.richtext import Tag, Text

if TYPE_CHECKING:
    from pybtex.richtext import BaseText

_STYLED = re.compile(
    r"\\(emph|textit|mkbibemph|textbf|textsc|textsuperscript|textsubscript|enquote|mkbibquote|url)"
    r"\s*\{([^{}]*)\}"
)
_TAGS = {
    "emph": "em",
    "textit": "em",
    "mkbibemph": "em",
    "textbf": "strong",
    "textsuperscript": "sup",
    "textsubscript": "sub",
}
# What the codec would read as markup, behind private characters while it works.
_KEPT = {"\\{": "\ue000", "\\}": "\ue001", "\\%": "\ue002", "%": "\ue002"}
_RESTORED = {"\ue000": "{", "\ue001": "}", "\ue002": "%"}
_NEEDS_CODEC = re.compile(r"[\\~]|--|``|''")


def words(value: str) -> str:
    """`value` as a reader sees it: accents composed, braces gone (titles keep their capitals)."""
    for latex, private in _KEPT.items():
        value = value.replace(latex, private)
    if _NEEDS_CODEC.search(value):
        value = _decoded(value)
    value = value.replace("{", "").replace("}", "")
    for private, character in _RESTORED.items():
        value = value.replace(private, character)
    return value


def _decoded(value: str) -> str:
    try:
        decoded: str = codecs.decode(value, "ulatex")  # type: ignore[call-overload]
    except UnicodeDecodeError:
        # No LaTeX after all, such as a backslash at the end.
        return value
    return decoded.replace("\u00a0", " ")


def read(value: str) -> Text:
    """The same with emphasis, bold and raised or lowered type as tags of pybtex."""
    parts: list[BaseText | str] = []
    end = 0
    for match in _STYLED.finditer(value):
        parts += [words(value[end : match.start()]), _styled(*match.groups())]
        end = match.end()
    return Text(*parts, words(value[end:]))


def _styled(command: str, content: str) -> BaseText | str:
    inner = words(content)
    if command in ("enquote", "mkbibquote"):
        return f"“{inner}”"
    return Tag(_TAGS[command], inner) if command in _TAGS else inner
