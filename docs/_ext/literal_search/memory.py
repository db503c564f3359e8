"""What the last build found out, kept beside its doctrees, so that the next need not.

Passages are those of pages that are not written again; they change when their page does. Words and
the table of characters depend on nothing but their keys.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from .extract import Passage
from .normal import TABLE_VERSION, character_table
from .words import vocabulary

FILE = "passages.pickle"
VERSION = 1  # of the class below and of what its values mean


@dataclass
class Memory:
    """Of each document its passages, its terms, and its words with the key they follow from."""

    passages: dict[str, list[Passage]] = field(default_factory=dict)
    terms: dict[str, set[str]] = field(default_factory=dict)
    words: dict[str, tuple[str, frozenset[str]]] = field(default_factory=dict)
    table: Mapping[str, str] = field(default_factory=dict)
    table_version: str = ""

    def words_of(self, docnames: Sequence[str]) -> set[str]:
        """The words in the passages of these documents; only those that changed are cut."""
        terms = set().union(*(self.terms[docname] for docname in docnames))
        strings = {name: [passage.text for passage in self.passages[name]] for name in docnames}
        keys = {name: key_of([*sorted(terms), "", *strings[name]]) for name in docnames}
        new = [n for n in docnames if n not in self.words or self.words[n][0] != keys[n]]
        found = vocabulary([strings[name] for name in new], terms)
        self.words |= {n: (keys[n], words) for n, words in zip(new, found, strict=True)}
        return set().union(*(self.words[docname][1] for docname in docnames))

    def characters(self) -> Mapping[str, str]:
        """The table of traditional characters, by the data of OpenCC."""
        if self.table_version != TABLE_VERSION:
            self.table, self.table_version = character_table(), TABLE_VERSION
        return self.table


def key_of(strings: Iterable[str]) -> str:
    """A hash of strings and their order."""
    return hashlib.sha256("\0".join(strings).encode()).hexdigest()


def recall(folder: Path) -> Memory:
    """What is kept in a folder of doctrees; nothing if it is of another version, or broken."""
    with suppress(Exception):  # unpickling raises whatever it likes
        version, memory = pickle.loads((folder / FILE).read_bytes())
        if version == VERSION and isinstance(memory, Memory):
            return memory
    return Memory()


def keep(memory: Memory, folder: Path, docnames: Iterable[str]) -> None:
    """Keep what is known of these documents."""
    wanted = set(docnames)
    for table in (memory.passages, memory.terms, memory.words):
        for name in table.keys() - wanted:
            del table[name]
    (folder / FILE).write_bytes(pickle.dumps((VERSION, memory)))
