"""Citations and their way back, in projects of three pages built by every kind of builder."""

from __future__ import annotations

import re
import zipfile
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docutils import nodes
from sphinx.application import Sphinx
from sphinx_project import run_sphinx

CONF = """\
project, version, copyright = "试", "1", "x"
extensions = ["myst_parser", "apparatus", "work_links"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence"]
myst_footnote_sort = False
language = "zh_CN"
smartquotes = False
nitpicky = True
bibtex_bibfiles = ["refs.bib"]
bibtex_default_style = "gbt7714-2025"
bibtex_cite_id = "ref-{key}"
bibtex_bibliography_id = "works"
bibtex_tooltips = False
html_theme = "basic"
html_show_sourcelink = False
"""
REFS = """\
@article{campi2005, author={Campi, Alicia}, title={{Mongolia in Northeast Asia}},
  journaltitle={Problems}, date={2005}, langid={english}, language={en-US}}
@book{zeng2001, author={曾, 某}, title={{甲书}}, publisher={某社}, date={2001}, language={zh-CN}}
@book{shan2002, author={单, 某}, title={{乙书}}, date={2002}, language={zh-CN}}
@article{rod2012, author={Родионов, В. А.}, title={{Вектор}}, date={2012}, language={ru}}
@online{nato, author={{NATO}}, title={{Concept <b>}}, url={https://nato.int/a\\%20b},
  langid={english}}
@book{bat2010, author={Бат, Д.}, title={{Монгол}}, date={2010}, language={mn}}
@book{uncited, author={未, 引}, title={{无人征引}}, date={2000}, language={zh-CN}}
"""
INDEX = """\
# 首页

```{toctree}
one
two
works
```
"""
ONE = r"""---
edition:
  slug: one
  genre: journal-article
  derivation: original
  title: 甲篇
  note_marks: circled
---

# 甲篇

{#p119-1}
正文[^n119-1]又[^n120-1]，并见{src}`《乙书》 <shan2002>`。

[^n119-1]: 参见 {src}``Campi, “Mongolia <in> C:\x `, p. 47 <campi2005@47>``;\
  {src}`曾某：《甲书》 <zeng2001@68-76>`。
[^n120-1]: {src}`Ibid. <campi2005>` {src}`Родионов <rod2012@105>`
"""
TWO = """\
# 乙

{#p-3}
见{src}`NATO <nato@ch. 3>`。[^n-1]

[^n-1]: {src}`Campi <campi2005@5>`，{src}`Бат <bat2010>`.
"""
WORKS = """\
# 参考文献

{#zh}
## 中文
```{works} zh
```

{#western}
## 西文
```{works} western
```

{#ru}
## 俄文
```{works} ru ja
```

```{bibliography}
```

{#by-text}
## 各篇
```{works-by-text}
```
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    files = {"conf.py": CONF, "refs.bib": REFS, "index.md": INDEX}
    files |= {"one.md": ONE, "two.md": TWO, "works.md": WORKS}
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def application(source: Path, builder: str, parallel: int = 1) -> tuple[Sphinx, str]:
    """The application after a build, and the warnings."""
    folder = source.parent
    trees = folder / "trees"
    return run_sphinx(source, folder / builder, builder, doctrees=trees, parallel=parallel)


def build(source: Path, builder: str = "html", parallel: int = 1) -> str:
    """Build, and return the warnings."""
    return application(source, builder, parallel)[1]


def page(source: Path, name: str) -> str:
    return (source.parent / "html" / f"{name}.html").read_text(encoding="utf-8")


class Anchors(HTMLParser):
    """Ids and internal links of a page, and ids that stand twice."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name == "href" and value and tag == "a" and "//" not in value:
                self.links.append(value)


def dead_links(pages: dict[str, str]) -> list[str]:
    """Links within `pages` (file name → HTML) that lead nowhere; ids that are not unique."""
    anchors = {name: Anchors(html) for name, html in pages.items()}
    problems = [
        f"{name}: #{id_} twice"
        for name, found in anchors.items()
        for id_ in set(found.ids)
        if found.ids.count(id_) > 1
    ]
    for name, found in anchors.items():
        for link in found.links:
            target, _, fragment = link.partition("#")
            where = anchors.get(target or name)
            if where is None or (fragment and fragment not in where.ids):
                problems.append(f"{name}: {link}")
    return problems


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html).replace("&lt;", "<").replace("&gt;", ">")


def section(html: str, anchor: str) -> str:
    """The HTML of a section without subsections."""
    match = re.search(rf'<section id="{anchor}">(.*?)</section>', html, re.DOTALL)
    assert match is not None, anchor
    return match[1]


def entries(html: str) -> list[str]:
    return re.findall(r'<li id="ref-(\w+)">', html)


# The link


