"""The front matter of a page: what machines must know of a text, written and read in one place.

It stands in the page's YAML as the mapping `edition`. `json_schema()` describes it; a copy lies
beside this module (`front.schema.json`), held to it by a test.
"""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from types import MappingProxyType
from typing import Any, get_type_hints

from converters.schema.derivations import SUMMARY_LABEL, Derivation, DerivationTerms
from converters.schema.genres import Genre

#: Raised when a page written before cannot be read as one written now.
VERSION = 1


class FrontMatterError(ValueError):
    """Front matter that is none: says which field is wrong, and what it should be."""


@dataclass(frozen=True, kw_only=True)
class FrontMatter:
    """What the front matter says of a text; what is not known is empty.

    `seed`, `sha256`: the source file; `kind`: its kind of source; `key`: the text's own entry in
    refs.bib; `authors`: who wrote these words, `original_authors` who wrote what they were made
    from; `pages_inferred`: the page range is an editor's inference; `note_marks`: how the source
    prints note numbers (`circled`, `bracketed`); `summary_label`: what the page calls a machine's
    summary; `paragraphs`, `characters`: of the body.
    """

    schema: int = VERSION
    seed: str = ""
    sha256: str = ""
    slug: str
    kind: str = ""
    genre: Genre
    derivation: Derivation
    title: str
    authors: tuple[str, ...] = ()
    original_authors: tuple[str, ...] = ()
    key: str = ""
    language: str = ""
    subtitle: str = ""
    affiliation: str = ""
    translators: tuple[str, ...] = ()
    journal: str = ""
    year: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    date: str = ""
    original_title: str = ""
    original_container: str = ""
    original_date: str = ""
    republisher: str = ""
    republication_date: str = ""
    issn: str = ""
    doi: str = ""
    url: str = ""
    keywords: tuple[str, ...] = ()
    pages_inferred: bool = False
    abstract: str = ""
    note_marks: str = ""
    summary_label: str = ""
    paragraphs: int = 0
    characters: int = 0

    @property
    def full_title(self) -> str:
        """Title and subtitle."""
        return f"{self.title}：{self.subtitle}" if self.subtitle else self.title

    @property
    def writers(self) -> tuple[str, ...]:
        """Who wrote the original, whoever's words these are."""
        return self.original_authors or self.authors

    @property
    def terms(self) -> DerivationTerms:
        """What is said of texts of this derivation; a translation may be a signed one."""
        terms = self.derivation.terms
        return terms.signed if terms.signed and self.translators else terms

    @property
    def badge(self) -> str:
        """The word for what this text is: 期刊论文, 转载, 译文, 机器摘要."""
        return self.terms.label or self.genre.terms.label

    def worded(self, template: str, **blanks: str) -> str:
        """A template of the derivation's terms, its blanks filled: by the genre, and by these."""
        terms = self.genre.terms
        return template.format(
            genre=terms.label,
            noun=terms.noun,
            original=terms.original,
            venue=terms.venue,
            label=self.summary_label or SUMMARY_LABEL,
            **blanks,
        )


_TYPES: Mapping[str, Any] = MappingProxyType(get_type_hints(FrontMatter))
_REQUIRED = tuple(field.name for field in fields(FrontMatter) if field.default is MISSING)
#: Written even where they are empty: that nobody signed a text is said, not left out.
_ALWAYS = frozenset({"schema", "authors", "paragraphs", "characters", *_REQUIRED})


def dump(front: FrontMatter) -> dict[str, object]:
    """The mapping `edition`, in the order of the fields, without what is not known."""
    found: dict[str, object] = {}
    for field in fields(front):
        value = getattr(front, field.name)
        if value or field.name in _ALWAYS:
            found[field.name] = list(value) if isinstance(value, tuple) else _plain(value)
    return found


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value


def parse(edition: object) -> FrontMatter:
    """The front matter in the mapping `edition` of a page.

    Raises FrontMatterError for what is no mapping, for fields that are unknown, missing or of
    another type, and for another version of the schema.
    """
    if not isinstance(edition, Mapping):
        raise FrontMatterError("front matter `edition` is no mapping")
    if (version := edition.get("schema", VERSION)) != VERSION:
        raise FrontMatterError(f"front matter `schema` is {version!r}: only {VERSION} can be read")
    if missing := [name for name in _REQUIRED if not edition.get(name)]:
        raise FrontMatterError(f"front matter `edition` lacks {', '.join(missing)}")
    if unknown := [str(name) for name in edition if name not in _TYPES]:
        raise FrontMatterError(f"front matter `edition` has unknown {', '.join(unknown)}")
    return FrontMatter(**{n: _typed(n, v) for n, v in edition.items() if v is not None})


def _typed(name: str, value: object) -> Any:
    wanted = _TYPES[name]
    if wanted in (Genre, Derivation):
        if value not in list(wanted):
            known = ", ".join(wanted)
            raise FrontMatterError(f"front matter: unknown {name} {value!r} (known: {known})")
        return wanted(value)
    if wanted is bool or wanted is int:
        if type(value) is not wanted:
            raise FrontMatterError(f"front matter `{name}` is {value!r}: no {wanted.__name__}")
        return value
    if wanted is str:
        if not isinstance(value, str):
            raise FrontMatterError(f"front matter `{name}` is {value!r}: no string")
        return value
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise FrontMatterError(f"front matter `{name}` is {value!r}: no list of strings")
    return tuple(value)


def json_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of the mapping `edition`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The mapping `edition` in the front matter of a text",
        "type": "object",
        "properties": {name: _property(name, wanted) for name, wanted in _TYPES.items()},
        "required": list(_REQUIRED),
        "additionalProperties": False,
    }


def _property(name: str, wanted: Any) -> dict[str, object]:
    if name == "schema":
        return {"const": VERSION}
    if wanted in (Genre, Derivation):
        return {"enum": [str(member) for member in wanted]}
    simple = {str: "string", int: "integer", bool: "boolean"}
    if wanted in simple:
        return {"type": simple[wanted]}
    return {"type": "array", "items": {"type": "string"}}
