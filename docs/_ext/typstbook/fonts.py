"""Fonts from Python packages, made ready for the book.

Typst brings Libertinus Serif, New Computer Modern and DejaVu Sans Mono; what else a book needs
comes from packages that hold font files. Fonts with PostScript outlines (CFF) become TrueType
fonts of those characters that the book uses: Typst embeds CID-keyed CFF in a form that validators
of PDF/A find fault with (the widths of the glyphs), and a font of some thousand glyphs is read in
a moment. Curves are approximated to a thousandth of the em. The result depends on nothing but the
font and the characters; it is kept beside the doctrees and grows with the text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from sphinx.errors import ExtensionError

SUFFIXES = (".otf", ".ttf")
# In units of an em of 1000, the usual one of CFF.
MAX_ERROR = 1.0


def font_files(packages: Sequence[str]) -> list[Path]:
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


def prepare(files: Iterable[Path], characters: str, cache: Path) -> Path:
    """A folder with fonts for `characters`, made from `files`; nothing else is in it."""
    wanted = "".join(sorted(set(characters)))
    key = hashlib.sha256(wanted.encode())
    files = list(files)
    for path in files:
        key.update(path.name.encode() + str(path.stat().st_size).encode())
    folder = cache / key.hexdigest()[:16]
    if folder.is_dir():
        return folder
    partial = cache / f"{folder.name}.partial"
    partial.mkdir(parents=True, exist_ok=True)
    for path in files:
        with TTFont(path, lazy=True) as font:
            if "CFF " in font:
                true_type(font, wanted).save(partial / f"{path.stem}.ttf")
            else:
                (partial / path.name).write_bytes(path.read_bytes())
    partial.rename(folder)
    return folder


def true_type(font: TTFont, characters: str) -> TTFont:
    """A TrueType font of those of `characters` that `font` has, without layout features."""
    cmap = {
        ord(character): name
        for character in characters
        if (name := font.getBestCmap().get(ord(character)))
    }
    names = [".notdef", *sorted(set(cmap.values()) - {".notdef"})]
    glyphs = font.getGlyphSet()
    outlines = {}
    for name in names:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        outlines[name] = pen.glyph()
    builder = FontBuilder(font["head"].unitsPerEm, isTTF=True)
    builder.font.recalcTimestamp = False
    for tag in ("head", "hhea", "OS/2", "name"):
        builder.font[tag] = font[tag]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(outlines)
    widths = font["hmtx"]
    table = builder.font["glyf"]
    builder.setupHorizontalMetrics(
        {name: (widths[name][0], getattr(table[name], "xMin", 0)) for name in names}
    )
    builder.setupPost(keepGlyphNames=False)
    return builder.font

