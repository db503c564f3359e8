"""The front matter of a page: what machines must know of a text, as the page says it."""

from collections.abc import Mapping

from converters.identity import Identity
from converters.model import Document, Paragraph
from converters.record import Record
from converters.seed import Seed

#: Kinds of text whose words are not the article's author's own.
NOT_THE_AUTHORS = ("machine-summary", "translation")


def front_matter(
    seed: Seed, record: Record, document: Document, identity: Identity, key: str
) -> Mapping[str, object]:
    """The `edition` mapping. `key` is the text's own entry in refs.bib."""
    nature = record.nature or document.nature
    own = nature not in NOT_THE_AUTHORS
    authors = list(identity["authors"].value) if "authors" in identity else []
    values: dict[str, object] = {
        "seed": seed.name,
        "sha256": seed.sha256,
        "slug": record.slug,
        "kind": record.kind,
        "nature": nature,
        "title": str(identity.get("title", seed.name)),
        "authors": authors if own else [],
    }
    if not own and authors:
        values["original_authors"] = authors
    values |= {"key": key, "language": "zh-CN"}
    for name, stated in identity.items():
        if name not in ("title", "authors", "statement"):
            values[name] = list(stated.value) if isinstance(stated.value, tuple) else stated.value
    if "pages" in identity and identity["pages"].evidence:
        values["pages_inferred"] = True
    if document.abstract:
        values["abstract"] = "\n".join(p.text.string for p in document.abstract)
    if document.note_marks:
        values["note_marks"] = document.note_marks
    values["paragraphs"] = sum(isinstance(block, Paragraph) for block in document.body)
    values["characters"] = sum(len(block.text) for block in document.body)
    return values
