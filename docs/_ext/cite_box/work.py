"""A cited work in the vocabulary of CSL, which every format and style here speaks.

Types and variables are those of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html,
appendices III and IV): "article-journal", "container-title", "original-date" and so on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

# Han characters of all extensions, with 〇, which Unicode counts among the numbers.
HAN = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Name:
    """A person as surname and given name, or a person or body as one `literal` string."""

    family: str = ""
    given: str = ""
    literal: str = ""

    @property
    def is_han(self) -> bool:
        """Whether the name is written in Chinese characters: surname first, never inverted."""
        return bool(HAN.search(self.literal or self.family))

    @property
    def full(self) -> str:
        """The name in reading order: 张雪, Alicia Campi, NATO."""
        if self.literal:
            return self.literal
        if self.is_han:
            return self.family + self.given
        return f"{self.given} {self.family}".strip()

    @property
    def inverted(self) -> str:
        """Surname first, parted by a comma where there is something to part: Campi, Alicia."""
        if self.literal or not self.given:
            return self.literal or self.family
        return f"{self.family}, {self.given}"


@dataclass(frozen=True, slots=True)
class Date:
    """One to three numbers (year, month, day), twice for a range; or words that are no date."""

    parts: tuple[tuple[int, ...], ...] = ()
    literal: str = ""

    @property
    def year(self) -> str:
        """The year or years, "2011" or "2011–2012"; the words where there is no number."""
        return "–".join(str(part[0]) for part in self.parts) or self.literal

    @property
    def start(self) -> tuple[int, ...]:
        """Year, month, day of the date or of the start of a range; empty where unknown."""
        return self.parts[0] if self.parts else ()

    @property
    def iso(self) -> str:
        """ISO 8601 (a range with a solidus), as biblatex writes dates."""
        if not self.parts:
            return self.literal
        return "/".join(
            "-".join(f"{n:04}" if i == 0 else f"{n:02}" for i, n in enumerate(part))
            for part in self.parts
        )


def parse_date(text: str) -> Date:
    """An ISO 8601 date or range (biblatex `date`), else the words themselves as a literal."""
    matches = [_ISO_DATE.fullmatch(half.strip()) for half in text.split("/")]
    if not all(matches) or len(matches) > 2:
        return Date(literal=text)
    return Date(tuple(tuple(int(n) for n in m.groups() if n) for m in matches if m))


@dataclass(frozen=True)
class Work:
    """What a reference is made from.

    `fields` holds text and number variables, `names` name variables, `dates` date variables,
    each under its CSL name; what is unknown is absent, never empty.
    """

    id: str
    type: str
    fields: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    dates: Mapping[str, Date] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for part in ("fields", "names", "dates"):
            known = {key: value for key, value in getattr(self, part).items() if value}
            object.__setattr__(self, part, MappingProxyType(known))

    def get(self, variable: str) -> str:
        """A text variable, "" where unknown."""
        return self.fields.get(variable, "")

    def people(self, variable: str) -> tuple[Name, ...]:
        """A name variable, () where unknown."""
        return self.names.get(variable, ())

    def date(self, variable: str) -> Date | None:
        """A date variable, None where unknown."""
        return self.dates.get(variable)
