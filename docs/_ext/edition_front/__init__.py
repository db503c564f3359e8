"""What the front matter of texts says, for the extensions that know the edition.

`front_of` and `page_front` are the only ways to it: both read it by `converters.schema.front`.
Extensions that know nothing of an edition ask in events of their own; `hooks` answers them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from myst_parser.config.main import read_topmatter
from sphinx.util.logging import getLogger

from converters.schema.front import FrontMatter, FrontMatterError, parse

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

logger = getLogger(__name__)


def front_of(env: BuildEnvironment, docname: str) -> FrontMatter | None:
    """The front matter of a text; None for a page that is no text, and, with a warning, for one
    whose front matter is wrong.
    """
    value = env.metadata.get(docname, {}).get("edition")
    if not value:
        return None
    try:
        return parse(json.loads(value))
    except FrontMatterError as error:
        logger.warning(str(error), location=docname, type="edition", once=True)
        return None


def page_front(path: Path) -> FrontMatter | None:
    """The front matter in the YAML at the head of a Markdown file, before Sphinx has read it.

    None where there is none that can be read: `front_of` says why.
    """
    edition = (read_topmatter(path.read_text(encoding="utf-8")) or {}).get("edition")
    try:
        return parse(edition) if edition else None
    except FrontMatterError:
        return None


def setup(app: Sphinx) -> ExtensionMetadata:
    from . import hooks

    hooks.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
