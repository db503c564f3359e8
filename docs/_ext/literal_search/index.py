"""The index that the browser loads: plain scripts, so that it works without a server.

    index.js       what there is: texts, number of files
    fold.js        how to fold characters
    text/N.js      blocks of passages, headings of all texts first, then bodies, then notes …
    grams/N.js     by hash: the blocks in which a gram occurs, and the words that begin with it

A query is looked up in the grams, which name the few blocks that can hold it; these are loaded and
scanned. As long as all passages fit into one block there is nothing to look up: the grams files
hold only words then. All numbers grow linearly with the texts, and no file grows with them except
index.js (a title and an address a text).
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .extract import Kind, Passage
from .normal import is_wide, normalise

WHOLE = 600_000
"""Bytes of text up to which the browser loads all of it at once (some 230 kB compressed)."""
BLOCK = 10_000
"""Bytes of a block beyond that."""
GRAMS = 12_000
"""Bytes of a file of grams, on average."""
LONGEST_GRAM = 4


@dataclass(frozen=True)
class Text:
    """A page of the edition: its title, its address in the site, who wrote it, its passages."""

    title: str
    url: str
    byline: str
    passages: Sequence[Passage]


def grams(text: str) -> Iterator[str]:
    """The grams of a normalised text by which its blocks are found.

    Every character, every pair, and every three and four of which none is wide: pairs of Latin
    letters are everywhere, and so are threes. Punctuation and blanks count like letters.
    """
    wide = [is_wide(character) for character in text]
    for start in range(len(text)):
        yield text[start]
        yield text[start : start + 2]
        for end in range(start + 3, min(start + LONGEST_GRAM, len(text)) + 1):
            if any(wide[start:end]):
                break
            yield text[start:end]


def shard(gram: str, count: int) -> int:
    """The file of a gram, or of a word by its first two characters: FNV-1a, 32 bits, of the code
    points (http://www.isthe.com/chongo/tech/comp/fnv/)."""
    value = 0x811C9DC5
    for character in gram[:2]:
        value = ((value ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    return value % count


def utf16(text: str, offset: int) -> int:
    """The offset in `text` as JavaScript counts."""
    return len(text[:offset].encode("utf-16-le")) // 2


def compact(value: Any) -> str:
    """`value` as JSON without blanks, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def row(number: int, passage: Passage) -> list[Any]:
    """A passage as it stands in a block: text, kind, anchor, heading, pages, words."""
    pages = [[utf16(passage.text, offset), page] for offset, page in passage.pages]
    return [number, passage.kind.value, passage.anchor, passage.heading, pages, passage.text]


def blocks(texts: Sequence[Text], size: int) -> list[list[list[Any]]]:
    """All passages in the order of their rank, cut into blocks of about `size` bytes."""
    made: list[list[list[Any]]] = [[]]
    filled = 0
    for kind in Kind:
        for number, text in enumerate(texts):
            for passage in text.passages:
                if passage.kind is not kind:
                    continue
                entry = row(number, passage)
                length = len(compact(entry).encode())
                if filled and filled + length > size:
                    made.append([])
                    filled = 0
                made[-1].append(entry)
                filled += length
    return made


def postings(
    made: Sequence[Sequence[Sequence[Any]]], fold: Mapping[str, str]
) -> dict[str, list[int]]:
    """For each gram the blocks that hold it, each as the distance from the one before."""
    found: dict[str, list[int]] = defaultdict(list)
    last: dict[str, int] = {}
    for number, block in enumerate(made):
        present = {gram for entry in block for gram in grams(normalise(entry[-1], fold))}
        for gram in present:
            found[gram].append(number - last.get(gram, 0))
            last[gram] = number
    return found


def shards(
    found: Mapping[str, Sequence[int]], words: Iterable[str], size: int
) -> list[dict[str, Any]]:
    """Grams and words in files of about `size` bytes."""
    ordered = sorted(set(words))
    total = len(compact(found).encode()) + len(compact(ordered).encode())
    count = max(1, round(total / size))
    made: list[dict[str, Any]] = [{"grams": {}, "words": []} for _ in range(count)]
    for gram in sorted(found):
        made[shard(gram, count)]["grams"][gram] = found[gram]
    for word in ordered:
        made[shard(word, count)]["words"].append(word)
    return made


def files(
    texts: Sequence[Text], words: Iterable[str], fold: Mapping[str, str], *, whole: int = WHOLE
) -> dict[str, Any]:
    """The files of the index as names and values.

    `words` are normalised; `whole` is the size in bytes up to which all passages make one block.
    """
    made = blocks(texts, whole)
    filtered = len(made) > 1
    found: dict[str, list[int]] = {}
    if filtered:
        made = blocks(texts, BLOCK)
        found = postings(made, fold)
    split = shards(found, words, GRAMS if filtered else whole)
    parts: dict[str, Any] = {f"text/{number}": block for number, block in enumerate(made)}
    parts |= {f"grams/{number}": part for number, part in enumerate(split)}
    digest = hashlib.sha256(compact(parts).encode()).hexdigest()[:12]
    return parts | {
        "fold": ["".join(fold), "".join(fold.values())],
        "index": {
            "edition": digest,
            "texts": [[text.title, text.url, text.byline] for text in texts],
            "blocks": len(made),
            "shards": len(split),
            "filtered": filtered,
        },
    }


def write(folder: Path, parts: Mapping[str, Any]) -> None:
    """Write the files into `folder`, which afterwards holds nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, value in parts.items():
        path = folder / f"{name}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        script = f"Passages.receive({compact(name)},{compact(value)});\n"
        path.write_text(script, encoding="utf-8", newline="\n")
