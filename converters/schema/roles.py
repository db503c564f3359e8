"""What a line or a block of a seed is for its text: a statement about it, or a part of it.

What is neither has a reason of removal instead (`converters.schema.reasons`).
"""

from enum import StrEnum

from converters.schema.fields import TextField


class Role(StrEnum):
    """A role. Those of statements are the names of the fields that they fill."""

    # Statements about the text
    TITLE = "title"
    SUBTITLE = "subtitle"
    AUTHORS = "authors"
    AFFILIATION = "affiliation"
    TRANSLATORS = "translators"
    SOURCE = "source"  # who published: a journal, a site, an agency
    JOURNAL = "journal"
    YEAR = "year"
    VOLUME = "volume"
    ISSUE = "issue"
    PAGES = "pages"
    DATE = "date"
    ISSN = "issn"
    DOI = "doi"
    URL = "url"
    KEYWORDS = "keywords"
    CLC = "clc"  # 中图分类号, Chinese Library Classification
    DOCUMENT_CODE = "document_code"  # 文献标识码
    ARTICLE_ID = "article_id"  # 文章编号
    ORIGINAL_TITLE = "original_title"
    ORIGINAL_CONTAINER = "original_container"
    ORIGINAL_DATE = "original_date"
    REPUBLISHER = "republisher"
    REPUBLICATION_DATE = "republication_date"
    CAPTION = "caption"
    STANDFIRST = "standfirst"
    STATEMENT = "statement"  # a labelled line whose label says which field it fills

    # Parts of the text
    ABSTRACT = "abstract"
    INTRODUCTION = "introduction"  # in another voice than the text's: 编者按, 导读
    BODY = "body"
    HEADING = "heading"
    NUMBER = "number"  # of a heading, on a line of its own
    PARAGRAPH = "paragraph"
    LABEL = "label"  # of a part, kept as its heading
    NOTE = "note"
    ENDMATTER = "endmatter"

    @property
    def is_field(self) -> bool:
        """Whether its words fill the field of its name."""
        return self in _FIELDS


_FIELDS = {*TextField, "source", "standfirst"} - {TextField.STATEMENT}
