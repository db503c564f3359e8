"""Prints the book and its offprints: what has changed since they were printed last.

Typst works outside Python's lock: several prints are made at once.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import ConfigError

from .compiler import SOFTWARE, BookError, MissingGlyphsError, age_cache, compile_pdf
from .fonts import fingerprint, font_files, load_fonts
from .library import Library, Print
from .translator import location_of

if TYPE_CHECKING:
    import typst

    from .builder import TypstBookBuilder

EMPTY_STYLE = "#let blocks = (:)\n#let inline = (:)\n"


class Press:
    """Where the prints of `library` are made: files below the doctrees, PDFs in the output."""

    def __init__(self, builder: TypstBookBuilder, library: Library) -> None:
        self.builder = builder
        self.library = library
        self.settings = builder.settings
        self.cache = Path(builder.env.doctreedir, "typstbook")
        self.cache.mkdir(parents=True, exist_ok=True)
        self.record_file = self.cache / "printed.json"
        self.template = {**template(), "style.typ": self.read_style()}
        self.images = self.copy_images()

    def run(self) -> None:
        """Print what is not printed yet from the same sources. Raises BookError."""
        try:
            record = self.print_all()
        except MissingGlyphsError as error:
            raise BookError("\n".join(self.places_of(error.characters))) from error
        self.record_file.write_text(json.dumps(record), "utf-8")

    def print_all(self) -> dict[str, str]:
        """Returns what each print follows from, as a hash, by name. Raises MissingGlyphsError."""
        printed: dict[str, str] = {}
        if self.record_file.is_file():
            printed = json.loads(self.record_file.read_text("utf-8"))
        packages = font_files(self.builder.config.typstbook_font_packages)
        fonts = load_fonts(packages)
        basis = (fingerprint(packages), SOFTWARE, *self.settings.standards)
        record: dict[str, str] = {}
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            jobs: list[Future[None]] = []
            for job in self.library.prints():
                files = {**self.template, **job.files}
                record[job.name] = self.fingerprint(files, job, *basis)
                path = Path(self.builder.outdir, job.name)
                if path.is_file() and printed.get(job.name) == record[job.name]:
                    continue
                if job.large:  # volumes one by one: memory is that of one
                    self.print(path, files, fonts)
                    age_cache(fonts)
                else:
                    jobs.append(pool.submit(self.print, path, files, fonts))
            for made in jobs:
                made.result()
        return record

    def print(self, path: Path, files: dict[str, bytes], fonts: typst.Fonts) -> None:
        """Compile one PDF and write it to `path`. Raises BookError."""
        settings = self.settings
        write(path, compile_pdf(files, self.cache, fonts, settings.standards, settings.timestamp))

    def fingerprint(self, files: dict[str, bytes], job: Print, *further: str) -> str:
        """Hash of all that a PDF follows from."""
        images = {path: self.images.get(path, "") for path in sorted(job.images)}
        digest = hashlib.sha256("\0".join([*further, json.dumps(images)]).encode())
        for name, content in sorted(files.items()):
            digest.update(f"\0{name}\0{len(content)}\0".encode() + content)
        return digest.hexdigest()

    # What the prints are made with, besides the text

    def copy_images(self) -> dict[str, str]:
        """Hash of each image by its path under the root of the book, where Typst reads it."""
        shutil.rmtree(self.cache / "images", ignore_errors=True)
        hashes = {}
        for uri, name in self.builder.images.items():
            path = self.builder.image_paths[uri]
            content = Path(self.builder.srcdir, uri).read_bytes()
            self.cache.joinpath("images").mkdir(exist_ok=True)
            self.cache.joinpath("images", name).write_bytes(content)
            hashes[path] = hashlib.sha256(content).hexdigest()
        return hashes

    def read_style(self) -> bytes:
        """The project's own style, or one that changes nothing. Raises ConfigError."""
        if not (name := self.builder.config.typstbook_style):
            return EMPTY_STYLE.encode()
        path = Path(self.builder.confdir, name)
        if not path.is_file():
            raise ConfigError(f"typstbook_style: no file {path}")
        return path.read_bytes()

    # Characters that no font has

    def places_of(self, characters: str) -> Iterator[str]:
        """For each character: what it is and where it stands first."""
        for character in characters:
            name = f"U+{ord(character):04X} {character}"
            yield f"{self.first_place(character)}: no font of the book has {name}"

    def first_place(self, character: str) -> str:
        """File and line of the first text with `character`."""
        env = self.builder.env
        for part in self.library.parts:
            docname = part.place.docname
            for text in env.get_doctree(docname).findall(nodes.Text):
                if character in text:
                    source, line = location_of(text)
                    return f"{source}:{line}" if source else str(env.doc2path(docname))
        return "the book"


def template() -> dict[str, bytes]:
    """The files of the template, by the names under which they import one another."""
    folder = resources.files(__package__).joinpath("template")
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name.endswith(".typ")}


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.partial")
    partial.write_bytes(content)
    partial.replace(path)
