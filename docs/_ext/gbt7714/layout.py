"""One reference: its elements in the order of GB/T 7714 §8, by type of document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pybtex.richtext import BaseText, HRef, Text

from . import markers
from .fields import Issued, endpoints, issued, joint_issue, pages, plain, raw, rich, verbatim
from .language import TERMS, Language, language_of, ordinal
from .names import contributors, format_people, people

if TYPE_CHECKING:
    from pybtex.database import Entry, Person

    from .rules import Rules

# Bodies that answer for a work without an author (§7.1.4): on the net and in grey literature.
_ANSWERING_BODIES = ("organization", "institution")
_BODY_ANSWERS_FOR = frozenset({"EB", "DS", "DB", "CP", "R", "A", "Z", "CM", "J/serial"})


@dataclass(frozen=True)
class Work:
    """An entry as one edition of the standard sees it; `locator` is the page that is cited."""

    entry: Entry
    rules: Rules
    locator: str = ""

    @cached_property
    def language(self) -> Language:
        return language_of(self.entry)

    @cached_property
    def marker(self) -> str:
        return markers.marker(self.entry, self.rules)

    @cached_property
    def issued(self) -> Issued:
        return issued(self.entry)

    @cached_property
    def is_part(self) -> bool:
        """Whether the work stands in a book that has a title of its own."""
        return bool(raw(self.entry, "booktitle", "eventtitle"))

    @cached_property
    def is_serial(self) -> bool:
        return self.entry.type.lower() in ("periodical", "suppperiodical")

    @cached_property
    def responsible(self) -> tuple[str, str]:
        """Names of those responsible, and the field that they were found in."""
        roles = ("holder", "author") if self.marker == "P" else ("author",)
        for role in (*roles, *(() if self.is_part else ("editor",))):
            if persons := people(self.entry, role):
                return self.names(persons), role
        kind = "J/serial" if self.is_serial else self.marker
        if kind in _BODY_ANSWERS_FOR:
            for field in _ANSWERING_BODIES:
                if body := plain(self.entry, field):
                    return body, field
        return "", ""

    def names(self, persons: list[Person]) -> str:
        return format_people(persons, self.language, self.rules)

    @cached_property
    def year(self) -> str:
        return self.issued.year(self.rules.range_dash)

    @cached_property
    def pages(self) -> str:
        return self.locator or pages(self.entry)

    def joined(self, separator: str, *parts: BaseText | str) -> Text:
        """The parts that are not empty."""
        return Text(separator).join([part for part in parts if part])

    # Elements

    def title(self) -> Text:
        """Title, number of volume or document, marker of the type (§7.2, §7.3)."""
        entry, rules = self.entry, self.rules
        title = self.joined(rules.colon, rich(entry, "title"), rich(entry, "subtitle"))
        if not self.is_part and self.marker in ("M", "C", "CM", "G"):
            if whole := rich(entry, "maintitle"):
                title = self.joined(rules.colon, whole, self.joined(" ", self.volume(), title))
            else:
                title = self.joined(rules.colon, title, self.volume())
        if self.marker in ("R", "P", "A") or (self.marker == "S"):
            title = self.joined(rules.colon, title, rich(entry, "number"))
        if scale := rich(entry, "scale"):
            title = self.joined(". ", title, scale)
        return title

    def headed(self, title: BaseText) -> list[BaseText]:
        """Those responsible and the title with its marker; the marker follows what there is."""
        label = markers.label(self.entry, self.rules)
        names = self.responsible[0]
        if not title:
            return [Text(names, label)]
        return [Text(names), Text(title, label)]

    def volume(self) -> Text:
        volume = rich(self.entry, "volume")
        return Text(TERMS[self.language].volume.format(volume)) if _is_number(volume) else volume

    def others(self) -> list[BaseText]:
        """Translators, and editors beside an author (§7.1)."""
        roles = ["translator", "annotator", "commentator"]
        if not self.is_part and self.responsible[1] != "editor":
            roles.insert(0, "editor")
        return [Text(contributors(self.entry, role, self.language, self.rules)) for role in roles]

    def edition(self) -> Text:
        """The edition unless it is the first (§7.4); the version of a program or data set."""
        edition = rich(self.entry, "edition")
        if _is_number(edition):
            number = int(str(edition))
            if number == 1:
                return Text()
            return Text(TERMS[self.language].edition.format(ordinal(number, self.language)))
        if edition:
            return edition
        version = rich(self.entry, "version")
        return Text("V", version) if str(version)[:1].isdigit() else version

    def publisher(self) -> Text:
        """The publisher, or the body in its place unless it already answers for the work."""
        fields = ["publisher", "institution", "school", "organization"]
        if self.responsible[1] in fields:
            fields.remove(self.responsible[1])
        return rich(self.entry, *fields)

    def place(self) -> Text:
        return rich(self.entry, "location", "address")

    def imprint(self, publisher: BaseText, date: str) -> Text:
        """Place：publisher，date：pages, and in 2015 the date of access (§7.5)."""
        imprint = self.joined(self.rules.colon, self.place(), publisher)
        imprint = self.joined(self.rules.comma, imprint, date)
        return Text(self.joined(self.rules.colon, imprint, self.pages), self.access_date_2015())

    def access_date(self) -> str:
        date = raw(self.entry, "urldate")
        return f"[{date}]" if date else ""

    def access_date_2015(self) -> str:
        return self.access_date() if self.rules.access_date_always else ""

    def in_brackets(self, words: str) -> str:
        return f"{self.rules.opening}{words}{self.rules.closing}" if words else ""

    def net_dates(self) -> str:
        """（created or changed）[accessed] (§7.6)."""
        return self.in_brackets(self.issued.full()) + self.access_date()

    def access(self) -> list[BaseText]:
        """Address and permanent identifier, which an address that contains it replaces (§7.9)."""
        url = verbatim(self.entry, "url")
        links: list[BaseText] = [HRef(url, url)] if url else []
        if (doi := verbatim(self.entry, "doi")) and doi not in url:
            links.append(Text("DOI:", HRef(f"https://doi.org/{doi}", doi)))
        if (cstr := verbatim(self.entry, "cstr")) and cstr not in url:
            links.append(Text("CSTR:", HRef(f"https://cstr.cn/{cstr}", cstr)))
        if not links and (eprint := verbatim(self.entry, "eprint")):
            links.append(self.joined(":", rich(self.entry, "eprinttype"), eprint))
        return links


Elements = Iterable[BaseText]


def monograph(work: Work) -> Elements:
    """§8.2 books, §8.7 theses, proceedings as a whole, maps."""
    return [
        *work.headed(work.title()),
        *work.others(),
        work.edition(),
        work.imprint(work.publisher(), work.year),
        rich(work.entry, "dimensions"),
        *work.access(),
    ]


def part_of_book(work: Work) -> Elements:
    """§8.3 part of a book, §8.6 paper of a conference: part//book."""
    entry, rules = work.entry, work.rules
    hosts = work.names(people(entry, "bookauthor", "editor"))
    whole = work.joined(
        rules.colon,
        *(rich(entry, name) for name in ("maintitle", "booktitle", "booksubtitle")),
        work.volume(),
    )
    *before, last = [element for element in (*work.headed(work.title()), *work.others()) if element]
    if not whole:
        # §8.6.3: known only by the name of the conference, which has no imprint of its own.
        event = work.joined(rules.comma, rich(entry, "eventtitle"), work.year)
        event = Text(work.joined(rules.colon, event, work.pages), work.access_date_2015())
        return [*before, Text(last, "//", event), *work.access()]
    host = work.joined(". ", hosts, whole)
    return [
        *before,
        Text(last, "//", host),
        work.edition(),
        work.imprint(work.publisher(), work.year),
        *work.access(),
    ]


