"""Dates as notes write them in Chinese, English and Russian, to ISO 8601 (EDTF level 0)."""

import re

_EN = "January February March April May June July August September October November December"
_RU = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр"
_MONTHS = {name[:3].lower(): n for n, name in enumerate(_EN.split(), 1)}
_SEASONS = r"Spring|Summer|Fall|Autumn|Winter"

_EN_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_RU_MONTH = r"(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*\.?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAYS = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{1,2})?"

_PATTERNS = (
    rf"(?P<y>{_YEAR})年(?:(?P<m>\d{{1,2}})月(?:(?P<d>\d{{1,2}})日)?)?",
    rf"(?P<y>{_YEAR})[-./](?P<m>\d{{1,2}})[-./](?P<d>\d{{1,2}})",
    rf"(?P<em>{_EN_MONTH})\s(?P<d>{_DAYS}),?\s(?P<y>{_YEAR})",
    rf"(?P<d>{_DAYS})\s(?P<em>{_EN_MONTH}),?\s(?P<y>{_YEAR})",
    rf"(?P<em>{_EN_MONTH})(?:\s?[-–/]\s?{_EN_MONTH})?,?\s(?P<y>{_YEAR})",
    rf"(?:{_SEASONS})(?:\s?[-–/]\s?(?:{_SEASONS}))?,?\s(?P<y>{_YEAR})",
    rf"(?P<d>{_DAYS})\s(?P<rm>{_RU_MONTH}),?\s(?P<y>{_YEAR})(?:\s?г(?:ода|\.)?)?",
    rf"(?P<rm>{_RU_MONTH}),?\s(?P<y>{_YEAR})(?:\s?г(?:ода|\.)?)?",
    rf"(?P<y>{_YEAR})\.\s(?P<d>\d{{1,2}})\s(?P<rm>{_RU_MONTH})",
    rf"(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}})\.(?P<y>{_YEAR})(?:\s?г(?:ода|\.)?)?",
    rf"(?P<y>{_YEAR})(?:\s?г(?:ода|\.)?)?",
)
_COMPILED = [re.compile(pattern, re.IGNORECASE if "em" in pattern else 0) for pattern in _PATTERNS]

#: The text of a date, of whatever form, without named groups.
DATE = "(?:" + "|".join(re.sub(r"\?P<\w+>", "?:", pattern) for pattern in _PATTERNS) + ")"


def iso(text: str) -> str:
    """The ISO form of a date; a day or month that it does not tell is left out.

    Returns an empty string if the text is no date, or none that the calendar has.
    """
    for pattern in _COMPILED:
        if match := pattern.fullmatch(text.strip()):
            return _iso(match)
    return ""


def _iso(match: re.Match[str]) -> str:
    found = match.groupdict()
    parts = [found["y"]]
    month = _month(found)
    if month:
        parts.append(f"{month:02d}")
        days = [int(n) for n in re.findall(r"\d+", found.get("d") or "")]
        if any(not 1 <= day <= 31 for day in days) or month > 12:
            return ""
        if len(days) == 2:
            return "/".join("-".join([*parts, f"{day:02d}"]) for day in days)
        parts += [f"{day:02d}" for day in days]
    return "-".join(parts)


def _month(found: dict[str, str | None]) -> int:
    if name := found.get("em"):
        return _MONTHS[name[:3].lower()]
    if name := found.get("rm"):
        stems = sorted(_RU.split(), key=len, reverse=True)
        stem = next(stem for stem in stems if name.lower().startswith(stem))
        return _RU.split().index(stem) + 1
    return int(found.get("m") or 0)
