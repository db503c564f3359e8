"""How biblatex, CSL-JSON and RIS name the same things. Data only: the code is beside it.

Types of entries, which the converters write too, are a table of `converters.schema.biblatex`.

- biblatex: the biblatex manual, section 2.2 (entry fields).
- CSL: CSL 1.0.2, appendices III (types) and IV (variables).
- RIS: the tag list of Reference Manager as Zotero's and EndNote's importers read it
  (https://en.wikipedia.org/wiki/RIS_(file_format)).
"""

from __future__ import annotations

#: biblatex field → CSL variable. Where several name one variable, the first is what is written.
CSL_FIELD = {
    "title": "title",
    "shorttitle": "title-short",
    "origtitle": "original-title",
    "journaltitle": "container-title",
    "journal": "container-title",
    "booktitle": "container-title",
    "maintitle": "container-title",
    "series": "collection-title",
    "volume": "volume",
    "volumes": "number-of-volumes",
    "issue": "issue",
    "pages": "page",
    "pagetotal": "number-of-pages",
    "chapter": "chapter-number",
    "edition": "edition",
    "version": "version",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "location": "publisher-place",
    "address": "publisher-place",
    "eventtitle": "event-title",
    "venue": "event-place",
    "type": "genre",
    "abstract": "abstract",
    "keywords": "keyword",
    "note": "note",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "url": "URL",
    "language": "language",
}

#: CSL types whose biblatex `number` is an issue, and those whose it is a number of their own;
#: with any other it counts within the series.
NUMBER_IS_ISSUE = {"article-journal", "article-magazine", "article-newspaper", "periodical"}
NUMBER_IS_OWN = {"report", "patent", "standard", "legislation", "treaty", "dataset", "software"}

#: CSL types whose container is a book, and those whose publisher is an institution, in biblatex.
CONTAINER_IS_BOOK = {"chapter", "paper-conference", "entry-encyclopedia"}
PUBLISHER_IS_INSTITUTION = {"report", "thesis"}
PUBLISHER_IS_ORGANIZATION = {"webpage", "post-weblog"}

CSL_NAMES = {"author": "author", "editor": "editor", "translator": "translator"}
CSL_DATES = {
    "date": "issued",
    "year": "issued",
    "urldate": "accessed",
    "origdate": "original-date",
    "eventdate": "event-date",
}

#: CSL text variable → RIS tag, in the order in which they are written.
RIS_FIELD = {
    "title": "TI",
    "title-short": "ST",
    "original-title": "OP",
    "container-title": "T2",
    "collection-title": "T3",
    "volume": "VL",
    "issue": "IS",
    "number": "M1",
    "edition": "ET",
    "publisher": "PB",
    "publisher-place": "CY",
    "genre": "M3",
    "ISSN": "SN",
    "ISBN": "SN",
    "DOI": "DO",
    "URL": "UR",
    "language": "LA",
    "abstract": "AB",
    "note": "N1",
}
RIS_NAMES = {"author": "AU", "editor": "ED", "translator": "A4"}
