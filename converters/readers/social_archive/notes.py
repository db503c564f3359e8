"""Notes at the end of an article: their list, the marks that call them, references uncalled."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from converters.lexicon import words
from converters.messages import Message, message
from converters.readers.common.compose import Token
from converters.readers.common.markdown import BLANK_ENTITY, EMPTY_ENTITY, SHAPELESS
from converters.readers.common.notes import STAR, NoteMark, Numbered, Style, link, style_of
from converters.readers.common.reading import Reading
from converters.readers.social_archive.blocks import Block
from converters.schema.ids import note_labels
from converters.schema.reasons import Reason

_WORDS = "|".join(
    r"\s*".join(map(re.escape, word))
    for word in sorted(
        words("note_headings", "social-archive"), key=lambda word: (-len(word), word)
    )
)
_HEAD = re.compile(
    rf"[\W_]*(?:主要)?(?:{_WORDS})(?:(?:与|和|及|與)(?:{_WORDS}))?[\W_]*(?:References|Notes)?[\W_]*",
    re.I,
)
#: Characters of such a heading at most: 主要参考文献与注释 References has 20.
_LONGEST_HEAD = 30
#: Characters of a line that is a paragraph: a list of marks with one below it is an enumeration
#: within the text and no list of notes (credits below notes have up to 40).
_PARAGRAPH = 60
#: A note may follow another whose number is so much lower: archives lose notes between.
_STEP = 3
_CITES = re.compile(
    r"《|\[[A-Z](?:/OL)?\]|出版社|https?://|第\s*\d+\s*[期页]|\bpp?\.|\bVol\b|University|Press|(?:19|20)\d\d"
)


_SHAPELESS = re.compile(f"[{SHAPELESS}]")
#: Where notes are called: the end of the mark and the note's label, by the start of the mark.
Refs = Mapping[int, tuple[int, str]]


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
    return len(string) <= _LONGEST_HEAD and bool(_HEAD.fullmatch(string))


def apparatus(reading: Reading, blocks: Sequence[Block], after: Set[int]) -> Apparatus:
    """The notes of a text. `after`: blocks that may stand after notes (credits, images)."""
    style = style_of(block.string for block in blocks)
    heads = {at for at, block in enumerate(blocks) if is_head(block.string)}
    opened = _opened(blocks, style, heads, after) if style else {}
    run = sorted(opened)
    heading = _heads_of(blocks, heads, run[0]) if run else set()
    bodies: list[Body] = []
    listed: set[int] = set()
    for at, end in zip(run, [*run[1:], run[-1] + 1] if run else [], strict=True):
        held = [n for n in range(at, end) if n not in after or n in opened]
        listed.update(held)
        token = _token(reading, blocks[at], opened[at])
        bodies.append(Body(opened[at], token, tuple(blocks[n] for n in held)))
    references = _references(blocks, heads - heading, after | listed | heading)
    return Apparatus(
        style if run else None,
        tuple(bodies),
        frozenset(heading),
        frozenset(listed),
        frozenset(references),
    )


def _opened(
    blocks: Sequence[Block], style: Style, heads: Set[int], after: Set[int]
) -> dict[int, NoteMark]:
    """The blocks that open notes, with their marks: the last list whose numbers are called."""
    runs: list[dict[int, NoteMark]] = []
    headed = False  # a heading of notes stands above, and nothing but notes since
    number = 0
    for at, block in enumerate(blocks):
        if at in heads:
            headed, number = True, 0
            runs.append({})
            continue
        mark = style.body(block.string)
        if not mark or mark.number == STAR or not block.string[mark.end :].strip():
            if at not in after and block.string and not (headed and runs[-1]):
                headed, number = False, 0
            continue
        if number and number < mark.number <= number + _STEP and runs:
            runs[-1][at] = mark
        elif mark.number == 1 or not number:
            if not headed or runs[-1]:
                runs.append({})
                headed = False
            runs[-1][at] = mark
        else:
            continue
        number = mark.number
    called = _first_calls(blocks, style)
    last_text = max(
        (at for at, block in enumerate(blocks) if at not in after and _is_text(block)), default=-1
    )
    for run in reversed(runs):
        first, last = min(run, default=0), max(run, default=0)
        answers = any(called.get(mark.number, first) < first for mark in run.values())
        if answers and last_text <= last:
            return run
    return {}


def _first_calls(blocks: Sequence[Block], style: Style) -> dict[int, int]:
    """The first block that calls each number; a mark that only opens a block calls nothing."""
    found: dict[int, int] = {}
    for at, block in enumerate(blocks):
        for mark in style.calls(block.string):
            if mark.start or mark.raised:
                found.setdefault(mark.number, at)
    return found


def _is_text(block: Block) -> bool:
    """Whether a block is a paragraph of the text and can be no note or reference."""
    long = len(block.string) > _PARAGRAPH
    return long and not _CITES.search(block.string) and not is_head(block.string)


def _heads_of(blocks: Sequence[Block], heads: Set[int], first: int) -> set[int]:
    """The headings above the first note with no words between."""
    found: set[int] = set()
    for at in range(first - 1, -1, -1):
        if at in heads:
            found.add(at)
        if blocks[at].string and not blocks[at].is_image:
            break
    return found


def _references(blocks: Sequence[Block], heads: Set[int], taken: Set[int]) -> set[int]:
    """The last list of references with its heading, up to what stands after the text."""
    end = len(blocks)
    while end and end - 1 in taken:
        end -= 1
    worded = citing = 0
    for at in range(end - 1, -1, -1):
        if at in heads and worded and citing > worded / 2 and at + 1 not in heads:
            return set(range(at, end))
        if at in taken:
            break
        if blocks[at].string:
            worded += 1
            citing += bool(_CITES.search(blocks[at].string))
    return set()


def _bare(reading: Reading, block: Block) -> tuple[str, list[int]]:
    """The words of a block, and where each of their characters stands."""
    offsets: list[int] = []
    at = block.start
    for token in block.markup.tokens:
        offsets += range(at, token.start)
        at = max(at, token.end)
    offsets += range(at, block.end)
    offsets = [at for at in offsets if not _SHAPELESS.match(reading.string[at])]
    string = "".join(reading.string[at] for at in offsets)
    for entity in (BLANK_ENTITY, EMPTY_ENTITY):
        string = entity.sub(lambda found: " " * len(found[0]), string)
    return string, offsets


def _token(reading: Reading, block: Block, mark: NoteMark) -> Token:
    """The mark at the start of a note's body, in the reading."""
    string, offsets = _bare(reading, block)
    blank = len(string) - len(string.lstrip())
    return Token(offsets[blank + mark.start], offsets[blank + mark.end - 1] + 1, Reason.NOTE_MARK)


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
    labels = note_labels(("", str(body.mark.number)) for body in found.bodies)
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
    answering = set(answered.values())
    for n, body in enumerate(found.bodies):
        if n not in answering:
            messages.append(_orphan(reading, "note-orphan-body", body.token.start, body.mark))
    return Linked(tuple(labels), refs, tuple(messages))


def _orphan(reading: Reading, code: str, offset: int, mark: NoteMark) -> Message:
    return message(code, reading.where(offset), mark=mark.printed, page="?")


_BRACKETED = Style("bracketed", r"\\?[\[［〔]\^?\s*\d{1,3}\s*\\?[\]］〕]")


def _uncalled(reading: Reading, text: Iterable[Block]) -> Iterable[Message]:
    """Marks of notes that the archive has lost: they stand at the ends of sentences."""
    for block in text:
        if not any(_BRACKETED.calls(block.string)):
            continue
        string, offsets = _bare(reading, block)
        for mark in _BRACKETED.calls(string):
            if string[: mark.start].rstrip().endswith(tuple("。！？”》")):
                yield _orphan(reading, "note-orphan-mark", offsets[mark.start], mark)
