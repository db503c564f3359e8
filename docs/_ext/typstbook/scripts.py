"""Western runs in East Asian text, where no extension has marked them.

The apostrophe and the curly quotation marks of Unicode serve Chinese and western text alike, but
are set full-width in the one and proportionally in the other. Here only what is beyond doubt is
taken: letters, and the marks that stand between letters or pair within the run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LATIN = r"A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u036f\u1e00-\u1eff"
_CYRILLIC = r"\u0400-\u052f"
_LETTER = f"[{_LATIN}{_CYRILLIC}]"
_WORD = rf"[{_LATIN}{_CYRILLIC}0-9]"
# Words with the blanks and punctuation between them, and a quotation within the run.
_RUN = re.compile(
    rf"{_WORD}+(?:(?:[ ,.;:'’&/()\-–]|, |“[^“”\u2e80-\uffff]*”)*{_WORD}+)*",
)
_HAS_LETTER = re.compile(_LETTER)
_HAS_CYRILLIC = re.compile(f"[{_CYRILLIC}]")
_MONGOLIAN = re.compile("[ӨөҮү]")

_EAST_ASIAN = ("zh", "ja", "ko")


def is_east_asian(language: str) -> bool:
    """Whether a BCP 47 tag names Chinese, Japanese or Korean."""
    return re.split("[-_]", language)[0].lower() in _EAST_ASIAN


def western_runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and BCP 47 language of each run of Latin or Cyrillic words in `text`."""
    for match in _RUN.finditer(text):
        run = match[0]
        if _HAS_LETTER.search(run):
            yield match.start(), match.end(), _language(run)


def _language(run: str) -> str:
    if _MONGOLIAN.search(run):
        return "mn"
    return "ru" if _HAS_CYRILLIC.search(run) else "en"
