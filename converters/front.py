"""The front matter of a page: what machines must know of a text, as the page says it."""

from converters.identity import Identity
from converters.model import Document, Paragraph
from converters.nature import Nature
from converters.record import Record
from converters.schema.derivations import Derivation
from converters.schema.fields import TextField, Use, fields_for
from converters.schema.front import FrontMatter
from converters.seed import Seed

LANGUAGE = "zh-CN"
#: Fields of front matter that are not simply what the identity says.
_DERIVED = (TextField.TITLE, TextField.AUTHORS)


def front_matter(
    seed: Seed, record: Record, document: Document, identity: Identity, nature: Nature
) -> FrontMatter:
    """The front matter of a text; its key is the record's, or "" where that names none."""
    authors = _several(identity, TextField.AUTHORS)
    # Who wrote the original is not the author of these words.
    by_others = nature.derivation in (Derivation.TRANSLATION, Derivation.MACHINE_SUMMARY)
    stated = {
        str(name): identity[name].value
        for name in fields_for(Use.FRONT)
        if name in identity and name not in _DERIVED
    }
    pages = identity.get(TextField.PAGES)
    return FrontMatter(
        seed=seed.name,
        sha256=seed.sha256,
        slug=record.slug,
        kind=record.kind,
        genre=nature.genre,
        derivation=nature.derivation,
        title=str(identity.get(TextField.TITLE, seed.name)),
        authors=() if by_others else authors,
        original_authors=authors if by_others else (),
        key=record.key,
        language=LANGUAGE,
        pages_inferred=bool(pages and pages.evidence),
        abstract="\n".join(p.text.string for p in document.abstract),
        note_marks=document.note_marks,
        summary_label=document.summary_label,
        paragraphs=sum(isinstance(block, Paragraph) for block in document.body),
        characters=sum(len(block.text) for block in document.body),
        **stated,  # type: ignore[arg-type]
    )


def _several(identity: Identity, name: TextField) -> tuple[str, ...]:
    value = identity[name].value if name in identity else ()
    return (value,) if isinstance(value, str) else value
