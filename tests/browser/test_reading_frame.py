"""Milestones, links, colours, drawers, print: the frame of the text in a browser."""

from __future__ import annotations

import io
import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from sample_site import build_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

LIMIT_OF_WEIGHT = 300_000
WIDTHS = (320, 390, 768, 1024, 1440, 1920)


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a text with page breaks, as a file."""
    folder = build_pages(tmp_path_factory.mktemp("frame")).folder
    return (folder / "texts/article.html").as_uri()


@pytest.fixture
def served(site: Path) -> Iterator[str]:
    """The address of the edition on a server."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def names(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def texts(site: Path) -> list[Path]:
    return sorted((site / "texts").glob("*.html"))


def background(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


def focused(page: Page) -> str:
    name: str = page.evaluate("document.activeElement.id")
    return name


# Pages of the source and links to paragraphs


def test_page_numbers_stand_in_the_margin_of_a_wide_page(page: Page, article: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(article)
    number = page.locator('.page-link[href="#pg-120"]').bounding_box()
    text = page.locator(".article").bounding_box()
    line = page.locator("#pg-120").bounding_box()
    assert number
    assert text
    assert line
    assert number["x"] > 0
    assert number["x"] + number["width"] < text["x"]
    assert abs(number["y"] + number["height"] / 2 - line["y"]) < 24


def test_page_numbers_stand_in_the_line_of_a_narrow_page(page: Page, article: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(article)
    number = page.locator('.page-link[href="#pg-120"]')
    area, text = number.bounding_box(), page.locator("#p119-2").bounding_box()
    assert area
    assert text
    assert text["x"] <= area["x"]
    assert area["x"] + area["width"] <= text["x"] + text["width"]
    shown = number.evaluate("link => getComputedStyle(link, '::before').content")
    assert "〔" in shown


def test_a_page_and_a_paragraph_can_be_linked(page: Page, article: str) -> None:
    page.goto(article)
    page.locator('.page-link[href="#pg-120"]').click()
    assert page.evaluate("location.hash") == "#pg-120"
    page.mouse.move(0, 0)  # the jump may have brought the paragraph under the pointer
    expect = pytest.importorskip("playwright.sync_api").expect
    link = page.locator('.paragraph-link[href="#p119-2"]')
    expect(link).to_have_css("opacity", "0")
    page.locator("#p119-2").hover()
    expect(link).to_have_css("opacity", "1")
    link.click()
    assert page.evaluate("location.hash") == "#p119-2"
    ground = page.locator("#p119-2").evaluate("p => getComputedStyle(p).backgroundColor")
    assert ground != "rgba(0, 0, 0, 0)"


def test_a_paragraph_link_is_seen_when_it_has_the_focus(page: Page, article: str) -> None:
    page.goto(article)
    page.locator('.page-link[href="#pg-120"]').focus()
    for _ in range(3):  # two marks with their boxes, then the link
        page.keyboard.press("Escape")
        page.keyboard.press("Tab")
    link = page.locator('.paragraph-link[href="#p119-2"]')
    assert link.evaluate("link => link === document.activeElement")
    assert link.evaluate("link => getComputedStyle(link).opacity") == "1"


def test_copied_text_is_the_text(page: Page, article: str) -> None:
    page.goto(article)
    page.evaluate("getSelection().selectAllChildren(document.getElementById('p119-2'))")
    copied = re.sub(r"\[\d+\]|\u2060|\n", "", page.evaluate("String(getSelection())"))
    assert copied == "木桥跨过核心要素，又见前注。末句引报道。"


# Colours


def test_colours_follow_the_system_until_the_reader_chooses(
    chromium: Browser, article: str
) -> None:
    grounds = {}
    for scheme in ("light", "dark"):
        for script in (True, False):
            context = chromium.new_context(
                color_scheme="light" if scheme == "light" else "dark", java_script_enabled=script
            )
            page = context.new_page()
            page.goto(article)
            grounds[scheme, script] = background(page)
            context.close()
    assert grounds["light", True] == grounds["light", False]
    assert grounds["dark", True] == grounds["dark", False]
    assert grounds["light", True] != grounds["dark", True]


def test_the_choice_of_colours_is_kept(page: Page, article: str) -> None:
    page.goto(article)
    light = background(page)
    switch = page.locator(".theme-toggle:visible")
    switch.click()  # from the system's light to dark or light, as furo has it
    switch.click()
    chosen = page.evaluate("document.body.dataset.theme")
    page.reload()
    assert page.evaluate("document.body.dataset.theme") == chosen
    seen = {background(page)}
    for _ in range(3):
        switch.click()
        seen.add(background(page))
    assert light in seen
    assert len(seen) == 2


# Keyboard and drawers


def test_skip_link_comes_first_and_leads_to_the_text(page: Page, article: str) -> None:
    page.goto(article)
    page.keyboard.press("Tab")
    skip = page.locator(".skip-to-content")
    assert skip.evaluate("link => link === document.activeElement")
    page.wait_for_timeout(400)
    area = skip.bounding_box()
    assert area
    assert area["y"] >= 0
    page.keyboard.press("Enter")
    assert focused(page) == "furo-main-content"


def test_drawers_by_keyboard(page: Page, article: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(article)
    for switch, drawer in (("__navigation", "site-navigation"), ("__toc", "page-contents")):
        link = page.locator(f"#{drawer} a").last
        assert not link.is_visible()
        page.locator(f"#{switch}").focus()
        page.keyboard.press("Space")
        link.wait_for(state="visible")
        page.wait_for_timeout(400)
        area = page.locator(f"#{drawer}").bounding_box()
        assert area
        assert area["x"] >= 0
        assert area["x"] + area["width"] <= 390
        page.keyboard.press("Escape")
        link.wait_for(state="hidden")
        assert focused(page) == switch


def test_drawers_by_touch_without_a_script(chromium: Browser, article: str) -> None:
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(article)
    page.locator("label.nav-overlay-icon").tap()
    page.locator("#site-navigation a").last.wait_for(state="visible")
    context.close()


def test_following_a_link_closes_the_drawer(page: Page, article: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(article)
    page.locator("label.toc-header-icon").click()
    page.locator("#page-contents a").last.click()
    page.locator("#page-contents a").last.wait_for(state="hidden")
    assert page.evaluate("location.hash") == "#s-1-1"


def test_the_keyboard_reaches_every_link_that_is_shown(page: Page, article: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(article)
    shown = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input')]"
        ".filter(element => element.checkVisibility()).length"
    )
    reached = set()
    for _ in range(shown + 40):  # the boxes of the notes add links of their own
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        reached.add(
            page.evaluate(
                "[...document.querySelectorAll('a[href], button, input')]"
                ".indexOf(document.activeElement)"
            )
        )
    assert len(reached - {-1}) == shown


def test_nothing_moves_for_those_who_ask_for_rest(chromium: Browser, article: str) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(article)
    assert not page.locator(".reading-progress").is_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    context.close()


# The real texts


def test_every_request_goes_to_the_site_and_no_cookie_is_set(
    chromium: Browser, site: Path, served: str
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on(
        "console", lambda message: failed.append(message.text) if message.type == "error" else None
    )
    for name in names(site):
        page.goto(served + name, wait_until="networkidle")
    assert asked
    assert [url for url in asked if not url.startswith(served)] == []
    assert failed == []
    assert context.cookies() == []
    context.close()


def test_a_text_weighs_less_than_300_kilobytes(chromium: Browser, site: Path, served: str) -> None:
    """As it comes from a server that does not compress: page, styles and scripts."""
    for path in texts(site):
        context = chromium.new_context()
        page = context.new_page()
        done: list[Request] = []

        def note(request: Request, done: list[Request] = done) -> None:
            done.append(request)

        page.on("requestfinished", note)
        page.goto(f"{served}texts/{path.name}", wait_until="networkidle")
        sizes = {request.url: request.sizes()["responseBodySize"] for request in done}
        assert sum(sizes.values()) < LIMIT_OF_WEIGHT, (path.name, sizes)
        context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_the_window(page: Page, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for name in names(site):
        page.goto((site / name).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_a_line_holds_about_forty_characters(page: Page, site: Path) -> None:
    for width in (1024, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(texts(site)[0].as_uri())
        characters = page.evaluate(
            "(() => { const text = document.querySelector('.article');"
            " return text.clientWidth / parseFloat(getComputedStyle(text).fontSize) })()"
        )
        assert 38 <= characters <= 42, width


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_no_note_mark_begins_a_line(page: Page, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in texts(site):
        page.goto(path.as_uri())
        begins = page.evaluate(
            """[...document.querySelectorAll('p[id] > a.footnote-reference')].filter(mark => {
                 const range = document.createRange();
                 range.setStart(mark.parentElement, 0);
                 range.setEndBefore(mark);
                 const before = [...range.getClientRects()].filter(box => box.width > 1).at(-1);
                 return before && mark.getClientRects()[0].left < before.left;
               }).map(mark => mark.id)"""
        )
        assert begins == [], path.name


def test_western_quotation_marks_are_not_taken_from_the_chinese_fount(
    page: Page, site: Path
) -> None:
    checked = 0
    for path in texts(site):
        page.goto(path.as_uri())
        for family in page.evaluate(
            "[...document.querySelectorAll('.article :lang(en), .article :lang(ru)')]"
            ".map(run => getComputedStyle(run).fontFamily)"
        ):
            assert "Han Marks" not in family
            checked += 1
    assert checked > 0


def test_print(page: Page, article: str) -> None:
    """On paper: the text, its pages and notes; nothing to click."""
    page.goto(article)
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = "".join(leaf.extract_text() for leaf in reader.pages)
    # A PDF may give back a radical for the character that has its shape.
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    for wanted in (
        "草原上的桥",
        "木桥跨过核心",
        "〔120〕",
        "要素",
        "Resilience:ACoreElement",
        "原1191",
    ):
        assert wanted in text, wanted
    for unwanted in ("跳至正文", "全文检索", "本页目次", "下一篇", "¶"):
        assert unwanted not in text, unwanted
