"""The files of the book that are not its text, and the archive that holds them all."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sphinx.errors import ExtensionError

# EPUB 3.3, section 3.2: the core media types.
MEDIA_TYPES = {
    ".css": "text/css",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".otf": "font/otf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xhtml": "application/xhtml+xml",
}
REGULAR_FILE = 0o100644 << 16
UNIX = 3

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_TEMPLATES.filters["address"] = lambda path: quote(str(path), safe="/#")


def render(template: str, **values: Any) -> str:
    """A file made from `templates/`; all values are escaped."""
    return _TEMPLATES.get_template(template).render(**values)


@dataclass(frozen=True)
class Item:
    """A line of the manifest: a file, and what is special about it."""

    path: str
    properties: str = ""

    @property
    def id(self) -> str:
        """An XML name made of the path."""
        return "item-" + re.sub(r"[^\w.-]", "-", self.path)

    @property
    def media_type(self) -> str:
        """Raises ExtensionError for a kind of file that has no media type."""
        suffix = PurePosixPath(self.path).suffix.lower()
        if suffix not in MEDIA_TYPES:
            raise ExtensionError(f"{self.path}: an EPUB cannot hold a file of this kind")
        return MEDIA_TYPES[suffix]


class Archive:
    """An EPUB in the making; it takes its name when it is whole.

    Files go in one by one, in the order of `add`: a long book needs no more memory than a short.
    Nothing of the machine or of the hour goes in, so that the same book has the same bytes.
    """

    def __init__(self, path: Path, date: datetime.date) -> None:
        self._path = path
        self._partial = path.with_suffix(".partial")
        self._date = (date.year, date.month, date.day, 0, 0, 0)
        self._zip = ZipFile(self._partial, "w")
        # OCF 3.3, section 4.3: first, and as it is.
        self._write("mimetype", b"application/epub+zip", ZIP_STORED)

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, traceback: object) -> None:
        self._zip.close()
        if kind is None:
            self._partial.replace(self._path)
        else:
            self._partial.unlink()

    def add(self, path: str, content: str | bytes) -> None:
        """Add a file, deflated; text as UTF-8."""
        data = content.encode("utf-8") if isinstance(content, str) else content
        self._write(path, data, ZIP_DEFLATED)

    def _write(self, path: str, data: bytes, compression: int) -> None:
        info = ZipInfo(path, self._date)
        info.compress_type = compression
        info.external_attr = REGULAR_FILE
        info.create_system = UNIX
        self._zip.writestr(info, data, compresslevel=9)
