"""Labelled statements as fields: their words are cut where names, journals and issues end.

Where an article first stood may be said in words of any order: journal, year, volume, issue, pages.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from converters.characters import HAN
from converters.dates import first_iso
from converters.lexicon import pattern
from converters.model import Field, Removal, Text
from converters.readers.common.labels import FIELDS
from converters.readers.common.markdown import SHAPELESS
from converters.readers.common.names import names
from converters.readers.social_archive.wording import Label
from converters.schema.reasons import Reason
from converters.text import tidy, widen_punctuation

_BLANK = re.compile(rf"[\s{SHAPELESS}]")
_NAME = re.compile(r"[^，,。；;：:（(|丨]+")
_IS = re.compile(rf"[{HAN}·]{{2,4}}?(?={pattern('provenance', 'social-archive', 'is')})")
_INSTITUTION = re.compile(pattern("institutions", "social-archive"))
#: The words on an author begin where an institution or a rank is named.
_DESCRIBED = re.compile(f"{_INSTITUTION.pattern}|{pattern('ranks', 'social-archive')}")


_YEAR = r"(?P<year>(?:19|20)\d\d)(?=\s*年|\s*[（(,，.]|\s*第|$|\s)"
_FORMS = (
    ("year", re.compile(_YEAR)),
    ("volume", re.compile(r"第\s*(?P<volume>\d+)\s*卷|(?<=[，,\s])(?P<other>\d+)\s*卷")),
    (
        "issue",
        re.compile(
            r"第\s*(?P<issue>\d+(?:\s*[—–/-]\s*\d+)?)\s*(?:期|辑)|(?<=年)\s*(?P<other>\d+)\s*期"
            r"|(?<=\d{4})\s*[（(](?P<third>\d{1,2})[)）]"
        ),
    ),
    (
        "pages",
        re.compile(r"第?\s*(?P<pages>\d+\s*[-—–―~～至]+\s*\d+)\s*页|第\s*(?P<other>\d+)\s*页"),
    ),
)
_JOURNAL = re.compile(r"《(?P<journal>[^《》]{1,40})》")
#: What may stand between the parts: signs, 年, and what says what kind of journal it is.
_GLUE = re.compile(
    rf"(?:[\W_]|{pattern('periodicals', 'social-archive', 'edition')}"
    r"|年|第|卷|期|辑|页|载|刊于|总\d*|\d{1,2}月)*"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the statement at [start, end) of its string, and its normal form."""

    name: str
    start: int
    end: int
    value: str


@dataclass(frozen=True)
class Stated:
    """What a statement comes to; `kept`: it stays as it is printed, after the text."""

    fields: tuple[Field, ...] = ()
    removed: tuple[Removal, ...] = ()
    kept: bool = False


def stated(text: Text, string: str, found: Label, known: Sequence[Field]) -> Stated:
    """The fields of a statement. `known` are the fields before it.

    `string` is its block as it stands, where blanks still part names; `text` is the same text by
    the rules of prose, of which the fields are made.
    """
    text = tidy(text, widen_punctuation)
    for edit in widen_punctuation(string):
        string = string[: edit.start] + edit.text + string[edit.end :]
    words = string[found.words :]
    parts, is_whole = _parts(found.name, words, known)
    if not is_whole:
        fields = (Field(one.name, Text(), one.value) for one in parts if one.name)
        return Stated(tuple(fields), kept=True)
    shift = _solid(string[: found.words])
    at = _place(text.string, shift)
    places = [
        _place(text.string, shift + _solid(words[:end]))
        for one in parts
        for end in (one.start, one.end)
    ]
    label, *pieces, rest = cut(text, at, *places)
    removed = whole_removals(label, Reason.LABEL)
    made: list[Field] = []
    for one, before, piece in zip(parts, pieces[::2], pieces[1::2], strict=True):
        removed += whole_removals(before, Reason.SEPARATOR)
        if one.name:
            plain = piece.string if one.value == words[one.start : one.end] else one.value
            made.append(Field(one.name, piece, plain))
        else:
            removed += whole_removals(piece, Reason.REPEATED)
    removed += whole_removals(rest, Reason.SEPARATOR)
    return Stated(tuple(made), tuple(removed))


def cut(text: Text, *places: int) -> list[Text]:
    """The text between these places, in order; every piece of it is in one part."""
    ends = [0, *places, len(text)]
    parts = [text.slice(a, z) if a < z else Text() for a, z in pairwise(ends)]
    return parts if len(text) else [text, *parts[1:]]


def _solid(string: str) -> int:
    """How many characters of a string are no blanks."""
    return sum(not _BLANK.match(char) for char in string)


def _place(string: str, count: int) -> int:
    """The place in a string after so many characters that are no blanks, and blanks there."""
    at = 0
    while at < len(string) and (count or _BLANK.match(string[at])):
        count -= not _BLANK.match(string[at])
        at += 1
    return at


def implied(string: str) -> list[Field]:
    """What a line that stays as it is says of where the article first stood."""
    return [Field(one.name, Text(), one.value) for one in source(string)[0]]


def whole_removals(text: Text, reason: Reason) -> list[Removal]:
    """A text that is no part of the document."""
    return [Removal(p.span, reason) for p in text.pieces if p.span.start < p.span.end]


