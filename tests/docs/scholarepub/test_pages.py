"""Pages of the text: what a reading system must know of them stands in them."""

import re
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from epub_book import (
    LANGUAGE,
    PAGES,
    TYPE,
    XHTML,
    Book,
    build_book,
    build_site,
    by_class,
    by_id,
    text,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from scholarepub.semantics import Part, finish
from scholarepub.xhtml import parse, serialise, text_of
from sphinx.errors import ExtensionError

MORE = """\
# 杂例

:::{container} introduction
```{rubric} 导读
:class: apparatus
:name: introduction
```

{#i-1}
另一人说。
:::

{#p-1}
正文在没有小标题的引言之后，{strong}`要紧的话`，*着重*，\\<b>不是标记\\</b> &amp; \\*。

[链](https://example.org "提示")

| 甲 | 乙 |
| --- | --- |
| `p-1` | 第一段 |

```{rubric} 编者存疑
:class: apparatus
:name: queries
```

- 存疑。

```{rubric} 整理记录
:class: apparatus
:name: account
```

:::{container} account
改一处。
:::
"""
HEAD = (
    "---\nedition:\n  slug: more\n  genre: journal-article\n  derivation: republication\n"
    "  title: 杂例\n  authors: [丁某]\n---\n"
)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return build_book(tmp_path_factory.mktemp("pages"), {**PAGES, "texts/more.md": HEAD + MORE})


@pytest.fixture(scope="module")
def article(book: Book) -> Element:
    return book.tree("texts/article.xhtml")


def with_type(root: Element, name: str) -> list[Element]:
    return [element for element in root.iter() if element.get(TYPE) == name]


# Notes


def test_marks_of_notes_open_them(article: Element) -> None:
    marks = with_type(article, "noteref")
    assert [(mark.get("href"), mark.get("role")) for mark in marks] == [
        (f"#{note}", "doc-noteref")
        for note in ("n119-star", "n119-1", "n119-2", "n119-1", "n120-21")
    ]


def test_notes_are_what_marks_open(article: Element) -> None:
    notes = with_type(article, "footnote")
    assert [note.get("id") for note in notes] == ["n119-star", "n119-1", "n119-2", "n120-21"]
    assert {note.get("role") for note in notes} == {"doc-footnote"}
    # Apple Books hides a footnote that is an aside, and the bibliography's links with it.
    assert {note.tag for note in notes} == {f"{XHTML}div"}


def test_notes_lead_back_to_every_mark(article: Element) -> None:
    marks = {mark.get("id") for mark in with_type(article, "noteref")}
    back = [a.attrib["href"].lstrip("#") for a in article.iter() if a.get("role") == "doc-backlink"]
    assert sorted(back) == sorted(str(mark) for mark in marks)


def test_notes_stand_in_a_section_of_notes(article: Element) -> None:
    (section,) = with_type(article, "endnotes")
    assert section.get("role") == "doc-endnotes"
    assert text(section[0]) == "注释"
    assert len(with_type(section, "footnote")) == 4
    assert "存疑" not in text(section)


def test_printed_mark_is_written_beside_the_note(article: Element) -> None:
    note = by_id(article, "n120-21")
    assert [text(mark) for mark in by_class(note, "printed-mark")] == ["原120㉑"]
    (paragraph,) = note.iter(f"{XHTML}p")
    assert text(paragraph) == "同上。"
    assert not [name for name in note.attrib if name.startswith("data-")]


# Pages of print


def test_page_marks(article: Element) -> None:
    assert [
        (mark.get("id"), text(mark), mark.get("role"), mark.get("aria-label"))
        for mark in with_type(article, "pagebreak")
    ] == [
        ("pg-119", "〔119〕", "doc-pagebreak", "原第119页"),
        ("pg-120", "〔120〕", "doc-pagebreak", "原第120页"),
    ]


def test_page_mark_stands_within_the_paragraph(article: Element) -> None:
    assert text(by_id(article, "p119-2")).startswith("木桥跨过核心〔120〕要素，")


# Languages


def test_page_is_chinese_and_western_runs_are_not(article: Element) -> None:
    assert article.get("lang") == article.get(LANGUAGE) == "zh-CN"
    marked = {text(e): e.get("lang") for e in article.iter() if e.get("lang") and e is not article}
    assert marked["Third Neighbor"] == "en"
    assert [language for words, language in marked.items() if "Забинфо" in words] == ["ru"]


def test_both_attributes_of_language_agree(book: Book) -> None:
    for name in book.spine:
        for element in book.tree(name).iter():
            assert element.get("lang") == element.get(LANGUAGE)


# Headings and parts


def test_headings_in_order_without_gaps(book: Book) -> None:
    for name in book.spine:
        levels = [
            int(element.tag[-1])
            for element in book.tree(name).iter()
            if re.fullmatch(rf"{re.escape(XHTML)}h[1-6]", element.tag)
        ]
        if name == "cover.xhtml":
            continue
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(b - a <= 1 for a, b in pairwise(levels))


def test_headings_of_the_apparatus_are_headings(article: Element) -> None:
    headings = [text(heading) for heading in article.iter(f"{XHTML}h2")]
    assert headings == ["提要", "一、桥的来历", "注释", "编者存疑"]
    assert not [element for element in article.iter() if element.get("role") == "heading"]


def test_colon_of_a_field_is_chinese(article: Element) -> None:
    (identity,) = by_class(article, "identity")
    assert text(identity[0]) == "作者："


def test_hidden_contents_leave_nothing(book: Book) -> None:
    assert not by_class(book.tree("index.xhtml"), "toctree-wrapper")


def test_abstract_holds_the_abstract_alone(article: Element) -> None:
    (abstract,) = with_type(article, "abstract")
    assert abstract.get("role") == "doc-abstract"
    assert text(abstract).split() == ["提要", "桥在草原上。"]


def test_apparatus_is_divided_into_sections(book: Book) -> None:
    page = book.tree("texts/more.xhtml")
    (top,) = [e for e in page.iter(f"{XHTML}section") if e.get(TYPE) == "chapter"]
    sections = [
        (section.get("class"), "".join(text(section).split()))
        for section in top.findall(f"{XHTML}section")
    ]
    assert sections == [
        ("apparatus-queries", "编者存疑存疑。"),
        ("apparatus-account", "整理记录改一处。"),
    ]
    (introduction,) = by_class(page, "introduction")
    assert "".join(text(introduction).split()) == "导读另一人说。"
    assert "正文在没有小标题" in text(by_id(page, "p-1"))


def test_text_of_a_machine_is_marked_throughout(book: Book) -> None:
    page = book.tree("texts/summary.xhtml")
    (section,) = by_class(page, "text-machine-summary")
    assert section.get(TYPE) == "chapter"
    assert [text(e).strip() for e in by_class(section, "nature-machine-summary")] == [
        "机器生成的摘要，不是论文。"
    ]
    style = book.read("_static/book.css")
    assert "〔机器摘要〕" in style
    assert ".text-machine-summary section" in style


def test_page_keeps_the_name_of_its_seed(tmp_path: Path) -> None:
    page = HEAD.replace("---\n", "", 1) + MORE
    page = "---\nmyst:\n  html_meta:\n    edition.seed: a.txt\n" + page
    book = build_book(tmp_path, {"texts/more.md": page})
    names = {
        meta.get("name"): meta.get("content")
        for meta in book.tree("texts/more.xhtml").iter(f"{XHTML}meta")
    }
    assert names["edition.seed"] == "a.txt"
    assert "viewport" not in names


def test_nothing_is_left_of_a_site(book: Book) -> None:
    for name in book.spine:
        page = book.tree(name)
        for tag in ("script", "style", "iframe", "form", "button", "input", "template"):
            assert not list(page.iter(f"{XHTML}{tag}")), (name, tag)
        links = [link.get("href", "") for link in page.iter(f"{XHTML}link")]
        assert all(link.endswith("_static/book.css") for link in links) and len(links) == 1
        assert not [e for e in page.iter() if e.get("style") or e.get("onclick")]
        assert not [e for e in page.iter(f"{XHTML}a") if e.get("title")]
        for leftover in ("headerlink", "page-link", "paragraph-link", "permalink", "related"):
            assert not by_class(page, leftover), (name, leftover)


def test_characters_of_the_text_are_no_markup(book: Book) -> None:
    assert "<b>不是标记</b> & *。" in text(by_id(book.tree("texts/more.xhtml"), "p-1"))


def test_page_that_is_no_xml_is_named(tmp_path: Path) -> None:
    pages = {"index.md": "# 试编\n\n```{raw} html\n<p>开着\n```\n"}
    with pytest.raises(ExtensionError, match="index: the page is not well-formed XML"):
        build_site(tmp_path, pages)


def test_citations_of_docutils_have_roles_that_hold() -> None:
    """ARIA 1.2 deprecates `doc-biblioentry`, which no element of role `list` may own."""
    body = (
        '<div class="citation-list" role="list"><div class="citation" id="a" '
        'role="doc-biblioentry"><p>甲</p></div></div>'
    )
    page = parse(finish(body, Part("appendix")))
    (listing,) = by_class(page, "citation-list")
    assert (listing.get("role"), listing.get("epub:type")) == ("doc-bibliography", "bibliography")
    assert listing[0].get("role") is None


# The tree


def test_void_elements_alone_are_short() -> None:
    body = '<p id="a"><br /><span id="x"></span><img src="a.png" alt="" /><a id="y"></a>&nbsp;</p>'
    assert serialise(parse(body)) == body.replace("&nbsp;", "\u00a0").replace(
        "<br /><span", "<br /><span"
    )


names = st.sampled_from(["p", "span", "em", "a", "div", "br", "img", "xlink:a"])
keys = st.sampled_from(["id", "class", "title", "epub:type", "xml:lang", "data-x"])
words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\t\n"), max_size=12
)


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> Element:
    element = Element(draw(names), draw(st.dictionaries(keys, words, max_size=3)))
    if element.tag in ("br", "img"):
        return element
    element.text = draw(words)
    if depth:
        for child in draw(st.lists(elements(depth=depth - 1), max_size=3)):
            child.tail = draw(words)
            element.append(child)
    return element


def shape(element: Element) -> object:
    return (
        element.tag,
        dict(element.attrib),
        element.text or "",
        [(shape(child), child.tail or "") for child in element],
    )


@settings(deadline=None)
@given(elements())
def test_what_is_written_is_read_again(element: Element) -> None:
    body = Element("body")
    body.append(element)
    again = parse(serialise(body))
    assert shape(again) == shape(body)


@settings(deadline=None)
@given(elements())
def test_finishing_loses_no_word_and_is_done_once(element: Element) -> None:
    body = Element("body")
    body.append(element)
    once = finish(serialise(body), Part("chapter"))
    assert text_of(parse(once)) == text_of(body)
    assert finish(once, Part("chapter")) == once
