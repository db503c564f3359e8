"""What the project's configuration says of the edition, its texts and its addresses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from .biblatex import from_entry
from .texts import Citable, Edition, citables
from .work import Work

if TYPE_CHECKING:
    from pybtex.database import Entry
    from sphinx.application import Sphinx
    from sphinxcontrib.bibtex.domain import BibtexDomain

    from converters.schema.front import FrontMatter


def base_url(app: Sphinx) -> str:
    """The site's address with a slash at its end, "" where `html_baseurl` is not set."""
    base = str(getattr(app.config, "html_baseurl", "") or "")
    return f"{base.rstrip('/')}/" if base else ""


def page_url(app: Sphinx, docname: str) -> str:
    """The absolute address of a page of the HTML edition, "" where the site has none."""
    base = base_url(app)
    if not base:
        return ""
    if is_web(app):
        return base + app.builder.get_target_uri(docname).lstrip("/")
    return f"{base}{docname}.html"


def pdf_url(app: Sphinx, front: FrontMatter) -> str:
    """The absolute address of the text's own PDF, "" where the site has no address or no PDF.

    The extension that puts files to download into the site lists those that are there in
    `reading_room_downloads`; where there is no such list, `cite_box_pdf_path` is believed.
    """
    base, config = base_url(app), app.config
    if "reading_room_downloads" in config:
        paths = [
            target
            for kind, slug, target, _ in config.reading_room_downloads
            if (kind, slug) == ("PDF", front.slug)
        ]
    else:
        paths = [config.cite_box_pdf_path.format(slug=front.slug)]
    return base + paths[0] if base and paths and paths[0] else ""


def is_web(app: Sphinx) -> bool:
    """Whether a site is built: a page for each text, read in a browser (EPUB has no scripts)."""
    return app.builder.name in ("html", "dirhtml")


def edition(app: Sphinx) -> Edition:
    """The edition: `project`, `version`, `edition_date`, `author`."""
    config = app.config
    return Edition(
        title=config.project,
        version=config.version,
        date=config.edition_date,
        editors=(config.author,),
        language=(config.language or "en").replace("_", "-"),
        url=base_url(app),
    )


def text_citables(app: Sphinx, docname: str, front: FrontMatter) -> list[Citable]:
    """The works to cite for the text of a page."""
    entry = entries(app).get(front.key)
    own = from_entry(front.key, entry) if entry else None
    return citables(front, edition(app), page_url(app, docname), own)


def bibliography_paths(app: Sphinx) -> list[Path]:
    """The files of the shared bibliography, as sphinxcontrib-bibtex is told of them."""
    names = app.config.bibtex_bibfiles if "bibtex_bibfiles" in app.config else ()
    return [path for name in names if (path := Path(app.srcdir, name).resolve()).is_file()]


def entries(app: Sphinx) -> Mapping[str, Entry]:
    """The shared bibliography by key, as sphinxcontrib-bibtex has read it; empty without one."""
    if "cite" not in app.env.domaindata:
        return {}
    domain = cast("BibtexDomain", app.env.get_domain("cite"))
    return cast("Mapping[str, Entry]", domain.bibdata.data.entries)


def bibliography(app: Sphinx) -> list[Work]:
    """The works of the shared bibliography, in its order."""
    return [from_entry(key, entry) for key, entry in entries(app).items()]
