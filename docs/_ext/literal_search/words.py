"""The words in the texts, by jieba's dictionary: what a query is cut into without a literal hit.

A query is cut in the browser, into the fewest words that are known there. So that none is missing,
all words of the dictionary that stand in a text are known, and not only those into which jieba
would cut the text itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

from .normal import is_wide

LONG = 4
"""Words of more characters are few, and are looked up by their first ones."""


class Lexicon:
    """Words to be found in texts: those of two and more characters, of scripts without blanks."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = set(words)
        self.long: dict[str, list[str]] = defaultdict(list)
        for word in (word for word in words if len(word) > LONG):
            self.long[word[:LONG]].append(word)

    def words_in(self, text: str) -> set[str]:
        """The words that stand in `text`, whatever stands around them."""
        found: set[str] = set()
        for length in range(2, LONG + 1):
            pieces = {text[at : at + length] for at in range(len(text))}
            found |= pieces & self.words
        for start in pieces & self.long.keys():
            found.update(word for word in self.long[start] if word in text)
        return {word for word in found if len(word) > 1 and all(map(is_wide, word))}


@cache
def dictionary() -> Lexicon:
    """The words of jieba's dictionary."""
    # Read as a file: to import jieba takes long, and warns of what its own imports will lose.
    path = Path(str(distribution("jieba").locate_file("jieba/dict.txt")))
    columns = path.read_text("utf-8").split()  # word, frequency, kind
    return Lexicon(columns[::3])


def vocabulary(documents: Sequence[Sequence[str]], terms: Iterable[str]) -> list[frozenset[str]]:
    """For each document, given as its passages, the words in it.

    `terms` are names and terms that jieba's dictionary may lack.
    """
    if not documents:
        return []
    lexicons = (dictionary(), Lexicon(list(terms)))
    texts = map("\n".join, documents)
    return [frozenset().union(*(lexicon.words_in(text) for lexicon in lexicons)) for text in texts]
