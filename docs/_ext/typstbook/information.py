"""What the metadata of a document say of it.

The fields at its head are read (author, authors, keywords, abstract, description); a project that
knows more tells it in the event `typstbook-information`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

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
    """What is known of a document: its own fields, overlaid by what the project answers."""
    metadata = env.metadata.get(docname, {})
    title = env.titles.get(docname)
    found = Information(
        docname=docname,
        title=title.astext() if title else docname,
        authors=several(metadata.get("authors") or metadata.get("author")),
        description=str(metadata.get("abstract") or metadata.get("description") or ""),
        keywords=several(metadata.get("keywords")),
    )
    told = env.events.emit_firstresult("typstbook-information", docname)
    return replace(found, **told) if told else found


def several(value: object) -> tuple[str, ...]:
    """A list as it is, a string cut at its commas."""
    if isinstance(value, list | tuple):
        return tuple(map(str, value))
    return tuple(part.strip() for part in str(value or "").split(",") if part.strip())
