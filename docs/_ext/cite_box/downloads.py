"""The files to download: each text, the whole bibliography and the edition, in three formats.

They are written into the HTML output under `cite/`: `SLUG.bib`, `SLUG.ris`, `SLUG.json`, and the
same for `bibliography` (every work that any text cites) and `edition` (the edition itself).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from edition_front import front_of
from sphinx.errors import ExtensionError
from sphinx.util.osutil import relative_uri

from . import biblatex, csl_json, ris
from .box import Download
from .settings import (
    bibliography,
    bibliography_paths,
    edition,
    is_web,
    text_citables,
)
from .texts import edition_work
from .work import Work

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "cite"
BIBLIOGRAPHY, EDITION = "bibliography", "edition"


@dataclass(frozen=True, slots=True)
class Format:
    """A format of exchange. `media_type` is what `link rel=alternate` says."""

    label: str
    suffix: str
    media_type: str
    dumps: Callable[[Iterable[Work]], str]


FORMATS = (
    Format("BibTeX", "bib", "application/x-bibtex", biblatex.dumps),
    Format("RIS", "ris", "application/x-research-info-systems", ris.dumps),
    Format("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl_json.dumps),
)


def address(app: Sphinx, docname: str, name: str, format_: Format) -> str:
    """The address of a download, relative to a page."""
    return relative_uri(app.builder.get_target_uri(docname), f"{FOLDER}/{name}.{format_.suffix}")


def offered(app: Sphinx, docname: str, name: str) -> Sequence[Download]:
    """The three downloads of a text, of the bibliography or of the edition."""
    return [Download(f.label, address(app, docname, name, f)) for f in FORMATS]


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write all files of the edition (event `build-finished`)."""
    if exception or not is_web(app):
        return
    sets: dict[str, Sequence[Work]] = {EDITION: [edition_work(edition(app))]}
    if works := bibliography(app):
        sets[BIBLIOGRAPHY] = works
    for docname in sorted(app.env.found_docs):
        if front := front_of(app.env, docname):
            if front.slug in sets:
                raise ExtensionError(f"{docname}: slug {front.slug!r} is taken", modname="cite_box")
            sets[front.slug] = [c.work for c in text_citables(app, docname, front)]
    folder = Path(app.outdir, FOLDER)
    folder.mkdir(exist_ok=True)
    for name, members in sets.items():
        for format_ in FORMATS:
            target = folder / f"{name}.{format_.suffix}"
            target.write_bytes(format_.dumps(members).encode("utf-8"))
    if works:  # as the editors wrote it, with the fields that no other format knows
        target = folder / f"{BIBLIOGRAPHY}.bib"
        target.write_bytes(b"\n".join(path.read_bytes() for path in bibliography_paths(app)))
