"""The account of every character: text, moved, changed or removed; the sum is the seed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from converters.messages import stop
from converters.model import Document, Heading, Piece, Span, Text
from converters.seed import Seed


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
    """The ledger of a document. Raises EditionError where a character is in no account or two."""
    owner: list[str] = [""] * len(seed.text)
    counts: Counter[str] = Counter()
    removed: Counter[str] = Counter()
    changes: list[Change] = []

    def enter(span: Span, account: str) -> int:
        number = 0
        for offset in range(span.start, span.end):
            if seed.text[offset].isspace() or seed.text[offset] == "\ufeff":
                continue
            if owner[offset]:
                words = seed.text[offset : offset + 12]
                raise stop(
                    "ledger-twice",
                    seed.where(offset),
                    words=words,
                    first=owner[offset],
                    second=account,
                )
            owner[offset] = account
            number += 1
        return number

    for account, text in texts(document):
        for piece in text.pieces:
            before = seed.text[piece.span.start : piece.span.end]
            if piece.rule:
                counts["changed"] += enter(piece.span, "changed")
                changes.append(Change(piece.span, before, piece.text, piece.rule))
            else:
                _check(seed, piece, before)
                counts[account] += enter(piece.span, account)
    for removal in document.removed:
        removed[removal.reason] += enter(removal.span, "removed")
    for offset, char in enumerate(seed.text):
        if not owner[offset] and not char.isspace() and char != "\ufeff":
            words = seed.text[offset : offset + 12].split("\n")[0]
            raise stop("ledger-unaccounted", seed.where(offset), words=words)
    return Ledger(
        total=sum(map(bool, owner)),
        text=counts["text"],
        moved=counts["moved"],
        changed=counts["changed"],
        removed={code: n for code, n in removed.items() if n},
        changes=tuple(sorted(changes, key=lambda change: change.span)),
    )


def _check(seed: Seed, piece: Piece, before: str) -> None:
    """A kept piece must read as the seed does. Raises ValueError otherwise: a fault in code."""
    if piece.text != before:
        where = seed.where(piece.span.start)
        raise ValueError(f"{where}: “{piece.text}” is said to be kept, but is “{before}”")
