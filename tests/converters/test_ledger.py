"""The ledger finds every character that is lost, doubled or silently changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.ledger import balance
from converters.messages import EditionError
from converters.model import Document, Paragraph, Piece, Removal, Span, Text
from converters.schema.reasons import Reason
from converters.seed import Seed


def whole(seed: Seed, start: int, end: int) -> Paragraph:
    return Paragraph(seed.cut(start, end))


def test_a_character_in_no_account_is_an_error() -> None:
    seed = Seed("s", "甲乙\n丙", "")
    with pytest.raises(EditionError, match=r"s:2: .*丙"):
        balance(seed, Document(body=(whole(seed, 0, 3),)))


def test_a_character_in_two_accounts_is_an_error() -> None:
    seed = Seed("s", "甲乙丙", "")
    removed = (Removal(Span(2, 3), Reason.NAVIGATION),)
    with pytest.raises(EditionError, match="ledger-twice"):
        balance(seed, Document(body=(whole(seed, 0, 3),), removed=removed))


def test_a_silent_change_is_a_fault() -> None:
    seed = Seed("s", "甲乙", "")
    text = Text((Piece("甲丁", Span(0, 2)),))
    with pytest.raises(ValueError, match="said to be kept"):
        balance(seed, Document(body=(Paragraph(text),)))


@given(st.text(alphabet="甲乙a ,\n", max_size=30))
def test_the_sum_is_the_seed(string: str) -> None:
    seed = Seed("s", string, "")
    half = len(string) // 2
    document = Document(
        body=(whole(seed, 0, half),), removed=(Removal(Span(half, len(string)), Reason.NAVIGATION),)
    )
    ledger = balance(seed, document)
    assert ledger.total == sum(not c.isspace() for c in string)
    assert ledger.total == ledger.text + ledger.changed + sum(ledger.removed.values())
