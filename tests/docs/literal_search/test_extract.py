"""From doctrees to passages."""

from __future__ import annotations

import pytest
from literal_search.extract import Kind, Passage, passages, unshown
from sphinx_project import run_sphinx

PAGE = """\
# 题名

:::{container} nature nature-original
期刊论文。
:::

{.identity}
:作者: 张雪

```{rubric} 提要
:class: apparatus
:name: abstract
```
{#abstract-1}
提要的文字。

{#p119-1}
{page-start}`119`克里米亚危机以来，核心{page}`120`要素[^n120-1]仍{strong}`未`变。

{#s-1}
## 一、进展

{#p120-2}
第二段，
另起一行。

:::{container} introduction
{#i-1}
编者按。
:::

- 列表之一
- 列表之二

```{rubric} 注释
:class: apparatus
:name: notes
```

[^n120-1]: 参见 Jamie Shea, “Resilience”。

    注释的第二段。

```{rubric} 篇末附记
:class: apparatus
:name: endmatter
```

{#e-1}
责任编辑：王五。

```{rubric} 编者存疑
:class: apparatus
:name: queries
```
- 此处可疑。
"""

CONF = """\
extensions = ["myst_parser", "milestones", "apparatus", "language_runs"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "fieldlist"]
myst_footnote_sort = False
language = "zh_CN"
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Passage]:
    folder = tmp_path_factory.mktemp("extract")
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    (folder / "index.md").write_text(PAGE, encoding="utf-8")
    app, _ = run_sphinx(folder, folder / "out")
    doctree = app.env.get_doctree("index")
    app.env.apply_post_transforms(doctree, "index")
    return passages(doctree)


def at(found: list[Passage], start: str) -> Passage:
    matching = [passage for passage in found if passage.text.startswith(start)]
    assert len(matching) == 1, [passage.text for passage in found]
    return matching[0]


def test_a_paragraph_is_one_string_with_its_pages(found: list[Passage]) -> None:
    passage = at(found, "克里米亚")
    assert passage.text == "克里米亚危机以来，核心要素仍未变。"
    assert passage.anchor == "p119-1"
    assert passage.kind is Kind.BODY
    assert passage.pages == ((0, "119"), (passage.text.index("要素"), "120"))


def test_the_page_goes_on_until_the_source_ends(found: list[Passage]) -> None:
    assert at(found, "第二段").pages == ((0, "120"),)
    pages = {passage.text: passage.pages for passage in found}
    for text in ("注释", "篇末附记", "责任编辑：王五。", "编者存疑", "此处可疑。"):
        assert pages[text] == (), text


def test_headings(found: list[Passage]) -> None:
    assert at(found, "题名").kind is Kind.HEADING
    heading = at(found, "一、进展")
    assert (heading.kind, heading.anchor) == (Kind.HEADING, "s-1")
    assert at(found, "第二段").heading == "一、进展"
    assert at(found, "提要的文字").heading == "提要"
    assert at(found, "克里米亚").heading == ""


def test_notes_know_their_page_and_have_no_number(found: list[Passage]) -> None:
    note = at(found, "参见")
    assert note.text == "参见 Jamie Shea, “Resilience”。"
    assert (note.kind, note.anchor, note.pages) == (Kind.NOTE, "n120-1", ((0, "120"),))
    assert note.heading == "注[1]"
    assert at(found, "注释的第二段").anchor == "n120-1"


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        ("期刊论文", Kind.ABOUT),
        ("张雪", Kind.ABOUT),
        ("作者", Kind.ABOUT),
        ("提要的文字", Kind.BODY),
        ("编者按", Kind.BODY),
        ("列表之二", Kind.BODY),
        ("编者存疑", Kind.ABOUT),
        ("此处可疑", Kind.ABOUT),
    ],
)
def test_kinds(found: list[Passage], start: str, kind: Kind) -> None:
    assert at(found, start).kind is kind


def test_metadata_that_the_page_does_not_show() -> None:
    known = [
        ("题名", "题名"),
        ("作者", "张雪"),
        ("作者", "李超"),
        ("年", "2024"),
        ("页码", "119-137"),
        ("关键词", "韧性建设"),
        ("关键词", "北约"),
    ]
    assert unshown(known, "题名 张雪 北约 第119—137页") == [
        Passage("李超", Kind.ABOUT, heading="作者"),
        Passage("2024", Kind.ABOUT, heading="年"),
        Passage("韧性建设", Kind.ABOUT, heading="关键词"),
    ]
