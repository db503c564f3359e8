"""Dates as Chinese, English, Russian and Mongolian texts write them, to ISO 8601 (EDTF level 0)."""

import re
from calendar import monthrange

_EN = "January February March April May June July August September October November December"
_RU = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр"
_MONTHS = {name[:3].lower(): n for n, name in enumerate(_EN.split(), 1)}
_SEASONS = r"Spring|Summer|Fall|Autumn|Winter"

_EN_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_RU_MONTH = r"(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*\.?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAYS = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{1,2})?"
_TIME = r"(?:T|\s*)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"

_CHINESE = rf"(?P<y>{_YEAR})\s*年(?:\s*(?P<m>\d{{1,2}})\s*月(?:\s*(?P<d>\d{{1,2}})\s*[日号])?)?"
#: Dates down to the day.
_OF_DAYS = (
    rf"(?P<y>{_YEAR})\s*年\s*(?P<m>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})(?:\s*[日号])?",
    rf"(?P<y>{_YEAR})\s*[-./]\s*(?P<m>\d{{1,2}})\s*[-./]\s*(?P<d>\d{{1,2}})",
    rf"(?P<em>{_EN_MONTH})\s(?P<d>{_DAYS}),?\s(?P<y>{_YEAR})",
    rf"(?P<d>{_DAYS})\s(?P<em>{_EN_MONTH}),?\s(?P<y>{_YEAR})",
    rf"(?P<d>{_DAYS})\s(?P<rm>{_RU_MONTH}),?\s(?P<y>{_YEAR})(?:\s?г(?:ода|\.)?)?",
    rf"(?P<y>{_YEAR})\.\s(?P<d>\d{{1,2}})\s(?P<rm>{_RU_MONTH})",
    rf"(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}})\.(?P<y>{_YEAR})(?:\s?г(?:ода|\.)?)?",
    rf"(?P<y>{_YEAR})\s+оны\s+(?P<m>\d{{1,2}})[-\s]*р\s+сарын\s+(?P<d>\d{{1,2}})",
)
_PATTERNS = (
    _CHINESE,
    *_OF_DAYS[1:4],
    rf"(?P<em>{_EN_MONTH})(?:\s?[-–/]\s?{_EN_MONTH})?,?\s(?P<y>{_YEAR})",
    rf"(?:{_SEASONS})(?:\s?[-–/]\s?(?:{_SEASONS}))?,?\s(?P<y>{_YEAR})",
    _OF_DAYS[4],
    rf"(?P<rm>{_RU_MONTH}),?\s(?P<y>{_YEAR})(?:\s?г(?:ода|\.)?)?",
    *_OF_DAYS[5:],
    rf"(?P<y>{_YEAR})(?:\s?г(?:ода|\.)?)?",
)


def _unnamed(patterns: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.sub(r"\?P<\w+>", "?:", pattern) for pattern in patterns) + ")"


def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.IGNORECASE if "em" in p else 0) for p in patterns)


_ALL = _compiled(_PATTERNS)
_IN_TEXT = _compiled((*_OF_DAYS, _CHINESE))
_FIGURES = str.maketrans("０１２３４５６７８９", "0123456789")

#: The text of a date, of whatever form, without named groups.
DATE = _unnamed(_PATTERNS)
_DAY = re.compile(rf"(?<!\d){_unnamed(_OF_DAYS)}(?:{_TIME})?(?!\d)", re.IGNORECASE)


def iso(text: str) -> str:
    """The ISO form of a date; a day or month that it does not tell is left out.

    Returns an empty string if the text is no date, or none that the calendar has (2025-02-31).
    """
    text = text.strip().translate(_FIGURES)
    return next((_iso(match) for form in _ALL if (match := form.fullmatch(text))), "")


def first_iso(text: str) -> str:
    """The ISO form of the first date in a text that the calendar has, or an empty string.

    Taken are dates down to the day, and what Chinese gives with 年: a bare number is no year.
    """
    text = text.translate(_FIGURES)
    found = [match for form in _IN_TEXT for match in form.finditer(text)]
    return next((day for match in sorted(found, key=_place) if (day := _iso(match))), "")


def days(text: str) -> list[tuple[int, int]]:
    """Where the dates down to the day stand in a text, each with the time of day after it."""
    return [match.span() for match in _DAY.finditer(text.translate(_FIGURES))]


def _place(match: re.Match[str]) -> tuple[int, int]:
    """Where a match stands; of two at one place the longer is first."""
    return match.start(), -match.end()


def _iso(match: re.Match[str]) -> str:
    found = match.groupdict()
    year, month = found["y"], _month(found)
    days = [int(n) for n in re.findall(r"\d+", found.get("d") or "")]
    if month is None:
        return year
    if not 1 <= month <= 12 or any(not 1 <= d <= monthrange(int(year), month)[1] for d in days):
        return ""
    dates = [f"{year}-{month:02d}-{day:02d}" for day in days] or [f"{year}-{month:02d}"]
    return "/".join(dates)


def _month(found: dict[str, str | None]) -> int | None:
    if name := found.get("em"):
        return _MONTHS[name[:3].lower()]
    if name := found.get("rm"):
        stems = sorted(_RU.split(), key=len, reverse=True)
        stem = next(stem for stem in stems if name.lower().startswith(stem))
        return _RU.split().index(stem) + 1
    month = found.get("m")
    return int(month) if month else None
