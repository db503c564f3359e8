"""The form in which texts and queries are compared.

`static/passages/normalise.js` is the same function for the browser; a test holds the two together.
Applied in this order:

1. format and control characters fall away; a base character and its combining marks become one
   (NFKC, Unicode Standard Annex 15), so that width and composition do not matter; letters are
   lower-cased;
2. each character is folded by a table: quotation marks, dashes, swung dashes and middle dots of
   every shape to one of each kind, traditional to simplified characters;
3. a blank is kept only between two words that need it (letters or digits that are not Han), and a
   run of quotation marks or of dashes counts as one.

A normalised part of a text is therefore always a part of the normalised text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import version

import opencc

FOLDED_MARKS = {
    '"': "'`´‘’‚‛“”„‟′‵‹›«»「」『』｢｣〝〞〟",
    "-": "‐‑‒–—―−⁃─━⸺⸻",
    "~": "∼〜",
    "·": "•‧∙⋅・･",
}
MARKS = {mark: kept for kept, marks in FOLDED_MARKS.items() for mark in marks}
_REPEATED = re.compile(r'(["~-])\1+')  # which count as one

# From the radicals to the compatibility ideographs, and the planes of ideographs: characters that
# are set without blanks. Hangul, which has blanks, lies outside.
WIDE_RANGES = ((0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))


@cache
def is_wide(character: str) -> bool:
    """Whether the character belongs to a script that puts no blanks between words."""
    return any(first <= ord(character) <= last for first, last in WIDE_RANGES)


@cache
def is_word(character: str) -> bool:
    """Whether the character is a letter, a digit or a combining mark."""
    return unicodedata.category(character)[0] in "LNM"


@cache
def is_blank(character: str) -> bool:
    """Whether the character is a separator or one of the control characters that act as such."""
    return unicodedata.category(character)[0] == "Z" or "\t" <= character <= "\r"


@cache
def is_mark(character: str) -> bool:
    """Whether the character is a combining mark."""
    return unicodedata.category(character)[0] == "M"


@cache
def is_unseen(character: str) -> bool:
    """Whether the character is a format or control character and no blank."""
    return unicodedata.category(character) in ("Cf", "Cc") and not is_blank(character)


def clusters(text: str) -> Iterator[str]:
    """Each character of `text` with the combining marks that follow it and what is not seen.

    What is not seen parts no mark from its character, which would join it the next time.
    """
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not (is_mark(text[end]) or is_unseen(text[end])):
            yield text[start:end]
            start = end


def normalise(text: str, fold: Mapping[str, str]) -> str:
    """Return `text` in the form for comparison; `fold` maps characters, as `fold_table` has it."""
    if any(map(is_mark, set(text))):
        read = "".join(character for cluster in clusters(text) for character in characters(cluster))
    else:
        read = text.translate(_READINGS)
    folded = "".join(map(fold.get, read, read))
    parts: list[str] = []
    for part in filter(None, folded.split(" ")):
        if parts and needs_blank(parts[-1][-1]) and needs_blank(part[0]):
            parts.append(" ")
        parts.append(part)
    return _REPEATED.sub(r"\1", "".join(parts))


class _Readings(dict[int, str]):
    """What a character is read as where no mark follows it, by its code point."""

    def __missing__(self, point: int) -> str:
        self[point] = reading = "".join(characters(chr(point)))
        return reading


_READINGS = _Readings()


@cache
def characters(cluster: str) -> tuple[str, ...]:
    """The characters that a cluster is read as, before they are folded; a blank is `" "`."""
    seen = "".join(character for character in cluster if not is_unseen(character))
    composed = "".join(raw.lower() for raw in unicodedata.normalize("NFKC", seen))
    return tuple(" " if is_blank(character) else character for character in composed)


@cache
def needs_blank(character: str) -> bool:
    """Whether a blank beside the character may part two words."""
    return is_word(character) and not is_wide(character)


TABLE_VERSION = f"{unicodedata.unidata_version} {version('opencc')}"


def character_table() -> dict[str, str]:
    """Map traditional characters to the simplified ones by OpenCC's data, whatever their word."""
    han = [
        chr(point)
        for first, last in WIDE_RANGES
        for point in range(first, last + 1)
        if unicodedata.category(chr(point)) == "Lo"
    ]
    simplified = "\n".join(han)
    for scheme in ("hk2s", "tw2s", "t2s"):
        simplified = opencc.OpenCC(scheme).convert(simplified)
    pairs = zip(han, simplified.split("\n"), strict=True)
    return {old: new for old, new in pairs if old != new}


def traditional(words: Iterable[str], characters: Mapping[str, str]) -> dict[str, str]:
    """The table of `characters`, with what the `words` of the texts add to it.

    Alone OpenCC does not touch a character that depends on its word (瞭 in 瞭解, 著 in 意味著).
    The words are therefore written in traditional characters as well, and what that shows is
    added. Texts and queries are folded alike: folding too much loses nothing.
    """
    table = dict(characters)
    ordered = sorted(set(words))
    for scheme in ("s2hk", "s2tw"):
        written = opencc.OpenCC(scheme).convert("\n".join(ordered))
        for word, variant in zip(ordered, written.splitlines(), strict=True):
            if len(word) == len(variant):
                for old, new in zip(variant, word, strict=True):
                    if old not in table and table.get(new, new) != old:
                        table[old] = table.get(new, new)
    return {old: table.get(new, new) for old, new in table.items()}


def fold_table(
    texts: Iterable[str], words: Iterable[str], characters: Mapping[str, str]
) -> dict[str, str]:
    """The table for `normalise`, with those traditional characters that can find something.

    `texts` are what is searched, `words` the words in them; `characters` is the table of all. A
    character matters if it, or the one to which it is folded, stands in a text.
    """
    present = set(MARKS).union(*(unicodedata.normalize("NFKC", text) for text in texts))
    full = traditional(words, characters)
    folded = {full.get(character, character) for character in present}
    return {old: new for old, new in full.items() if new in folded} | MARKS
