"""Fonts from Python packages, and what an embedded one needs to pass every validator.

Typst brings Libertinus Serif, New Computer Modern and DejaVu Sans Mono; what else a book needs
comes from packages that hold font files.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import resources
from io import BytesIO
from pathlib import Path

import typst
from fontTools.cffLib import CFFFontSet  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from sphinx.errors import ExtensionError

SUFFIXES = (".otf", ".ttf", ".ttc", ".otc")


def font_files(packages: Iterable[str]) -> list[Path]:
    """The font files in importable packages, in a fixed order; ExtensionError if there are none."""
    files: list[Path] = []
    for package in packages:
        try:
            folder = Path(str(resources.files(package)))
        except ModuleNotFoundError as error:
            message = f"the package of fonts {package!r} is not installed: pip install it"
            raise ExtensionError(message, modname="typstbook") from error
        found = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES)
        if not found:
            raise ExtensionError(f"no font files in {package!r}", modname="typstbook")
        files.extend(found)
    return files


def load_fonts(files: Sequence[Path]) -> typst.Fonts:
    """The fonts in the folders of `files` and those that Typst brings; none of the system."""
    folders = sorted({str(path.parent) for path in files})
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


def fingerprint(files: Sequence[Path]) -> str:
    """Tells whether fonts have been exchanged, without reading them."""
    return " ".join(f"{path.name}:{path.stat().st_size}" for path in files)


def without_font_matrix(cff: bytes) -> bytes:
    """A CID-keyed font program (Adobe Technical Note 5176) without explicit FontMatrix.

    Typst writes a matrix of 0.001 in the Top DICT and one of 1 in each Font DICT. Their product is
    the default, but not every reader multiplies them: one validator of PDF/A finds all glyphs of
    width 0. The fonts themselves have neither.
    """
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(cff), None)
    for dictionary in (fonts[0], *getattr(fonts[0], "FDArray", ())):
        dictionary.rawDict.pop("FontMatrix", None)
    out = BytesIO()
    fonts.compile(out, TTFont(recalcBBoxes=False))
    return out.getvalue()
