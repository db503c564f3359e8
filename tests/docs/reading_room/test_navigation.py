"""The contents in the side bar: those that Sphinx and furo would make for each page."""

import re
from pathlib import Path

from reading_room.navigation import from_root, on_page
from sample_site import ARTICLE, SUMMARY, build_pages

ITEM = '<li class="toctree-l1"><a class="reference internal" href="{}">{}</a></li>\n'
AT_ARTICLE = (
    '<ul class="current">\n'
    '<li class="toctree-l1 current"><a class="current reference internal" href="#">桥</a></li>\n'
    + ITEM.format("summary.html", "摘要")
    + ITEM.format("../about.html", "关于 &amp; 其他")
    + ITEM.format("https://example.org/a", "站外")
    + "</ul>\n"
)
AT_ABOUT = (
    "<ul>\n"
    + ITEM.format("texts/article.html", "桥")
    + ITEM.format("texts/summary.html", "摘要")
    + '<li class="toctree-l1 current current-page"><a class="current reference internal" href="#">'
    + "关于 &amp; 其他</a></li>\n"
    + ITEM.format("https://example.org/a", "站外")
    + "</ul>\n"
)
NESTED = """\
# 试编

```{toctree}
part
```
"""
PART = """\
# 一编

```{toctree}
texts/article
texts/summary
```
"""


def test_contents_of_one_page_are_made_those_of_another() -> None:
    assert on_page(from_root(AT_ARTICLE, "texts/article.html"), "about.html") == AT_ABOUT


def test_each_page_marks_its_own_entry(tmp_path: Path) -> None:
    site = build_pages(tmp_path)
    for name, own, others in (
        ("index", [], ["texts/article.html", "texts/summary.html"]),
        ("texts/article", ["#"], ["summary.html"]),
        ("texts/summary", ["#"], ["article.html"]),
        ("search", [], ["texts/article.html", "texts/summary.html"]),
    ):
        tree = site.read(f"{name}.html").split('<nav class="sidebar-tree"')[1].split("</nav>")[0]
        assert re.findall(r'<a class="current [^>]* aria-current="page" href="(.*?)">', tree) == own
        assert tree.count("current-page") == len(own)
        assert re.findall(r'<a class="reference internal" href="(.*?)">', tree) == others


def test_contents_with_levels_are_left_to_furo(tmp_path: Path) -> None:
    pages = {"index.md": NESTED, "part.md": PART}
    pages |= {"texts/article.md": ARTICLE, "texts/summary.md": SUMMARY}
    site = build_pages(tmp_path, pages)
    tree = site.read("texts/article.html").split('<nav class="sidebar-tree"')[1]
    assert 'aria-label="展开或收起：一编"' in tree
    assert '<li class="toctree-l2 current current-page">' in tree
