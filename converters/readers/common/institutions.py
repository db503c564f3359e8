"""Names of institutions, which are authors' affiliations, and of periodicals, which are not."""

import re

from converters.lexicon import pattern

_INSTITUTION = re.compile(pattern("institutions", "web-summary"))
_PERIODICAL = re.compile(rf"{pattern('periodicals', 'web-summary')}\W*(?:[（(].*[)）])?\W*$")


def is_periodical(string: str) -> bool:
    """Whether a name ends as those of periodicals do: 学报, 论坛."""
    return bool(_PERIODICAL.search(string))


def is_institution(string: str) -> bool:
    """Whether a name holds the word for an institution and is not that of its journal (学报)."""
    return bool(_INSTITUTION.search(string)) and not is_periodical(string)
