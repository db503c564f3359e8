"""Works found by key, by origin, and by what two records of one work have in common."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from converters.citations.library.matching import beginning_keys, match_keys
from converters.citations.model import Work


class WorkIndex:
    """Works in order, each found without a look at the others.

    An index may lie over another one (`below`), which it sees and leaves as it is: so a text has
    the works of the library and its own, and nothing is copied.
    """

    def __init__(self, works: Iterable[Work] = (), *, below: "WorkIndex | None" = None) -> None:
        self._below = below
        self._works: dict[str, Work] = {}
        self._ranks: dict[str, int] = {}
        self._by_term: dict[str, set[str]] = {}
        for work in works:
            self.put(work)

    def __contains__(self, key: object) -> bool:
        return key in self._works or (self._below is not None and key in self._below)

    def __len__(self) -> int:
        return len(self._ranks) + (len(self._below) if self._below else 0)

    def get(self, key: str) -> Work | None:
        """The work of a key."""
        return self._works.get(key) or (self._below.get(key) if self._below else None)

    def put(self, work: Work) -> None:
        """Add a work at the end, or set it in the place of the one with its key."""
        if old := self._works.get(work.key):
            for term in _terms(old):
                self._by_term[term].discard(old.key)
        if work.key not in self:
            self._ranks[work.key] = len(self)
        self._works[work.key] = work
        for term in _terms(work):
            self._by_term.setdefault(term, set()).add(work.key)

    def of_origin(self, origin: str) -> Work | None:
        """The first work that came from a place."""
        return next(self._found([_origin_term(origin)]), None)

    def like(self, fields: Mapping[str, str]) -> Iterator[Work]:
        """The works that share with these fields what `matching.same_work` goes by."""
        return self._found(match_keys(fields))

    def titled_like(self, fields: Mapping[str, str]) -> Iterator[Work]:
        """The works whose title may be this one, begin with it, or be its beginning."""
        return self._found(chain(match_keys(fields), list(beginning_keys(fields))[-1:]))

    def _found(self, terms: Iterable[str]) -> Iterator[Work]:
        """The works of the terms, term after term, each once."""
        seen: set[str] = set()
        for term in terms:
            for key in sorted(self._keys(term) - seen, key=self._rank):
                seen.add(key)
                if work := self.get(key):
                    yield work

    def _keys(self, term: str) -> set[str]:
        below = self._below._keys(term) if self._below else set()
        return below | self._by_term.get(term, set())

    def _rank(self, key: str) -> int:
        if key in self._ranks or not self._below:
            return self._ranks[key]
        return self._below._rank(key)


def _terms(work: Work) -> Iterator[str]:
    """Everything that a work is found by."""
    yield _origin_term(work.origin)
    yield from match_keys(work.fields)
    yield from beginning_keys(work.fields)


def _origin_term(origin: str) -> str:
    return f"origin:{origin}"
