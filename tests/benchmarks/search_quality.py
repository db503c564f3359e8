"""How well the search finds, what its index weighs, how long a query takes.

    python tests/benchmarks/search_quality.py                     # on docs/_build/html
    python tests/benchmarks/search_quality.py SITE --each 50      # 50 queries of every kind
    python tests/benchmarks/search_quality.py --texts 5 50 500    # larger editions as well

Queries are cut at random from the built pages (see tests/browser/search_sample.py) and asked in
Chromium; recall and precision are counted in passages. Larger editions are made from the built one
(tests/browser/search_scale.py); what a first query loads is the sum of the files of the index that
the browser asks for, as they lie on the disk and as a server sends them (gzip).
"""

from __future__ import annotations

import argparse
import gzip
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Request, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "docs/_ext")]

from literal_search.index import files  # noqa: E402
from literal_search.normal import character_table, fold_table, normalise  # noqa: E402
from literal_search.words import vocabulary  # noqa: E402

from tests.browser.conftest import ARGUMENTS, CHROMIUM  # noqa: E402
from tests.browser.search_driver import precision, recall, verdicts  # noqa: E402
from tests.browser.search_sample import KINDS, Query, blocks, sample, strings  # noqa: E402
from tests.browser.search_scale import (  # noqa: E402
    FOLDER,
    Edition,
    grown,
    read,
    site_with,
)

# Searched often, found everywhere; and one that is found only in part.
HEAVY = [Query("common", "蒙古国"), Query("common", "的"), Query("partial", "俄罗斯关于北约的韧性")]
TIME = """async (queries) => {
  const times = [];
  for (const query of queries) {
    const start = performance.now();
    await Passages.engine.find(query);
    times.push(performance.now() - start);
  }
  return times;
}"""


def packed(path: Path) -> int:
    """Bytes of a file as a server sends it."""
    return len(gzip.compress(path.read_bytes(), 6))


def weigh(site: Path) -> tuple[int, int, int]:
    """Files of the index, their bytes, their bytes packed."""
    found = list((site / FOLDER).rglob("*.js"))
    return len(found), sum(p.stat().st_size for p in found), sum(map(packed, found))


def quality(page: Page, site: Path, each: int, rng: random.Random) -> None:
    """Print recall and precision by kind of query, and the time of a query."""
    shown = blocks(site)
    queries = sample(shown, rng, each)
    page.goto((site / "search.html").as_uri())
    judged = verdicts(page, queries, shown)
    times = sorted(page.evaluate(TIME, [query.text for query in queries]))
    print(f"{'kind':<12}{'queries':>8}{'passages':>10}{'recall':>9}{'precision':>11}")
    for kind in (*KINDS, "all"):
        chosen = [verdict for verdict in judged if kind in (verdict.query.kind, "all")]
        right = sum(verdict.right for verdict in chosen)
        line = f"{kind:<12}{len(chosen):>8}{right:>10}"
        print(f"{line}{recall(chosen):>9.4f}{precision(chosen):>11.4f}")
    for verdict in judged:
        if verdict.missed or verdict.wrong:
            print(f"  {verdict.query}: missed {verdict.missed or 0}, wrong {verdict.wrong or 0}")
    count, size, sent = weigh(site)
    print(f"index: {count} files, {size / 1000:.0f} kB, {sent / 1000:.0f} kB packed")
    late = times[len(times) * 95 // 100]
    print(f"query: median {statistics.median(times):.1f} ms, 95 % within {late:.1f} ms")


def first_query(browser: Browser, site: Path, query: str) -> tuple[int, int, float]:
    """Bytes of the index that a first query loads, the same packed, and the time in ms."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[Path] = []

    def note(request: Request) -> None:
        if "/passages/index/" in request.url:
            asked.append(Path(request.url.partition("?")[0].removeprefix("file://")))

    page.on("request", note)
    start = time.perf_counter()
    page.goto(f"{(site / 'search.html').as_uri()}?q={query}")
    page.locator("#passages-status:not(:empty)").wait_for()
    took = 1000 * (time.perf_counter() - start)
    context.close()
    return sum(p.stat().st_size for p in asked), sum(map(packed, asked)), took


def indexed(edition: Edition) -> dict[str, Any]:
    """The files of the index, made from the passages as a build makes them."""
    passages = [passage.text for text in edition.texts for passage in text.passages]
    (words,) = vocabulary([passages], [])
    fold = fold_table(passages, words, character_table())
    return files(edition.texts, {normalise(word, fold) for word in words}, fold)


def scale(browser: Browser, site: Path, counts: Sequence[int], rng: random.Random) -> None:
    """Print what the index of larger editions costs."""
    edition = read(site)
    print(
        f"{'texts':>6}{'characters':>12}{'build':>9}{'files':>7}{'index':>11}{'packed':>11}"
        f"{'first query: median':>23}{'most':>10}{'packed':>10}{'time':>9}  heaviest"
    )
    for count in counts:
        large = grown(edition, count, rng)
        start = time.process_time()
        made = indexed(large)
        built = time.process_time() - start
        print(row(browser, site, large, made, built, rng), flush=True)


def row(
    browser: Browser,
    site: Path,
    large: Edition,
    made: dict[str, Any],
    built: float,
    rng: random.Random,
) -> str:
    """The figures of one edition; `built` is the time for the files of its index, in seconds."""
    queries = [*sample(strings(large.texts), rng, 2), *HEAVY]
    with tempfile.TemporaryDirectory() as folder:
        target = site_with(site, Path(folder) / "site", made)
        count, size, sent = weigh(target)
        firsts = [first_query(browser, target, query.text) for query in queries]
    loaded, sent_first, times = zip(*firsts, strict=True)
    heaviest = queries[loaded.index(max(loaded))].text
    characters = sum(len(passage.text) for text in large.texts for passage in text.passages)
    return (
        f"{len(large.texts):>6}{characters:>12,}{built:>7.1f} s{count:>7}"
        f"{size / 1e6:>8.2f} MB{sent / 1e6:>8.2f} MB"
        f"{statistics.median(loaded) / 1000:>20.0f} kB{max(loaded) / 1000:>7.0f} kB"
        f"{max(sent_first) / 1000:>7.0f} kB{statistics.median(times):>6.0f} ms  {heaviest}"
    )


def main() -> int:
    """0 if every literal query found all that it must and precision is at least 0.99."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "docs/_build/html")
    parser.add_argument("--each", type=int, default=12, help="queries of every kind")
    parser.add_argument("--texts", type=int, nargs="*", default=[], help="sizes of larger editions")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    options = parser.parse_args()
    site = options.site.resolve()
    if not (site / "search.html").exists():
        parser.error(f"{site} is no built site: run `edition build` first")
    print(f"seed {options.seed}")
    rng = random.Random(options.seed)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        quality(browser.new_page(), site, options.each, rng)
        if options.texts:
            scale(browser, site, options.texts, rng)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
