"""The labelled statements of a journal article: 摘要, 关键词, 文章编号, 收稿日期 and their kin."""

import re
from dataclasses import dataclass

from converters.lexicon import groups, words
from converters.schema.fields import TextField

#: The statements, in the order of the list.
NAMES = groups("statements", "journal")
#: What may stand before the text, and what after it.
FRONT = frozenset(NAMES) - {"editor"}
BACK = frozenset(NAMES) - {"abstract", "keywords", "authors", "clc", "document_code"}
#: Statements that become fields; other statements are end matter.
FIELDS = FRONT & set(TextField)


def letter_spaced(word: str) -> str:
    """A pattern for a word that may be letter-spaced."""
    return r"\s*".join(map(re.escape, word.replace(" ", "")))


def alternatives(name: str, family: str, group: str | None = None) -> str:
    """A pattern for words of a list, letter-spaced or not; a longer one is tried before others."""
    found = sorted(words(name, family, group), key=lambda word: (-len(word), word))
    return "|".join(map(letter_spaced, found))


_KINDS = "|".join(f"(?P<{name}>{alternatives('statements', 'journal', name)})" for name in NAMES)
_LABEL = re.compile(
    rf"[#*\s]*(?P<open>[【〔\[［〖(（<〈]?)\s*(?P<word>{_KINDS})\s*"
    r"(?P<close>[】〕\]］〗)）>〉]?)[*\s]*(?P<colon>[：:]?)[*\s]*",
    re.I,
)
CLOSING = tuple("】〕]］〗)）>〉")


@dataclass(frozen=True, slots=True)
class Statement:
    """A labelled statement in a string: its label is [start, words), its words [words, end).

    `opened`: the bracket before the label closes after the words, not after the label.
    """

    name: str
    start: int
    words: int
    end: int
    opened: bool


def statement(string: str) -> Statement | None:
    """The labelled statement that a line begins with and that reaches to its end."""
    return _statement(string, 0, len(string))


def statements(string: str) -> list[Statement]:
    """All labelled statements of a line that begins with one, each up to the next."""
    starts: list[int] = []
    after_label = 0  # where the words of the last statement begin
    for at in (0, *(m.end() for m in re.finditer(r"[\s\]】）)；;](?=\S)", string))):
        begun = _statement(string, at, len(string))
        if begun is None and at == 0:
            return []
        if begun and at >= after_label:
            starts.append(at)
            after_label = begun.words
    ends = [*starts[1:], len(string)]
    parts = (_statement(string, at, end) for at, end in zip(starts, ends, strict=True))
    return [part for part in parts if part]


def _statement(string: str, start: int, end: int) -> Statement | None:
    match = _LABEL.match(string, start, end)
    if not match:
        return None
    while end > start and string[end - 1].isspace():
        end -= 1
    if not _is_label(match, string, end):
        return None
    name = next(name for name in NAMES if match[name])
    opened = bool(match["open"] and not match["close"])
    return Statement(name, start, min(match.end(), end), end, opened)


def _is_label(match: re.Match[str], string: str, end: int) -> bool:
    """A label has brackets or a colon, or it is letter-spaced, or it stands alone.

    A blank is enough in a statement that is in brackets as a whole.
    """
    if (match["open"] and match["close"]) or match["colon"]:
        return True
    parted = match[0] != match[0].rstrip()
    if match["open"] or match["close"]:
        return parted and not match["close"] and string[end - 1] in CLOSING
    return match.end() >= end or (parted and bool(re.search(r"\s", match["word"])))
