"""Ground truth for the search, read from the built pages alone: nothing here knows the index.

A page is cut into the blocks that a reader sees; queries are cut from their text at random. What
must be found is told by the printed text; what may be found, by a looser comparison that leaves out
every difference that the search is told to leave out, and more.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import opencc
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

if TYPE_CHECKING:
    from literal_search.index import Text

BLOCKS = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "li", "td", "th", "pre"]
# What a template or a script adds to the text of a page.
FRAME = (
    ".no-search, .text-head, .citation-box, .content-icon-container, .toctree-wrapper, "
    ".headerlink, .footnote-reference, .page-milestone, .label, .colon, "
    "script, style, button, svg, form"
)
SEAM = "\ufdd0"  # a noncharacter: stands where something was taken out or a run begins or ends


@dataclass(frozen=True)
class Block:
    """A block of a page: the address of the page, its text, the offsets of its seams."""

    url: str
    text: str
    seams: tuple[int, ...] = field(default=())


def blocks(site: Path) -> list[Block]:
    """All blocks of all pages that hold text of the edition."""
    pages = sorted(path for path in site.rglob("*.html") if "_static" not in path.parts)
    skipped = {"search.html", "genindex.html", "404.html"}
    found = []
    for path in pages:
        if path.name in skipped:
            continue
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        main = soup.find("main")
        assert isinstance(main, Tag), f"{path} has no main element"
        for element in main.select(FRAME):
            element.replace_with(SEAM)
        url = path.relative_to(site).as_posix()
        found += [block for element in leaves(main) if (block := block_of(url, element))]
    return found


def leaves(main: Tag) -> Iterator[Tag]:
    """Blocks that hold no smaller block."""
    for element in main.find_all(BLOCKS):
        if isinstance(element, Tag) and element.find(BLOCKS) is None:
            yield element


def block_of(url: str, element: Tag) -> Block | None:
    """The text of a block; every inline element leaves seams."""
    marked = "".join(
        f"{SEAM}{string}{SEAM}" if string.parent is not element else str(string)
        for string in element.find_all(string=True)
        if type(string) is NavigableString
    )
    marked = re.sub(r"\s+", " ", marked).strip(f" {SEAM}")
    text = ""
    seams = []
    for run in re.split(f"{SEAM}+", marked):
        if text:
            seams.append(len(text))
        text += run
    return Block(url, text, tuple(seams)) if text else None


def strings(texts: Sequence[Text]) -> list[Block]:
    """The passages of texts that have no pages, as blocks."""
    return [Block(text.url, passage.text) for text in texts for passage in text.passages]


HAN = r"[\u3400-\u9fff]"
_SIMPLIFIED = opencc.OpenCC("t2s")


def loose(text: str) -> str:
    """`text` without any difference that might not matter."""
    text = _SIMPLIFIED.convert(unicodedata.normalize("NFKC", text)).casefold()
    text = re.sub(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+", "", text)
    text = re.sub(r"[\"'`‘’‚‛“”„‟′″«»‹›「」『』]+", '"', text)
    return re.sub(r"[-‐‑‒–—―−─]+", "-", text)


Cut = Callable[[random.Random, Block], str]


def matching(pattern: str) -> Cut:
    """A cut that takes one of the matches of a pattern in a block."""
    compiled = re.compile(pattern)

    def cut(rng: random.Random, block: Block) -> str:
        found = [match[0] for match in compiled.finditer(block.text)]
        return rng.choice(found) if found else ""

    return cut


def han(length: int) -> Cut:
    """`length` Han characters from anywhere, also across the borders of words."""

    def cut(rng: random.Random, block: Block) -> str:
        starts = [m.start() for m in re.finditer(f"(?={HAN}{{{length}}})", block.text)]
        start = rng.choice(starts) if starts else 0
        return block.text[start : start + length] if starts else ""

    return cut


def across_a_seam(rng: random.Random, block: Block) -> str:
    """Some characters on both sides of a note mark, a page break or a change of emphasis."""
    if not block.seams:
        return ""
    seam = rng.choice(block.seams)
    return block.text[max(0, seam - rng.randint(1, 6)) : seam + rng.randint(1, 6)].strip()


def anything(rng: random.Random, block: Block) -> str:
    """A string of 2 to 24 characters of whatever kind."""
    start = rng.randrange(len(block.text))
    return block.text[start : start + rng.randint(2, 24)].strip()


KINDS: dict[str, Cut] = {
    **{f"{length} Han": han(length) for length in range(1, 13)},
    "Cyrillic": matching(r"[\u0400-\u04ff]{2,}(?: [\u0400-\u04ff]{2,})?"),
    "Latin": matching(r"[A-Za-z]{3,}(?: [A-Za-z]{2,})?"),
    "diacritics": matching(r"[A-Za-z]*[\u00c0-\u024f][A-Za-z\u00c0-\u024f]*"),
    "digits": matching(r"\d{2,}"),
    "mixed": matching(f"{HAN}{{0,3}} ?[A-Za-z0-9]+ ?{HAN}{{1,3}}"),
    "quoted": matching(r"[\w ]{0,4}[“«《][^“”«»《》]{1,10}[”»》]\w{0,3}"),
    "seam": across_a_seam,
    "anything": anything,
}


@dataclass(frozen=True)
class Query:
    kind: str
    text: str


def sample(found: list[Block], rng: random.Random, each: int) -> list[Query]:
    """`each` different queries of every kind, fewer where the pages do not have so many.

    Pages are drawn first, so that short ones are not forgotten.
    """
    by_page: dict[str, list[Block]] = {}
    for block in found:
        by_page.setdefault(block.url, []).append(block)
    queries = []
    for kind, cut in KINDS.items():
        drawn: set[str] = set()
        for _ in range(each * 60):
            if len(drawn) == each:
                break
            query = cut(rng, rng.choice(by_page[rng.choice(sorted(by_page))]))
            if any(character.isalnum() for character in query):
                drawn.add(query)
        queries += [Query(kind, text) for text in sorted(drawn)]
    return queries


@dataclass(frozen=True)
class Truth:
    """The blocks in which a query must be found, and those in which it may be found."""

    must: frozenset[tuple[str, str]]
    may: frozenset[tuple[str, str]]


def truth(query: str, found: list[Block], looser: dict[str, str]) -> Truth:
    """`looser` keeps what `loose` makes of a text."""

    def loosened(text: str) -> str:
        if text not in looser:
            looser[text] = loose(text)
        return looser[text]

    def key(block: Block) -> tuple[str, str]:
        return block.url, loosened(block.text)

    sought = loose(query)
    return Truth(
        frozenset(key(block) for block in found if query in block.text),
        frozenset(key(block) for block in found if sought in loosened(block.text)),
    )
