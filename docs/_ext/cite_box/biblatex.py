"""Entries of a bibliography in biblatex syntax to works, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pybtex.database import Entry, Person
from pybtex.richtext import Text

from converters.schema.biblatex import ENTRY_TYPES, LANGUAGE, OTHER_TYPE, VERBATIM
from converters.schema.bibtex import ESCAPES, escape, escape_text, unescape, write_entry
from converters.schema.genres import Genre

from .tables import (
    CONTAINER_IS_BOOK,
    CSL_DATES,
    CSL_FIELD,
    CSL_NAMES,
    NUMBER_IS_ISSUE,
    NUMBER_IS_OWN,
    PUBLISHER_IS_INSTITUTION,
    PUBLISHER_IS_ORGANIZATION,
)
from .work import HAN, Date, Name, Work, parse_date

# pybtex leaves some escapes as they are: their characters go through it as ones of private use.
DISGUISE = {"^": "\ue010", "{": "\ue011", "}": "\ue012", "$": "\ue013"}
UNDISGUISE = str.maketrans({private: character for character, private in DISGUISE.items()})
# What LaTeX, as latexcodec reads it, has another meaning for.
_LATEX = re.compile(r"[\\{}$%&#_^~`]|''|,,|--")
#: CSL type of an @article or @online → its `entrysubtype`.
_SUBTYPE = {g.terms.csl: g.terms.bib_subtype for g in Genre if g.terms.bib_subtype}
_OF_SUBTYPE = {subtype: csl for csl, subtype in _SUBTYPE.items()}
_BABEL = {tag: name for name, tag in reversed(LANGUAGE.items())}


def from_entry(key: str, entry: Entry) -> Work:
    """The work that an entry describes; fields without a place in CSL are left out."""
    values = {
        name.lower(): unescape(name.lower(), value) if name.lower() in VERBATIM else plain(value)
        for name, value in entry.fields.items()
    }
    type_ = _csl_type(entry.type.lower())
    if type_ in ("article-journal", "webpage"):
        type_ = _OF_SUBTYPE.get(values.get("entrysubtype", ""), type_)
    fields: dict[str, str] = {}
    for name, variable in CSL_FIELD.items():
        if value := values.get(name):
            fields.setdefault(variable, value)
    if number := values.get("number"):
        fields.setdefault(_number_variable(type_), number)
    if subtitle := values.get("subtitle"):
        fields["title"] = with_subtitle(fields.get("title", ""), subtitle)
    if "page" in fields:
        fields["page"] = re.sub(r"\s*[-–—]+\s*", "-", fields["page"])
    if "language" not in fields and (langid := values.get("langid")):
        fields["language"] = LANGUAGE.get(langid, langid)
    names = {
        variable: tuple(_name(person) for person in entry.persons.get(role, ()))
        for role, variable in CSL_NAMES.items()
    }
    return Work(key, type_, fields, names, _dates(values))


def to_entry(work: Work) -> Entry:
    """The entry of a work, in the fields of the biblatex manual, its text as LaTeX."""
    entry = Entry(_entry_type(work))
    for role, variable in CSL_NAMES.items():
        for person in work.people(variable):
            entry.add_person(_person(person), role)
    for field, value in _fields(work).items():
        entry.fields[field] = escape(field, value.replace("-", "--") if field == "pages" else value)
    return entry


def _fields(work: Work) -> dict[str, str]:
    """The fields of an entry; each variable in the first field that the table has for it."""
    first = {variable: field for field, variable in reversed(CSL_FIELD.items())}
    fields = {
        _field_name(field, work.type): work.get(variable)
        for field, variable in CSL_FIELD.items()
        if first[variable] == field and variable != "issue"
    }
    fields["number"] = work.get("issue") or work.get("number") or work.get("collection-number")
    fields["entrysubtype"] = _SUBTYPE.get(work.type, "")
    fields["langid"] = _BABEL.get(work.get("language"), "")
    for field, variable in CSL_DATES.items():
        if field != "year" and (date := work.date(variable)):
            fields[field] = date.iso
    return {field: value for field, value in fields.items() if value}


def dumps(works: Iterable[Work]) -> str:
    """A .bib file."""
    return "\n".join(_written(work.id, to_entry(work)) for work in works)


def _written(key: str, entry: Entry) -> str:
    names = {role: " and ".join(map(str, persons)) for role, persons in entry.persons.items()}
    return write_entry(entry.type, key, {**names, **entry.fields}) + "\n"


def plain(value: str) -> str:
    """The text of a field without LaTeX markup: braces, escapes, line breaks."""
    inner = value[1:-1] if value.startswith("{") and value.endswith("}") else value
    if not _LATEX.search(inner):  # as a rule, and the whole way takes long
        return " ".join(inner.split())
    for character, private in DISGUISE.items():
        value = value.replace(ESCAPES[character], private)
    text = str(Text.from_latex(value)).replace("\u00a0", " ")
    return " ".join(text.translate(UNDISGUISE).split())


def with_subtitle(title: str, subtitle: str) -> str:
    """Title and subtitle, with the colon of the title's script between them."""
    return f"{title}：{subtitle}" if HAN.search(title) else f"{title}: {subtitle}"


def _csl_type(name: str) -> str:
    return ENTRY_TYPES.get(name, OTHER_TYPE).csl


def _number_variable(type_: str) -> str:
    if type_ in NUMBER_IS_ISSUE:
        return "issue"
    return "number" if type_ in NUMBER_IS_OWN else "collection-number"


def _entry_type(work: Work) -> str:
    if work.type in _SUBTYPE:
        return "article" if work.type.startswith("article-") else "online"
    if work.type == "book" and work.people("editor") and not work.people("author"):
        return "collection"
    return next((bib for bib, row in ENTRY_TYPES.items() if row.csl == work.type), "misc")


def _field_name(name: str, type_: str) -> str:
    if name == "journaltitle" and type_ in CONTAINER_IS_BOOK:
        return "booktitle"
    if name == "journaltitle" and type_ in PUBLISHER_IS_ORGANIZATION:
        return "organization"
    if name == "publisher" and type_ in PUBLISHER_IS_INSTITUTION:
        return "institution"
    if name == "publisher" and type_ in PUBLISHER_IS_ORGANIZATION:
        return "organization"
    return name


def _dates(values: Mapping[str, str]) -> dict[str, Date]:
    dates: dict[str, Date] = {}
    for name, variable in CSL_DATES.items():
        if value := values.get(name):
            dates.setdefault(variable, parse_date(value))
    return dates


def _name(person: Person) -> Name:
    """A person; one that stands in braces, or has one part only, is a literal name."""
    family = plain(" ".join([*person.prelast_names, *person.last_names]))
    given = plain(" ".join([*person.first_names, *person.middle_names]))
    if person.lineage_names:
        given = f"{given}, {plain(' '.join(person.lineage_names))}"
    return Name(family, given) if given else Name(literal=family)


def _person(name: Name) -> Person:
    """A literal name stands in braces, so that no reader of the file takes it apart."""
    if name.literal:
        return Person(last=f"{{{escape_text(name.literal)}}}")
    return Person(first=escape_text(name.given), last=escape_text(name.family))
