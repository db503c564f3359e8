"""Dataclasses filled from TOML: each key is said once, and each fault is told with its line.

A field that stands in the file is annotated with `Key`; its type says what it may hold, and it must
be there unless it has a default. What else a class needs is given by hand.
"""

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Protocol, TypeVar, get_args, get_origin, get_type_hints

from converters.messages import EditionError, stop
from converters.toml_lines import Path


class _Dataclass(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


Filled = TypeVar("Filled", bound=_Dataclass)

#: What no text holds and no page, BibTeX or XML can (C0, DEL and C1 but for blanks).
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SORTS: Mapping[Any, str] = {
    str: "a string without control characters",
    int: "a whole number",
    float: "a number",
}


@dataclass(frozen=True, slots=True)
class Key:
    """What is to be known of a key: what it holds, a value as an example, its name in the file.

    A string that must be there must not be empty, unless `blank` says that this means something.
    A string that is there, or each name of a mapping, must match `pattern`, which `form` words.
    Line ends and other runs of blanks become one space, so that no value breaks the page that it
    is printed on, but in words of the seed, which are `verbatim`.
    """

    about: str
    example: str = ""
    name: str = ""
    blank: bool = False
    verbatim: bool = False
    pattern: str = ".*"
    form: str = ""

    def fits(self, value: object) -> bool:
        """Whether a value of the right type has the form that it must have."""
        words = [value] if isinstance(value, str) else value if isinstance(value, Mapping) else ()
        return all(not word or re.fullmatch(self.pattern, word, re.DOTALL) for word in words)


@dataclass(frozen=True, slots=True)
class Spec:
    """A key of a table: the field that it fills, its type, and whether it may be left out."""

    key: Key
    field: str
    type: Any
    required: bool

    @property
    def name(self) -> str:
        """The name in the file."""
        return self.key.name or self.field

    @property
    def expected(self) -> str:
        """What the value must be, in words."""
        return " or ".join(_described(member) for member in _members(self.type))

    @property
    def example(self) -> str:
        """The line of an example."""
        plain = "12" if self.type is int else '"…"'
        return f"{self.name} = {self.key.example or plain}"


def specs(cls: type[_Dataclass]) -> tuple[Spec, ...]:
    """The keys that a dataclass takes from its table, in order."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple(
        Spec(
            get_args(hints[field.name])[1],
            field.name,
            get_args(hints[field.name])[0],
            field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
        )
        for field in dataclasses.fields(cls)
        if get_origin(hints[field.name]) is Annotated
    )


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a TOML file. `path` leads to it; `lines` tells where each key of the file is."""

    file: str
    lines: Mapping[Path, int]
    path: Path
    data: Mapping[str, Any]

    def where(self, key: str = "") -> str:
        """`file:line` of a key; of the table itself where it has no such key."""
        return f"{self.file}:{self.lines.get((*self.path, key)) or self.lines[self.path]}"

    def name(self, key: str) -> str:
        """The name of a key from the top of the file, without numbers."""
        return ".".join([*(part for part in self.path if isinstance(part, str)), key])

    def refuse_unknown(self, known: Sequence[str]) -> None:
        """Raise EditionError for a key that nothing reads."""
        for key in self.data:
            if key not in known:
                raise stop(
                    "record-unknown-field",
                    self.where(key),
                    field=self.name(key),
                    known=", ".join(known),
                )

    def wrong(self, key: str, expected: str) -> EditionError:
        """The error that a value is not what it must be."""
        return stop("record-field-type", self.where(key), field=self.name(key), expected=expected)

    def table(self, key: str) -> "Table":
        """The table of a key, empty where it is absent. Raises EditionError for another value."""
        inner = self.data.get(key, {})
        if not isinstance(inner, dict):
            raise self.wrong(key, "a table")
        return Table(self.file, self.lines, (*self.path, key), inner)

    def fill(self, cls: type[Filled], **others: object) -> Filled:
        """An instance of a dataclass with the values of this table, and `others`.

        A field `location` gets `file:line` of the table. Raises EditionError for a key that is
        unknown, missing or of another type.
        """
        wanted = specs(cls)
        self.refuse_unknown([spec.name for spec in wanted])
        values = dict(others)
        for spec in wanted:
            lacking = self.data.get(spec.name, "") == "" and not spec.key.blank
            if spec.required and (spec.name not in self.data or lacking):
                raise stop(
                    "record-field-missing",
                    self.where(spec.name),
                    field=self.name(spec.name),
                    example=spec.example,
                )
            if spec.name in self.data:
                values[spec.field] = self._value(spec)
        if "location" in {field.name for field in dataclasses.fields(cls)}:
            values["location"] = self.where()
        return cls(**values)

    def _value(self, spec: Spec) -> object:
        path = (*self.path, spec.name)
        for member in _members(spec.type):
            value = self._read(member, self.data[spec.name], path)
            if value is not None and spec.key.fits(value):
                return value if spec.key.verbatim else _flat(value)
        raise self.wrong(spec.name, spec.key.form or spec.expected)

    def _read(self, wanted: Any, value: Any, path: Path) -> object:
        """The value as a type wants it; None if it is of another sort."""
        if dataclasses.is_dataclass(wanted) and isinstance(wanted, type):
            inner = isinstance(value, dict)
            return Table(self.file, self.lines, path, value).fill(wanted) if inner else None
        if get_origin(wanted) is tuple:
            if not isinstance(value, list):
                return None
            item = get_args(wanted)[0]
            read = [self._read(item, one, (*path, n)) for n, one in enumerate(value)]
            return None if None in read else tuple(read)
        if get_origin(wanted) is Mapping and (item := get_args(wanted)[1]) is not str:
            if not isinstance(value, dict):
                return None
            tables = Table(self.file, self.lines, path, value)
            return {key: tables.table(key).fill(item) for key in value}
        if get_origin(wanted) is Mapping:
            plain = isinstance(value, dict) and all(type(v) in (str, int) for v in value.values())
            return {key: str(one) for key, one in value.items()} if plain else None
        if issubclass(wanted, StrEnum):
            return wanted(value) if value in list(wanted) else None
        if wanted is float and type(value) is int:
            return float(value)
        if type(value) is not wanted or (wanted is str and _CONTROL.search(value)):
            return None
        return value


def _flat(value: object) -> object:
    """A string, or strings in a tuple or mapping, with one space for each run of blanks."""
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return " ".join(value.split())
    if isinstance(value, tuple):
        return tuple(_flat(one) for one in value)
    if isinstance(value, Mapping):
        return {key: _flat(one) for key, one in value.items()}
    return value


def _members(wanted: Any) -> tuple[Any, ...]:
    """The types that a union allows, None apart."""
    if get_origin(wanted) is UnionType:
        return tuple(member for member in get_args(wanted) if member is not NoneType)
    return (wanted,)


def _described(wanted: Any) -> str:
    """What a value of a type is called in a message."""
    if get_origin(wanted) is tuple:
        item = get_args(wanted)[0]
        return "an array of tables" if dataclasses.is_dataclass(item) else "a list of strings"
    if dataclasses.is_dataclass(wanted) or get_origin(wanted) is Mapping:
        return "a table"
    if issubclass(wanted, StrEnum):
        return f"one of {', '.join(wanted)}"
    return _SORTS[wanted]
