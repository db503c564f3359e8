"""The mark-up of Markdown and HTML in a stretch of text, and the words that it sets off.

The one scanner of all readers. It follows CommonMark 0.31 where archives and text recognition do,
and is wider where they are not: bold signs stand before blanks or round nothing, so every `**`
begins bold type or ends it, whatever stands beside it. A single `*` or `_` is common in plain
text: it must have a partner and touch the words it sets off.

Every alternative of the token stops at the sign that opens the next one, so that a scan takes
time in proportion to the text, whatever is left open.
"""

import re
from dataclasses import dataclass, field

from converters.characters import HAN
from converters.readers.common.compose import Markup, Token, Words
from converters.readers.common.notes import Style
from converters.readers.common.reading import Row
from converters.readers.common.sentences import without_end_marks
from converters.schema.reasons import Reason

_TAGS = (
    "a|b|blockquote|br|center|code|div|em|figcaption|figure|font|h[1-6]|hr|i|img|li|mark|ol|p|pre"
    "|s|section|small|span|strong|sub|sup|u|ul|iframe|video|audio|mpvoice"
)
_TABLE_TAGS = "table|thead|tbody|tfoot|tr|td|th"
TAG = rf"</?(?:{_TAGS})(?=[\s/>])[^<>]*>|</?o:p>"
TABLE_TAG = rf"</?(?:{_TABLE_TAGS})(?=[\s/>])[^<>]*>"
COMMENT = r"<!--(?:[^-<]|-(?!->)|<(?!!--))*+-->"
_IMAGE = r"!\[[^\[\]\n]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)"
_PLAIN = r"(?:[^\[\]\\]|\\.)*+"  # words without brackets
_TARGET = r"(?:[^()\s]|\([^()\s]*\))*+(?:\s+[\"'“][^\"'“”\n()]*[\"'”])?"
_NOTE = r"\\?[\[［〔【]?\^?\d{1,3}\\?[\]］〕】]?|[①-⓿]"
_TOKEN = re.compile(
    rf"(?P<image>\[{_IMAGE}[^\[\]\n]{{0,80}}\]\([^()\n]*\)|{_IMAGE})"
    r"|(?P<escape>\\(?=[!-/:-@\[-`{-~]).)"
    rf"|(?P<comment>{COMMENT})"
    rf"|(?P<note><sup>\s*(?:{_NOTE})\s*</sup>)"
    rf"|(?P<tag>{TAG})|(?P<table>{TABLE_TAG})"
    r"|(?P<address><(?![/!])[^<>\s]+>)"
    rf"|\[(?P<words>{_PLAIN}(?:\[[^\[\]\n]{{0,80}}\]{_PLAIN}){{0,3}})\]"
    rf"(?:\({_TARGET}\)|\[(?!\^)(?P<name>[^\]\[\n]{{1,80}})\])"
    rf"|(?P<url>https?://[^\s<>()（）*\u3000-\u303f，。；：{HAN}]+)"
    r"|\$(?=[^$\s])(?P<formula>[^$\n]{1,60}?)(?<=[^$\s\\])\$(?!\d)"
    r"|(?P<start>^[ \t\u3000]*(?:(?:>[ \t]?)+|\#{1,6}[ \t]+)+)"
    r"|(?P<bullet>^[ \t]*[*+•-][ \t]+(?=\S))"
    r"|(?P<stars>\*+)"
    r"|(?P<scores>_+)",
    re.M | re.S | re.I,
)
#: A single sign finds its partner among so many of the next: a paragraph of a translation has a
#: dozen foreign titles in italics, a line of asterisks hundreds of signs.
_NEAR = 40
_BACK = re.compile(r"[\s↩↑⏎⬆^\ufe0e\ufe0f]*")  # the words of a link back from a note
_DEFINITION = re.compile(
    r"[ \t]*\[(?!\^)[^\[\]\n]{1,80}\]:[ \t]*<?(?:https?://|/|#)\S*(?:[ \t]+[\"'(].*[\"')])?[ \t]*"
)
#: Characters that have no shape, as the inside of a character class.
SHAPELESS = "\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff"
#: Entities for blanks, for what has no shape, and any.
BLANK_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288|#8194|#8195);", re.I)
EMPTY_ENTITY = re.compile(r"&(?:zwnj|zwj|shy|#8203|#x200b|#65279);", re.I)
ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,5});", re.I)


def is_definition(line: str) -> bool:
    """Whether a line only says where the links of a name lead (`[1]: https://…`)."""
    return bool(_DEFINITION.fullmatch(line))


def scan(string: str, offset: int = 0, *, tables: bool = True) -> Markup:
    """The mark-up of a string that stands at `offset` of a reading.

    `tables`: tags of tables stay, for whole tables are made of them later. A bold sign without
    partner is no mark-up and stays in the text (`unpaired`).
    """
    found = _Scan(string, tables)
    found.read(0, len(string))
    found.pair()
    tokens = sorted(found.tokens.items())
    opened = found.opened.get("strong")
    return Markup(
        tuple(Token(low + offset, high + offset, why) for low, (high, why) in tokens),
        tuple(Words(one.start + offset, one.end + offset, one.style) for one in found.emphasis),
        Token(opened[0] + offset, opened[1] + offset, Reason.MARK_UP) if opened else None,
    )


