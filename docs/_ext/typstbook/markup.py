"""Typst source, written so that text is never markup.

Typst 0.15 (https://typst.app/docs/reference/syntax/): in markup, ``#"…";`` inserts a string as
text; within a string only the backslash and the double quotation mark have a meaning. All text of
a document goes out in this way, so that no character of it can begin an expression, a raw block or
an equation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

# Control characters have no glyph; a tab or a line end within a paragraph is a blank.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_HAN = r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
# East Asian text has no blank where the source has a line end.
_LINE_END_IN_HAN = re.compile(rf"(?<={_HAN})[ \t]*\n[ \t]*(?={_HAN})")


def string(value: str) -> str:
    """`value` as a Typst string literal, quotation marks included."""
    value = _CONTROL.sub("", value)
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def text(value: str) -> str:
    """`value` as text within markup; line ends become blanks, between Han characters nothing."""
    value = _LINE_END_IN_HAN.sub("", value).replace("\n", " ").replace("\t", " ")
    return f"#{string(value)};" if value else ""


def array(items: Iterable[str]) -> str:
    """Typst expressions as an array; the trailing comma makes one item an array too."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def strings(values: Iterable[str]) -> str:
    """Strings as a Typst array."""
    return array(map(string, values))


def dictionary(items: Mapping[str, str]) -> str:
    """Typst expressions by key as a dictionary."""
    return "(" + ", ".join(f"{string(k)}: {v}" for k, v in items.items()) + ")" if items else "(:)"


def call(function: str, *arguments: str, body: str | None = None, **named: str) -> str:
    """A call within markup: ``#f(a, b, key: c)[body];``.

    Arguments are Typst expressions; an underscore in a name stands for a hyphen.
    """
    given = [*arguments, *(f"{k.replace('_', '-')}: {v}" for k, v in named.items())]
    content = "" if body is None else f"[{body}]"
    parentheses = f"({', '.join(given)})" if given or body is None else ""
    return f"#{function}{parentheses}{content};"


def boolean(value: object) -> str:
    """`true` or `false`."""
    return "true" if value else "false"
