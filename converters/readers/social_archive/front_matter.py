"""The YAML front matter that archivers put above an article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from converters.model import Field, Removal
from converters.readers.common.furniture import iso_date
from converters.readers.common.reading import Reading

_YAML = re.compile(
    r"\A[\s\ufeff]*---[ \t]*\r?\n(?P<inner>.*?)(?:\r?\n)?^---[ \t]*(?:\r?\n|\Z)", re.S | re.M
)
_LINE = re.compile(
    r"^(?:(?P<key>[\w-]+)[ \t]*:(?=[ \t]|\r?$)|[ \t]*-(?=[ \t]))[ \t]*(?P<value>.*?)[ \t]*\r?$",
    re.M,
)
_NAMES = {
    "title": "title",
    "author": "authors",
    "authors": "authors",
    "date": "republication_date",
    "tags": "tags",
    "keywords": "tags",
    "account": "republisher",
    "url": "url",
    "link": "url",
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter states; the text begins at `end`."""

    fields: tuple[Field, ...] = ()
    removed: tuple[Removal, ...] = ()
    end: int = 0


def is_present(string: str) -> bool:
    """Whether a text begins with front matter."""
    return bool(_YAML.match(string))


def front_matter(reading: Reading) -> FrontMatter:
    """Title, author, tags and date; keys and signs are removed, and so are unknown values."""
    found = _YAML.match(reading.string)
    if not found:
        return FrontMatter()
    fields: list[Field] = []
    removed: list[Removal] = []
    at = 0
    for name, low, high in _values(found):
        removed += reading.remove(at, low, "metadata-key")
        at = high
        string = reading.string[low:high]
        if not name or any(one.name == name != "tags" for one in fields):
            removed += reading.remove(low, high, "site-code")
        else:
            fields.append(Field(name, reading.cut(low, high), _normal(name, string)))
    removed += reading.remove(at, found.end(), "metadata-key")
    return FrontMatter(tuple(_one_of_each(fields)), tuple(removed), found.end())


def _values(found: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """The values: field (nothing for one that is unknown) and place, without quotes."""
    name = ""
    for line in _LINE.finditer(found["inner"]):
        name = _NAMES.get(line["key"].lower(), "") if line["key"] else name
        bare = line["value"].strip("[]'\" ")
        if bare:
            low = found.start("inner") + line.start("value") + line["value"].index(bare)
            yield name, low, low + len(bare)


def _normal(name: str, string: str) -> str:
    if name in ("tags", "authors"):
        parts = (part.strip("'\" ") for part in re.split("[,，、;；]", string))
        return "；".join(part for part in parts if part)
    if name == "republication_date":
        return iso_date(string) or string
    return string


def _one_of_each(fields: list[Field]) -> Iterator[Field]:
    """The fields, the items of a list (`- …` on lines of their own) as one."""
    for field in fields:
        same = [one for one in fields if one.name == field.name]
        if field is same[0]:
            text = sum((one.text for one in same[1:]), field.text)
            yield Field(field.name, text, "；".join(one.value for one in same))
