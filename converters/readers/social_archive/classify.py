"""Stage 2, classify: what every block is, by its words and by where it stands.

A text is walked once from its head to its tail, and a block that is neither note nor furniture is
asked what may stand where the walk is:

    head          above the text: title, byline, caption, statements; then the text begins
    abstract      the blocks below 摘要 that stands alone
    statements    below an abstract or an introduction: statements, or the text begins
    introduction  below 编者按 and its kin: paragraphs in another voice, up to where it ends
    body          the text: headings and paragraphs
    tail          below the last paragraph: credits, statements, other articles

Why a block was given a role is said where `_Walk` gives it; the rules on words are in `wording`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from enum import Enum

from converters.readers.social_archive.blocks import Block
from converters.readers.social_archive.headings import Shape, is_lone, is_number, is_title, shape
from converters.readers.social_archive.wording import (
    STATED,
    Label,
    byline,
    describes_author,
    furniture_within,
    heads_related,
    is_affiliation,
    is_labelled,
)
from converters.schema.reasons import Reason
from converters.schema.roles import Role

#: Blocks at most above a text. Posts have up to 14: account, tags, title, byline, statements.
_LONGEST_HEAD = 20
#: Among the first so many blocks a heading is the title, a line after dashes the subtitle: account,
#: tags and date stand above them.
_TITLE_WITHIN = 6
#: A bold line among the first so many is the title or a byline and no section of the text.
_FIRST_LINES = 3
#: Characters: of a line of the head (byline, date); of a caption; of a paragraph that is sure to
#: be text without a stop at its end; of a statement in the head; of one in the tail; of a
#: paragraph below a label that stands alone, which is text and no statement.
_LONGEST_LINE = 60
_LONGEST_CAPTION = 200
_PARAGRAPH = 120
_LONGEST_STATEMENT = 400
_LONGEST_TAIL_STATEMENT = 300
_LONGEST_LABELLED = 300
#: A line that may be a caption because statements follow has at least so many characters.
_SHORTEST_CAPTION = 10
#: Blocks at most of an abstract below its label, and of an introduction whose end is looked for:
#: abstracts have up to 3 paragraphs, introductions in posts up to 12.
_LONGEST_ABSTRACT = 5
_LONGEST_INTRODUCTION = 50
#: Blank lines that part an introduction from the text where no sign does: posts part paragraphs
#: by up to 3.
_WIDE = 5
#: Characters of a title in a list of other articles, and of a topic below an article.
_LONGEST_ITEM = 80
_LONGEST_TOPIC = 12
#: A topic stands at most so many blocks below a counter or the date of the page.
_STAMP_WITHIN = 4

_CAPTION = re.compile(
    r"[▲△▼▽（(↑]?\s*(?:[图圖][片源注/：:\d一二三]|[图圖]\s|资料图|資料圖|[图圖][为為]|[来來]源[:：])"
)
_SUBTITLE = re.compile(r"[—―─-]{2,}\s*\S")
_TOPIC = re.compile(r"#?\w+(?:[（(]\w+[)）])?")
#: Statements of an article's own head: they end an introduction in another voice.
_OF_ARTICLE = STATED | {"abstract", "clc", "doi", "fund", "article_id", "document_code"}


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


def may_follow_text(block: Block) -> bool:
    """Whether a block may stand after a text."""
    string = block.string
    said = block.label if len(string) <= _LONGEST_TAIL_STATEMENT else None
    return (
        _wordless(block) is not None
        or block.furniture is not None
        or heads_related(string)
        or block.is_credit
        or block.is_links
        or bool(said and said.name in STATED - {"keywords"} and not said.alone)
    )


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
        self.tail = _tail_start(self.blocks, known.notes_heading | known.notes | known.references)
        self.head_end = _head_end(self.blocks[: min(self.tail, _LONGEST_HEAD)])
        self.titled = bool(known.title)
        self.following = _following(self.blocks[: self.tail])

    def give(
        self, at: int, role: Role | Reason, said: Label | None = None, form: Shape | None = None
    ) -> None:
        introduces = self.stage is Stage.INTRODUCTION
        self.segments.append(Segment(self.blocks[at], role, said, form, introduces))

    def place(self, at: int) -> None:
        block = self.blocks[at]
        wordless = _wordless(block)
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
        said = block.label
        if start is not None and block.start >= start:
            self._begin(at)
        elif reason := block.furniture:
            self.give(at, reason)
        elif said and said.name == "introduction":
            self._introduce(at, said)
        elif said and said.name == "text" and said.alone:
            self.give(at, Reason.LABEL)
            self.stage = Stage.BODY
        elif said and (said.alone or said.name == "abstract" or len(string) <= _LONGEST_STATEMENT):
            self._state(at, said)
        elif self._is_title(block):
            self.give(at, Reason.REPEATED)
        elif not self.titled and block.depth and at < _TITLE_WITHIN:
            self.titled = True
            self.give(at, Role.TITLE)
        elif self.stage is Stage.HEAD and (said := self._of_author(at)):
            self.give(at, Role.STATEMENT, said)
        elif self.stage is Stage.HEAD and (role := self._above_text(at)):
            if role is Reason.NAVIGATION:
                self.doubts.append(Doubt("navigation-doubt", block.start, string))
            self.give(at, role)
        else:
            self._begin(at)

    def _is_title(self, block: Block) -> bool:
        bare = re.sub(r"[\W_]", "", block.string)
        return bool(bare) and bare == re.sub(r"[\W_]", "", self.known.title)

    def _state(self, at: int, said: Label) -> None:
        """A labelled statement; the words of one that stands alone are in the next block."""
        if said.alone:
            self.give(at, Reason.LABEL)
            self.pending = said if said.name not in ("rubric", "text") else None
        elif said.name == "abstract":
            self.give(at, Role.ABSTRACT, said)
        elif said.name in ("rubric", "text"):
            self._begin(at)
        elif said.name in ("english", "editor"):
            self.give(at, Role.ENDMATTER)
        else:
            self.give(at, Role.STATEMENT, said)
        if self.stage is Stage.ABSTRACT:
            self.stage = Stage.STATEMENTS

    def _below_label(self, at: int, said: Label) -> None:
        """The first block below a label that stood alone."""
        self.pending = None
        if self.blocks[at].label or is_number(self.blocks[at]):
            self.place(at)
        elif said.name == "abstract":
            self.stage = Stage.ABSTRACT
            self.until = self._end_of_abstract(at)
            self.give(at, Role.ABSTRACT)
        elif len(self.blocks[at].string) > _LONGEST_LABELLED:
            self.place(at)
        else:
            self.give(at, Role.STATEMENT, Label(said.name, 0))

    def _end_of_abstract(self, at: int) -> int:
        """After the last block of an abstract whose label stands alone."""
        for n in range(at + 1, min(at + _LONGEST_ABSTRACT, self.tail)):
            if self.blocks[n].label:
                return n
            if is_number(self.blocks[n]) or shape(self.blocks[n], None):
                break
        return at + 1

    def _of_author(self, at: int) -> Label | None:
        """As which statement a line without label tells the author's institution, if it does."""
        block = self.blocks[at]
        if len(block.string) > _LONGEST_LINE or block.depth:
            return None
        if describes_author(block.string):
            return Label("bio", 0)
        given = [one for one in self.segments if one.role is not Reason.IMAGE]
        below_author = bool(given) and (
            given[-1].role is Role.AUTHORS
            or (given[-1].label is not None and given[-1].label.name in ("authors", "bio"))
        )
        return Label("affiliation", 0) if below_author and is_affiliation(block.string) else None

    def _above_text(self, at: int) -> Role | Reason | None:
        """What a line without label is above the text; nothing where the text begins.

        A line that is none of the known ones stands there for no reason of the text's own: it is
        navigation if it is above the end of the head.
        """
        block, string = self.blocks[at], self.blocks[at].string
        if len(string) > _LONGEST_CAPTION or block.depth or is_number(block):
            return None
        if at and self.blocks[at - 1].is_image and block.gap <= 2:
            after = self.following[at]
            above_statement = (
                after is not None
                and after.label is not None
                and len(string) >= _SHORTEST_CAPTION
                and not is_labelled(string)
            )
            if _CAPTION.match(string) or above_statement:
                return Role.CAPTION
        if len(string) > _LONGEST_LINE:
            return None
        if _SUBTITLE.match(string) and 0 < at < _TITLE_WITHIN:
            return Role.SUBTITLE
        if not block.is_bold and byline(string):
            return Role.AUTHORS
        return Reason.NAVIGATION if block.end <= self.head_end else None

    # An introduction in another voice

    def _introduce(self, at: int, said: Label) -> None:
        self.stage = Stage.INTRODUCTION
        self.until, in_doubt = self._end_of_introduction(at + 1 if said.alone else at)
        if in_doubt:
            self.doubts.append(Doubt("introduction-end-doubt", self.blocks[at].start))
        if said.alone:
            self.give(at, Reason.LABEL)
        else:
            self.give(at, Role.PARAGRAPH, said)

    def _end_of_introduction(self, first: int) -> tuple[int, bool]:
        """The place after the last block of an introduction, and whether that is in doubt.

        A drawn line, 正文, a statement of the article's head and more blank lines than usual end
        it. So does a heading; but what stands above the first heading may be the article's own
        opening. Where nothing ends it, only its first paragraph is sure.
        """
        if self.known.body_start is not None:
            starts = range(first, self.tail)
            at = bisect_left(starts, self.known.body_start, key=lambda n: self.blocks[n].start)
            return first + at, False
        paragraphs: list[int] = []
        widest = 0
        for at in range(first, min(first + _LONGEST_INTRODUCTION, self.tail)):
            block = self.blocks[at]
            said = block.label
            if paragraphs and (block.is_rule or _opens_article(said)):
                return at, False
            if _wordless(block) or block.furniture:
                continue
            if paragraphs and block.gap >= _WIDE and block.gap > widest:
                return at, False
            form = None if said else shape(block, self.following[at])
            if (at > first and is_number(block)) or (form and form.rank <= 1):
                own = [n for n in paragraphs if not self.blocks[n].is_credit]
                return at, len(own) > 1
            if said and said.name != "introduction":
                continue
            widest = max(widest, block.gap) if paragraphs else widest
            if not (said and said.alone):
                paragraphs.append(at)
        return (paragraphs[0] + 1 if paragraphs else self.tail), True

    # The text

    def _begin(self, at: int) -> None:
        self.stage = Stage.BODY
        self._in_text(at)

    def _in_text(self, at: int) -> None:
        """A block of the introduction or of the text."""
        block = self.blocks[at]
        said = block.label
        if self.stage is Stage.INTRODUCTION:
            if at >= self.until:
                self.stage = Stage.STATEMENTS if said else Stage.BODY
                if said:
                    self._in_head(at)
                    return
            elif said and said.name == "introduction":
                self.give(at, Reason.LABEL if said.alone else Role.PARAGRAPH, _worded(said))
                return
            elif said and not said.alone and said.name in _OF_ARTICLE:
                self._state(at, said)
                return
        if said and said.name == "text" and said.alone:
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
        kept = (one.role for one in reversed(self.segments) if one.role not in wordless)
        return next(kept, None) is Role.NUMBER

    # The tail

    def _in_tail(self, at: int) -> None:
        block, string = self.blocks[at], self.blocks[at].string
        self.related = self.related or heads_related(string)
        stamps = (Reason.COUNTER, Reason.DATE_OF_PAGE)
        stamped = any(one.role in stamps for one in self.segments[-_STAMP_WITHIN:])
        said = block.label
        if reason := block.furniture:
            self.give(at, reason)
        elif block.is_credit:
            self.give(at, Role.ENDMATTER)
        elif said and said.name in STATED and not said.alone:
            self.give(at, Role.STATEMENT, said)
        elif self.related or block.is_links or (stamped and _is_topic(block)):
            self.give(at, Reason.NAVIGATION)
        else:
            self.give(at, Role.ENDMATTER)


