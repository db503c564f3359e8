"""Names of those responsible for a work (GB/T 7714 §7.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person

from .language import TERMS, Language
from .latex import words

if TYPE_CHECKING:
    from pybtex.database import Entry

    from .rules import Rules

# Up to three are named, then the first three and "and others" (§7.1.2).
NAMED_AT_MOST = 3
# Hangul, kana and Han characters of all extensions (with 〇 and 々): names without a blank.
_EAST_ASIAN = re.compile(
    r"[\u1100-\u11ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\U00020000-\U0003ffff]"
)


def people(entry: Entry, *roles: str) -> list[Person]:
    """Persons and bodies in the first of `roles` that has any.

    pybtex reads authors and editors only; the other fields of names are lists in the same syntax.
    """
    for role in roles:
        if found := entry.persons.get(role):
            return list(found)
        if field := str(entry.fields.get(role, "")).strip():
            return [Person(name) for name in split_name_list(field)]
    return []


def is_body(person: Person) -> bool:
    """Whether the name is protected as a whole, as biblatex wants it for an institution."""
    family = " ".join(person.last_names)
    return not person.first_names and family.startswith("{") and family.endswith("}")


def initials(given: str, rules: Rules) -> str:
    """`Jean-Luc M.` → `J-L M`; a given name in braces is not shortened (§7.1.1, pinyin)."""
    if given.startswith("{") and given.endswith("}"):
        return words(given)
    letters = []
    for word in re.split(r"[\s.]+", words(given).strip(" .")):
        parts = [part[0] for part in re.split("[-‐‑]", word) if part]
        letters.append(("-" if rules.hyphenated_initials else " ").join(parts))
    return " ".join(letters)


def format_person(person: Person, rules: Rules) -> str:
    """Surname and initials, no full stops; East Asian names in one piece; bodies as they are."""
    family = words(" ".join([*person.prelast_names, *person.last_names]))
    given = [*person.first_names, *person.middle_names]
    if is_body(person):
        return re.sub(r",\s*", "", family) if _EAST_ASIAN.match(family) else family
    if _EAST_ASIAN.search(family):
        return family + "".join(map(words, given))
    if rules.capital_surnames:
        family = family.upper()
    name = " ".join([family, *(initials(part, rules) for part in given)])
    if lineage := words(" ".join(person.lineage_names)):
        # 2025 §8.2.2: Peebles P Z Jr; 2015: PEEBLES P Z, Jr.
        name += (", " if rules.capital_surnames else " ") + lineage.rstrip(".")
    return name


def format_people(persons: list[Person], language: Language, rules: Rules) -> str:
    """The first three names, parted by commas; "and others" in the language of the work."""
    named = [person for person in persons if str(person) != "others"]
    names = [format_person(person, rules) for person in named[:NAMED_AT_MOST]]
    if names and (len(named) > NAMED_AT_MOST or len(named) < len(persons)):
        names.append(TERMS[language].et_al)
    return rules.comma.join(names)


def contributors(entry: Entry, role: str, language: Language, rules: Rules) -> str:
    """Others responsible, with what they did: `徐超，译`; empty if the entry names none.

    `editortype` may say what an editor did, by a biblatex name or in the words of the source.
    """
    persons = people(entry, role)
    if not persons:
        return ""
    terms = TERMS[language]
    kind = str(entry.fields.get("editortype", role)) if role == "editor" else role
    term = terms.roles.get(kind, kind)
    names = format_people(persons, language, rules)
    joint = "" if names.endswith("等") and not rules.comma_after_et_al else rules.comma
    return names + joint + term
