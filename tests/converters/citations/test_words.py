"""Every word of the lexicon that serves citations does what its list says."""

from functools import partial

import pytest
from lexicon_words import forms as words_of

from converters.citations.grammar.documents import is_document, is_law
from converters.citations.grammar.names import is_institution
from converters.citations.grammar.parts import parts

forms = partial(words_of, "citations")


def kinds(text: str) -> list[str]:
    return [part.kind for part in parts(text, 0, len(text))]


@pytest.mark.parametrize("noun", forms("documents", "law-han"))
def test_a_chinese_noun_of_laws(noun: str) -> None:
    assert is_law(f"某国{noun}") and is_law(f"某国{noun}（草案）")


@pytest.mark.parametrize("noun", forms("documents", "document-han"))
def test_a_chinese_noun_of_documents(noun: str) -> None:
    assert is_document(f"某国国家{noun}") and not is_document(f"{noun}与某国")


@pytest.mark.parametrize("noun", forms("documents", "law"))
def test_a_noun_of_laws(noun: str) -> None:
    assert is_law(f"{noun} of 1994") and not is_law(f"Pre{noun}s")


@pytest.mark.parametrize("noun", forms("documents", "document"))
def test_a_noun_of_documents(noun: str) -> None:
    assert is_document(f"National {noun}, 1994")


@pytest.mark.parametrize("ending", forms("institutions", "ending"))
def test_an_ending_of_chinese_institutions(ending: str) -> None:
    assert is_institution(f"蒙古国某{ending}")


@pytest.mark.parametrize("word", forms("institutions", "word"))
def test_a_word_of_institutions(word: str) -> None:
    assert is_institution(f"Some {word}")


@pytest.mark.parametrize("ending", forms("publishers", "ending"))
def test_an_ending_of_chinese_publishers(ending: str) -> None:
    assert kinds(f"草原{ending}，2001年，第8页") == ["press", "date", "locator"]


@pytest.mark.parametrize("word", forms("publishers", "word"))
def test_a_word_of_publishers(word: str) -> None:
    assert kinds(f"Steppe {word}, 2001") == ["press", "date"]


@pytest.mark.parametrize("place", forms("publishing_places", ""))
def test_a_place_without_a_publisher(place: str) -> None:
    assert kinds(f"{place}, 2001") == ["place", "date"]


@pytest.mark.parametrize("archive", [*forms("archives", "noun"), *forms("archives", "name")])
def test_an_archive(archive: str) -> None:
    assert kinds(f"某国{archive}，第3页")[0] == "archive"