def _worded(said: Label) -> Label | None:
    return None if said.alone else said


def _opens_article(said: Label | None) -> bool:
    """Whether a block with this label is of the article's own head, or says that it begins."""
    return said is not None and (said.name in _OF_ARTICLE or (said.name == "text" and said.alone))


def _wordless(block: Block) -> Reason | None:
    """The reason for which a block without words goes, or nothing."""
    if block.is_image:
        return Reason.IMAGE
    if not block.string:
        return Reason.BLANK_MARK
    return Reason.MARK_UP if block.is_rule else None


def _following(blocks: Sequence[Block]) -> list[Block | None]:
    """For each block the next one that holds words."""
    found: list[Block | None] = []
    after: Block | None = None
    for block in reversed(blocks):
        found.append(after)
        if block.string and not block.is_image:
            after = block
    return found[::-1]


def _head_end(blocks: Sequence[Block]) -> int:
    """The offset after the last statement or button before the first long paragraph."""
    end = 0
    for n, block in enumerate(blocks):
        said = block.label
        if said and said.name == "introduction":
            break
        if said or block.furniture:
            end = block.end
            continue
        imaged = n > 0 and blocks[n - 1].is_image
        ended = len(block.string) > _PARAGRAPH or block.string.endswith(tuple("。！？"))
        if is_number(block) or (shape(block, None) and n >= _FIRST_LINES):
            break
        if ended and not imaged:
            break
    return end


