"""A first record for a new seed: what its reader found, with the words that attest it."""

import json
import re

from converters.identity import stated_fields, value_of
from converters.model import Document, Field
from converters.record import IDENTITY
from converters.schema.genres import Genre
from converters.seed import Seed

_HEAD = """\
# Editorial record of {name}: human decisions about this seed, and only those.
# Each value of the identity is `attested` by words of the seed or `supplied` with its evidence.
kind = "{kind}"
sha256 = "{sha256}"
slug = "{slug}"
derivation = "{derivation}"
"""
#: The evidence for a value that no words of the seed state.
_RECKONED = "由来源推算，待编者核对。"


def slug_of(name: str) -> str:
    """A slug from a file name: its ASCII letters and digits, joined by hyphens."""
    words = re.findall(r"[a-z0-9]+", name.rsplit(".", 1)[0].lower())
    return "-".join(words) or "text"


def new_record(seed: Seed, kind: str, document: Document, usual: Genre = Genre.DOCUMENT) -> str:
    """The record as TOML, to be completed by the editor; `usual` is the genre of its kind."""
    parts = [
        _HEAD.format(
            name=seed.name,
            kind=kind,
            sha256=seed.sha256,
            slug=slug_of(seed.name),
            derivation=document.derivation,
        )
    ]
    parts.append(_genre(document.genre, usual))
    seen: set[str] = set()
    for field in stated_fields(document, document.derivation):
        if field.name in IDENTITY and field.name not in seen and field.value:
            seen.add(field.name)
            parts.append(_value(seed, field))
    if "title" not in seen:
        parts.append(
            "# The seed names no title; a title is needed, with its evidence:\n"
            '# [identity.title]\n# value = "…"\n# supplied = "…"\n'
        )
    return "\n".join(parts)


def _genre(told: Genre | None, usual: Genre) -> str:
    if told:
        return f'genre = "{told}"\n'
    return (
        "# The seed does not tell what kind of publication this is; say it, as one of\n"
        f"# {', '.join(Genre)}:\n"
        f'# genre = "{usual}"\n'
    )


def _value(seed: Seed, field: Field) -> str:
    pieces = field.text.pieces
    words = seed.text[pieces[0].span.start : pieces[-1].span.end] if pieces else _words(seed, field)
    value, evidence = _toml(value_of(field)), _evidence(" ".join(words.split()))
    return f"[identity.{field.name}]\nvalue = {value}\n{evidence}\n"


def _evidence(words: str) -> str:
    """What vouches for a value; one reckoned by the reader (the last page) has no words."""
    return f"attested = {_toml(words)}" if words else f"supplied = {_toml(_RECKONED)}"


def _words(seed: Seed, field: Field) -> str:
    """The words that a value without a text of its own was read from; none if it was reckoned."""
    if field.value in seed.text:
        return field.value
    year, _, rest = field.value.partition("-")
    month, _, day = rest.partition("-")
    if month.isdigit() and day.isdigit():
        found = re.search(rf"{year}\D{{1,3}}0?{int(month)}\D{{1,3}}0?{int(day)}日?", seed.text)
        if found:
            return found[0]
    loose = "".join(re.escape(c) + r"\s*" if c.isalnum() else r"\W*" for c in field.value)
    found = re.search(loose, seed.text)
    return found[0] if found else ""


def _toml(value: object) -> str:
    # A JSON string of this text is also a TOML basic string (TOML 1.0, “String”).
    return json.dumps(value, ensure_ascii=False)
