"""How to cite a text of the edition, any place in it, and the edition as a whole.

Every page whose front matter has an `edition` mapping gets a cite box, downloads for reference
managers and tags in its head; nothing is written on the page itself. ``{cite-edition}`` gives the
box of the whole edition. Configuration:

- `project`, `version`, `author`, `edition_date` (ISO 8601): the edition, its editors, its date;
- `html_baseurl`: the site's address; without it citations have no address and no absolute link;
- `bibtex_bibfiles` (sphinxcontrib-bibtex): the shared bibliography, in biblatex syntax;
- `cite_box_bibliography_doc`: the page that lists it, which gets COinS;
- `cite_box_pdf_path`: where in the site the PDF of a text lies; "" where there is none.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from . import downloads, pages
from .directive import CiteEdition, cite_edition
from .settings import is_web

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def _add_static(app: Sphinx) -> None:
    if is_web(app):
        app.config.html_static_path.append(str(Path(__file__).parent / "static"))


def _answer_for_offprints(app: Sphinx, config: object) -> None:
    """Give the builder of a printed book, if there is one, its citation lines."""
    if "typstbook-citation" in app.events.events:
        app.connect("typstbook-citation", pages.citation_line)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the boxes, the tags in the head, the downloads and the settings listed above."""
    if "edition_date" not in app.config:  # another extension of the edition may name it too
        app.add_config_value("edition_date", "", "env", types=frozenset({str}))
    app.add_config_value(
        "cite_box_bibliography_doc", "bibliography", "html", types=frozenset({str})
    )
    app.add_config_value(
        "cite_box_pdf_path", "downloads/{slug}.pdf", "html", types=frozenset({str})
    )
    app.add_node(cite_edition)
    app.add_directive("cite-edition", CiteEdition)
    app.connect("config-inited", _answer_for_offprints)
    app.connect("builder-inited", _add_static)
    # Late: other extensions have given the page its final shape by then.
    app.connect("doctree-resolved", pages.insert_boxes, priority=800)
    app.connect("html-page-context", pages.add_head)
    app.connect("build-finished", downloads.write)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
