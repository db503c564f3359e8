"""EPUB 3 as a publisher would make it: Sphinx's `epub` builder, corrected and completed.

- `builder`: the builder, which replaces Sphinx's own of the same name.
- `xhtml`: a page's body as a tree, and back again as XML that HTML parsers read as well.
- `semantics`: what a reading system must know of a page: notes, page breaks, languages, parts.
- `scan`: what the finished pages hold.
- `contents`: the order of reading and the table of contents.
- `metadata`: the publication's description and its claims of accessibility.
- `cover`: the cover, drawn from the edition's own data.
- `package`: the files of the book and the archive that holds them.
- `theme/`, `templates/`: pages of the text, and all that is not text.

Rules: EPUB 3.3 (https://www.w3.org/TR/epub-33/), EPUB Accessibility 1.1
(https://www.w3.org/TR/epub-a11y-11/), DPUB-ARIA 1.1 (https://www.w3.org/TR/dpub-aria-1.1/), OPF 2.0
for the NCX that older reading apps use.

Configuration, beside Sphinx's `epub_*` values:

- `edition_date` (ISO 8601, required): date of this version, from which all times in the book come;
- `epub_identifier` (required): a URI that never changes, such as ``urn:uuid:…``;
- `epub_parallel_title`: language tag and title in a second language;
- `epub_subjects`: subjects of the whole; the key words of the texts follow;
- `epub_parts`: document name → part of a book (`preface`, `bibliography`, `appendix`, `colophon`…).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .builder import THEME, ScholarEpubBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the builder in place of Sphinx's own, and its settings."""
    app.add_builder(ScholarEpubBuilder, override=True)
    app.add_html_theme(THEME, str(Path(__file__).parent / "theme"))
    if "edition_date" not in app.config:  # other extensions of the edition may name it too
        app.add_config_value("edition_date", "", "env", types=frozenset({str}))
    app.add_config_value("epub_parallel_title", (), "epub", types=frozenset({list, tuple}))
    app.add_config_value("epub_subjects", [], "epub", types=frozenset({list, tuple}))
    app.add_config_value("epub_parts", {}, "epub", types=frozenset({dict}))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
