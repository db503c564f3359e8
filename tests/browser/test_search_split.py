"""A large edition has a split index: it must find the same, and load little."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.search_driver import ask, precision, recall, verdicts
from tests.browser.search_sample import Query, blocks, sample, strings
from tests.browser.search_scale import Edition, grown, parts, read, site_with

if TYPE_CHECKING:
    from playwright.sync_api import Page

BUDGET = 300_000
"""Bytes, before compression, that a first query may load."""
TEXTS = 120


@pytest.fixture(scope="module")
def edition(site: Path) -> Edition:
    return read(site)


@pytest.fixture(scope="module")
def split(site: Path, edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The real site, its index split as if it were large."""
    yield site_with(site, tmp_path_factory.mktemp("split") / "site", parts(edition, whole=0))


@pytest.fixture(scope="module")
def large(edition: Edition) -> Edition:
    return grown(edition, TEXTS, random.Random(1))


@pytest.fixture(scope="module")
def large_site(site: Path, large: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_with(site, tmp_path_factory.mktemp("large") / "site", parts(large))


def loaded(page: Page) -> list[int]:
    """Keeps the sizes of the files of the index that a page asks for, in bytes on the disk."""
    sizes: list[int] = []
    page.on(
        "requestfinished",
        lambda request: (
            sizes.append(Path(request.url.split("?")[0].removeprefix("file://")).stat().st_size)
            if "/passages/index/" in request.url
            else None
        ),
    )
    return sizes


def test_a_split_index_finds_the_same(page: Page, site: Path, split: Path) -> None:
    seed = int(os.environ.get("SEARCH_SEED", random.SystemRandom().randrange(10**9)))
    print(f"sampled afresh; to repeat: SEARCH_SEED={seed}")
    shown = blocks(site)
    queries = sample(shown, random.Random(seed), 4)
    page.goto((split / "search.html").as_uri())
    judged = verdicts(page, queries, shown)
    assert [(verdict.query, verdict.missed) for verdict in judged if verdict.missed] == []
    assert recall(judged) == 1.0
    assert precision(judged) >= 0.99


def test_a_partial_match_in_a_split_index(page: Page, split: Path) -> None:
    page.goto((split / "search.html").as_uri())
    for query in ("北约乌兰巴托", "俄罗斯 北约 韧性"):
        answer = ask(page, [query])[0]
        assert answer.partial and answer.links


def test_a_first_query_loads_little(page: Page, large: Edition, large_site: Path) -> None:
    rng = random.Random(2)
    heaviest = 0
    queries = sample(strings(large.texts), rng, 1)
    queries += [Query("common", "蒙古国"), Query("partial", "俄罗斯关于北约的韧性")]
    for query in queries:
        context = page.context.browser.new_context()  # type: ignore[union-attr]
        first = context.new_page()
        sizes = loaded(first)
        first.goto(f"{(large_site / 'search.html').as_uri()}?q={query.text}")
        first.locator("#passages-status:not(:empty)").wait_for()
        assert sum(sizes) <= BUDGET, query
        heaviest = max(heaviest, sum(sizes))
        context.close()
    print(f"heaviest first query of {len(queries)} among {TEXTS} texts: {heaviest:,} bytes")


def test_strings_of_a_large_edition_are_found(page: Page, large: Edition, large_site: Path) -> None:
    seed = int(os.environ.get("SEARCH_SEED", random.SystemRandom().randrange(10**9)))
    print(f"sampled afresh; to repeat: SEARCH_SEED={seed}")
    shown = strings(large.texts)
    queries = [q for q in sample(shown, random.Random(seed), 3) if len(q.text) > 3]
    page.goto((large_site / "search.html").as_uri())
    judged = verdicts(page, queries, shown)
    assert [(verdict.query, verdict.missed) for verdict in judged if verdict.missed] == []
    assert precision(judged) >= 0.99


def test_there_is_more_on_demand(page: Page, large_site: Path) -> None:
    page.goto((large_site / "search.html").as_uri() + "?q=蒙古国")
    status = page.locator("#passages-status:not(:empty)")
    status.wait_for()
    before = status.inner_text()
    assert "至少" in before
    shown = page.locator(".passages-link").count()
    page.get_by_role("button", name="继续查找").click()
    page.wait_for_function(
        "before => document.getElementById('passages-status').textContent !== before", arg=before
    )
    assert page.locator(".passages-link").count() >= shown


def test_the_index_grows_with_the_texts_and_no_faster(edition: Edition) -> None:
    def size(count: int) -> int:
        made = parts(grown(edition, count, random.Random(3)), whole=0)
        return sum(len(str(value)) for value in made.values())

    assert size(80) < 2.2 * size(40)
