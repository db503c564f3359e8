"""The order of a list of references (GB/T 7714 §9.3.2): by language, then alphabetical in it.

Chinese goes by pinyin, tone and character, one character after the other; readings depend on the
phrase (重庆, 重要) and, in the surname of a person, on use as a surname (单 Shàn, 曾 Zēng).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from pybtex.style.sorting import BaseSortingStyle
from pypinyin import Style, lazy_pinyin

from .fields import issued, plain
from .language import Language, language_of
from .names import format_person, is_body, people
from .rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pybtex.database import Entry, Person

# Surnames that are read otherwise than the character or the word (现代汉语词典; GB/T 28039—2011).
SURNAMES = {
    "曾": "zeng1",
    "单": "shan4",
    "翟": "zhai2",
    "褚": "chu3",
    "重": "chong2",
    "仇": "qiu2",
    "任": "ren2",
    "解": "xie4",
    "区": "ou1",
    "查": "zha1",
    "盖": "ge3",
    "朴": "piao2",
    "乐": "yue4",
    "种": "chong2",
    "缪": "miao4",
    "员": "yun4",
    "召": "shao4",
    "折": "she2",
    "那": "na1",
    "燕": "yan1",
    "应": "ying1",
    "华": "hua4",
    "纪": "ji3",
    "繁": "po2",
    "祭": "zhai4",
    "尉迟": "yu4 chi2",
    "万俟": "mo4 qi2",
    "长孙": "zhang3 sun1",
    "单于": "chan2 yu2",
    "澹台": "tan2 tai2",
}

# Initial articles do not count; the languages that have them and that references are made in.
_ARTICLE = re.compile(r"(?:the|an?|der|die|das|le|la|les|el|los|las)\s+|l['’]", flags=re.IGNORECASE)
# Letters that Unicode has outside the run of the Russian alphabet, by the letter before them; ё
# counts as е.
_CYRILLIC_AFTER = {"ө": "о", "ү": "у", "є": "е", "ґ": "г", "і": "и", "ї": "и"}

Key = tuple[tuple[str, str, str], ...]


def alphabetical(text: str) -> Key:
    """Sort key of words in any script: letters and digits only, without case or Latin accents."""
    key: list[tuple[str, str, str]] = []
    for token in re.findall(r"[^\W_]+|\s+", text.casefold()):
        if token.isspace():
            key.append((" ", "", ""))
        elif token.isascii():
            key.extend((character, "", "") for character in token)
        else:
            # One "reading" for each character that is not Han: itself.
            readings = lazy_pinyin(token, style=Style.TONE3, errors=list)  # type: ignore[arg-type]
            key.extend(map(_character_key, token, readings))
    return tuple(key)


def _character_key(character: str, reading: str) -> tuple[str, str, str]:
    if reading[-1:].isdecimal() and reading[:1].isalpha():
        return (reading[:-1], reading[-1], character)
    if reading != character:
        return (reading, "0", character)
    if character in _CYRILLIC_AFTER:
        return (_CYRILLIC_AFTER[character], "1", character)
    if character == "ё":
        return ("е", "", "")
    if unicodedata.name(character, "").startswith("LATIN"):
        return (unicodedata.normalize("NFKD", character)[0], "", "")
    return (character, "", "")


def person_key(person: Person) -> Key:
    """Sort key of a name as a reference prints it, the surname with its own reading."""
    name = format_person(person, RULES["2025"])
    family = "".join(person.last_names)
    if is_body(person) or not person.first_names or family not in SURNAMES:
        return alphabetical(name)
    readings = SURNAMES[family].split()
    surname = tuple(map(_character_key, family, readings))
    return surname + alphabetical(name[len(family) :])


def entry_key(entry: Entry) -> tuple[Any, ...]:
    """Language; author (else editor, body, title); date; title."""
    language = language_of(entry)
    title = plain(entry, "sorttitle", "title")
    if language is Language.WESTERN:
        title = _ARTICLE.sub("", title, count=1) if _ARTICLE.match(title) else title
    persons = people(entry, "sortname", "author", "holder", "editor")
    body = plain(entry, "organization", "institution")
    if persons:
        heading = [person_key(person) for person in persons]
    else:
        heading = [alphabetical(body or title)]
    rank = list(Language).index(language)
    return (rank, heading, issued(entry).start, alphabetical(title), title, entry.key or "")


class SortingStyle(BaseSortingStyle):  # type: ignore[misc]
    """pybtex plug-in: the order above."""

    def sort(self, entries: Iterable[Entry]) -> list[Entry]:
        """The entries in that order."""
        return sorted(entries, key=entry_key)
