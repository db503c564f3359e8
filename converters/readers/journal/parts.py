"""The parts of a journal article: its front matter, its text, its back matter."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from converters.model import Field, Removal
from converters.readers.common.notes import NoteMark
from converters.readers.journal.pages import PageRow
from converters.readers.journal.paragraphs import ParagraphRows


@dataclass(frozen=True, slots=True)
class FieldCall:
    """A note mark on a field (`title`, `author`); its place in the reading."""

    mark: NoteMark
    start: int
    end: int
    page: int
    on: str


@dataclass(frozen=True)
class ArticleParts:
    """What was found; `rest` is the text itself."""

    rest: tuple[PageRow, ...]
    fields: tuple[Field, ...] = ()
    abstract: tuple[ParagraphRows, ...] = ()
    endmatter: tuple[ParagraphRows, ...] = ()
    removed: tuple[Removal, ...] = ()
    calls: tuple[FieldCall, ...] = ()

    def with_back_matter(self, other: "ArticleParts") -> "ArticleParts":
        """Front and end matter together."""
        return replace(
            self,
            rest=other.rest,
            fields=(*self.fields, *other.fields),
            endmatter=(*self.endmatter, *other.endmatter),
        )


def extent(fields: Iterable[Field]) -> tuple[int, int] | None:
    """First page and number of pages, where a field states both."""
    for stated in fields:
        if stated.name == "pages" and (match := re.fullmatch(r"(\d+)-(\d+)", stated.value)):
            return int(match[1]), int(match[2]) - int(match[1]) + 1
    return None
