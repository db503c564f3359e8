"""The package: metadata, manifest, spine, navigation and page list, from plain data."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

_TEMPLATES.filters["next_number"] = next

MEDIA_TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the contents; `children` one level below."""

    title: str
    href: str
    children: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcePage:
    """Where a page of a printed source begins."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place that reading systems offer by its role (`bodymatter`, `bibliography`…)."""

    type: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Book:
    """Everything that the package says. Dates are ISO; `modified` is a UTC time."""

    identifier: str
    title: str
    language: str
    author: str
    contributors: tuple[str, ...]
    publisher: str
    rights: str
    description: str
    date: str
    modified: str
    version: str
    subjects: tuple[str, ...]
    sources: tuple[str, ...]
    accessibility_summary: str
    contents: tuple[Entry, ...]
    pages: tuple[SourcePage, ...]
    landmarks: tuple[Landmark, ...]
    spine: tuple[str, ...]
    files: tuple[str, ...]
    cover: str
    labels: dict[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the manifest."""

    id: str
    href: str
    media_type: str
    properties: str


def manifest(book: Book) -> list[Item]:
    """The items of the manifest, ids in the order of names."""
    items = []
    for number, name in enumerate(sorted(book.files), 1):
        properties = {"nav.xhtml": "nav", book.cover: "cover-image"}.get(name, "")
        media_type = MEDIA_TYPES[Path(name).suffix]
        items.append(Item(f"item-{number}", name, media_type, properties))
    return items


def _render(template: str, book: Book, **more: object) -> bytes:
    return _TEMPLATES.get_template(template).render(book=book, **more).encode("utf-8")


def opf(book: Book) -> bytes:
    """The package document (EPUB 3.3, §5)."""
    items = manifest(book)
    ids = {item.href: item.id for item in items}
    return _render("package.opf", book, items=items, spine=[ids[name] for name in book.spine])


def nav(book: Book) -> bytes:
    """The navigation document: contents, page list, landmarks (EPUB 3.3, §7)."""
    return _render("nav.xhtml", book)


def ncx(book: Book) -> bytes:
    """The contents for EPUB 2 reading systems (OPF 2.0.1, §2.4.1), page list included."""
    return _render("toc.ncx", book, order=count(1), depth=_depth(book.contents))


def cover_page(book: Book) -> bytes:
    """The page that shows the cover."""
    return _render("cover.xhtml", book)


def container() -> bytes:
    """The file that names the package document (EPUB 3.3 OCF, §4.2.6.3.1)."""
    return (Path(__file__).parent / "templates" / "container.xml").read_bytes()


def _depth(entries: tuple[Entry, ...]) -> int:
    return 1 + max((_depth(entry.children) for entry in entries), default=0) if entries else 0