def article(work: Work) -> Elements:
    """§8.5 part of a serial: journal，year，volume（issue）：pages."""
    entry, rules = work.entry, work.rules
    journal = rich(entry, "journaltitle", "journal", "shortjournal")
    subtitle = rich(entry, "journalsubtitle")
    volume, issue = rich(entry, "volume"), joint_issue(plain(entry, "number", "issue"))
    # What is on the net before its issue is dated to the day (§8.5.1.1).
    date = work.year if volume or issue or pages(entry) else work.issued.full()
    source = work.joined(rules.comma, work.joined(rules.colon, journal, subtitle), date, volume)
    source = Text(source, work.in_brackets(issue))
    source = Text(work.joined(rules.colon, source, work.pages), work.access_date_2015())
    return [*work.headed(work.title()), *work.others(), source, *work.access()]


def newspaper(work: Work) -> Elements:
    """§8.5.1.4: newspaper，date（page）."""
    journal = rich(work.entry, "journaltitle", "journal", "publisher")
    source = work.joined(work.rules.comma, journal, work.issued.full())
    sheet = work.locator or plain(work.entry, "pages", "number", "issue")
    return [
        *work.headed(work.title()),
        *work.others(),
        Text(source, work.in_brackets(sheet), work.access_date_2015()),
        *work.access(),
    ]


