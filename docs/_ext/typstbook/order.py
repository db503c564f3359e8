"""The documents of a project in the order of the book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx import addnodes
from sphinx.environment import BuildEnvironment


@dataclass(frozen=True)
class Place:
    """A document in the book: its depth in the contents and the caption of its group, if first."""

    docname: str
    level: int
    caption: str = ""


def reading_order(env: BuildEnvironment, root: str) -> list[Place]:
    """`root` (level 0) and all that its tables of contents name, each document once."""
    seen = {root}
    return [Place(root, 0), *_below(env, root, 1, seen)]


def _below(env: BuildEnvironment, docname: str, level: int, seen: set[str]) -> Iterator[Place]:
    captions = _captions(env, docname) if level == 1 else {}
    for child in env.toctree_includes.get(docname, ()):
        if child in seen or child not in env.found_docs:
            continue
        seen.add(child)
        yield Place(child, level, captions.get(child, ""))
        yield from _below(env, child, level + 1, seen)


def _captions(env: BuildEnvironment, docname: str) -> dict[str, str]:
    """First document of each table of contents that has a caption → that caption."""
    captions: dict[str, str] = {}
    for toctree in env.get_doctree(docname).findall(addnodes.toctree):
        if toctree.get("caption") and toctree["includefiles"]:
            captions.setdefault(toctree["includefiles"][0], toctree["caption"])
    return captions
