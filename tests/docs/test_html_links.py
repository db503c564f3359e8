"""Every link within the site leads somewhere: to a file, and in it to the place it names."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from sample_site import build_pages
from support import Built

LINKS = {
    "a": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "use": "href",
    "form": "action",
}
# Attributes that name elements of the same page.
REFERENCES = ("for", "aria-controls", "aria-labelledby", "aria-describedby")


class Page(HTMLParser):
    """The places of a page and the addresses that it links to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.places: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if attributes.get("id"):
            self.places.append(str(attributes["id"]))
        if address := attributes.get(LINKS.get(tag, "")):
            self.links.append(address)
        for name in REFERENCES:
            self.links += [f"#{target}" for target in (attributes.get(name) or "").split()]


def broken_links(site: Path) -> list[str]:
    """Links within `site` that lead nowhere and ids that stand twice, each with its page."""
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    found = []
    for path, page in pages.items():
        name = path.relative_to(site).as_posix()
        twice = {place for place in page.places if page.places.count(place) > 1}
        found += [f"{name}: id {place} stands twice" for place in sorted(twice)]
        for link in page.links:
            address = urlsplit(link)
            if address.scheme or address.netloc:
                continue
            target = (path.parent / unquote(address.path)).resolve() if address.path else path
            if not target.is_file():
                found.append(f"{name}: {link}: no such file")
                continue
            places = pages[target].places if target in pages else [address.fragment]
            if address.fragment and unquote(address.fragment) not in places:
                found.append(f"{name}: {link}: no such place")
    return found


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<a href="missing.html">x</a>', "a.html: missing.html: no such file"),
        ('<a href="#nowhere">x</a>', "a.html: #nowhere: no such place"),
        ('<a href="b.html#nowhere">x</a>', "a.html: b.html#nowhere: no such place"),
        ('<script src="x.js?v=1"></script>', "a.html: x.js?v=1: no such file"),
        ('<label for="x">x</label>', "a.html: #x: no such place"),
        ('<p id="x"></p><p id="x"></p>', "a.html: id x stands twice"),
    ],
)
def test_the_checker_finds_what_is_broken(tmp_path: Path, html: str, fault: str) -> None:
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    (tmp_path / "b.html").write_text('<p id="x"></p>', encoding="utf-8")
    assert broken_links(tmp_path) == [fault]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="b.html#%E6%B3%A8">x</a>',
        '<a href="https://example.org/#x">x</a>',
        '<a href="">x</a>',
    ],
)
def test_the_checker_lets_pass_what_is_whole(tmp_path: Path, html: str) -> None:
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    (tmp_path / "b.html").write_text('<p id="注"></p>', encoding="utf-8")
    assert broken_links(tmp_path) == []


def test_links_of_the_sample(tmp_path: Path) -> None:
    assert broken_links(build_pages(tmp_path).folder) == []


def test_links_of_an_edition(built_sample: Built) -> None:
    assert broken_links(built_sample.html) == []
