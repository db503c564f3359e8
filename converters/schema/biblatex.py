"""Types and fields of biblatex, with what CSL, RIS and OpenURL call them: one row each.

- biblatex: the biblatex manual, 2.1 (types, required fields) and 2.2 (fields).
- CSL: CSL 1.0.2, appendix III. RIS: the tags as Zotero's and EndNote's importers read them
  (https://en.wikipedia.org/wiki/RIS_(file_format)). COinS: ANSI/NISO Z39.88-2004.
- What Zotero imports: its translator BibTeX.js.

Which letters GB/T 7714 gives a type is the business of the extension `gbt7714`, which any Sphinx
project could use and which therefore has its table itself.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EntryType:
    """A type of entry.

    `csl` is its type in CSL. `requires`: what an entry of it cannot do without, where `a|b` means
    either; none where the edition does not write the type. biblatex asks for more (an author, a
    date), but a note does not always tell it: `wants` is worth a look, not an error. `instead`:
    the type to write where Zotero would drop this one.
    """

    csl: str
    requires: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    instead: str = ""


@dataclass(frozen=True, slots=True)
class CslType:
    """A type of CSL: its tag `TY` in RIS, its format and `rft.genre` in COinS."""

    ris: str
    coins: tuple[str, str] = ("book", "unknown")


#: The first type that gives a CSL type is the one that is written for it.
ENTRY_TYPES = {
    "article": EntryType(
        "article-journal",
        requires=("title|author", "journaltitle|author"),
        wants=("author|editor", "title", "date|year"),
    ),
    "suppperiodical": EntryType("article-journal"),
    "book": EntryType(
        "book", requires=("title",), wants=("author|editor", "publisher", "date|year")
    ),
    "collection": EntryType("book", requires=("title",)),
    "mvbook": EntryType("book", requires=("title",)),
    "mvcollection": EntryType("book", requires=("title",), instead="collection"),
    "proceedings": EntryType("book", requires=("title",)),
    "mvproceedings": EntryType("book", requires=("title",), instead="proceedings"),
    "reference": EntryType("book", requires=("title",), instead="book"),
    "mvreference": EntryType("book"),
    "manual": EntryType("book", requires=("title",)),
    "incollection": EntryType(
        "chapter", requires=("title", "booktitle"), wants=("author", "publisher", "date|year")
    ),
    "inbook": EntryType("chapter", requires=("title", "booktitle")),
    "bookinbook": EntryType("chapter", requires=("title", "booktitle"), instead="inbook"),
    "suppbook": EntryType("chapter", requires=("title", "booktitle"), instead="inbook"),
    "suppcollection": EntryType("chapter"),
    "inreference": EntryType("entry-encyclopedia", requires=("title", "booktitle")),
    "inproceedings": EntryType(
        "paper-conference", requires=("title", "booktitle"), wants=("author", "date|year")
    ),
    "conference": EntryType("paper-conference", requires=("title", "booktitle")),
    "thesis": EntryType(
        "thesis", requires=("author", "title"), wants=("type", "institution", "date|year")
    ),
    "phdthesis": EntryType("thesis", requires=("author", "title")),
    "mastersthesis": EntryType("thesis", requires=("author", "title")),
    "report": EntryType(
        "report",
        requires=("title",),
        wants=("author|editor|institution", "institution|type", "date|year"),
    ),
    "techreport": EntryType("report", requires=("title",)),
    "online": EntryType(
        "webpage",
        requires=("title", "url|doi|eprint|note"),
        wants=("author|editor|organization", "date|year|urldate"),
    ),
    "electronic": EntryType("webpage", requires=("title", "url"), instead="online"),
    "www": EntryType("webpage", requires=("title", "url"), instead="online"),
    "misc": EntryType(
        "document", requires=("title|author",), wants=("author|editor|organization", "date|year")
    ),
    "unpublished": EntryType(
        "manuscript", requires=("title|author|library",), wants=("author", "date|year")
    ),
    "booklet": EntryType("pamphlet", requires=("title",)),
    "periodical": EntryType("periodical", requires=("title",), instead="misc"),
    "patent": EntryType("patent", requires=("title", "number")),
    "standard": EntryType("standard", requires=("title",), instead="report"),
    "legislation": EntryType("legislation", requires=("title",), wants=("date|year",)),
    "legal": EntryType("treaty", requires=("title",), instead="legislation"),
    "jurisdiction": EntryType("legal_case", requires=("title",)),
    "letter": EntryType("personal_communication", requires=("title|author",)),
    "dataset": EntryType("dataset", requires=("title",), instead="misc"),
    "software": EntryType("software", requires=("title",)),
    "map": EntryType("map", requires=("title",), instead="artwork"),
    "image": EntryType("graphic", requires=("title|author",), instead="artwork"),
    "artwork": EntryType("graphic", requires=("title|author",)),
    "audio": EntryType("song", requires=("title|author",)),
    "music": EntryType("song", requires=("title|author",), instead="audio"),
    "movie": EntryType("motion_picture", requires=("title",)),
    "video": EntryType("motion_picture", requires=("title",)),
    "performance": EntryType("performance", requires=("title|author",), instead="misc"),
    "review": EntryType("review", requires=("title|author",), instead="article"),
    "newspaper": EntryType("article-newspaper"),
    "archive": EntryType("manuscript"),
}

OTHER_TYPE = EntryType("document")

#: What is none of these is written as what no format has a word for.
CSL_TYPES = {
    "article-journal": CslType("JOUR", ("journal", "article")),
    "article-magazine": CslType("MGZN", ("journal", "article")),
    "article-newspaper": CslType("NEWS", ("journal", "article")),
    "book": CslType("BOOK", ("book", "book")),
    "chapter": CslType("CHAP", ("book", "bookitem")),
    "paper-conference": CslType("CPAPER", ("book", "proceeding")),
    "thesis": CslType("THES", ("dissertation", "")),
    "report": CslType("RPRT", ("book", "report")),
    "webpage": CslType("ELEC", ("dc", "webpage")),
    "post-weblog": CslType("BLOG"),
    "entry-encyclopedia": CslType("ENCYC"),
    "manuscript": CslType("MANSCPT"),
    "pamphlet": CslType("PAMP"),
    "periodical": CslType("JFULL", ("journal", "journal")),
    "patent": CslType("PAT", ("patent", "")),
    "standard": CslType("STAND"),
    "legislation": CslType("STAT"),
    "legal_case": CslType("CASE"),
    "personal_communication": CslType("PCOMM"),
    "dataset": CslType("DATA"),
    "software": CslType("COMP"),
    "map": CslType("MAP"),
    "graphic": CslType("ART"),
    "song": CslType("SOUND"),
    "motion_picture": CslType("MPCT"),
}
OTHER = CslType("GEN")

_FIELDS = """
    abstract addendum afterword annotation annotator author authortype bookauthor bookpagination
    booksubtitle booktitle booktitleaddon chapter commentator date doi edition editor editora
    editorb editorc editortype editoratype editorbtype editorctype eid entrysubtype eprint
    eprintclass eprinttype eventdate eventtitle eventtitleaddon file foreword holder howpublished
    indextitle institution introduction isan isbn ismn isrn issn issue issuesubtitle issuetitle
    issuetitleaddon iswc journalsubtitle journaltitle journaltitleaddon label language library
    location mainsubtitle maintitle maintitleaddon month nameaddon note number organization
    origdate origlanguage origlocation origpublisher origtitle pages pagetotal pagination part
    publisher pubstate reprinttitle series shortauthor shorteditor shorthand shorthandintro
    shortjournal shortseries shorttitle subtitle title titleaddon translator type url urldate
    venue version volume volumes year
    crossref entryset execute gender langid langidopts ids indexsorttitle keywords options
    presort related relatedoptions relatedtype relatedstring sortkey sortname sortshorthand
    sorttitle sortyear xdata xref
    namea nameb namec nameatype namebtype namectype lista listb listc listd liste listf
    usera userb userc userd usere userf verba verbb verbc
    address annote archiveprefix journal key pdf primaryclass school
