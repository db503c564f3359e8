"""The five texts of this edition, for the tests that are about them."""

from dataclasses import replace
from pathlib import Path

from converters.readers.common.reader import Hints
from converters.record import corrections, read_record
from converters.seed import Seed, read_seed

SEEDS = Path(__file__).parents[1] / "seeds"


def real(number: str) -> Seed:
    """A seed by its number."""
    return read_seed(next(SEEDS.glob(f"{number}_*.txt")))


def edited(number: str) -> tuple[Seed, Hints]:
    """A seed with the emendations and hints of its record."""
    seed = real(number)
    record = read_record(SEEDS / f"{Path(seed.name).stem}.toml")
    return replace(seed, corrections=corrections(record, seed)), record.hints
