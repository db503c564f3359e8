"""Prints the book and its offprints from translated documents."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import ConfigError
from sphinx.locale import __
from sphinx.util import logging
from sphinx.util.display import progress_message

from . import assembly, markup
from .assembly import Part
from .compiler import SOFTWARE, BookError, MissingGlyphsError, compile_pdf
from .fonts import fingerprint, font_files, load_fonts
from .settings import WESTERN_SERIF, settings_source
from .translator import location_of

if TYPE_CHECKING:
    from .builder import TypstBookBuilder

logger = logging.getLogger(__name__)
EMPTY_STYLE = "#let blocks = (:)\n#let inline = (:)\n"


@dataclass(frozen=True)
class Job:
    """A PDF to be: its path in the output folder, the files of its source, hashes of its images."""

    name: str
    files: dict[str, bytes]
    images: dict[str, str]

    def fingerprint(self, *further: str) -> str:
        """Hash of all that the PDF follows from."""
        digest = hashlib.sha256("\0".join(further).encode())
        for name, content in sorted(self.files.items()):
            digest.update(f"\0{name}\0{len(content)}\0".encode() + content)
        digest.update(json.dumps(self.images, sort_keys=True).encode())
        return digest.hexdigest()


class Press:
    def __init__(self, builder: TypstBookBuilder, parts: Sequence[Part]) -> None:
        self.builder = builder
        self.config = builder.config
        self.settings = builder.settings
        self.parts = parts
        self.cache = Path(builder.doctreedir, "typstbook")
        self.cache.mkdir(parents=True, exist_ok=True)
        families = dict.fromkeys((*self.settings.serif, *self.settings.sans, WESTERN_SERIF))
        self.fonts = self.settings.words["name-separator"].join(families)
        self.template = template()
        self.style = self.read_style()
        self.labels = {label for part in parts for label in part.chapter.labels}
        self.aliases = {k: v for part in parts for k, v in part.chapter.aliases.items()}
        self.entries = {k: v for part in parts for k, v in part.chapter.entries.items()}
        self.images = self.copy_images()

    def copy_images(self) -> dict[str, str]:
        """Hash of each image by its path under the root of the book, where Typst reads it."""
        shutil.rmtree(self.cache / "images", ignore_errors=True)
        hashes = {}
        for uri, name in self.builder.images.items():
            path = f"images/{name}"
            content = Path(self.builder.srcdir, uri).read_bytes()
            self.cache.joinpath("images").mkdir(exist_ok=True)
            self.cache.joinpath(path).write_bytes(content)
            hashes[path] = hashlib.sha256(content).hexdigest()
        return hashes

    def read_style(self) -> bytes:
        if not (name := self.config.typstbook_style):
            return EMPTY_STYLE.encode()
        path = Path(self.builder.confdir, name)
        if not path.is_file():
            raise ConfigError(f"typstbook_style: no file {path}")
        return path.read_bytes()

    def run(self) -> None:
        """Print what is not printed yet from the same sources."""
        record_file = self.cache / "printed.json"
        printed = json.loads(record_file.read_text("utf-8")) if record_file.is_file() else {}
        jobs = [self.book(), *self.offprints()]
        files = font_files(self.config.typstbook_font_packages)
        fonts = load_fonts(files)
        basis = (fingerprint(files), SOFTWARE, *self.settings.standards)
        record: dict[str, str] = {}
        for job in jobs:
            record[job.name] = job.fingerprint(*basis)
            path = Path(self.builder.outdir, job.name)
            if path.is_file() and printed.get(job.name) == record[job.name]:
                continue
            with progress_message(__("printing %s") % job.name):
                try:
                    pdf = compile_pdf(
                        job.files,
                        self.cache,
                        fonts,
                        self.settings.standards,
                        self.settings.timestamp,
                    )
                except MissingGlyphsError as error:
                    raise BookError("\n".join(self.places_of(error.characters))) from error
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(pdf)
        record_file.write_text(json.dumps(record), "utf-8")

    # The book

    def book(self) -> Job:
        preface = self.parts[0] if self.has_preface else None
        printed = list(self.parts[1:] or self.parts)
        shown = [*([preface] if preface else []), *printed]
        labels = {label for part in shown for label in part.chapter.labels}
        outside = dict.fromkeys(self.unknown(shown, labels))
        settings = self.settings
        source = settings_source(
            settings,
            title=settings.title,
            authors=settings.authors,
            description=settings.description,
            keywords=settings.keywords,
            aliases=self.aliases,
            outside=outside,
            chapters=assembly.chapter_labels(shown, settings),
        )
        main = assembly.book(printed, preface, settings, self.fonts)
        return self.job(settings.filename, main, source, shown)

    @property
    def has_preface(self) -> bool:
        """Whether the root document is printed before the others."""
        return self.config.typstbook_preface != "" and len(self.parts) > 1

    def unknown(self, parts: Sequence[Part], labels: set[str]) -> Iterator[str]:
        """Targets that the book lacks, each with a warning at the first link to it."""
        seen: set[str] = set()
        for part in parts:
            for reference in part.chapter.references:
                target = self.aliases.get(reference.target, reference.target)
                if target in labels or target in seen:
                    continue
                seen.add(target)
                docname, _, id_ = target.partition(":")
                logger.warning(
                    "the book has no target %r in document %r",
                    id_,
                    docname,
                    location=reference.location,
                    type="typstbook",
                    subtype="target",
                )
                yield target

    # Offprints

    def offprints(self) -> Iterator[Job]:
        patterns = self.config.typstbook_offprints
        for part in self.parts:
            if any(fnmatch(part.place.docname, pattern) for pattern in patterns):
                yield self.offprint(part)

    def offprint(self, part: Part) -> Job:
        settings, info = self.settings, part.information
        targets = {self.aliases.get(r.target, r.target) for r in part.chapter.references}
        cited = [label for label in self.entries if label in targets]
        works = "".join(
            markup.call("work", markup.string(label), body=self.entries[label]) for label in cited
        )
        elsewhere = sorted(targets - part.chapter.labels - set(cited))
        source = settings_source(
            settings,
            title=info.title,
            authors=info.authors,
            description=info.description,
            keywords=info.keywords,
            aliases=self.aliases,
            outside={label: self.web_address(label) for label in elsewhere},
            chapters={},
        )
        citation = self.builder.app.emit_firstresult("typstbook-citation", part.place.docname)
        main = assembly.offprint(part, settings, citation or "", works, self.fonts)
        return self.job(f"{part.place.docname}.pdf", main, source, [part])

    def web_address(self, label: str) -> str | None:
        """Where the web edition has what an offprint lacks, if the project says where it is."""
        if not self.settings.base_url:
            return None
        docname, _, id_ = label.partition(":")
        return f"{self.settings.base_url}{docname}.html#{id_}"

    # Both

    def job(self, name: str, main: str, settings: str, parts: Sequence[Part]) -> Job:
        files = {
            "main.typ": main.encode(),
            **self.template,
            "settings.typ": settings.encode(),
            "style.typ": self.style,
            **{part.path: part.file.encode() for part in parts},
        }
        used = {
            path: hash_
            for path, hash_ in self.images.items()
            if any(markup.string(path) in part.chapter.source for part in parts)
        }
        return Job(name, files, used)

    def places_of(self, characters: str) -> Iterator[str]:
        """For each character that no font has: what it is and where it stands first."""
        for character in characters:
            name = f"U+{ord(character):04X} {character}"
            yield f"{self.first_place(character)}: no font of the book has {name}"

    def first_place(self, character: str) -> str:
        env = self.builder.env
        for part in self.parts:
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