"""
FIELDS = frozenset(_FIELDS.split())
DATES = ("date", "urldate", "origdate", "eventdate")
NAME_FIELDS = ("author", "editor", "translator", "bookauthor", "editora", "editorb", "editorc")
NAMES = frozenset({*NAME_FIELDS, "sortname"})
#: Fields that biblatex splits at ` and `: a body with that word in its name is braced.
LISTS = frozenset(
    {"publisher", "institution", "organization", "location", "origpublisher", "origlocation"}
)
#: Fields whose characters all stand for themselves.
VERBATIM = frozenset({"url", "doi", "file", "eprint"})
#: Titles, whose capitals no style may change: they stand in double braces.
PROTECTED = frozenset({"title", "subtitle", "shorttitle", "origtitle", "booktitle", "maintitle"})

#: BCP 47 tag → the name that babel and polyglossia (biblatex `langid`) have for it.
LANGID = {
    "zh-CN": "chinese",
    "en": "english",
    "ru": "russian",
    "mn": "mongolian",
    "de": "german",
    "fr": "french",
    "ja": "japanese",
    "ko": "korean",
}
#: And back, with names that the edition does not write itself.
LANGUAGE = {name: tag for tag, name in LANGID.items()}
LANGUAGE |= {"schinese": "zh-CN", "american": "en-US", "british": "en-GB"}
