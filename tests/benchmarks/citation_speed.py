"""How reading and resolving citations, and checking the bibliography file, grow with their number.

Run it as it is: `python tests/benchmarks/citation_speed.py`. Doubling the number should about
double the time.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from converters.citations import CitedText, Library, cite_text
from converters.citations.library.gate import gate

COUNTS = (250, 500, 1000, 2000)
NOTE = "李三：《题名第{}种》，《世界经济与政治》2015年第3期，第3页。"


def seconds(function: Callable[..., object], *arguments: object) -> float:
    """The better of two runs."""
    times = []
    for _ in range(2):
        start = time.perf_counter()
        function(*arguments)
        times.append(time.perf_counter() - start)
    return min(times)


def cite(count: int, library: Library) -> CitedText:
    """A text with so many notes, each of which cites a work of its own."""
    notes = [(f"n-{n}", NOTE.format(n)) for n in range(1, count + 1)]
    return cite_text("text", notes, [], {}, library)


def main() -> None:
    """Print the figures as a table."""
    print(f"{'works':>6}{'cite':>9}{'cite again':>12}{'gate':>9}")
    for count in COUNTS:
        library = Library().with_works(cite(count, Library()).works)
        first, again = (seconds(cite, count, known) for known in (Library(), library))
        checked = seconds(gate, library.dump())
        print(f"{count:>6}{first:>7.2f} s{again:>10.2f} s{checked:>7.2f} s")


if __name__ == "__main__":
    main()
