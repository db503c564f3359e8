"""Which reader takes a seed."""

import pytest

from converters.messages import EditionError
from converters.model import Document
from converters.readers import READERS, reader_for
from converters.readers.common.reader import Reader
from converters.seed import Seed

SEED = Seed("a.txt", "草原上的桥。", "")


def alike(likeness: float) -> Reader:
    """A reader to which every seed is so like."""
    return Reader("only", lambda seed: likeness, lambda seed, hints: Document())


def only(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    for kind in list(READERS):
        monkeypatch.delitem(READERS, kind)
    monkeypatch.setitem(READERS, reader.kind, reader)


def test_what_is_like_enough_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, alike(0.5))
    assert reader_for(SEED).kind == "only"


def test_what_is_like_no_kind_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, alike(0.45))
    with pytest.raises(EditionError, match="seed-unknown-kind"):
        reader_for(SEED)


def test_a_kind_that_is_named_is_taken_whatever_it_is_like(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, alike(0))
    assert reader_for(SEED, "only").kind == "only"
