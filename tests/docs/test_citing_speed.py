"""A thousand works cited a thousand times cost at most three times the pages without them."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import citing

WORKS = 1000
PAGES = 20
LIMIT = 3.0
EXTENSIONS = Path(citing.__file__).parents[1]
CONF = """\
import sys
sys.path.insert(0, {path!r})
extensions = {extensions!r}
language = "zh_CN"
html_search_language = "en"
smartquotes = False
html_theme = "basic"
bibtex_bibfiles = ["refs.bib"]
bibtex_default_style = "gbt7714-2025"
bibtex_cite_id = "ref-{{key}}"
bibtex_tooltips = False
"""
ENTRIES = (
    "@article{{k{n}, author={{张, 某{n}}}, title={{{{论第{n}号问题的若干方面}}}},"
    " journaltitle={{国际展望}}, date={{2001}}, number={{{n}}}, langid={{chinese}}}}",
    "@online{{k{n}, author={{Smith, John A. and Doe, J.}}, title={{{{The {n}th Question}}}},"
    " url={{https://example.org/{n}}}, date={{2020-01-02}}, langid={{english}}}}",
    "@article{{k{n}, author={{Родионов, В. А.}}, title={{{{Вопрос {n}}}}},"
    " journaltitle={{Вестник}}, date={{2012}}, number={{4}}, langid={{russian}}}}",
)


def write_project(folder: Path, *, citations: bool) -> None:
    """The same texts and notes; with `citations` the words of the notes are links."""
    folder.mkdir()
    extensions = ["myst_parser", "citing"] if citations else ["myst_parser"]
    conf = CONF.format(path=str(EXTENSIONS), extensions=extensions)
    bib = "\n".join(ENTRIES[n % len(ENTRIES)].format(n=n) for n in range(WORKS))
    works = "# 参考文献\n\n" + ("```{bibliography}\n```\n" if citations else "")
    toctree = "\n".join([f"p{page}" for page in range(PAGES)] + ["works"])
    files = {"conf.py": conf, "refs.bib": bib, "works.md": works}
    files["index.md"] = f"# 首页\n\n```{{toctree}}\n{toctree}\n```\n"
    for page in range(PAGES):
        numbers = range(page * WORKS // PAGES, (page + 1) * WORKS // PAGES)
        words = "某人：《论某一问题》，第5页"
        note = "{{src}}`{words} <k{n}@5>`" if citations else "{words}"
        text = [f"第{n}段，关于外交政策与安全结构的关系。[^n-{n}]\n" for n in numbers]
        notes = [f"[^n-{n}]: {note.format(words=words, n=n)}。\n" for n in numbers]
        files[f"p{page}.md"] = "\n".join([f"# 第{page}篇\n", *text, *notes])
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")


def processor_seconds(source: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "sphinx", "-q", "-E", str(source), str(source / "_build")]
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_citations_cost_at_most_three_times_the_pages(tmp_path: Path) -> None:
    for name, citations in (("plain", False), ("cited", True)):
        write_project(tmp_path / name, citations=citations)
    # The better of two runs in turn: other work on the machine slows single ones.
    runs = [
        (processor_seconds(tmp_path / "plain"), processor_seconds(tmp_path / "cited"))
        for _ in range(2)
    ]
    plain, cited = (min(seconds) for seconds in zip(*runs, strict=True))
    html = (tmp_path / "cited/_build/works.html").read_text(encoding="utf-8")
    assert html.count('class="cited-by"') == WORKS
    assert cited <= LIMIT * plain, f"{cited:.1f} s against {plain:.1f} s"
    print(f"{cited:.1f} s against {plain:.1f} s: {cited / plain:.1f}")