def serial(work: Work) -> Elements:
    """§8.4 a serial as a whole: year，volume（issue）—year，volume（issue）."""
    rules = work.rules
    volumes = endpoints(plain(work.entry, "volume"))
    issues = endpoints(plain(work.entry, "number", "issue"))
    years = (work.issued.start[:4], (work.issued.end or "")[:4])

    def point(index: int) -> str:
        where = work.joined(rules.comma, years[index], volumes[index])
        return str(where) + work.in_brackets(issues[index])

    run = point(0)
    if work.issued.end is not None:
        run += rules.range_dash + point(1)
    return [
        *work.headed(work.title()),
        Text(run) if volumes[0] or issues[0] else Text(),
        work.imprint(rich(work.entry, "publisher") or Text(work.responsible[0]), work.year),
        *work.access(),
    ]


def report(work: Work) -> Elements:
    """§8.8: as a book if published; else dated to the day."""
    imprint = document_imprint(work, work.publisher())
    return [*work.headed(work.title()), *work.others(), work.edition(), imprint, *work.access()]


def document_imprint(work: Work, publisher: Text) -> Text:
    """Imprint of reports and archives, dated to the day if the day is known (§7.5.4.2)."""
    issued = work.issued
    if publisher or work.place():
        precise = issued.has_day or work.marker == "A"
        return work.imprint(publisher, issued.full() if precise else work.year)
    if work.rules.bracketed_net_date and markers.has_address(work.entry):
        return Text(work.pages, work.net_dates())
    return work.imprint(Text(), issued.full())


def patent(work: Work) -> Elements:
    """§8.10: holder. title：number. date of publication."""
    return [
        *work.headed(work.title()),
        work.imprint(rich(work.entry, "publisher"), work.issued.full()),
        *work.access(),
    ]


def standard(work: Work) -> Elements:
    """§8.9: number and title alone; 2015: as a book with its number."""
    if not work.rules.standard_is_number_and_title:
        return monograph(work)
    number, title = rich(work.entry, "number"), rich(work.entry, "title")
    label = markers.label(work.entry, work.rules)
    return [Text(work.joined(" ", number, title), label), Text(work.locator), *work.access()]


def archive(work: Work) -> Elements:
    """§8.12: title：call number. place：where it is kept，date."""
    keeper = rich(work.entry, "library") or work.publisher()
    return [
        *work.headed(work.title()),
        *work.others(),
        document_imprint(work, keeper),
        *work.access(),
    ]


def web(work: Work) -> Elements:
    """§8.11 web pages, programs, data bases; 2015 has room for a publisher."""
    dates: BaseText | str = work.net_dates()
    if work.rules.access_date_always and (publisher := rich(work.entry, "publisher")):
        imprint = work.joined(work.rules.colon, work.place(), publisher)
        imprint = work.joined(work.rules.comma, imprint, work.year)
        dates = Text(imprint, dates if work.issued.full() != work.year else work.access_date())
    return [
        *work.headed(work.title()),
        *work.others(),
        work.edition(),
        work.joined(work.rules.colon, dates, work.locator),
        *work.access(),
    ]


def platform(work: Work) -> Elements:
    """§8.14 data sets, §8.15 preprints: platform（date）[accessed]."""
    host = rich(work.entry, "publisher", "eprinttype", "organization", "institution")
    if work.responsible[1] in ("organization", "institution"):
        host = rich(work.entry, "publisher", "eprinttype")
    return [
        *work.headed(work.title()),
        *work.others(),
        work.edition(),
        work.joined(work.rules.colon, Text(host, work.net_dates()), work.locator),
        *work.access(),
    ]


_LAYOUTS: Mapping[str, Callable[[Work], Elements]] = {
    "J": article,
    "N": newspaper,
    "R": report,
    "P": patent,
    "S": standard,
    "A": archive,
    "EB": web,
    "CP": web,
    "DB": web,
    "DS": platform,
    "PP": platform,
}


def layout(work: Work) -> Callable[[Work], Elements]:
    """The arrangement for the type of `work`."""
    if work.is_serial:
        return serial
    if work.is_part and work.marker not in ("J", "N"):
        return part_of_book
    return _LAYOUTS.get(work.marker, monograph)


def reference(work: Work) -> Text:
    """The whole reference; elements that the entry lacks leave no trace."""
    text = Text()
    for element in layout(work)(work):
        if not element:
            continue
        if text:
            text += " " if str(text).endswith(".") else ". "
        text += element
    if text and not str(text).endswith("."):
        text += "."
    return text


def _is_number(text: BaseText) -> bool:
    return str(text).isdecimal()
