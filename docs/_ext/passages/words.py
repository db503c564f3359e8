"""The words in the texts, found by jieba: what a query is cut into when it has no literal hit."""

from __future__ import annotations

import logging
import tempfile
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from .normal import is_wide

UNUSED = "\ue000"


def tokenizer(terms: Iterable[str], texts: Iterable[str]) -> Any:
    """A tokenizer of jieba's that also knows `terms`, made to cut `texts` and no others.

    jieba keeps a cache in the shared folder for temporary files and believes what it finds there;
    it is given a folder of its own. What it reports of itself at loading is not for our reader.
    """
    with warnings.catch_warnings():
        # It looks for `pkg_resources`, which warns that it is going to be removed.
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        dictionary = Path(folder, "words.txt")
        whole = jieba.get_dict_file().read().decode("utf-8")
        dictionary.write_text(relevant(whole, texts), encoding="utf-8")
        made = jieba.Tokenizer(str(dictionary))
        made.tmp_dir = folder
        made.initialize()
    for term in sorted(set(terms)):
        made.add_word(term)
    return made


def relevant(dictionary: str, texts: Iterable[str]) -> str:
    """The lines of a dictionary (word, frequency, kind) for words that can stand in `texts`.

    jieba takes most of its time to read words that do not. Cuts are the same as with all of them:
    the frequencies of the others, by whose sum it divides, are given to one word that no text has.
    """
    parts = {text[at : at + n] for text in texts for n in (1, 2) for at in range(len(text))}
    columns = dictionary.split()
    frequencies = columns[1::3]
    kept = [
        (word, frequency)
        for word, frequency in zip(columns[::3], frequencies, strict=True)
        if word[:2] in parts and word[-2:] in parts
    ]
    rest = sum(map(int, frequencies)) - sum(int(frequency) for _, frequency in kept)
    return "\n".join(f"{word} {frequency} x" for word, frequency in [*kept, (UNUSED, rest)])


def vocabulary(documents: Sequence[Sequence[str]], terms: Iterable[str]) -> list[frozenset[str]]:
    """For each document, its words of two and more characters, of scripts without blanks.

    `terms` are names and terms that jieba's dictionary may lack; those of them that consist of such
    characters are taken as words.
    """
    if not documents:
        return []
    whole = {term for term in terms if len(term) > 1 and all(map(is_wide, term))}
    cut = tokenizer(whole, [text for texts in documents for text in texts]).cut_for_search
    return [
        frozenset(
            word
            for text in texts
            for word in cut(text)
            if len(word) > 1 and all(map(is_wide, word))
        )
        for texts in documents
    ]
