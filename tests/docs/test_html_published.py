"""The site as it is published: with an address."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from support import sample_repository

ADDRESS = "https://edition.example/reading/"


def build(folder: Path, address: str) -> Path:
    """The hand-made edition, built as strictly as the command builds it."""
    root = sample_repository(folder / "edition")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-n", "-b", "html"]
    done = subprocess.run(
        [*command, str(root / "docs"), str(folder / "html")],
        env={**os.environ, "EDITION_URL": address, "READTHEDOCS_CANONICAL_URL": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "html"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("published"), ADDRESS)


def test_every_text_is_in_the_sitemap(published: Path) -> None:
    tree = ET.parse(published / "sitemap.xml")
    listed = {location.text for location in tree.findall(".//{*}loc")}
    texts = {f"{ADDRESS}texts/{path.name}" for path in (published / "texts").glob("*.html")}
    assert texts
    assert texts < listed
    assert not {address for address in listed if "search" in str(address)}


def test_canonical_address_and_card(published: Path) -> None:
    for path in (published / "texts").glob("*.html"):
        html = path.read_text(encoding="utf-8")
        address = f"{ADDRESS}texts/{path.name}"
        assert f'<link rel="canonical" href="{address}">' in html
        assert f'<meta property="og:url" content="{address}"' in html
        assert html.count('name="description"') == 1


def test_page_for_what_is_not_found(published: Path) -> None:
    html = (published / "404.html").read_text(encoding="utf-8")
    assert "<h1>没有此页</h1>" in html
    local = re.findall(r'(?:href|src|action)="(?!https?:|#)([^"?#]+)', html)
    assert local
    for address in local:  # it may be shown at any depth
        assert address.startswith("/reading/"), address
        assert (published / address.removeprefix("/reading/")).is_file(), address


def test_without_an_address_nothing_is_said_of_one(tmp_path: Path) -> None:
    site = build(tmp_path, "")
    assert not (site / "sitemap.xml").exists()
    assert not (site / "404.html").exists()
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert 'rel="canonical"' not in html
        assert "og:url" not in html
