"""The editorial record beside a seed: every human decision about it, and only those (TOML)."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from converters.messages import stop
from converters.model import Span
from converters.readers.common.reader import Hints
from converters.schema.derivations import Derivation
from converters.schema.fields import TextField, Use, fields_for
from converters.schema.genres import Genre
from converters.seed import Correction, Seed
from converters.toml_lines import key_lines
from converters.toml_table import Key, Table

#: Fields of the identity, in the order in which records and pages list them.
IDENTITY = fields_for(Use.RECORD)


#: Names that Windows keeps for devices: no file there can have one, whatever its suffix.
_DEVICES = r"con|prn|aux|nul|com\d|lpt\d"


def _work_key(about: str, *, blank: bool = False) -> Key:
    """What a key of refs.bib is: what else BibTeX would read as more than a key is refused."""
    form = "a key of refs.bib: ASCII letters, digits and - _ :"
    return Key(about, '"wang-2020"', blank=blank, pattern=r"[A-Za-z0-9][A-Za-z0-9:_-]*", form=form)


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the identity with what vouches for it: words of the seed, or evidence."""

    value: Annotated[str | tuple[str, ...], Key("what the edition says", '"…"')]
    attested: Annotated[str, Key("words of the seed that say so; white space does not count")] = ""
    supplied: Annotated[str, Key("where the value is from, if the seed does not say so")] = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class ReadingHints:
    """What a reader must be told and no rule can know."""

    reason: Annotated[str, Key("how the editor knows")]
    first_page: Annotated[
        int | None, Key("printed number of the first page, where no page says it", "119")
    ] = None
    body_line: Annotated[
        int | None, Key("line of the seed on which the text itself begins", "12")
    ] = None
    location: str = ""


@dataclass(frozen=True, slots=True)
class Emendation:
    """A reading of the edition in place of the seed's own."""

    line: Annotated[int, Key("line of the seed on which the words begin, counted from 1", "12")]
    original: Annotated[
        str, Key("the words of the seed, exactly; they may cross line ends", verbatim=True)
    ]
    reading: Annotated[str, Key("what the edition reads instead", blank=True, verbatim=True)]
    reason: Annotated[str, Key("why; readers see it in the account of the text")]
    confidence: Annotated[float | None, Key("how sure the editor is, from 0 to 1", "0.9")] = None
    location: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A doubt that the editor leaves standing, at these words of the seed."""

    line: Annotated[int, Key("line of the seed on which the words begin, counted from 1", "12")]
    words: Annotated[str, Key("the words in doubt, exactly", verbatim=True)]
    text: Annotated[str, Key("the query, as readers see it")]
    location: str = ""


@dataclass(frozen=True, slots=True)
class CitationDecision:
    """The work that a citation means where no rule can decide."""

    where: Annotated[str, Key("id of the note or paragraph", '"n119-3"')]
    key: Annotated[
        str, _work_key("the work's key in refs.bib; empty: it is no citation", blank=True)
    ]
    reason: Annotated[str, Key("how the editor knows")]
    words: Annotated[str, Key("the words that cite, where the note cites several works")] = ""
    locator: Annotated[str, Key("pages that are cited, where no rule reads them")] = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class NamedWork:
    """A work that the text names without a note: these words, this entry of refs.bib."""

    words: Annotated[str, Key("the words of the text, exactly", '"《…》"')]
    key: Annotated[str, _work_key("the work's key in refs.bib")]
    reason: Annotated[str, Key("how the editor knows the work")]
    type: Annotated[str, Key("type of a new entry (biblatex)", '"book"', pattern="[a-z]+")] = ""
    fields: Annotated[
        Mapping[str, str],
        Key(
            "fields of a new entry", '{ title = "…" }', pattern="[a-z]+", form="fields of biblatex"
        ),
    ] = field(default_factory=dict)
    location: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A warning that the editor has looked at and lets stand. Errors cannot be waived."""

    code: Annotated[str, Key("code of the message", '"note-orphan-mark"')]
    reason: Annotated[str, Key("why it may stand")]
    at: Annotated[str, Key("its place, or words of the message", '"n119-3"')] = ""
    location: str = ""


