"""The search page under the hands of a reader: typing, keys, addresses, what is said aloud."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

LITERAL = re.compile(r"^“.+”\d+处，\d+段，见于\d+篇。$")


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    """The address of the site on a server of this machine."""
    handler = functools.partial(Silent, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(params=["file", "http"])
def root(request: pytest.FixtureRequest, site: Path) -> str:
    """The address of the site: as a folder, and on a server."""
    if request.param == "file":
        return site.as_uri() + "/"
    address: str = request.getfixturevalue("served")
    return address


@pytest.fixture
def search(page: Page, site: Path) -> Page:
    page.goto((site / "search.html").as_uri())
    return page


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox")


def said(page: Page) -> str:
    """What the live region says, once it says something."""
    status = page.locator("#passages-status")
    status.filter(has_text=re.compile("。")).wait_for()
    return status.inner_text()


def show_all(page: Page) -> None:
    """Press every button that shows more of a text; it goes when it is pressed."""
    page.locator(".passages-text .passages-more").evaluate_all("all => all.forEach(b => b.click())")


def focused(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.className || document.activeElement.id")
    return found


def test_instant_as_one_types(page: Page, root: str) -> None:
    page.goto(root + "search.html")
    field(page).press_sequentially("北约", delay=20)
    assert LITERAL.match(said(page))
    assert page.locator(".passages-snippet mark").first.inner_text() == "北约"
    assert parse_qs(urlsplit(page.url).query) == {"q": ["北约"]}
    field(page).press_sequentially("的")
    page.locator("#passages-status", has_text="“北约的”").wait_for()


def test_the_field_has_the_focus_at_once(search: Page) -> None:
    assert focused(search) == "passages-query"


def test_an_address_can_be_shared(page: Page, root: str) -> None:
    page.goto(f"{root}search.html?q=%E5%8C%97%E7%BA%A6&check_keywords=yes&area=default")
    assert said(page).startswith("“北约”")
    assert field(page).input_value() == "北约"
    assert page.title().startswith("“北约” - ")


def test_the_side_bar_of_a_text_leads_to_the_results(page: Page, root: str) -> None:
    page.goto(root + "index.html")
    page.locator(".sidebar-search").fill("乌兰巴托")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    assert said(page).startswith("“乌兰巴托”")


def test_arrows_enter_and_escape(search: Page) -> None:
    field(search).fill("北约")
    said(search)
    search.locator(".passages-link").first.wait_for()
    search.keyboard.press("ArrowDown")
    search.keyboard.press("ArrowDown")
    links = search.locator(".passages-link")
    assert links.nth(1).evaluate("link => link === document.activeElement")
    search.keyboard.press("ArrowUp")
    search.keyboard.press("ArrowUp")
    assert focused(search) == "passages-query"
    search.keyboard.press("ArrowDown")
    search.keyboard.press("Escape")
    assert focused(search) == "passages-query"
    search.keyboard.press("Escape")
    assert field(search).input_value() == ""
    links.first.wait_for(state="detached")
    assert urlsplit(search.url).query == ""


def test_enter_opens_the_passage_with_its_mark(page: Page, root: str) -> None:
    page.goto(root + "search.html")
    field(page).fill("北约")
    said(page)
    page.locator(".passages-link").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"\?q=.*#"))
    assert page.locator("mark.passages-hit").first.inner_text() == "北约"


def test_slash_leads_to_the_search(page: Page, site: Path) -> None:
    root = site.as_uri() + "/"
    page.goto(root + "index.html")
    page.keyboard.press("/")
    assert page.locator(".sidebar-search").evaluate("field => field === document.activeElement")
    page.keyboard.type("a/b")
    assert page.locator(".sidebar-search").input_value() == "a/b"
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(root + "about.html")
    page.keyboard.press("/")
    page.wait_for_url("**/search.html")


def test_slash_can_be_turned_off(page: Page, site: Path) -> None:
    """WCAG 2.2, 2.1.4: a shortcut of one character can be turned off."""
    root = site.as_uri() + "/"
    page.goto(root + "search.html")
    page.get_by_text("检索说明").click()
    page.get_by_role("checkbox", name="进入检索").uncheck()
    page.goto(root + "index.html")
    page.keyboard.press("/")
    assert not page.locator(".sidebar-search").evaluate("field => field === document.activeElement")
    page.goto(root + "search.html")
    page.get_by_text("检索说明").click()
    assert not page.get_by_role("checkbox", name="进入检索").is_checked()


def test_while_an_input_method_composes_nothing_is_searched(search: Page) -> None:
    search.evaluate(
        """() => {
          const field = document.getElementById("passages-query");
          field.value = "bei";
          field.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
        }"""
    )
    search.wait_for_timeout(300)
    assert search.locator("#passages-status").inner_text() == ""
    search.evaluate(
        """() => {
          const field = document.getElementById("passages-query");
          field.value = "北约";
          field.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
        }"""
    )
    assert said(search).startswith("“北约”")


def test_the_last_letters_win(search: Page) -> None:
    """Answers that come late do not replace newer ones."""
    search.evaluate(
        """() => {
          const field = document.getElementById("passages-query");
          for (const query of ["从来没有人写过的话", "北约"]) {
            field.value = query;
            field.form.requestSubmit();
          }
        }"""
    )
    search.wait_for_timeout(300)
    assert said(search).startswith("“北约”")


def test_headings_come_first_then_bodies_then_notes(search: Page) -> None:
    field(search).fill("北约")
    said(search)
    search.locator(".passages-text").first.wait_for()
    show_all(search)
    order = ["标题", "正文", "注释", "文献", "编辑说明"]
    for text in search.locator(".passages-text").all():
        kinds = [
            where.split(" · ")[0] for where in text.locator(".passages-where").all_inner_texts()
        ]
        assert kinds == sorted(kinds, key=order.index)


def test_more_of_a_text_is_shown_on_demand_and_takes_the_focus(search: Page) -> None:
    field(search).fill("蒙古国")
    said(search)
    text = search.locator(".passages-text", has=search.locator(".passages-more")).first
    title = text.locator("h2").inner_text()
    text = search.locator(".passages-text", has_text=title).first
    assert text.locator(".passages-link").count() == 5
    text.locator(".passages-more").click()
    assert text.locator(".passages-link").count() > 5
    assert text.locator(".passages-link").nth(5).evaluate("a => a === document.activeElement")


def test_the_counts_are_right(search: Page) -> None:
    field(search).fill("乌兰巴托")
    counts = [int(number) for number in re.findall(r"\d+", said(search))]
    show_all(search)
    passages = search.locator(".passages-link").count()
    texts = search.locator(".passages-text").count()
    by_text = search.locator(".passages-byline").all_inner_texts()
    hits = sum(int(re.findall(r"(\d+)处", line)[-1]) for line in by_text)
    assert counts == [hits, passages, texts]


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("北约乌兰巴托", ["北约", "乌兰巴托"]),
        ("俄罗斯 北约 韧性", ["俄罗斯", "北约", "韧性"]),
        ("俄罗斯关于北约的韧性", ["俄罗斯", "北约", "韧性"]),
    ],
)
def test_a_partial_match_is_named_as_such(search: Page, query: str, terms: list[str]) -> None:
    field(search).fill(query)
    search.keyboard.press("Enter")
    status = said(search)
    assert status.startswith(f"没有与“{query}”逐字相符的文字。以下为部分匹配")
    marked = set(search.locator(".passages-snippet mark").all_inner_texts())
    assert marked and marked & set(terms)
    search.locator(".passages-link").first.click()
    search.locator("mark.passages-hit").first.wait_for()
    assert set(search.locator("mark.passages-hit").all_inner_texts()) & set(terms)


def test_what_is_nowhere_is_said_to_be_nowhere(search: Page) -> None:
    field(search).fill("zzqqxx")
    search.keyboard.press("Enter")
    assert said(search) == "没有找到“zzqqxx”，也没有相近的段落。"


def test_what_a_reader_types_is_never_markup(search: Page) -> None:
    field(search).fill("<img src=x onerror=alert(1)>北约")
    search.keyboard.press("Enter")
    assert "<img" in said(search)
    assert search.locator("#passages-results img, #passages-status img").count() == 0


def test_names_and_roles(search: Page) -> None:
    assert search.get_by_role("heading", level=1).all_inner_texts() == ["检索"]
    assert search.get_by_role("searchbox", name="检索全部正文、注释、标题与文献").count() == 1
    assert search.get_by_role("search").count() == 1
    assert search.get_by_role("status").count() == 1
    field(search).fill("北约")
    said(search)
    button = search.locator(".passages-text .passages-more").first
    # WCAG 2.2, 2.5.3: the name begins with what is seen.
    assert (button.get_attribute("aria-label") or "").startswith(button.inner_text() + "：《")


def test_nothing_is_asked_of_other_sites_and_nothing_breaks_the_policy(
    page: Page, served: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served}search.html?q=%E5%8C%97%E7%BA%A6%E7%9A%84%E9%9F%A7%E6%80%A7%E5%90%97")
    said(page)
    page.locator(".passages-link").first.click()
    page.wait_for_url("**/texts/**")
    assert asked and all(url.startswith(served) for url in asked)
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
