"""Conversion does work in proportion to the length of its source, whatever stands in it."""

import sys

import pytest
from benchmarks.growth import PATTERNS, run_whole

#: Each was quadratic once: four times the text took sixteen times the work, or near it.
ONCE_QUADRATIC = (
    "commas",
    "dashes and blanks",
    "circled marks",
    "bold with blanks",
    "table rows",
    "addresses on lines",
    "circled notes with blank lines",
    "raised notes",
    "labels on lines",
    "lines of one",
    "emendations",
)
SHORT, TIMES = 1000, 4
MOST = 6  # a linear pattern makes 4 times as many calls


def calls(kind: str, name: str, length: int) -> int:
    """How many functions, those of the library included, one conversion calls."""
    text = PATTERNS[name](length)
    number = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal number
        number += event.endswith("call")

    sys.setprofile(count)
    try:
        run_whole(kind, name, text)
    finally:
        sys.setprofile(None)
    return number


@pytest.mark.parametrize("kind", ["journal-pdf-text", "journal-ocr-markdown"])
@pytest.mark.parametrize("name", ONCE_QUADRATIC)
def test_the_work_grows_with_length(kind: str, name: str) -> None:
    run_whole(kind, name, PATTERNS[name](SHORT))  # what is done once is done now
    assert calls(kind, name, TIMES * SHORT) < MOST * calls(kind, name, SHORT)