def test_words_stay_as_written_and_lead_to_the_entry(source: Path) -> None:
    assert build(source) == ""
    one = page(source, "one")
    assert (
        '<a class="src reference internal" href="works.html#ref-campi2005" id="n119-1-src1" '
        'title="Campi A. Mongolia in Northeast Asia[J]. Problems，2005.">'
        "<span>Campi, “Mongolia &lt;in&gt; C:\\x `, p. 47</span></a>;"
    ) in one
    assert ">Ibid.</span></a> <a" in one
    assert 'title="Родионов В А. Вектор[J]. 2012."' in one


def test_tooltip_is_escaped(source: Path) -> None:
    build(source)
    assert 'title="NATO. Concept &lt;b&gt;[EB/OL]. https://nato.int/a%20b."' in page(source, "two")


def test_unknown_work_is_a_warning_that_names_file_and_line(source: Path) -> None:
    text = "# 乙\n\n一\n\n{#p-2}\n二{src}`某书 <nosuch@3>`。\n"
    (source / "two.md").write_text(text, encoding="utf-8")
    warnings = build(source)
    assert warnings.count("WARNING") == 1
    assert "two.md:6: WARNING: no entry for the work 'nosuch'" in warnings
    assert '二<span id="p-2-src1">某书</span>。' in page(source, "two")
    assert "nosuch" not in page(source, "works")


def test_work_that_no_bibliography_lists_is_a_warning(source: Path) -> None:
    works = WORKS.replace("```{bibliography}\n", '```{bibliography}\n:filter: key != "nato"\n')
    (source / "works.md").write_text(works, encoding="utf-8")
    assert "two.md:4: WARNING: no bibliography lists the work 'nato'" in build(source)


@pytest.mark.parametrize("role", ["{src}`no key`", "{src}`<onlykey>`", "{src}`two <a b>`"])
def test_role_without_words_or_key_is_an_error(source: Path, role: str) -> None:
    (source / "two.md").write_text(f"# 乙\n\n一{role}\n", encoding="utf-8")
    assert "two.md:3: ERROR: no key of a work in" in build(source)


# The way back


def test_every_entry_names_the_places_that_cite_it(source: Path) -> None:
    build(source)
    works = page(source, "works")
    assert re.findall(r'<p class="cited-by">(.*?)</p>', section(works, "western")) == [
        "《甲篇》 "
        '<a class="reference internal" href="one.html#n119-1-src1">'
        "<span>注1（第119页），引第47页</span></a>；"
        '<a class="reference internal" href="one.html#n120-1-src1">'
        "<span>注2（第120页）</span></a>",
        '乙 <a class="reference internal" href="two.html#n-1-src1"><span>注1，引第5页</span></a>',
        '乙 <a class="reference internal" href="two.html#p-3-src1"><span>第3段，引ch. 3</span></a>',
    ]
    assert "《甲篇》 注1（第119页），引第68—76页" in text_of(section(works, "zh"))
    assert "《甲篇》 第119-1段" in text_of(section(works, "zh"))


def test_places_without_a_name_of_their_own(source: Path) -> None:
    text = "# 乙\n\n{src}`a <nato>`\n\n## 一节话\n\n{src}`b <nato>`\n"
    (source / "two.md").write_text(text, encoding="utf-8")
    build(source)
    assert "乙 正文；“一节话”一节" in text_of(section(page(source, "works"), "western"))


def test_works_by_language_in_order_and_none_uncited(source: Path) -> None:
    build(source)
    works = page(source, "works")
    assert entries(section(works, "zh")) == ["shan2002", "zeng2001"]
    assert entries(section(works, "western")) == ["campi2005", "nato"]
    # Mongolian is nobody's group: it stays at the directive of the engine, under a heading.
    assert entries(section(works, "ru")) == ["rod2012", "bat2010"]
    assert text_of(section(works, "ru")).index("其他文种") > text_of(section(works, "ru")).index(
        "Родионов"
    )
    assert "无人征引" not in works
    assert '<p lang="en-US">Campi' in works
    assert '<p lang="ru">Родионов' in works


def test_list_of_each_text_follows_the_texts(source: Path) -> None:
    build(source)
    by_text = section(page(source, "works"), "by-text")
    assert re.findall(r'rubric"><a class="reference internal" href="([^"]+)"', by_text) == [
        "one.html",
        "two.html",
    ]
    assert re.findall('href="#ref-([^"]+)"', by_text) == [
        *("shan2002", "zeng2001", "campi2005", "rod2012"),
        *("campi2005", "nato", "bat2010"),
    ]
    (source / "three.md").write_text("# 丙\n\n{src}`x <zeng2001>`\n", encoding="utf-8")
    (source / "index.md").write_text(INDEX.replace("two\n", "two\nthree\n"), encoding="utf-8")
    assert build(source) == ""
    assert 'href="three.html"' in section(page(source, "works"), "by-text")


def test_page_without_groups_keeps_all_in_one_list(source: Path) -> None:
    (source / "works.md").write_text("# 参考文献\n\n```{bibliography}\n```\n", encoding="utf-8")
    assert build(source) == ""
    works = page(source, "works")
    assert entries(works) == ["shan2002", "zeng2001", "campi2005", "nato", "rod2012", "bat2010"]
    assert "其他文种" not in works


