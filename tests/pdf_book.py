"""Small Sphinx projects as PDF, and their text as assistive technology reads it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pdf_structure import Node, TaggedPdf
from pypdf import PdfReader
from sphinx_project import run_sphinx

CHINESE = """
language = "zh_CN"
typstbook_fonts = {"serif": ["Noto Serif SC"], "sans": ["Noto Sans SC"]}
typstbook_font_packages = ["pylopdf_fonts_zh_cn"]
"""
CONF = """
extensions = ["myst_parser", "typstbook"]
project = "Book"
author = "A. Uthor"
smartquotes = False
typstbook_filename = "book.pdf"
typstbook_date = "2026-11-22"
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "fieldlist", "deflist"]
"""


@dataclass(frozen=True)
class Result:
    """A build: its output folder and its warnings."""

    out: Path
    warnings: str

    def reader(self, name: str = "book.pdf") -> PdfReader:
        return PdfReader(self.out / name)

    def text(self, name: str = "book.pdf") -> str:
        return "\n".join(page.extract_text() for page in self.reader(name).pages)


def write_project(folder: Path, files: Mapping[str, str | bytes], conf: str = "") -> Path:
    """A project of `files`; an index that lists the other pages is added where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = [Path(name).with_suffix("") for name in files if Path(name).suffix in (".md", ".rst")]
    index = "# Root\n\n```{toctree}\n" + "\n".join(map(str, pages)) + "\n```\n"
    for name, content in {"conf.py": CONF + conf, "index.md": index, **files}.items():
        if name == "index.md" and "index.rst" in files:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def build(source: Path, out: Path | None = None, doctrees: Path | None = None) -> Result:
    """The project as PDF, beside its sources unless `out` says where."""
    out = out or source / "_build/pdf"
    _, warnings = run_sphinx(source, out, "pdf", doctrees=doctrees or out.parent / "doctrees")
    return Result(out, warnings)


def make(folder: Path, conf: str = "", **pages: str) -> Result:
    """Builds a project of Markdown pages: `make(tmp, a="# A", b="# B")`."""
    files = {f"{name}.md": text for name, text in pages.items()}
    return build(write_project(folder / "project", files, conf))


# Text in logical order


@dataclass(frozen=True)
class Piece:
    """Text of a structure element: the types of the elements it is in, from the root, the text."""

    path: tuple[str, ...]
    text: str


def pieces(reader: PdfReader) -> Iterator[Piece]:
    """The text of a tagged PDF in the order of its structure tree."""

    def walk(node: Node, path: tuple[str, ...]) -> Iterator[Piece]:
        for part in node.parts:
            if isinstance(part, str):
                yield Piece(path, part)
            else:
                yield from walk(part, (*path, part.kind))

    return walk(TaggedPdf(reader).structure, ())


def logical_text(reader: PdfReader) -> str:
    return TaggedPdf(reader).structure.text
