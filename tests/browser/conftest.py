"""A browser, and the built site that it reads.

`EDITION_HTML` names a site that is already built; without it the site of the real seeds is built.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def missing(tool: str) -> None:
    """Skip; in CI, where every tool must be there, fail."""
    message = f"{tool} is missing: pip install playwright, apt-get install chromium fonts-noto-cjk"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def draws_chinese() -> bool:
    """Whether there is a font for Chinese: without one all lines break at other places."""
    if not (program := shutil.which("fc-list")):
        return False
    return bool(subprocess.run([program, ":lang=zh"], capture_output=True, check=True).stdout)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, driven by Playwright."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("Playwright for Python")
    if not CHROMIUM.exists():
        missing("Chromium")
    if not draws_chinese():
        missing("A font for Chinese")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A new page, as a first visitor sees it; an error in a script fails the test."""
    errors: list[str] = []
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    opened = context.new_page()
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on(
        "console",
        lambda message: errors.append(message.text) if message.type == "error" else None,
    )
    yield opened
    context.close()
    assert errors == []


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Path:
    """The folder of the built site."""
    if given := os.environ.get("EDITION_HTML"):
        return Path(given).resolve()
    html: Path = request.getfixturevalue("built").html
    return html
