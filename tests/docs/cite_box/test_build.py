"""The extension in a build: the box, the tags, the files to download, and what print shows."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_file
from bs4 import BeautifulSoup
from sphinx.errors import ExtensionError
from sphinx_project import run_sphinx

PROJECT = Path(__file__).parents[2] / "golden/citethis/project"
BASE = 'html_baseurl = "https://example.org/edition"\n'


class Page(BeautifulSoup):
    """A built page."""

    def __init__(self, path: Path) -> None:
        self.source = path.read_text(encoding="utf-8")
        super().__init__(self.source, "html.parser")

    def meta(self, name: str) -> list[str]:
        return [str(tag["content"]) for tag in self.find_all("meta", attrs={"name": name})]

    def data(self, type_: str) -> dict[str, Any]:
        """The contents of the data block of a media type."""
        found: dict[str, Any] = json.loads(self.find_all("script", type=type_)[0].text)
        return found


def write(folder: Path, conf: str = "", **pages: str) -> Path:
    """The project with more configuration, or with other pages."""
    shutil.copytree(PROJECT, folder)
    with (folder / "conf.py").open("a", encoding="utf-8") as file:
        file.write(conf)
    if pages:
        for page in folder.glob("*.md"):
            page.unlink()
    for name, text in pages.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def build(source: Path, builder: str = "html") -> tuple[Path, str]:
    """The output folder and the warnings."""
    out = source.parent / f"{source.name}-{builder}"
    _, warnings = run_sphinx(source, out, builder, confoverrides={"nitpicky": True})
    return out, warnings


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an address."""
    source = write(tmp_path_factory.mktemp("site") / "docs", BASE)
    out, warnings = build(source)
    assert warnings == ""
    return out


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same without an address."""
    out, warnings = build(write(tmp_path_factory.mktemp("folder") / "docs"))
    assert warnings == ""
    return out


def citations(page: Page) -> list[str]:
    return [tag.text for tag in page.select("p.cite-text")]


# The box


def test_a_text_has_a_box_after_its_identity(site: Path) -> None:
    page = Page(site / "article.html")
    assert len(page.select("details#cite-this")) == 1
    identity = re.search(r'<dl class="[^"]*\bidentity\b', page.source)
    assert identity
    assert identity.start() < page.source.index("cite-this") < page.source.index('id="p101-1"')
    assert len(citations(page)) == 2 * 5


def test_the_box_cites_the_original_and_the_edition(site: Path) -> None:
    found = citations(Page(site / "article.html"))
    assert found[0] == "李明. 草原“贸易”<b>[J]. 内陆研究，2012，7（2）：101-118."
    assert found[5] == (
        "李明. 草原“贸易”<b>[M/OL]//编者. 草原与海洋. 1.2.0版. 2026. "
        "https://example.org/edition/article.html."
    )
    assert found[6] == (
        "李明. 草原“贸易”<b>[M/OL]//编者. 草原与海洋. 1.2.0版. 2026[引用日期]. "
        "https://example.org/edition/article.html."
    )


def test_without_a_site_no_address_is_cited(folder: Path) -> None:
    assert "://" not in "".join(citations(Page(folder / "article.html")))


def test_a_summary_is_offered_as_a_machines(site: Path) -> None:
    page = Page(site / "summary.html")
    original, edition = citations(page)[0], citations(page)[5]
    assert original.startswith("孙丽. 小国安全[J]")
    assert edition.startswith("小国安全：AI摘要（机器生成）[M/OL]//编者. ")
    assert "不得作为原作者的话引用" in page.source


def test_places_fill_the_gap_in_the_citations(site: Path) -> None:
    data = Page(site / "article.html").data("application/json")
    places = {place["id"]: place for place in data["places"]}
    assert list(places) == ["p101-1", "pg-101", "pg-102", "p102-1"]
    assert places["p101-1"]["on"] == ["pg-101", "pg-102"]
    assert places["p101-1"]["exact"]["gbt2025"] == "101-102（段p101-1）"
    assert places["p102-1"]["pages"]["apa"] == "p. 102"
    for work in data["works"]:
        for template in work["templates"].values():
            assert template.count("\ue000") == 1
    assert data["url"] == "https://example.org/edition/article.html"


def test_a_text_without_pages_offers_the_edition_alone_for_its_places(site: Path) -> None:
    data = Page(site / "summary.html").data("application/json")
    assert [work["paged"] for work in data["works"]] == [False]


def test_the_home_page_cites_the_edition(site: Path) -> None:
    page = Page(site / "index.html")
    assert citations(page)[0] == (
        "编者. 草原与海洋[M/OL]. 1.2.0版. 2026. https://example.org/edition/."
    )
    assert len(page.select("details#cite-this")) == 1


def test_only_pages_with_a_box_load_its_script(site: Path) -> None:
    for name, loaded in (("article", True), ("index", True), ("bibliography", False)):
        source = Page(site / f"{name}.html").source
        assert ("citethis.js" in source) == ("citethis.css" in source) == loaded


def inline_scripts(page: Page) -> list[str]:
    """Scripts that a policy of `script-src 'self'` blocks; the theme's own are on every page."""
    types = ("application/json", "application/ld+json")
    scripts = page.find_all("script", src=False)
    return [script.text for script in scripts if script.get("type") not in types]


