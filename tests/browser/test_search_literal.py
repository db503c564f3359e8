"""Every string of the edition is found, and nothing else: in a real browser, on the real texts."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.search_driver import Verdict, ask, follow, precision, recall, verdicts
from tests.browser.search_sample import Block, blocks, loose, sample

if TYPE_CHECKING:
    from playwright.sync_api import Page

EACH = 12
"""Queries of every kind; there are 20 kinds."""

IN_VIEW = """() => {
  const box = document.querySelector("mark.passages-hit").getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
}"""


@pytest.fixture(scope="module")
def shown(site: Path) -> list[Block]:
    return blocks(site)


@pytest.fixture
def search(page: Page, site: Path) -> Page:
    page.goto((site / "search.html").as_uri())
    return page


def test_sampled_queries(search: Page, shown: list[Block]) -> None:
    seed = int(os.environ.get("SEARCH_SEED", random.SystemRandom().randrange(10**9)))
    print(f"sampled afresh; to repeat: SEARCH_SEED={seed}")
    queries = sample(shown, random.Random(seed), EACH)
    assert len(queries) >= 200
    judged = verdicts(search, queries, shown)
    missed = [(verdict.query, verdict.missed) for verdict in judged if verdict.missed]
    assert missed == [], f"SEARCH_SEED={seed}"
    assert recall(judged) == 1.0
    wrong = [(verdict.query, verdict.wrong) for verdict in judged if verdict.wrong]
    assert precision(judged) >= 0.99, f"SEARCH_SEED={seed}: {wrong}"
    assert all(is_marked(verdict) for verdict in judged), f"SEARCH_SEED={seed}"


def is_marked(verdict: Verdict) -> bool:
    """Whether every snippet marks the query, and nothing else."""
    sought = loose(verdict.query.text)
    return all(
        link.marked and all(comparable(mark, sought) for mark in link.marked)
        for link in verdict.answer.links
    )


def comparable(mark: str, sought: str) -> bool:
    return loose(mark).strip('"-') == sought.strip('"-')


def test_what_is_marked_on_the_page_that_a_result_opens(search: Page, shown: list[Block]) -> None:
    seed = int(os.environ.get("SEARCH_SEED", random.SystemRandom().randrange(10**9)))
    print(f"sampled afresh; to repeat: SEARCH_SEED={seed}")
    rng = random.Random(seed)
    queries = [query.text for query in sample(shown, rng, 1)]
    answers = ask(search, queries)
    for query, answer in zip(queries, answers, strict=True):
        link = rng.choice(answer.links)
        where = f"SEARCH_SEED={seed}: {query} in {link.href}"
        block, marked = follow(search, link)
        assert loose(link.snippet.strip("…")) in loose(block), where
        assert loose(query).strip('"-') in loose(marked), where
        search.wait_for_function(IN_VIEW, timeout=5000)


def test_results_at_one_anchor_lead_to_different_blocks(search: Page) -> None:
    """Entries of a list, say: they have no ids of their own."""
    links = [link for link in ask(search, ["2022"])[0].links if "bibliography" in link.href]
    assert any("&n=" in link.href for link in links)
    opened = [follow(search, link)[0] for link in links[:6]]
    for link, block in zip(links, opened, strict=False):
        assert loose(link.snippet.strip("…")) in loose(block)
    assert len({link.href for link in links}) == len(links)


# Strings that have failed in searches for Chinese: see the comment beside each.
TRAPS = [
    ("上海合作组织", ["上海合作组织"]),  # jieba cuts it, a query that is not cut misses it
    ("沪合作", []),  # nowhere: the middle of no word
    ("2014年", ["2014年", "2014 年"]),  # digits and Han
    ("НАТО", ["НАТО"]),
    ("北約", ["北约"]),  # traditional
    ("後蘇聯空間", ["后苏联空间"]),
    ("ｎａｔｏ", ["NATO"]),  # full width, lower case
    ('"后苏联空间"', ["后苏联空间"]),  # straight quotation marks for curly ones
]


@pytest.mark.parametrize(("query", "printed"), TRAPS)
def test_traps(search: Page, shown: list[Block], query: str, printed: list[str]) -> None:
    holding = {block.url for block in shown if any(string in block.text for string in printed)}
    answer = ask(search, [query])[0]
    found = set() if answer.partial else {url for url, _ in answer.passages}
    if query.startswith('"'):
        assert found and found <= holding
    else:
        assert found == holding


@pytest.mark.parametrize("query", ["。", "“”", "  ", "——"])
def test_punctuation_alone_is_no_query(search: Page, query: str) -> None:
    search.locator("#passages-query").fill(query)
    search.keyboard.press("Enter")
    if query.strip():
        search.get_by_text("请输入文字或数字。").wait_for()
    assert search.locator(".passages-link").count() == 0