@dataclass
class _Scan:
    """The signs of a string from left to right."""

    string: str
    tables: bool
    tokens: dict[int, tuple[int, Reason]] = field(default_factory=dict)  # by their starts
    emphasis: list[Words] = field(default_factory=list)
    opened: dict[str, tuple[int, int]] = field(default_factory=dict)  # the sign that began a style
    single: list[tuple[int, int]] = field(default_factory=list)  # signs that need a partner

    def drop(self, start: int, end: int, reason: Reason = Reason.MARK_UP) -> None:
        if start < end:
            self.tokens[start] = end, reason

    def read(self, start: int, end: int) -> None:
        for found in _TOKEN.finditer(self.string, start, end):
            low, high = found.span()
            match found.lastgroup:
                case "image":
                    self.drop(low, high, Reason.IMAGE)
                case "escape":
                    self.drop(low, low + 1)
                case "comment" | "start" | "bullet":
                    self.drop(low, high)
                case "address":
                    if re.search(r"[.@]\w|://|^<mailto:", found[0]):
                        self.drop(low, low + 1)
                        self.drop(high - 1, high)
                case "tag":
                    self.tag(low, high)
                case "table" if not self.tables:
                    self.drop(low, high)
                case "words" | "name":
                    self.link(found)
                case "formula":
                    self.drop(low, low + 1)
                    self.read(low + 1, high - 1)
                    self.drop(high - 1, high)
                case "stars":
                    self.stars(low, high)
                case "scores":
                    self.single.append((low, high))

    def tag(self, low: int, high: int) -> None:
        self.drop(low, high)
        found = re.match(r"<(/?)(b|strong|em|i)(?=[\s>])", self.string[low:high], re.I)
        if found:
            style = "strong" if found[2].lower() in ("b", "strong") else "emphasis"
            if found[1] == ("/" if style in self.opened else ""):
                self.toggle(style, low, high)

    def link(self, found: re.Match[str]) -> None:
        """Words that link keep; a link back from a note has none. `[1][2]` is two note marks."""
        low, high = found.span()
        start, end = found.span("words")
        if _BACK.fullmatch(found["words"]):
            self.drop(low, high)
        elif re.fullmatch(r"\d{1,3}", found["words"]):  # the mark of a note, in its brackets
            if not (found["name"] or "").isdigit():
                self.drop(end + 1, high)
        else:
            self.drop(low, low + 1)
            self.read(start, end)
            self.drop(end, high)

    def stars(self, low: int, high: int) -> None:
        if (high - low) % 2 and "strong" in self.opened and high - low > 1:
            self.single.append((low, low + 1))  # what was opened last is closed first
            low += 1
        while high - low >= 2:
            self.toggle("strong", low, low + 2)
            low += 2
        if low < high:
            self.single.append((low, high))

    def toggle(self, style: str, low: int, high: int) -> None:
        """A sign that begins a style, or ends it where it has begun."""
        if style not in self.opened:
            self.opened[style] = low, high
            return
        start, end = self.opened.pop(style)
        self.drop(start, end)
        self.drop(low, high)
        self.emphasis.append(Words(end, low, style))

    def pair(self) -> None:
        """Single signs find their partners; those that find none are text."""
        at = 0
        while at < len(self.single):
            low, high = self.single[at]
            partner = self._partner(at) if self._opens(low, high) else None
            if partner is None:
                at += 1
                continue
            start, end = self.single[partner]
            self.drop(low, high)
            self.drop(start, end)
            self.emphasis.append(Words(high, start, "strong" if high - low == 2 else "emphasis"))
            at = partner + 1

    def _partner(self, at: int) -> int | None:
        low, high = self.single[at]
        for other in range(at + 1, min(at + 1 + _NEAR, len(self.single))):
            start, end = self.single[other]
            same = self.string[start:end] == self.string[low:high]
            if same and start > high and self._closes(start, end):
                return other
        return None

    def _opens(self, low: int, high: int) -> bool:
        before, after = self._beside(low, high)
        return bool(after.strip()) and not (before.isascii() and before.isalnum())

    def _closes(self, low: int, high: int) -> bool:
        before, after = self._beside(low, high)
        return bool(before.strip()) and not (after.isascii() and after.isalnum())

    def _beside(self, low: int, high: int) -> tuple[str, str]:
        return self.string[max(low - 1, 0) : low], self.string[high : high + 1]


def marked(row: Row) -> Markup:
    """What of a line is mark-up, and the words that it sets off."""
    return scan(row.string, row.start)


def markdown_prefix(row: Row) -> list[Token]:
    """The signs of a Markdown heading or of bold type that encloses a whole line."""
    tokens = []
    if hashes := re.match(r"#+\s*", row.string):
        tokens.append(Token(row.start, row.start + hashes.end(), Reason.MARK_UP))
    start = hashes.end() if hashes else 0
    if (bold := re.fullmatch(r"\*\*(.+?)\*\*", row.string[start:])) and "**" not in bold[1]:
        tokens.append(Token(row.start + start, row.start + start + 2, Reason.MARK_UP))
        tokens.append(Token(row.end - 2, row.end, Reason.MARK_UP))
    return tokens


def opening(row: Row) -> int:
    """How many signs of mark-up stand before the words of a heading."""
    ends = [token.end for token in markdown_prefix(row) if token.end < row.end]
    return max(ends, default=row.start) - row.start


def plain(row: Row, style: Style | None) -> str:
    """The words of a heading: without mark-up round it and note marks at its end."""
    return without_end_marks(
        without_end_marks(row.string[opening(row) :], style).rstrip("*#").strip(), style
    )
