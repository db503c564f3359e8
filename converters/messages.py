"""The one table of messages: every code with its severity, sentence and remedy."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


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


CATALOGUE: dict[str, tuple[Severity, str, str]] = {
    # Seeds
    "seed-missing": ("error", "the seed does not exist.", "Put the file there or delete {record}."),
    "seed-empty": ("error", "the seed holds no text.", "Fetch the source again."),
    "seed-too-large": (
        "error",
        "the seed has {size} bytes; at most {limit} are read.",
        "Split it into one file a text.",
    ),
    "seed-binary": (
        "error",
        "the seed holds the control character U+{control:04X}: it is not text.",
        "Extract its text first.",
    ),
    "seed-not-utf8": (
        "error",
        "the seed is not UTF-8 (byte {byte}).",
        "Convert it, e.g. `iconv -f GB18030 -t UTF-8`.",
    ),
    "seed-changed": (
        "error",
        "the seed's SHA-256 is {found}, its record {record} says {expected}.",
        "Restore the seed, or check every decision of the record and then its sha256.",
    ),
    "seed-unknown-kind": (
        "error",
        "no reader recognises this seed.",
        'Name the kind in its record, one of: {kinds} (`kind = "…"`).',
    ),
    "seed-unreadable": ("error", "{problem}", "{remedy}"),
    # Records
    "record-missing": ("error", "the seed has no record.", "Run `edition add {seed}`."),
    "record-malformed": ("error", "the record is not TOML: {problem}", "Correct that line."),
    "record-unknown-field": (
        "error",
        "the record has an unknown field `{field}`.",
        "Known here: {known}.",
    ),
    "record-field-missing": ("error", "the record lacks `{field}`.", "Add it: {example}"),
    "record-field-type": ("error", "`{field}` must be {expected}.", "Correct its value."),
    "record-unattested": (
        "error",
        "`{field}` is neither attested nor supplied.",
        "Give `attested` (words of the seed) or `supplied` (the evidence), not both.",
    ),
    "record-attestation-lost": (
        "error",
        "`{field}`: the seed does not have the words “{words}”.",
        "Quote the seed exactly, or use `supplied` with the evidence.",
    ),
    "record-slug-twice": (
        "error",
        "the slug `{slug}` is also that of {other}.",
        "Give each text its own slug.",
    ),
    "record-exists": ("error", "the record is there already.", "Edit it, or delete it first."),
    "emendation-lost": (
        "error",
        "the seed does not have “{original}” {times} on line {line}.",
        "Quote the seed exactly and give the line it stands on.",
    ),
    "query-lost": (
        "error",
        "the seed does not have “{words}” on line {line}.",
        "Quote the seed exactly and give the line it stands on.",
    ),
    "waiver-unused": (
        "error",
        "the waiver of [{waived}] at “{at}” waives nothing.",
        "Delete it from the record.",
    ),
    # Conversion
    "ledger-unaccounted": (
        "error",
        "“{words}” is in no account: it would be lost.",
        "Report this reader's fault; nothing was written.",
    ),
    "ledger-twice": (
        "error",
        "“{words}” is in two accounts ({first} and {second}).",
        "Report this reader's fault; nothing was written.",
    ),
    "note-orphan-mark": (
        "warning",
        "note mark {mark} on page {page} has no note body.",
        "Look at the source; emend the mark, or waive this with a reason.",
    ),
    "note-orphan-body": (
        "warning",
        "note {mark} on page {page} is called nowhere in the text.",
        "Look at the source; emend the mark, or waive this with a reason.",
    ),
    "front-matter-refused": (
        "warning",
        "YAML cannot read this front matter: {problem}.",
        "Emend it in the record (quote a value that holds signs of YAML); until then its lines"
        " stand after the text.",
    ),
    "page-number-doubt": ("warning", "{problem}", "Supply `pages` in the record."),
    # Files
    "page-differs": ("error", "the file is not what the seeds make.", "Run `edition convert`."),
    "page-stale": ("warning", "no seed makes this page any more.", "Delete it."),
    "structure-doubt": ("warning", "{problem}", "{remedy}"),
}


def message(code: str, where: str, **values: object) -> Message:
    """The message of `code` with its blanks filled in. Raises KeyError for an unknown code."""
    severity, text, hint = CATALOGUE[code]
    return Message(code, severity, where, text.format(**values), hint.format(**values))


def stop(code: str, where: str, **values: object) -> EditionError:
    """The error of `code`, to be raised."""
    return EditionError(message(code, where, **values))
