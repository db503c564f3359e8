"""The editorial record beside a seed: every human decision about it, and only those (TOML)."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from converters.messages import EditionError, stop
from converters.model import Span
from converters.readers.common.reader import Hints
from converters.seed import Correction, Seed

NATURES = ("article", "republication", "translation", "machine-summary")

#: Fields of the identity, in the order in which records and pages list them.
IDENTITY = (
    "title",
    "subtitle",
    "authors",
    "affiliation",
    "translators",
    "journal",
    "year",
    "volume",
    "issue",
    "pages",
    "date",
    "issn",
    "doi",
    "url",
    "keywords",
    "original_title",
    "original_container",
    "original_date",
    "republisher",
    "republication_date",
    "statement",
)
LISTS = ("authors", "translators", "keywords")


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the identity with what vouches for it: words of the seed, or evidence."""

    value: str | tuple[str, ...]
    attested: str = ""
    supplied: str = ""


@dataclass(frozen=True, slots=True)
class Emendation:
    """A reading of the edition in place of the seed's own."""

    line: int
    original: str
    reading: str
    reason: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A doubt that the editor leaves standing, at these words of the seed."""

    line: int
    words: str
    text: str


@dataclass(frozen=True, slots=True)
class CitationDecision:
    """The work that a citation means where no rule can decide (`where`: note or paragraph id)."""

    where: str
    key: str
    reason: str
    words: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class NamedWork:
    """A work that the text names without a note: these words, this entry of refs.bib."""

    words: str
    key: str
    reason: str
    type: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A warning that the editor has looked at and lets stand."""

    code: str
    at: str
    reason: str


@dataclass(frozen=True)
class Record:
    """The decisions about one seed."""

    name: str
    kind: str
    sha256: str
    slug: str
    nature: str = ""
    key: str = ""
    identity: Mapping[str, Value] = field(default_factory=dict)
    hints: Hints = field(default_factory=Hints)
    emendations: tuple[Emendation, ...] = ()
    queries: tuple[Query, ...] = ()
    citations: tuple[CitationDecision, ...] = ()
    works: tuple[NamedWork, ...] = ()
    waivers: tuple[Waiver, ...] = ()


_TOP = {
    "kind": str,
    "sha256": str,
    "slug": str,
    "nature": str,
    "key": str,
    "identity": dict,
    "reading": dict,
    "emendation": list,
    "query": list,
    "citation": list,
    "work": list,
    "waiver": list,
}


def read_record(path: Path) -> Record:
    """The record at `path`. Raises EditionError naming file and line for anything wrong in it."""
    name = path.name
    if not path.is_file():
        raise stop("record-missing", name, seed=f"seeds/{path.stem}.txt")
    source = path.read_bytes().decode("utf-8", errors="replace")
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = found[1] if found else str(source.count("\n") + 1)
        raise stop("record-malformed", f"{name}:{line}", problem=f"{error}.") from None
    return _Table(name, source, "", data).record()


