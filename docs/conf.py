"""Sphinx configuration of the edition. `sphinx-build docs OUT` works with nothing else run before."""

import sys
import tomllib
from pathlib import Path

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS / "_ext"))

_distribution = tomllib.loads((DOCS.parent / "pyproject.toml").read_text(encoding="utf-8"))

project = "蒙古国与欧亚安全：五篇文献辑注"
author = "本版编者"
version = release = _distribution["project"]["version"]
edition_date = "2026-11-22"  # of this version: raise both together
language = "zh_CN"
root_doc = "index"
html_title = project

extensions = [
    "myst_parser",
    "milestones",
    "apparatus",
    "citing",
    "scripts",
    "reading_room",
    "passages",
    "citethis",
]
exclude_patterns = ["_build", "_ext", "locale", "Thumbs.db", ".DS_Store"]

# Seeds print typographic quotation marks; nothing may be guessed from straight ones.
smartquotes = False
nitpicky = True

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "fieldlist"]
# Notes stay where the page writes them: below the text, above the editor's queries.
myst_footnote_sort = False

# sphinxcontrib-bibtex loads the works; `citing` links notes and works, `gbt7714` formats them.
bibtex_bibfiles = ["../refs.bib"]
bibtex_default_style = "gbt7714-2025"
bibtex_cite_id = "ref-{key}"
bibtex_bibliography_id = "works"
bibtex_tooltips = False  # `citing` has its own

# furo, in Chinese and with what long scholarly texts need: docs/_ext/reading_room/theme.
html_theme = "reading_room"
