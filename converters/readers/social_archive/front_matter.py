"""The YAML front matter that archivers put above an article (YAML 1.2, as PyYAML reads it).

Only the events of YAML are read, so that nothing is ever constructed: a tag or an alias is no
value of a text and is refused, and depth is bounded. What YAML refuses is told and kept.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import yaml

from converters.dates import first_iso
from converters.lexicon import groups, pattern, words
from converters.messages import Message, message
from converters.model import Edit, Field, Paragraph, Removal, Text
from converters.readers.common.reading import Reading
from converters.schema.fields import TextField
from converters.schema.reasons import Reason
from converters.text import JOIN, close_up, drop_invisible, plain_blanks, tidy

_OPENING = re.compile(r"[\s\ufeff]*---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
#: What tells front matter from a text between two rules: a key, perhaps below comments.
_KEY = re.compile(
    r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*"
    rf"(?:{pattern('front_matter_keys')}[ \t]*:|[ \t]*[\"']?[\w-]+[\"']?[ \t]*:(?=\s))|\s*\Z",
    re.I,
)
#: Characters of front matter at most: generators write some hundreds, a list of links some
#: thousands. Two rules farther apart are drawn in the text (PyYAML takes about 0.3 s for so many).
LONGEST = 32_000
#: Collections in collections at most: `authors: [{name: …}]` has three.
DEEPEST = 8
_FIELD_OF_KEY = {
    key: name
    for name in groups("front_matter_keys")
    for key in words("front_matter_keys", "", name)
}
#: The key that holds the value where an entry has keys of its own: `author: {name: 王明, url: …}`.
_NAMED = "name"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter states; the text begins at `end`.

    `kept`: the lines of front matter that YAML refuses, as they stand.
    """

    fields: tuple[Field, ...] = ()
    removed: tuple[Removal, ...] = ()
    end: int = 0
    kept: tuple[Paragraph, ...] = ()
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class _Value:
    """A scalar: the field it fills (or none), its place without quotes, and what it comes to.

    `within`: where the list in brackets begins in which it stands, or its own place.
    """

    name: str
    start: int
    end: int
    decoded: str
    within: int


@dataclass(slots=True)
class _Level:
    """An open collection: its kind, and in a mapping the key whose value comes next."""

    is_mapping: bool
    start: int
    is_flow: bool
    key: str = ""
    expects_key: bool = True


class _RefusedError(Exception):
    """Front matter that is no plain mapping: the offset in it, and what is wrong."""

    def __init__(self, at: int, problem: str) -> None:
        super().__init__(problem)
        self.at = at
        self.problem = problem


def is_present(string: str) -> bool:
    """Whether a text begins with front matter."""
    return _place(string) is not None


def front_matter(reading: Reading) -> FrontMatter:
    """Title, author, tags and date; keys and signs are removed, and so are unknown values.

    Front matter that YAML refuses gives no field: its lines are kept, and a message tells why.
    """
    place = _place(reading.string)
    if not place:
        return FrontMatter()
    low, high, end = place
    try:
        values = list(_values(reading.string[low:high], low))
    except _RefusedError as refusal:
        return _refused(reading, place, refusal)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = mark.index if mark else 0
        return _refused(reading, place, _RefusedError(at, error.problem or "it is no YAML"))
    except yaml.reader.ReaderError as error:
        character = f"it holds the character U+{error.character:04X}"
        return _refused(reading, place, _RefusedError(error.position, character))
    fields: list[Field] = []
    removed: list[Removal] = []
    at = 0
    for (name, _), group in groupby(values, key=lambda value: (value.name, value.within)):
        held = list(group)
        start, stop = held[0].start, held[-1].end
        removed += reading.remove(at, start, Reason.METADATA_KEY)
        at = stop
        text = _text(reading, held)
        made = Field(name, text, _normal(name, held, text))
        if name and (same := [one for one in fields if one.name == name]) and not _is_list(name):
            repeated = same[0].value == made.value
            reason = Reason.REPEATED if repeated else Reason.SITE_CODE
            removed += reading.remove(start, stop, reason)
        elif name and made.value:
            fields.append(made)
        else:
            removed += reading.remove(start, stop, Reason.SITE_CODE)
    removed += reading.remove(at, end, Reason.METADATA_KEY)
    return FrontMatter(tuple(_one_of_each(fields)), tuple(removed), end)


def _place(string: str) -> tuple[int, int, int] | None:
    """Where front matter begins and ends between its fences, and where the text begins."""
    opening = _OPENING.match(string)
    if not opening:
        return None
    low = opening.end()
    closing = _CLOSING.search(string, low, low + LONGEST)
    if not closing or not _KEY.match(string, low, closing.start()):
        return None
    return low, closing.start(), closing.end()


