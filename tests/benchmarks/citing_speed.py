"""What a thousand works cited a thousand times cost: the same pages with and without them.

python tests/benchmarks/citing_speed.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORKS = 1000
PAGES = 20
EXTENSIONS = Path(__file__).parents[2] / "docs/_ext"
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
    extensions = ["myst_parser", "work_links"] if citations else ["myst_parser"]
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


def seconds(source: Path) -> float:
    """How long a build from nothing takes."""
    command = [sys.executable, "-m", "sphinx", "-q", "-E", str(source), str(source / "_build")]
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Print both times and their ratio; the better of three runs in turn counts."""
    with tempfile.TemporaryDirectory() as folder:
        plain, cited = Path(folder, "plain"), Path(folder, "cited")
        write_project(plain, citations=False)
        write_project(cited, citations=True)
        runs = [(seconds(plain), seconds(cited)) for _ in range(3)]
        html = (cited / "_build/works.html").read_text(encoding="utf-8")
    if html.count('class="cited-by"') != WORKS:
        sys.exit("not every work lists the places that cite it")
    without, with_ = (min(times) for times in zip(*runs, strict=True))
    print(f"{WORKS} works, {WORKS} citations, {PAGES} pages")
    print(f"without  {without:6.2f} s")
    print(f"with     {with_:6.2f} s")
    print(f"ratio    {with_ / without:6.2f}")


if __name__ == "__main__":
    main()
