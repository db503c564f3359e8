"""Genres: what kind of publication a text first was, and what each format calls that.

One row a genre. A new genre is a new row: records, pages, cite box and downloads know it then.

Sources of the columns: GB/T 7714 annex A (`marker`); CSL 1.0.2 appendix III (`csl`), which also
gives the types of RIS and COinS (`converters.schema.biblatex`); Zotero's item types (`zotero`);
https://schema.org; the biblatex manual, 2.1 and `entrysubtype` (`bib_type`, `bib_subtype`).
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class GenreTerms:
    """How a genre is named: to readers in Chinese, to machines in the words of each format."""

    label: str  # the genre: the badge of a text, the first words of its page
    noun: str  # a text of it, in the middle of a sentence: “不是…的论文”
    original: str  # its first publication, as the cite box and the head of the page name it
    venue: str = ""  # what follows 原文 where the original of a translation is named: 原文刊物
    container: str  # the field that names what it was published in
    title_marks: bool = False  # whether that name stands in 《》
    unknown: str = ""  # what is said where nobody knows that name; "" where there may be none
    advice: str = "引用论点请以首次发表的文本为准；引文据本版时，并注本版版本与段号。"

    marker: str
    csl: str
    zotero: str
    schema_org: str
    schema_container: str = "WebSite"
    bib_type: str
    bib_subtype: str = ""
    container_variable: str = "container-title"  # of CSL; theses and reports have a publisher
    container_tag: str = "prism.publicationName"  # of Highwire Press, or of PRISM


class Genre(StrEnum):
    """A genre: its value stands in records and front matter, its `terms` say the rest."""

    terms: GenreTerms

    def __new__(cls, value: str, terms: GenreTerms | None = None) -> "Genre":
        member = str.__new__(cls, value)
        member._value_ = value
        if terms is not None:
            member.terms = terms
        return member

    JOURNAL_ARTICLE = (
        "journal-article",
        GenreTerms(
            label="期刊论文",
            noun="论文",
            original="原刊",
            venue="刊物",
            container="原刊",
            title_marks=True,
            unknown="刊名",
            advice="引用论点请以原刊为准；引文据本版时，并注本版版本与段号。",
            marker="J",
            csl="article-journal",
            zotero="journalArticle",
            schema_org="ScholarlyArticle",
            schema_container="Periodical",
            bib_type="article",
            container_tag="citation_journal_title",
        ),
    )
    MAGAZINE_ARTICLE = (
        "magazine-article",
        GenreTerms(
            label="杂志文章",
            noun="文章",
            original="原刊",
            venue="刊物",
            container="原刊",
            title_marks=True,
            unknown="刊名",
            advice="引用论点请以原刊为准；引文据本版时，并注本版版本与段号。",
            marker="J",
            csl="article-magazine",
            zotero="magazineArticle",
            schema_org="Article",
            schema_container="Periodical",
            bib_type="article",
            bib_subtype="magazine",
        ),
    )
    NEWS_REPORT = (
        "news-report",
        GenreTerms(
            label="新闻报道",
            noun="报道",
            original="原报道",
            container="媒体",
            unknown="媒体",
            advice="引用内容请以媒体原发的报道为准；引文据本版时，并注本版版本与段号。",
            marker="N",
            csl="article-newspaper",
            zotero="newspaperArticle",
            schema_org="NewsArticle",
            schema_container="NewsMediaOrganization",
            bib_type="article",
            bib_subtype="newspaper",
        ),
    )
    WEB_POST = (
        "web-post",
        GenreTerms(
            label="网络文章",
            noun="文章",
            original="原帖",
            container="平台",
            advice="网络文章可能改动或删除，引用请注明发布日期；引文据本版时，并注本版版本与段号。",
            marker="EB",
            csl="post-weblog",
            zotero="blogPost",
            schema_org="BlogPosting",
            bib_type="online",
            bib_subtype="post",
        ),
    )
    WEB_PAGE = (
        "web-page",
        GenreTerms(
            label="网页",
            noun="网页",
            original="原网页",
            container="网站",
            advice="网页可能改动或删除，引用请注明日期；引文据本版时，并注本版版本与段号。",
            marker="EB",
            csl="webpage",
            zotero="webpage",
            schema_org="WebPage",
            bib_type="online",
        ),
    )
    BOOK_CHAPTER = (
        "book-chapter",
        GenreTerms(
            label="书籍章节",
            noun="文章",
            original="原书",
            container="原书",
            title_marks=True,
            unknown="书名",
            advice="引用论点请以原书为准；引文据本版时，并注本版版本与段号。",
            marker="M",
            csl="chapter",
            zotero="bookSection",
            schema_org="Chapter",
            schema_container="Book",
            bib_type="incollection",
            container_tag="citation_book_title",
        ),
    )
    CONFERENCE_PAPER = (
        "conference-paper",
        GenreTerms(
            label="会议论文",
            noun="论文",
            original="原论文集",
            container="论文集",
            title_marks=True,
            unknown="论文集名",
            advice="引用论点请以原论文集为准；引文据本版时，并注本版版本与段号。",
            marker="C",
            csl="paper-conference",
            zotero="conferencePaper",
            schema_org="ScholarlyArticle",
            schema_container="Book",
            bib_type="inproceedings",
            container_tag="citation_conference_title",
        ),
    )
    THESIS = (
        "thesis",
        GenreTerms(
            label="学位论文",
            noun="论文",
            original="原论文",
            container="授予单位",
            unknown="授予单位",
            advice="引用论点请以学位论文原件为准；引文据本版时，并注本版版本与段号。",
            marker="D",
            csl="thesis",
            zotero="thesis",
            schema_org="Thesis",
            schema_container="Organization",
            bib_type="thesis",
            container_variable="publisher",
            container_tag="citation_dissertation_institution",
        ),
    )
    REPORT = (
        "report",
        GenreTerms(
            label="报告",
            noun="报告",
            original="原报告",
            container="发布机构",
            unknown="发布机构",
            advice="引用论点请以原报告为准；引文据本版时，并注本版版本与段号。",
            marker="R",
            csl="report",
            zotero="report",
            schema_org="Report",
            schema_container="Organization",
            bib_type="report",
            container_variable="publisher",
            container_tag="citation_technical_report_institution",
        ),
    )
    DOCUMENT = (
        "document",
        GenreTerms(
            label="文献",
            noun="文章",
            original="原文",
            container="出处",
            marker="Z",
            csl="document",
            zotero="document",
            schema_org="CreativeWork",
            bib_type="misc",
        ),
    )
