"""Western runs in Chinese text, and their language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st
from language_runs import marked
from language_runs.runs import LETTER, find_runs
from sample_site import build_pages

MIXED = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab Zé’‘“”«»ЖяӨү19.,;:—…–（）《》，。中文国 \u00a0\u202f-/()[]'\""),
        # docutils keeps control characters for itself.
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    max_size=60,
)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[run.start : run.end], run.language) for run in find_runs(text)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("中文，没有西文。", []),
        ("2014年第5期，第119—137页", []),
        ("GDP的2%", [("GDP", "en")]),
        ("（resilience）议程", [("resilience", "en")]),
        ("21ZZD004", [("21ZZD004", "en")]),
        # Quotation marks and apostrophes that belong to the western words.
        ("Mongolia’s Quest", [("Mongolia’s Quest", "en")]),
        ("the countries’ policy", [("the countries’ policy", "en")]),
        (
            "Shea, “Resilience: A Core Element,” March 30, 2016",
            [("Shea, “Resilience: A Core Element,” March 30, 2016", "en")],
        ),
        (
            "参见Campi, “Mongolia in Northeast Asia,” p. 47；",
            [("Campi, “Mongolia in Northeast Asia,” p. 47", "en")],
        ),
        ("“Resilience,”载", [("“Resilience,”", "en")]),
        ("“Foo Bar”", [("“Foo Bar”", "en")]),
        ("B. “Foo ‘bar’ baz” end", [("B. “Foo ‘bar’ baz” end", "en")]),
        # Quotation marks of the Chinese sentence.
        ("所谓“Third Neighbor”政策", [("Third Neighbor", "en")]),
        ("“Mongolia与中国”关系", [("Mongolia", "en")]),
        ("“中国Foo”bar", [("Foo", "en"), ("bar", "en")]),
        # Dashes and ellipses.
        ("NATO—EU", [("NATO—EU", "en")]),
        ("——Foo……", [("Foo", "en")]),
        # Cyrillic: Russian, and Mongolian by its own letters.
        ("ИА «Забинфо»报道", [("ИА «Забинфо»", "ru")]),
        ("Гадаад бодлого", [("Гадаад бодлого", "ru")]),
        ("Өвөр Монгол", [("Өвөр Монгол", "mn")]),
        ("ИА «Забинфо» Kremlin", [("ИА «Забинфо»", "ru"), ("Kremlin", "en")]),
        # Addresses are no words.
        ("见 https://example.org/a?b=c 。", []),
        ("Foo, https://example.org/a. Bar", [("Foo,", "en"), ("Bar", "en")]),
    ],
)
def test_runs(text: str, runs: list[tuple[str, str]]) -> None:
    assert found(text) == runs


@given(MIXED)
def test_text_is_unchanged(text: str) -> None:
    assert "".join(node.astext() for node in marked(text, find_runs(text))) == text


@given(MIXED)
def test_runs_are_in_order_apart_and_without_chinese(text: str) -> None:
    at = 0
    for run in find_runs(text):
        words = text[run.start : run.end]
        assert at <= run.start < run.end <= len(text)
        assert LETTER.search(words)
        assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", words)
        assert words == words.strip(" \u00a0")
        at = run.end


@given(MIXED)
def test_every_western_letter_is_in_a_run_or_an_address(text: str) -> None:
    covered = {i for run in find_runs(text) for i in range(run.start, run.end)}
    for address in re.finditer(r"(?:https?|ftp)://[!-~]+", text):
        covered |= set(range(*address.span()))
    assert all(i in covered for i, char in enumerate(text) if LETTER.match(char))


@given(MIXED)
def test_marking_again_finds_nothing_new(text: str) -> None:
    """What is outside the runs holds no run of its own."""
    for node in marked(text, find_runs(text)):
        if isinstance(node, nodes.Text) and "://" not in node:
            assert find_runs(str(node)) == []


def test_marks_in_paragraphs_notes_links_and_headings_but_not_in_code(tmp_path: Path) -> None:
    page = """\
# 论 Resilience 一词

{strong}`重申Mongolia立场`，见[Third Neighbor](https://example.org)，`code here`。[^a]

[^a]: ИА «Забинфо», “Foo,” p. 1.
"""
    html = build_pages(tmp_path, {"index.md": page}).read("index.html")
    assert '<h1>论 <span lang="en">Resilience</span> 一词' in html
    assert '<strong>重申<span lang="en">Mongolia</span>立场</strong>' in html
    assert 'href="https://example.org"><span lang="en">Third Neighbor</span></a>' in html
    assert '<span lang="ru">ИА «Забинфо», “</span>' not in html
    assert '<span class="pre">code</span> <span class="pre">here</span>' in html


def test_a_stretch_whose_language_is_given_is_left_alone(tmp_path: Path) -> None:
    page = "# 题\n\n{.language-en}\nAll English, “quoted.”\n"
    html = build_pages(tmp_path, {"index.md": page}).read("index.html")
    assert '<p lang="en">All English, “quoted.”</p>' in html


@pytest.mark.parametrize("sign", " \u00a0,.;:/|–—…-·•*")
def test_a_run_does_not_begin_with_loose_punctuation(sign: str) -> None:
    assert found(f"见{sign}NATO同") == [("NATO", "en")]
