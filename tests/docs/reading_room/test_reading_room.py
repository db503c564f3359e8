"""The frame of the site: Chinese, self-contained, with what each text needs."""

from __future__ import annotations

import importlib.util
import os
import re
import tomllib
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
import reading_room
from edition_front.catalogue import TextEntry
from reading_room.page import content_security_policy
from sample_site import ARTICLE, INDEX, SUMMARY, Site, build, build_pages, write_source

from converters.schema.front import parse

THEME = Path(reading_room.__file__).parent / "theme"
# Attributes whose value a reader hears or sees.
SPOKEN = ("aria-label", "title", "alt", "placeholder")
# What is no word of the interface: names of formats and of the software, keys, units.
NAMES = re.compile(r"PDF|EPUB|HTML|BibTeX|RIS|CSL|JSON|MB|KB|MIT|Esc|SHA-256")


class Interface(HTMLParser):
    """Words of a page outside its article, spoken attributes of all of it, and what is inline."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.inline: list[str] = []
        self.ids: list[str] = []
        self.depth_of_article = 0
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.words += [attributes[name] or "" for name in SPOKEN if name in attributes]
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.inline += [f"{tag} {name}" for name in attributes if name.startswith("on")]
        self.inline += [f"{tag} style" for name in attributes if name == "style"]
        if tag == "div" and self.depth_of_article:
            self.depth_of_article += 1
        elif attributes.get("class") == "article":
            self.depth_of_article = 1
        if tag in ("script", "style"):
            self.silent = tag
            if "src" not in attributes and attributes.get("type") != "application/ld+json":
                self.inline.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self.depth_of_article:
            self.depth_of_article -= 1
        if tag == self.silent:
            self.silent = ""

    def handle_data(self, data: str) -> None:
        if not self.depth_of_article and not self.silent:
            self.words.append(data)


def interface(html: str) -> Interface:
    parser = Interface()
    parser.feed(html)
    return parser


def english(words: list[str]) -> list[str]:
    return [word for word in words if re.search(r"[A-Za-z]{2,}", NAMES.sub("", word))]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return build_pages(tmp_path_factory.mktemp("room"))


@pytest.fixture(scope="module")
def pages(site: Site) -> list[str]:
    names = ["index.html", "search.html", "genindex.html", "texts/article.html"]
    return [site.read(name) for name in names]


def test_clean(site: Site) -> None:
    assert site.warnings == ""


def test_theme_has_the_sheets_and_sidebars_of_furo() -> None:
    furo = importlib.util.find_spec("furo")
    assert furo
    assert furo.origin
    ours = tomllib.loads((THEME / "theme.toml").read_text(encoding="utf-8"))["theme"]
    theirs = (Path(furo.origin).parent / "theme/furo/theme.conf").read_text(encoding="utf-8")
    sheet = re.search(r"^stylesheet = (\S+)", theirs, re.M)
    assert sheet
    assert ours["stylesheets"][0] == sheet[1]
    left_out = {"sidebar/ethical-ads.html", "sidebar/variant-selector.html"}
    assert set(ours["sidebars"]) == set(re.findall(r"sidebar/[a-z-]+\.html", theirs)) - left_out


def test_no_english_in_the_interface(pages: list[str]) -> None:
    for html in pages:
        assert english(interface(html).words) == []


def test_the_check_for_english_finds_english() -> None:
    assert english(interface('<a title="Permalink">¶</a><p>下一篇 Next</p>').words) == [
        "Permalink",
        "下一篇 Next",
    ]
    assert english(interface('<div class="article"><p>NATO</p></div><p>本页 PDF</p>').words) == []


def test_nothing_inline_and_a_policy_that_says_so(pages: list[str]) -> None:
    for html in pages:
        assert interface(html).inline == []
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
        assert policy
        assert "default-src 'none'" in policy[1]
        assert "unsafe" not in policy[1]
        assert "http" not in policy[1]
        assert policy.start() < html.index("<script")


def test_data_in_a_page_is_allowed_by_its_hash() -> None:
    page = (
        '<p>x</p><script type="application/ld+json">{"名":1}</script><script src="a.js"></script>'
    )
    digest = b64encode(sha256('{"名":1}'.encode()).digest()).decode()
    assert f"script-src 'self' file: 'sha256-{digest}';" in content_security_policy(page)
    assert "sha256" not in content_security_policy("<p>x</p>")


def test_one_viewport_one_title_one_heading_no_id_twice(pages: list[str]) -> None:
    for html in pages:
        assert html.count('name="viewport"') == 1
        assert html.count("<title>") == 1
        ids = interface(html).ids
        assert sorted(set(ids)) == sorted(ids)
    assert pages[-1].count("<h1>") == 1


def test_nothing_is_loaded_from_elsewhere(site: Site) -> None:
    for path in site.folder.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        for source in re.findall(r'<(?:script|img|link)[^>]*?(?:src|href)="([^"]+)"', html):
            assert not re.match(r"(?:\w+:)?//", source), source
    assert "url(" not in site.read("_static/reading-room/reading-room.css")


def test_a_page_waits_for_two_sheets_of_the_theme(site: Site) -> None:
    html = site.read("texts/article.html")
    sheets = re.findall(r'<link rel="stylesheet"[^>]*href="../_static/([^"?]+)', html)
    assert sheets == ["styles/furo.css", "reading-room/reading-room.css"]
    bundle = site.read("_static/reading-room/reading-room.css")
    parts = sorted((THEME / "styles").glob("*.css"))
    assert parts
    for part in parts:
        assert part.read_text(encoding="utf-8").strip() in bundle, part.name


def test_a_page_with_code_has_the_sheet_for_code(tmp_path: Path) -> None:
    index = "# 题\n\n```python\nprint(1)\n```\n"
    assert "_static/pygments.css" in build_pages(tmp_path, {"index.md": index}).read("index.html")


def test_nature_is_plain_at_a_glance(site: Site) -> None:
    article, summary = site.read("texts/article.html"), site.read("texts/summary.html")
    assert '<div class="article" data-nature="original">' in article
    assert '<span class="nature-badge">期刊论文</span>' in article
    assert '<div class="article" data-nature="machine-summary">' in summary
    assert '<span class="nature-badge">机器摘要</span>' in summary
    assert '<span class="text-date">2025年6月12日</span>' in summary
    assert "data-nature" not in site.read("index.html")


def test_the_contents_say_where_one_is(site: Site) -> None:
    html = site.read("texts/article.html")
    assert re.findall(r'aria-current="page" href="#">([^<]+)<', html) == ["草原上的桥"]


def test_list_of_texts_is_made_from_their_heads(site: Site) -> None:
    html = site.read("index.html")
    listed = re.findall(
        r'<li class="nature-([a-z-]+)"><p class="text-title">.*?href="([^"]+)".*?>([^<]+)</span>',
        html,
    )
    assert listed == [
        ("original", "texts/article.html", "草原上的桥"),
        ("machine-summary", "texts/summary.html", "桥的摘要"),
    ]
    assert "甲某、乙某　《试刊》2024年第5期，第119—120页　12\u202f345 字" in html
    assert "原文：丙某　2025年6月12日</p>" in html  # and no count, for it has none


def test_texts_follow_one_another_by_date(site: Site) -> None:
    """Contents, previous and next: 2024 before 2025, though the list of files may differ."""
    assert '<a class="next-page" href="texts/article.html" rel="next">' in site.read("index.html")
    assert '<a class="next-page" href="summary.html" rel="next">' in site.read("texts/article.html")
    assert '<a class="prev-page" href="article.html" rel="prev">' in site.read("texts/summary.html")


def test_order_is_that_of_dates_not_of_names(tmp_path: Path) -> None:
    pages = {
        "index.md": INDEX,
        "texts/a.md": SUMMARY,
        "texts/b.md": ARTICLE,
        "texts/c.md": ARTICLE.replace('year: "2024"', 'year: ""'),
    }
    html = build_pages(tmp_path, pages).read("index.html")
    assert re.findall(r'<p class="text-title">.*?href="([^"]+)"', html) == [
        "texts/b.html",
        "texts/a.html",
        "texts/c.html",
    ]


def test_a_new_text_appears_by_itself(tmp_path: Path) -> None:
    source = write_source(tmp_path / "source", {"index.md": INDEX, "texts/a.md": ARTICLE})
    assert "b.html" not in build(source, tmp_path / "_build/html").read("index.html")
    (source / "texts/b.md").write_text(SUMMARY, encoding="utf-8")
    again = build(source, tmp_path / "_build/html")
    assert again.warnings == ""
    assert "texts/b.html" in again.read("index.html")


def test_a_changed_head_changes_the_list_and_the_order(tmp_path: Path) -> None:
    source = write_source(tmp_path / "source")
    build(source, tmp_path / "_build/html")
    text = source / "texts/article.md"
    later = text.stat().st_mtime + 10
    changed = ARTICLE.replace('year: "2024"', 'year: "2026"').replace("乙某", "丁某")
    text.write_text(changed, encoding="utf-8")
    os.utime(text, (later, later))
    html = build(source, tmp_path / "_build/html").read("index.html")
    assert "甲某、丁某" in html
    assert html.index("texts/summary.html") < html.index("texts/article.html")


def test_other_builders_list_the_texts_too(tmp_path: Path) -> None:
    text = build_pages(tmp_path, builder="text").read("index.txt")
    assert "草原上的桥" in text
    assert "甲某、乙某" in text


def with_editions(folder: Path) -> None:
    """What the other builders leave beside the site."""
    for name in (
        "pdf/edition.pdf",
        "pdf/texts/article.pdf",
        "pdf/edition.typ",
        "epub/edition.epub",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * 1_234_567)


def test_without_other_editions_nothing_is_linked(site: Site) -> None:
    assert not (site.folder / "downloads").exists()
    assert "downloads/" not in site.read("index.html")


def test_other_editions_are_copied_and_linked(tmp_path: Path) -> None:
    with_editions(tmp_path / "_build")
    site = build_pages(tmp_path)
    found = sorted(
        path.relative_to(site.folder).as_posix()
        for path in (site.folder / "downloads").rglob("*.*")
    )
    assert found == [
        "downloads/edition.epub",
        "downloads/edition.pdf",
        "downloads/texts/article.pdf",
    ]
    index, article = site.read("index.html"), site.read("texts/article.html")
    assert '<a href="downloads/edition.pdf" download>全书 PDF</a>' in index
    assert '<a class="reference external" href="downloads/texts/article.pdf">PDF</a>' in index
    assert '<a href="../downloads/edition.epub" download>全书 EPUB</a>' in article
    assert re.search(r'href="../downloads/texts/article.pdf" download>本篇 PDF', article)
    assert "texts/article.pdf" not in site.read("texts/summary.html")


def test_editions_that_come_later_are_linked_by_the_next_build(tmp_path: Path) -> None:
    source = write_source(tmp_path / "source")
    build(source, tmp_path / "_build/html")
    with_editions(tmp_path / "_build")
    assert "downloads/edition.pdf" in build(source, tmp_path / "_build/html").read("index.html")
    (tmp_path / "_build/pdf/edition.pdf").unlink()
    site = build(source, tmp_path / "_build/html")
    assert "downloads/edition.pdf" not in site.read("index.html")
    assert not (site.folder / "downloads/edition.pdf").exists()


def test_downloads_can_be_turned_off(tmp_path: Path) -> None:
    with_editions(tmp_path / "_build")
    site = build_pages(tmp_path, more="edition_downloads = False")
    assert not (site.folder / "downloads").exists()
    assert "downloads/" not in site.read("index.html")


def test_paragraphs_and_pages_can_be_linked_and_stay_clean(site: Site) -> None:
    html = site.read("texts/article.html")
    assert (
        '<a aria-label="链接到本段（第2段）" class="paragraph-link" data-shown="¶" '
        'href="#p119-2"></a></p>' in html
    )
    assert (
        '<a aria-label="链接到原第120页" class="page-link" data-shown="120" href="#pg-120"></a>'
        in html
    )


def test_a_table_can_be_linked_and_has_its_id_once(tmp_path: Path) -> None:
    table = "\n{#p120-9}\n| 国家 | 出口 |\n| --- | --- |\n| 甲国 | 843.9 |\n"
    site = build_pages(tmp_path, {"texts/article.md": ARTICLE + table})
    html = site.read("texts/article.html")
    assert site.warnings == ""
    assert re.search(r'<div class="table-wrapper[^"]*" id="p120-9">\s*<table class="[^"]*">', html)
    assert html.count('id="p120-9"') == 1


def test_site_is_ready_for_github_pages_and_epub_carries_nothing_of_it(tmp_path: Path) -> None:
    source = write_source(tmp_path / "source")
    html = build(source, tmp_path / "_build/html")
    epub = build(source, tmp_path / "_build/epub", "epub")
    assert epub.warnings == ""
    assert (html.folder / ".nojekyll").exists()
    assert (html.folder / "_static/reading-room/notes.js").exists()
    assert not (epub.folder / ".nojekyll").exists()
    assert not list(epub.folder.rglob("reading-room"))
    chapter = epub.read("texts/article.xhtml")
    assert "paragraph-link" not in chapter
    assert "<script" not in chapter


def entry_with(edition: dict[str, object]) -> TextEntry:
    """A journal article of which this is known."""
    known = {"slug": "a", "title": "题", "genre": "journal-article", "derivation": "original"}
    return TextEntry("texts/a", parse(known | edition))


@pytest.mark.parametrize(
    ("edition", "source", "date"),
    [
        ({"journal": "试刊", "year": "2011", "issue": "5"}, "《试刊》2011年第5期", "2011年"),
        ({"year": "2024", "volume": "9", "issue": "5"}, "2024年第9卷第5期", "2024年"),
        ({"pages": "71-89", "pages_inferred": True}, "第71—89页（推定）", ""),
        ({"date": "2025-11-04", "year": "2025"}, "", "2025年11月4日"),
        ({"year": "2024", "pages": "7"}, "2024年，第7页", "2024年"),
        ({"date": "2025-11"}, "", "2025年"),
        ({}, "", ""),
    ],
)
def test_labels(edition: dict[str, object], source: str, date: str) -> None:
    entry = entry_with(edition)
    assert (entry.source_label, entry.date_label) == (source, date)


@pytest.mark.parametrize(
    ("edition", "author"),
    [
        ({"authors": ["甲", "乙"]}, "甲、乙"),
        ({"authors": [], "original_authors": ["丙"]}, "原文：丙"),
        ({"authors": []}, "未署名"),
    ],
)
def test_author_label(edition: dict[str, object], author: str) -> None:
    assert entry_with(edition).author_label == author
