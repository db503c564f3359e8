"""PDF and EPUB beside the HTML: found, copied into the site, and only then linked.

The editions lie beside each other (`_build/html`, `_build/pdf`, `_build/epub`). The site takes a
copy, so that its folder can be published by itself; where nothing has been built, nothing is
linked, so that `sphinx-build docs OUT` alone has no broken link.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

FOLDER = "downloads"
# Sources by edition: its folder beside the site's and the files in it that readers take home.
PATTERNS = {"pdf": ("*.pdf", "texts/*.pdf"), "epub": ("*.epub", "texts/*.epub")}


@dataclass(frozen=True)
class Download:
    """A file to take home; `slug` is None for the whole edition, else the text it holds."""

    format: str
    slug: str | None
    target: str
    bytes: int

    @property
    def size(self) -> str:
        """`3.2 MB`, or `640 KB` below a tenth of a megabyte's ten."""
        if self.bytes >= 1_000_000:
            return f"{self.bytes / 1_000_000:.1f} MB"
        return f"{max(1, round(self.bytes / 1000))} KB"


def editions_beside(site: Path) -> list[tuple[str, Path, PurePosixPath]]:
    """Format, file and place within the site of each edition that stands beside `site`."""
    found = []
    for name, patterns in PATTERNS.items():
        folder = site.parent / name
        for pattern in patterns:
            for path in sorted(folder.glob(pattern)):
                target = PurePosixPath(FOLDER) / path.relative_to(folder).as_posix()
                found.append((name.upper(), path, target))
    return found


def find_downloads(site: Path) -> list[Download]:
    """The whole editions first, then the offprints of single texts."""
    return [
        Download(
            format=format_,
            slug=target.stem if target.parent.name == "texts" else None,
            target=str(target),
            bytes=path.stat().st_size,
        )
        for format_, path, target in editions_beside(site)
    ]


def note_downloads(app: Sphinx, config: Config) -> None:
    """Make the list a setting: when it changes, Sphinx writes the pages that link it anew."""
    found = find_downloads(Path(app.outdir)) if config.edition_downloads else []
    config["reading_room_downloads"] = [
        (item.format, item.slug or "", item.target, item.bytes) for item in found
    ]


def listed(config: Config) -> list[Download]:
    """The downloads of this build, as found when it began."""
    return [
        Download(format_, slug or None, target, bytes_)
        for format_, slug, target, bytes_ in config.reading_room_downloads
    ]


def is_site(app: Sphinx) -> bool:
    """Whether the builder writes a web site (EPUB's builder also writes HTML)."""
    return app.builder.name in ("html", "dirhtml")


def copy_downloads(app: Sphinx, exception: Exception | None) -> None:
    """Copy what was linked; the files of an earlier build that are linked no more are removed."""
    if exception is not None or not is_site(app):
        return
    site = Path(app.outdir)
    linked = {download.target for download in listed(app.config)}
    for old in (site / FOLDER).rglob("*.*"):
        if old.relative_to(site).as_posix() not in linked:
            old.unlink()
    for _, source, target in editions_beside(site):
        if str(target) in linked:
            (site / target).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, site / target)


def setup(app: Sphinx) -> None:
    app.add_config_value("edition_downloads", default=True, rebuild="html", types=(bool,))
    app.add_config_value("reading_room_downloads", default=[], rebuild="html", types=(list,))
    app.connect("config-inited", note_downloads)
    app.connect("build-finished", copy_downloads)