@dataclass(frozen=True)
class Record:
    """The decisions about one seed. `name` is that of the record's file."""

    name: str
    sha256: Annotated[str, Key("SHA-256 of the seed", '"…" (run `edition add` to make a record)')]
    slug: Annotated[
        str,
        Key(
            "name and address of the page",
            '"nato-resilience"',
            pattern=rf"(?!(?:{_DEVICES})$)[a-z0-9]+(?:-[a-z0-9]+)*",
            form="lower-case ASCII words joined by hyphens (no name of a Windows device)",
        ),
    ]
    kind: Annotated[str, Key("kind of source, that is its reader", '"news-clip"')] = ""
    genre: Annotated[
        Genre | None, Key("what kind of publication it is, where the seed does not tell")
    ] = None
    derivation: Annotated[Derivation | None, Key("whose words it gives")] = None
    key: Annotated[
        str, _work_key("key of the text itself in refs.bib, where it must be another")
    ] = ""
    identity: Annotated[
        Mapping[str, Value], Key("values of the identity, each in a table of its own")
    ] = field(default_factory=dict)
    reading: Annotated[ReadingHints | None, Key("hints for the reader")] = None
    emendations: Annotated[tuple[Emendation, ...], Key("emendations", name="emendation")] = ()
    queries: Annotated[tuple[Query, ...], Key("queries", name="query")] = ()
    citations: Annotated[tuple[CitationDecision, ...], Key("citations", name="citation")] = ()
    works: Annotated[tuple[NamedWork, ...], Key("named works", name="work")] = ()
    waivers: Annotated[tuple[Waiver, ...], Key("waivers", name="waiver")] = ()

    @property
    def hints(self) -> Hints:
        """What the reader is told."""
        told = self.reading
        return Hints(told.first_page, told.body_line) if told else Hints()


def read_record(path: Path) -> Record:
    """The record at `path`. Raises EditionError naming file and line for anything wrong in it."""
    name = path.name
    if not path.is_file():
        raise stop("record-missing", name, seed=f"seeds/{path.stem}.txt")
    try:
        source = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].count(b"\n")
        raise stop("record-not-utf8", f"{name}:{before + 1}", byte=error.start) from None
    try:
        data, lines = tomllib.loads(source), key_lines(source)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = found[1] if found else str(source.count("\n") + 1)
        raise stop("record-malformed", f"{name}:{line}", problem=f"{error}.") from None
    except RecursionError:
        raise stop("record-malformed", name, problem="its brackets are nested too deep.") from None
    table = Table(name, lines, (), data)
    if "nature" in data:
        known = {"derivations": ", ".join(Derivation), "genres": ", ".join(Genre)}
        raise stop("record-nature", table.where("nature"), **known)
    record = table.fill(Record, name=name)
    _check_values(table, record)
    return record


def _check_values(table: Table, record: Record) -> None:
    """Raise EditionError for a value that has the right type but cannot be right."""
    identity = table.table("identity")
    identity.refuse_unknown(IDENTITY)
    for key, value in record.identity.items():
        inner = identity.table(key)
        is_list = TextField(key).is_list
        if isinstance(value.value, tuple) != is_list:
            raise inner.wrong("value", "a list of strings" if is_list else "a string")
        if bool(value.attested) == bool(value.supplied):
            raise stop("record-unattested", inner.where("value"), field=f"identity.{key}")
    for emendation in record.emendations:
        if emendation.confidence is not None and not 0 <= emendation.confidence <= 1:
            raise stop(
                "record-field-type",
                emendation.location,
                field="emendation.confidence",
                expected="a number from 0 to 1",
            )


def corrections(record: Record, seed: Seed) -> tuple[Correction, ...]:
    """The emendations of a record as spans of its seed, in order.

    Raises EditionError where the words do not stand on the line that the record names.
    """
    found = []
    for number, emendation in enumerate(record.emendations, 1):
        start = _find(seed, emendation.line, emendation.original)
        if start is None:
            values = {"original": emendation.original, "line": emendation.line}
            raise stop("emendation-lost", emendation.location, **values)
        span = Span(start, start + len(emendation.original))
        name = f"emendation-{number}"
        found.append(Correction(span, emendation.reading, name, emendation.location))
    return tuple(sorted(found, key=lambda correction: correction.span))


def locate(record: Record, seed: Seed, query: Query) -> int:
    """The offset in the seed of the words of a query. Raises EditionError if they are not there."""
    start = _find(seed, query.line, query.words)
    if start is None:
        raise stop("query-lost", query.location, words=query.words, line=query.line)
    return start


def _find(seed: Seed, line: int, words: str) -> int | None:
    """The offset of words that begin on a line; they may end on a later one."""
    if not 1 <= line <= len(seed.lines):
        return None
    here = seed.lines[line - 1]
    start = seed.text.find(words, here.start, here.end + len(words))
    return start if start >= 0 else None


def check_attestations(record: Record, seed: Seed) -> None:
    """Raise EditionError where a value claims words that the seed does not have."""
    blank = re.compile(r"\s+")
    text = blank.sub("", seed.text)
    for key, value in record.identity.items():
        if value.attested and blank.sub("", value.attested) not in text:
            raise stop(
                "record-attestation-lost",
                value.location,
                field=f"identity.{key}",
                words=value.attested,
            )


def check_hints(record: Record, seed: Seed) -> None:
    """Raise EditionError where the record tells the reader of a line or page that cannot be."""
    if not (told := record.reading):
        return
    if told.body_line is not None and not 1 <= told.body_line <= len(seed.lines):
        lines, line = len(seed.lines), told.body_line
        raise stop("record-line-outside", told.location, line=line, lines=lines)
    if told.first_page is not None and told.first_page < 1:
        expected = "a page number, from 1"
        raise stop(
            "record-field-type", told.location, field="reading.first_page", expected=expected
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
