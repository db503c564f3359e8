"""Notes at the end of an article: their list, the marks that call them, references uncalled."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from converters.messages import Message, message
from converters.model import Note
from converters.readers.common.compose import Token
from converters.readers.common.notes import STAR, NoteMark, Numbered, Style, link, style_of
from converters.readers.common.reading import Reading
from converters.readers.social_archive.blocks import Block
from converters.readers.social_archive.markup import BLANK, NOTHING, ZERO_WIDTH
from converters.readers.social_archive.rich import Composer, Refs

_HEAD = re.compile(
    r"[\W_]*(?:主要)?(?:注\s*释|注\s*解|尾\s*注|脚\s*注|参\s*考\s*文\s*献|参考资料|引用文献|引文出处|注|Notes?|References)"
    r"(?:(?:与|和|及)(?:参考文献|注释))?[\W_]*(?:References|Notes)?[\W_]*",
    re.I,
)
_CITES = re.compile(
    r"《|\[[A-Z](?:/OL)?\]|出版社|https?://|第\s*\d+\s*[期页]|\bpp?\.|\bVol\b|University|Press|(?:19|20)\d\d"
)


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a note: its blocks, and the mark that opens the first."""

    mark: NoteMark
    token: Token
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Apparatus:
    """Where notes and references stand among the blocks (by their places)."""

    style: Style | None = None
    bodies: tuple[Body, ...] = ()
    heading: frozenset[int] = frozenset()
    listed: frozenset[int] = frozenset()  # the notes
    references: frozenset[int] = frozenset()  # a list that nothing calls, with its heading


def is_head(string: str) -> bool:
    """Whether a block heads a list of notes or references."""
    return len(string) <= 30 and bool(_HEAD.fullmatch(string))


def apparatus(reading: Reading, blocks: Sequence[Block], last: Iterable[int]) -> Apparatus:
    """The notes of a text. `last`: the blocks that may stand after notes (credits, images)."""
    after = set(last)
    style = style_of(block.string for block in blocks)
    run = _run(blocks, style, after) if style else []
    heads = {at for at, block in enumerate(blocks) if is_head(block.string)}
    heading = {at for at in heads if run and at < run[0] and not _words(blocks, at + 1, run[0])}
    bodies: list[Body] = []
    ends = [*run[1:], run[-1] + 1] if run else []
    for at, end in zip(run, ends, strict=True):
        assert style
        mark = style.body(blocks[at].string)
        assert mark
        held = [blocks[n] for n in range(at, end) if n not in after or n in run]
        bodies.append(Body(mark, _token(reading, held[0], mark), tuple(held)))
    listed = {n for at, end in zip(run, ends, strict=True) for n in range(at, end)}
    listed -= after - set(run)
    references = _references(blocks, heads - heading, after | listed | heading)
    return Apparatus(
        style if run else None,
        tuple(bodies),
        frozenset(heading),
        frozenset(listed),
        frozenset(references),
    )


def _run(blocks: Sequence[Block], style: Style, after: set[int]) -> list[int]:
    """The places of the blocks that open notes: the last list whose numbers are called."""
    runs: list[list[int]] = []
    headed = False
    number = 0
    for at, block in enumerate(blocks):
        if is_head(block.string):
            headed, number = True, 0
            runs.append([])
            continue
        mark = style.body(block.string)
        if not mark or mark.number == STAR or not block.string[mark.end :].strip():
            if at not in after and block.string and not (headed and runs and runs[-1]):
                headed, number = False, 0
            continue
        if number < mark.number <= number + 3 and number and runs:
            runs[-1].append(at)
        elif mark.number == 1 or not number:
            if not (headed and runs and not runs[-1]):
                runs.append([])
                headed = False
            runs[-1].append(at)
        else:
            continue
        number = mark.number
    for run in reversed(runs):
        if run and _is_list(blocks, style, run, after):
            return run
    return []


def _is_list(blocks: Sequence[Block], style: Style, run: Sequence[int], after: set[int]) -> bool:
    """Whether blocks that open with marks are notes: some are called above, no text follows."""
    numbers = {mark.number for at in run if (mark := style.body(blocks[at].string))}
    called = {
        mark.number
        for block in blocks[: run[0]]
        for mark in style.calls(block.string)
        if mark.start or mark.raised
    }
    rest = [
        at
        for at in range(run[-1] + 1, len(blocks))
        if at not in after and blocks[at].string and not _CITES.search(blocks[at].string)
    ]
    return bool(numbers & called) and not any(
        len(blocks[at].string) > 60 and not is_head(blocks[at].string) for at in rest
    )


