"""Answers to the events of extensions that know nothing of an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from converters.schema.fields import TextField

from . import front_of
from .catalogue import entry_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from converters.schema.front import FrontMatter


def search_page(app: Sphinx, docname: str) -> dict[str, Any] | None:
    """What the search (event `literal-search-page`) is told of a text."""
    entry = entry_of(app.env, docname)
    if entry is None:
        return None
    front = entry.front
    return {
        "byline": " · ".join(filter(None, (entry.author_label, entry.date_label, entry.label))),
        "order": entry.sort_key,
        "terms": (*front.authors, *front.original_authors, *front.keywords),
        "metadata": tuple(metadata(front)),
    }


def metadata(front: FrontMatter) -> list[tuple[str, str]]:
    """Name and value of each thing that can be looked for, in the order of a reader's interest."""
    named: list[tuple[str, str | tuple[str, ...]]] = [
        (TextField.TITLE.label, front.title),
        (TextField.AUTHORS.label, front.authors),
        ("原文作者", front.original_authors),
        ("刊物", front.journal),
        (TextField.YEAR.label, front.year),
        (TextField.VOLUME.label, front.volume),
        (TextField.ISSUE.label, front.issue),
        (TextField.DATE.label, front.date),
        (TextField.PAGES.label, front.pages),
        (TextField.KEYWORDS.label, front.keywords),
        ("提要", front.abstract),
        (TextField.URL.label, front.url),
        ("来源文件", front.seed),
        ("SHA-256", front.sha256),
    ]
    return [
        (label, value)
        for label, values in named
        for value in ((values,) if isinstance(values, str) else values)
        if value
    ]


def print_information(app: Sphinx, docname: str) -> dict[str, Any] | None:
    """What a printed book (event `typstbook-information`) is told of a text."""
    front = front_of(app.env, docname)
    if front is None:
        return None
    told = {
        "title": front.title,
        "authors": front.authors,
        "description": front.abstract,
        "keywords": front.keywords,
        "source": front.seed,
        "checksum": front.sha256,
    }
    return {name: value for name, value in told.items() if value}


def answer(app: Sphinx, config: object) -> None:
    """Connect where there is somebody who asks."""
    for event, answerer in _ANSWERS.items():
        if event in app.events.events:
            app.connect(event, answerer)


_ANSWERS = {"literal-search-page": search_page, "typstbook-information": print_information}


def setup(app: Sphinx) -> None:
    app.connect("config-inited", answer)
