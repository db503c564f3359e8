extensions = [
    "myst_parser",
    "milestones",
    "apparatus",
    "sphinxcontrib.bibtex",
    "gbt7714",
    "cite_box",
]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "fieldlist"]
myst_footnote_sort = False
language = "zh_CN"
project = "草原与海洋"
author = "编者"
version = "1.2.0"
edition_date = "2026-11-22"
bibtex_bibfiles = ["refs.bib"]
bibtex_default_style = "gbt7714-2025"
html_theme = "basic"
copyright = "编者"
