"""The language of a work, and the words that a reference borrows from it.

GB/T 7714 gives a reference in the language of the work (§5.1), so that "and others" or "translated
by" follow the entry, not the document that cites it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pybtex.database import Entry


class Language(StrEnum):
    """The groups of GB/T 7714 §9.3.2, in the order in which a list of references has them."""

    CHINESE = "zh"
    JAPANESE = "ja"
    KOREAN = "ko"
    WESTERN = "western"
    RUSSIAN = "ru"
    OTHER = "other"


@dataclass(frozen=True)
class Terms:
    """Words of one language; `{}` stands for the number."""

    et_al: str
    roles: Mapping[str, str]
    edition: str
    volume: str


_ENGLISH_ROLES = {
    "translator": "trans.",
    "editor": "ed.",
    "compiler": "comp.",
    "annotator": "annot.",
    "commentator": "comm.",
}

TERMS: Mapping[Language, Terms] = {
    Language.CHINESE: Terms(
        "等",
        {
            "translator": "译",
            "editor": "编",
            "compiler": "编",
            "annotator": "注",
            "commentator": "评",
        },
        "{}版",
        "第{}卷",
    ),
    Language.JAPANESE: Terms(
        "ほか",
        {
            "translator": "訳",
            "editor": "編",
            "compiler": "編",
            "annotator": "注",
            "commentator": "解説",
        },
        "第{}版",
        "第{}巻",
    ),
    Language.KOREAN: Terms(
        "외",
        {
            "translator": "옮김",
            "editor": "편",
            "compiler": "편",
            "annotator": "주",
            "commentator": "해설",
        },
        "{}판",
        "제{}권",
    ),
    Language.RUSSIAN: Terms(
        "и др.",
        {
            "translator": "пер.",
            "editor": "ред.",
            "compiler": "сост.",
            "annotator": "примеч.",
            "commentator": "коммент.",
        },
        "{}-е изд.",
        "т. {}",
    ),
    Language.WESTERN: Terms("et al.", _ENGLISH_ROLES, "{} ed.", "v.{}"),
    Language.OTHER: Terms("et al.", _ENGLISH_ROLES, "{} ed.", "v.{}"),
}

# biblatex names (`langid`) and BCP 47 primary subtags (`language`) that are not Western.
_NAMED = {
    "zh": Language.CHINESE,
    "chinese": Language.CHINESE,
    "中文": Language.CHINESE,
    "ja": Language.JAPANESE,
    "japanese": Language.JAPANESE,
    "ko": Language.KOREAN,
    "korean": Language.KOREAN,
    "ru": Language.RUSSIAN,
    "russian": Language.RUSSIAN,
}

# Scripts by the first word of the Unicode character name.
_SCRIPTS = {
    "CJK": Language.CHINESE,
    "HIRAGANA": Language.JAPANESE,
    "KATAKANA": Language.JAPANESE,
    "HANGUL": Language.KOREAN,
    "CYRILLIC": Language.RUSSIAN,
    "LATIN": Language.WESTERN,
}


def language_of_text(text: str) -> Language:
    """The language that the script of `text` suggests; kana decide for Japanese at once."""
    counts: Counter[Language] = Counter()
    for character in text:
        if character.isalpha():
            script = unicodedata.name(character, "").partition(" ")[0]
            counts[_SCRIPTS.get(script, Language.OTHER)] += 1
    if counts[Language.JAPANESE]:
        return Language.JAPANESE
    return max(counts, key=lambda language: counts[language]) if counts else Language.WESTERN


def language_of(entry: Entry) -> Language:
    """The language group of `entry`: fields `langid`, `language`, else the script of its title.

    A named language that is written neither in Latin letters nor in one of the groups (Mongolian
    in Cyrillic, Arabic) belongs to the others.
    """
    for field in ("langid", "language", "hyphenation"):
        if name := str(entry.fields.get(field, "")).strip().lower():
            primary = name.replace("_", "-").partition("-")[0]
            if primary in _NAMED:
                return _NAMED[primary]
            script = _language_of_script(entry)
            return Language.OTHER if script is Language.RUSSIAN else Language.WESTERN
    return _language_of_script(entry)


def _language_of_script(entry: Entry) -> Language:
    title = str(entry.fields.get("title", ""))
    return language_of_text(title or "".join(map(str, _names(entry))))


def _names(entry: Entry) -> list[object]:
    return [person for persons in entry.persons.values() for person in persons]


def ordinal(number: int, language: Language) -> str:
    """`2nd` for languages whose edition statement is written in English, else the digits."""
    if language not in (Language.WESTERN, Language.OTHER):
        return str(number)
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{suffix or 'th'}"
