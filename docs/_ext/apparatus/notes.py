"""Ids of the notes, and the mark by which the source knows each note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docutils import nodes
from edition_front import front_of
from sphinx.transforms import SphinxTransform

from converters.schema.ids import ASTERISK, IdKind, parse_id


@dataclass(frozen=True)
class PrintedMark:
    """Page of the source ("" where it has none) and the mark as printed there."""

    page: str
    mark: str

    @property
    def label(self) -> str:
        """Short form for display: `原119③`, without pages `原③`."""
        return f"原{self.page}{self.mark}"


def circled(number: int) -> str:
    """The circled digit of `number` as Unicode has it (0 to 50), else the number in brackets."""
    for first, last, base in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(base + number - first)
    return "⓪" if number == 0 else f"({number})"


def printed_mark(label: str, style: str | None) -> PrintedMark | None:
    """The mark that the source printed for the note `label`; None for a label of another kind.

    `style` is the page's `note_marks`: `circled` (①) or `bracketed` ([1]).
    """
    found = parse_id(label)
    if found is None or found.kind is not IdKind.NOTE:
        return None
    if found.printed == ASTERISK:
        return PrintedMark(found.page, "*")
    mark = circled(int(found.printed)) if style == "circled" else f"[{found.printed}]"
    return PrintedMark(found.page, mark)


class PrintedNotes(SphinxTransform):
    """Runs when docutils has numbered the notes and linked them with their references (620)."""

    default_priority = 640

    def apply(self, **kwargs: Any) -> None:
        """Give each footnote its printed page and mark, and each call its id."""
        front = front_of(self.env, self.env.docname)
        style = front.note_marks if front else None
        for footnote in self.document.findall(nodes.footnote):
            if not footnote["names"]:
                continue
            label = footnote["names"][0]
            self._name_references(footnote, label)
            if mark := printed_mark(label, style):
                footnote["printed_page"] = mark.page
                footnote["printed_mark"] = mark.mark

    def _name_references(self, footnote: nodes.footnote, label: str) -> None:
        """Give references ids that do not count: `n119-1-ref`, for a repeat `n119-1-ref2`."""
        ids = self.document.ids
        renamed = []
        for count, old in enumerate(footnote["backrefs"], 1):
            new = f"{label}-ref" if count == 1 else f"{label}-ref{count}"
            reference = ids.pop(old)
            reference["ids"] = [new]
            ids[new] = reference
            renamed.append(new)
        footnote["backrefs"] = renamed


class NoteLinks(SphinxTransform):
    """Links such as `[注3](#n119-3)`: MyST (`ResolveAnchorIds`, 879) takes no note for a target."""

    default_priority = 878

    def apply(self, **kwargs: Any) -> None:
        """Make links to a note of this page references to its node."""
        for link in self.document.findall(nodes.reference):
            if not link.get("id_link"):
                continue
            target = link["refuri"].removeprefix("#")
            if isinstance(self.document.ids.get(target), nodes.footnote):
                del link["refuri"], link["id_link"]
                link["refid"] = target
