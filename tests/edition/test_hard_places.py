"""The whole expected text of the hardest places of the two articles, read by eye."""

from pathlib import Path

import pytest
from five_texts import edited
from reading import Seen, see

GOLDEN = Path(__file__).parent / "hard_places"


def cases() -> list[tuple[str, str, str]]:
    """Seed, place and expected line."""
    found = []
    for path in sorted(GOLDEN.glob("*.txt")):
        place = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("@ "):
                place = line.removeprefix("@ ")
            elif line and place:
                found.append((path.stem, place, line))
    return found


@pytest.fixture(scope="module")
def texts() -> dict[str, Seen]:
    kinds = {"001": "journal-pdf-text", "003": "journal-ocr-markdown"}
    read = {number: edited(number) for number in kinds}
    return {number: see(seed, kinds[number], hints) for number, (seed, hints) in read.items()}


def lines(seen: Seen) -> list[str]:
    return [
        *(f"abstract: {one}" for one in seen.abstract),
        *seen.blocks,
        *(f"{label}: {words}" for label, words in seen.notes.items()),
        *(f"end: {one}" for one in seen.endmatter),
    ]


@pytest.mark.parametrize(
    ("number", "place", "line"), cases(), ids=[f"{n}-{line[:12]}" for n, _, line in cases()]
)
def test_hard_places(texts: dict[str, Seen], number: str, place: str, line: str) -> None:
    assert line in lines(texts[number]), place


def test_there_are_hard_places_of_both_articles() -> None:
    assert {number for number, _, _ in cases()} == {"001", "003"}
    assert len({(number, place) for number, place, _ in cases()}) == 24
