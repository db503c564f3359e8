"""The imprint: `(Place: Publisher, Year)`, as it stands in brackets after a title."""

import re

from converters import dates

_IMPRINT_DATE = re.compile(rf"(?:^|[,，:：]\s?|\s)(?P<date>{dates.DATE})$")


def imprint(text: str, type_: str) -> dict[str, str]:
    """The fields of `(Place: Publisher, Year)`, of which any may be missing.

    Of a conference the bracket holds place and days instead; one letter tells the volume.
    """
    found: dict[str, str] = {}
    rest = text.strip()
    if rest in ("上", "中", "下"):
        return {"volume": rest}
    if match := _IMPRINT_DATE.search(rest):
        found["date"] = match["date"]
        rest = rest[: match.start()].strip(" ,，:：")
    if type_ == "inproceedings" and "date" in found and len(dates.iso(found["date"])) > 7:
        found["eventdate"] = dates.iso(found["date"])
        return found | ({"venue": rest} if rest else {})
    place, colon, publisher = re.sub("：", ":", rest).partition(":")
    if colon:
        found |= {"location": place.strip(), "publisher": publisher.strip()}
    elif rest and "date" in found:
        found["publisher"] = rest
    return found
