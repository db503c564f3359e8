"""Small sites of invented texts, built by Sphinx with the extensions of the edition."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sphinx_project import run_sphinx

EXTENSIONS = ["myst_parser", "milestones", "apparatus", "language_runs", "reading_room"]
CONF = """\
project = html_title = "试编"
author = copyright = "编者"
version = release = "1.0"
language = "zh_CN"
html_search_language = "en"  # spares each build the loading of jieba
extensions = {extensions!r}
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "fieldlist"]
myst_footnote_sort = False
nitpicky = True
html_theme = "reading_room"
{more}
"""
INDEX = """\
# 试编

```{text-list} texts/*
```
"""
# Two pages of print, a section in a section, notes of both kinds, a repeated reference.
ARTICLE = """\
---
edition:
  slug: article
  genre: journal-article
  derivation: original
  title: 草原上的桥
  authors: [甲某, 乙某]
  journal: 试刊
  year: "2024"
  issue: "5"
  pages: "119-120"
  note_marks: circled
  characters: 12345
---

# 草原上的桥

:::{container} nature nature-original
期刊论文。
:::

{.identity}
:作者: 甲某[^n119-star]

```{rubric} 提要
:class: apparatus
:name: abstract
```

{#abstract-1 .abstract}
桥在草原上。

{#p119-1}
{page-start}`119`第一段谈桥，[^n119-1]也谈“Third Neighbor”政策。[^n119-2]

{#s-1}
## 一、桥的来历

{#s-1-1}
### （一）木桥

{#p119-2}
木桥跨过核心{page}`120`要素，又见前注。[^n119-1]末句引报道。[^n120-21]

```{rubric} 注释
:class: apparatus
:name: notes
```

[^n119-star]: 本文为试编而作。
[^n119-1]: Jamie Shea, “Resilience: A Core Element of Collective Defence,” March 30, 2016, <https://example.org/a>.
[^n119-2]: 参见甲某：《桥》，载 ИА «Забинфо».
[^n120-21]: 同上。

```{rubric} 编者存疑
:class: apparatus
:name: queries
```

- [第119-2段](#p119-2)：存疑。
"""
SUMMARY = """\
---
edition:
  slug: summary
  genre: journal-article
  derivation: machine-summary
  title: 桥的摘要
  authors: []
  original_authors: [丙某]
  year: "2025"
  date: "2025-06-12"
---

# 桥的摘要

:::{container} nature nature-machine-summary
机器生成的摘要，不是论文。
:::

{#p-1}
摘要说桥，见 [1]。[^n-1]

{#s-1}
## 一 桥

{#p-2}
桥。

```{rubric} 注释
:class: apparatus
:name: notes
```

[^n-1]: 无页码的注。
"""


@dataclass(frozen=True)
class Site:
    """What a build gave: its folder and its warnings."""

    folder: Path
    warnings: str

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


def write_source(folder: Path, pages: dict[str, str] | None = None, more: str = "") -> Path:
    """A project with the two texts above, or with `pages`; `more` is appended to its conf.py."""
    texts = {"texts/article.md": ARTICLE, "texts/summary.md": SUMMARY}
    conf = CONF.format(extensions=EXTENSIONS, more=more)
    for name, content in {"conf.py": conf, "index.md": INDEX, **(pages or texts)}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def build(source: Path, out: Path, builder: str = "html") -> Site:
    """Build `source` into `out`; the doctrees lie beside it, as those of the edition do."""
    _, warnings = run_sphinx(source, out, builder, doctrees=out.parent / "doctrees")
    return Site(out, warnings)


def build_pages(
    folder: Path, pages: dict[str, str] | None = None, builder: str = "html", more: str = ""
) -> Site:
    """Write a project below `folder` and build it."""
    return build(write_source(folder / "source", pages, more), folder / "_build" / builder, builder)
