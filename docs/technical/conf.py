"""Sphinx configuration of the technical documentation: for engineers, apart from the edition.

A project of its own, so that nothing of it enters the edition's contents, search, PDF or EPUB:
`sphinx-build -n docs/technical OUT`.
"""

import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE / "_ext")]

project = "The software of the edition"
author = "The editors of the edition"
html_title = project
extensions = ["myst_parser", "sphinx.ext.autodoc", "reference"]
exclude_patterns = ["_ext", "_build"]
html_theme = "furo"
nitpicky = True
myst_heading_anchors = 3

# Names in `single quotes` of docstrings are code.
default_role = "literal"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
# Signatures name types of the standard library, whose documentation is not linked: no network.
nitpick_ignore_regex = [("py:.*", ".*")]
