"""Looks into an EPUB, and builds small ones."""

from __future__ import annotations

import os
import posixpath
import shutil
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from sample_site import ARTICLE, SUMMARY, Site, build_pages

XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
NAMESPACES = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
}
CONF = """\
extensions.append("scholarepub")
epub_basename = "edition"
epub_title = project
epub_identifier = "urn:uuid:00000000-0000-4000-8000-000000000001"
epub_contributor = epub_publisher = author
epub_copyright = "权利属于作者。"
epub_description = "几篇试文。"
edition_date = "2026-11-22"
"""
PAGES = {"texts/article.md": ARTICLE, "texts/summary.md": SUMMARY}


@dataclass(frozen=True)
class Book:
    """An EPUB; names are paths within it."""

    path: Path

    @cached_property
    def names(self) -> list[str]:
        with zipfile.ZipFile(self.path) as archive:
            return archive.namelist()

    def bytes(self, name: str) -> bytes:
        with zipfile.ZipFile(self.path) as archive:
            return archive.read(name)

    def read(self, name: str) -> str:
        return self.bytes(name).decode("utf-8")

    def tree(self, name: str) -> Element:
        """The root of a file that must be well-formed."""
        return ElementTree.fromstring(self.bytes(name))

    @cached_property
    def package(self) -> Element:
        return self.tree("content.opf")

    def described(self, name: str) -> list[str]:
        """Values of a Dublin Core element, or of a property of `meta`."""
        if name.startswith("dc:"):
            found = self.package.findall(f"opf:metadata/{name}", NAMESPACES)
        else:
            found = [
                meta
                for meta in self.package.findall("opf:metadata/opf:meta", NAMESPACES)
                if meta.get("property") == name
            ]
        return [meta.text or "" for meta in found]

    @cached_property
    def manifest(self) -> dict[str, Element]:
        """Path → item."""
        items = self.package.findall("opf:manifest/opf:item", NAMESPACES)
        return {unquote(item.attrib["href"]): item for item in items}

    @cached_property
    def spine(self) -> list[str]:
        paths = {item.attrib["id"]: path for path, item in self.manifest.items()}
        return [
            paths[reference.attrib["idref"]]
            for reference in self.package.findall("opf:spine/opf:itemref", NAMESPACES)
        ]

    @property
    def texts(self) -> list[str]:
        return [name for name in self.spine if name.startswith("texts/")]

    def targets(self) -> set[str]:
        """Everything that a link can lead to: pages, and places in them."""
        found = set(self.names)
        for name in self.spine:
            found |= {f"{name}#{e.attrib['id']}" for e in self.tree(name).iter() if e.get("id")}
        return found

    def links(self, name: str) -> list[str]:
        """Targets of the links of a page within the book."""
        folder = posixpath.dirname(name)
        found = []
        for link in self.tree(name).iter(f"{XHTML}a"):
            href = link.get("href", "")
            if "://" in href or not href or href.startswith("mailto:"):
                continue
            path, _, anchor = href.partition("#")
            target = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else name
            found.append(f"{target}#{unquote(anchor)}" if anchor else target)
        return found


def text(element: Element) -> str:
    return "".join(element.itertext())


def by_class(root: Element, name: str) -> list[Element]:
    return [e for e in root.iter() if name in e.get("class", "").split()]


def by_id(root: Element, name: str) -> Element:
    (found,) = [e for e in root.iter() if e.get("id") == name]
    return found


def build_site(folder: Path, pages: dict[str, str] | None = None, more: str = "") -> Site:
    """A small project, by default the sample texts, built as EPUB."""
    return build_pages(folder, pages or PAGES, "epub", CONF + more)


def build_book(folder: Path, pages: dict[str, str] | None = None, more: str = "") -> Book:
    """As `build_site`; a warning is an error."""
    site = build_site(folder, pages, more)
    assert site.warnings == ""
    return Book(site.folder / "edition.epub")


def needed(command: str, package: str) -> str:
    """The path of a command; the test is skipped where it is missing, but fails if CI=true."""
    if path := shutil.which(command):
        return path
    message = f"{command} is missing: apt-get install {package}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
