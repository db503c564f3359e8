"""How citing grows: with the number of texts, and with the works of one text.

Run it as it is: `python tests/benchmarks/citation_speed.py`. Each line but the first ends in the
exponents of growth from the line before: 1 is linear, 2 quadratic.
"""

import sys
import time
from collections.abc import Callable, Sequence
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from converters.citations import CitedText, Library, cite_text, validate

TEXTS = (10, 20, 40, 80, 160)
WORKS = (250, 500, 1000, 2000)
NOTES_OF_A_TEXT = 60
JOURNAL = "李三：《{}之研究》，《世界经济与政治》2015年第3期，第3页。"
ARTICLE = "Alicia Campi, “{} and the Steppe in Our Time,” Voices, No. 3, 2012, p. 4."
SHORT = "Campi, “{} and the Steppe,” p. 8."
SHARED = "王二：《草原史》，商务印书馆2001年版，第8页。"


def notes_of(text: int) -> list[tuple[str, str]]:
    """Notes as articles have them: works of their own, short forms, ibid., a common work."""
    notes = []
    for number in range(NOTES_OF_A_TEXT // 4):
        name = f"{text * NOTES_OF_A_TEXT + number:06d}"
        han = "".join("零一二三四五六七八九"[int(digit)] for digit in name)
        latin = "".join("abcdefghij"[int(digit)] for digit in name).title()
        notes += [JOURNAL.format(han), ARTICLE.format(latin), SHORT.format(latin), "Ibid."]
    return [(f"n-{n}", note) for n, note in enumerate([*notes, SHARED], 1)]


def cite_texts(count: int) -> Library:
    """So many texts, one after the other."""
    library = Library()
    for text in range(count):
        library.add(cite_text(f"text-{text}", notes_of(text), [], {}, library).works)
    return library


def cite_works(count: int, library: Library) -> CitedText:
    """A text with so many notes, each of which cites a work of its own."""
    notes = [(f"n-{n}", JOURNAL.format(f"第{n}种")) for n in range(1, count + 1)]
    return cite_text("text", notes, [], {}, library)


def seconds(function: Callable[..., object], *arguments: object) -> float:
    """The better of two runs, in processor time."""
    times = []
    for _ in range(2):
        start = time.process_time()
        function(*arguments)
        times.append(time.process_time() - start)
    return min(times)


def table(names: Sequence[str], rows: Sequence[Sequence[float]]) -> None:
    """Print a count and its times a line, with the exponents of growth."""
    print("".join(f"{name:>13}" for name in names))
    for before, row in zip([None, *rows], rows, strict=False):
        line = f"{row[0]:>13.0f}" + "".join(f"{value:>11.2f} s" for value in row[1:])
        if before:
            step = log(row[0] / before[0])
            line += "  " + "".join(
                f"{log(now / then) / step:>7.2f}"
                for now, then in zip(row[1:], before[1:], strict=True)
            )
        print(line)


def main() -> None:
    """Print both tables."""
    table(
        ["texts", "cite", "load"],
        [
            (
                count,
                seconds(cite_texts, count),
                seconds(lambda library: Library.loads(library.dump()), cite_texts(count)),
            )
            for count in TEXTS
        ],
    )
    rows = []
    for count in WORKS:
        library = Library(cite_works(count, Library()).works)
        first, again = (seconds(cite_works, count, known) for known in (Library(), library))
        rows.append((count, first, again, seconds(validate, library.dump())))
    table(["works", "cite", "cite again", "validate"], rows)


if __name__ == "__main__":
    main()
