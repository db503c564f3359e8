"""PDF and EPUB beside the HTML: found, copied into the site, and only then linked.

The editions lie beside each other (`_build/html`, `_build/pdf`, `_build/epub`). The site takes a
copy, so that its folder can be published by itself; where nothing has been built, nothing is
linked, so that `sphinx-build docs OUT` alone has no broken link.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
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
    """A file to take home; `slug` is None for the whole edition, else the text it holds.

    `target` is its place within the site, `source` that below the folder of all editions.
    """

    format: str
    slug: str | None
    target: str
    source: str


def find_built(site: Path) -> list[str]:
    """Paths, below the folder of all editions, of what stands beside `site`."""
    folder = site.parent
    return [
        path.relative_to(folder).as_posix()
        for name, patterns in PATTERNS.items()
        for pattern in patterns
        for path in sorted((folder / name).glob(pattern))
    ]


def download(source: str) -> Download:
    """The download that a file such as `pdf/texts/slug.pdf` becomes."""
    format_, _, name = source.partition("/")
    target = PurePosixPath(FOLDER, name)
    slug = target.stem if target.parent.name == "texts" else None
    return Download(format_.upper(), slug, str(target), source)


def set_downloads(app: Sphinx, config: Config) -> None:
    """Make the list a setting: when it changes, Sphinx writes the pages that link it anew."""
    wanted = config.edition_downloads
    beside = find_built(Path(app.outdir)) if wanted is True else wanted or []
    found = map(download, beside)
    config["reading_room_downloads"] = [(d.format, d.slug or "", d.target, d.source) for d in found]


def linked_downloads(config: Config) -> list[Download]:
    """The downloads of this build: the whole editions first, then the offprints of texts."""
    return [download(source) for *_, source in config.reading_room_downloads]


def is_site(app: Sphinx) -> bool:
    """Whether the builder writes a web site (EPUB's builder also writes HTML)."""
    return app.builder.name in ("html", "dirhtml")


def copy_downloads(app: Sphinx, exception: Exception | None) -> None:
    """Copy what was linked; whoever gave a list of what is still to come puts it in."""
    if exception is None and is_site(app) and not isinstance(app.config.edition_downloads, list):
        copy_into(Path(app.outdir), linked_downloads(app.config))


def copy_into(site: Path, found: Iterable[Download]) -> None:
    """Copy files into the site; those of an earlier build that are linked no more are removed."""
    linked = {site / one.target: site.parent / one.source for one in found}
    for old in (site / FOLDER).rglob("*.*"):
        if old not in linked:
            old.unlink()
    for target, source in linked.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def setup(app: Sphinx) -> None:
    """Register the settings and events of the downloads."""
    # True: what stands beside the site; a list: what will stand there when the build ends.
    app.add_config_value("edition_downloads", default=True, rebuild="", types=(bool, list))
    app.add_config_value("reading_room_downloads", default=[], rebuild="html", types=(list,))
    app.connect("config-inited", set_downloads)
    app.connect("build-finished", copy_downloads)
