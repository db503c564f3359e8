"""Larger editions, made from a built one: its texts again and again, each with words of its own.

A text is made from one of the edition: the clauses of its passages are put in another order, and a
share of its characters is replaced by others, throughout the text. New strings appear as they would
with new texts, and those that all texts share stay.
"""

from __future__ import annotations

import json
import random
import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from literal_search.extract import Kind, Passage
from literal_search.index import Text, files, write

FOLDER = "_static/passages/index"
# The 3755 common characters of GB/T 2312, level 1.
COMMON = [
    bytes((row, cell)).decode("gb2312")
    for row in range(0xB0, 0xD8)
    for cell in range(0xA1, 0xFF)
    if (row, cell) < (0xD7, 0xFA)
]
REPLACED = 0.15


def part(site: Path, name: str) -> Any:
    """The value of one file of the index."""
    script = (site / FOLDER / f"{name}.js").read_text(encoding="utf-8")
    return json.loads(script.removeprefix(f'Passages.receive("{name}",').removesuffix(");\n"))


@dataclass(frozen=True)
class Edition:
    """What the index of a site is made of."""

    texts: list[Text]
    words: list[str]
    fold: dict[str, str]


def read(site: Path) -> Edition:
    """Read back the index of a built site whose passages are one block."""
    manifest = part(site, "index")
    assert not manifest["filtered"]
    found: list[list[Passage]] = [[] for _ in manifest["texts"]]
    for number, kind, anchor, heading, pages, words in part(site, "text/0"):
        passage = Passage(words, Kind(kind), anchor, heading, tuple(map(tuple, pages)))
        found[number].append(passage)
    rows = zip(manifest["texts"], found, strict=True)
    texts = [Text(title, url, byline, rows) for (title, url, byline), rows in rows]
    fold = dict(zip(*part(site, "fold"), strict=True))
    return Edition(texts, part(site, "grams/0")["words"], fold)


def grown(edition: Edition, count: int, rng: random.Random) -> Edition:
    """An edition of `count` texts, made from the pages of `edition` that are texts."""
    models = [text for text in edition.texts if text.byline]
    made = [varied(models[number % len(models)], number, rng) for number in range(count)]
    return replace(edition, texts=made)


def varied(text: Text, number: int, rng: random.Random) -> Text:
    present = sorted({character for passage in text.passages for character in passage.text})
    han = [character for character in present if "\u4e00" <= character <= "\u9fff"]
    table = {old: rng.choice(COMMON) for old in rng.sample(han, round(REPLACED * len(han)))}
    changed = str.maketrans(table)

    def vary(passage: Passage) -> Passage:
        clauses = re.findall(r"[^，。；]*[，。；]?", passage.text)
        rng.shuffle(clauses)
        return replace(passage, text="".join(clauses).translate(changed))

    return replace(
        text,
        title=f"{text.title.translate(changed)}（{number}）",
        url=f"texts/{number}.html",
        passages=[vary(passage) for passage in text.passages],
    )


def parts(edition: Edition, *, whole: int | None = None) -> dict[str, Any]:
    """The files of its index; `whole=0` splits it whatever its size."""
    limit = {} if whole is None else {"whole": whole}
    return files(edition.texts, edition.words, edition.fold, **limit)


def site_with(site: Path, target: Path, made: dict[str, Any]) -> Path:
    """A copy of a site that has another index."""
    shutil.copytree(site, target, ignore=shutil.ignore_patterns("index", "_sources"))
    write(target / FOLDER, made)
    return target
