"""What a text is cited as, and what reference managers and search engines are told of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cite_box import biblatex, csl_json, highwire, jsonld, ris
from cite_box.texts import Citable, Edition, citables
from cite_box.work import Name, Work

from converters.schema.derivations import Derivation
from converters.schema.front import FrontMatter, parse
from converters.schema.genres import Genre

EDITION = Edition("辑注", "1.0.0", "2026-11-22", ("编者",), url="https://example.org/")
SUMMARY: dict[str, Any] = {
    "genre": "journal-article",
    "derivation": "machine-summary",
    "summary_label": "AI摘要",
    "title": "甲国安全",
    "slug": "jia",
    "key": "chen2020jia",
    "authors": [],
    "original_authors": ["陈一"],
    "journal": "论丛",
    "year": "2020",
}
ARTICLE = {**SUMMARY, "derivation": "original", "authors": ["陈一"], "pages": "5-19"}
REPUBLICATION = {
    **ARTICLE,
    "genre": "journal-article",
    "derivation": "republication",
    "date": "2022-01-12",
    "republication_date": "2022-01-12",
    "republisher": "学会",
}
TRANSLATION: dict[str, Any] = {
    "genre": "magazine-article",
    "derivation": "translation",
    "title": "甲国的困境",
    "slug": "kunjing",
    "original_title": "Dilemma",
    "original_container": "The Magazine",
    "original_date": "2025-11-04",
    "url": "https://example.mn/x",
}


def cited(front_matter: dict[str, Any], own: Work | None = None) -> dict[str, Citable]:
    front = parse(front_matter)
    found = citables(front, EDITION, "https://example.org/t.html", own)
    return {citable.role: citable for citable in found}


def test_an_article_is_its_publication_and_this_edition() -> None:
    works = cited(ARTICLE)
    assert list(works) == ["original", "edition"]
    assert works["original"].work.type == "article-journal"
    assert works["edition"].work.dates["original-date"].iso == "2020"
    assert works["edition"].work.people("author") == (Name(literal="陈一"),)
    assert works["edition"].work.people("editor") == (Name(literal="编者"),)


def test_a_summary_by_a_machine_has_no_author_in_any_form() -> None:
    text = cited(SUMMARY)["edition"].work
    assert text.get("title") == "甲国安全：AI摘要（机器生成）"
    assert text.people("author") == ()
    assert text.date("original-date") is None
    for written in (biblatex.dumps([text]), ris.dumps([text]), csl_json.dumps([text])):
        assert "陈一" not in written
        assert "AI摘要（机器生成）" in written


def test_beside_the_summary_the_article_is_cited_as_its_authors() -> None:
    original = cited(SUMMARY)["original"].work
    assert original.people("author") == (Name(literal="陈一"),)
    assert original.get("title") == "甲国安全"
    # In the bibliography the key is that of the summary.
    assert original.id == "chen2020jia-original"


def test_a_republication_keeps_the_year_of_the_article_and_names_what_is_reproduced() -> None:
    works = cited(REPUBLICATION)
    assert list(works) == ["original", "reproduced", "edition"]
    assert works["original"].work.dates["issued"].iso == "2020"
    assert works["reproduced"].work.dates["issued"].iso == "2022-01-12"
    assert works["reproduced"].work.people("author") == (Name(literal="陈一"),)
    assert works["reproduced"].label == "所据转载（学会）"


def test_an_unsigned_translation_is_never_cited_under_a_name() -> None:
    works = cited({**TRANSLATION, "original_authors": ["A. Author"]})
    assert works["original"].work.get("title") == "Dilemma"
    assert works["original"].work.type == "article-magazine"
    for role in ("reproduced", "edition"):
        assert works[role].work.get("title") == "甲国的困境：未署名中译"
        assert works[role].work.people("author") == ()


def test_a_signed_translation_names_author_and_translator() -> None:
    text = cited({**TRANSLATION, "original_authors": ["A. Author"], "translators": ["译者"]})
    work = text["edition"].work
    assert work.get("title") == "甲国的困境"
    assert work.people("author") == (Name(literal="A. Author"),)
    assert work.people("translator") == (Name(literal="译者"),)


def test_the_bibliography_parts_the_names() -> None:
    own = Work("chen2020jia", "article-journal", names={"author": (Name("陈", "一"),)})
    assert cited(ARTICLE, own)["original"].work.people("author") == (Name("陈", "一"),)
    assert cited(ARTICLE, own)["edition"].work.people("author") == (Name("陈", "一"),)
    assert cited(SUMMARY, own)["edition"].work.people("author") == ()
    other = Work("chen2020jia", "article-journal", names={"author": (Name("王", "二"),)})
    assert cited(ARTICLE, other)["original"].work.people("author") == (Name(literal="陈一"),)


def test_inferred_pages_are_said_to_be_inferred() -> None:
    original = cited({**ARTICLE, "pages_inferred": True})["original"].work
    assert "推定" in original.get("note")
    assert "note" not in cited(ARTICLE)["original"].work.fields


@pytest.mark.parametrize(
    ("front_matter", "message"),
    [
        ({"title": "题", "slug": "s"}, "lacks genre, derivation"),
        ({**SUMMARY, "genre": "poem"}, "unknown genre 'poem'"),
    ],
)
def test_front_matter_that_cannot_be_cited(front_matter: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse(front_matter)


@pytest.mark.parametrize("genre", Genre)
@pytest.mark.parametrize("derivation", Derivation)
def test_every_text_is_advised_on(genre: Genre, derivation: Derivation) -> None:
    front = FrontMatter(slug="s", title="题", genre=genre, derivation=derivation)
    advice = front.worded(front.terms.advice) or genre.terms.advice
    assert advice.endswith("。")
    assert "{" not in advice


# What machines read


def tags(front_matter: dict[str, Any]) -> list[tuple[str, str]]:
    works = cited(front_matter)
    front = parse(front_matter)
    addresses = {"url": "https://example.org/t.html", "pdf": "https://example.org/t.pdf"}
    if front.terms.is_web:
        return list(highwire.web_tags(works["edition"].work, **addresses))
    return list(highwire.publication_tags(works["original"].work, front.genre, **addresses))


def test_an_article_is_described_as_it_was_published() -> None:
    own = {**ARTICLE, "volume": "3", "issue": "2", "keywords": ["甲", "乙"], "issn": "1234-5678"}
    assert tags(own) == [
        ("citation_title", "甲国安全"),
        ("citation_author", "陈一"),
        ("citation_publication_date", "2020"),
        ("citation_journal_title", "论丛"),
        ("citation_issn", "1234-5678"),
        ("citation_volume", "3"),
        ("citation_issue", "2"),
        ("citation_firstpage", "5"),
        ("citation_lastpage", "19"),
        ("citation_keywords", "甲; 乙"),
        ("citation_public_url", "https://example.org/t.html"),
        ("citation_pdf_url", "https://example.org/t.pdf"),
        ("z:itemType", "journalArticle"),
    ]


@pytest.mark.parametrize("front_matter", [SUMMARY, TRANSLATION])
def test_what_is_no_article_is_a_web_page_without_author(front_matter: dict[str, Any]) -> None:
    found = dict(tags(front_matter))
    assert found["z:itemType"] == "webpage"
    assert "citation_author" not in found
    assert "citation_journal_title" not in found


def described(front_matter: dict[str, Any]) -> dict[str, Any]:
    works = {role: citable.work for role, citable in cited(front_matter).items()}
    front = parse(front_matter)
    return jsonld.describe(front, works["original"], works["edition"], EDITION)


def test_linked_data_of_an_article() -> None:
    data = described({**ARTICLE, "volume": "3", "issue": "2"})
    assert (data["@context"], data["@type"]) == ("https://schema.org", "ScholarlyArticle")
    issue, edition = data["isPartOf"]
    assert (issue["@type"], issue["issueNumber"]) == ("PublicationIssue", "2")
    assert issue["isPartOf"]["volumeNumber"] == "3"
    assert issue["isPartOf"]["isPartOf"] == {"@type": "Periodical", "name": "论丛"}
    assert (edition["@type"], edition["version"]) == ("Collection", "1.0.0")


def test_linked_data_of_a_summary_keeps_it_apart_from_the_article() -> None:
    data = described(SUMMARY)
    assert data["@type"] == "CreativeWork"
    assert data["digitalSourceType"] == jsonld.MACHINE_MADE
    assert "author" not in data
    assert data["isBasedOn"]["author"] == [{"@type": "Person", "name": "陈一"}]


def test_linked_data_of_a_translation_names_its_original() -> None:
    data = described(TRANSLATION)
    assert "author" not in data
    assert data["translationOfWork"]["name"] == "Dilemma"
    assert data["translationOfWork"]["isPartOf"]["name"] == "The Magazine"


def test_no_text_can_end_the_data_block() -> None:
    data = described({**ARTICLE, "title": "</script><script>alert(1)"})
    written = jsonld.dumps(data)
    assert "<" not in written
    assert json.loads(written) == data
