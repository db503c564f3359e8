"""The texts of the edition as entries of its bibliography: what front matter says, no more."""

from converters.citations.grammar.names import name_list
from converters.citations.library.works import work_of
from converters.citations.model import Work
from converters.schema.derivations import Derivation
from converters.schema.front import FrontMatter

_SUMMARY = "人工智能生成的摘要，并非{noun}原文"


def text_entry(front: FrontMatter) -> Work:
    """The entry of a text.

    Its type is that of its genre; where nothing is known of the periodical, or no address of what
    stands on the net, it is @misc. A machine-made summary is @online, says what it is, and names
    what it summarises, whose DOI it has not; a translation is @online by the author of its
    original, with the title and the place of that. An inferred page range is left out.
    """
    fields = {
        "title": front.title,
        "subtitle": front.subtitle,
        "translator": _names(front.translators),
        "language": front.language or "zh-CN",
        "url": front.url,
        "doi": "" if front.derivation is Derivation.MACHINE_SUMMARY else front.doi,
    }
    makers = {Derivation.MACHINE_SUMMARY: _summary, Derivation.TRANSLATION: _translation}
    type_, more = makers.get(front.derivation, _publication)(front)
    found = {name: value for name, value in (fields | more).items() if value}
    return work_of(front.key, type_, found, f"{front.slug}: text")


def _publication(front: FrontMatter) -> tuple[str, dict[str, str]]:
    """The text as it was first published."""
    terms = front.genre.terms
    fields = {
        "author": _names(front.authors),
        _CONTAINER_FIELDS.get(terms.bib_type, "journaltitle"): front.journal,
        "volume": front.volume,
        "number": front.issue,
        "pages": "" if front.pages_inferred else _range(front.pages),
        "issn": front.issn,
        "date": _date(front),
        "keywords": ", ".join(front.keywords),
        "abstract": front.abstract,
    }
    if front.republication_date:
        fields["note"] = f"{front.republisher}{front.republication_date}重刊"
    if not _is_placed(front):
        return "misc", fields
    return terms.bib_type, fields | {"entrysubtype": terms.bib_subtype}


#: The field for what a text was published in, by type of entry (biblatex manual, 2.1).
_CONTAINER_FIELDS = {
    "online": "organization",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "thesis": "institution",
    "report": "institution",
    "misc": "howpublished",
}


def _is_placed(front: FrontMatter) -> bool:
    """Whether enough is known for an entry of the genre's own type."""
    if front.genre.terms.bib_type == "online":
        return bool(front.url)
    return any((front.journal, front.volume, front.issue, front.issn))


def _summary(front: FrontMatter) -> tuple[str, dict[str, str]]:
    """A summary: its article's author is not its author; the article is named in the note."""
    names = "、".join(front.writers)
    issue = "".join(
        f"{before}{value}{after}"
        for before, value, after in (
            ("", front.year, "年"),
            ("第", front.volume, "卷"),
            ("第", front.issue, "期"),
        )
        if value
    )
    of = f"《{front.journal}》{issue}" if front.journal else issue
    noun = front.genre.terms.noun
    note = f"{_SUMMARY.format(noun=noun)}。所摘{noun}：{names + '：' if names else ''}"
    note += f"《{front.title}》"
    return "online", {
        "title": front.worded("{title}（{label}）", title=front.title),
        "date": front.date,
        "note": f"{note}，{of}" if of else note,
    }


def _translation(front: FrontMatter) -> tuple[str, dict[str, str]]:
    title = f"“{front.original_title}”" if front.original_title else ""
    place = ", ".join(filter(None, (title, front.original_container, front.original_date)))
    return "online", {
        "author": _names(front.writers),
        "origtitle": front.original_title,
        "note": f"译自：{place}" if place else "",
        "origdate": front.original_date,
    }


def _range(pages: str) -> str:
    return pages.replace("–", "-").replace("-", "--")


def _names(names: tuple[str, ...]) -> str:
    return " and ".join(map(name_list, names))


def _date(front: FrontMatter) -> str:
    """The date of publication: a day of the web page is none of the journal's."""
    is_own = front.date and (not front.year or front.date.startswith(front.year))
    return front.date if is_own else front.year
