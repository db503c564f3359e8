"""One reference: its elements in the order of GB/T 7714 §8, by type of document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pybtex.richtext import BaseText, Text

from . import markers
from .fields import endpoints, joint_issue, pages, plain, rich
from .names import people
from .work import Work

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
