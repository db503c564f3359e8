"""The works known while a text is read, found by what could make two citations one work."""

from collections.abc import Iterable, Iterator, Mapping

from converters.citations.model import Work
from converters.citations.resolve import evidence


class Known:
    """The works of the library and those that the text adds, and in what order it cites them."""

    def __init__(self, works: Iterable[Work]) -> None:
        self.works: dict[str, Work] = {}
        self.cited: dict[str, str] = {}  # key → place of its first full citation
        self._by_trace: dict[str, dict[str, None]] = {}
        self._by_origin: dict[str, str] = {}
        for work in works:
            self.put(work)

    def put(self, work: Work) -> Work:
        """Add a work, or set it in the place of the one with its key."""
        self.works[work.key] = work
        self._by_origin.setdefault(work.origin, work.key)
        for trace in evidence.traces(work.fields):
            self._by_trace.setdefault(trace, {})[work.key] = None
        return work

    def of_origin(self, origin: str) -> Work | None:
        """The work that came from a place."""
        return self.works.get(self._by_origin.get(origin, ""))

    def like(self, fields: Mapping[str, str]) -> Iterator[Work]:
        """The works that share with these fields what `evidence.same_work` goes by."""
        found: dict[str, None] = {}
        for trace in evidence.traces(fields):
            found |= self._by_trace.get(trace, {})
        return (self.works[key] for key in found)

    def earlier(self) -> list[Work]:
        """The works that the text has cited in full so far, the latest first."""
        return [self.works[key] for key in reversed(self.cited)]

    def others(self) -> list[Work]:
        """All other works."""
        return [work for key, work in self.works.items() if key not in self.cited]
