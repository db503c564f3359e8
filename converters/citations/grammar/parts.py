"""What stands in a citation beside author and title, part by part.

The reader goes through the text from comma to comma; at each place the first rule that fits names
the part (part_rules.py). What no rule knows is a `text`: a journal, a publisher, a site, as the
form says (forms.py).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from converters.characters import HAN
from converters.citations.grammar import locators
from converters.citations.grammar.masking import mask_stretch
from converters.citations.grammar.part_rules import QUOTING, RULES, YEAR, Rule
from converters.citations.grammar.urls import urls
from converters.lexicon import pattern


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a citation at [start, end) of the text, with the biblatex fields it gives."""

    kind: str
    start: int
    end: int
    text: str
    fields: Mapping[str, str] = field(default_factory=dict)


def parts(text: str, start: int, end: int, *, stops: bool = False) -> tuple[Part, ...]:
    """The parts of text[start:end]; with `stops`, a full stop parts as a comma does (GOST)."""
    found = [p for part in _parts(text, start, end, stops) for p in _opened(text, part)]
    return tuple(_with_bare_page(found))


def _parts(text: str, start: int, end: int, stops: bool) -> Iterator[Part]:
    shape = mask_stretch(text, start, end)
    addresses = {a: b for a, b in urls(text) if start <= a < end}
    at = start
    while (at := _skip(text, at, end, stops)) < end:
        part = _part(text, shape, at, end, addresses, stops)
        yield part
        at = max(part.end, at + 1)


def _skip(text: str, at: int, end: int, stops: bool) -> int:
    """The next place that is no separator; a colon before a page is not one."""
    while at < end:
        if text[at] in ":：" and re.match(r"[:：]\s?\d", text[at : at + 3]):
            break
        if text[at] == "/" and text.startswith("//", at):
            break
        if text[at] not in " \t,，、.。;；:：/" or (text[at] in "./" and not stops):
            break
        at += 1
    return at


def _part(
    text: str, shape: str, at: int, end: int, addresses: Mapping[int, int], stops: bool
) -> Part:
    return (
        _address(text, at, addresses)
        or _by_rules(QUOTING, text, at, end)
        or _enclosed(text, shape, at, end)
        or _by_rules(RULES, text, at, end)
        or _bracket(text, shape, at, end)
        or _text(text, shape, at, end, stops)
    )


_LABEL = re.compile(rf"{pattern('url_labels', 'citations')}[:：]?\s?")


def _address(text: str, at: int, addresses: Mapping[int, int]) -> Part | None:
    label = _LABEL.match(text, at)
    for first in (at, label.end() if label else at):
        if first in addresses:
            url = text[first : addresses[first]]
            return Part("url", at, addresses[first], url, {"url": url})
    return None


_SERIES = re.compile(r"[（(][^（）()]{1,12}版[）)]")


def _enclosed(text: str, shape: str, at: int, end: int) -> Part | None:
    """A title in 《》 or quotation marks, or words in italics."""
    if text[at] == "《" and (close := _close(shape, at, "》", end)):
        series = _SERIES.match(text, close, end)  # 《复旦学报》（社会科学版）
        stop = series.end() if series else close
        return Part("container", at, stop, text[at + 1 : close - 1] + text[close:stop])
    if text[at] in '“"«' and (close := _close(shape, at, '”"»', end)):
        return Part("quoted", at, close, text[at + 1 : close - 1].strip(" ,，."))
    if text[at] == "*" and (match := re.compile(r"\*([^*]+)\*").match(text, at, end)):
        return Part("text", at, match.end(), match[1].strip(" ,"))
    return None


def _by_rules(rules: tuple[Rule, ...], text: str, at: int, end: int) -> Part | None:
    for rule in rules:
        if (match := rule.pattern.match(text, at, end)) and match.end() > at:
            fields = {k: v.strip() for k, v in match.groupdict().items() if v and v.strip()}
            return Part(rule.kind, at, match.end(), match[0], fields)
    return None


def _bracket(text: str, shape: str, at: int, end: int) -> Part | None:
    if text[at] in "(（" and (close := _close(shape, at, ")）", end)):
        return Part("imprint", at, close, text[at + 1 : close - 1])
    return None


def _text(text: str, shape: str, at: int, end: int, stops: bool) -> Part:
    stop = _text_end(shape, at, end, stops)
    return Part("text", at, stop, text[at:stop].strip(" *,，"))


def _close(shape: str, at: int, closers: str, end: int) -> int:
    """The position after the mark that closes the one at `at`, or 0."""
    found = [shape.find(mark, at + 1, end) for mark in closers]
    found = [position for position in found if position > 0]
    return min(found) + 1 if found else 0


#: Where a part begins without a separator before it.
_INLINE = re.compile(
    r"\s(?=(?:[Vv]ol\.?|[Nn]o\.?|pp?\.|№|Т\.|С\.)\s?\d)"  # Europe-Asia Studies Vol. 60
    r"|\s(?=\d{1,3},\s(?:no|No|issue)\b)|\s(?=\d{1,3}[:/]\d{1,2}\s?\()|\s(?=\d{1,3}\s\()"  # Chicago
    r"|\s(?=[A-Z]{1,3}-?\d{4,}(?:,|$))"  # CRS Report R41867
    rf"|(?<=[{HAN}）)》])\s?(?={YEAR}(?:年|[,，(（]))"  # 出版社2023年版
    r"|(?<=\S)(?=第\d+(?:期|卷|页))|(?=《)|\s(?=[(（])|(?=https?://)|\s(?=//?\s)"
)


def _text_end(shape: str, at: int, end: int, stops: bool) -> int:
    separator = re.compile(r"[,，;；。]|\.\s|\.$" if stops else r"[,，;；。]")
    found = separator.search(shape, at + 1, end)
    stop = found.start() if found else end
    inline = _INLINE.search(shape, at + 1)
    if inline and inline.start() < stop:
        stop = inline.start() if inline.start() > at else inline.end()
    return min(stop, end)


def _opened(text: str, part: Part) -> Iterator[Part]:
    """A bracket that holds a thesis or a visit is what it holds."""
    if part.kind == "imprint":
        inner = list(_parts(text, part.start + 1, part.end - 1, False))
        if any(p.kind in ("thesis", "accessed", "conference", "archive") for p in inner):
            yield from inner
            return
    yield part


def _with_bare_page(found: list[Part]) -> Iterator[Part]:
    """A number at the end, after date or publisher, is a page (Chicago)."""
    for n, part in enumerate(found):
        before = found[n - 1].kind if n else ""
        is_page = part.kind == "text" and re.fullmatch(locators.BARE, part.text)
        if is_page and before in ("imprint", "date", "press", "number", "issue", "thesis"):
            yield Part("locator", part.start, part.end, part.text)
        else:
            yield part
