"""What `edition check` looks at: the texts' messages, the bibliography, the committed files."""

from collections.abc import Mapping
from pathlib import Path

from converters.citations import validate
from converters.convert import Edition
from converters.messages import Message, message

BIBLIOGRAPHY = "refs.bib"
PAGES = "docs/texts"


def outputs(root: Path, edition: Edition) -> Mapping[Path, str]:
    """Every file that a conversion writes, with its content."""
    pages = {root / PAGES / f"{t.source.record.slug}.md": t.page for t in edition.texts}
    return {**pages, root / BIBLIOGRAPHY: edition.refs}


def check(root: Path, edition: Edition) -> list[Message]:
    """All that is to be said about an edition, errors and doubts alike."""
    return [
        *edition.messages,
        *validate(edition.refs, BIBLIOGRAPHY, cited(edition)),
        *_differing(root, edition),
        *stale_pages(root, edition),
    ]


def cited(edition: Edition) -> dict[str, str]:
    """Each key that a text cites, or is, with the first place that does."""
    places: dict[str, str] = {}
    for text in edition.texts:
        places.setdefault(text.front.key, text.source.record.slug)
        for link in text.cited.citations:
            places.setdefault(link.key, f"{text.source.record.slug}:{link.where}")
    return places


def stale_pages(root: Path, edition: Edition) -> list[Message]:
    """A warning for each page that no seed makes."""
    wanted = outputs(root, edition)
    return [
        message("page-stale", path.relative_to(root).as_posix())
        for path in sorted((root / PAGES).glob("*.md"))
        if path not in wanted
    ]


def _differing(root: Path, edition: Edition) -> list[Message]:
    return [
        message("page-differs", path.relative_to(root).as_posix())
        for path, content in outputs(root, edition).items()
        if not path.is_file() or path.read_bytes() != content.encode("utf-8")
    ]
