"""The cite box and the citations of places, in a browser: one click copies."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

STYLES = ("gbt2025", "gbt2015", "chicago", "apa", "mla")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site over HTTP on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def names(site: Path) -> dict[str, str]:
    """Of the texts: one with pages of its source, and one by a machine."""
    found: dict[str, str] = {}
    for path in sorted((site / "texts").glob("*.html")):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        if page.select("details.cite-warning") and "机器生成" in page.select("summary")[0].text:
            found["machine"] = path.name
        elif page.select('[id^="pg-"]'):
            found["paged"] = path.name
    return found


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader who lets the page write to the clipboard."""
    opened = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    opened.grant_permissions(["clipboard-read", "clipboard-write"])
    yield opened
    opened.close()


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()")).replace("\r\n", "\n")


def says(page: Page, where: str, words: str) -> None:
    """Wait until a status says `words`."""
    page.locator(where, has_text=words).wait_for()


def open_box(page: Page, address: str) -> None:
    page.goto(address)
    page.click("#cite-this > summary")


def test_one_click_copies_each_citation(
    context: BrowserContext, address: str, names: dict[str, str]
) -> None:
    page = context.new_page()
    open_box(page, f"{address}/texts/{names['paged']}")
    for style in STYLES:
        page.check(f'#cite-this input[value="{style}"]')
        entries = page.locator(f'#cite-this .cite-entry[data-style="{style}"]')
        assert entries.count() >= 2
        assert page.locator("#cite-this .cite-entry:visible").count() == entries.count()
        for number in range(entries.count()):
            entry = entries.nth(number)
            entry.locator(".cite-copy").click()
            says(page, "#cite-this .cite-status", "已复制")
            assert clipboard(page) == entry.locator(".cite-text").inner_text()


def test_the_day_of_reading_is_filled_in(
    context: BrowserContext, address: str, names: dict[str, str]
) -> None:
    page = context.new_page()
    open_box(page, f"{address}/texts/{names['paged']}")
    today = date.today()
    days = {str(today), str(today - timedelta(days=1))}  # the test may run past midnight
    assert set(page.locator(".cite-accessed").all_text_contents()) <= days
    assert "9999-12-31" not in page.locator("#cite-this .cite-body").inner_text()
    assert "引用日期" not in page.locator("#cite-this .cite-body").inner_text()


def test_a_paragraph_is_copied_with_page_id_version_and_link(
    context: BrowserContext, address: str, names: dict[str, str]
) -> None:
    page = context.new_page()
    page.goto(f"{address}/texts/{names['paged']}")
    paragraph = page.locator('p[id^="p"]:has([id^="pg-"])').first
    id_ = str(paragraph.get_attribute("id"))
    number = paragraph.locator('[id^="pg-"]').first.get_attribute("id").removeprefix("pg-")  # type: ignore[union-attr]
    paragraph.hover()
    page.click(f"#{id_} + .cite-here")
    says(page, ".cite-dialog .cite-status", "已复制")
    copied = clipboard(page)
    assert f"段{id_}" in copied
    assert number in copied
    assert "版. " in copied
    assert f"#{id_}" in copied
    # The pages on which the paragraph stands can be cited too.
    page.locator(".cite-dialog select").first.select_option(f"pg-{number}")
    links = page.locator(".cite-dialog .cite-text").last
    assert links.inner_text().endswith(f"#pg-{number}")
    page.locator(".cite-dialog .cite-copy").last.click()
    says(page, ".cite-dialog .cite-status", "链接")
    assert clipboard(page).endswith(f"#pg-{number}")


def test_a_link_that_was_copied_leads_to_its_paragraph(
    context: BrowserContext, address: str, names: dict[str, str]
) -> None:
    page = context.new_page()
    page.goto(f"{address}/texts/{names['machine']}")
    page.locator(".cite-here").first.dispatch_event("click")
    link = page.locator(".cite-dialog .cite-text").last.inner_text()
    id_ = link.partition("#")[2]
    page.goto(f"{address}/texts/{names['machine']}#{id_}")
    assert page.locator(f"#{id_}").evaluate("element => element.matches(':target')")


def test_no_place_of_a_machines_text_is_cited_under_a_name(
    context: BrowserContext, address: str, names: dict[str, str]
) -> None:
    page = context.new_page()
    page.goto(f"{address}/texts/{names['machine']}")
    page.locator(".cite-here").first.dispatch_event("click")
    style = page.locator(".cite-dialog select").last
    for name in STYLES:
        style.select_option(name)
        cited = page.locator(".cite-dialog .cite-text").all_inner_texts()[:-1]
        assert len(cited) == 1
        assert "AI摘要（机器生成）" in cited[0].split("本版编者")[0]


def test_the_dialog_works_by_keyboard(
    context: BrowserContext, address: str, names: dict[str, str]
) -> None:
    page = context.new_page()
    page.goto(f"{address}/texts/{names['machine']}")
    button = page.locator(".cite-here").first
    button.focus()
    assert button.evaluate("element => getComputedStyle(element).opacity") == "1"
    page.keyboard.press("Enter")
    assert page.locator(".cite-dialog").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".cite-dialog").is_visible()
    assert button.evaluate("element => element === document.activeElement")


def test_where_nothing_hovers_a_tap_shows_the_button(
    chromium: Browser, address: str, names: dict[str, str]
) -> None:
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(f"{address}/texts/{names['machine']}")
    button = page.locator(".cite-here").first
    assert button.evaluate("element => getComputedStyle(element).opacity") == "0"
    page.locator("p:has(+ .cite-here)").first.tap(position={"x": 30, "y": 10})
    assert button.evaluate("element => getComputedStyle(element).opacity") == "1"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_the_text_of_a_paragraph_stays_its_text(
    context: BrowserContext, address: str, names: dict[str, str], site: Path
) -> None:
    source = (site / "texts" / names["paged"]).read_text(encoding="utf-8")
    built = [p.text for p in BeautifulSoup(source, "html.parser").select('p[id^="p"]')]
    page = context.new_page()
    page.goto(f"{address}/texts/{names['paged']}")
    assert page.locator('p[id^="p"]').evaluate_all("all => all.map(p => p.textContent)") == built


def test_without_a_script_all_citations_are_text(
    chromium: Browser, address: str, names: dict[str, str]
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    open_box(page, f"{address}/texts/{names['paged']}")
    assert page.locator("#cite-this .cite-text:visible").count() >= 2
    assert page.locator("#cite-this .cite-copy:visible").count() == 0
    page.check('#cite-this input[value="mla"]')
    assert page.locator('#cite-this [data-style="mla"]').first.is_visible()
    context.close()


def test_it_works_from_a_plain_folder(
    context: BrowserContext, site: Path, names: dict[str, str]
) -> None:
    page = context.new_page()
    open_box(page, (site / "texts" / names["paged"]).as_uri())
    page.locator("#cite-this .cite-copy:visible").first.click()
    says(page, "#cite-this .cite-status", "已复制")
