"""The fields that say what a text is: one row each, in the order in which pages have them."""

from enum import Flag, StrEnum, auto

#: Parts the items of a list in what a reader found.
LIST_SEPARATOR = "；"


class Use(Flag):
    """Where a field is used, and whether its value is a list."""

    LIST = auto()
    RECORD = auto()  # a record may decide it: `[identity.NAME]`
    FRONT = auto()  # front matter has it
    HEAD = auto()  # it has a line of its own in the head of the page
    TRANSLATION = auto()  # only a translation has it


_EVERYWHERE = Use.RECORD | Use.FRONT | Use.HEAD
_DATA = Use.RECORD | Use.FRONT


class TextField(StrEnum):
    """A field of a text: its value is its name in records, readers and front matter."""

    label: str
    use: Use

    def __new__(cls, value: str, label: str = "", use: Use = _EVERYWHERE) -> "TextField":
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.use = label, use
        return member

    TITLE = "title", "题名", _DATA  # the heading of the page
    SUBTITLE = "subtitle", "副题", _DATA
    AUTHORS = "authors", "作者", _EVERYWHERE | Use.LIST
    AFFILIATION = "affiliation", "作者简介"
    TRANSLATORS = "translators", "译者", _EVERYWHERE | Use.LIST | Use.TRANSLATION
    JOURNAL = "journal", "原刊"  # what it was published in: named after the genre on the page
    YEAR = "year", "年", _DATA  # these four make one line of the head: 卷期页码
    VOLUME = "volume", "卷", _DATA
    ISSUE = "issue", "期", _DATA
    PAGES = "pages", "页码", _DATA
    DATE = "date", "日期"
    ORIGINAL_TITLE = "original_title", "原文题名", _EVERYWHERE | Use.TRANSLATION
    ORIGINAL_CONTAINER = "original_container", "原文刊物", _EVERYWHERE | Use.TRANSLATION
    ORIGINAL_DATE = "original_date", "原文日期", _EVERYWHERE | Use.TRANSLATION
    REPUBLISHER = "republisher", "转载者"
    REPUBLICATION_DATE = "republication_date", "转载日期"
    ISSN = "issn", "ISSN"
    DOI = "doi", "DOI"
    URL = "url", "网址"
    KEYWORDS = "keywords", "关键词", _EVERYWHERE | Use.LIST
    TAGS = "tags", "标签", Use.HEAD | Use.LIST
    CLC = "clc", "中图分类号", Use.HEAD
    DOCUMENT_CODE = "document_code", "文献标识码", Use.HEAD
    ARTICLE_ID = "article_id", "文章编号", Use.HEAD
    CAPTION = "caption", "图注（图像未存）", Use.HEAD | Use.LIST
    STATEMENT = "statement", "说明", Use.RECORD  # ends what the page says of its nature

    @property
    def is_list(self) -> bool:
        """Whether its value is a list."""
        return Use.LIST in self.use


def fields_for(use: Use) -> tuple[TextField, ...]:
    """The fields of this use, in order."""
    return tuple(field for field in TextField if use in field.use)
