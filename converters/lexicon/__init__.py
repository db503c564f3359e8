"""Words as data: the lists of words by which readers know what a line is, one TOML file a list.

A file says what its words are and holds them in groups:

    about = "What the name of an institution ends in."

    [[group]]
    name = "university"                   # what these words mean, where a list tells several things
    serves = ["journal", "web-summary"]   # who looks for them; everybody where this is absent
    words = ["大学", "学院"]              # as printed
    patterns = ['党校(?!教授)']           # regular expressions, where a word is not enough

Words are written in simplified characters and found in traditional ones too, in the forms of the
mainland, Taiwan and Hong Kong (OpenCC); in a pattern each character stands for all its forms, also
where it says what must not be there. An editor adds a word to a list; no code changes.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import opencc

#: Who looks words up: the families of readers, and citations.
FAMILIES = ("journal", "news-clip", "web-summary", "social-archive", "citations")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of a list, or a pattern: the group it stands in and the families it serves."""

    text: str
    group: str
    serves: frozenset[str]
    is_pattern: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """A word in simplified characters, then in the traditional forms that differ.

        A pattern has one form, in which each character stands for all its own.
        """
        if self.is_pattern:
            return (_in_all_scripts(self.text),)
        return tuple(dict.fromkeys((self.text, *_traditional(self.text))))


@cache
def entries(name: str) -> tuple[Entry, ...]:
    """The list `name`, in the order of its file.

    Raises FileNotFoundError for a list that does not exist, ValueError for one that is malformed.
    """
    file = files(__name__).joinpath(f"{name}.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    if not isinstance(data.get("about"), str) or not isinstance(data.get("group"), list):
        raise ValueError(f"lexicon/{name}.toml: needs `about` and [[group]] tables")
    return tuple(entry for group in data["group"] for entry in _group(name, group))


def _group(name: str, group: Mapping[str, Any]) -> Iterable[Entry]:
    if strange := set(group) - {"name", "serves", "words", "patterns"}:
        raise ValueError(f"lexicon/{name}.toml: unknown key `{min(strange)}` in a group")
    serves = frozenset(group.get("serves", FAMILIES))
    if unknown := serves - set(FAMILIES):
        raise ValueError(f"lexicon/{name}.toml: serves unknown `{min(unknown)}`")
    for key in ("words", "patterns"):
        for text in group.get(key, ()):
            yield Entry(text, group.get("name", ""), serves, key == "patterns")


#: A group of a list, or several.
Groups = str | tuple[str, ...]


def words(name: str, family: str = "", group: Groups | None = None) -> frozenset[str]:
    """The words (no patterns) of a list in all their forms, for looking one up.

    `family`: only those that serve it; `group`: only those of this group, or of these.
    """
    return frozenset(
        form
        for entry in _chosen(name, family, group)
        if not entry.is_pattern
        for form in entry.forms
    )


@cache
def pattern(name: str, family: str = "", group: Groups | None = None) -> str:
    """A regular expression, in a group of its own, that matches any entry; longest words first.

    A list, or a part of one, that is empty matches nothing.
    """
    chosen = list(_chosen(name, family, group))
    plain = {form for entry in chosen if not entry.is_pattern for form in entry.forms}
    alternatives = [re.escape(word) for word in sorted(plain, key=lambda word: (-len(word), word))]
    alternatives += [form for entry in chosen if entry.is_pattern for form in entry.forms]
    return f"(?:{'|'.join(alternatives)})" if alternatives else "(?!)"


def groups(name: str, family: str = "") -> tuple[str, ...]:
    """The names of the groups of a list, in order."""
    return tuple(dict.fromkeys(entry.group for entry in _chosen(name, family, None)))


def _chosen(name: str, family: str, group: Groups | None) -> Iterable[Entry]:
    if family and family not in FAMILIES:
        raise ValueError(f"no family `{family}`; there are {', '.join(FAMILIES)}")
    wanted = (group,) if isinstance(group, str) else group
    for entry in entries(name):
        if (not family or family in entry.serves) and (wanted is None or entry.group in wanted):
            yield entry


@cache
def _converter(way: str) -> opencc.OpenCC:
    return opencc.OpenCC(way)


@cache
def _traditional(text: str) -> tuple[str, ...]:
    """The text in traditional characters: by OpenCC's standard, then as Taiwan and Hong Kong do."""
    plain = _converter("s2t").convert(text)
    return (plain, *(_converter(way).convert(plain) for way in ("t2tw", "t2hk")))


#: What a regular expression is made of: an escape, a class, any other character; and a class of:
#: an escape, the end of a range, any other character.
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.S)
_IN_CLASS = re.compile(r"\\.|(?<=[^\[^])-.|.", re.S)


def _in_all_scripts(expression: str) -> str:
    """A regular expression in which each character stands for all its forms.

    Written as one expression beside another for each script, `[^学]报` would let 學报 pass.
    """
    whole = [form for form in _traditional(expression) if len(form) == len(expression)]

    def forms(at: int) -> str:
        """A character last, after the forms that it has alone and that it has here."""
        char = expression[at]
        others = dict.fromkeys((*_traditional(char), *(form[at] for form in whole)))
        return "".join(form for form in others if form != char) + char

    def expanded(token: re.Match[str]) -> str:
        at, string = token.start(), token[0]
        if string[0] == "[" and len(string) > 1:
            return _IN_CLASS.sub(
                lambda one: one[0] if len(one[0]) > 1 else forms(at + one.start()), string
            )
        if len(string) > 1 or len(forms(at)) == 1:
            return string
        return f"[{forms(at)}]"

    return _TOKEN.sub(expanded, expression)