@dataclass(frozen=True)
class _Table:
    """A table of the record with what is needed to point at a fault in it."""

    name: str
    source: str
    path: str
    data: Mapping[str, Any]
    nth: int = 0

    def where(self, key: str) -> str:
        """`file:line` of a key: the nth table's line, and the key's after it where found."""
        header = re.escape(self.path.strip("."))
        starts = [0]
        if header:
            pattern = rf"^\s*\[+\s*{header}\s*\]+|^\s*{header.split('.')[-1]}\s*="
            starts = [m.start() for m in re.finditer(pattern, self.source, re.M)] or [0]
        start = starts[min(self.nth, len(starts) - 1)]
        found = re.compile(rf"^\s*(?:\[+\s*[\w.]*)?\b{re.escape(key)}\b", re.M).search(
            self.source, start
        )
        at = found.end() if found else start
        return f"{self.name}:{self.source[:at].count(chr(10)) + 1}"

    def known(self, *fields: str) -> None:
        for key in self.data:
            if key not in fields:
                raise stop(
                    "record-unknown-field",
                    self.where(key),
                    field=f"{self.path}{key}",
                    known=", ".join(fields),
                )

    def get(self, key: str, expected: type, example: str = "") -> Any:
        """The value of a key; without an `example` it may be absent (None)."""
        value = self.data.get(key)
        if value is None:
            if not example:
                return None
            raise stop(
                "record-field-missing", self.where(key), field=f"{self.path}{key}", example=example
            )
        wanted = (int, float) if expected is float else expected
        if not isinstance(value, wanted) or (isinstance(value, bool) and expected is not bool):
            kinds = {str: "a string", int: "a number", float: "a number", dict: "a table"}
            raise stop(
                "record-field-type",
                self.where(key),
                field=f"{self.path}{key}",
                expected=kinds.get(expected, "a list"),
            )
        return value

    def tables(self, key: str) -> list["_Table"]:
        """The tables of an array of tables."""
        found = self.get(key, list) or []
        for item in found:
            if not isinstance(item, dict):
                raise stop(
                    "record-field-type", self.where(key), field=key, expected="an array of tables"
                )
        return [_Table(self.name, self.source, f"{key}.", item, n) for n, item in enumerate(found)]

    def record(self) -> Record:
        self.known(*_TOP)
        for key, expected in _TOP.items():
            self.get(key, expected)
        slug = self.get("slug", str, 'slug = "nato-resilience"')
        if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug):
            raise stop(
                "record-field-type",
                self.where("slug"),
                field="slug",
                expected="lower-case ASCII words joined by hyphens",
            )
        nature = self.get("nature", str) or ""
        if nature and nature not in NATURES:
            raise stop(
                "record-field-type",
                self.where("nature"),
                field="nature",
                expected=f"one of {', '.join(NATURES)}",
            )
        return Record(
            name=self.name,
            kind=self.get("kind", str) or "",
            sha256=self.get("sha256", str, 'sha256 = "…" (run `edition add` to make a record)'),
            slug=slug,
            nature=nature,
            key=self.get("key", str) or "",
            identity=self._identity(),
            hints=self._hints(),
            emendations=tuple(t.emendation() for t in self.tables("emendation")),
            queries=tuple(t.query() for t in self.tables("query")),
            citations=tuple(t.citation() for t in self.tables("citation")),
            works=tuple(t.work() for t in self.tables("work")),
            waivers=tuple(t.waiver() for t in self.tables("waiver")),
        )

    def _identity(self) -> dict[str, Value]:
        table = _Table(self.name, self.source, "identity.", self.get("identity", dict) or {})
        table.known(*IDENTITY)
        values: dict[str, Value] = {}
        for key in (name for name in IDENTITY if name in table.data):
            inner = _Table(self.name, self.source, f"identity.{key}.", table.get(key, dict))
            inner.known("value", "attested", "supplied")
            value = inner.get("value", list if key in LISTS else str, "value = …")
            attested, supplied = inner.get("attested", str) or "", inner.get("supplied", str) or ""
            if bool(attested) == bool(supplied):
                raise stop("record-unattested", inner.where("value"), field=f"identity.{key}")
            if key in LISTS and not all(isinstance(item, str) for item in value):
                raise stop(
                    "record-field-type",
                    inner.where("value"),
                    field=f"identity.{key}",
                    expected="a list of strings",
                )
            values[key] = Value(tuple(value) if key in LISTS else value, attested, supplied)
        return values

    def _hints(self) -> Hints:
        table = _Table(self.name, self.source, "reading.", self.get("reading", dict) or {})
        table.known("first_page", "body_line", "reason")
        if table.data:
            table.get("reason", str, 'reason = "…"')
        return Hints(table.get("first_page", int), table.get("body_line", int))

    def emendation(self) -> Emendation:
        self.known("line", "original", "reading", "reason", "confidence")
        return Emendation(
            self.get("line", int, "line = 12"),
            self.get("original", str, 'original = "…"'),
            self.get("reading", str, 'reading = "…"'),
            self.get("reason", str, 'reason = "…"'),
            self.get("confidence", float),
        )

    def query(self) -> Query:
        self.known("line", "words", "text")
        return Query(
            self.get("line", int, "line = 12"),
            self.get("words", str, 'words = "…"'),
            self.get("text", str, 'text = "…"'),
        )

    def citation(self) -> CitationDecision:
        self.known("where", "key", "reason", "words", "locator")
        return CitationDecision(
            self.get("where", str, 'where = "n119-1"'),
            self.get("key", str, 'key = "…"'),
            self.get("reason", str, 'reason = "…"'),
            self.get("words", str) or "",
            self.get("locator", str) or "",
        )

    def work(self) -> NamedWork:
        self.known("words", "key", "reason", "type", "fields")
        return NamedWork(
            self.get("words", str, 'words = "《…》"'),
            self.get("key", str, 'key = "…"'),
            self.get("reason", str, 'reason = "…"'),
            self.get("type", str) or "",
            {key: str(value) for key, value in (self.get("fields", dict) or {}).items()},
        )

    def waiver(self) -> Waiver:
        self.known("code", "at", "reason")
        return Waiver(
            self.get("code", str, 'code = "…"'),
            self.get("at", str) or "",
            self.get("reason", str, 'reason = "…"'),
        )


def corrections(record: Record, seed: Seed) -> tuple[Correction, ...]:
    """The emendations of a record as spans of its seed, in order.

    Raises EditionError where the words do not stand on the line that the record names.
    """
    found = []
    for number, emendation in enumerate(record.emendations, 1):
        start = _find(seed, emendation.line, emendation.original)
        if start is None:
            raise stop(
                "emendation-lost",
                record.name,
                original=emendation.original,
                line=emendation.line,
            )
        span = Span(start, start + len(emendation.original))
        found.append(Correction(span, emendation.reading, f"emendation-{number}"))
    return tuple(sorted(found, key=lambda correction: correction.span))


def locate(record: Record, seed: Seed, query: Query) -> int:
    """The offset in the seed of the words of a query. Raises EditionError if they are not there."""
    start = _find(seed, query.line, query.words)
    if start is None:
        raise stop("query-lost", record.name, words=query.words, line=query.line)
    return start


def _find(seed: Seed, line: int, words: str) -> int | None:
    if not 1 <= line <= len(seed.lines):
        return None
    here = seed.lines[line - 1]
    start = seed.text.find(words, here.start)
    return start if here.start <= start <= here.end else None


def check_attestations(record: Record, seed: Seed) -> None:
    """Raise EditionError where a value claims words that the seed does not have."""
    blank = re.compile(r"\s+")
    text = blank.sub("", seed.text)
    for key, value in record.identity.items():
        if value.attested and blank.sub("", value.attested) not in text:
            raise stop(
                "record-attestation-lost",
                record.name,
                field=f"identity.{key}",
                words=value.attested,
            )


def check_seed(record: Record, seed: Seed) -> None:
    """Raise EditionError if the seed is not the one that the record was made for."""
    if record.sha256 != seed.sha256:
        raise stop(
            "seed-changed",
            seed.name,
            found=seed.sha256,
            record=record.name,
            expected=record.sha256,
        )


__all__ = ["EditionError", "Record", "check_attestations", "check_seed", "corrections", "locate"]