def _tail_start(blocks: Sequence[Block], listed: Set[int]) -> int:
    """The place of the first block after the text. Notes and references, `listed`, are passed.

    Below them nothing is text, nor below the heading of a list of other articles, if nothing
    there is long.
    """
    at = _back(blocks, max(listed) + 1 if listed else len(blocks), listed)
    for n in range(len(blocks) - 1, 0, -1):
        if n in listed or may_follow_text(blocks[n]):
            if heads_related(blocks[n].string):
                at = min(at, n)
        elif len(blocks[n].string) > _LONGEST_ITEM or blocks[n].is_rule:
            break
    return _back(blocks, at, listed)


def _back(blocks: Sequence[Block], at: int, listed: Set[int]) -> int:
    while at > 0:
        last = blocks[at - 1]
        near = blocks[max(at - _STAMP_WITHIN, 0) : at - 1]
        stamped = any(map(_is_stamp, near))
        if not (at - 1 in listed or may_follow_text(last) or (stamped and _is_topic(last))):
            break
        at -= 1
    return at


def _is_topic(block: Block) -> bool:
    """Whether a block may be one of the topics that platforms list below an article."""
    short = len(block.string) <= _LONGEST_TOPIC
    return short and not block.is_bold and bool(_TOPIC.fullmatch(block.string))


def _is_stamp(block: Block) -> bool:
    return block.furniture in (Reason.COUNTER, Reason.DATE_OF_PAGE)
