"""What a text of the edition is cited as: the works behind its front matter, by its nature.

Every text has the work that it is evidence of (the original publication) and the text that the
reader has before him (this edition); a republished or translated one also has the publication
that the edition reproduces. Nothing is supplied that the front matter does not say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

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


@dataclass(frozen=True)
class TextMeta:
    """The front matter of a text as far as it is cited; what is unknown is empty."""

    nature: str
    title: str
    slug: str
    key: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def from_front_matter(cls, edition: Mapping[str, Any]) -> TextMeta:
        """Read the `edition` mapping of a page. Raises ValueError for what cannot be cited."""
        missing = [name for name in ("nature", "title", "slug") if not edition.get(name)]
        if missing:
            raise ValueError(f"front matter 'edition' lacks {', '.join(missing)}")
        if edition["nature"] not in NATURES:
            raise ValueError(f"unknown nature {edition['nature']!r} (known: {', '.join(NATURES)})")
        return cls(
            str(edition["nature"]),
            str(edition["title"]),
            str(edition["slug"]),
            str(edition.get("key") or ""),
            {name: value for name, value in edition.items() if value not in (None, "", [])},
        )

    def get(self, name: str) -> str:
        """A field as a string, "" where absent."""
        return str(self.fields.get(name, ""))

    def list(self, name: str) -> tuple[str, ...]:
        """A field that holds a list, () where absent."""
        return tuple(str(item) for item in self.fields.get(name, ()))

    @property
    def full_title(self) -> str:
        """Title and subtitle."""
        subtitle = self.get("subtitle")
        return f"{self.title}：{subtitle}" if subtitle else self.title


@dataclass(frozen=True, slots=True)
class Citable:
    """A work with the words under which the cite box offers it."""

    role: str
    label: str
    work: Work


@dataclass(frozen=True, slots=True)
class Nature:
    """How texts of one nature are cited.

    `remark` is part of the title of the edition's text, so that no reference manager can lose it.
    `authored`: whether the text is cited under the authors of the original. `web`: whether it is
    itself no publication of a journal, so that it is described as a web page.
    """

    advice: str
    original_label: str
    edition_label: str
    original: Callable[[TextMeta], Work]
    reproduced: Callable[[TextMeta], Work | None]
    reproduced_label: str = ""
    remark: str = ""
    authored: bool = True
    web: bool = False


def nature_of(meta: TextMeta) -> Nature:
    """The nature of a text; a translation that names its translators is a signed one."""
    if meta.nature == "translation" and meta.list("translators"):
        return _SIGNED_TRANSLATION
    return NATURES[meta.nature]


def citables(
    meta: TextMeta, edition: Edition, url: str = "", own: Work | None = None
) -> list[Citable]:
    """The works to cite for a text, the original first and the edition last.

    `url` is the address of the text's page, `own` the text's entry in the shared bibliography:
    names are taken from it where it has them, for it parts surname and given name.
    """
    nature = nature_of(meta)
    original = _with_names(nature.original(meta), own)
    if nature.web:  # the key is that of the text in the bibliography, which is another work
        original = replace(original, id=f"{original.id}-original")
    found = [Citable("original", nature.original_label, original)]
    if reproduced := nature.reproduced(meta):
        if nature.authored:
            reproduced = replace(
                reproduced, names={**reproduced.names, "author": original.people("author")}
            )
        host = reproduced.get("publisher")
        label = f"{nature.reproduced_label}（{host}）" if host else nature.reproduced_label
        found.append(Citable("reproduced", label, reproduced))
    text = edition_text(meta, edition, url, original)
    return [*found, Citable("edition", nature.edition_label, text)]


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


def edition_text(meta: TextMeta, edition: Edition, url: str, original: Work) -> Work:
    """The text as it stands in this edition: a part of the edition, by the same authors or none."""
    nature = nature_of(meta)
    whole = edition_work(edition)
    dates = dict(whole.dates)
    if nature.authored and (issued := original.date("issued")) and issued.start:
        dates["original-date"] = Date(((issued.start[0],),))
    return Work(
        f"{meta.key or meta.slug}-edition",
        "chapter",
        {
            "title": _remarked(meta),
            "container-title": edition.title,
            "edition": whole.get("edition"),
            "version": edition.version,
            "language": meta.get("language") or edition.language,
            "URL": url,
        },
        {
            "author": original.people("author") if nature.authored else (),
            "editor": whole.people("editor"),
            "translator": _literal(meta.list("translators")),
        },
        dates,
    )


def _article(meta: TextMeta) -> Work:
    """The article in its journal (article, republication, and what a summary summarises)."""
    return Work(
        meta.key or meta.slug,
        "article-journal",
        {
            "title": meta.full_title,
            "container-title": meta.get("journal"),
            "volume": meta.get("volume"),
            "issue": meta.get("issue"),
            "page": meta.get("pages"),
            "ISSN": meta.get("issn"),
            "DOI": meta.get("doi"),
            "language": meta.get("language"),
            "keyword": ", ".join(meta.list("keywords")),
            "abstract": meta.get("abstract"),
            "note": INFERRED_PAGES if meta.fields.get("pages_inferred") else "",
        },
        {"author": _literal(meta.list("original_authors") or meta.list("authors"))},
        _dates(issued=_original_date(meta)),
    )


def _foreign_original(meta: TextMeta) -> Work:
    """The publication that was translated; a magazine where only a day dates it."""
    serial = bool(meta.get("volume") or meta.get("issue"))
    return Work(
        meta.key or meta.slug,
        "article-journal" if serial else "article-magazine",
        {
            "title": meta.get("original_title") or meta.full_title,
            "container-title": meta.get("original_container") or meta.get("journal"),
            "volume": meta.get("volume"),
            "issue": meta.get("issue"),
            "DOI": meta.get("doi"),
        },
        {"author": _literal(meta.list("original_authors") or meta.list("authors"))},
        _dates(issued=meta.get("original_date") or meta.get("date") or meta.get("year")),
    )


def _translation_seen(meta: TextMeta) -> Work | None:
    """The web page on which the translation stands."""
    if not meta.get("url"):
        return None
    return Work(
        f"{meta.key or meta.slug}-web",
        "webpage",
        {
            "title": _remarked(meta),
            "publisher": meta.get("republisher"),
            "language": meta.get("language"),
            "URL": meta.get("url"),
        },
        {"translator": _literal(meta.list("translators"))},
        _dates(issued=meta.get("republication_date")),
    )


def _republication_seen(meta: TextMeta) -> Work | None:
    """The republication whose text is reproduced."""
    if not meta.get("republication_date"):
        return None
    return Work(
        f"{meta.key or meta.slug}-republication",
        "webpage",
        {
            "title": meta.full_title,
            "publisher": meta.get("republisher"),
            "language": meta.get("language"),
            "URL": meta.get("url"),
        },
        dates=_dates(issued=meta.get("republication_date")[:10]),
    )


def _none(_: TextMeta) -> None:
    return None


def _remarked(meta: TextMeta) -> str:
    """The title, with what the text is where it is not the authors' own."""
    remark = nature_of(meta).remark
    return f"{meta.full_title}：{remark}" if remark else meta.full_title


