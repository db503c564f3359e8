"""What every reader is: it recognises its kind of source and reads a seed into a document."""

from collections.abc import Callable
from dataclasses import dataclass

from converters.model import Document
from converters.schema.genres import Genre
from converters.seed import Seed


@dataclass(frozen=True, slots=True)
class Hints:
    """What the record tells a reader and no rule can know.

    `first_page`: the printed number of the source's first page, where the seed does not give it.
    `body_line`: the line on which the text itself begins, after an introduction by others.
    """

    first_page: int | None = None
    body_line: int | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of source. `identify` gives the likeness of a seed to this kind, from 0 to 1.

    `genre` is what its texts are as a rule: taken, with a message, where a seed does not tell.
    """

    kind: str
    identify: Callable[[Seed], float]
    read: Callable[[Seed, Hints], Document]
    genre: Genre = Genre.DOCUMENT
