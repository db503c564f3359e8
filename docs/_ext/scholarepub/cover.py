"""The cover, drawn by Typst from the edition's own data.

The landscape at its foot is the texts themselves: one ridge a text, the furthest the oldest, each
height the length of a paragraph.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pylopdf_fonts_zh_cn as chinese
import typst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edition_front.catalogue import TextEntry

    from .metadata import Publication

DRAWING = Path(__file__).parent / "templates" / "cover.typ"
PIXELS_PER_INCH = 288  # 400 × 640 pt become 1600 × 2560 pixels, as shops ask for
# What the cover can hold: above this a list of texts, or a range of ridges, is no longer read.
MOST_TEXTS = 7


def cover_text(book: Publication) -> str:
    """What the cover shows, for those who do not see it."""
    return f"封面：《{book.title}》，{book.editor}，{book.version}版。"


def byline(text: TextEntry) -> str:
    """Its authors; what is not its author's own words is called what it is."""
    return text.label if text.front.terms.is_web else text.author_label


def draw(book: Publication, lengths: Sequence[Sequence[int]]) -> bytes:
    """The cover as PNG; `lengths` are those of the paragraphs of each text."""
    data = {
        "title": book.title,
        "parallel": book.parallel[1] if book.parallel else "",
        "editor": book.editor,
        "version": f"{book.version}版",
        "year": str(book.date.year),
        "texts": [
            {"title": text.front.title, "by": byline(text)}
            for text in book.texts
            if len(book.texts) <= MOST_TEXTS
        ],
        "ridges": [list(text) for text in lengths if text][:MOST_TEXTS],
    }
    fonts = typst.Fonts(
        include_system_fonts=False, font_paths=[str(Path(chinese.serif_path()).parent)]
    )
    image = typst.compile(
        DRAWING.read_bytes(),
        format="png",
        ppi=PIXELS_PER_INCH,
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    assert isinstance(image, bytes)
    return image
