"""How well citations are read: found fields against labelled ones, form by form.

    python -m converters.citations.evaluation tests/edition/notes.toml

prints a line for each field, and one for each citation that differs. The file holds notes as
`tests/edition/notes.toml` does; any notes labelled that way can be measured.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from converters.citations.library.library import Library
from converters.citations.resolve.link import cite_text

FIELDS = ("words", "form", "naming", "key", "author", "title", "year", "locator")


@dataclass
class Figures:
    """Counts of right, wrong, missing and needless values by field, and what differs."""

    counts: dict[str, Counter[str]] = field(default_factory=lambda: {f: Counter() for f in FIELDS})
    kinds: Counter[str] = field(default_factory=Counter)
    differing: list[str] = field(default_factory=list)

    def add(self, where: str, wanted: Mapping[str, str], found: Mapping[str, str]) -> None:
        """Compare a citation with its label; an empty mapping stands for none."""
        for name in FIELDS:
            want, got = wanted.get(name, ""), found.get(name, "")
            if want or got:
                verdict = "right" if want == got else "wrong" if want and got else ""
                self.counts[name][verdict or ("missing" if want else "needless")] += 1
                if want != got:
                    self.differing.append(f"{where}: {name}: “{got}” for “{want}”")

    def lines(self) -> Iterator[str]:
        """The figures as a table, then what differs."""
        yield f"{'field':<9}{'right':>7}{'wrong':>7}{'missing':>9}{'needless':>10}"
        for name, count in self.counts.items():
            yield (
                f"{name:<9}{count['right']:>7}{count['wrong']:>7}"
                f"{count['missing']:>9}{count['needless']:>10}"
            )
        yield f"kinds of notes: {self.kinds['right']} right, {self.kinds['wrong']} wrong"
        yield from self.differing


def measure(notes: Sequence[Mapping[str, Any]]) -> Figures:
    """The figures of labelled notes, whose texts are cited in the order in which they stand."""
    figures = Figures()
    library = Library()
    for slug in dict.fromkeys(note["text"] for note in notes):
        own = [note for note in notes if note["text"] == slug]
        cited = cite_text(slug, [(n["label"], n["words"]) for n in own], [], {}, library)
        library.add(cited.works)
        for note in own:
            label, words = note["label"], note["words"]
            right = cited.classes[label] == note["kind"]
            figures.kinds["right" if right else "wrong"] += 1
            found = []
            for link in cited.citations:
                work = library.get(link.key)
                if link.where == label and work:
                    found.append(
                        {
                            "words": words[link.start : link.end],
                            "form": link.form,
                            "naming": link.naming,
                            "key": link.key,
                            "author": work.get("author"),
                            "title": work.get("title"),
                            "year": work.get("date")[:4],
                            "locator": link.locator or "",
                        }
                    )
            wanted = list(note.get("cites", []))
            for number in range(max(len(wanted), len(found))):
                where = f"{slug}:{label}" + (f"/{number + 1}" if number else "")
                figures.add(where, *(dict(*part[number : number + 1]) for part in (wanted, found)))
    return figures


def main(arguments: Sequence[str]) -> int:
    """Print the figures of each file named; 0 if everything is right, else 1."""
    differing = 0
    for name in arguments:
        figures = measure(tomllib.loads(Path(name).read_text(encoding="utf-8"))["note"])
        print(*figures.lines(), sep="\n")
        differing += len(figures.differing) + figures.kinds["wrong"]
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
