"""Sphinx configuration of the edition: `sphinx-build docs OUT` needs nothing else run before."""

import os
import sys
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

DOCS = Path(__file__).parent
# `converters.schema` is the one thing of the converters that the extensions import.
sys.path[:0] = [str(DOCS / "_ext"), str(DOCS.parent)]

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
    "edition_front",
    "milestones",
    "apparatus",
    "work_links",
    "language_runs",
    "reading_room",
    "literal_search",
    "cite_box",
    "scholarepub",
    "typstbook",
    "doctree_builder",
]
exclude_patterns = ["_build", "_ext", "technical", "locale", "Thumbs.db", ".DS_Store"]

# Seeds print typographic quotation marks; nothing may be guessed from straight ones.
smartquotes = False
nitpicky = True
# A note that no mark calls is printed all the same; the converters tell the editor of it.
suppress_warnings = ["ref.footnote"]

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "fieldlist"]
# Notes stay where the page writes them: below the text, above the editor's queries.
myst_footnote_sort = False

# sphinxcontrib-bibtex loads the works; `work_links` links notes and works, `gbt7714` formats them.
bibtex_bibfiles = ["../refs.bib"]
bibtex_default_style = "gbt7714-2025"
bibtex_cite_id = "ref-{key}"
bibtex_bibliography_id = "works"
bibtex_tooltips = False  # `work_links` has its own

# furo, in Chinese and with what long scholarly texts need: docs/_ext/reading_room/theme.
html_theme = "reading_room"

# The PDF edition, a book and an offprint of each text: docs/_ext/typstbook.
typstbook_filename = "edition.pdf"
typstbook_authors = [author]
typstbook_paper = "16k"
typstbook_fonts = {"serif": ["Noto Serif SC"], "sans": ["Noto Sans SC"]}
typstbook_font_packages = ["pylopdf_fonts_zh_cn"]
typstbook_style = "edition.typ"
typstbook_offprints = ["texts/*"]
typstbook_preface = "前言"

# The EPUB edition: docs/_ext/scholarepub.
epub_basename = "edition"
epub_title = project
epub_parallel_title = ("en", "Mongolia and Eurasian Security: five texts, annotated")
epub_language = "zh-CN"
epub_identifier = "urn:uuid:6d1f3a52-9c0e-4b7e-8f54-2f1c7a9e5b60"  # for all versions, for ever
epub_author = epub_publisher = epub_contributor = author
epub_copyright = (
    "五篇文字的权利属于原作者、译者与原出版者，辑入本版不授予任何使用许可。"
    "本版的程序依MIT许可发布。"
)
epub_description = (
    "辑录关于蒙古国外交与欧亚安全的五篇中文文献：期刊论文、转载、译文与机器摘要。保留原页码、原注与编号，"
    "附编者存疑、整理记录与参考文献；注释所引的文献逐条链接到共同的书目。"
)
epub_subjects = ["蒙古国", "欧亚安全", "上海合作组织", "北大西洋公约组织", "哈萨克斯坦"]
epub_parts = {"bibliography": "bibliography", "about": "colophon"}

# What the book says of itself as the EPUB does.
typstbook_subtitle = epub_parallel_title[1]
typstbook_rights = [epub_copyright]
typstbook_description = epub_description
typstbook_keywords = epub_subjects

# Where the site will stand (https://…/): the one setting for publishing it. Where it is set, the
# site gets canonical addresses, a sitemap, social cards and a page for what is not found.
html_baseurl = os.environ.get("EDITION_URL") or os.environ.get("READTHEDOCS_CANONICAL_URL", "")
if html_baseurl:
    extensions += ["sphinx_sitemap", "sphinxext.opengraph", "notfound.extension"]
sitemap_url_scheme = "{link}"
sitemap_excludes = ["search.html", "genindex.html", "404.html"]
ogp_site_url = html_baseurl
ogp_site_name = project
ogp_enable_meta_description = False  # each page has its own
ogp_social_cards = {"enable": False}  # pictures would need founts that draw Chinese
notfound_urls_prefix = urlsplit(html_baseurl).path or "/"
notfound_context = {
    "title": "没有此页",
    "body": "<h1>没有此页</h1><p>地址可能有误，或页面已经移动。可以检索全文，或从目录进入。</p>",
}
