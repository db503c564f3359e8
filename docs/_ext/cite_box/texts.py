"""What a text of the edition is cited as: the works behind its front matter.

Every text has the work that it is evidence of (the original publication) and the text that the
reader has before him (this edition); a republished or translated one also has the publication
that the edition reproduces. Nothing is supplied that the front matter does not say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from converters.schema.derivations import Derivation
from converters.schema.front import FrontMatter

from .work import Date, Name, Work, parse_date

INFERRED_PAGES = "原刊页码为推定，非原件所印。"


@dataclass(frozen=True, slots=True)
class Edition:
    """This edition: name, version, ISO date, editors, address of its home page ("" if unknown)."""

    title: str
    version: str
    date: str
    editors: tuple[str, ...]
    language: str = "zh-CN"
    url: str = ""


@dataclass(frozen=True, slots=True)
class Citable:
    """A work with the words under which the cite box offers it."""

    role: str
    label: str
    work: Work


def citables(
    front: FrontMatter, edition: Edition, url: str = "", own: Work | None = None
) -> list[Citable]:
    """The works to cite for a text, the original first and the edition last.

    `url` is the address of the text's page, `own` the text's entry in the shared bibliography:
    names are taken from it where it has them, for it parts surname and given name.
    """
    terms = front.terms
    original = _with_names(_original(front), own)
    if terms.is_web:  # the key is that of the text in the bibliography, which is another work
        original = replace(original, id=f"{original.id}-original")
    label = front.worded(terms.original) or front.genre.terms.original
    found = [Citable("original", label, original)]
    if reproduced := _reproduced(front):
        if terms.authored:
            reproduced = replace(
                reproduced, names={**reproduced.names, "author": original.people("author")}
            )
        host = reproduced.get("publisher")
        label = f"{terms.reproduced}（{host}）" if host else terms.reproduced
        found.append(Citable("reproduced", label, reproduced))
    text = edition_text(front, edition, url, original)
    return [*found, Citable("edition", terms.edition, text)]


def edition_work(edition: Edition, key: str = "edition") -> Work:
    """The edition as a whole."""
    return Work(
        key,
        "book",
        {
            "title": edition.title,
            "edition": f"{edition.version}版",
            "version": edition.version,
            "language": edition.language,
            "URL": edition.url,
        },
        {"editor": _literal(edition.editors)},
        _dates(issued=edition.date),
    )


def edition_text(front: FrontMatter, edition: Edition, url: str, original: Work) -> Work:
    """The text as it stands in this edition: a part of the edition, by the same authors or none."""
    authored = front.terms.authored
    whole = edition_work(edition)
    dates = dict(whole.dates)
    if authored and (issued := original.date("issued")) and issued.start:
        dates["original-date"] = Date(((issued.start[0],),))
    return Work(
        f"{front.key or front.slug}-edition",
        "chapter",
        {
            "title": _remarked(front),
            "container-title": edition.title,
            "edition": whole.get("edition"),
            "version": edition.version,
            "language": front.language or edition.language,
            "URL": url,
        },
        {
            "author": original.people("author") if authored else (),
            "editor": whole.people("editor"),
            "translator": _literal(front.translators),
        },
        dates,
    )


def _original(front: FrontMatter) -> Work:
    """The work that the text is evidence of: as first published, or in its first language."""
    if front.derivation is Derivation.TRANSLATION:
        return _foreign_original(front)
    return _publication(front)


def _publication(front: FrontMatter) -> Work:
    """The text as it was first published, in the type of its genre."""
    terms = front.genre.terms
    is_own = front.derivation is Derivation.ORIGINAL  # the address is not that of a republisher
    on_the_web = terms.marker == "EB" and is_own
    return Work(
        front.key or front.slug,
        terms.csl,
        {
            "title": front.full_title,
            terms.container_variable: front.journal,
            "volume": front.volume,
            "issue": front.issue,
            "page": front.pages,
            "ISSN": front.issn,
            "DOI": front.doi,
            "URL": front.url if on_the_web else "",
            "language": front.language,
            "keyword": ", ".join(front.keywords),
            "abstract": front.abstract,
            "note": INFERRED_PAGES if front.pages_inferred else "",
        },
        {"author": _literal(front.writers)},
        _dates(issued=_original_date(front)),
    )


def _foreign_original(front: FrontMatter) -> Work:
    """The publication that was translated."""
    terms = front.genre.terms
    return Work(
        front.key or front.slug,
        terms.csl,
        {
            "title": front.original_title or front.full_title,
            terms.container_variable: front.original_container or front.journal,
            "volume": front.volume,
            "issue": front.issue,
            "DOI": front.doi,
        },
        {"author": _literal(front.writers)},
        _dates(issued=front.original_date or front.date or front.year),
    )


def _reproduced(front: FrontMatter) -> Work | None:
    """The publication whose text is reproduced, if it is another than the first."""
    is_known = front.republication_date
    if front.derivation is Derivation.TRANSLATION:
        is_known = front.url
    if not front.terms.reproduced or not is_known:
        return None
    suffix = "web" if front.derivation is Derivation.TRANSLATION else "republication"
    return Work(
        f"{front.key or front.slug}-{suffix}",
        "webpage",
        {
            "title": _remarked(front),
            "publisher": front.republisher,
            "language": front.language,
            "URL": front.url,
        },
        {"translator": _literal(front.translators)},
        _dates(issued=front.republication_date[:10]),
    )


def _remarked(front: FrontMatter) -> str:
    """The title, with what the text is where it is not the authors' own."""
    remark = front.worded(front.terms.remark)
    return f"{front.full_title}：{remark}" if remark else front.full_title


def _original_date(front: FrontMatter) -> str:
    """The day of publication if it lies in the year of publication, else the year."""
    return front.date if front.date.startswith(front.year) else front.year


def _literal(names: tuple[str, ...]) -> tuple[Name, ...]:
    return tuple(Name(literal=name) for name in names)


def _dates(**dates: str) -> dict[str, Date]:
    return {name: parse_date(value) for name, value in dates.items() if value}


def _with_names(work: Work, own: Work | None) -> Work:
    """`work` with the names of the text's own entry, if all its people are among them."""
    known = own.people("author") if own else ()
    printed = {name.full for name in work.people("author")}
    if not known or not printed <= {name.full for name in known}:
        return work
    return replace(work, names={**work.names, "author": known})
