"""Nothing of a seed acts as markup: in all editions it appears as the characters it is."""

import re
import zipfile
from html import unescape
from pathlib import Path

import pypdf
import pytest
from support import copy_of_repository, run_edition

HOSTILE = [
    "```{include} ../conf.py",
    "{include}`x` {eval-rst}",
    "<script>alert(1)</script>",
    "[^x]: 假注",
    '#read("/etc/hosts") #include "x" $sum$ @label <label>',
    r"\input{/etc/hosts} \\ \* \end{document}",
    "![](../../etc/hosts)",
    "{{ jinja }} {% raw %} |sub| :ref:`x` `y`_",
    "<!-- x --> &lt;b&gt; &amp;",
]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_of_repository(tmp_path_factory.mktemp("hostile") / "edition")
    for path in [*(root / "seeds").iterdir(), *(root / "docs/texts").iterdir()]:
        path.unlink()
    lines = [
        f"这一段里有不该执行的字样：{words}，它们只是文字，仅此而已，别无他意，照录不误。"
        for words in HOSTILE
    ]
    clip = root.parent / "hostile.txt"
    clip.write_text(
        "2025 оны 3-р сарын 2\n\n标题里也有<b>标签</b>与反撇`号\n"
        + "\n".join(lines)
        + "\n\n2025 оны 3-р сарын 4\n",
        encoding="utf-8",
    )
    added = run_edition(root, "add", str(clip))
    assert added.returncode == 0, added.stderr
    done = run_edition(root, "build")
    assert done.returncode == 0, done.stderr
    return root / "docs/_build"


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("words", HOSTILE)
def test_in_html(output: Path, words: str) -> None:
    page = (output / "html/texts/hostile.html").read_text(encoding="utf-8")
    text = bare(unescape(re.sub(r"<[^>]+>", "", page)))
    assert bare(words) in text
    assert "<script>alert" not in page


@pytest.mark.parametrize("words", HOSTILE)
def test_in_epub(output: Path, words: str) -> None:
    (book,) = (output / "epub").glob("*.epub")
    with zipfile.ZipFile(book) as archive:
        page = archive.read("texts/hostile.xhtml").decode("utf-8")
    assert bare(words) in bare(unescape(re.sub(r"<[^>]+>", "", page)))


@pytest.mark.parametrize("words", HOSTILE)
def test_in_pdf(output: Path, words: str) -> None:
    text = "".join(
        page.extract_text() for page in pypdf.PdfReader(output / "pdf/texts/hostile.pdf").pages
    )
    assert bare(words) in bare(text)
