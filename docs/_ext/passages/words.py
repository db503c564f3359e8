"""The words in the texts, found by jieba: what a query is cut into when it has no literal hit."""

from __future__ import annotations

import logging
import tempfile
import warnings
from collections.abc import Iterable
from typing import Any

from .normal import is_wide


def tokenizer(terms: Iterable[str]) -> Any:
    """A tokenizer of jieba's that also knows `terms`.

    jieba keeps a cache in the shared folder for temporary files and believes what it finds there;
    it is given a folder of its own. What it reports of itself at loading is not for our reader.
    """
    with warnings.catch_warnings():
        # It looks for `pkg_resources`, which warns that it is going to be removed.
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.WARNING)
    made = jieba.Tokenizer()
    with tempfile.TemporaryDirectory() as folder:
        made.tmp_dir = folder
        made.initialize()
    for term in sorted(set(terms)):
        made.add_word(term)
    return made


def vocabulary(texts: Iterable[str], terms: Iterable[str]) -> set[str]:
    """The words of two and more characters in `texts`, of scripts that put no blanks between words.

    `terms` are names and terms that jieba's dictionary may lack; those of them that consist of such
    characters are taken as words.
    """
    whole = {term for term in terms if len(term) > 1 and all(map(is_wide, term))}
    cut = tokenizer(whole).cut_for_search
    return {
        word for text in texts for word in cut(text) if len(word) > 1 and all(map(is_wide, word))
    }
