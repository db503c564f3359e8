"""Each genre in the words of every format: no format may call a text what it is not."""

from __future__ import annotations

import json

import pytest
from cite_box import biblatex, csl_json, highwire, jsonld, ris
from cite_box.box import cite
from cite_box.styles import STYLES
from cite_box.styles.typography import plain
from cite_box.texts import Edition, citables
from cite_box.work import Work

from converters.schema.derivations import Derivation
from converters.schema.front import FrontMatter
from converters.schema.genres import Genre

EDITION = Edition("辑注", "1.0.0", "2026-11-22", ("编者",), url="https://example.org/")


RIS = {
    Genre.JOURNAL_ARTICLE: "JOUR",
    Genre.MAGAZINE_ARTICLE: "MGZN",
    Genre.NEWS_REPORT: "NEWS",
    Genre.WEB_POST: "BLOG",
    Genre.WEB_PAGE: "ELEC",
    Genre.BOOK_CHAPTER: "CHAP",
    Genre.CONFERENCE_PAPER: "CPAPER",
    Genre.THESIS: "THES",
    Genre.REPORT: "RPRT",
    Genre.DOCUMENT: "GEN",
}


def front_of(genre: Genre, derivation: Derivation = Derivation.ORIGINAL) -> FrontMatter:
    return FrontMatter(
        slug="rail",
        title="草原上的铁路",
        genre=genre,
        derivation=derivation,
        authors=("王明",),
        journal="草原新闻网",
        date="2024-03-05",
        url="https://example.mn/rail",
    )


def original(front: FrontMatter) -> Work:
    return citables(front, EDITION, "https://example.org/t.html")[0].work


@pytest.mark.parametrize("genre", Genre)
def test_each_format_has_its_own_word_for_a_genre(genre: Genre) -> None:
    terms, work = genre.terms, original(front_of(genre))
    assert ris.dumps([work]).startswith(f"TY  - {RIS[genre]}\r\n")
    assert json.loads(csl_json.dumps([work]))[0]["type"] == terms.csl
    assert biblatex.dumps([work]).startswith(f"@{terms.bib_type}{{")
    tags = dict(highwire.publication_tags(work, genre, url="", pdf=""))
    assert tags["z:itemType"] == terms.zotero
    data = jsonld.describe(front_of(genre), work, work, EDITION)
    assert data["@type"] == terms.schema_org


@pytest.mark.parametrize("genre", Genre)
def test_the_marker_of_the_standard_is_that_of_the_genre(genre: Genre) -> None:
    reference = plain(cite(STYLES[0], original(front_of(genre))))
    assert f"草原上的铁路[{genre.terms.marker}" in reference


@pytest.mark.parametrize("genre", Genre)
def test_an_entry_comes_back_as_it_was_written(genre: Genre) -> None:
    work = original(front_of(genre))
    assert biblatex.from_entry(work.id, biblatex.to_entry(work)).type == work.type


@pytest.mark.parametrize("genre", sorted(set(Genre) - {Genre.JOURNAL_ARTICLE}))
def test_only_a_journal_is_called_one(genre: Genre) -> None:
    front = front_of(genre)
    work = original(front)
    tags = dict(highwire.publication_tags(work, genre, url="", pdf=""))
    assert "citation_journal_title" not in tags
    assert "JOUR" not in ris.dumps([work])
    assert "期刊" not in front.badge
    assert (
        "ScholarlyArticle" not in json.dumps(jsonld.describe(front, work, work, EDITION))
        or genre is Genre.CONFERENCE_PAPER
    )


def test_news_and_posts_as_readers_cite_them() -> None:
    shown = {
        genre: [plain(cite(style, original(front_of(genre)))) for style in STYLES]
        for genre in (Genre.NEWS_REPORT, Genre.WEB_POST)
    }
    assert shown[Genre.NEWS_REPORT][0] == "王明. 草原上的铁路[N]. 草原新闻网，2024-03-05."
    assert shown[Genre.WEB_POST][0] == (
        "王明. 草原上的铁路[EB/OL]. （2024-03-05）. https://example.mn/rail."
    )
    assert shown[Genre.WEB_POST][2] == (
        "王明, “草原上的铁路,” 草原新闻网, March 5, 2024, https://example.mn/rail."
    )


def test_a_republished_report_is_the_republishers_page_of_a_report() -> None:
    front = front_of(Genre.NEWS_REPORT, Derivation.REPUBLICATION)
    first = citables(front, EDITION)[0]
    assert (first.label, first.work.type) == ("原报道", "article-newspaper")
    assert first.work.get("URL") == ""
    assert front.worded(front.terms.advice) == (
        "文章按原报道年份引用；本版所据为转载文本，核对引文请查原报道。"
    )