@pytest.mark.parametrize("name", ["index", "article", "summary"])
def test_nothing_on_the_page_breaks_a_strict_policy(site: Path, name: str) -> None:
    page = Page(site / f"{name}.html")
    assert inline_scripts(page) == inline_scripts(Page(site / "bibliography.html"))
    box = page.source[page.source.index("<details") : page.source.index("</details>")]
    assert not re.search(r"\s(style|on\w+)=", box)


# The head


def test_tags_of_an_article(site: Path) -> None:
    page = Page(site / "article.html")
    assert page.meta("citation_title") == ["草原“贸易”<b>"]
    assert page.meta("citation_author") == ["李, 明"]
    assert page.meta("citation_journal_title") == ["内陆研究"]
    assert page.meta("citation_firstpage") == ["101"]
    assert page.meta("citation_public_url") == ["https://example.org/edition/article.html"]
    assert page.meta("citation_pdf_url") == ["https://example.org/edition/downloads/caoyuan.pdf"]
    assert page.meta("z:itemType") == ["journalArticle"]
    assert page.data("application/ld+json")["@type"] == "ScholarlyArticle"


def test_tags_of_a_summary(site: Path) -> None:
    page = Page(site / "summary.html")
    assert page.meta("citation_title") == ["小国安全：AI摘要（机器生成）"]
    assert page.meta("citation_author") == []
    assert page.meta("z:itemType") == ["webpage"]
    assert page.select('meta[property="og:site_name"]')[0]["content"] == "草原与海洋"


def test_without_a_site_there_is_no_relative_address_in_the_tags(folder: Path) -> None:
    page = Page(folder / "article.html")
    assert page.meta("citation_public_url") == page.meta("citation_pdf_url") == []


def test_the_pdf_is_named_only_if_it_is_there(tmp_path: Path) -> None:
    listed = (
        "reading_room_downloads = [('PDF', 'caoyuan', 'downloads/texts/caoyuan.pdf', '')]\n"
        "def setup(app):\n"
        "    app.add_config_value('reading_room_downloads', [], 'html')\n"
    )
    out, _ = build(write(tmp_path / "docs", BASE + listed))
    found = Page(out / "article.html").meta("citation_pdf_url")
    assert found == ["https://example.org/edition/downloads/texts/caoyuan.pdf"]
    assert Page(out / "summary.html").meta("citation_pdf_url") == []


def test_coins_stand_on_the_bibliography_only(site: Path) -> None:
    assert len(Page(site / "bibliography.html").select("span.Z3988")) == 2
    for name in ("index", "article", "summary"):
        assert not Page(site / f"{name}.html").select("span.Z3988")


# The downloads


def test_links_to_the_downloads_lead_to_files(site: Path) -> None:
    for name in ("index", "article", "summary"):
        page = Page(site / f"{name}.html")
        links = [str(tag["href"]) for tag in page.select("a[download], link[rel=alternate]")]
        assert len(links) >= 6
        for href in links:
            assert (site / href).is_file(), href


def test_each_set_is_there_in_three_formats(site: Path) -> None:
    found = sorted(path.name for path in (site / "cite").iterdir())
    assert found == sorted(
        f"{name}.{suffix}"
        for name in ("bibliography", "caoyuan", "edition", "zhaiyao")
        for suffix in ("bib", "json", "ris")
    )


def test_the_downloads_of_a_text_hold_original_and_edition(site: Path) -> None:
    library = parse_file(str(site / "cite/caoyuan.bib"))
    assert list(library.entries_dict) == ["li2012caoyuan", "li2012caoyuan-edition"]
    items = json.loads((site / "cite/caoyuan.json").read_text(encoding="utf-8"))
    assert [item["type"] for item in items] == ["article-journal", "chapter"]
    assert items[0]["author"] == [{"family": "李", "given": "明"}]
    ris = (site / "cite/caoyuan.ris").read_bytes().decode("utf-8")
    assert ris.count("TY  - ") == ris.count("ER  - ") == 2


