"""Words that lead in to a citation: 参见, See, См.; and those that join it to the one it quotes."""

import re

from converters.characters import HAN
from converters.lexicon import pattern


def _words(group: str) -> str:
    return pattern("signals", "citations", group)


LEAD = re.compile(
    rf"{_words('modifier')}?{_words('see')}(?:如)?[：:]?\s?|{_words('see-western')}\s"
)

#: Between a work and the one through which it is quoted.
THROUGH = re.compile(rf"[,，;；。.]?\s?(?:{_words('through-western')}\s|{_words('through')}[：:]?)")

#: What may stand before a citation that goes on with another.
JOINING = re.compile(
    r"\s*(?:\[\d+\]|[①-⑳])\s*|[\s，,：:]+(?:(?:and\salso|and|also|&|и)\s|以及|并)?|(?:and\salso|and|also|&|и)\s|以及|并(?=参见|见)"
)

#: The beginning of words that only say what the citation is about.
INTRODUCING = re.compile(_words("introducing"))

#: Names at the end of a sentence that goes on with a title: …, as Alicia Campi, “…
_NAME = r"[A-ZÀ-ÞĀ-ŽА-ЯЁ][\w.’'-]*"
NAMES = re.compile(
    rf"(?:^|[\s（(，]|(?<=[{HAN}]))(?P<names>{_NAME}(?:(?:,?\s(?:and|&|и)\s|\s){_NAME}){{0,11}}),\s?$"
    rf"|(?:^|[，。；（])(?P<names_han>[{HAN}·、]{{2,20}})[：:]$"
)
