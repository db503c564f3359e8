"""Messages: whatever is said of a seed, a record or refs.bib, from the one table messages.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter
from types import MappingProxyType
from typing import Any, Literal, get_args

Severity = Literal["error", "warning", "info"]

#: Groups of messages that a record may waive: those that stem from one text.
WAIVABLE_GROUPS = ("texts", "citations")


@dataclass(frozen=True, slots=True)
class Message:
    """What the editor is told: where it is, what it is, what to do about it."""

    code: str
    severity: Severity
    where: str
    text: str
    hint: str

    def __str__(self) -> str:
        return f"{self.where}: {self.severity} [{self.code}] {self.text} {self.hint}".rstrip()


class EditionError(Exception):
    """A message that stops the work; the command prints it in one line and exits with 2."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table. `text` and `hint` have blanks `{name}`; `example` fills them all."""

    code: str
    group: str
    severity: Severity
    text: str
    hint: str
    why: str
    example: Mapping[str, str | int]
    decides: str = ""

    @property
    def blanks(self) -> frozenset[str]:
        """The names of the values that the message needs."""
        parsed = [*Formatter().parse(self.text), *Formatter().parse(self.hint)]
        return frozenset(name for _, name, _, _ in parsed if name)

    @property
    def waivable(self) -> bool:
        """Whether a record may let it stand. Errors never."""
        return self.severity != "error" and self.group in WAIVABLE_GROUPS

    def fill(self, where: str, values: Mapping[str, object]) -> Message:
        """The message at a place. Raises KeyError for a blank without value."""
        text, hint = self.text.format(**values), self.hint.format(**values)
        return Message(self.code, self.severity, where, text, hint)


@cache
def table() -> Mapping[str, Row]:
    """Every message by its code, in the order of the file.

    Raises ValueError or TypeError for a row that is incomplete, unknown or told twice.
    """
    source = files(__package__).joinpath("messages.toml").read_text(encoding="utf-8")
    rows: dict[str, Row] = {}
    for group, messages in tomllib.loads(source).items():
        for code, cells in messages.items():
            if code in rows or cells["severity"] not in get_args(Severity):
                raise ValueError(f"messages.toml: [{group}.{code}] is double or of no severity")
            rows[code] = Row(code, group, **{name: _cell(name, cells[name]) for name in cells})
    return MappingProxyType(rows)


def _cell(name: str, value: Any) -> Any:
    """A cell of the table; sentences that the file breaks over lines are joined."""
    if name == "decides":
        return value.strip()
    return " ".join(value.split()) if isinstance(value, str) else value


def message(code: str, where: str, **values: object) -> Message:
    """The message of `code` at a place, its blanks filled in. Raises KeyError for unknown codes."""
    return table()[code].fill(where, values)


def stop(code: str, where: str, **values: object) -> EditionError:
    """The error of `code`, to be raised."""
    return EditionError(message(code, where, **values))