def _values(source: str, shift: int) -> Iterator[_Value]:
    """The scalars of a mapping that are values, in order.

    Raises _RefusedError for what is no plain mapping, yaml.YAMLError for what is no YAML.
    """
    levels: list[_Level] = []
    for event in yaml.parse(source, Loader=yaml.SafeLoader):
        at = event.start_mark.index
        parent = levels[-1] if levels else None
        if isinstance(event, yaml.AliasEvent) or getattr(event, "tag", None):
            raise _RefusedError(at, "an alias or a tag stands for a value")
        if isinstance(event, yaml.CollectionStartEvent):
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            is_key = parent is not None and parent.is_mapping and parent.expects_key
            if is_key or (not parent and not is_mapping) or len(levels) == DEEPEST:
                raise _RefusedError(at, "it is no mapping of keys to values")
            levels.append(_Level(is_mapping, at, bool(event.flow_style)))
        elif isinstance(event, yaml.CollectionEndEvent):
            levels.pop()
            if levels:
                levels[-1].expects_key = True
        elif isinstance(event, yaml.ScalarEvent):
            if not parent:
                raise _RefusedError(at, "it is no mapping of keys to values")
            if parent.is_mapping and parent.expects_key:
                parent.key, parent.expects_key = event.value, False
            else:
                parent.expects_key = True
                if value := _value(source, event, levels):
                    start, end = value.start + shift, value.end + shift
                    yield replace(value, start=start, end=end)


def _value(source: str, event: yaml.ScalarEvent, levels: Sequence[_Level]) -> _Value | None:
    """The value that a scalar is; nothing for an empty one."""
    start, end = event.start_mark.index, event.end_mark.index
    if event.anchor:
        start += len(event.anchor) + 1
        start += len(source[start:end]) - len(source[start:end].lstrip())
    if event.style in ("|", ">"):  # its head, `>-` perhaps with a comment, is a line of its own
        head = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?").match(source, start, end)
        start = head.end() if head else start
    elif event.style:
        start, end = start + 1, end - 1
    words = source[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    decoded = event.value.strip()
    if start >= end:
        return None
    first, *deeper = [level.key for level in levels if level.is_mapping]
    known = _FIELD_OF_KEY.get(first.lower(), "") if set(deeper) <= {_NAMED} else ""
    inner = levels[-1]
    within = inner.start if inner.is_flow and not inner.is_mapping else start
    return _Value(known, start, end, decoded, within)


def _text(reading: Reading, values: Sequence[_Value]) -> Text:
    """The words of values that stand in one list, or of one; R10 where YAML decodes them."""
    low, high = values[0].start, values[-1].end
    edits = [
        Edit(one.start - low, one.end - low, one.decoded, "R10")
        for one in values
        if reading.string[one.start : one.end] != one.decoded
    ]
    text = reading.cut(low, high).apply(edits)
    return tidy(text, *JOIN, close_up) if edits else text


def _normal(name: str, values: Sequence[_Value], text: Text) -> str:
    """The normal form of what values say: names and tags parted by `；`, a date as ISO has it."""
    if _is_list(name):
        parts = (part.strip() for one in values for part in re.split("[,，、;；]", one.decoded))
        return "；".join(part for part in parts if part)
    if name == "republication_date":
        return first_iso(text.string) or text.string
    return text.string


def _is_list(name: str) -> bool:
    return bool(name) and TextField(name).is_list


def _one_of_each(fields: Sequence[Field]) -> Iterator[Field]:
    """The fields, those of one name (`- …` on lines of their own) as one."""
    for name in dict.fromkeys(one.name for one in fields):
        same = [one for one in fields if one.name == name]
        parts = dict.fromkeys(part for one in same for part in one.value.split("；"))
        value = "；".join(parts) if len(same) > 1 else same[0].value
        yield Field(name, sum((one.text for one in same[1:]), same[0].text), value)


def _refused(reading: Reading, place: tuple[int, int, int], refusal: _RefusedError) -> FrontMatter:
    """Front matter as it stands, line by line, and what is wrong with it."""
    low, high, end = place
    kept = []
    for line in re.compile(r"[^\r\n]+").finditer(reading.string, low, high):
        if line[0].strip():
            kept.append(Paragraph(tidy(reading.cut(*line.span()), drop_invisible, plain_blanks)))
    told = message("front-matter-refused", reading.where(low + refusal.at), problem=refusal.problem)
    removed = (
        *reading.remove(0, low, Reason.METADATA_KEY),
        *reading.remove(high, end, Reason.METADATA_KEY),
    )
    return FrontMatter((), removed, end, tuple(kept), (told,))
