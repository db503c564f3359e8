"""Entry types and fields of biblatex, and what reference managers make of the types.

Source: the biblatex manual, 2.1 (types, required fields) and 2.2 (fields); the types that Zotero
imports from its translator BibTeX.js.
"""

#: Entry type → what an entry of it cannot do without; `a|b` means either.
#: biblatex asks for more (an author, a date), but a note does not always tell it: see WANTED.
TYPES: dict[str, tuple[str, ...]] = {
    "article": ("title|author", "journaltitle|author"),
    "book": ("title",),
    "mvbook": ("title",),
    "inbook": ("title", "booktitle"),
    "bookinbook": ("title", "booktitle"),
    "suppbook": ("title", "booktitle"),
    "booklet": ("title",),
    "collection": ("title",),
    "mvcollection": ("title",),
    "incollection": ("title", "booktitle"),
    "dataset": ("title",),
    "manual": ("title",),
    "misc": ("title|author",),
    "online": ("title", "url|doi|eprint|note"),
    "patent": ("title", "number"),
    "periodical": ("title",),
    "proceedings": ("title",),
    "mvproceedings": ("title",),
    "inproceedings": ("title", "booktitle"),
    "reference": ("title",),
    "inreference": ("title", "booktitle"),
    "report": ("title",),
    "software": ("title",),
    "thesis": ("author", "title"),
    "unpublished": ("title|author|library",),
    "artwork": ("title|author",),
    "audio": ("title|author",),
    "image": ("title|author",),
    "jurisdiction": ("title",),
    "legislation": ("title",),
    "legal": ("title",),
    "letter": ("title|author",),
    "map": ("title",),
    "movie": ("title",),
    "music": ("title|author",),
    "performance": ("title|author",),
    "review": ("title|author",),
    "standard": ("title",),
    "video": ("title",),
    "conference": ("title", "booktitle"),
    "electronic": ("title", "url"),
    "phdthesis": ("author", "title"),
    "mastersthesis": ("author", "title"),
    "techreport": ("title",),
    "www": ("title", "url"),
}

#: What the standard asks of a type beyond that; its absence is worth a look, not an error.
WANTED: dict[str, tuple[str, ...]] = {
    "article": ("author|editor", "title", "date|year"),
    "book": ("author|editor", "publisher", "date|year"),
    "incollection": ("author", "publisher", "date|year"),
    "inproceedings": ("author", "date|year"),
    "online": ("author|editor|organization", "date|year|urldate"),
    "report": ("author|editor|institution", "institution|type", "date|year"),
    "thesis": ("type", "institution", "date|year"),
    "legislation": ("date|year",),
    "misc": ("author|editor|organization", "date|year"),
    "unpublished": ("author", "date|year"),
}

#: Types that Zotero drops on import, and the one to write instead.
NOT_IMPORTED = {
    "legal": "legislation",
    "periodical": "misc",
    "dataset": "misc",
    "standard": "report",
    "map": "artwork",
    "image": "artwork",
    "music": "audio",
    "performance": "misc",
    "review": "article",
    "reference": "book",
    "mvcollection": "collection",
    "mvproceedings": "proceedings",
    "bookinbook": "inbook",
    "suppbook": "inbook",
    "electronic": "online",
    "www": "online",
}

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
