"""Validation of refs.bib: what would break, mislead or get lost further on.

`validate` reads the text of the file, not a library made of it, so that it sees what a reader of
BibTeX would silently drop: every duplicate, every entry that cannot be parsed, every escape.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping

from bibtexparser.model import DuplicateBlockKeyBlock, Entry

from converters.citations.library import matching
from converters.citations.library.bibfile import parse, problem_of
from converters.citations.library.index import WorkIndex
from converters.citations.model import Work
from converters.messages import Message, message
from converters.schema.biblatex import (
    DATES,
    ENTRY_TYPES,
    FIELDS,
    LANGID,
    NAME_FIELDS,
    OTHER_TYPE,
    VERBATIM,
)
from converters.schema.bibtex import unescape

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9:_-]*")
_ONE_DATE = r"-?\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[?~%]?"
_DATE = re.compile(rf"{_ONE_DATE}(?:/(?:{_ONE_DATE})?)?|/{_ONE_DATE}")
#: What the parser passes over, so that a conversion would add the same works under other keys:
#: an open brace, the marks of a merge conflict, an entry whose key is taken.
_UNREAD = ("bib-unreadable", "bib-field-twice", "bib-stray", "bib-duplicate-key")
#: Key, type, line, fields as in the file, and the line of each.
_ENTRY = tuple[str, str, int, Mapping[str, str], Mapping[str, int]]


def validate(
    source: str, name: str = "refs.bib", cited: Mapping[str, str] | None = None
) -> tuple[Message, ...]:
    """All that is wrong with the text of a .bib file, in its order.

    `cited`: each key that a page cites and the place that does; without it nothing is said about
    works that nobody cites.
    """
    entries: list[_ENTRY] = []
    found: list[Message] = []
    for block in parse(source):
        line = (block.start_line or 0) + 1
        entry = block.ignore_error_block if isinstance(block, DuplicateBlockKeyBlock) else block
        if isinstance(entry, Entry):
            raw = {f.key: str(f.value) for f in entry.fields}
            lines = {f.key: (f.start_line or 0) + 1 for f in entry.fields}
            entries.append((entry.key, entry.entry_type.lower(), line, raw, lines))
        elif problem := problem_of(block, f"{name}:{line}"):
            found.append(problem)
    for each in entries:
        found += _check(name, *each)
    found += _duplicates(name, entries)
    if cited is not None:
        found += _citations(name, entries, cited)
    return tuple(sorted(found, key=lambda m: int(m.where.rpartition(":")[2])))


def unread(source: str, name: str = "refs.bib") -> tuple[Message, ...]:
    """Errors for what stands in a .bib file and is not read from it: it would be made anew."""
    return tuple(one for one in validate(source, name) if one.code in _UNREAD)


def _check(
    name: str, key: str, type_: str, line: int, raw: Mapping[str, str], lines: Mapping[str, int]
) -> Iterator[Message]:
    """Everything that can be said of one entry by itself."""
    here = f"{name}:{line}"
    fields = {field.lower(): unescape(field.lower(), value) for field, value in raw.items()}
    if not _KEY.fullmatch(key):
        yield message("bib-key", here, key=key)
    known = sorted(name for name, row in ENTRY_TYPES.items() if row.requires)
    row = ENTRY_TYPES.get(type_, OTHER_TYPE)
    if type_ not in known:
        yield message("bib-type", here, key=key, type=type_, known=", ".join(known))
    elif instead := row.instead:
        yield message("bib-type-import", here, key=key, type=type_, instead=instead)
    yield from _lacking(here, key, type_, fields)
    for field, value in raw.items():
        yield from _check_field(f"{name}:{lines[field]}", key, field.lower(), value)
    yield from _languages(here, key, fields)


def _lacking(here: str, key: str, type_: str, fields: Mapping[str, str]) -> Iterator[Message]:
    row = ENTRY_TYPES.get(type_, OTHER_TYPE)
    for code, needs in (("bib-required", row.requires), ("bib-missing", row.wants)):
        lacking = [need for need in needs if not any(map(fields.get, need.split("|")))]
        if lacking:
            names = ", ".join(n.replace("|", " or ") for n in lacking)
            yield message(code, here, key=key, type=type_, fields=names)


def _check_field(here: str, key: str, field: str, raw: str) -> Iterator[Message]:
    value = unescape(field, raw)
    if field not in FIELDS:
        yield message("bib-field", here, key=key, field=field)
    if not value:
        yield message("bib-empty", here, key=key, field=field)
    if not unicodedata.is_normalized("NFC", raw):
        yield message("bib-nfc", here, key=key, field=field)
    wanted = "%" if field in VERBATIM else "%&#_$"
    for bare in dict.fromkeys(re.findall(rf"(?<!\\)[{wanted}]", raw)):
        yield message("bib-escape", here, key=key, field=field, character=bare, escaped=f"\\{bare}")
    if field in DATES and value and not _DATE.fullmatch(value):
        yield message("bib-date", here, key=key, field=field, value=value)
    if field in NAME_FIELDS and value and not all(_names(value)):
        yield message("bib-names", here, key=key, field=field)
    if field == "pages" and re.fullmatch(r"\d+", value):
        yield message("bib-pages", here, key=key, value=value)


def _names(value: str) -> Iterator[bool]:
    """For each name of a list, whether there is one."""
    for name in re.split(r"(?:^|\s)and(?=\s|$)", value):
        yield bool(name.strip(" {},"))


def _languages(here: str, key: str, fields: Mapping[str, str]) -> Iterator[Message]:
    langid, language = fields.get("langid", ""), fields.get("language", "")
    if not (langid and language):
        lacking = " and ".join(n for n in ("langid", "language") if not fields.get(n))
        yield message("bib-language-missing", here, key=key, fields=lacking)
    elif LANGID.get(language) not in (None, langid):
        yield message("bib-language-differs", here, key=key, langid=langid, language=language)


def _duplicates(name: str, entries: Collection[_ENTRY]) -> Iterator[Message]:
    """Every second entry of a key, and every two entries that look like one work."""
    first: dict[str, int] = {}
    known = WorkIndex()
    for key, type_, line, raw, _ in entries:
        if key.lower() in first:
            line_of = first[key.lower()]
            yield message("bib-duplicate-key", f"{name}:{line}", key=key, line=line_of)
            continue
        first[key.lower()] = line
        fields = {field.lower(): unescape(field.lower(), value) for field, value in raw.items()}
        for other in known.like(fields):
            if rule := matching.same_work(fields, other.fields):
                at = first[other.key.lower()]
                values = {"key": key, "other": other.key, "line": at, "rule": rule}
                yield message("bib-duplicate-work", f"{name}:{line}", **values)
        known.put(Work(key, type_, fields))


def _citations(
    name: str, entries: Collection[_ENTRY], cited: Mapping[str, str]
) -> Iterator[Message]:
    there = {key for key, *_ in entries}
    related = {
        key.strip()
        for _, _, _, raw, _ in entries
        for key in unescape("related", raw.get("related", "")).split(",")
    }
    for key, _, line, _, _ in entries:
        if key not in cited and key not in related:
            yield message("bib-uncited", f"{name}:{line}", key=key)
    for key, place in cited.items():
        if key not in there:
            yield message("bib-unknown-key", f"{name}:1", place=place, key=key)
