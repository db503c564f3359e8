"""What a text has cited so far: what ibid., op. cit. and short titles look back to."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from converters.citations.library.index import WorkIndex
from converters.citations.library.matching import people
from converters.citations.model import Citation, Work


@dataclass(frozen=True, slots=True)
class PlacedCitation:
    """A citation in its place: note or paragraph, and its number there, from 1."""

    where: str
    number: int
    citation: Citation


class History:
    """The citations of a text in order, each with the key of its work, as far as it is known.

    `labels`: the labels of all notes of the text in order, those without citations too.
    """

    def __init__(self, works: WorkIndex, labels: Sequence[str]) -> None:
        self.works = works
        self._previous = dict(zip(labels, ["", *labels], strict=False))
        self._keys: dict[str, list[str]] = defaultdict(list)  # place → keys, "" where unknown
        self._all: dict[str, None] = {}
        self._full: dict[str, int] = {}  # key → number of its first full citation
        self._by_name: dict[str, dict[str, None]] = defaultdict(dict)

    def add(self, place: PlacedCitation, key: str) -> None:
        """Note the next citation; an empty `key` says that no work was found for it."""
        self._keys[place.where].append(key)
        if not key:
            return
        self._all.setdefault(key)
        if place.citation.naming == "full" and key not in self._full:
            self._full[key] = len(self._full)
            if work := self.works.get(key):
                for name in people(work.fields):
                    self._by_name[name].setdefault(key)

    def has_note(self, label: str) -> bool:
        """Whether the text has a note of this label."""
        return label in self._previous

    def keys(self) -> tuple[str, ...]:
        """The keys cited so far, each once, in order."""
        return tuple(self._all)

    def keys_at(self, where: str) -> Sequence[str]:
        """The key of each citation of a note or paragraph so far, empty where it is unknown."""
        return self._keys.get(where, ())

    def keys_before(self, where: str) -> Sequence[str]:
        """The key of each citation of the note before a note."""
        return self.keys_at(self._previous.get(where, ""))

    def is_cited(self, work: Work) -> bool:
        """Whether the text has cited a work in full."""
        return work.key in self._full

    def latest_first(self, works: Iterable[Work]) -> list[Work]:
        """Works that were cited in full, by their first full citation, the latest first."""
        return sorted(works, key=lambda work: -self._full[work.key])

    def by_people(self, names: Iterable[str]) -> list[Work]:
        """The works cited in full that have one of these parts of names, the latest first."""
        keys = dict.fromkeys(key for name in names for key in self._by_name.get(name, ()))
        return self.latest_first(work for key in keys if (work := self.works.get(key)))
