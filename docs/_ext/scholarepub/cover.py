"""The cover, drawn from the edition's own data: title, subtitle, texts, version."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import typst

if TYPE_CHECKING:
    from collections.abc import Sequence

TEMPLATE = Path(__file__).parent / "templates" / "cover.typ"
PIXELS_PER_INCH = 144.0  # of a page of 800 × 1200 pt: an image of 1,600 × 2,400 pixels


def font_folder(package: str) -> list[Path]:
    """The folders of the fonts that a pip package brings; none if it is not there."""
    found = importlib.util.find_spec(package) if package else None
    if not found or not found.submodule_search_locations:
        return []
    root = Path(next(iter(found.submodule_search_locations)))
    return sorted({path.parent for path in root.rglob("*.[ot]tf")})


def draw(title: str, subtitle: str, lines: Sequence[str], fonts: str) -> bytes:
    """A PNG of the cover. `fonts`: the pip package whose fonts have the characters."""
    compiler = typst.Compiler(
        TEMPLATE,
        font_paths=font_folder(fonts),
        ignore_system_fonts=True,
        sys_inputs={"title": title, "subtitle": subtitle, "lines": "\n".join(lines)},
    )
    image = compiler.compile(format="png", ppi=PIXELS_PER_INCH)
    if not isinstance(image, bytes):
        raise TypeError("the cover has more than one page")
    return image
