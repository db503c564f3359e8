"""Entries of a bibliography in biblatex syntax to works, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pybtex.database import Entry, Person
from pybtex.richtext import Text

from converters.schema.biblatex import ENTRY_TYPES, LANGUAGE, OTHER_TYPE, PROTECTED, VERBATIM

from .tables import (
    CONTAINER_IS_BOOK,
    CSL_DATES,
    CSL_FIELD,
    CSL_NAMES,
    NUMBER_IS_ISSUE,
    NUMBER_IS_OWN,
    PUBLISHER_IS_INSTITUTION,
    PUBLISHER_IS_ORGANIZATION,
    SUBTYPE,
)
from .work import HAN, Date, Name, Work, parse_date

# Commands for characters that have a meaning in LaTeX and no escape that BibTeX understands too.
_COMMANDS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
}
# pybtex leaves some of them as they are: read by way of characters of private use.
_UNREAD = {"\ue010": r"\textasciicircum{}", "\ue013": r"\$"}
_UNREAD |= {"\ue011": r"\textbraceleft{}", "\ue012": r"\textbraceright{}"}
_MEANT = {"\ue010": "^", "\ue011": "{", "\ue012": "}", "\ue013": "$"}
# What LaTeX, as latexcodec reads it, has another meaning for.
_LATEX = re.compile(r"[\\{}$%&#_^~`]|''|,,|--")
_SUBTYPE = {csl: subtype for subtype, csl in SUBTYPE.items()}
_BABEL = {tag: name for name, tag in reversed(LANGUAGE.items())}


def from_entry(key: str, entry: Entry) -> Work:
    """The work that an entry describes; fields without a place in CSL are left out."""
    values = {
        name.lower(): _verbatim(value) if name.lower() in VERBATIM else plain(value)
        for name, value in entry.fields.items()
    }
    type_ = _csl_type(entry.type.lower())
    if type_ in ("article-journal", "webpage"):
        type_ = SUBTYPE.get(values.get("entrysubtype", ""), type_)
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
        entry.fields[field] = value if field in VERBATIM else _escaped(value)
    if "pages" in entry.fields:
        entry.fields["pages"] = entry.fields["pages"].replace("-", "--")
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
    """A .bib file. Titles stand in double braces: no style may change their capitals."""
    return "\n".join(_written(work.id, to_entry(work)) for work in works)


def _written(key: str, entry: Entry) -> str:
    values = {
        role: " and ".join(str(person) for person in persons)
        for role, persons in entry.persons.items()
    }
    for name, value in entry.fields.items():
        values[name] = f"{{{value}}}" if name in PROTECTED else value
    lines = [f"  {name} = {{{value}}},\n" for name, value in values.items()]
    return f"@{entry.type}{{{key},\n{''.join(lines)}}}\n"


def _escaped(text: str) -> str:
    """Text as LaTeX: what has a meaning there is escaped, what would join is kept apart."""
    text = re.sub(r"[%&#_${}\\~^]", lambda match: _COMMANDS.get(match[0], f"\\{match[0]}"), text)
    return re.sub(r"([-`',])(?=\1)|([?!])(?=`)", r"\g<0>{}", text)


def plain(value: str) -> str:
    """The text of a field without LaTeX markup: braces, escapes, line breaks."""
    inner = value[1:-1] if value.startswith("{") and value.endswith("}") else value
    if not _LATEX.search(inner):  # as a rule, and the whole way takes long
        return " ".join(inner.split())
    for character, escape in _UNREAD.items():
        value = value.replace(escape, character)
    text = str(Text.from_latex(value)).replace("\u00a0", " ")
    return " ".join("".join(_MEANT.get(character, character) for character in text).split())


def _verbatim(value: str) -> str:
    """An address: nothing in it is LaTeX but the escapes that a careful editor gave it."""
    return re.sub(r"\\([%#&_{}~$])", r"\1", value.strip("{} "))


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
        return Person(last=f"{{{_escaped(name.literal)}}}")
    return Person(first=_escaped(name.given), last=_escaped(name.family))
