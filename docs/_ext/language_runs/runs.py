"""Find the runs of Latin and Cyrillic in Chinese text.

A run is what a typesetter would set in the western fount: words, the figures and blanks between
them, their own punctuation, apostrophes and quotation marks. Where Chinese and western text share
a character (the curly quotation marks of Unicode serve both), the rules are:

- a pair of marks that opens and closes within a run belongs to the run;
- a mark whose partner stands beyond Chinese text is Chinese;
- a pair round the whole of a run is Chinese (所谓“Third Neighbor”政策), unless western punctuation
  stands before its end (“Resilience,”) or the text is nothing but the quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LETTERS = {
    "latin": "A-Za-zªºÀ-ÖØ-öø-ʯ\u0300-\u036fḀ-ỿ",
    "cyrillic": "\u0400-\u052f",
}
CYRILLIC = re.compile(f"[{LETTERS['cyrillic']}]")
LETTER = re.compile(f"[{LETTERS['latin']}{LETTERS['cyrillic']}]")
# Letters of the Mongolian alphabet that Russian lacks.
MONGOLIAN = re.compile("[ӨөҮү]")

# What may stand in a run: letters, figures, ASCII and Latin-1 signs, western dashes and quotes.
# A doubled dash or ellipsis (——, ……) is Chinese.
WESTERN = re.compile(
    f"(?:[{LETTERS['latin']}{LETTERS['cyrillic']}"
    r"\x20-\x7e\u00a0-\u00bf\u2010-\u2013\u2018-\u201f\u2032\u2033\u2039\u203a№™€]"
    r"|(?<!\u2014)\u2014(?!\u2014)|(?<!\u2026)\u2026(?!\u2026))+"
)
URL = re.compile(r"(?:https?|ftp)://[!-~]+")
QUOTES = {"“": "”", "‘": "’", "„": "”", "«": "»", "‹": "›"}
OPENING, CLOSING = frozenset(QUOTES), frozenset(QUOTES.values())
# An apostrophe: Mongolia’s, but not the mark that closes ‘Mongolia’.
APOSTROPHE = re.compile(f"(?<={LETTER.pattern})’(?={LETTER.pattern})")
# The possessive of a plural (the countries’ policy), where no mark is open that it could close.
PLURAL_POSSESSIVE = re.compile(f"(?<=s)’(?= {LETTER.pattern})")
EDGE = " \u00a0,.;:/|–—…-·•*"


@dataclass(frozen=True)
class Run:
    """Characters `start` to `end` of a text, in the language `language` (BCP 47)."""

    start: int
    end: int
    language: str


def find_runs(text: str) -> list[Run]:
    """The western runs of `text`, in order, none overlapping; addresses (URLs) are in none."""
    runs: list[Run] = []
    for start, end in _segments(text):
        for part_start, part_end in _balanced(text, start, end):
            inner = _trimmed(text, part_start, part_end)
            if inner and LETTER.search(text, *inner):
                runs.append(Run(*inner, _language(text[slice(*inner)])))
    return runs


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of western characters in one script, without addresses."""
    for stretch in WESTERN.finditer(text):
        start = stretch.start()
        for url in URL.finditer(text, *stretch.span()):
            yield from _by_script(text, start, url.start())
            start = url.end()
        yield from _by_script(text, start, stretch.end())


def _by_script(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut before the word with which the script changes between Latin and Cyrillic."""
    script = None
    for letter in LETTER.finditer(text, start, end):
        found = "cyrillic" if CYRILLIC.match(letter[0]) else "latin"
        if script and found != script:
            blank = text.rfind(" ", start, letter.start())
            cut = blank + 1 if blank >= start else letter.start()
            # A word of mixed script is cut inside, else after the blank before the word.
            if LETTER.search(text, cut, letter.start()):
                cut = letter.start()
            yield start, cut
            start = cut
        script = found
    if start < end:
        yield start, end


def _balanced(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut at quotation marks that have no partner within the stretch: they are Chinese."""
    unmatched: list[int] = []
    for i in range(start, end):
        char = text[i]
        if char == "’" and APOSTROPHE.match(text, i):
            continue
        if char in CLOSING and unmatched and QUOTES.get(text[unmatched[-1]]) == char:
            unmatched.pop()
        elif PLURAL_POSSESSIVE.match(text, i):
            continue
        elif char in OPENING or char in CLOSING:
            unmatched.append(i)
    for i in unmatched:
        yield start, i
        start = i + 1
    yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Without blanks and loose punctuation at the ends, nor quotes of the Chinese sentence."""
    while start < end and text[start] in EDGE:
        start += 1
    while start < end and text[end - 1] in " \u00a0":
        end -= 1
    if start == end:
        return None
    if _quoted_whole(text, start, end) and not _quotation_is_western(text, start, end):
        return _trimmed(text, start + 1, end - 1)
    return start, end


def _quoted_whole(text: str, start: int, end: int) -> bool:
    """Whether one pair of quotation marks holds the whole stretch."""
    closing = QUOTES.get(text[start])
    return (
        closing in ("”", "’")
        and end - start > 1
        and text[end - 1] == closing
        and closing not in APOSTROPHE.sub("'", text[start + 1 : end - 1])
    )


def _quotation_is_western(text: str, start: int, end: int) -> bool:
    alone = not text[:start].strip() and not text[end:].strip()
    return alone or text[end - 2] in ",.;"


def _language(run: str) -> str:
    """`mn` by the letters that only Mongolian has, `ru` for other Cyrillic, else `en`."""
    if MONGOLIAN.search(run):
        return "mn"
    return "ru" if CYRILLIC.search(run) else "en"
