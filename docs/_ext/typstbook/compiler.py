"""Typst, as the book calls it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import sphinx
import typst
from sphinx.errors import SphinxError
from sphinx.util import logging

from .pdf import finish

logger = logging.getLogger(__name__)

SOFTWARE = f"Sphinx {sphinx.__version__}, Typst {version('typst')}"

_MISSING = re.compile(r"the text `\"(?P<text>.+?)\"` could not be displayed")


class BookError(SphinxError):
    """Typst could not make the file; the message says why."""

    category = "Typst error"


@dataclass(frozen=True)
class MissingGlyphsError(Exception):
    """No font has these characters."""

    characters: str


# Typst forgets what the last compilations have not used; so many keep it.
_GENERATIONS = 10


def age_cache(fonts: typst.Fonts) -> None:
    """Make Typst forget what it keeps of earlier compilations, to use no more memory than one."""
    for _ in range(_GENERATIONS + 1):
        typst.compile(b"", font_paths=fonts, ignore_system_fonts=True, format="pdf")


def compile_pdf(
    files: Mapping[str, bytes],
    root: Path,
    fonts: typst.Fonts,
    standards: Sequence[str],
    timestamp: int,
) -> bytes:
    """The PDF of `main.typ` among `files` and those in `root`, with Typst's warnings in the log.

    Raises MissingGlyphsError, BookError.
    """
    source: Any = dict(files)  # the stubs of typst 0.15 do not know that files may be given
    wanted: Any = list(standards)
    try:
        pdf, warnings = typst.compile_with_warnings(
            source,
            root=root,
            font_paths=fonts,
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=wanted,
            timestamp=timestamp,
        )
    except typst.TypstError as error:
        missing = "".join(match["text"] for match in _MISSING.finditer(error.diagnostic))
        if missing:
            raise MissingGlyphsError("".join(sorted(set(missing)))) from error
        raise BookError(error.diagnostic or error.message) from error
    for warning in warnings:
        logger.warning("Typst: %s", warning.diagnostic or warning.message, type="typstbook")
    return finish(bytes(pdf))
