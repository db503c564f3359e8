"""What citations are made of: a citation in a note, a work of the bibliography, a decision."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from converters.messages import Message

#: How a citation names its work: in full, by a short form, or by pointing back (ibid.).
Naming = Literal["full", "short", "ibid"]
NoteClass = Literal["citation", "mixed", "explanatory"]


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a text that cite one work.

    `start`, `end`: code points of the text, without the final stop and without the URL, which
    follows as a link of its own. `fields` are biblatex fields, values as plain text, names as a
    BibTeX name list. `locator` is the pin-cite as printed; it is never `pages`. A form that
    points back has no type; `note` is then the number of the note it names, if it names one.
    """

    form: str
    start: int
    end: int
    type: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    locator: str | None = None
    naming: Naming = "full"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """An entry of the bibliography; `origin` tells where it comes from (`slug: label`)."""

    key: str
    type: str
    fields: Mapping[str, str]
    origin: str = ""

    def get(self, name: str) -> str:
        """The value of a field, empty if there is none."""
        return self.fields.get(name, "")


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor decided about a citation that no rule resolves.

    `words` picks the citation where a note has several, or the words that cite where the grammar
    finds none. An empty `key` says that the words cite nothing.
    """

    key: str
    reason: str
    words: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A work that the text names without a note: these `words`, this entry.

    With a `type` the entry is made from `fields` if the library does not have it yet.
    """

    words: str
    key: str
    reason: str
    type: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Linked:
    """A citation resolved: where it stands, the work it means, and the rule that decided."""

    where: str
    start: int
    end: int
    key: str
    locator: str | None
    rule: str
    form: str
    naming: Naming = "full"


@dataclass(frozen=True)
class CitedText:
    """The citations of a text and what they say about works, notes and doubts."""

    citations: tuple[Linked, ...]
    works: tuple[Work, ...]
    classes: Mapping[str, NoteClass]
    messages: tuple[Message, ...]
