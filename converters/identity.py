"""The identity of a text: what the seed attests, overlaid by what the record decides."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from converters.model import Document, Field
from converters.record import IDENTITY, Record
from converters.schema.derivations import Derivation
from converters.schema.fields import LIST_SEPARATOR, TextField


@dataclass(frozen=True, slots=True)
class Stated:
    """A value of the identity; `evidence` where an editor supplied it."""

    value: str | tuple[str, ...]
    evidence: str = ""

    def __str__(self) -> str:
        return self.value if isinstance(self.value, str) else "、".join(self.value)


Identity = Mapping[TextField, Stated]


def identity_of(
    document: Document, record: Record, derivation: Derivation
) -> dict[TextField, Stated]:
    """The identity, in the order of `IDENTITY`. The record wins over the reader."""
    found: dict[str, Stated] = {}
    for field in stated_fields(document, derivation):
        if field.name in IDENTITY and field.name not in found and field.value:
            found[field.name] = Stated(value_of(field))
    for name, decided in record.identity.items():
        found[name] = Stated(decided.value, decided.supplied)
    return {name: found[name] for name in IDENTITY if name in found}


def stated_fields(document: Document, derivation: Derivation) -> tuple[Field, ...]:
    """What the seed states. The day on which a text of its own appeared is no republication's."""
    names = {field.name for field in document.fields}
    if derivation is not Derivation.ORIGINAL or TextField.DATE in names:
        return document.fields
    return tuple(
        replace(field, name=TextField.DATE) if field.name == TextField.REPUBLICATION_DATE else field
        for field in document.fields
    )


def value_of(field: Field) -> str | tuple[str, ...]:
    """The value of what a reader found: a tuple where the field holds a list."""
    is_list = TextField(field.name).is_list
    return tuple(field.value.split(LIST_SEPARATOR)) if is_list else field.value
