"""Typst, as the book calls it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import sphinx
import typst
from sphinx.errors import SphinxError

from .streams import mend_stream_ends

SOFTWARE = f"Sphinx {sphinx.__version__}, Typst {typst.__version__}"

_MISSING = re.compile(r"the text `\"(?P<text>.+?)\"` could not be displayed")


class BookError(SphinxError):
    """Typst could not make the file; the message says why."""

    category = "Typst error"


@dataclass(frozen=True)
class MissingGlyphsError(Exception):
    """No font has these characters."""

    characters: str


def fonts_in(folders: Sequence[Path]) -> typst.Fonts:
    """The fonts in `folders` and those that Typst brings; none of the system."""
    return typst.Fonts(include_system_fonts=False, font_paths=list(map(str, folders)))


def compile_pdf(
    files: Mapping[str, bytes], fonts: typst.Fonts, standards: Sequence[str], timestamp: int
) -> bytes:
    """The PDF of `main.typ` among `files`. Raises MissingGlyphsError, BookError."""
    try:
        pdf = typst.compile(
            dict(files),
            font_paths=fonts,
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=list(standards),
            timestamp=timestamp,
        )
    except typst.TypstError as error:
        missing = "".join(match["text"] for match in _MISSING.finditer(error.diagnostic))
        if missing:
            raise MissingGlyphsError("".join(sorted(set(missing)))) from error
        raise BookError(error.diagnostic or error.message) from error
    return mend_stream_ends(bytes(pdf))
