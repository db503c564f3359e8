"""Surnames of the lexicon: two tables of readings agree, and traditional forms read alike."""

from gbt7714.collation import SURNAMES

from converters.surnames import COMPOUND, READINGS, SINGLE


def test_keys_and_references_read_surnames_alike() -> None:
    """The style sorts by tone and imports nothing of ours: its own table says the same."""
    shared = SURNAMES.keys() & READINGS.keys()
    assert len(shared) > 20
    for surname in shared:
        assert READINGS[surname] == "".join(c for c in SURNAMES[surname] if c.isalpha())


def test_traditional_surnames_are_surnames() -> None:
    assert {"張", "陳", "葉"} <= SINGLE
    assert {"歐陽", "尉遲"} <= COMPOUND
    assert READINGS["單"] == READINGS["单"] == "shan"
