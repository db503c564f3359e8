"""What every block is: part of the head, of an introduction by others, of the text, or neither."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from converters.readers.social_archive.blocks import Block
from converters.readers.social_archive.head import above, head_end
from converters.readers.social_archive.headings import (
    Shape,
    is_lone,
    is_number,
    is_title,
    shape,
)
from converters.readers.social_archive.introduction import (
    introduction_end,
    is_article_start,
)
from converters.readers.social_archive.items import Item, Places, Sorted
from converters.readers.social_archive.labels import Label, label
from converters.readers.social_archive.platform import furniture, opens_tail
from converters.readers.social_archive.tail import role_after, tail_start, wordless

_CALL = re.compile(r"二维码|公众号|扫码|阅读原文|在看|预览时|蓝字|小程序")


def roles(blocks: Sequence[Block], places: Places) -> Sorted:
    """The role of every block."""
    sorter = _Sorter(blocks, places)
    for at in range(len(blocks)):
        sorter.place(at)
    return Sorted(tuple(sorter.items), tuple(sorter.doubts))


@dataclass
class _Sorter:
    blocks: Sequence[Block]
    places: Places
    items: list[Item] = field(default_factory=list)
    doubts: list[tuple[int, str, str]] = field(default_factory=list)
    stage: str = "head"
    until: int = 0  # where introduction or abstract ends
    pending: Label | None = None  # a label whose words are in the next block
    tail: int = 0
    head_end: int = 0
    titled: bool = False

    def __post_init__(self) -> None:
        listed = self.places.heading | self.places.notes | self.places.references
        self.tail = tail_start(self.blocks, listed)
        self.head_end = head_end(self.blocks[: self.tail])
        self.titled = bool(self.places.title)

    def add(self, at: int, role: str, said: Label | None = None, form: Shape | None = None) -> None:
        introduces = self.stage == "introduction"
        self.items.append(Item(self.blocks[at], role, said, form, introduces))

    def place(self, at: int) -> None:
        block = self.blocks[at]
        if at in self.places.heading:
            self.add(at, "label")
        elif at in self.places.notes:
            self.add(at, "note")
        elif at in self.places.references:
            self.add(at, "endmatter" if block.string and not block.is_image else wordless(block))
        elif role := wordless(block):
            self.add(at, role)
            if block.is_rule and self.stage == "abstract":
                self.stage = "statements"
        elif at >= self.tail:
            self._after(at)
        elif self.pending and self.stage != "body":
            self._pending(at)
        elif self.stage == "abstract" and at < self.until:
            self.add(at, "abstract", Label("abstract", 0))
        elif self.stage in ("head", "statements", "abstract"):
            self._head(at)
        else:
            self._running(at)

    def _after(self, at: int) -> None:
        block = self.blocks[at]
        listing = any(opens_tail(one.string) for one in self.blocks[self.tail : at + 1])
        stamped = any(one.role in ("counter", "date-of-page") for one in self.items[-4:])
        role = role_after(block, listing=listing, stamped=stamped)
        self.add(at, role, label(block.string) if role == "statement" else None)

    def _pending(self, at: int) -> None:
        assert self.pending
        said, self.pending = self.pending, None
        if label(self.blocks[at].string) or is_number(self.blocks[at]):
            self.place(at)
        elif said.name == "abstract":
            self.stage = "abstract"
            self.until = self._end_of_abstract(at)
            self.add(at, "abstract", Label("abstract", 0))
        elif len(self.blocks[at].string) > 300:
            self.place(at)
        else:
            self.add(at, "statement", Label(said.name, 0))

    def _end_of_abstract(self, at: int) -> int:
        """After the last block of an abstract whose label stands alone."""
        for n in range(at + 1, min(at + 5, self.tail)):
            if label(self.blocks[n].string):
                return n
            if is_number(self.blocks[n]) or shape(self.blocks[n], None):
                break
        return at + 1

    def _head(self, at: int) -> None:
        block, string = self.blocks[at], self.blocks[at].string
        start = self.places.body_start
        said = label(string)
        if start is not None and block.start >= start:
            self._begin(at)
        elif reason := furniture(string):
            self.add(at, reason)
        elif said and said.name == "guide":
            self._introduce(at, said)
        elif said and said.name == "text" and said.alone:
            self.add(at, "label")
            self.stage = "body"
        elif said and (said.alone or said.name == "abstract" or len(string) <= 400):
            self._statement(at, said)
        elif self._is_title(block):
            self.add(at, "repeated")
        elif not self.titled and block.depth and at < 6:
            self.titled = True
            self.add(at, "title")
        elif self.stage == "head" and (role := self._above(at)):
            self.add(at, role)
        else:
            self._begin(at)

    def _is_title(self, block: Block) -> bool:
        bare = re.sub(r"[\W_]", "", block.string)
        return bool(bare) and bare == re.sub(r"[\W_]", "", self.places.title)

    def _statement(self, at: int, said: Label) -> None:
        if said.alone:
            self.add(at, "label")
            self.pending = said if said.name not in ("rubric", "text") else None
        elif said.name == "abstract":
            self.add(at, "abstract", said)
        elif said.name in ("rubric", "text", "english", "editor"):
            self._begin(at) if said.name in ("rubric", "text") else self.add(at, "endmatter")
        else:
            self.add(at, "statement", said)
        if self.stage == "abstract":
            self.stage = "statements"

    def _above(self, at: int) -> str:
        block = self.blocks[at]
        before = self.blocks[at - 1] if at else None
        role = above(block, before, self._next(at), at, self.head_end)
        if role == "navigation":
            self.doubts.append((block.start, "navigation-doubt", block.string))
        return role

    def _next(self, at: int) -> Block | None:
        words = (b for b in self.blocks[at + 1 : self.tail] if b.string and not b.is_image)
        return next(words, None)

    def _introduce(self, at: int, said: Label) -> None:
        self.stage = "introduction"
        first = at + 1 if said.alone else at
        self.until, doubt = introduction_end(
            self.blocks[: self.tail], first, self.places.body_start
        )
        if doubt:
            self.doubts.append((self.blocks[at].start, "introduction-end-doubt", ""))
        if said.alone:
            self.add(at, "label")
        else:
            self.add(at, "paragraph", said)

    def _begin(self, at: int) -> None:
        self.stage = "body"
        self._running(at)

    def _running(self, at: int) -> None:
        """A block of the introduction or of the text."""
        block = self.blocks[at]
        said = label(block.string)
        if self.stage == "introduction":
            if at >= self.until:
                self.stage = "statements" if said else "body"
                if said:
                    self._head(at)
                    return
            elif said and said.name != "guide" and not said.alone and is_article_start(block):
                self._statement(at, said)
                return
            elif said and said.name == "guide":
                self.add(at, "label" if said.alone else "paragraph", None if said.alone else said)
                return
        if said and said.name == "text" and said.alone:
            self.add(at, "label")
        elif (reason := furniture(block.string)) and (
            reason in ("counter", "mark-up") or _CALL.search(block.string)
        ):
            self.add(at, reason)
        else:
            self._text(at)

    def _text(self, at: int) -> None:
        block = self.blocks[at]
        after = self._next(at)
        numbered = bool(self.items) and self._number() is not None
        if is_number(block) and not numbered:
            if after and is_title(after) and not is_number(after):
                self.add(at, "number")
            elif is_lone(block):
                self.add(at, "heading", form=Shape(1, 0, block.string))
            else:
                self.add(at, "paragraph")
        elif numbered:
            self.add(at, "heading", form=Shape(1, 0, block.string))
        elif form := shape(block, after, self._last()):
            self.add(at, "heading", form=form)
        else:
            self.add(at, "paragraph")

    def _last(self) -> Block | None:
        """The block of words above."""
        return next((one.block for one in reversed(self.items) if one.block.string), None)

    def _number(self) -> Item | None:
        """The number whose title is expected."""
        kept = (one for one in reversed(self.items) if one.role not in ("image", "blank-mark"))
        last = next(kept, None)
        return last if last and last.role == "number" else None