def _original_date(meta: TextMeta) -> str:
    """The day of publication if it lies in the year of publication, else the year."""
    year, date = meta.get("year"), meta.get("date")
    return date if date.startswith(year) else year


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


NATURES = {
    "article": Nature(
        advice="引用论点请以原刊为准；引文据本版时，并注本版版本与段号。",
        original_label="原刊",
        edition_label="本版",
        original=_article,
        reproduced=_none,
    ),
    "republication": Nature(
        advice="文章按原刊年份引用；本版所据为转载文本，核对引文请查原刊。",
        original_label="原刊",
        edition_label="本版",
        original=_article,
        reproduced=_republication_seen,
        reproduced_label="所据转载",
    ),
    "translation": Nature(
        advice="内容请引原文刊物；本文只能作为未署名译文引用，不得视为原作者的文字。",
        original_label="原文刊物",
        edition_label="本版（未署名译文）",
        original=_foreign_original,
        reproduced=_translation_seen,
        reproduced_label="所据译文",
        remark="未署名中译",
        authored=False,
        web=True,
    ),
    "machine-summary": Nature(
        advice="这是机器生成的摘要，不是论文，其中文字不得作为原作者的话引用。引用论点请查阅并引用论文原文。",
        original_label="论文原文（引用论点）",
        edition_label="本摘要（机器生成，无作者）",
        original=_article,
        reproduced=_none,
        remark="AI摘要（机器生成）",
        authored=False,
        web=True,
    ),
}

_SIGNED_TRANSLATION = replace(
    NATURES["translation"],
    advice="内容请引原文刊物；本文为译文，引用其文字须注明译者。",
    edition_label="本版（译文）",
    remark="",
    authored=True,
)
