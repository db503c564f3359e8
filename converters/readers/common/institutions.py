"""Whether a name is that of an institution: an author's affiliation, never a journal."""

import re

from converters.lexicon import pattern

_INSTITUTION = re.compile(pattern("institutions", "web-summary"))
_PERIODICAL = re.compile(rf"{pattern('periodicals', 'web-summary')}\W*(?:[（(].*[)）])?\W*$")


def is_institution(string: str) -> bool:
    """Whether a name holds the word for an institution and is not that of its journal (学报)."""
    return bool(_INSTITUTION.search(string)) and not _PERIODICAL.search(string)
