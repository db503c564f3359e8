"""The ids of a page: made and taken apart in one place.

They count within an original page, or within the text where the source has no pages, so that an
id never changes because text elsewhere changed::

    p119-2, p-17        second paragraph that begins on page 119; seventeenth paragraph
    n119-3, n119-star   note 3 of page 119; its note *; a second note 3: n119-3-2
    s-1-2, is-1         second section of the first; a heading of the introduction
    i-1, e-1            paragraphs of the introduction, of what follows the text
    abstract-1          a paragraph of the abstract
    standfirst          the words above the text
    pg-119              where page 119 begins
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class IdKind(StrEnum):
    """What an id names; the value is what the id begins with."""

    PARAGRAPH = "p"
    NOTE = "n"
    HEADING = "s"
    INTRODUCTION = "i"
    INTRODUCTION_HEADING = "is"
    ENDMATTER = "e"
    ABSTRACT = "abstract"
    STANDFIRST = "standfirst"
    PAGE = "pg"


#: The mark of a note that is called by an asterisk.
ASTERISK = "star"
#: A page number in an id: arabic, roman, or of a part (A-12 stands in `pg-A-12` alone).
_PAGE = r"[0-9A-Za-z]*"
_FORMS = (
    re.compile(r"(?P<kind>pg)-(?P<page>[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*)(?P<number>)"),
    re.compile(r"(?P<kind>standfirst)(?P<page>)(?P<number>)"),
    re.compile(r"(?P<kind>i|e|abstract)(?P<page>)-(?P<number>\d+)"),
    re.compile(r"(?P<kind>s|is)(?P<page>)-(?P<number>\d+(?:-\d+)*)"),
    re.compile(rf"(?P<kind>p)(?P<page>{_PAGE})-(?P<number>\d+)"),
    re.compile(rf"(?P<kind>n)(?P<page>{_PAGE})-(?P<number>(?:\d+|{ASTERISK})(?:-\d+)?)"),
)


@dataclass(frozen=True, slots=True)
class TextId:
    """An id in its parts: original `page` ("" where there is none), `number` as it stands there."""

    kind: IdKind
    number: str = ""
    page: str = ""

    def __str__(self) -> str:
        if self.kind is IdKind.STANDFIRST:
            return str(self.kind)
        if self.kind is IdKind.PAGE:
            return f"{self.kind}-{self.page}"
        return f"{self.kind}{self.page}-{self.number}"

    @property
    def printed(self) -> str:
        """The number of a note as printed, also where a page has several of one number."""
        return self.number.partition("-")[0]

    @property
    def is_text(self) -> bool:
        """Whether it names a paragraph of the text or of its introduction: what readers cite."""
        return self.kind in (IdKind.PARAGRAPH, IdKind.INTRODUCTION)


def parse_id(name: str) -> TextId | None:
    """The parts of an id; None for an id of another make (docutils' `id1`, `notes`)."""
    for form in _FORMS:
        if found := form.fullmatch(name):
            return TextId(IdKind(found["kind"]), found["number"], found["page"])
    return None


def note_labels(notes: Iterable[tuple[str, str]]) -> list[str]:
    """A label for each note, given its page ("" where there is none) and its printed number.

    Each is a label of its own, even where a page has two notes of one number.
    """
    times: Counter[str] = Counter()
    labels: list[str] = []
    for page, number in notes:
        first = str(TextId(IdKind.NOTE, number, page))
        times[first] += 1
        labels.append(first if times[first] == 1 else f"{first}-{times[first]}")
    return labels
