"""Sphinx configuration of the edition. `sphinx-build docs OUT` works with nothing else run before."""

import os
import sys
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

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
    "scholarepub",
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

# The EPUB edition: docs/_ext/scholarepub.
epub_basename = "edition"
epub_title = project
epub_language = "zh-CN"
epub_identifier = "urn:uuid:6d1f3a52-9c0e-4b7e-8f54-2f1c7a9e5b60"
epub_author = author
epub_publisher = author
epub_copyright = "五篇文献之权利属各作者与出版者；本版之整理与程序，依 MIT 许可证发布。"
epub_description = (
    "Mongolia and Eurasian Security: five texts, annotated。"
    "五篇中文文献，论蒙古国、北约、上海合作组织与俄哈关系；注释逐条连到共同的参考文献，原刊页码可引。"
)
epub_subjects = ["蒙古国", "欧亚安全", "上海合作组织", "北大西洋公约组织", "哈萨克斯坦"]
epub_accessibility_summary = (
    "全书为可重排的文字，有目录、标题层级、原书页码与可返回的注释；西文、俄文均标明语言。"
    "唯一的图像是封面，有替代文字。"
)
epub_cover_fonts = "pylopdf_fonts_zh_cn"
epub_tocdepth = 3
epub_show_urls = "no"

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
