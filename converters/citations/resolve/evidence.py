"""When two citations mean the same work: what is compared, and how."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from converters.citations.grammar.names import name_parts

_SHORTEST_BEGINNING = 10


@lru_cache(maxsize=4096)
def normal_title(title: str) -> str:
    """A title without case, punctuation and blanks: a stray colon makes no other work."""
    folded = unicodedata.normalize("NFKC", title).casefold()
    return re.sub(r"[\W_]+", "", folded)


@lru_cache(maxsize=4096)
def normal_url(url: str) -> str:
    """An address without scheme, `www.`, fragment and final slash."""
    parts = urlsplit(url if "//" in url else f"http://{url}")
    host = parts.netloc.lower().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def is_front_page(url: str) -> bool:
    """Whether an address is that of a whole site: it tells nothing about a work."""
    return "/" not in normal_url(url) and "?" not in url


def same_title(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether both have the same title, in whatever spelling."""
    title = normal_title(one.get("title", ""))
    return bool(title) and title in {
        normal_title(other.get(name, "")) for name in ("title", "shorttitle", "origtitle")
    }


def is_beginning(short: Mapping[str, str], full: Mapping[str, str]) -> bool:
    """Whether one title is the beginning of the other."""
    one, other = normal_title(short.get("title", "")), normal_title(full.get("title", ""))
    if len(one) < (_SHORTEST_BEGINNING if one.isascii() else 4):
        return False
    return other.startswith(one) or (len(other) >= _SHORTEST_BEGINNING and one.startswith(other))


def people(fields: Mapping[str, str]) -> frozenset[str]:
    """The parts of the names of those whom a citation makes responsible."""
    found = (fields.get(name, "") for name in ("author", "editor", "organization", "institution"))
    return name_parts(" and ".join(name for name in found if name))


def shares_people(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether they have a name in common, whichever way round it is written."""
    return bool(people(one) & people(other))


def contradicts_people(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether both name authors and none is the same."""
    return bool(people(one) and people(other)) and not shares_people(one, other)


def year(fields: Mapping[str, str]) -> str:
    """The year of a work, empty if unknown."""
    return fields.get("date", "")[:4]


def traces(fields: Mapping[str, str]) -> Iterator[str]:
    """What two works have in common whenever `same_work` finds a rule for them."""
    if doi := fields.get("doi"):
        yield f"doi:{doi.lower()}"
    if url := fields.get("url"):
        yield f"url:{normal_url(url)}"
    for name in ("title", "shorttitle", "origtitle"):
        if title := normal_title(fields.get(name, "")):
            yield f"title:{title}"
    if not fields.get("title"):
        yield f"issue:{fields.get('author', '')}:{fields.get('date', '')}"


def same_work(one: Mapping[str, str], other: Mapping[str, str]) -> str:
    """The rule by which two full citations mean one work; empty if no rule says so.

    `doi`: the same DOI. `url`: the same address and the same title, or no title to compare.
    `title-year`: title and year, and no author against it. `title-author`: title and a common
    name where one of them has no year. `issue`: author, journal, year and number of works
    without a title.
    """
    if one.get("doi") and one.get("doi", "").lower() == other.get("doi", "").lower():
        return "doi"
    titles_agree = same_title(one, other) or same_title(other, one)
    if one.get("url") and other.get("url") and normal_url(one["url"]) == normal_url(other["url"]):
        related = titles_agree or is_beginning(one, other) or is_beginning(other, one)
        if related or not (one.get("title") and other.get("title")):
            return "url"
    if titles_agree and not contradicts_people(one, other) and not _other_place(one, other):
        if year(one) and year(one) == year(other):
            return "title-year"
        if not (year(one) and year(other)) and shares_people(one, other):
            return "title-author"
    if not one.get("title") and not other.get("title"):
        keys = ("author", "journaltitle", "number", "date")
        if all(one.get(key, "") == other.get(key, "") for key in keys) and one.get("date"):
            return "issue"
    return ""


def _other_place(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether both name a journal or book and it is not the same: two publications."""
    for name in ("journaltitle", "booktitle"):
        if one.get(name) and other.get(name):
            return normal_title(one[name]) != normal_title(other[name])
    return False
