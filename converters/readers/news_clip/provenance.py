"""What the closing notes of a news page say of the original and of people."""

import re
from collections.abc import Iterator, Sequence

from converters.characters import HAN
from converters.dates import first_iso
from converters.lexicon import pattern
from converters.model import Field, Text
from converters.readers.news_clip.statements import name_list

_FAMILY = "news-clip"
_TITLED = re.compile(
    rf"{pattern('provenance', _FAMILY, 'titled')}\s*《(?P<title>[^》]{{2,80}})》"
    r"\s*[（(](?P<original>[A-Za-z][^（）()]{5,200})[）)]"
)
_ORIGINAL_TITLE = re.compile(
    rf"{pattern('provenance', _FAMILY, 'original-title')}[为是]?\s*[:：]?\s*[“《\"]?"
    rf"(?P<original>[A-Z][^”》\"（）()，。；{HAN}]{{7,200}})"
)
_NAMED_TWICE = re.compile(
    r"《(?P<name>[^》]{1,40})》\s*[（(](?P<original>[A-Z][^（）()]{2,60})[）)]"
)
_PUBLISHED_IN = re.compile(
    rf"{pattern('provenance', _FAMILY, 'published-in')}\s*[:：]?\s*[{HAN}]{{0,4}}"
    r"(?:《(?P<name>[^》]{1,40})》|(?P<latin>[A-Z][A-Za-z .&’'-]{2,60}))"
)
_TRANSLATED = re.compile(pattern("provenance", _FAMILY, "translated"))
_PEOPLE = {
    name: re.compile(
        rf"{pattern('page_labels', _FAMILY, name)}\s*[:：/／]\s*(?P<names>[{HAN}·、 ]{{2,30}})"
    )
    for name in ("translators", "authors")
}
_AFFILIATION = re.compile(
    r"作者[^，。；:：]{0,12}?(?:系|为|是)"
    rf"(?P<words>[^，。；）)]{{4,60}}?{pattern('ranks', _FAMILY)})"
)


def stated_in_notes(notes: Sequence[str]) -> list[Field]:
    """The fields that closing notes state: they have no text of their own."""
    translated = any(_TRANSLATED.search(note) for note in notes)
    found = [pair for note in notes for pair in _stated(note, translated)]
    return [Field(name, Text(), value.strip()) for name, value in found if value.strip()]


def _stated(note: str, translated: bool) -> Iterator[tuple[str, str]]:
    titled = _TITLED.search(note)
    original = titled or _ORIGINAL_TITLE.search(note)
    place = _PUBLISHED_IN.search(note)
    if titled:
        yield "title", titled["title"]
    if original:
        yield "original_title", original["original"]
    named = list(_NAMED_TWICE.finditer(note))
    if titled:  # what stands after the title is the place, what stands before it may be
        start, end = titled.span()
        named = [m for m in named if m.start() > end] + [m for m in named if m.end() < start]
    foreign = bool(original or named or translated)
    if named:
        yield "original_container", named[0]["original"]
    elif place:
        yield "original_container" if foreign else "journal", place["name"] or place["latin"]
    if place or titled or named:
        yield "original_date" if foreign else "date", first_iso(note)
    for name, form in _PEOPLE.items():
        if people := form.search(note):
            yield name, name_list(people["names"])
    if described := _AFFILIATION.search(note):
        yield "affiliation", described["words"]
