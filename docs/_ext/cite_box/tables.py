"""How biblatex, CSL-JSON and RIS name the same things. Data only: the code is beside it.

- biblatex: the biblatex manual, sections 2.1 (entry types) and 2.2 (entry fields).
- CSL: CSL 1.0.2, appendices III (types) and IV (variables).
- RIS: the tag list of Reference Manager as Zotero's and EndNote's importers read it
  (https://en.wikipedia.org/wiki/RIS_(file_format)).
"""

from __future__ import annotations

#: biblatex entry type → CSL type. The first type that gives a CSL type is what is written for it.
CSL_TYPE = {
    "article": "article-journal",
    "suppperiodical": "article-journal",
    "book": "book",
    "collection": "book",
    "mvbook": "book",
    "mvcollection": "book",
    "proceedings": "book",
    "mvproceedings": "book",
    "reference": "book",
    "mvreference": "book",
    "manual": "book",
    "incollection": "chapter",
    "inbook": "chapter",
    "bookinbook": "chapter",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "inreference": "entry-encyclopedia",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "thesis": "thesis",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "report": "report",
    "techreport": "report",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "misc": "document",
    "unpublished": "manuscript",
    "booklet": "pamphlet",
    "periodical": "periodical",
    "patent": "patent",
    "standard": "standard",
    "legislation": "legislation",
    "legal": "treaty",
    "jurisdiction": "legal_case",
    "letter": "personal_communication",
    "dataset": "dataset",
    "software": "software",
    "map": "map",
    "image": "graphic",
    "artwork": "graphic",
    "audio": "song",
    "music": "song",
    "movie": "motion_picture",
    "video": "motion_picture",
    "performance": "performance",
    "review": "review",
    "newspaper": "article-newspaper",
    "archive": "manuscript",
}

#: `entrysubtype` of an @article or @online → CSL type, and back.
SUBTYPE = {
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
    "post": "post-weblog",
}

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

#: biblatex fields whose characters all stand for themselves.
VERBATIM = {"url", "doi", "file", "eprint"}

#: biblatex fields whose capitals no style may touch.
PROTECTED = {"title", "booktitle", "shorttitle", "origtitle"}

CSL_NAMES = {"author": "author", "editor": "editor", "translator": "translator"}
CSL_DATES = {
    "date": "issued",
    "year": "issued",
    "urldate": "accessed",
    "origdate": "original-date",
    "eventdate": "event-date",
}

#: babel's names (biblatex `langid`) → BCP 47, for entries without `language`, and back.
LANGUAGE = {
    "chinese": "zh-CN",
    "schinese": "zh-CN",
    "english": "en",
    "american": "en-US",
    "british": "en-GB",
    "russian": "ru",
    "mongolian": "mn",
    "german": "de",
    "french": "fr",
    "japanese": "ja",
    "korean": "ko",
}

#: CSL type → RIS `TY`; every other type is GEN.
RIS_TYPE = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "paper-conference": "CPAPER",
    "thesis": "THES",
    "report": "RPRT",
    "webpage": "ELEC",
    "post-weblog": "BLOG",
    "entry-encyclopedia": "ENCYC",
    "manuscript": "MANSCPT",
    "pamphlet": "PAMP",
    "periodical": "JFULL",
    "patent": "PAT",
    "standard": "STAND",
    "legislation": "STAT",
    "legal_case": "CASE",
    "personal_communication": "PCOMM",
    "dataset": "DATA",
    "software": "COMP",
    "map": "MAP",
    "graphic": "ART",
    "song": "SOUND",
    "motion_picture": "MPCT",
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
