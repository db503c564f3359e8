"""What a single line of a news page is: a title with its site, a caption, a credit, provenance."""

import re
from functools import lru_cache

from converters.characters import han_count
from converters.lexicon import pattern
from converters.readers.common.headings import heading
from converters.readers.common.reading import Row

_FAMILY = "news-clip"
#: The labels of page_labels that tell who made the page.
CREDITED = pattern("page_labels", _FAMILY, ("source", "authors", "translators", "credit"))
_CREDITED = rf"(?:{CREDITED}|{pattern('provenance', _FAMILY, 'credited')})"
_PROVENANCE = re.compile(
    rf"{pattern('provenance', _FAMILY, 'closing')}"
    rf"|(?:本|这篇|该|此)(?:文|文章|篇).{{0,240}}{pattern('provenance', _FAMILY, 'published-in')}"
)
_CREDIT = re.compile(rf"^[（(【\[]?\s*{_CREDITED}\s*[:：/／|丨]")
_TAIL = re.compile(
    rf"\s*(?P<end>[（(【\[]\s*{pattern('credits', _FAMILY, 'end')}\s*[)）】\]])?\s*"
    rf"(?P<credit>[（(【\[]\s*{CREDITED}\s*[:：/／][^()（）【】\[\]]{{1,60}}[)）】\]])?$"
)
CAPTION = re.compile(
    rf"^{pattern('captions', _FAMILY, 'opening')}"
    rf"|^\S.{{0,70}}{pattern('captions', _FAMILY, 'ending')}$"
)
_LABELLED = r"^[【\[（(]?{}(?:[】\])）]\s*[:：]?|\s*[:：])\s*"
STANDFIRST = re.compile(_LABELLED.format(pattern("openings", _FAMILY, "standfirst")))
INTRODUCTION = re.compile(_LABELLED.format(pattern("openings", _FAMILY, "introduction")))
_BEFORE_SITE = re.compile(r"_|\s+[-–—|｜]+\s+|[-|｜](?=[^-|｜]*$)")
_SITE = re.compile(rf"{pattern('site_names', _FAMILY, 'after-title')}$", re.I)

#: Rows whose answer is kept, for it is asked of each row several times.
_REMEMBERED = 20_000
#: Han characters from which a line that names provenance is a paragraph of the text; the closing
#: note of seed 002 has 37.
_LONGEST_CLOSING = 200
#: Han characters before the name of a site that make a title; fewer are a column's (国际 - 某某网).
_SHORTEST_TITLE = 4
#: Characters of a title with the names of column and site after it; a portal's has 25.
_LONGEST_TITLE_BAR = 120
#: Characters of a closing mark and a credit in brackets at the end of a paragraph: what `_TAIL` can
#: hold, with the longest label and some blanks.
_LONGEST_TAIL = 90
#: Characters under which a heading without number (结语) is one for certain.
_SHORT_HEADING = 6


@lru_cache(_REMEMBERED)
def is_closing(string: str) -> bool:
    """Whether a line speaks of the text rather than in it: provenance, credits."""
    if han_count(string) >= _LONGEST_CLOSING:
        return False
    return bool(_PROVENANCE.search(string) or _CREDIT.match(string))


def tail_of(string: str) -> re.Match[str] | None:
    """The closing mark `end` and the `credit` in brackets at the end of a line, if any."""
    found = _TAIL.search(string, max(0, len(string) - _LONGEST_TAIL))
    return found if found and found[0].strip() else None


def without_site(row: Row) -> Row:
    """A title without the names of column and site after it."""
    if len(row.string) > _LONGEST_TITLE_BAR:
        return row
    sign = _BEFORE_SITE.search(row.string)
    if not sign or not _SITE.search(row.string):
        return row
    title = row.part(0, sign.start())
    return title if han_count(title.string) >= _SHORTEST_TITLE else row


def is_sure_heading(string: str) -> bool:
    """Whether a line is a heading by its number or brackets, or a short usual one (结语)."""
    found = heading(string)
    numbered = found and (found[1] or len(string) < _SHORT_HEADING)
    return bool(numbered) or bool(re.fullmatch("【.*】", string))
