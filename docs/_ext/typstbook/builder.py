"""The builder: documents → Typst → one book and its offprints."""

from __future__ import annotations

from collections.abc import Set
from typing import ClassVar, cast

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

    def init(self) -> None:
        self.settings: Settings = read_settings(self.config)

    # What Sphinx asks of a builder

    def get_outdated_docs(self) -> str:
        return "all documents"  # what need not be compiled again is known later

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        return f"%{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        return self.get_target_uri(to, typ)

    def prepare_writing(self, docnames: Set[str]) -> None:
        return

    def write_documents(self, _docnames: Set[str]) -> None:
        with progress_message(__("translating to Typst"), nonl=False):
            parts = [self.part(place) for place in reading_order(self.env, self.config.root_doc)]
        Press(self, Library(self.app, parts, self.settings)).run()

    def finish(self) -> None:
        return

    # Translation

    def part(self, place: Place) -> Part:
        """One document, translated; its doctree is not kept."""
        docname = place.docname
        doctree = self.env.get_doctree(docname)
        self.env.resolve_references(doctree, docname, self)
        self.post_process_images(doctree)
        chapter = Translator(doctree, docname, self.options(place), self.image_paths).translate()
        return Part(place, information(self.env, docname), chapter)

    @property
    def image_paths(self) -> dict[str, str]:
        return {uri: f"images/{name}" for uri, name in self.images.items()}

    def options(self, place: Place) -> Options:
        config, env = self.config, self.env
        handlers = self.app.registry.translation_handlers.get(self.name, {})
        title = config.typstbook_preface if place.level == 0 else None
        return Options(
            level=max(place.level, 1),
            language=config.language or "en",
            page_reference_classes=frozenset(config.typstbook_page_references),
            section_numbers=env.toc_secnumbers.get(place.docname, {}),
            figure_numbers=env.toc_fignumbers.get(place.docname, {}) if config.numfig else {},
            figure_formats=config.numfig_format,
            handlers={name: cast("Handler", visit) for name, (visit, _) in handlers.items()},
            title=title,
        )
