"""A text as linked data for search engines: JSON-LD in the vocabulary of https://schema.org.

A data block (`type="application/ld+json"`) is not a script: no Content-Security-Policy blocks it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from converters.schema.derivations import Derivation
from converters.schema.front import FrontMatter
from converters.schema.genres import Genre

from .texts import Edition
from .work import Work

#: The IPTC's code for what a trained model wrote (https://schema.org/digitalSourceType).
MACHINE_MADE = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"


def describe(front: FrontMatter, original: Work, text: Work, edition: Edition) -> dict[str, Any]:
    """The description of a text's page."""
    collection = _known(
        {
            "@type": "Collection",
            "name": edition.title,
            "version": edition.version,
            "datePublished": edition.date,
            "editor": [{"@type": "Organization", "name": name} for name in edition.editors],
            "url": edition.url,
        }
    )
    original_data = _publication(original, front.genre)
    if not front.terms.is_web:
        described = {
            **original_data,
            "url": text.get("URL"),
            "keywords": list(front.keywords),
        }
        described["isPartOf"] = [part for part in (described.get("isPartOf"), collection) if part]
        return _document(described)
    is_summary = front.derivation is Derivation.MACHINE_SUMMARY
    described = {
        "@type": "CreativeWork" if is_summary else "Article",
        "name": text.get("title"),
        "inLanguage": text.get("language"),
        "url": text.get("URL"),
        "isPartOf": collection,
    }
    if is_summary:
        described |= {"digitalSourceType": MACHINE_MADE, "isBasedOn": original_data}
    else:
        described["author"] = [{"@type": "Person", "name": n.full} for n in text.people("author")]
        described["translationOfWork"] = original_data
        described["translator"] = [
            {"@type": "Person", "name": n.full} for n in text.people("translator")
        ]
    return _document(described)


def dumps(data: Mapping[str, Any]) -> str:
    """JSON that can stand inside a script element: no `<` of a text can end it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _document(described: Mapping[str, Any]) -> dict[str, Any]:
    return {"@context": "https://schema.org", **_known(described)}


def _publication(work: Work, genre: Genre) -> dict[str, Any]:
    """A publication, in what it was published in, or by whom."""
    date = work.date("issued")
    return _known(
        {
            "@type": genre.terms.schema_org,
            "headline": work.get("title"),
            "name": work.get("title"),
            "author": [{"@type": "Person", "name": name.full} for name in work.people("author")],
            "datePublished": date.iso if date else "",
            "inLanguage": work.get("language"),
            "pagination": work.get("page"),
            "abstract": work.get("abstract"),
            **_container(work, genre),
        }
    )


def _container(work: Work, genre: Genre) -> dict[str, Any]:
    """What the work is part of, or, where an organisation put it out, its publisher."""
    type_, name = genre.terms.schema_container, work.get(genre.terms.container_variable)
    if type_.endswith("Organization"):
        return {"publisher": {"@type": type_, "name": name}} if name else {}
    return {"isPartOf": _issue(work, type_, name)}


def _issue(work: Work, type_: str, name: str) -> dict[str, Any]:
    """Periodical, volume, issue: each a part of the one before it, as far as they are known."""
    part: dict[str, Any] = {}
    if name:
        part = _known({"@type": type_, "name": name, "issn": work.get("ISSN")})
    if volume := work.get("volume"):
        part = _known({"@type": "PublicationVolume", "volumeNumber": volume, "isPartOf": part})
    if issue := work.get("issue"):
        part = _known({"@type": "PublicationIssue", "issueNumber": issue, "isPartOf": part})
    return part


def _known(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}
