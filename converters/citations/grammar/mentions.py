"""Works that a sentence mentions: in a note beside its citations, or in a text without notes."""

import re
from collections.abc import Iterator, Sequence

from converters import dates
from converters.characters import HAN
from converters.citations.grammar.documents import is_document, is_law
from converters.citations.grammar.names import is_person_han, name_list
from converters.citations.model import Citation, Named
from converters.lexicon import pattern, words


def _words(group: str | tuple[str, ...]) -> str:
    return pattern("mentions", "citations", group)


_SAYS = _words("says")
_TITLES = pattern("ranks", "citations") + "?"
_YEAR = r"(?:1[5-9]|20)\d\d"

#: 在《刊》2003年第3期中，某某教授指出…
_ISSUE = re.compile(
    rf"(?P<words>《(?P<journal>[^《》]{{2,20}})》[，,]?(?P<year>{_YEAR})年第(?P<number>[\d、—-]+)期)"
    rf"(?:上|中|里)?[^。；]{{0,6}}?[，,]?(?P<author>[{HAN}]{{2,4}}?){_TITLES}(?:在[^。；，]*)?{_SAYS}"
)
#: 某某在《刊》2003年第3期上撰文指出…
_AUTHOR_ISSUE = re.compile(
    rf"(?P<author>[{HAN}]{{2,4}}?){_TITLES}(?:曾)?(?:在|于)"
    rf"(?P<words>《(?P<journal>[^《》]{{2,20}})》[，,]?(?P<year>{_YEAR})年第(?P<number>[\d、—-]+)期)"
    rf"(?:上|中)?[^。；]{{0,4}}?{_SAYS}"
)


def mentions(text: str, start: int, end: int) -> Iterator[Citation]:
    """The works that a sentence of a note mentions with author, journal and issue."""
    taken = start
    for form in (_AUTHOR_ISSUE, _ISSUE):
        for match in form.finditer(text, taken, end):
            if not is_person_han(match["author"]):
                continue
            fields = {
                "author": name_list(match["author"]),
                "journaltitle": match["journal"],
                "date": dates.iso(match["year"]),
                "number": match["number"],
            }
            where = match.span("words")
            yield Citation("mention-issue", *where, "article", fields)
            taken = match.end()


#: 《题》（Title）为题，于2025年11月4日发表在《刊》（Journal）
_PUBLISHED = re.compile(
    rf"《(?P<title>[^《》]+)》(?:[（(](?P<original>[^（）()]+)[）)])?{_words('title-of')}[，,]?(?:已|曾)?(?:于|在)?"
    rf"(?P<date>{dates.DATE})?(?:首次|最初)?{_words('published')}(?:在|于)?"
    rf"《(?P<journal>[^《》]+)》(?:[（(](?P<journal_original>[^（）()]+)[）)])?"
)
_TITLE = re.compile(r"《(?P<title>[^《》]+(?:《[^《》]+》[^《》]*)?)》")
_YEAR_BEFORE = re.compile(rf"(?P<year>{_YEAR})年{_words('issued')}?的?$")
_YEAR_AFTER = re.compile(rf"[（(](?P<year>{_YEAR})(?:年)?[）)]")
#: The type of a work by the word after its title.
_KINDS = ("book", "misc", "report")
_KIND_AFTER = re.compile(rf"(?:的)?(?:[（(][^（）()]*[）)])?(?:的)?(?P<kind>{_words(_KINDS)})")
_ORIGINAL = re.compile(r"[（(](?P<original>[A-Za-zА-Яа-я][^（）()]{8,})[）)]")
_TITLED_BEFORE = re.compile(_words("titled") + "$")


def named_in(text: str, named: Sequence[Named], *, by_rule: bool) -> list[Citation]:
    """The works that a paragraph names: those the record declares, and with `by_rule` those
    whose 《title》 is that of a law or document, or stands where only a work's title stands.

    A bare 《…》 else (a film, a journal) is a decision for the record. Every place that names a
    work is found; a declared name wins over a rule.
    """
    found: list[Citation] = []
    taken = bytearray(len(text))
    for work in sorted(named, key=lambda work: -len(work.words)):
        for match in re.finditer(re.escape(work.words), text) if work.words else ():
            if not any(taken[slice(*match.span())]):
                found.append(Citation("named", *match.span()))
                taken[slice(*match.span())] = b"\1" * len(match[0])
    if by_rule:
        found += [c for c in _by_rule(text) if not any(taken[c.start : c.end])]
    return sorted(found, key=lambda citation: citation.start)


def _by_rule(text: str) -> Iterator[Citation]:
    taken = 0
    for match in _PUBLISHED.finditer(text):
        yield from _titles(text, taken, match.start())
        title, original = match["title"], match["original"] or ""
        fields = {
            "title": original or title,
            "journaltitle": match["journal_original"] or match["journal"],
            "date": dates.iso(match["date"] or ""),
            "usere": title if original else "",  # the title in Chinese
        }
        yield Citation(
            "named-article", match.start(), match.start() + len(title) + 2, "article", fields
        )
        taken = match.end()
    yield from _titles(text, taken, len(text))


def _titles(text: str, start: int, end: int) -> Iterator[Citation]:
    for match in _TITLE.finditer(text, start, end):
        title = match["title"]
        kind = _KIND_AFTER.match(text, match.end())
        before = text[max(0, match.start() - 12) : match.start()]
        if not (is_document(title) or kind or _TITLED_BEFORE.search(before)):
            continue
        fields = {"title": title}
        if year := _YEAR_BEFORE.search(before) or _YEAR_AFTER.match(text, match.end()):
            fields["date"] = year["year"]
        if original := _ORIGINAL.match(text, match.end()):
            fields["origtitle"] = original["original"]
        type_ = _type(title, kind["kind"] if kind else "")
        yield Citation("named-document", *match.span(), type_, fields)


def _type(title: str, kind: str) -> str:
    if is_law(title):
        return "legislation"
    return next((type_ for type_ in _KINDS if kind in words("mentions", "", type_)), "report")
