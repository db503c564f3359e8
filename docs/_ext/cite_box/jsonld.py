"""A text as linked data for search engines: JSON-LD in the vocabulary of https://schema.org.

A data block (`type="application/ld+json"`) is not a script: no Content-Security-Policy blocks it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from .texts import Edition, TextMeta, nature_of
from .work import Work

#: The IPTC's code for what a trained model wrote (https://schema.org/digitalSourceType).
MACHINE_MADE = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"


def describe(meta: TextMeta, original: Work, text: Work, edition: Edition) -> dict[str, Any]:
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
    if not nature_of(meta).web:
        described = {
            **_article(original),
            "url": text.get("URL"),
            "keywords": meta.list("keywords"),
        }
        described["isPartOf"] = [part for part in (described.get("isPartOf"), collection) if part]
        return _document(described)
    described = {
        "@type": "CreativeWork" if meta.nature == "machine-summary" else "Article",
        "name": text.get("title"),
        "inLanguage": text.get("language"),
        "url": text.get("URL"),
        "isPartOf": collection,
    }
    if meta.nature == "machine-summary":
        described |= {"digitalSourceType": MACHINE_MADE, "isBasedOn": _article(original)}
    else:
        described["author"] = [{"@type": "Person", "name": n.full} for n in text.people("author")]
        described["translationOfWork"] = _article(original)
        described["translator"] = [
            {"@type": "Person", "name": n.full} for n in text.people("translator")
        ]
    return _document(described)


def dumps(data: Mapping[str, Any]) -> str:
    """JSON that can stand inside a script element: no `<` of a text can end it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _document(described: Mapping[str, Any]) -> dict[str, Any]:
    return {"@context": "https://schema.org", **_known(described)}


def _article(work: Work) -> dict[str, Any]:
    date = work.date("issued")
    return _known(
        {
            "@type": "ScholarlyArticle" if work.type == "article-journal" else "Article",
            "headline": work.get("title"),
            "name": work.get("title"),
            "author": [{"@type": "Person", "name": name.full} for name in work.people("author")],
            "datePublished": date.iso if date else "",
            "inLanguage": work.get("language"),
            "pagination": work.get("page"),
            "abstract": work.get("abstract"),
            "isPartOf": _issue(work),
        }
    )


def _issue(work: Work) -> dict[str, Any]:
    """Periodical, volume, issue: each a part of the one before it, as far as they are known."""
    part: dict[str, Any] = {}
    if name := work.get("container-title"):
        part = _known({"@type": "Periodical", "name": name, "issn": work.get("ISSN")})
    if volume := work.get("volume"):
        part = _known({"@type": "PublicationVolume", "volumeNumber": volume, "isPartOf": part})
    if issue := work.get("issue"):
        part = _known({"@type": "PublicationIssue", "issueNumber": issue, "isPartOf": part})
    return part


def _known(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}
