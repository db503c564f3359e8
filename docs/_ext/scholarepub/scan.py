"""What the finished pages hold, asked of the pages themselves: no claim goes beyond them."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.parsers import expat

from converters.schema.ids import IdKind, parse_id


@dataclass
class Page:
    """One page of the book; paths are relative to the book's root."""

    path: str
    breaks: list[tuple[str, str]] = field(default_factory=list)  # id, page number of the source
    resources: list[str] = field(default_factory=list)
    properties: set[str] = field(default_factory=set)  # for the manifest: svg, mathml, scripted
    paragraphs: list[int] = field(default_factory=list)  # lengths in characters
    images: int = 0
    images_named: int = 0
    headings: int = 0
    roles: int = 0


def scan(root: Path, path: str) -> Page:
    """Read the page `path` of the book in the folder `root`.

    Raises `xml.parsers.expat.ExpatError` where it is not well-formed.
    """
    scanner = _Scanner(Page(path))
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = scanner.start
    parser.EndElementHandler = scanner.end
    parser.CharacterDataHandler = scanner.text
    parser.Parse((root / path).read_bytes(), True)
    return scanner.page


class _Scanner:
    def __init__(self, page: Page) -> None:
        self.page = page
        self._paragraph = False
        self._in_break = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        page = self.page
        id_ = attributes.get("id", "")
        if attributes.get("epub:type") == "pagebreak":
            self._in_break = True
            page.breaks.append((id_, attributes.get("aria-label", "")))
        # The paragraphs of the text: their lengths draw the cover.
        if tag == "p" and (named := parse_id(id_)) and named.kind is IdKind.PARAGRAPH:
            self._paragraph = True
            page.paragraphs.append(0)
        if tag == "img":
            page.images += 1
            page.images_named += bool(attributes.get("alt"))
        if re.fullmatch(r"h[1-6]", tag):
            page.headings += 1
        page.roles += "role" in attributes
        if property_ := {"svg": "svg", "math": "mathml", "script": "scripted"}.get(tag):
            page.properties.add(property_)
        self._refer(attributes.get("src") or (attributes.get("href") if tag == "link" else None))

    def end(self, tag: str) -> None:
        self._in_break = False
        if tag == "p":
            self._paragraph = False

    def text(self, text: str) -> None:
        if self._in_break:
            self.page.breaks[-1] = (self.page.breaks[-1][0], text.strip("〔〕"))
        elif self._paragraph:
            self.page.paragraphs[-1] += len(text)

    def _refer(self, address: str | None) -> None:
        if not address or urlsplit(address).scheme:
            return
        folder = posixpath.dirname(self.page.path)
        target = posixpath.normpath(posixpath.join(folder, unquote(urlsplit(address).path)))
        if target not in self.page.resources:
            self.page.resources.append(target)
