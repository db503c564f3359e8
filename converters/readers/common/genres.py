"""The genre of a text, as far as its source tells it."""

import re
from collections.abc import Iterable

from converters.lexicon import groups, pattern
from converters.model import Field
from converters.schema.genres import Genre

#: Fields that only an article of a journal has.
_OF_A_JOURNAL = frozenset({"issn", "volume", "issue", "article_id", "document_code", "received"})
_NAMES = {
    Genre(group): re.compile(rf"{pattern('publications', group=group)}$")
    for group in groups("publications")
}


def genre_of_periodical(name: str) -> Genre | None:
    """What is published in a periodical of this name; None where the name does not tell it."""
    bare = name.strip("《》 ")
    return next((genre for genre, ending in _NAMES.items() if ending.search(bare)), None)


def genre_of_fields(fields: Iterable[Field]) -> Genre | None:
    """The genre that statements about a text tell: its issue or number, else its periodical."""
    stated = {field.name: field.value for field in fields if field.value}
    if _OF_A_JOURNAL & stated.keys():
        return Genre.JOURNAL_ARTICLE
    return genre_of_periodical(stated.get("journal", ""))
