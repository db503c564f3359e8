"""The builder: documents → Typst → one book and its offprints."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import ClassVar

from sphinx.builders import Builder
from sphinx.locale import __
from sphinx.util.display import progress_message

from .assembly import Part
from .information import information
from .library import Library
from .order import Place, reading_order
from .press import Press
from .settings import Settings, read_settings
from .translator import Handler, Options, Translator


class TypstBookBuilder(Builder):
    """Builder `pdf`."""

    name = "pdf"
    format = "typst"
    epilog = __("The PDF files are in %(outdir)s.")
    supported_image_types: ClassVar[list[str]] = [
        "image/svg+xml",
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
    ]
    allow_parallel = False

    # Functions that extensions have given for their own nodes: see `Translator`.
    handlers: Mapping[str, Handler]

    def init(self) -> None:
        """Read the settings. Raises ConfigError."""
        self.settings: Settings = read_settings(self.config)
        self.handlers = {}

    # What Sphinx asks of a builder

    def get_outdated_docs(self) -> str:
        """All: a book is of one piece."""
        return "all documents"  # what need not be compiled again is known later

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """The address of a document, as the translator takes it apart: `%` and its name."""
        return f"%{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """The same from everywhere in the book."""
        return self.get_target_uri(to, typ)

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Nothing is to be prepared."""
        return

    def write_documents(self, _docnames: Set[str]) -> None:
        """Translate all documents and print the book and its offprints. Raises BookError."""
        with progress_message(__("translating to Typst"), nonl=False):
            places = reading_order(self.env, self.config.root_doc)
            parts = [self.part(place, alone=len(places) == 1) for place in places]
        with progress_message(__("printing")):
            library = Library(self.config, self.events, parts, self.settings)
            self.events.emit("typstbook-prints", library.names())
            Press(self, library).run()

    def finish(self) -> None:
        """Nothing is left to do."""
        return

    # Translation

    def part(self, place: Place, *, alone: bool) -> Part:
        """One document, translated; its doctree is not kept. `alone`: it is the whole book."""
        docname = place.docname
        doctree = self.env.get_doctree(docname)
        self.env.resolve_references(doctree, docname, self)
        self.post_process_images(doctree)
        title = None if alone or place.level else self.config.typstbook_preface
        options = self.options(place, title)
        chapter = Translator(doctree, docname, options, self.image_paths).translate()
        return Part(place, information(self.env, docname), chapter)

    @property
    def image_paths(self) -> dict[str, str]:
        """By the URI of each image its path under the root of the book."""
        return {uri: f"images/{name}" for uri, name in self.images.items()}

    def options(self, place: Place, title: str | None) -> Options:
        """What the translator must know of a document's place and of the project."""
        config, env = self.config, self.env
        return Options(
            level=max(place.level, 1),
            language=config.language or "en",
            page_reference_classes=frozenset(config.typstbook_page_references),
            section_numbers=env.toc_secnumbers.get(place.docname, {}),
            figure_numbers=env.toc_fignumbers.get(place.docname, {}) if config.numfig else {},
            figure_formats=config.numfig_format,
            handlers=self.handlers,
            title=title,
        )
