"""The HTML edition as a place to read: furo's frame made Chinese, quiet and complete.

- `theme/`: an HTML theme that inherits furo; its templates and style sheets never reach EPUB.
- `text_list`: the directive of the home page, and the order of the texts.
- `downloads`: the PDF and EPUB editions, where they have been built beside the HTML.
- `permalinks`: links to paragraphs and to pages of the source.
- `navigation`: the contents in the side bar.
- `tables`: each has its id once.
- `page`: what the templates need to know of a page.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from . import downloads, navigation, page, permalinks, tables, text_list

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the parts of the theme."""
    app.setup_extension("edition_front")
    app.add_html_theme("reading_room", str(Path(__file__).parent / "theme"))
    for part in (downloads, navigation, page, permalinks, tables, text_list):
        part.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
