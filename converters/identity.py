"""The identity of a text: what the seed attests, overlaid by what the record decides."""

from collections.abc import Mapping
from dataclasses import dataclass

from converters.model import Document
from converters.record import IDENTITY, LISTS, Record

#: Parts the items of a list in a reader's `Field.value`.
LISTS_SEPARATOR = "；"


@dataclass(frozen=True, slots=True)
class Stated:
    """A value of the identity; `evidence` where an editor supplied it."""

    value: str | tuple[str, ...]
    evidence: str = ""

    def __str__(self) -> str:
        return self.value if isinstance(self.value, str) else "、".join(self.value)


Identity = Mapping[str, Stated]


def identity_of(document: Document, record: Record) -> dict[str, Stated]:
    """The identity, in the order of `IDENTITY`. The record wins over the reader."""
    found: dict[str, Stated] = {}
    for field in document.fields:
        if field.name in IDENTITY and field.name not in found and field.value:
            value = (
                tuple(field.value.split(LISTS_SEPARATOR)) if field.name in LISTS else field.value
            )
            found[field.name] = Stated(value)
    for name, decided in record.identity.items():
        found[name] = Stated(decided.value, decided.supplied)
    return {name: found[name] for name in IDENTITY if name in found}
