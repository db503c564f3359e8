"""A PDF builder on Typst: ``sphinx-build -b pdf docs OUT``.

It writes one book of the whole project, in the order of its tables of contents, and an offprint
for each document that `typstbook_offprints` names. Nothing but Python packages is needed; system
fonts are not used, so that a book is the same file on every machine. See `CONFIG` for what a
project can decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .builder import TypstBookBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from .translator import Handler

# Name, default and types of each value.
CONFIG: tuple[tuple[str, Any, tuple[type, ...]], ...] = (
    # File name of the book; from the name of the project where empty.
    ("typstbook_filename", "", (str,)),
    # Title page and metadata: title and authors are those of the project where empty.
    ("typstbook_title", "", (str,)),
    ("typstbook_subtitle", "", (str,)),
    ("typstbook_authors", (), (list, tuple)),
    ("typstbook_publisher", "", (str,)),
    ("typstbook_description", "", (str,)),
    ("typstbook_keywords", (), (list, tuple)),
    # ISO date of the book; `edition_date` if that is set, else SOURCE_DATE_EPOCH, else today.
    # With a date, the same sources give the same bytes.
    ("typstbook_date", "", (str,)),
    # Paragraphs of the copyright page: rights (`copyright` where empty), how to cite.
    ("typstbook_rights", (), (list, tuple)),
    ("typstbook_cite", (), (list, tuple)),
    # Title of the root document as a preface; "" leaves its text out.
    ("typstbook_preface", None, (str, type(None))),
    # A name of settings.PAPERS or (width, height); size of the text.
    ("typstbook_paper", "a5", (str, list, tuple)),
    ("typstbook_font_size", "10.5pt", (str,)),
    # Families by kind (serif, sans, mono), before those that Typst brings.
    ("typstbook_fonts", {}, (dict,)),
    # Importable packages that hold font files.
    ("typstbook_font_packages", (), (list, tuple)),
    # A Typst file, relative to conf.py, that sets what the project's own classes look like.
    ("typstbook_style", "", (str,)),
    # Patterns of documents that get an offprint each.
    ("typstbook_offprints", (), (list, tuple)),
    # Classes of paragraphs whose links within the book show the page they go to.
    ("typstbook_page_references", ("cited-by",), (list, tuple)),
    ("typstbook_contents_depth", 2, (int,)),
    # Bytes of text (UTF-8) in a volume: a larger book is bound in several, so that the memory that
    # printing needs is bounded; 0 binds everything in one. 1.5 million are about 1,000 pages.
    ("typstbook_volume_size", 1_500_000, (int,)),
    # Words of the book itself, in place of those in words.py.
    ("typstbook_words", {}, (dict,)),
    # Standards that the PDF is made to meet: https://typst.app/docs/reference/pdf/
    ("typstbook_standards", ("ua-1", "a-2a"), (list, tuple)),
)


def take_handlers(app: Sphinx) -> None:
    """Give the builder what `app.add_node(…, pdf=(visit, None))` has registered."""
    if isinstance(app.builder, TypstBookBuilder):
        registered = app.registry.translation_handlers.get(TypstBookBuilder.name, {})
        app.builder.handlers = {
            name: cast("Handler", visit) for name, (visit, _) in registered.items()
        }


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the builder, its settings and its events."""
    app.add_builder(TypstBookBuilder)
    for name, default, types in CONFIG:
        app.add_config_value(name, default, "", types=frozenset(types))
    app.connect("builder-inited", take_handlers)
    # Emitted for an offprint with its document: the first answer is its citation line.
    app.add_event("typstbook-citation")
    # docname → a mapping of fields of `Information`, or nothing
    app.add_event("typstbook-information")
    # Emitted with the paths of all PDFs, relative to the output folder, before they are printed.
    app.add_event("typstbook-prints")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