def test_unknown_language_is_an_error(source: Path) -> None:
    (source / "works.md").write_text("# W\n\n```{works} xx\n```\n", encoding="utf-8")
    assert "works.md:3: ERROR: 'xx' is not a valid Language" in build(source)


# Every builder


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "latex", "text", "xml"])
def test_builders_give_no_warning(source: Path, builder: str) -> None:
    assert build(source, builder) == ""


def test_links_of_html_lead_somewhere(source: Path) -> None:
    build(source)
    names = ("index", "one", "two", "works")
    pages = {f"{name}.html": page(source, name).split("<body")[1] for name in names}
    own = {
        name: re.sub(r'href="(genindex|search)\.html"', "", html) for name, html in pages.items()
    }
    assert dead_links(own) == []


def test_links_of_the_epub_lead_somewhere(source: Path) -> None:
    assert build(source, "epub") == ""
    book = next((source.parent / "epub").glob("*.epub"))
    with zipfile.ZipFile(book) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xhtml")]
        pages = {name: archive.read(name).decode() for name in names}
    assert len(pages["works.xhtml"].split("cited-by")) == 8
    assert dead_links({name: html for name, html in pages.items() if name != "nav.xhtml"}) == []


def test_links_of_single_html_lead_somewhere(source: Path) -> None:
    build(source, "singlehtml")
    html = (source.parent / "singlehtml" / "index.html").read_text(encoding="utf-8")
    found = Anchors(html)
    fragments = {link.partition("#")[2] for link in found.links if "src" in link or "ref-" in link}
    assert fragments
    assert fragments <= set(found.ids)


def test_links_of_latex_have_their_labels(source: Path) -> None:
    build(source, "latex")
    tex = next((source.parent / "latex").glob("*.tex")).read_text(encoding="utf-8")
    wanted = set(re.findall(r"\\hyperref\[\\detokenize\{([^}]+)\}\]", tex))
    labels = set(re.findall(r"\\label\{\\detokenize\{([^}]+)\}\}", tex))
    assert {"works:ref-campi2005", "one:n119-1-src1", "two:p-3-src1"} <= wanted
    assert wanted <= labels


def test_text_has_no_numbers_that_mean_nothing(source: Path) -> None:
    build(source, "text")
    works = (source.parent / "text" / "works.txt").read_text(encoding="utf-8")
    assert "* 单某. 乙书[M]. 2002.\n\n  《甲篇》 第119-1段\n" in works


# Builds again and in parts


def test_change_of_a_note_changes_the_bibliography(source: Path) -> None:
    build(source)
    (source / "two.md").write_text(TWO.replace("campi2005@5", "uncited@9"), encoding="utf-8")
    assert build(source) == ""
    works = page(source, "works")
    assert "无人征引" in works
    assert "引第9页" in works
    assert "引第5页" not in works


def test_removed_text_leaves_the_bibliography(source: Path) -> None:
    build(source)
    (source / "two.md").unlink()
    (source / "index.md").write_text(INDEX.replace("two\n", ""), encoding="utf-8")
    assert build(source) == ""
    assert "two.html" not in page(source, "works")
    assert "NATO" not in page(source, "works")


def test_change_of_an_entry_changes_bibliography_and_tooltips(source: Path) -> None:
    build(source)
    (source / "refs.bib").write_text(REFS.replace("Problems", "Questions"), encoding="utf-8")
    assert build(source) == ""
    assert "Questions，2005" in page(source, "works")
    assert 'title="Campi A. Mongolia in Northeast Asia[J]. Questions' in page(source, "one")


def test_nothing_changed_nothing_written(source: Path) -> None:
    build(source)
    pages = [source.parent / "html" / f"{name}.html" for name in ("one", "works")]
    times = [path.stat().st_mtime_ns for path in pages]
    assert build(source) == ""
    assert [path.stat().st_mtime_ns for path in pages] == times


def test_reading_in_parallel_gives_the_same(source: Path) -> None:
    build(source)
    serial = page(source, "works")
    for number in range(8):
        (source / f"filler{number}.md").write_text("---\norphan: true\n---\n# x\n", "utf-8")
    assert build(source, "dirhtml", parallel=2) == ""
    parallel = (source.parent / "dirhtml/works/index.html").read_text(encoding="utf-8")
    assert section(parallel, "zh").count("cited-by") == section(serial, "zh").count("cited-by")
    assert text_of(section(parallel, "western")) == text_of(section(serial, "western"))


def test_page_can_be_resolved_twice(source: Path) -> None:
    """Builders that make several books from one reading resolve the bibliography more than once."""
    app, _ = application(source, "text")
    resolve = partial(app.env.get_and_resolve_doctree, "works", app.builder, tags=app.tags)
    first, second = resolve(), resolve()
    assert first.pformat() == second.pformat()
    assert len(list(first.findall(nodes.list_item))) == 6 + 4 + 3
