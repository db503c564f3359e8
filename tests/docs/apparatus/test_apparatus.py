"""What stands round a text on its page: placement, notes, ids."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from apparatus.notes import PrintedMark, circled, printed_mark
from sample_site import ARTICLE, INDEX, build_pages


class Outline(HTMLParser):
    """Headings and rubrics in order, each with the ids of the sections it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: list[str] = []
        self.found: list[tuple[str, str, tuple[str, ...]]] = []
        self.open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "section":
            self.sections.append(attributes.get("id") or "")
        elif tag in ("h1", "h2", "h3") or attributes.get("role") == "heading":
            self.open = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == "section":
            self.sections.pop()
        self.open = "" if tag == self.open else self.open

    def handle_data(self, data: str) -> None:
        if self.open and data.strip("¶ \n"):
            self.found.append((self.open, data, tuple(self.sections)))


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> str:
    site = build_pages(tmp_path_factory.mktemp("apparatus"))
    assert site.warnings == ""
    html = site.read("texts/article.html")
    return html[html.index('<div class="article"') : html.index("<footer>")]


def test_apparatus_stands_below_the_text_in_no_section_of_it(article: str) -> None:
    outline = Outline()
    outline.feed(article)
    assert outline.found == [
        ("h1", "草原上的桥", ("id1",)),
        ("p", "提要", ("id1",)),
        ("h2", "一、桥的来历", ("id1", "s-1")),
        ("h3", "（一）木桥", ("id1", "s-1", "s-1-1")),
        ("p", "注释", ("id1",)),
        ("p", "编者存疑", ("id1",)),
    ]


def test_rubrics_are_headings_to_those_who_listen(article: str) -> None:
    tag = '<p aria-level="2" class="apparatus rubric" id="notes" role="heading">注释</p>'
    assert tag in article


def test_every_builder_takes_a_rubric_for_a_rubric(tmp_path: Path) -> None:
    text = build_pages(tmp_path, builder="text").read("texts/article.txt")
    assert "-[ 注释 ]-" in text
    assert text.index("木桥跨过") < text.index("-[ 注释 ]-") < text.index("-[ 编者存疑 ]-")


def test_a_rubric_within_the_text_is_left_where_it_is(tmp_path: Path) -> None:
    page = "# 题\n\n## 一\n\n```{rubric} 题记\n```\n\n文。\n\n## 二\n\n文。\n"
    html = build_pages(tmp_path, {"index.md": page}).read("index.html")
    assert html.index('<section id="id2">') < html.index("题记") < html.index('<section id="id3">')


def test_notes_keep_their_labels_as_ids(article: str) -> None:
    assert re.findall(r'<aside [^>]*id="([^"]+)"', article) == [
        "n119-star",
        "n119-1",
        "n119-2",
        "n120-21",
    ]


def test_marks_have_ids_that_do_not_count(article: str) -> None:
    marks = re.findall(r'<a class="footnote-reference[^>]*href="#([^"]+)" id="([^"]+)"', article)
    assert marks == [
        ("n119-star", "n119-star-ref"),
        ("n119-1", "n119-1-ref"),
        ("n119-2", "n119-2-ref"),
        ("n119-1", "n119-1-ref2"),
        ("n120-21", "n120-21-ref"),
    ]
    assert re.findall(r'role="doc-backlink" href="#([^"]+)"', article) == [
        "n119-star-ref",
        "n119-1-ref",
        "n119-1-ref2",
        "n119-2-ref",
        "n120-21-ref",
    ]


def test_printed_marks_stand_beside_the_note_and_not_in_it(article: str) -> None:
    marks = re.findall(r'data-mark="([^"]+)" data-page="([^"]*)" data-printed="([^"]+)"', article)
    assert marks == [
        ("*", "119", "原119*"),
        ("①", "119", "原119①"),
        ("②", "119", "原119②"),
        ("㉑", "120", "原120㉑"),
    ]
    assert "<p>本文为试编而作。</p>" in article


def test_ids_recur_from_page_to_page_without_a_warning(tmp_path: Path) -> None:
    twice = {"index.md": INDEX, "texts/a.md": ARTICLE, "texts/b.md": ARTICLE}
    site = build_pages(tmp_path, twice)
    assert site.warnings == ""
    for name in ("a", "b"):
        html = site.read(f"texts/{name}.html")
        assert '<section id="s-1">' in html
        assert 'href="#p119-2">第119-2段</a>' in html


def test_labels_of_other_pages_are_labels_of_the_project(tmp_path: Path) -> None:
    pages = {
        "index.md": "# 题\n\n{ref}`there`\n\n```{toctree}\nother\n```\n",
        "other.md": "# 他\n\n(there)=\n## 彼处\n\n文。\n",
    }
    site = build_pages(tmp_path, pages)
    assert site.warnings == ""
    assert 'href="other.html#there"' in site.read("index.html")


def test_queries_may_link_to_notes(tmp_path: Path) -> None:
    page = ARTICLE.replace("[第119-2段](#p119-2)", "[第119页注1](#n119-1)")
    site = build_pages(tmp_path, {"index.md": INDEX, "texts/a.md": page})
    assert site.warnings == ""
    assert 'href="#n119-1">第119页注1</a>' in site.read("texts/a.html")


@pytest.mark.parametrize(
    ("label", "style", "mark"),
    [
        ("n119-3", "circled", PrintedMark("119", "③")),
        ("n119-3", "bracketed", PrintedMark("119", "[3]")),
        ("n119-star", "circled", PrintedMark("119", "*")),
        ("n-4", "bracketed", PrintedMark("", "[4]")),
        ("nxii-20", "circled", PrintedMark("xii", "⑳")),
        ("4", "circled", None),
        ("note-a", "circled", None),
    ],
)
def test_printed_mark(label: str, style: str, mark: PrintedMark | None) -> None:
    assert printed_mark(label, style) == mark


def test_circled_numbers_are_those_of_unicode() -> None:
    assert "".join(map(circled, (0, 1, 20, 21, 35, 36, 50))) == "⓪①⑳㉑㉟㊱㊿"
    assert circled(51) == "(51)"
