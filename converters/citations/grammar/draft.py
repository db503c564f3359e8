"""A citation taken apart, before its form is known."""

import re
from dataclasses import dataclass

from converters import dates
from converters.characters import HAN
from converters.citations.grammar.parts import Part


@dataclass(frozen=True, slots=True)
class Draft:
    """A citation taken apart, before its form is known.

    `head` says how the title stands: `angle` 《…》, `quoted` “…”, `plain` bare, `book` bare after
    an author, `gost` before `//`, `gost-book`, `gbt-J` before a marker [J], `agency` not at all.
    """

    head: str
    author: str
    title: str
    parts: tuple[Part, ...]

    def has(self, *kinds: str) -> bool:
        """Whether there is a part of each kind; `a|b` means either."""
        there = {part.kind for part in self.parts}
        return all(there & set(kind.split("|")) for kind in kinds)

    def texts(self) -> list[str]:
        """The parts without a name of their own."""
        return [part.text for part in self.parts if part.kind == "text" and part.text]

    def first(self, kind: str) -> str:
        """The text of the first part of a kind."""
        return next((part.text for part in self.parts if part.kind == kind), "")

    def date(self) -> str:
        """The ISO date, empty if none."""
        found = (part.fields["date"] for part in self.parts if "date" in part.fields)
        return next((iso for raw in found if (iso := dates.iso(raw))), "")

    @property
    def language(self) -> str:
        """`zh` if there is Han in title or tail, else `ru` or `en` by the letters."""
        tail = "".join(part.text for part in self.parts if part.kind != "url")
        if re.search(f"[{HAN}]", self.title + tail):
            return "zh"
        return "ru" if re.search("[а-яА-Я]{3}", self.title + self.first("text")) else "en"


def has_day(draft: Draft) -> bool:
    """Whether the date goes down to the day."""
    return len(draft.date()) >= 10


def is_authored(draft: Draft) -> bool:
    """Whether someone is named before the title."""
    return bool(draft.author)
