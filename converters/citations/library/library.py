"""The bibliography: works and the file that holds them.

An entry that the converter wrote carries a checksum of itself (`userb`). As long as it fits, the
converter may write the entry anew; once an editor changes anything in the entry it fits no more,
and the entry is kept as it stands, byte for byte. Nothing is ever deleted or put in another order.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from converters.citations.library.bibfile import Block, checksum_of, read_blocks, write_work
from converters.citations.library.index import WorkIndex
from converters.citations.library.keys import make_key
from converters.citations.model import Work
from converters.messages import stop

_HEADER = (
    "% The bibliography of the edition (biblatex). `edition convert` may rewrite an entry\n"
    "% as long as nothing in it was changed; the first change makes the entry the editor's own."
)


class Library:
    """The works of refs.bib in their order, with everything else that the file holds.

    It grows: `add` costs what the works added cost, however many there are already.
    """

    def __init__(self, works: Iterable[Work] = ()) -> None:
        self._blocks: list[Block] = []
        self._places: dict[str, int] = {}  # key → number of its block
        self._index = WorkIndex()
        self.add(works)

    @classmethod
    def load(cls, path: Path) -> "Library":
        """The library of a file; an empty one if there is no file.

        Raises EditionError for a file that is not UTF-8.
        """
        if not path.exists():
            return cls()
        try:
            return cls.loads(path.read_bytes().decode("utf-8"))
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            raise stop("bib-not-utf8", f"{path.name}:{line}", byte=error.start) from None

    @classmethod
    def loads(cls, source: str) -> "Library":
        """The library of the text of a .bib file."""
        return cls._of_blocks(read_blocks(source))

    @classmethod
    def _of_blocks(cls, blocks: Iterable[Block]) -> "Library":
        library = cls()
        for block in blocks:
            library._put(block)
        return library

    def copy(self) -> "Library":
        """Another library with the same content; what is added to one is not in the other."""
        return self._of_blocks(self._blocks)

    def dump(self) -> str:
        """The text of the file: the same library always gives the same bytes."""
        raw = [block.raw for block in self._blocks]
        if not any(text.startswith("%") for text in raw):
            raw.insert(0, _HEADER)
        return "\n\n".join(raw) + "\n"

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[Work]:
        return (work for key in self._places if (work := self.get(key)))

    def get(self, key: str) -> Work | None:
        """The work of a key."""
        return self._index.get(key)

    def of_origin(self, origin: str) -> Work | None:
        """The first work whose entry came from a place (`slug: label`)."""
        return self._index.of_origin(origin)

    def overlay(self) -> WorkIndex:
        """An index that has the works of the library; what is put in it does not reach them."""
        return WorkIndex(below=self._index)

    def is_touched(self, key: str) -> bool:
        """Whether an editor changed the entry of a key."""
        return key in self and self._blocks[self._places[key]].touched

    def new_key(self, work: Work) -> str:
        """A key for a work that no entry of the library has."""
        return make_key(work.fields, self)

    def add(self, works: Iterable[Work]) -> None:
        """Add works: new ones at the end, known ones written anew unless an editor touched them."""
        for work in works:
            if work.key not in self or (
                self.get(work.key) != work and not self.is_touched(work.key)
            ):
                self._put(Block(write_work(work), 0, work, checksum_of(work)))

    def _put(self, block: Block) -> None:
        """Add a block, or set it in the place of the entry with its key."""
        work = block.work
        if work is None or block.duplicate:
            self._blocks.append(block)
            return
        place = self._places.setdefault(work.key, len(self._blocks))
        self._blocks[place : place + 1] = [block]
        self._index.put(work)
