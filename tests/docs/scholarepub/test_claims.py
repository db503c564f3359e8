"""What the book claims of its accessibility is true of it, and what is not true is not claimed."""

import re
import struct
import zlib
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from epub_book import NAMESPACES, PAGES, TYPE, XHTML, Book, build_book, text
from scholarepub.metadata import CONFORMANCE, accessibility
from scholarepub.scan import Page
from support import Built

SIZES = r"\d(?:px|pt|pc|cm|mm|in|q)\b"
COLOURS = r"#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch|color)\("
COLOUR_PROPERTIES = ("background", "box-shadow", "fill", "outline", "stroke", "text-shadow")
MOVING = {"audio", "video", "canvas", "script", "object", "embed", "marquee"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return build_book(tmp_path_factory.mktemp("claims"), PAGES)


@pytest.fixture(scope="module", params=["small", "edition"])
def book(request: pytest.FixtureRequest, small: Book) -> Book:
    if request.param == "small":
        return small
    built: Built = request.getfixturevalue("built_sample")
    return Book(next(built.epub.glob("*.epub")))


def features(book: Book) -> set[str]:
    return set(book.described("schema:accessibilityFeature"))


def style_rules(book: Book) -> list[tuple[str, str]]:
    """Property and value of every declaration."""
    sheet = re.sub(r"/\*.*?\*/", "", book.read("_static/book.css"), flags=re.DOTALL)
    bodies = re.findall(r"\{([^{}]*)\}", sheet)
    pairs = [line.split(":", 1) for body in bodies for line in body.split(";") if line.strip()]
    return [(name.strip(), value.strip()) for name, value in pairs]


def tree_of(book: Book, name: str) -> list[Element]:
    return list(book.tree(name).iter())


def test_claims_of_a_book_of_text_with_pages(book: Book) -> None:
    assert features(book) == {
        *("tableOfContents", "readingOrder", "unlocked", "displayTransformability"),
        *("structuralNavigation", "ARIA", "alternativeText"),
        *("pageBreakMarkers", "pageNavigation"),
    }
    assert book.described("schema:accessMode") == ["textual"]
    assert book.described("schema:accessModeSufficient") == ["textual"]
    assert book.described("schema:accessibilityHazard") == ["none"]
    assert book.described("dcterms:conformsTo") == [CONFORMANCE]
    assert re.fullmatch(r"EPUB Accessibility 1\.1 - WCAG 2\.[0-2] Level A{1,3}", CONFORMANCE)
    assert book.described("a11y:certifiedBy") == book.described("dc:creator")
    assert book.described("schema:accessibilitySummary")[0].startswith("全书为可重排的文字")


def test_transformable_no_size_of_the_device(book: Book) -> None:
    assert [rule for rule in style_rules(book) if re.search(SIZES, rule[1], re.IGNORECASE)] == []
    for name, value in style_rules(book):
        if name == "font-size":
            assert re.fullmatch(r"[\d.]+(em|rem|%)", value), value
        if name == "line-height":
            assert re.fullmatch(r"[\d.]+", value), value


def test_transformable_no_colour_of_its_own(book: Book) -> None:
    for name, value in style_rules(book):
        assert not re.search(COLOURS, value, re.IGNORECASE), (name, value)
        assert not name.startswith(COLOUR_PROPERTIES), name
        assert "!important" not in value
        if name == "color":
            assert value == "inherit"


def test_transformable_no_fount_but_the_generic(book: Book) -> None:
    founts = {value for name, value in style_rules(book) if name == "font-family"}
    assert founts <= {"serif", "sans-serif", "monospace", "inherit"}
    assert not [name for name in book.names if name.endswith((".ttf", ".otf", ".woff", ".woff2"))]


def test_structure_every_page_has_headings_and_sections_in_the_contents(book: Book) -> None:
    (toc,) = [nav for nav in book.tree("nav.xhtml").iter(f"{XHTML}nav") if nav.get(TYPE) == "toc"]
    listed = {link.attrib["href"] for link in toc.iter(f"{XHTML}a")}
    assert set(book.spine[4:]) <= listed
    for name in book.texts:
        sections = [
            section.attrib["id"]
            for section in book.tree(name).iter(f"{XHTML}section")
            if re.fullmatch(r"s-\d+(-\d+)?", section.get("id", ""))
        ]
        assert {f"{name}#{section}" for section in sections} <= listed


def test_alternative_text_every_image_has_one(book: Book) -> None:
    images = [e for name in book.spine for e in tree_of(book, name) if e.tag == f"{XHTML}img"]
    assert [image.get("src") for image in images] == ["cover.png"]
    assert all(image.get("alt") for image in images)


def test_page_marks_and_page_list_are_the_same_pages(book: Book) -> None:
    marks = [
        (f"{name}#{mark.get('id')}", text(mark).strip("〔〕"))
        for name in book.spine
        for mark in tree_of(book, name)
        if mark.get(TYPE) == "pagebreak"
    ]
    nav = book.tree("nav.xhtml").find(f".//h:nav[@{TYPE}='page-list']", NAMESPACES)
    assert nav is not None
    assert [(link.get("href"), text(link)) for link in nav.iter(f"{XHTML}a")] == marks
    assert len(marks) == len(set(marks)) > 1


def test_hazards_nothing_moves_flashes_or_sounds(book: Book) -> None:
    for name in book.spine:
        assert not [e for e in tree_of(book, name) if e.tag.removeprefix(XHTML) in MOVING]
    assert not [name for name, _ in style_rules(book) if name.startswith(("animation", "transit"))]
    assert not [name for name in book.names if name.endswith((".gif", ".mp3", ".mp4", ".js"))]


def test_order_of_reading_is_order_of_the_contents(book: Book) -> None:
    (toc,) = [nav for nav in book.tree("nav.xhtml").iter(f"{XHTML}nav") if nav.get(TYPE) == "toc"]
    order = [link.attrib["href"].partition("#")[0] for link in toc.iter(f"{XHTML}a")]
    assert list(dict.fromkeys(order)) == book.spine[4:]


def test_roles_match_types(book: Book) -> None:
    roles = {"noteref": "doc-noteref", "footnote": "doc-footnote", "pagebreak": "doc-pagebreak"}
    for name in book.spine:
        for element in tree_of(book, name):
            if (type_ := element.get(TYPE)) in roles:
                assert element.get("role") == roles[type_]


# What is not true


def image_page(alternative: str) -> dict[str, str]:
    return {**PAGES, "texts/image.md": f"# 图\n\n![{alternative}](dot.png)\n"}


def dot() -> bytes:
    """A PNG of one black pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"IEND", b""))
    )


def with_image(folder: Path, alternative: str) -> Book:
    (folder / "source/texts").mkdir(parents=True)
    (folder / "source/texts/dot.png").write_bytes(dot())
    return build_book(folder, image_page(alternative))


def test_image_is_packed_and_no_longer_text_alone(tmp_path: Path) -> None:
    book = with_image(tmp_path, "一个黑点")
    assert book.manifest["_images/dot.png"].get("media-type") == "image/png"
    assert book.described("schema:accessMode") == ["textual", "visual"]
    assert book.described("schema:accessModeSufficient") == ["textual"]
    assert "alternativeText" in features(book)
    assert "图像均有替代文字" in book.described("schema:accessibilitySummary")[0]


def test_image_without_a_text_is_owned_up_to(tmp_path: Path) -> None:
    book = with_image(tmp_path, "")
    assert "alternativeText" not in features(book)
    assert book.described("schema:accessModeSufficient") == ["textual,visual"]
    assert "部分图像没有替代文字" in book.described("schema:accessibilitySummary")[0]


def test_page_without_a_heading_is_not_structured() -> None:
    assert "structuralNavigation" in accessibility([Page("a.xhtml", headings=1)]).features
    pages = [Page("a.xhtml", headings=1), Page("b.xhtml")]
    assert "structuralNavigation" not in accessibility(pages).features
    assert "ARIA" not in accessibility(pages).features