def _words(blocks: Sequence[Block], start: int, end: int) -> bool:
    return any(block.string and not block.is_image for block in blocks[start:end])


def _references(blocks: Sequence[Block], heads: set[int], taken: set[int]) -> set[int]:
    """The last list of references with its heading, up to what stands after the text."""
    for head in sorted(heads, reverse=True):
        found = {head}
        for at in range(head + 1, len(blocks)):
            if at in taken or (at in heads and len(found) == 1):
                break
            found.add(at)
        below = [blocks[at].string for at in found - {head} if blocks[at].string]
        rest = [n for n in range(max(found) + 1, len(blocks)) if n not in taken]
        if below and not rest and sum(bool(_CITES.search(one)) for one in below) > len(below) / 2:
            return found
    return set()


def _bare(reading: Reading, block: Block) -> tuple[str, list[int]]:
    """The words of a block, and where each of their characters stands."""
    offsets: list[int] = []
    at = block.start
    for token in block.markup.tokens:
        offsets += range(at, token.start)
        at = max(at, token.end)
    offsets += range(at, block.end)
    offsets = [at for at in offsets if not ZERO_WIDTH.match(reading.string[at])]
    string = "".join(reading.string[at] for at in offsets)
    for entity in (BLANK, NOTHING):
        string = entity.sub(lambda found: " " * len(found[0]), string)
    return string, offsets


def _token(reading: Reading, block: Block, mark: NoteMark) -> Token:
    """The mark at the start of a note's body, in the reading."""
    string, offsets = _bare(reading, block)
    blank = len(string) - len(string.lstrip())
    return Token(offsets[blank + mark.start], offsets[blank + mark.end - 1] + 1, "note-mark")


@dataclass(frozen=True)
class Linked:
    """The labels of the notes, the places that call them, and what is amiss."""

    labels: tuple[str, ...] = ()
    refs: Refs = field(default_factory=dict)
    messages: tuple[Message, ...] = ()


def linked(reading: Reading, found: Apparatus, text: Iterable[Block]) -> Linked:
    """Which marks of the text call which notes. A mark that comes again calls its note again."""
    style = found.style
    if not style:
        return Linked(messages=tuple(_uncalled(reading, text)))
    labels: list[str] = []
    for body in found.bodies:
        first = label = f"n-{body.mark.number}"
        again = 1
        while label in labels:
            again += 1
            label = f"{first}-{again}"
        labels.append(label)
    calls: list[tuple[int, int, NoteMark]] = []
    for block in text:
        string, offsets = _bare(reading, block)
        calls += [(offsets[m.start], offsets[m.end - 1] + 1, m) for m in style.calls(string)]
    answered = link(
        [Numbered(0, mark.number, mark.sure) for _, _, mark in calls],
        [Numbered(0, body.mark.number) for body in found.bodies],
    )
    by_number = {calls[at][2].number: body for at, body in sorted(answered.items(), reverse=True)}
    refs: dict[int, tuple[int, str]] = {}
    messages: list[Message] = []
    for at, (start, end, mark) in enumerate(calls):
        body_at = answered.get(at, by_number.get(mark.number))
        if body_at is not None:
            refs[start] = end, labels[body_at]
        elif mark.sure or style.name == "bracketed":
            messages.append(_orphan(reading, "note-orphan-mark", start, mark))
    for n, body in enumerate(found.bodies):
        if n not in answered.values():
            messages.append(_orphan(reading, "note-orphan-body", body.token.start, body.mark))
    return Linked(tuple(labels), refs, tuple(messages))


def _orphan(reading: Reading, code: str, offset: int, mark: NoteMark) -> Message:
    return message(code, reading.where(offset), mark=mark.printed, page="?")


_BRACKETED = Style("bracketed", r"\\?[\[［〔]\^?\s*\d{1,3}\s*\\?[\]］〕]")


def _uncalled(reading: Reading, text: Iterable[Block]) -> Iterable[Message]:
    """Marks of notes that the archive has lost: they stand at the ends of sentences."""
    for block in text:
        string, offsets = _bare(reading, block)
        for mark in _BRACKETED.calls(string):
            if string[: mark.start].rstrip().endswith(tuple("。！？”》")):
                yield _orphan(reading, "note-orphan-mark", offsets[mark.start], mark)


def notes(found: Apparatus, labels: Sequence[str], composer: Composer) -> tuple[Note, ...]:
    """The notes as the document has them."""
    return tuple(
        Note(label, body.mark.printed, None, composer.note(body.blocks, body.token))
        for body, label in zip(found.bodies, labels, strict=True)
    )
