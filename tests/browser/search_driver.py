"""Works the search page as a reader does, many queries in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.browser.search_sample import Block, Query, Truth, loose, truth

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Types each query, waits until the page speaks of it, shows all results and reads them.
DRIVE = """async (queries) => {
  const field = document.getElementById("passages-query");
  const status = document.getElementById("passages-status");
  const results = document.getElementById("passages-results");
  const rest = document.getElementById("passages-rest");
  const settled = async (done) => {
    for (let i = 0; i < 2000 && !done(); i++) await new Promise((go) => setTimeout(go, 2));
    if (!done()) throw new Error(`no answer to ${field.value}`);
  };
  const answers = [];
  for (const query of queries) {
    status.textContent = "";
    field.value = query;
    const start = performance.now();
    field.form.requestSubmit();
    await settled(() => status.textContent.includes(`“${query}”`));
    const time = performance.now() - start;
    while (!rest.hidden) {
      const before = status.textContent + rest.textContent;
      rest.click();
      await settled(() => rest.hidden || status.textContent + rest.textContent !== before);
    }
    results.querySelectorAll(".passages-text .passages-more").forEach((button) => button.click());
    let found = await Passages.engine.find(query);
    const passages = [...found.passages];
    while (found.rest.length) {
      found = await Passages.engine.more(found);
      passages.push(...found.passages);
    }
    answers.push({
      status: status.textContent,
      partial: results.classList.contains("passages-partial"),
      time,
      links: [...results.querySelectorAll(".passages-link")].map((link) => ({
        href: link.href,
        snippet: link.querySelector(".passages-snippet").textContent,
        marked: [...link.querySelectorAll("mark")].map((mark) => mark.textContent),
      })),
      passages: passages.map(({ text, words }) => [text[1], words]),
    });
  }
  return answers;
}"""


@dataclass(frozen=True)
class Link:
    """A result as the reader sees it: address with the query, snippet, what is marked in it."""

    href: str
    snippet: str
    marked: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What the page says to a query.

    `time` in milliseconds, until it says so; `passages` are the pages and the whole passages of
    which `links` show parts.
    """

    status: str
    partial: bool
    time: float
    links: tuple[Link, ...]
    passages: tuple[tuple[str, str], ...]


def ask(page: Page, queries: Sequence[str]) -> list[Answer]:
    """The answers of an open search page."""
    answers = []
    for found in page.evaluate(DRIVE, list(queries)):
        links = tuple(
            Link(link["href"], link["snippet"], tuple(link["marked"])) for link in found["links"]
        )
        passages = tuple((url, words) for url, words in found["passages"])
        assert len(links) == len(passages), found["status"]
        answers.append(Answer(found["status"], found["partial"], found["time"], links, passages))
    return answers


@dataclass(frozen=True)
class Verdict:
    """An answer held against the truth, in passages."""

    query: Query
    answer: Answer
    right: int
    missed: frozenset[tuple[str, str]]
    wrong: frozenset[tuple[str, str]]


def judge(query: Query, answer: Answer, known: Truth) -> Verdict:
    """A partial match finds nothing of what a literal query must find."""
    passages = () if answer.partial else answer.passages
    found = frozenset((url, loose(words)) for url, words in passages)
    return Verdict(query, answer, len(found & known.may), known.must - found, found - known.may)


def verdicts(page: Page, queries: Sequence[Query], shown: list[Block]) -> list[Verdict]:
    """Ask all queries and judge all answers."""
    looser: dict[str, str] = {}
    answers = ask(page, [query.text for query in queries])
    return [
        judge(query, answer, truth(query.text, shown, looser))
        for query, answer in zip(queries, answers, strict=True)
    ]


MARKED = """mark => {
  const names = "p, h1, h2, h3, h4, h5, h6, dt, dd, li, td, th, pre";
  const block = mark.closest(names).cloneNode(true);
  block.querySelectorAll(".footnote-reference, .headerlink, .page-milestone, .label, .no-search")
    .forEach((element) => element.remove());
  return block.textContent;
}"""


def follow(page: Page, link: Link) -> tuple[str, str]:
    """Open a result: the text of the block where the first mark stands, and all that is marked."""
    page.goto("about:blank")  # else a link to another place of the same page would not load it
    page.goto(link.href)
    marks = page.locator("mark.passages-hit")
    marks.first.wait_for()
    return marks.first.evaluate(MARKED), "".join(marks.all_inner_texts())


def recall(judged: Sequence[Verdict]) -> float:
    """Share of the passages that must be found which are found."""
    right = sum(verdict.right for verdict in judged)
    missed = sum(len(verdict.missed) for verdict in judged)
    return right / (right + missed) if right + missed else 1.0


def precision(judged: Sequence[Verdict]) -> float:
    """Share of the passages found which hold the query."""
    right = sum(verdict.right for verdict in judged)
    wrong = sum(len(verdict.wrong) for verdict in judged)
    return right / (right + wrong) if right + wrong else 1.0
