"""When two records mean the same work: what is compared, and how."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from converters.citations.grammar.names import name_parts

#: A title that short or shorter is no beginning by which another can be known, in characters
#: without punctuation and blanks: “Mongolia” begins many titles, 《冷战时期》 few.
SHORTEST_BEGINNING = 10
SHORTEST_BEGINNING_HAN = 4

#: Fields that hold a title of the work itself.
_TITLES = ("title", "shorttitle", "origtitle")


@lru_cache(maxsize=4096)
def normal_title(title: str) -> str:
    """A title without case, punctuation and blanks: a stray colon makes no other work."""
    folded = unicodedata.normalize("NFKC", title).casefold()
    return re.sub(r"[\W_]+", "", folded)


def normal_url(url: str) -> str:
    """An address without scheme, `www.`, fragment and final slash; no address is refused.

    Sources print addresses that are none (`http://[链接]`); they too can be the same or not.
    """
    bare = re.sub(r"^(?:[a-z][a-z0-9+.-]*:)?//", "", url.partition("#")[0], flags=re.IGNORECASE)
    place, mark, query = bare.partition("?")
    host, slash, path = place.partition("/")
    address = f"{host.lower().removeprefix('www.')}{slash}{path}".rstrip("/")
    return f"{address}{mark}{query}" if query else address


def is_front_page(url: str) -> bool:
    """Whether an address is that of a whole site: it tells nothing about a work."""
    return not re.search("[/?]", normal_url(url))


def same_title(first: Mapping[str, str], second: Mapping[str, str]) -> bool:
    """Whether the title of the first is one of the second's, in whatever spelling."""
    title = normal_title(first.get("title", ""))
    return bool(title) and title in {normal_title(second.get(name, "")) for name in _TITLES}


def is_beginning(short: Mapping[str, str], full: Mapping[str, str]) -> bool:
    """Whether one title is the beginning of the other."""
    cited, known = normal_title(short.get("title", "")), normal_title(full.get("title", ""))
    if len(cited) < (SHORTEST_BEGINNING if cited.isascii() else SHORTEST_BEGINNING_HAN):
        return False
    return known.startswith(cited) or (len(known) >= SHORTEST_BEGINNING and cited.startswith(known))


def people(fields: Mapping[str, str]) -> frozenset[str]:
    """The parts of the names of those whom a citation makes responsible."""
    found = (fields.get(name, "") for name in ("author", "editor", "organization", "institution"))
    return name_parts(" and ".join(name for name in found if name))


def shares_people(first: Mapping[str, str], second: Mapping[str, str]) -> bool:
    """Whether they have a name in common, whichever way round it is written."""
    return bool(people(first) & people(second))


def contradicts_people(first: Mapping[str, str], second: Mapping[str, str]) -> bool:
    """Whether both name authors and none is the same."""
    return bool(people(first) and people(second)) and not shares_people(first, second)


def year(fields: Mapping[str, str]) -> str:
    """The year of a work, empty if unknown."""
    return fields.get("date", "")[:4]


def match_keys(fields: Mapping[str, str]) -> Iterator[str]:
    """What two works have in common whenever `same_work` finds a rule for them.

    Such keys are what record linkage calls blocking keys: only works that share one are compared.
    """
    if doi := fields.get("doi"):
        yield f"doi:{doi.lower()}"
    if url := fields.get("url"):
        yield f"url:{normal_url(url)}"
    for name in _TITLES:
        if title := normal_title(fields.get(name, "")):
            yield f"title:{title}"
    if not fields.get("title"):
        yield f"issue:{fields.get('author', '')}:{fields.get('date', '')}"


def beginning_keys(fields: Mapping[str, str]) -> Iterator[str]:
    """The beginnings of a title by which `is_beginning` may know it, the longest last.

    Wherever `is_beginning` holds, the longest of the short title is among those of the full one.
    """
    title = normal_title(fields.get("title", ""))
    for length in range(SHORTEST_BEGINNING_HAN, min(len(title), SHORTEST_BEGINNING) + 1):
        yield f"beginning:{title[:length]}"


def same_work(first: Mapping[str, str], second: Mapping[str, str]) -> str:
    """The rule by which two full citations mean one work; empty if no rule says so.

    `doi`: the same DOI. `url`: the same address and the same title, or no title to compare.
    `title-year`: title and year, and no author against it. `title-author`: title and a common
    name where one of them has no year. `issue`: author, journal, year and number of works
    without a title.
    """
    if first.get("doi") and first.get("doi", "").lower() == second.get("doi", "").lower():
        return "doi"
    titles_agree = same_title(first, second) or same_title(second, first)
    if _same_address(first, second):
        related = titles_agree or is_beginning(first, second) or is_beginning(second, first)
        if related or not (first.get("title") and second.get("title")):
            return "url"
    if titles_agree and not contradicts_people(first, second) and not _other_place(first, second):
        if year(first) and year(first) == year(second):
            return "title-year"
        if not (year(first) and year(second)) and shares_people(first, second):
            return "title-author"
    if not first.get("title") and not second.get("title"):
        names = ("author", "journaltitle", "number", "date")
        if first.get("date") and all(first.get(n, "") == second.get(n, "") for n in names):
            return "issue"
    return ""


def _same_address(first: Mapping[str, str], second: Mapping[str, str]) -> bool:
    urls = first.get("url", ""), second.get("url", "")
    return all(urls) and normal_url(urls[0]) == normal_url(urls[1])


def _other_place(first: Mapping[str, str], second: Mapping[str, str]) -> bool:
    """Whether both name a journal or book and it is not the same: two publications."""
    for name in ("journaltitle", "booktitle"):
        if first.get(name) and second.get(name):
            return normal_title(first[name]) != normal_title(second[name])
    return False
