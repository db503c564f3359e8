"""The built pages hold each text whole: title, headings, paragraphs, notes, page breaks.

The counts are those of a careful reading of the sources; the words are compared with what the
source itself has, white space and recorded changes apart.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from support import ROOT, Built

BLANK = re.compile(r"\s+")


@dataclass(frozen=True)
class Expected:
    """What a careful reading found in a source."""

    title: str
    paragraphs: int
    headings: int
    notes: int
    breaks: int
    emphasis: int = 0


EXPECTED = {
    "000": Expected("蒙古国同北约“全球伙伴关系”发展的动因及前景分析", 6, 6, 0, 0),
    "001": Expected("缘何蒙古国仍未正式加入上海合作组织？", 35, 4, 61, 18),
    "002": Expected("蒙古的逃亡者困境：应对朝鲜半岛的分裂", 35, 5, 0, 0),
    "003": Expected("北约强化韧性建设：动机、影响及制约", 29, 15, 54, 18),  # 53 and the author's
    "004": Expected("从俄罗斯全球战略视角剖析俄哈关系安全模式", 45, 9, 0, 0, 55),
}


@cache
def parsed(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def page(built: Built, number: str) -> Tag:
    """The article of the page that says it is made from this seed."""
    (seed,) = (ROOT / "seeds").glob(f"{number}_*.txt")
    for path in sorted((built.html / "texts").glob("*.html")):
        meta = parsed(path).find("meta", attrs={"name": "edition.seed"})
        if isinstance(meta, Tag) and meta["content"] == seed.name:
            article = parsed(path).find("main")
            assert isinstance(article, Tag)
            return article
    raise AssertionError(f"no page is made from {seed.name}")


def words(tag: Tag) -> str:
    """What is read in an element, without note marks, page numbers and links to itself."""
    copy = BeautifulSoup(str(tag), "html.parser")
    for extra in copy.select(".footnote-reference, .page-milestone, .headerlink, button, .label"):
        extra.decompose()
    return BLANK.sub("", copy.get_text())


def paragraphs(article: Tag) -> list[Tag]:
    return list(article.find_all("p", id=re.compile(r"^p[0-9]*-\d+$")))


@pytest.mark.parametrize("number", EXPECTED)
def test_counts(built: Built, number: str) -> None:
    article, expected = page(built, number), EXPECTED[number]
    (title,) = article.find_all("h1")
    assert words(title) == BLANK.sub("", expected.title)
    assert len(paragraphs(article)) == expected.paragraphs
    assert len(article.find_all(["h2", "h3", "h4"])) == expected.headings
    notes = article.find_all(id=re.compile(r"^n[\w-]+$"), role="doc-footnote")
    assert len(notes) == expected.notes
    assert len(article.find_all(attrs={"role": "doc-pagebreak"})) == expected.breaks
    if expected.emphasis:
        strong = [s for p in paragraphs(article) for s in p.find_all("strong")]
        assert len(strong) == expected.emphasis


@pytest.mark.parametrize("number", EXPECTED)
def test_every_note_is_called_and_every_call_answered(built: Built, number: str) -> None:
    article = page(built, number)
    calls = [a["href"].removeprefix("#") for a in article.find_all("a", role="doc-noteref")]
    notes = [n["id"] for n in article.find_all(role="doc-footnote")]
    assert sorted(calls) == sorted(notes)
    assert len(set(notes)) == len(notes)


@pytest.mark.parametrize("number", EXPECTED)
def test_paragraphs_are_the_words_of_the_source(built: Built, number: str) -> None:
    """Letters and digits of all paragraphs stand in the seed in the same order.

    Emendations are the record's; everything else may differ in punctuation and blanks alone.
    """
    (seed,) = (ROOT / "seeds").glob(f"{number}_*.txt")
    source = "".join(c for c in seed.read_text(encoding="utf-8") if c.isalnum())
    at = 0
    missed: list[str] = []
    for paragraph in paragraphs(page(built, number)):
        for run in re.findall(r"[\w]+", words(paragraph)):
            found = source.find(run.replace("_", ""), at)
            if found < 0:
                missed.append(run)
            elif found - at < 4000:  # a note block may lie between
                at = found
    emended = (seed.with_suffix(".toml")).read_text(encoding="utf-8").count("[[emendation]]")
    joined_over_notes = EXPECTED[number].breaks + EXPECTED[number].notes
    assert len(missed) <= emended + joined_over_notes, missed


@pytest.mark.parametrize("number", EXPECTED)
def test_no_markup_is_printed(built: Built, number: str) -> None:
    article = page(built, number)
    for paragraph in paragraphs(article):
        assert not re.search(r"\*\*|\{\w+\}`|\[\^|!\[\]", words(paragraph))
    text = article.get_text()
    assert "\u202f" not in "".join(words(p) for p in paragraphs(article))
    assert "SHA-256" in text
    assert next((ROOT / "seeds").glob(f"{number}_*.txt")).name in text


def test_original_pages_are_named(built: Built) -> None:
    for number, first, last in (("001", 71, 89), ("003", 119, 137)):
        article = page(built, number)
        for name in range(first, last + 1):
            assert article.find(id=f"pg-{name}") is not None


def test_the_machine_summary_says_so_first(built: Built) -> None:
    article = page(built, "000")
    warning = article.select_one(".nature")
    assert warning is not None
    assert "机器生成的摘要，不是论文。" in warning.get_text()
    first = paragraphs(article)[0]
    assert warning.sourceline is not None
    assert first.sourceline is not None
    assert warning.sourceline < first.sourceline
