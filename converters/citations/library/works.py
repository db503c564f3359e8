"""From the fields of a citation to the entry of a work."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from converters.citations.library.bibfile import plain_fields
from converters.citations.library.language import language_of
from converters.citations.model import Work
from converters.schema.biblatex import LANGID, VERBATIM


def work_of(key: str, type_: str, fields: Mapping[str, str], origin: str) -> Work:
    """The work with its language; nothing is added that the citation does not tell."""
    found = plain_fields(fields)
    for name in VERBATIM & set(found):
        found[name] = re.sub(r"[{}\\]", lambda match: quote(match[0]), found[name])
    if "language" not in found:
        words = found.get("title") or found.get("journaltitle") or found.get("author", "")
        found["language"] = language_of(words)
    found.setdefault("langid", LANGID.get(found["language"], "english"))
    return Work(key, type_, found, origin)
