"""The book around the text: description, order, tables, archive."""

import datetime
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from epub_book import LANGUAGE, NAMESPACES, PAGES, TYPE, XHTML, Book, build_book, build_site, text
from sample_site import ARTICLE, build, write_source
from scholarepub.package import Archive
from sphinx.errors import ConfigError


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    more = (
        'epub_parallel_title = ("en", "A trial")\n'
        'epub_subjects = ["桥", "草原"]\n'
        'epub_parts = {"works": "bibliography"}\n'
    )
    pages = {
        **PAGES,
        "index.md": "# 试编\n\n## 缘起\n\n```{text-list} texts/*\n```\n\n"
        "```{toctree}\n:hidden:\n\nworks\n```\n",
        "works.md": "# 书目\n\n- 一种\n",
    }
    return build_book(tmp_path_factory.mktemp("package"), pages, more)


def navigation(book: Book, kind: str) -> Element:
    (found,) = [nav for nav in book.tree("nav.xhtml").iter(f"{XHTML}nav") if nav.get(TYPE) == kind]
    return found


def entries(nav: Element) -> list[tuple[str, str]]:
    return [(text(link), link.attrib["href"]) for link in nav.iter(f"{XHTML}a")]


# The archive


def test_media_type_comes_first_and_uncompressed(book: Book) -> None:
    with zipfile.ZipFile(book.path) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", 0, b"")
    assert book.bytes("mimetype") == b"application/epub+zip"
    assert book.path.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


