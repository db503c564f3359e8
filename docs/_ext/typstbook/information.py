"""What the metadata of a document say of it.

Both the fields at the head of a document (author, authors, keywords, abstract, description) and a
JSON mapping `edition` are read; the mapping, written by an edition's front matter, tells more.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sphinx.environment import BuildEnvironment


@dataclass(frozen=True)
class Information:
    """`source` and `checksum` are name and SHA-256 of the file that the text was made from."""

    docname: str
    title: str
    authors: tuple[str, ...] = ()
    description: str = ""
    keywords: tuple[str, ...] = ()
    source: str = ""
    checksum: str = ""


def information(env: BuildEnvironment, docname: str) -> Information:
    """What a document says of itself; fields of `edition` go before those of docutils."""
    metadata = env.metadata.get(docname, {})
    edition: dict[str, Any] = json.loads(metadata.get("edition") or "{}")
    title = env.titles.get(docname)
    return Information(
        docname=docname,
        title=str(edition.get("title") or (title.astext() if title else docname)),
        authors=several(
            edition.get("authors") or metadata.get("authors") or metadata.get("author")
        ),
        description=str(
            edition.get("abstract") or metadata.get("abstract") or metadata.get("description") or ""
        ),
        keywords=several(edition.get("keywords") or metadata.get("keywords")),
        source=str(edition.get("seed") or ""),
        checksum=str(edition.get("sha256") or ""),
    )


def several(value: object) -> tuple[str, ...]:
    """A list as it is, a string cut at its commas."""
    if isinstance(value, list | tuple):
        return tuple(map(str, value))
    return tuple(part.strip() for part in str(value or "").split(",") if part.strip())
