"""The extension in a build: what takes the place of Sphinx's search, and what does not change."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from literal_search import heading_terms
from literal_search.extract import Kind, Passage
from literal_search.words import vocabulary
from sphinx_project import run_sphinx

CONF = """\
extensions = [
    "myst_parser", "milestones", "apparatus", "language_runs", "reading_room", "literal_search"
]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "fieldlist"]
language = "zh_CN"
html_theme = "reading_room"
project = "试"
"""
TEXT = """\
---
edition:
  slug: one
  genre: journal-article
  derivation: original
  title: 北约强化韧性建设
  authors: [额勒贝格道尔吉]
  keywords: [乌兰巴托对话会]
  year: "2024"
---

# 北约强化韧性建设

{#p-1}
额勒贝格道尔吉谈乌兰巴托对话会。
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "texts").mkdir(parents=True)
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    (folder / "index.md").write_text("# 首页\n\n```{toctree}\ntexts/one\n```\n", encoding="utf-8")
    (folder / "texts/one.md").write_text(TEXT, encoding="utf-8")
    return folder


def build(source: Path, out: Path, builder: str = "html", parallel: int = 1) -> str:
    """Build, and return the warnings."""
    return run_sphinx(source, out, builder, parallel=parallel)[1]


def part(out: Path, name: str) -> Any:
    """The value that one file of the index hands to the browser."""
    path = out / f"_static/passages/index/{name}.js"
    script = path.read_text(encoding="utf-8")
    return json.loads(script.removeprefix(f'Passages.receive("{name}",').removesuffix(");\n"))


def index(out: Path) -> dict[str, bytes]:
    folder = out / "_static/passages/index"
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.js")}


def test_the_stock_search_is_gone(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "html"
    assert build(source, out) == ""
    for name in ("searchindex.js", "_static/searchtools.js", "_static/language_data.js"):
        assert not (out / name).exists()
    page = (out / "search.html").read_text(encoding="utf-8")
    assert "searchtools" not in page
    assert "<h1>检索</h1>" in page
    assert page.count('name="q"') == 1
    assert re.search("<noscript>.*检索需要 JavaScript.*</noscript>", page, re.DOTALL)


def test_what_the_index_says_of_a_text(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "html"
    build(source, out)
    texts = part(out, "index")["texts"]
    assert texts[0] == [
        "北约强化韧性建设",
        "texts/one.html",
        "额勒贝格道尔吉 · 2024年 · 期刊论文",
    ]
    assert [text[0] for text in texts] == ["北约强化韧性建设", "首页"]


def test_names_and_keywords_of_the_record_are_words(source: Path, tmp_path: Path) -> None:
    build(source, tmp_path / "html")
    words = part(tmp_path / "html", "grams/0")["words"]
    assert {"额勒贝格道尔吉", "乌兰巴托对话会"} <= set(words)


def test_the_contents_of_the_home_page_are_no_passages(source: Path, tmp_path: Path) -> None:
    build(source, tmp_path / "html")
    rows = part(tmp_path / "html", "text/0")
    assert [row[-1] for row in rows if row[0] == 1] == ["首页"]


def test_the_same_sources_give_the_same_index(source: Path, tmp_path: Path) -> None:
    # Sphinx works in parallel from six documents on.
    for number in range(8):
        text = f"---\norphan: true\n---\n\n# 第{number}篇\n\n{{#p-1}}\n文字{number}。\n"
        (source / f"more{number}.md").write_text(text, encoding="utf-8")
    build(source, tmp_path / "one")
    build(source, tmp_path / "two", parallel=2)
    assert index(tmp_path / "one") == index(tmp_path / "two")


def test_a_build_after_a_change_is_like_a_new_one(source: Path, tmp_path: Path) -> None:
    build(source, tmp_path / "html")
    (source / "about.md").write_text("---\norphan: true\n---\n\n# 说明\n", encoding="utf-8")
    page = source / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n新的一段。\n", encoding="utf-8")
    os.utime(page, (2e9, 2e9))
    build(source, tmp_path / "html")
    build(source, tmp_path / "fresh")
    assert index(tmp_path / "html") == index(tmp_path / "fresh")
    assert any("新的一段。" in row for row in part(tmp_path / "html", "text/0"))


def test_epub_carries_nothing_of_it(source: Path, tmp_path: Path) -> None:
    build(source, tmp_path / "epub", "epub")
    assert not [path for path in (tmp_path / "epub").rglob("*") if "passages" in path.name]


def test_a_rebuild_remembers_and_gives_the_same_index(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a change of one page only that is cut, and the index is that of a first build."""
    cuts: list[int] = []

    def counted(documents: Sequence[Sequence[str]], terms: Iterable[str]) -> Any:
        cuts.append(len(documents))
        return vocabulary(documents, terms)

    monkeypatch.setattr("literal_search.memory.vocabulary", counted)
    assert build(source, tmp_path / "html") == ""
    assert build(source, tmp_path / "html") == ""
    page = source / "texts/one.md"
    page.write_text(page.read_text("utf-8") + "\n新增一段，谈乌兰巴托。\n", encoding="utf-8")
    assert build(source, tmp_path / "html") == ""
    assert cuts == [2, 0, 1]
    assert build(source, tmp_path / "fresh") == ""
    assert index(tmp_path / "html") == index(tmp_path / "fresh")
    assert "乌兰巴托" in str(part(tmp_path / "html", "text/0"))


def test_a_broken_memory_is_forgotten(source: Path, tmp_path: Path) -> None:
    assert build(source, tmp_path / "html") == ""
    before = index(tmp_path / "html")
    (tmp_path / "html-doctrees/passages.pickle").write_bytes(b"broken")
    assert build(source, tmp_path / "html") == ""
    assert index(tmp_path / "html") == before


def test_a_page_that_is_gone_is_found_no_more(source: Path, tmp_path: Path) -> None:
    (source / "two.md").write_text("---\norphan: true\n---\n\n# 第二页\n\n查干湖。\n", "utf-8")
    assert build(source, tmp_path / "html") == ""
    assert "查干湖" in str(part(tmp_path / "html", "text/0"))
    (source / "two.md").unlink()
    assert build(source, tmp_path / "html") == ""
    assert "查干湖" not in str(part(tmp_path / "html", "text/0"))


def test_a_short_heading_is_a_term_and_a_phrase_is_none() -> None:
    texts = ["集体安全条约组织", "集体安全条约组织的", "北约"]
    found = [Passage(text, Kind.HEADING) for text in texts] + [Passage("乌兰巴托", Kind.BODY)]
    assert list(heading_terms(found)) == ["集体安全条约组织", "北约"]
