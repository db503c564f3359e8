"""The five texts themselves as entries: what the front matter of a page says, and nothing else."""

from collections.abc import Mapping, Sequence

from converters.citations.grammar.names import name_list
from converters.citations.library.works import work_of
from converters.citations.model import Work

_SUMMARY = "人工智能生成的摘要，并非论文原文"


def text_entry(front: Mapping[str, object]) -> Work:
    """The entry of a text from the `edition` mapping of its page.

    An article, or one republished, is an @article where anything of its journal is known, else
    @misc; a
    machine-made summary is @online, says what it is, and names the article it summarises; a
    translation is @online with the title and the place of its original. A page range that was
    only inferred is left out. Raises KeyError without `key`, `slug` or `title`.
    """
    nature = _text(front, "nature") or "article"
    fields = {
        "title": _text(front, "title"),
        "subtitle": _text(front, "subtitle"),
        "translator": _names(front, "translators"),
        "language": _text(front, "language") or "zh-CN",
        "url": _text(front, "url"),
        "doi": _text(front, "doi"),
    }
    makers = {"machine-summary": _summary, "translation": _translation}
    type_, more = makers.get(nature, _article)(front)
    found = {name: value for name, value in (fields | more).items() if value}
    return work_of(str(front["key"]), type_, found, f"{front['slug']}: text")


def _article(front: Mapping[str, object]) -> tuple[str, dict[str, str]]:
    journal = _text(front, "journal")
    in_journal = any(_text(front, name) for name in ("journal", "volume", "issue", "issn"))
    fields = {
        "author": _names(front, "authors"),
        "journaltitle": journal,
        "volume": _text(front, "volume"),
        "number": _text(front, "issue"),
        "pages": ""
        if front.get("pages_inferred")
        else _text(front, "pages").replace("–", "-").replace("-", "--"),
        "issn": _text(front, "issn"),
        "date": _date(front),
        "keywords": ", ".join(_list(front, "keywords")),
        "abstract": _text(front, "abstract"),
    }
    if republished := _text(front, "republication_date"):
        by = _text(front, "republisher")
        fields["note"] = f"{by}{republished}重刊"
    return ("article" if in_journal else "misc"), fields


def _summary(front: Mapping[str, object]) -> tuple[str, dict[str, str]]:
    """A summary: its article's author is not its author; the article is named in the note."""
    names = "、".join(_list(front, "original_authors") or _list(front, "authors"))
    place = _text(front, "journal")
    issue = "".join(
        f"{before}{value}{after}"
        for before, value, after in (
            ("", _text(front, "year"), "年"),
            ("第", _text(front, "volume"), "卷"),
            ("第", _text(front, "issue"), "期"),
        )
        if value
    )
    of = f"《{place}》{issue}" if place else issue
    note = f"{_SUMMARY}。所摘论文：{names + '：' if names else ''}《{_text(front, 'title')}》"
    return "online", {
        "title": f"{_text(front, 'title')}（AI摘要）",
        "date": _text(front, "date"),
        "note": f"{note}，{of}" if of else note,
    }


def _translation(front: Mapping[str, object]) -> tuple[str, dict[str, str]]:
    original = _text(front, "original_title")
    fields = {"author": _names(front, "authors"), "origtitle": original}
    if original:
        place, date = _text(front, "original_container"), _text(front, "original_date")
        fields["note"] = "译自：" + ", ".join(
            part for part in (f"“{original}”", place, date) if part
        )
    fields["origdate"] = _text(front, "original_date")
    return "online", fields


def _text(front: Mapping[str, object], name: str) -> str:
    value = front.get(name)
    return "" if value is None else str(value).strip()


def _list(front: Mapping[str, object], name: str) -> list[str]:
    value = front.get(name)
    if value is None or isinstance(value, str) or not isinstance(value, Sequence):
        return [str(value)] if value else []
    return [str(item) for item in value]


def _names(front: Mapping[str, object], name: str) -> str:
    return " and ".join(name_list(item) for item in _list(front, name))


def _date(front: Mapping[str, object]) -> str:
    """The date of the article: a day of the web page is none of the journal's."""
    date, year = _text(front, "date"), _text(front, "year")
    return date if date and (not year or date.startswith(year)) else year
