"""The syntax of a .bib file: how a text stands in a field, and how an entry is laid out.

Source: the biblatex manual (https://ctan.org/pkg/biblatex), 2.1 to 2.3.
"""

import re
from collections.abc import Mapping

from converters.schema.biblatex import LISTS, NAMES, PROTECTED, VERBATIM

#: BibTeX counts braces even behind a backslash, so one alone would break the file.
ESCAPES = {char: "\\" + char for char in "&%#_$"} | {
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_UNESCAPES = {escaped: char for char, escaped in ESCAPES.items()} | {r"\{": "{", r"\}": "}"}
#: Signs that LaTeX would join to one (`--` to a dash) are kept apart by an empty group.
_LIGATURE = re.compile(r"([-`',])(?=\1)|[?!](?=`)")
_APART = r"(?<=[-`',?!])\{\}(?=[-`',])"
_UNESCAPE = re.compile(
    "|".join([*map(re.escape, sorted(_UNESCAPES, key=len, reverse=True)), _APART])
)
_ESCAPED_IN_ADDRESS = re.compile(r"\\([%#&_{}~$])")


def escape_text(text: str, spared: str = "") -> str:
    """Text as LaTeX, but for the characters `spared`."""
    escaped = "".join(char if char in spared else ESCAPES.get(char, char) for char in text)
    return _LIGATURE.sub(r"\g<0>{}", escaped)


def escape(name: str, value: str) -> str:
    """The value of a field as it stands between its braces, blanks made single.

    In an address only % is escaped, as BibTeX tools read it as a comment; in names the braces of
    literals stay, if each has its partner; `--` between pages is LaTeX already.
    """
    value = " ".join(value.split())
    if name in VERBATIM:
        return value.replace("%", r"\%")
    if name == "pages":
        return "--".join(map(escape_text, value.split("--")))
    text = escape_text(value, "{}" if name in NAMES and _is_balanced(value) else "")
    is_braced = name in PROTECTED or (name in LISTS and re.search(r"\sand\s", text))
    return f"{{{text}}}" if is_braced else text


def _is_balanced(value: str) -> bool:
    """Whether every brace has its partner."""
    depth = 0
    for char in value:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


def unescape(name: str, value: str) -> str:
    """The text of a field from its source in the file, with or without its delimiters."""
    value = value.strip()
    if value[:1] + value[-1:] in ("{}", '""') and len(value) > 1:
        value = value[1:-1]
    if name in PROTECTED | LISTS and value.startswith("{") and _is_whole(value):
        value = value[1:-1]
    if name in VERBATIM:
        return _ESCAPED_IN_ADDRESS.sub(r"\1", value)
    text = _UNESCAPE.sub(lambda match: _UNESCAPES.get(match[0], ""), value)
    return " ".join(text.split())


def _is_whole(value: str) -> bool:
    """Whether the brace that opens a value closes at its end."""
    depth = 0
    for at, char in enumerate(value):
        if char in "{}" and value[at - 1 : at] != "\\":
            depth += 1 if char == "{" else -1
            if depth == 0:
                return at == len(value) - 1
    return False


def write_entry(type_: str, key: str, fields: Mapping[str, str], *, aligned: bool = False) -> str:
    """An entry whose values are escaped already, a field a line; `aligned`: signs of equality."""
    width = max(map(len, fields), default=0) if aligned else 0
    lines = [f"  {name:<{width}} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@{type_}{{{key},", *lines, "}"])
