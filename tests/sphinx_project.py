"""Runs Sphinx in this process as often as wanted: what it registers is forgotten afterwards."""

import io
import re
from pathlib import Path
from typing import Any

import sphinx.domains.changeset  # noqa: F401  imported late, it keeps its words in one language
from sphinx import locale
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils


def run_sphinx(
    source: Path, out: Path, builder: str = "html", *, doctrees: Path | None = None, **options: Any
) -> tuple[Sphinx, str]:
    """Build a project; the application and its warnings. Doctrees lie beside `out` by default."""
    locale.translators.clear()  # Sphinx keeps those of the last build, whatever its language
    warnings = io.StringIO()
    with patch_docutils(source), docutils_namespace():
        app = Sphinx(
            source,
            source,
            out,
            doctrees or out.parent / f"{out.name}-doctrees",
            builder,
            status=None,
            warning=warnings,
            **options,
        )
        app.build()
    return app, re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue())
