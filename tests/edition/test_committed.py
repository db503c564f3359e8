"""The committed pages and refs.bib are what the seeds make of them, to the byte."""

from pathlib import Path

import pytest
from five_texts import SEEDS, edited
from support import ROOT, copy_of_repository, edition

from converters.ledger import balance
from converters.readers import READERS
from converters.record import read_record
from converters.seed import read_seed

PATHS = sorted(SEEDS.glob("*.txt"))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of this repository that a test may change."""
    return copy_of_repository(tmp_path / "edition")


def outputs(root: Path) -> dict[str, bytes]:
    """What a conversion writes."""
    files = [*(root / "docs/texts").glob("*"), root / "refs.bib"]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_committed_pages_are_what_the_seeds_make(repository: Path) -> None:
    done = edition(repository, "convert")
    assert done.code == 0, done.err
    assert "5 texts, 0 files changed" in done.err
    assert outputs(repository) == outputs(ROOT)


def test_pages_made_from_nothing_are_the_same(repository: Path) -> None:
    for page in (repository / "docs/texts").glob("*.md"):
        page.unlink()
    assert edition(repository, "convert").code == 0
    assert outputs(repository) == outputs(ROOT)


def test_nothing_is_left_to_be_said(repository: Path) -> None:
    done = edition(repository, "check")
    assert done.code == 0, done.out
    assert done.out.splitlines()[-1].startswith("5 texts, 0 errors")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem[:3])
def test_each_kind_is_recognised_clearly(path: Path) -> None:
    seed = read_seed(path)
    likeness = sorted((r.identify(seed), r.kind) for r in READERS.values())
    assert likeness[-1][1] == read_record(path.with_suffix(".toml")).kind
    assert likeness[-1][0] - likeness[-2][0] > 0.25


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem[:3])
def test_every_character_is_in_one_account(path: Path) -> None:
    seed, hints = edited(path.stem[:3])
    kind = read_record(path.with_suffix(".toml")).kind
    ledger = balance(seed, READERS[kind].read(seed, hints))
    accounts = ledger.text + ledger.moved + ledger.changed + sum(ledger.removed.values())
    assert ledger.total == accounts == sum(not c.isspace() for c in seed.text)