def _parts(name: str, string: str, known: Sequence[Field]) -> tuple[list[Part], bool]:
    """The parts of a statement's words, and whether they leave nothing unsaid."""
    end = len(string.rstrip("。. ")) or len(string)
    whole = [Part(name, 0, len(string), string)]
    match name:
        case "source":
            return source(string)
        case "bio" | "authors":
            return _authors(string, end, known), True
        case "translators":
            return [replace(whole[0], end=end, value=_list(string[:end]))], True
        case "keywords":
            return [replace(whole[0], value=_list(string.rstrip("。")))], True
        case "date":
            return [Part("republication_date", 0, len(string), first_iso(string) or string)], True
        case "title":
            return whole, not any(one.name == "title" for one in known)
        case "affiliation":
            return [replace(whole[0], end=end, value=string[:end])], True
        case _:
            return whole, name in FIELDS and name not in ("affiliation", "citation")


def _list(string: str) -> str:
    parts = re.split(r"[；;、，,|/\s]+", string)
    return "；".join(part for part in parts if part)


def _authors(string: str, end: int, known: Sequence[Field]) -> list[Part]:
    """The authors and what is said of them; a name that is known already is only repeated."""
    length, values = _names(string)
    low = length + len(string[length:end]) - len(string[length:end].lstrip("，,；;：:、|丨 \n"))
    if (
        string[low : low + 1] in ("（", "(")
        and string[end - 1] in "）)"
        and string.count("（") == 1
    ):
        low, end = low + 1, end - 1
    if _INSTITUTION.search(string[:length]) and not names(string[:length]):
        return _institution(string, length, end)
    people = list(dict.fromkeys([*values, *_others(string[low:end])]))
    named = [one.value.split("；") for one in known if one.name == "authors"]
    if named and len(people) > 1:
        return [Part("affiliation", 0, end, string[:end])] if low < end else [Part("", 0, end, "")]
    if named and not set(people) - {name for names in named for name in names}:
        parts = [Part("", 0, length, "")]
    elif named:
        return [Part("affiliation", 0, end, string[:end])]
    else:
        parts = [Part("authors", 0, length, "；".join(people))]
    if low < end:
        parts.append(Part("affiliation", low, end, string[low:end]))
    return parts


def _institution(string: str, length: int, end: int) -> list[Part]:
    """A statement that begins with an institution; a name may follow: 作者：北京大学 王明."""
    *before, last = re.finditer(r"\S+", string[:length])
    if not before or not names(last[0]):
        return [Part("affiliation", 0, end, string[:end])]
    low, high = before[-1].end(), last.start()
    return [Part("affiliation", 0, low, string[:low]), Part("authors", high, end, last[0])]


def _names(string: str) -> tuple[int, list[str]]:
    """How far the names reach at the start of a statement, and which they are."""
    if found := _IS.match(string):
        return found.end(), [found[0]]
    found = _NAME.match(string)
    if not found:
        return len(string), [string]
    first = found[0].rstrip()
    pieces = list(re.finditer(r"\S+", first))
    # `王明 北京大学`: the names end where a place of work begins.
    place = next(
        (n for n, one in enumerate(pieces) if n and _DESCRIBED.search(one[0])), len(pieces)
    )
    first = first[: pieces[place - 1].end()] if pieces else first
    return len(first), names(first) or [p for p in re.split(r"[、/]\s*", first.strip()) if p]


def _others(string: str) -> list[str]:
    """The other people of whom `…教授；李红，…` speaks."""
    found = []
    for part in re.split(r"[；;。]\s*", string)[1:]:
        first = _NAME.match(part)
        if first and len(part) > len(first[0]) and _DESCRIBED.search(part[len(first[0]) :]):
            found += names(first[0])
    return found


def source(string: str) -> tuple[list[Part], bool]:
    """The parts of a statement of source in their order, and whether they are all it says."""
    parts: list[Part] = []
    year = re.search(_YEAR, string)
    if year:
        titles = list(_JOURNAL.finditer(string))
        before = [one for one in titles if one.end() <= year.start()]
        for one in before[-1:] or titles[:1]:
            parts.append(Part("journal", *one.span("journal"), one["journal"].strip()))
    else:
        only = _JOURNAL.fullmatch(string.strip("。 "))
        at = string.find("《") + 1
        name = only["journal"] if only else ""
        return ([Part("journal", at, at + len(name), name)] if only else []), bool(only)
    for name, form in _FORMS:
        for found in form.finditer(string):
            group = next(key for key, words in found.groupdict().items() if words)
            low, high = found.span(group)
            if not any(low < one.end and one.start < high for one in parts):
                parts.append(Part(name, low, high, _normal(name, found[group])))
                break
    parts.sort(key=lambda one: one.start)
    ends = [0, *(one.end for one in parts)]
    starts = [*(one.start for one in parts), len(string)]
    whole = all(_GLUE.fullmatch(string, a, z) for a, z in zip(ends, starts, strict=True))
    return parts, whole and any(one.name == "journal" for one in parts)


def _normal(name: str, words: str) -> str:
    bare = re.sub(r"\s", "", words)
    return re.sub(r"[—–―~～至]+", "-", bare) if name == "pages" else bare
