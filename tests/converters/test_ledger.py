"""The ledger finds every character that is lost, doubled or silently changed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.ledger import balance
from converters.messages import EditionError
from converters.model import Document, Paragraph, Piece, Removal, Span, Text
from converters.readers import reader_for
from converters.readers.common.reader import Hints
from converters.record import corrections, read_record
from converters.seed import Seed, read_seed

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def whole(seed: Seed, start: int, end: int) -> Paragraph:
    return Paragraph(seed.cut(start, end))


def test_a_character_in_no_account_is_an_error() -> None:
    seed = Seed("s", "甲乙\n丙", "")
    with pytest.raises(EditionError, match=r"s:2: .*丙"):
        balance(seed, Document(body=(whole(seed, 0, 3),)))


def test_a_character_in_two_accounts_is_an_error() -> None:
    seed = Seed("s", "甲乙丙", "")
    removed = (Removal(Span(2, 3), "navigation"),)
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
        body=(whole(seed, 0, half),), removed=(Removal(Span(half, len(string)), "navigation"),)
    )
    ledger = balance(seed, document)
    assert ledger.total == sum(not c.isspace() for c in string)
    assert ledger.total == ledger.text + ledger.changed + sum(ledger.removed.values())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_every_seed_balances(path: Path) -> None:
    seed = read_seed(path)
    record = read_record(path.with_suffix(".toml"))
    seed = Seed(seed.name, seed.text, seed.sha256, corrections(record, seed))
    ledger = balance(seed, reader_for(seed, record.kind).read(seed, record.hints))
    accounts = ledger.text + ledger.moved + ledger.changed + sum(ledger.removed.values())
    assert ledger.total == accounts == sum(not c.isspace() for c in seed.text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_replaying_the_changes_gives_the_texts(path: Path) -> None:
    """What the ledger says was changed, applied to the seed, is what is read (cf. ftfy)."""
    seed = read_seed(path)
    document = reader_for(seed).read(seed, Hints())
    changes = {change.span: change for change in balance(seed, document).changes}
    for paragraph in (*document.abstract, *document.endmatter):
        for piece in paragraph.text.pieces:
            if piece.rule:
                change = changes[piece.span]
                assert (change.after, change.rule) == (piece.text, piece.rule)
            else:
                assert seed.text[piece.span.start : piece.span.end] == piece.text