def test_the_bibliography_is_the_editors_file_itself(site: Path) -> None:
    assert (site / "cite/bibliography.bib").read_text(encoding="utf-8") == (
        PROJECT / "refs.bib"
    ).read_text(encoding="utf-8")
    items = json.loads((site / "cite/bibliography.json").read_text(encoding="utf-8"))
    assert [item["id"] for item in items] == ["li2012caoyuan", "xu2023lengzhan"]


def test_two_builds_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    out, _ = build(write(tmp_path / "docs", BASE))
    for path in (site / "cite").iterdir():
        assert (out / "cite" / path.name).read_bytes() == path.read_bytes()
    assert (out / "article.html").read_bytes() == (site / "article.html").read_bytes()


# Other builders, other pages


def test_print_has_the_standard_alone_and_no_script(tmp_path: Path) -> None:
    out, warnings = build(write(tmp_path / "docs", BASE), "text")
    assert warnings == ""
    text = "".join((out / "article.txt").read_text(encoding="utf-8").split())
    assert "引用本文（GB/T7714—2025）" in text
    assert "原刊：李明.草原“贸易”<b>[J].内陆研究，2012，7（2）：101-118." in text
    assert "本版：李明.草原“贸易”<b>[M/OL]//编者.草原与海洋.1.2.0版.2026." in text
    assert "MLA" not in text


def test_epub_has_neither_script_nor_downloads(tmp_path: Path) -> None:
    out, warnings = build(write(tmp_path / "docs"), "epub")
    assert warnings == ""
    page = (out / "article.xhtml").read_text(encoding="utf-8")
    assert "引用本文（GB/T 7714—2025）" in page
    assert "cite-box" not in page
    assert not list(out.rglob("citethis.*"))
    assert not (out / "cite").exists()


def test_a_builder_of_one_file_has_the_form_of_every_text(tmp_path: Path) -> None:
    out, warnings = build(write(tmp_path / "docs"), "singlehtml")
    assert warnings == ""
    page = (out / "index.html").read_text(encoding="utf-8")
    assert page.count("引用本文（GB/T 7714—2025）") == 1
    assert page.count("引用本文：AI摘要（机器生成）（GB/T 7714—2025）") == 1
    assert page.count("引用本版（GB/T 7714—2025）") == 1


def test_an_offprint_is_given_its_citation(tmp_path: Path) -> None:
    asking = (
        "def ask(app, exception):\n"
        "    lines = [app.emit_firstresult('typstbook-citation', name)\n"
        "             for name in ('article', 'index')]\n"
        "    (app.outdir / 'lines').write_text('|'.join(lines), encoding='utf-8')\n"
        "def setup(app):\n"
        "    app.add_event('typstbook-citation')\n"
        "    app.connect('build-finished', ask)\n"
    )
    out, _ = build(write(tmp_path / "docs", asking), "text")
    assert (out / "lines").read_text(encoding="utf-8") == (
        "李明. 草原“贸易”<b>[M]//编者. 草原与海洋. 1.2.0版. 2026.|"
    )


def test_front_matter_that_says_too_little_is_a_warning_that_names_the_page(
    tmp_path: Path,
) -> None:
    bad = "---\nedition:\n  slug: s\n  title: 题\n---\n\n# 题\n"
    pages = {"index": "# 首页\n\n```{toctree}\nbad\n```\n", "bad": bad}
    out, warnings = build(write(tmp_path / "docs", **pages))
    assert warnings.count("front matter `edition` lacks genre, derivation") == 1
    assert "bad.md" in warnings
    assert "cite-box" not in (out / "bad.html").read_text(encoding="utf-8")


def test_two_texts_of_one_slug_are_refused(tmp_path: Path) -> None:
    """The downloads of one would be written over those of the other."""
    text = (PROJECT / "summary.md").read_text(encoding="utf-8")
    pages = {"index": "# 首页\n\n```{toctree}\none\ntwo\n```\n", "one": text, "two": text}
    with pytest.raises(ExtensionError, match=r"two: slug 'zhaiyao' is taken"):
        build(write(tmp_path / "docs", **pages))


def test_a_page_that_is_no_text_is_left_alone(tmp_path: Path) -> None:
    out, warnings = build(write(tmp_path / "docs", index="# 首页\n"))
    assert warnings == ""
    page = Page(out / "index.html")
    assert not page.select("details")
    assert page.meta("citation_title") == []
