"""Notes beside their marks: by mouse, keyboard and touch, and without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sample_site import build_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

MARK = "a.footnote-reference"


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a text with notes, as a file."""
    folder = build_pages(tmp_path_factory.mktemp("notes")).folder
    return (folder / "texts/article.html").as_uri()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    yield context.new_page()
    context.close()


def mark(page: Page, note: str) -> Locator:
    return page.locator(f'{MARK}[href="#{note}"]').first


def box(page: Page) -> Locator:
    return page.locator(".note-box")


def test_mouse(page: Page, article: str) -> None:
    page.goto(article)
    mark(page, "n119-1").hover()
    assert "Resilience: A Core Element" in box(page).inner_text()
    assert "原119①" in box(page).inner_text()
    page.mouse.move(5, 5)
    box(page).wait_for(state="detached")


def test_pointer_may_travel_into_the_box_and_use_its_links(page: Page, article: str) -> None:
    page.goto(article)
    mark(page, "n119-1").hover()
    link = box(page).locator('a[href="https://example.org/a"]')
    link.hover()
    page.wait_for_timeout(600)
    assert link.is_visible()
    assert link.evaluate(
        "link => { const at = link.getBoundingClientRect();"
        " return document.elementFromPoint(at.x + 5, at.y + 5) === link }"
    )


def test_keyboard(page: Page, article: str) -> None:
    page.goto(article)
    mark(page, "n119-1").evaluate("mark => mark.previousElementSibling.focus()")
    page.keyboard.press("Tab")
    assert "Resilience" in box(page).inner_text()
    page.keyboard.press("Tab")  # the number, which leads to the note below the text
    page.keyboard.press("Tab")  # the link in the note
    assert page.evaluate("document.activeElement.href") == "https://example.org/a"
    assert box(page).count() == 1
    page.keyboard.press("Tab")  # the next mark
    assert "参见甲某" in box(page).inner_text()


def test_escape_closes_and_leaves_the_focus_where_it_was(page: Page, article: str) -> None:
    page.goto(article)
    mark(page, "n119-1").focus()
    page.keyboard.press("Escape")
    assert box(page).count() == 0
    assert page.evaluate("document.activeElement.hash") == "#n119-1"
    mark(page, "n119-2").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert box(page).count() == 0
    assert page.evaluate("document.activeElement.hash") == "#n119-2"


def test_escape_closes_what_the_mouse_opened(page: Page, article: str) -> None:
    page.goto(article)
    mark(page, "n119-1").hover()
    page.keyboard.press("Escape")
    assert box(page).count() == 0


def test_enter_goes_to_the_note_and_its_number_back(page: Page, article: str) -> None:
    page.goto(article)
    mark(page, "n119-2").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#n119-2"
    page.locator("#n119-2 [role=doc-backlink]").click()
    assert page.evaluate("location.hash") == "#n119-2-ref"


def test_click_goes_to_the_note(page: Page, article: str) -> None:
    page.goto(article)
    mark(page, "n119-2").click()
    assert page.evaluate("location.hash") == "#n119-2"


def test_touch(phone: Page, article: str) -> None:
    phone.goto(article)
    mark(phone, "n119-1").tap()
    assert "Resilience" in box(phone).inner_text()
    assert phone.evaluate("location.hash") == ""
    mark(phone, "n119-2").tap()
    assert box(phone).count() == 1
    assert "参见甲某" in box(phone).inner_text()
    mark(phone, "n119-2").tap()
    assert box(phone).count() == 0
    mark(phone, "n119-2").tap()
    phone.locator("h1").tap()
    assert box(phone).count() == 0


def test_on_a_phone_the_box_lies_whole_at_the_foot_of_the_screen(phone: Page, article: str) -> None:
    phone.goto(article)
    mark(phone, "n119-1").tap()
    area = box(phone).bounding_box()
    assert area
    assert (area["x"], area["width"]) == (0, 390)
    assert round(area["y"] + area["height"]) == 844


def test_the_number_in_the_box_leads_below_the_text(phone: Page, article: str) -> None:
    phone.goto(article)
    mark(phone, "n119-1").tap()
    box(phone).locator("a").first.tap()
    assert phone.evaluate("location.hash") == "#n119-1"


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
def test_the_box_lies_within_the_window(page: Page, article: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(article)
    for note in ("n119-star", "n119-1", "n119-2", "n120-21"):
        mark(page, note).focus()
        area = box(page).bounding_box()
        assert area
        assert area["x"] >= 0
        assert area["x"] + area["width"] <= width
        assert area["y"] >= 0


def test_the_page_is_afterwards_as_it_was(page: Page, article: str) -> None:
    page.goto(article)
    before = page.locator(".article").inner_html()
    mark(page, "n119-1").hover()
    assert page.locator(".article").inner_html() != before
    page.keyboard.press("Escape")
    assert page.locator(".article").inner_html() == before


def test_no_id_stands_twice_while_the_box_is_open(page: Page, article: str) -> None:
    page.goto(article)
    mark(page, "n119-1").hover()
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))


def test_without_a_script(chromium: Browser, article: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(article)
    mark(page, "n119-1").click()
    assert page.url.endswith("#n119-1")
    assert page.locator("#n119-1").is_visible()
    page.locator("#n119-1 [role=doc-backlink]").last.click()
    assert page.url.endswith("#n119-1-ref2")
    context.close()


def test_every_note_of_the_edition_opens(page: Page, site: Path) -> None:
    """Each mark of each text shows its own note, word for word."""
    seen = 0
    for path in sorted((site / "texts").glob("*.html")):
        page.goto(path.as_uri())
        for number in range(page.locator(MARK).count()):
            reference = page.locator(MARK).nth(number)
            reference.focus()
            note = page.locator(str(reference.get_attribute("href")))
            wanted = "".join(note.locator("> p").all_text_contents())
            shown = "".join(box(page).locator(".note-box-body").all_text_contents())
            assert shown == wanted
            assert re.sub(r"\D", "", reference.inner_text()) in note.locator(".label").inner_text()
            seen += 1
    assert seen > 0
