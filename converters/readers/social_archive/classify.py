"""Stage 2, classify: what every block is, by its words and by where it stands.

A text is walked once from its head to its tail, and a block that is neither note nor furniture is
asked what may stand where the walk is:

    head          above the text: title, byline, caption, statements; then the text begins
    abstract      the blocks below 摘要 that stands alone
    statements    below an abstract or an introduction: statements, or the text begins
    introduction  below 编者按 and its kin: paragraphs in another voice, up to where it ends
    body          the text: headings and paragraphs
    tail          below the last paragraph: credits, statements, other articles

Why a block was given a role is said where `_Walk` gives it; the rules on words are in
`wording`, those on a line of the head in `head_lines`, and where a part ends in `extent`.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from enum import Enum

from converters.readers.social_archive.blocks import Block
from converters.readers.social_archive.extent import (
    OF_ARTICLE,
    STAMP_WITHIN,
    STAMPS,
    abstract_end,
    following,
    head_end,
    introduction_end,
    is_topic,
    tail_start,
)
from converters.readers.social_archive.head_lines import (
    LONGEST_CAPTION,
    LONGEST_LINE,
    TITLE_WITHIN,
    author_statement,
    role_above_text,
)
from converters.readers.social_archive.headings import Shape, is_lone, is_number, is_title, shape
from converters.readers.social_archive.wording import (
    STATED,
    Label,
    furniture_within,
    heads_related,
)
from converters.schema.reasons import Reason
from converters.schema.roles import Role

#: Characters of a statement in the head; of a paragraph below a label that stands alone, which is
#: text and no statement if it has more.
_LONGEST_STATEMENT = 400
_LONGEST_LABELLED = 300


class Stage(Enum):
    """Where in a text the walk is."""

    HEAD = "head"
    ABSTRACT = "abstract"
    STATEMENTS = "statements"
    INTRODUCTION = "introduction"
    BODY = "body"


@dataclass(frozen=True)
class Segment:
    """A block and what it is: a role, with its label or its form as a heading, or a reason of
    removal. `introduces`: it is part of an introduction in another voice.
    """

    block: Block
    role: Role | Reason
    label: Label | None = None
    shape: Shape | None = None
    introduces: bool = False


@dataclass(frozen=True)
class Known:
    """What is known before the walk: the title that the front matter gives, the offset at which
    the record says that the text begins, and the places of notes and references.
    """

    title: str = ""
    body_start: int | None = None
    notes_heading: Set[int] = frozenset()
    notes: Set[int] = frozenset()
    references: Set[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A decision below certainty: the code of its message, its offset, the words in question."""

    code: str
    offset: int
    words: str = ""


@dataclass(frozen=True)
class Classified:
    """The blocks with their roles, and what is in doubt."""

    segments: tuple[Segment, ...]
    doubts: tuple[Doubt, ...]


def classify(blocks: Sequence[Block], known: Known) -> Classified:
    """The role of every block, in order."""
    walk = _Walk(blocks, known)
    for at in range(len(blocks)):
        walk.place(at)
    return Classified(tuple(walk.segments), tuple(walk.doubts))


