"""An entry as one edition of the standard sees it, and the elements of its reference."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pybtex.richtext import BaseText, HRef, Text

from . import markers
from .fields import Issued, issued, pages, plain, raw, rich, verbatim
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
        """The language group of the entry, whose words the reference borrows."""
        return language_of(self.entry)

    @cached_property
    def marker(self) -> str:
        """The document type and medium in brackets, such as [J/OL] (GB/T 7714 annex B)."""
        return markers.marker(self.entry, self.rules)

    @cached_property
    def issued(self) -> Issued:
        """The date of publication, of one day or a range."""
        return issued(self.entry)

    @cached_property
    def is_part(self) -> bool:
        """Whether the work stands in a book that has a title of its own."""
        return bool(raw(self.entry, "booktitle", "eventtitle"))

    @cached_property
    def is_serial(self) -> bool:
        """Whether the entry is a periodical as a whole, not an article in one."""
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
        """The first three of `persons`, in the language of the work."""
        return format_people(persons, self.language, self.rules)

    @cached_property
    def year(self) -> str:
        """The year of publication, or the years of a range."""
        return self.issued.year(self.rules.range_dash)

    @cached_property
    def pages(self) -> str:
        """The pages cited if there is a locator, else those of the entry."""
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
        """The volume: a number with the word for it, other designations as they are."""
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
        """The place of publication."""
        return rich(self.entry, "location", "address")

    def imprint(self, publisher: BaseText, date: str) -> Text:
        """Place：publisher，date：pages, and in 2015 the date of access (§7.5)."""
        imprint = self.joined(self.rules.colon, self.place(), publisher)
        imprint = self.joined(self.rules.comma, imprint, date)
        return Text(self.joined(self.rules.colon, imprint, self.pages), self.access_date_2015())

    def access_date(self) -> str:
        """The date of access in square brackets; empty if the entry has none."""
        date = raw(self.entry, "urldate")
        return f"[{date}]" if date else ""

    def access_date_2015(self) -> str:
        """The date of access, if the edition of the standard gives it for every work."""
        return self.access_date() if self.rules.access_date_always else ""

    def in_brackets(self, words: str) -> str:
        """`words` in the round brackets of this edition of the standard; empty for no words."""
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


def _is_number(text: BaseText) -> bool:
    return str(text).isdecimal()
