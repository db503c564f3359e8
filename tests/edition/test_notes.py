"""The real notes of the two articles: each is what a careful reader finds in it."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from converters.citations import CitedText, Library, cite_text
from converters.citations.evaluation import main

GOLDEN = Path(__file__).parent / "notes.toml"
NOTES: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["note"]
SLUGS = ("mongolia-sco", "nato-resilience")


def notes_of(slug: str) -> list[tuple[str, str]]:
    return [(note["label"], note["words"]) for note in NOTES if note["text"] == slug]


@pytest.fixture(scope="module")
def edition() -> tuple[dict[str, CitedText], Library]:
    library, cited = Library(), {}
    for slug in SLUGS:
        cited[slug] = cite_text(slug, notes_of(slug), [], {}, library)
        library.add(cited[slug].works)
    return cited, library


@pytest.mark.parametrize("note", NOTES, ids=[f"{n['text']}:{n['label']}" for n in NOTES])
def test_note(note: dict[str, Any], edition: tuple[dict[str, CitedText], Library]) -> None:
    texts, library = edition
    cited = texts[note["text"]]
    found = []
    for link in cited.citations:
        if link.where == note["label"]:
            work = library.get(link.key)
            assert work is not None
            found.append(
                {
                    "words": note["words"][link.start : link.end],
                    "form": link.form,
                    "naming": link.naming,
                    "rule": link.rule,
                    "locator": link.locator or "",
                    "key": link.key,
                    "author": work.get("author"),
                    "title": work.get("title"),
                    "year": work.get("date")[:4],
                }
            )
    assert (cited.classes[note["label"]], found) == (note["kind"], note.get("cites", []))


@pytest.mark.parametrize(
    ("slug", "works", "namings", "kinds"),
    [
        (
            "mongolia-sco",
            43,
            {"full": 46, "short": 15, "ibid": 2},
            {"citation": 54, "mixed": 5, "explanatory": 2},
        ),
        (
            "nato-resilience",
            43,
            {"full": 44, "short": 9},
            {"citation": 52, "mixed": 1, "explanatory": 1},
        ),
    ],
)
def test_counts(
    slug: str,
    works: int,
    namings: dict[str, int],
    kinds: dict[str, int],
    edition: tuple[dict[str, CitedText], Library],
) -> None:
    cited = edition[0][slug]
    assert len(cited.works) == len({link.key for link in cited.citations}) == works
    assert Counter(link.naming for link in cited.citations) == namings
    assert Counter(cited.classes.values()) == kinds


def test_only_the_orphan_is_doubtful(edition: tuple[dict[str, CitedText], Library]) -> None:
    messages = [message for cited in edition[0].values() for message in cited.messages]
    assert [(m.code, m.where) for m in messages] == [("citation-orphan", "mongolia-sco:n87-3")]


def test_look_alikes_stay_apart(edition: tuple[dict[str, CitedText], Library]) -> None:
    """Same title in two years; same beginning under two names; titles that share words."""
    titles = Counter(work.get("title") for work in edition[1])
    assert titles["Concept of National Security"] == titles["Concept of Foreign Policy"] == 2
    beginnings = [w.key for w in edition[1] if w.get("title").startswith("Mongolia in Northeast")]
    assert beginnings == ["bedeski2005mongolia", "campi2005mongolia"]
    warfighting = [w.key for w in edition[1] if "Warfighting" in w.get("title")]
    assert warfighting == ["tammen2021nato", "natoact2023nato"]


def test_places_are_offsets_of_the_note(edition: tuple[dict[str, CitedText], Library]) -> None:
    for slug in SLUGS:
        texts = dict(notes_of(slug))
        for link in edition[0][slug].citations:
            words = texts[link.where][link.start : link.end]
            assert words == words.strip() and words
            assert "http" not in words
            assert not words.endswith(("，", "。", ",", "；", ";"))


def test_the_measure_of_reading_finds_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(GOLDEN)]) == 0
    assert "kinds of notes: 115 right, 0 wrong" in capsys.readouterr().out
