"""The account of every character: text, moved, changed or removed; the sum is the seed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from converters.messages import stop
from converters.model import Document, Heading, Piece, Span, Text
from converters.seed import Seed

_COUNTED = re.compile(r"[^\s\ufeff]")
_SHOWN = 12  # characters that a message shows of what is wrong


@dataclass(frozen=True, slots=True)
class Change:
    """What stood at `span` of the seed and what is read there now, by which rule."""

    span: Span
    before: str
    after: str
    rule: str


@dataclass(frozen=True)
class Ledger:
    """The account of a seed, in non-blank characters."""

    total: int
    text: int
    moved: int
    changed: int
    removed: dict[str, int]
    changes: tuple[Change, ...]

    @property
    def times(self) -> Counter[str]:
        """How often each rule (emendations apart) was applied, changes of blanks included."""
        return Counter(rule for change in self.changes for rule in change.rule.split("+"))

    def __str__(self) -> str:
        removed = sum(self.removed.values())
        reasons = ", ".join(f"{code} {n}" for code, n in sorted(self.removed.items()))
        return (
            f"{self.total} = {self.text} text + {self.moved} moved + {self.changed} changed"
            f" + {removed} removed" + (f" ({reasons})" if reasons else "")
        )


def texts(document: Document) -> Iterator[tuple[str, Text]]:
    """Every text of a document with its account: `text` where it stood, or `moved`."""
    for item in document.fields:
        yield "moved", item.text
    for paragraph in document.abstract:
        yield "text", paragraph.text
    for block in (*document.introduction, *document.body):
        if isinstance(block, Heading):
            yield "text", block.number
        yield "text", block.text
    for note in document.notes:
        yield "moved", note.text
    for paragraph in document.endmatter:
        yield "moved", paragraph.text


def balance(seed: Seed, document: Document) -> Ledger:
    """The ledger of a document.

    Raises EditionError where a character is in no account or two, be it by an emendation or by a
    fault of the reader.
    """
    entries: list[tuple[Span, str]] = []
    counts: Counter[str] = Counter()
    removed: Counter[str] = Counter()
    changes: list[Change] = []
    for account, text in texts(document):
        for piece in text.pieces:
            before = seed.text[piece.span.start : piece.span.end]
            if piece.rule:
                changes.append(Change(piece.span, before, piece.text, piece.rule))
            else:
                _check(seed, piece, before)
            owner = "changed" if piece.rule else account
            counts[owner] += _weight(before)
            entries.append((piece.span, owner))
    for removal in document.removed:
        removed[removal.reason] += _weight(seed.text[removal.span.start : removal.span.end])
        entries.append((removal.span, "removed"))
    _check_sum(seed, sorted(entries))
    return Ledger(
        total=counts.total() + removed.total(),
        text=counts["text"],
        moved=counts["moved"],
        changed=counts["changed"],
        removed={code: n for code, n in removed.items() if n},
        changes=tuple(sorted(changes, key=lambda change: change.span)),
    )


def _weight(string: str) -> int:
    """How many characters the account counts: all but blanks and byte order marks."""
    return sum(map(len, string.split())) - string.count("\ufeff")


def _check_sum(seed: Seed, entries: Iterable[tuple[Span, str]]) -> None:
    """Every character that counts stands in one entry, and in no two. `entries` are in order.

    Raises EditionError for the first that does not.
    """
    done, owner = 0, ""  # how far the entries reach, and the account of the one that reaches there
    for span, account in (*entries, (Span(len(seed.text), len(seed.text)), "")):
        if found := _COUNTED.search(seed.text, done, max(done, span.start)):
            _blame_emendation(seed, found.start())
            words = seed.text[found.start() : found.start() + _SHOWN].split("\n")[0]
            raise stop("ledger-unaccounted", seed.where(found.start()), words=words)
        if found := _COUNTED.search(seed.text, span.start, max(span.start, min(done, span.end))):
            _blame_emendation(seed, found.start())
            words = seed.text[found.start() : found.start() + _SHOWN]
            where = seed.where(found.start())
            raise stop("ledger-twice", where, words=words, first=owner, second=account)
        if span.end > done:
            done, owner = span.end, account


def _blame_emendation(seed: Seed, offset: int) -> None:
    """Raise EditionError if an emendation holds the character that does not balance."""
    for correction in seed.corrections:
        if correction.span.start <= offset < correction.span.end:
            words = seed.text[correction.span.start : correction.span.end]
            where = correction.where or seed.where(offset)
            raise stop("emendation-astride", where, words=" ".join(words.split()))


def _check(seed: Seed, piece: Piece, before: str) -> None:
    """A kept piece must read as the seed does. Raises ValueError otherwise: a fault in code."""
    if piece.text != before:
        where = seed.where(piece.span.start)
        raise ValueError(f"{where}: “{piece.text}” is said to be kept, but is “{before}”")
