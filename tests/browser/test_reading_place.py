"""How far a text was read is remembered in the browser, and offered when it is opened again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def read_to(page: Page, address: str, selector: str, kept: str = "") -> None:
    """Open a page at its beginning, scroll to an element, and rest until its place is kept."""
    open_again(page, address)
    page.evaluate("s => document.querySelector(s).scrollIntoView()", selector)
    page.wait_for_function(
        "kept => (localStorage.getItem(`place ${location.pathname}`) ?? '') === kept", arg=kept
    )


def open_again(page: Page, address: str) -> None:
    page.goto("about:blank")
    page.goto(address)


def test_a_place_is_remembered_for_its_text_alone(page: Page, site: Path) -> None:
    address = (site / "texts/nato-resilience.html").as_uri()
    read_to(page, address, "#p125-1", "p125-1")
    open_again(page, address)
    link = page.locator(".resume")
    assert link.inner_text() == "上次读到第125页"
    link.click()
    assert page.url.endswith("#p125-1")
    page.wait_for_function(
        "() => Math.abs(document.querySelector('#p125-1').getBoundingClientRect().top) < 200"
    )
    open_again(page, (site / "texts/mongolia-sco.html").as_uri())
    assert page.locator(".resume").count() == 0


def test_a_text_without_pages_counts_paragraphs(page: Page, site: Path) -> None:
    address = (site / "texts/russia-kazakhstan-security.html").as_uri()
    read_to(page, address, "#p-17", "p-17")
    open_again(page, address)
    assert page.locator(".resume").inner_text() == "上次读到第17段"


def test_beginning_and_end_are_no_places(page: Page, site: Path) -> None:
    address = (site / "texts/nato-resilience.html").as_uri()
    for selector in ("h1", ".article footer, .related-pages"):
        read_to(page, address, "#p125-1", "p125-1")
        read_to(page, address, selector)
        open_again(page, address)
        assert page.locator(".resume").count() == 0


def test_a_link_to_a_place_is_followed_without_an_offer(page: Page, site: Path) -> None:
    address = (site / "texts/nato-resilience.html").as_uri()
    read_to(page, address, "#p125-1", "p125-1")
    open_again(page, f"{address}#p130-1")
    assert page.locator(".resume").count() == 0


def test_where_storage_is_forbidden_nothing_fails(page: Page, site: Path) -> None:
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('forbidden', 'SecurityError'); } })"
    )
    open_again(page, (site / "texts/nato-resilience.html").as_uri())
    page.evaluate("document.querySelector('#p125-1').scrollIntoView()")
    page.wait_for_timeout(2500)
    assert problems == []
