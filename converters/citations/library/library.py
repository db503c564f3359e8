"""The bibliography: works and the file that holds them.

An entry that the converter wrote carries a checksum of itself (`userb`). As long as it fits, the
converter may write the entry anew; once an editor changes anything in the entry it fits no more,
and the entry is kept as it stands, byte for byte. Nothing is ever deleted or put in another order.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from converters.citations.library.bibfile import Block, checksum_of, read_blocks, write_work
from converters.citations.library.keys import make_key
from converters.citations.model import Work

_HEADER = (
    "% The bibliography of the edition (biblatex). `edition convert` may rewrite an entry\n"
    "% as long as nothing in it was changed; the first change makes the entry the editor's own."
)


@dataclass(frozen=True)
class Library:
    """The works of refs.bib in their order, with everything else that the file holds."""

    blocks: tuple[Block, ...] = ()

    @classmethod
    def load(cls, path: Path) -> "Library":
        """The library of a file; an empty one if there is no file."""
        if not path.is_file():
            return cls()
        return cls.loads(path.read_text(encoding="utf-8"))

    @classmethod
    def loads(cls, source: str) -> "Library":
        """The library of the text of a .bib file."""
        return cls(tuple(read_blocks(source)))

    def dump(self) -> str:
        """The text of the file: the same library always gives the same bytes."""
        raw = [block.raw for block in self.blocks]
        if not any(text.startswith("%") for text in raw):
            raw.insert(0, _HEADER)
        return "\n\n".join(raw) + "\n"

    @cached_property
    def _by_key(self) -> dict[str, Block]:
        return {
            b.work.key: b for b in reversed(self.blocks) if b.work is not None and not b.duplicate
        }

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def __iter__(self) -> Iterator[Work]:
        return (b.work for b in self.blocks if b.work is not None and not b.duplicate)

    def get(self, key: str) -> Work | None:
        """The work of a key."""
        block = self._by_key.get(key)
        return block.work if block else None

    def is_touched(self, key: str) -> bool:
        """Whether an editor changed the entry of a key."""
        return key in self._by_key and self._by_key[key].touched

    def new_key(self, work: Work, also: Iterable[str] = ()) -> str:
        """A key for a work that no entry of the library has, nor any of the keys given."""
        return make_key(work.fields, {*self._by_key, *also})

    def with_works(self, works: Iterable[Work]) -> "Library":
        """The library with these works: new ones at the end, known ones anew unless touched."""
        blocks = list(self.blocks)
        places = {b.work.key: n for n, b in enumerate(blocks) if b.work and not b.duplicate}
        for work in works:
            place = places.get(work.key)
            if place is None:
                places[work.key] = len(blocks)
                blocks.append(_block(work))
            elif not blocks[place].touched and blocks[place].work != work:
                blocks[place] = _block(work)
        return replace(self, blocks=tuple(blocks))

    def uncited(self, cited: Iterable[str]) -> tuple[Work, ...]:
        """The works whose key is not among those cited."""
        keys = set(cited)
        return tuple(work for work in self if work.key not in keys)


def _block(work: Work) -> Block:
    return Block(write_work(work), 0, work, checksum_of(work))
