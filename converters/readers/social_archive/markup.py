"""The signs of Markdown and HTML in a stretch of text, and the words that they set off.

Archivers put bold signs where CommonMark does not allow them (before a blank, round nothing), so
every `**` begins bold type or ends it, whatever stands beside it. A single `*` or `_` is common
in plain text: it must have a partner and touch the words it sets off.
"""

import re
from dataclasses import dataclass, field

from converters.readers.common.compose import Token, Words

_TAGS = (
    "a|b|blockquote|br|center|code|div|em|figcaption|figure|font|h[1-6]|hr|i|img|li|mark|ol|p|pre"
    "|s|section|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul|iframe|video|audio|mpvoice"
)
TAG = rf"</?(?:{_TAGS})(?=[\s/>])[^<>]*>|</?o:p>"
_NOTE = r"\\?[\[［〔【]?\^?\d{1,3}\\?[\]］〕】]?|[①-⓿]"
_TOKEN = re.compile(
    rf"(?P<image>\[!\[[^\]\n]*\]\([^)\n]*\)[^\]\n]{{0,80}}\]\([^)\n]*\)|!\[[^\]\n]*\]\([^)\n]*\))"
    r"|(?P<escape>\\(?=[!-/:-@\[-`{-~]).)"
    r"|(?P<comment><!--.*?-->)"
    rf"|(?P<note><sup>\s*(?:{_NOTE})\s*</sup>)"
    r"|(?P<address><(?:https?://|mailto:)[^<>\s]+>)"
    rf"|(?P<tag>{TAG})"
    r"|(?P<link>\[(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]\n]{0,80}\]){0,300})\]"
    r"(?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+[\"'“][^\"'”\n]*[\"'”])?\)|\[(?!\^)[^\]\[\n]{1,80}\]))"
    r"|(?P<url>https?://[^\s<>()（）*\u3000-\u303f\u4e00-\u9fff，。；：]+)"
    r"|(?P<start>^[ \t\u3000]*(?:(?:>[ \t]?)+|\#{1,6}[ \t]+)+)"
    r"|(?P<bullet>^[ \t]*[*+•-][ \t]+(?=\S))"
    r"|(?P<stars>\*+)"
    r"|(?P<scores>_+)",
    re.M | re.S | re.I,
)
#: Characters that have no shape.
ZERO_WIDTH = re.compile("[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
#: Entities for blanks and for what has no shape.
BLANK = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288|#8194|#8195);", re.I)
NOTHING = re.compile(r"&(?:zwnj|zwj|shy|#8203|#x200b|#65279);", re.I)
ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,5});", re.I)
_NEAR = 40  # so many single signs at most stand between two that belong together
_BACK = re.compile(r"[\s↩↑⏎⬆^\ufe0e\ufe0f]*")
_DEFINITION = re.compile(
    r"[ \t]*\[(?!\^)[^\]\n]{1,80}\]:[ \t]*<?\S+(?:[ \t]+[\"'(].*[\"')])?[ \t]*"
)


@dataclass(frozen=True, slots=True)
class Markup:
    """What goes, what is set off, and where a bold sign without partner stands (or -1)."""

    tokens: tuple[Token, ...]
    emphasis: tuple[Words, ...]
    odd: int


def is_definition(line: str) -> bool:
    """Whether a line only says where the links of a name lead (`[1]: https://…`)."""
    return bool(_DEFINITION.fullmatch(line)) and bool(re.search(r"\]:\s*<?(?:https?://|/|#)", line))


def markup(string: str, start: int, end: int) -> Markup:
    """The mark-up of [start, end) of a string."""
    scan = _Scan(string)
    scan.read(start, end)
    scan.pair(end)
    tokens = sorted(scan.tokens, key=lambda token: token.start)
    return Markup(tuple(tokens), tuple(scan.emphasis), scan.opened.get("strong", -1))


@dataclass
class _Scan:
    """The signs of a string from left to right."""

    string: str
    tokens: list[Token] = field(default_factory=list)
    emphasis: list[Words] = field(default_factory=list)
    opened: dict[str, int] = field(default_factory=dict)  # where a style's words begin
    single: list[tuple[int, int]] = field(default_factory=list)  # signs that need a partner

    def drop(self, start: int, end: int, reason: str = "mark-up") -> None:
        if start < end:
            self.tokens.append(Token(start, end, reason))

    def read(self, start: int, end: int) -> None:
        for found in _TOKEN.finditer(self.string, start, end):
            low, high = found.span()
            match found.lastgroup if found.lastgroup != "words" else "link":
                case "image":
                    self.drop(low, high, "image")
                case "escape":
                    self.drop(low, low + 1)
                case "comment" | "start" | "bullet":
                    self.drop(low, high)
                case "address":
                    self.drop(low, low + 1)
                    self.drop(high - 1, high)
                case "tag":
                    self.tag(low, high)
                case "link":
                    self.link(found)
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
        """Words that link keep; a link back from a note has none."""
        low, high = found.span()
        if _BACK.fullmatch(found["words"]):
            self.drop(low, high)
        elif re.fullmatch(r"\d{1,3}", found["words"]):  # the mark of a note, in its brackets
            self.drop(found.end("words") + 1, high)
        else:
            self.drop(low, low + 1)
            self.read(*found.span("words"))
            self.drop(found.end("words"), high)

    def stars(self, low: int, high: int) -> None:
        if (high - low) % 2 and self.opened.get("strong") is not None and high - low > 1:
            self.single.append((low, low + 1))  # what was opened last is closed first
            low += 1
        while high - low >= 2:
            self.drop(low, low + 2)
            self.toggle("strong", low, low + 2)
            low += 2
        if low < high:
            self.single.append((low, high))

    def toggle(self, style: str, low: int, high: int) -> None:
        if style in self.opened:
            self.emphasis.append(Words(self.opened.pop(style), low, style))
        else:
            self.opened[style] = high

    def pair(self, end: int) -> None:
        """Single signs find their partners; those that find none are text."""
        signs = list(self.single)
        while signs:
            low, high = signs.pop(0)
            if not self._opens(low, high):
                continue
            sign = self.string[low:high]
            for n, (start, stop) in enumerate(signs[:_NEAR]):
                if self.string[start:stop] == sign and start > high and self._closes(start, stop):
                    self.drop(low, high)
                    self.drop(start, stop)
                    style = "strong" if len(sign) == 2 else "emphasis"
                    self.emphasis.append(Words(high, start, style))
                    del signs[: n + 1]
                    break

    def _opens(self, low: int, high: int) -> bool:
        before, after = self.string[max(low - 1, 0) : low], self.string[high : high + 1]
        return bool(after.strip()) and not (before.isascii() and before.isalnum())

    def _closes(self, low: int, high: int) -> bool:
        before, after = self.string[low - 1 : low], self.string[high : high + 1]
        return bool(before.strip()) and not (after.isascii() and after.isalnum())
