"""Citations in an edition: every note leads to its work, every work to its notes."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from support import Built

ROLE = re.compile(r"\{src\}(`+)(?P<content>.+?)(?<!`)\1(?!`)", re.DOTALL)
KEY = re.compile(r"<([^<>@]+)(?:@[^<>]*)?>\s*$")
LINK = re.compile(
    r'<a class="src reference internal" href="([^"]+)" id="([^"]+)"(?: title="([^"]+)")?'
)
PLACE = re.compile(r'<a class="reference internal" href="texts/([^".]+)\.x?html#([^"]+-src\d+)"')


def cited(root: Path) -> dict[str, Counter[str]]:
    """Page name → how often it cites each work, read from the MyST pages."""
    pages = {}
    for path in sorted((root / "docs/texts").glob("*.md")):
        keys = Counter[str]()
        for role in ROLE.finditer(path.read_text(encoding="utf-8")):
            key = KEY.search(role["content"])
            assert key is not None, role[0]
            keys[key[1]] += 1
        pages[path.stem] = keys
    return pages


def pages_of(built: Built, edition: str) -> dict[str, str]:
    """Bibliography and texts of an edition: name → HTML."""
    if edition == "html":
        files = [built.html / "bibliography.html", *(built.html / "texts").glob("*.html")]
        return {path.stem: path.read_text(encoding="utf-8") for path in files}
    book = next(built.epub.glob("*.epub"))
    with zipfile.ZipFile(book) as archive:
        return {
            Path(name).stem: archive.read(name).decode()
            for name in archive.namelist()
            if re.search(r"(?:bibliography|texts/[^/]+)\.xhtml$", name)
        }


@pytest.mark.parametrize("edition", ["html", "epub"])
def test_both_ways_without_a_loose_end(built_sample: Built, edition: str) -> None:
    pages = pages_of(built_sample, edition)
    bibliography = pages["bibliography"]
    entries = re.findall(r'id="ref-([^"]+)"', bibliography)
    assert len(entries) == len(set(entries))
    sources = cited(built_sample.root)
    assert sum(sources.values(), Counter()).keys() == set(entries)
    back = PLACE.findall(bibliography)
    for name, keys in sources.items():
        links = LINK.findall(pages[name])
        assert Counter(href.partition("#ref-")[2] for href, _, _ in links) == keys
        # The e-book has no pointer to rest on a link.
        assert all(title.endswith(".") for _, _, title in links) or edition == "epub"
        assert Counter(id_ for _, id_, _ in links) == Counter(id_ for n, id_ in back if n == name)


def destinations(reader: Any, pages: range) -> Iterator[tuple[int, float, float]]:
    """Page and position of what the links on `pages` lead to within the book."""
    numbers = {page.indirect_reference.idnum: i for i, page in enumerate(reader.pages)}
    for number in pages:
        for annotation in reader.pages[number].get("/Annots") or []:
            link = annotation.get_object()
            target = link.get("/Dest") or link.get("/A", {}).get("/D")
            if isinstance(target, str):
                named = reader.named_destinations[target]
                yield numbers[named.page.idnum], float(named.left), float(named.top)
            elif target is not None:
                page, _, left, top = target.get_object()[:4]
                yield numbers[page.idnum], float(left), float(top)


def test_both_ways_in_print(built_sample: Built) -> None:
    """Every work is the target of a link from the texts, every citation of one from its work."""
    book: Any = PdfReader(next(built_sample.pdf.glob("*.pdf")))
    chapters = [item for item in book.outline if not isinstance(item, list)]
    starts = [book.get_destination_page_number(item) for item in chapters]
    here = [item.title for item in chapters].index("参考文献")
    texts = range(starts[0], starts[here])
    bibliography = range(starts[here], starts[here + 1])
    sources = cited(built_sample.root)
    works = sum(sources.values(), Counter())
    there = {target for target in destinations(book, texts) if target[0] in bibliography}
    back = {target for target in destinations(book, bibliography) if target[0] in texts}
    assert len(there) == len(works)
    # And the titles over the lists of the single texts.
    assert len(back) == works.total() + sum(map(bool, sources.values()))


def test_no_entry_without_a_place(built_sample: Built) -> None:
    bibliography = pages_of(built_sample, "html")["bibliography"]
    items = re.findall(r'<li id="ref-([^"]+)">(.*?)</li>', bibliography, re.DOTALL)
    assert items
    assert [key for key, item in items if 'class="cited-by"' not in item] == []


def test_a_list_for_each_text_that_cites(built_sample: Built) -> None:
    bibliography = pages_of(built_sample, "html")["bibliography"]
    lists = bibliography.split('id="works-by-text"')[1].split("</section>")[0]
    for name, keys in cited(built_sample.root).items():
        assert (f'href="texts/{name}.html"' in lists) == bool(keys)
