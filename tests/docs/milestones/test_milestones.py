"""Pages of the source in running text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sample_site import build, build_pages, write_source

PAGE = """\
# 题

{{#p119-2}}
木桥跨过核心{roles}要素。
"""


def site_with(folder: Path, roles: str, builder: str = "html") -> tuple[str, str]:
    """The page's HTML (or text) and the warnings."""
    pages = {"index.md": PAGE.format(roles=roles)}
    site = build_pages(folder, pages, builder)
    return site.read("index.txt" if builder == "text" else "index.html"), site.warnings


def test_page_break_is_exported_as_doc_pagebreak(tmp_path: Path) -> None:
    html, warnings = site_with(tmp_path, "{page}`120`")
    assert warnings == ""
    assert re.search(
        r'跨过核心<span aria-label="原第120页" class="page-milestone" id="pg-120" '
        r'role="doc-pagebreak">120</span>',
        html,
    )


def test_opening_page_is_an_anchor_but_no_break(tmp_path: Path) -> None:
    html, warnings = site_with(tmp_path, "{page-start}`119`")
    assert warnings == ""
    assert (
        '<span class="page-milestone page-start" id="pg-119" title="原第119页">119</span>' in html
    )
    assert "doc-pagebreak" not in html


@pytest.mark.parametrize("page", ["xii", "A-12", "7"])
def test_other_page_numbers(tmp_path: Path, page: str) -> None:
    html, warnings = site_with(tmp_path, f"{{page}}`{page}`")
    assert warnings == ""
    assert f'id="pg-{page}"' in html


@pytest.mark.parametrize("text", ["十二", "12 13", '1" onload="x', "-"])
def test_what_is_no_page_number_is_an_error(tmp_path: Path, text: str) -> None:
    _, warnings = site_with(tmp_path, f"{{page}}`{text}`")
    assert "is not a page number" in warnings


def test_two_breaks_to_one_page_are_reported(tmp_path: Path) -> None:
    _, warnings = site_with(tmp_path, "{page}`120`甲{page}`120`")
    assert "pg-120" in warnings


def test_builders_that_know_nothing_of_it_write_the_number(tmp_path: Path) -> None:
    text, warnings = site_with(tmp_path, "{page}`120`", "text")
    assert warnings == ""
    assert "木桥跨过核心120要素。" in text


def test_page_break_in_a_heading_stays_out_of_the_contents(tmp_path: Path) -> None:
    index = "# 题\n\n## 甲{page}`120`乙\n\n文。\n\n## 丙\n\n文。\n"
    html = build_pages(tmp_path, {"index.md": index}).read("index.html")
    assert html.count('id="pg-120"') == 1
    assert re.search(r'<a class="reference internal" href="#[^"]*">甲乙</a>', html)


def test_epub_has_the_break_and_no_link(tmp_path: Path) -> None:
    source = write_source(tmp_path / "source")
    page = build(source, tmp_path / "epub", "epub").read("texts/article.xhtml")
    assert 'id="pg-120" role="doc-pagebreak">120</span>要素' in page