def test_of_a_book_that_fails_nothing_is_left(tmp_path: Path) -> None:
    """Not half an archive, and the book of before is as it was."""
    path = tmp_path / "book.epub"
    path.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError), Archive(path, datetime.date(2026, 1, 1)) as archive:
        archive.add("a.xhtml", "甲")
        archive.add("b.xhtml", str(1 // 0))
    assert [file.name for file in tmp_path.iterdir()] == ["book.epub"]
    assert path.read_bytes() == b"before"


def test_same_bytes_in_another_folder_at_another_time(book: Book, tmp_path: Path) -> None:
    one = build_book(tmp_path / "one", PAGES)
    other = build_book(tmp_path / "a folder of another name", PAGES)
    assert one.path.read_bytes() == other.path.read_bytes()


def test_same_bytes_when_only_some_pages_are_written_anew(tmp_path: Path) -> None:
    source = write_source(tmp_path / "source", PAGES, _conf())
    out = tmp_path / "_build" / "epub"
    build(source, out, "epub")
    whole = (out / "edition.epub").read_bytes()
    (source / "texts/summary.md").write_text(PAGES["texts/summary.md"] + "\n", encoding="utf-8")
    build(source, out, "epub")
    assert (out / "edition.epub").read_bytes() == whole


def test_page_that_is_no_more_is_not_packed(tmp_path: Path) -> None:
    source = write_source(tmp_path / "source", PAGES, _conf())
    out = tmp_path / "_build" / "epub"
    build(source, out, "epub")
    (source / "texts/summary.md").unlink()
    build(source, out, "epub")
    assert Book(out / "edition.epub").texts == ["texts/article.xhtml"]


def _conf() -> str:
    from epub_book import CONF

    return CONF


def test_holds_what_the_manifest_lists_and_nothing_of_a_site(book: Book) -> None:
    container = {"mimetype", "META-INF/container.xml", "content.opf"}
    assert set(book.names) == set(book.manifest) | container
    assert len(book.names) == len(set(book.names))
    assert sorted(name for name in book.names if not name.endswith(".xhtml")) == sorted(
        [*container, "toc.ncx", "cover.png", "_static/book.css"]
    )
    for leftover in ("genindex", "search", "furo", ".js", "pygments", "basic.css"):
        assert not [name for name in book.names if leftover in name]


# Order and tables


def test_front_matter_texts_and_back_matter_in_order(book: Book) -> None:
    assert book.spine == [
        *("cover.xhtml", "title.xhtml", "imprint.xhtml", "nav.xhtml", "index.xhtml"),
        *("texts/article.xhtml", "texts/summary.xhtml", "works.xhtml"),
    ]


def test_contents_lead_to_every_heading_of_the_texts(book: Book) -> None:
    contents = entries(navigation(book, "toc"))
    assert contents == [
        ("前言", "index.xhtml"),
        ("缘起", "index.xhtml#id2"),
        ("草原上的桥", "texts/article.xhtml"),
        ("一、桥的来历", "texts/article.xhtml#s-1"),
        ("（一）木桥", "texts/article.xhtml#s-1-1"),
        ("桥的摘要（机器摘要）", "texts/summary.xhtml"),
        ("一 桥", "texts/summary.xhtml#s-1"),
        ("书目", "works.xhtml"),
    ]


def test_ncx_says_the_same_as_the_navigation_document(book: Book) -> None:
    ncx = book.tree("toc.ncx")

    def points(path: str) -> list[tuple[str, str]]:
        return [
            (
                "".join(point.find("ncx:navLabel", NAMESPACES).itertext()).strip(),  # type: ignore[union-attr]
                point.find("ncx:content", NAMESPACES).attrib["src"],  # type: ignore[union-attr]
            )
            for point in ncx.iter(f"{{{NAMESPACES['ncx']}}}{path}")
        ]

    assert points("navPoint") == entries(navigation(book, "toc"))
    assert points("pageTarget") == entries(navigation(book, "page-list"))
    heads = {
        meta.attrib["name"]: meta.attrib["content"]
        for meta in ncx.iter(f"{{{NAMESPACES['ncx']}}}meta")
    }
    assert heads == {
        "dtb:uid": book.described("dc:identifier")[0],
        "dtb:depth": "3",
        "dtb:totalPageCount": "2",
        "dtb:maxPageNumber": "120",
    }


def test_page_list_leads_to_the_pages_of_print(book: Book) -> None:
    assert entries(navigation(book, "page-list")) == [
        ("119", "texts/article.xhtml#pg-119"),
        ("120", "texts/article.xhtml#pg-120"),
    ]


def test_page_number_of_two_texts_is_told_apart(tmp_path: Path) -> None:
    other = ARTICLE.replace("草原上的桥", "又一座桥").replace(
        'pages: "119-120"', 'pages: "120-121"'
    )
    other = other.replace("{page-start}`119`", "{page-start}`120`").replace(
        "{page}`120`", "{page}`121`"
    )
    book = build_book(tmp_path, {**PAGES, "texts/other.md": other})
    labels = [label for label, _ in entries(navigation(book, "page-list"))]
    assert labels == ["119", "草原上的桥 120", "又一座桥 120", "121"]


def test_book_without_page_numbers_claims_none(tmp_path: Path) -> None:
    book = build_book(tmp_path, {"texts/summary.md": PAGES["texts/summary.md"]})
    kinds = [nav.get(TYPE) for nav in book.tree("nav.xhtml").iter(f"{XHTML}nav")]
    assert kinds == ["toc", "landmarks"]
    assert "pageList" not in book.read("toc.ncx")
    assert book.described("pageBreakSource") == []
    features = book.described("schema:accessibilityFeature")
    assert not {"pageNavigation", "pageBreakMarkers"} & set(features)
    assert "页码" not in book.described("schema:accessibilitySummary")[0]


def test_landmarks(book: Book) -> None:
    found = [
        (link.get(TYPE), link.attrib["href"])
        for link in navigation(book, "landmarks").iter(f"{XHTML}a")
    ]
    assert found == [
        ("cover", "cover.xhtml"),
        ("titlepage", "title.xhtml"),
        ("copyright-page", "imprint.xhtml"),
        ("toc", "nav.xhtml"),
        ("bodymatter", "texts/article.xhtml"),
        ("bibliography", "works.xhtml"),
    ]


def test_every_link_leads_somewhere(book: Book) -> None:
    targets = book.targets()
    for name in book.spine:
        assert [link for link in book.links(name) if link not in targets] == []


def test_document_of_any_name_is_found(tmp_path: Path) -> None:
    book = build_book(tmp_path, {**PAGES, "texts/难 例.md": "# 难例\n\n## 节\n\n文{page}`7`。\n"})
    assert "texts/难 例.xhtml" in book.spine
    links = book.links("nav.xhtml")
    assert {"texts/难 例.xhtml", "texts/难 例.xhtml#pg-7"} <= set(links)
    assert [link for link in links if link not in book.targets()] == []


def test_parts_of_the_book(book: Book) -> None:
    parts = {}
    for name in book.spine[4:]:
        page = book.tree(name)
        body = page.find("h:body", NAMESPACES)
        section = page.find("h:body/h:section", NAMESPACES)
        assert body is not None and section is not None
        parts[name] = (body.get(TYPE), section.get(TYPE), section.get("role"))
    assert parts == {
        "index.xhtml": ("frontmatter", "preface", "doc-preface"),
        "texts/article.xhtml": ("bodymatter", "chapter", "doc-chapter"),
        "texts/summary.xhtml": ("bodymatter", "chapter", "doc-chapter"),
        "works.xhtml": ("backmatter", "bibliography", "doc-bibliography"),
    }


# Description


def test_description_is_complete(book: Book) -> None:
    assert book.package.get("version") == "3.0"
    assert book.package.get(LANGUAGE) == "zh-CN"
    said = {
        name: book.described(name)
        for name in (
            *("dc:identifier", "dc:title", "dc:language", "dc:creator", "dc:contributor"),
            *("dc:publisher", "dc:date", "dcterms:modified", "dc:rights", "dc:description"),
            *("dc:subject", "dc:source", "pageBreakSource", "alternate-script", "role"),
        )
    }
    article = "甲某、乙某：《草原上的桥》，《试刊》2024年第5期，第119—120页（期刊论文）"
    assert said == {
        "dc:identifier": ["urn:uuid:00000000-0000-4000-8000-000000000001"],
        "dc:title": ["试编"],
        "dc:language": ["zh-CN"],
        "dc:creator": ["编者"],
        "dc:contributor": ["甲某", "乙某"],
        "dc:publisher": ["编者"],
        "dc:date": ["2026-11-22"],
        "dcterms:modified": ["2026-11-22T00:00:00Z"],
        "dc:rights": ["权利属于作者。"],
        "dc:description": ["几篇试文。"],
        "dc:subject": ["桥", "草原"],
        "dc:source": [article, said["dc:source"][1]],
        "pageBreakSource": [article],
        "alternate-script": ["A trial"],
        "role": ["edt", "aut", "aut"],
    }


def test_author_of_what_a_machine_summed_up_is_no_contributor(book: Book) -> None:
    assert "丙某" not in book.described("dc:contributor")
    assert book.described("dc:source")[1].startswith("《桥的摘要》（机器摘要），原文")


def test_key_words_of_the_texts_are_subjects(tmp_path: Path) -> None:
    article = ARTICLE.replace("  authors:", "  keywords: [桥梁, 河流]\n  authors:")
    book = build_book(tmp_path, {"texts/a.md": article}, 'epub_subjects = ["河流"]\n')
    assert book.described("dc:subject") == ["河流", "桥梁"]


@pytest.mark.parametrize(
    ("setting", "named"),
    [
        ('edition_date = "gestern"', "edition_date"),
        ('epub_identifier = "unknown"', "epub_identifier"),
    ],
)
def test_setting_that_nothing_can_stand_in_for(tmp_path: Path, setting: str, named: str) -> None:
    with pytest.raises(ConfigError, match=named):
        build_site(tmp_path, PAGES, setting)


def test_failed_book_leaves_none_behind(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        build_site(tmp_path, PAGES, 'edition_date = ""')
    assert not list((tmp_path / "_build/epub").glob("*.epub"))


# Front matter


def test_cover_is_drawn_and_described(book: Book) -> None:
    image = book.bytes("cover.png")
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(image[16:20]), int.from_bytes(image[20:24])) == (1600, 2560)
    assert book.manifest["cover.png"].get("properties") == "cover-image"
    shown = book.tree("cover.xhtml").find(".//h:img", NAMESPACES)
    assert shown is not None
    assert (shown.get("src"), shown.get("role")) == ("cover.png", "doc-cover")
    assert shown.get("alt") == "封面：《试编》，编者，1.0版。"


def test_cover_shows_the_texts(book: Book, tmp_path: Path) -> None:
    longer = ARTICLE.replace("桥在草原上。", "桥在草原上，长而又长。").replace(
        "木桥跨过", "木桥" * 90 + "跨过"
    )
    other = build_book(tmp_path, {**PAGES, "texts/article.md": longer})
    same = build_book(tmp_path / "same", PAGES)
    assert other.bytes("cover.png") != same.bytes("cover.png")


def test_title_page_says_what_each_text_is(book: Book) -> None:
    page = book.read("title.xhtml")
    assert "A trial" in page
    assert '桥的摘要<span class="by">原文：丙某（机器摘要）</span>' in page


@pytest.mark.parametrize("name", ["cover.xhtml", "title.xhtml", "imprint.xhtml", "nav.xhtml"])
def test_front_matter_says_its_language(book: Book, name: str) -> None:
    page = book.tree(name)
    assert page.get("lang") == page.get(LANGUAGE) == "zh-CN"


def test_words_of_the_configuration_are_no_markup(tmp_path: Path) -> None:
    words = """<b>"桥" & 'x' {{ y }} #z</b>"""
    more = "".join(
        f"{name} = {words!r}\n"
        for name in ("epub_title", "epub_author", "epub_copyright", "epub_description")
    )
    book = build_book(tmp_path, PAGES, more + f"epub_subjects = [{words!r}]\n")
    for name in ("dc:title", "dc:creator", "dc:rights", "dc:description", "dc:subject"):
        assert book.described(name) == [words]
    assert words in text(book.tree("title.xhtml"))
    assert words in text(book.tree("imprint.xhtml"))