@dataclass
class _Walk:
    """The walk over the blocks: where it is, and what it has given so far."""

    blocks: Sequence[Block]
    known: Known
    segments: list[Segment] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    stage: Stage = Stage.HEAD
    until: int = 0  # where introduction or abstract ends
    pending: Label | None = None  # a label whose words are in the next block
    titled: bool = False
    related: bool = False  # below the heading of a list of other articles

    def __post_init__(self) -> None:
        known = self.known
        self.tail = tail_start(self.blocks, known.notes_heading | known.notes | known.references)
        self.text = self.blocks[: self.tail]
        self.head_end = head_end(self.text)
        self.titled = bool(known.title)
        self.following = following(self.text)

    def give(
        self, at: int, role: Role | Reason, label: Label | None = None, form: Shape | None = None
    ) -> None:
        introduces = self.stage is Stage.INTRODUCTION
        self.segments.append(Segment(self.blocks[at], role, label, form, introduces))

    def place(self, at: int) -> None:
        block = self.blocks[at]
        wordless = block.wordless
        if at in self.known.notes_heading:
            self.give(at, Reason.LABEL)
        elif at in self.known.notes:
            self.give(at, Role.NOTE)
        elif at in self.known.references:
            self.give(at, Role.ENDMATTER if wordless in (None, Reason.MARK_UP) else wordless)
        elif wordless:
            self.give(at, wordless)
            if block.is_rule and self.stage is Stage.ABSTRACT:
                self.stage = Stage.STATEMENTS
        elif at >= self.tail:
            self._in_tail(at)
        elif self.pending and self.stage is not Stage.BODY:
            self._below_label(at, self.pending)
        elif self.stage is Stage.ABSTRACT and at < self.until:
            self.give(at, Role.ABSTRACT)
        elif self.stage in (Stage.HEAD, Stage.STATEMENTS, Stage.ABSTRACT):
            self._in_head(at)
        else:
            self._in_text(at)

    # The head

    def _in_head(self, at: int) -> None:
        block, string = self.blocks[at], self.blocks[at].string
        start = self.known.body_start
        label = block.label
        if start is not None and block.start >= start:
            self._begin(at)
        elif reason := block.furniture:
            self.give(at, reason)
        elif label and label.name == "introduction":
            self._introduce(at, label)
        elif label and label.name == "text" and label.alone:
            self.give(at, Reason.LABEL)
            self.stage = Stage.BODY
        elif label and (
            label.alone or label.name == "abstract" or len(string) <= _LONGEST_STATEMENT
        ):
            self._state(at, label)
        elif self._is_title(block):
            self.give(at, Reason.REPEATED)
        elif not self.titled and block.depth and at < TITLE_WITHIN:
            self.titled = True
            self.give(at, Role.TITLE)
        elif self.stage is Stage.HEAD and (label := self._author_statement(at)):
            self.give(at, Role.STATEMENT, label)
        elif self.stage is Stage.HEAD and (role := self._above_text(at)):
            if role is Reason.NAVIGATION:
                self.doubts.append(Doubt("navigation-doubt", block.start, string))
            self.give(at, role)
        else:
            self._begin(at)

    def _is_title(self, block: Block) -> bool:
        bare = re.sub(r"[\W_]", "", block.string)
        return bool(bare) and bare == re.sub(r"[\W_]", "", self.known.title)

    def _state(self, at: int, label: Label) -> None:
        """A labelled statement; the words of one that stands alone are in the next block."""
        if label.alone:
            self.give(at, Reason.LABEL)
            self.pending = label if label.name not in ("rubric", "text") else None
        elif label.name == "abstract":
            self.give(at, Role.ABSTRACT, label)
        elif label.name in ("rubric", "text"):
            self._begin(at)
        elif label.name in ("english", "editor"):
            self.give(at, Role.ENDMATTER)
        else:
            self.give(at, Role.STATEMENT, label)
        if self.stage is Stage.ABSTRACT:
            self.stage = Stage.STATEMENTS

    def _below_label(self, at: int, label: Label) -> None:
        """The first block below a label that stood alone."""
        self.pending = None
        if self.blocks[at].label or is_number(self.blocks[at]):
            self.place(at)
        elif label.name == "abstract":
            self.stage = Stage.ABSTRACT
            self.until = abstract_end(self.text, at)
            self.give(at, Role.ABSTRACT)
        elif len(self.blocks[at].string) > _LONGEST_LABELLED:
            self.place(at)
        else:
            self.give(at, Role.STATEMENT, Label(label.name, 0))

    def _author_statement(self, at: int) -> Label | None:
        """As which statement a line without label tells the author's institution, if it does."""
        given = [segment for segment in self.segments if segment.role is not Reason.IMAGE]
        below_author = bool(given) and (
            given[-1].role is Role.AUTHORS
            or (given[-1].label is not None and given[-1].label.name in ("authors", "bio"))
        )
        return author_statement(self.blocks[at], below_author=below_author)

    def _above_text(self, at: int) -> Role | Reason | None:
        """What a line without label is above the text; nothing where the text begins.

        A line that is none of the known ones stands there for no reason of the text's own: it is
        navigation if it is above the end of the head.
        """
        block, length = self.blocks[at], len(self.blocks[at].string)
        if length > LONGEST_CAPTION or block.depth or is_number(block):
            return None
        if role := role_above_text(self.text, at, self.following[at]):
            return role
        above = length <= LONGEST_LINE and block.end <= self.head_end
        return Reason.NAVIGATION if above else None

    # An introduction in another voice

    def _introduce(self, at: int, label: Label) -> None:
        self.stage = Stage.INTRODUCTION
        first = at + 1 if label.alone else at
        start = self.known.body_start
        self.until, in_doubt = introduction_end(self.text, self.following, first, start)
        if in_doubt:
            self.doubts.append(Doubt("introduction-end-doubt", self.blocks[at].start))
        if label.alone:
            self.give(at, Reason.LABEL)
        else:
            self.give(at, Role.PARAGRAPH, label)

    # The text

    def _begin(self, at: int) -> None:
        self.stage = Stage.BODY
        self._in_text(at)

    def _in_text(self, at: int) -> None:
        """A block of the introduction or of the text."""
        block = self.blocks[at]
        label = block.label
        if self.stage is Stage.INTRODUCTION:
            if at >= self.until:
                self.stage = Stage.STATEMENTS if label else Stage.BODY
                if label:
                    self._in_head(at)
                    return
            elif label and label.name == "introduction":
                self.give(at, Reason.LABEL if label.alone else Role.PARAGRAPH, _worded(label))
                return
            elif label and not label.alone and label.name in OF_ARTICLE:
                self._state(at, label)
                return
        if label and label.name == "text" and label.alone:
            self.give(at, Reason.LABEL)
        elif reason := furniture_within(block.string):
            self.give(at, reason)
        else:
            self._paragraph_or_heading(at)

    def _paragraph_or_heading(self, at: int) -> None:
        block, after = self.blocks[at], self.following[at]
        if self._follows_number():
            self.give(at, Role.HEADING, form=Shape(1, 0, block.string))
        elif is_number(block):
            if after and is_title(after) and not is_number(after):
                self.give(at, Role.NUMBER)
            elif is_lone(block):
                self.give(at, Role.HEADING, form=Shape(1, 0, block.string))
            else:
                self.give(at, Role.PARAGRAPH)
        elif form := shape(block, after, self._last_words()):
            self.give(at, Role.HEADING, form=form)
        else:
            self.give(at, Role.PARAGRAPH)

    def _last_words(self) -> Block | None:
        """The block of words above."""
        given = (segment.block for segment in reversed(self.segments))
        return next((block for block in given if block.string), None)

    def _follows_number(self) -> bool:
        """Whether the title of a number above is expected."""
        wordless = (Reason.IMAGE, Reason.BLANK_MARK)
        kept = (s.role for s in reversed(self.segments) if s.role not in wordless)
        return next(kept, None) is Role.NUMBER

    # The tail

    def _in_tail(self, at: int) -> None:
        block, string = self.blocks[at], self.blocks[at].string
        self.related = self.related or heads_related(string)
        stamped = any(segment.role in STAMPS for segment in self.segments[-STAMP_WITHIN:])
        label = block.label
        if reason := block.furniture:
            self.give(at, reason)
        elif block.is_credit:
            self.give(at, Role.ENDMATTER)
        elif label and label.name in STATED and not label.alone:
            self.give(at, Role.STATEMENT, label)
        elif self.related or block.is_links or (stamped and is_topic(block)):
            self.give(at, Reason.NAVIGATION)
        else:
            self.give(at, Role.ENDMATTER)


def _worded(label: Label) -> Label | None:
    return None if label.alone else label
