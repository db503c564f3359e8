"""Stage 1, blocks: what blank lines part, and what single line breaks part where they must.

A blank line ends a paragraph; a single line break does not, for archivers break lines before and
after every bold run. But a heading, a link, a labelled statement or a note stands for itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from converters.model import Removal
from converters.readers.common.compose import Markup
from converters.readers.common.furniture import ends_sentence
from converters.readers.common.markdown import (
    BLANK_ENTITY,
    COMMENT,
    EMPTY_ENTITY,
    SHAPELESS,
    TABLE_TAG,
    TAG,
    is_definition,
    scan,
)
from converters.readers.common.reading import Reading
from converters.readers.social_archive.wording import (
    Label,
    furniture,
    is_credit,
    is_labelled,
    is_signed,
    label,
    offices,
)
from converters.schema.reasons import Reason

#: After these HTML tags a line ends; after all but a line break a block does.
_BREAK = re.compile(r"<br\s*/?>|</(?:p|section|div|li|h[1-6]|blockquote|tr|ul|ol|table)\s*>", re.I)
_TAGS = re.compile(rf"(?:{TAG}|{TABLE_TAG}|&nbsp;|{COMMENT}|\s)++", re.I)
_SHAPELESS = re.compile(f"[{SHAPELESS}]")
_NO_SHAPE = re.compile(rf"[\s{SHAPELESS}]+")
_RULE = re.compile(r"(?:[-*_—–─=～~·•]\s?){3,}|\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?")
_IMAGES = re.compile(r"(?:\[?!\[[^\]\n]*\]\([^)\n]*\)(?:\]\([^)\n]*\))?\s*)+")
_LINK = re.compile(r"\[(?:[^\[\]\\]|\\.)++\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?\)")
_HEADING = re.compile(r"[ \t]*(?:#{1,6}[ \t]|<h[1-6][\s>])")
_DEPTH = re.compile(r"(#{1,6})[ \t]+\S|<h([1-6])[\s>]", re.I)
_ITEM = re.compile(r"[ \t]*(?:[*+•-][ \t]+\S|\|)")
_NOTED = re.compile(r"\W{0,20}?(?:\\?[\[［〔【]\^?\d{1,3}\\?[\]］〕】]|[①-⓿])(?!\s*[，。；、）])")
_NUMBERED = re.compile(r"[\s*]*(?:\d{1,2}\\?[.．、]|[（(]\d{1,2}[)）])(?!\d)")
_OUTER = re.compile(r"^>[ \t]?|</?(?:span|p|section|div|br|font|h\d)\b[^<>]*>", re.I)
_BOLD = (("**", "**"), ("__", "__"), ("<strong>", "</strong>"), ("<b>", "</b>"))
#: A line of at most so many characters may end without a stop and what is below be a note of its
#: own: titles and bylines have up to 30, lines of prose that archivers break off more.
_SHORT_LINE = 30


@dataclass(frozen=True)
class Block:
    """Lines that belong together. `gap` counts the blank lines before it.

    `string`: its words without mark-up, lines joined by `\\n`, each without blanks at its ends.
    `raw`: as it stands, without blanks at its ends.
    """

    start: int
    end: int
    gap: int
    raw: str
    string: str
    markup: Markup

    @cached_property
    def label(self) -> Label | None:
        """The label of the statement that it begins with."""
        return label(self.string)

    @cached_property
    def furniture(self) -> Reason | None:
        """Why it is the platform's wherever it stands."""
        return furniture(self.string)

    @cached_property
    def is_credit(self) -> bool:
        """Whether it says who made the page, where it is from, or whom it does not speak for."""
        return is_credit(self.string)

    @cached_property
    def is_image(self) -> bool:
        """Whether it holds images and nothing else."""
        return bool(_IMAGES.fullmatch(self.raw))

    @cached_property
    def is_rule(self) -> bool:
        """Whether it is a line drawn with signs."""
        return bool(_RULE.fullmatch(self.raw))

    @cached_property
    def wordless(self) -> Reason | None:
        """Why it goes if it holds no words."""
        if self.is_image:
            return Reason.IMAGE
        if not self.string:
            return Reason.BLANK_MARK
        return Reason.MARK_UP if self.is_rule else None

    @cached_property
    def is_links(self) -> bool:
        """Whether it holds links and nothing else."""
        return _is_links(self.raw) and not re.fullmatch(r"[\W\d]*", self.string)

    @cached_property
    def is_bold(self) -> bool:
        """Whether bold type sets off all of it."""
        bare = _OUTER.sub("", self.raw).strip()
        return any(bare.startswith(low) and bare.endswith(high) for low, high in _BOLD)

    @cached_property
    def depth(self) -> int:
        """The depth of a Markdown or HTML heading; 0 for what is none."""
        found = _DEPTH.match(self.raw)
        return (len(found[1]) if found[1] else int(found[2])) if found else 0


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a text and what stands between them."""

    blocks: tuple[Block, ...]
    removed: tuple[Removal, ...]


class _Kind(Enum):
    WORDS = "words"
    BLANK = "blank"
    SHAPELESS = "shapeless"
    MARK_UP = "mark-up"


_REMOVED = {_Kind.SHAPELESS: Reason.INVISIBLE, _Kind.MARK_UP: Reason.MARK_UP}


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    kind: _Kind
    last: bool  # a block ends here


def blocks(reading: Reading, start: int) -> Blocks:
    """The blocks of a text from an offset on."""
    found: list[Block] = []
    removed: list[Removal] = []
    run: list[_Line] = []
    gap = 0

    def close() -> None:
        nonlocal gap
        if run:
            found.append(_block(reading, run[0].start, run[-1].end, gap))
            run.clear()
            gap = 0

    for line in _lines(reading.string, start):
        if line.kind is not _Kind.WORDS:
            close()
            gap += 1
            if reason := _REMOVED.get(line.kind):
                removed += reading.remove(line.start, line.end, reason)
            continue
        if run and _parts(run[-1].text, line.text):
            close()
        run.append(line)
        if line.last:
            close()
    close()
    return Blocks(tuple(found), tuple(removed))


def _lines(string: str, start: int) -> Iterator[_Line]:
    """The lines; those that HTML ends are lines, too."""
    for found in re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z").finditer(string, start):
        low, high = found.start(), found.start() + len(found[0].rstrip("\r\n"))
        for tag in _BREAK.finditer(string, low, high):
            yield _line(string, low, tag.end(), last=not tag[0].lower().startswith("<br"))
            low = tag.end()
        for office in [low + at for at in offices(string[low:high])]:
            yield _line(string, low, office, last=True)
            low = office
        if low < high or low == found.start():
            yield _line(string, low, high)


def _line(string: str, low: int, high: int, *, last: bool = False) -> _Line:
    text = string[low:high]
    if not text.strip():
        kind = _Kind.BLANK
    elif _NO_SHAPE.fullmatch(text):
        kind = _Kind.SHAPELESS
    elif _TAGS.fullmatch(text) or is_definition(text):
        kind = _Kind.MARK_UP
    else:
        kind = _Kind.WORDS
    return _Line(low, high, text, kind, last)


def _block(reading: Reading, start: int, end: int, gap: int) -> Block:
    raw = reading.string[start:end]
    markup = _markup(raw, start)
    parts, at = [], 0
    for token in markup.tokens:
        parts.append(raw[at : token.start - start])
        at = token.end - start
    bare = BLANK_ENTITY.sub(" ", EMPTY_ENTITY.sub("", "".join([*parts, raw[at:]])))
    bare = _SHAPELESS.sub("", bare)
    string = "\n".join(line.strip() for line in bare.splitlines()).strip()
    return Block(start, end, gap, raw.strip(), string, markup)


def _markup(raw: str, start: int) -> Markup:
    """The mark-up of a block; a bold sign without partner is mark-up here, too, and is told."""
    found = scan(raw, start, tables=False)
    odd = [found.unpaired] if found.unpaired and found.unpaired not in found.tokens else []
    tokens = sorted((*found.tokens, *odd), key=lambda token: token.start)
    return replace(found, tokens=tuple(tokens))


def _parts(above: str, below: str) -> bool:
    """Whether a block ends between two neighbouring lines."""
    if _stands_alone(above) or _stands_alone(below) or _ITEM.match(below):
        return True
    if above.lstrip().startswith(">") != below.lstrip().startswith(">"):
        return True
    upper, lower = _bare(above), _bare(below)
    ended = ends_sentence(upper) or len(upper) <= _SHORT_LINE
    if _NOTED.match(below):
        return ended or bool(_NOTED.match(above))
    if _NUMBERED.match(below):
        return ends_sentence(upper) or bool(_NUMBERED.match(above))
    return (is_labelled(lower) or is_signed(lower)) and (
        upper.endswith(("。", "！", "？", "”", "）")) or is_labelled(upper) or is_signed(upper)
    )


def _stands_alone(line: str) -> bool:
    bare = line.strip()
    return bool(
        _HEADING.match(line) or _RULE.fullmatch(bare) or _IMAGES.fullmatch(bare)
    ) or _is_links(bare)


def _is_links(string: str) -> bool:
    """Whether a string holds links and signs, and no words besides."""
    rest = _LINK.sub("", string)
    return rest != string and not re.search(r"\w", rest)


def _bare(line: str) -> str:
    """A line without most of its mark-up, quick."""
    return re.sub(r"[*_>]+|<[^<>]*>", "", line).strip()
