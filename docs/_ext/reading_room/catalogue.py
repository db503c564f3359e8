"""What the front matter of a text says."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

# Kinds of text that a reader must be able to tell apart at a glance.
NATURES = {
    "article": "期刊论文",
    "republication": "转载",
    "translation": "译文",
    "machine-summary": "机器摘要",
}
# The paragraphs of a text, of its introduction: the rest of a page is the editor's.
PARAGRAPH_ID = re.compile(r"(?:p[0-9A-Za-z]*|i)-\d+")


@dataclass(frozen=True)
class TextEntry:
    """One text of the edition, from `edition` in the front matter of its page."""

    docname: str
    slug: str
    nature: str
    title: str
    authors: tuple[str, ...]
    original_authors: tuple[str, ...]
    journal: str
    year: str
    volume: str
    issue: str
    date: str
    pages: str
    pages_inferred: bool
    characters: int

    @property
    def label(self) -> str:
        """The Chinese name of the text's nature."""
        return NATURES.get(self.nature, self.nature)

    @property
    def author_label(self) -> str:
        """Who wrote it; of a summary or translation that has no author, who wrote the original."""
        if self.authors:
            return "、".join(self.authors)
        if self.original_authors:
            return f"原文：{'、'.join(self.original_authors)}"
        return "未署名"

    @property
    def date_label(self) -> str:
        """`2011年`, of a text with a day `2025年6月12日`; empty where nothing is known."""
        if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", self.date):
            return "{}年{}月{}日".format(*map(int, match.groups()))
        year = self.year or self.date[:4]
        return f"{year}年" if year else ""

    @property
    def source_label(self) -> str:
        """Where the text was published: `《俄罗斯研究》2011年第5期，第119—137页（推定）`."""
        journal = f"《{self.journal}》" if self.journal else ""
        volume = f"第{self.volume}卷" if self.volume else ""
        issue = f"第{self.issue}期" if self.issue else ""
        pages = f"第{self.pages.replace('-', '—')}页" if self.pages else ""
        if not (journal or volume or issue or pages):
            return ""  # a year alone is no place of publication
        year = f"{self.year}年" if self.year else ""
        inferred = "（推定）" if pages and self.pages_inferred else ""
        return "，".join(filter(None, (journal + year + volume + issue, pages + inferred)))

    @property
    def sort_key(self) -> tuple[str, str]:
        """Chronological; a text without a date comes last."""
        return (self.date or self.year or "9999", self.docname)


def parse_entry(docname: str, edition: dict[str, Any]) -> TextEntry:
    """The entry of a page; a value that the front matter lacks is empty, never an error."""

    def text(name: str) -> str:
        return str(edition.get(name) or "")

    return TextEntry(
        docname=docname,
        authors=tuple(edition.get("authors") or ()),
        pages_inferred=bool(edition.get("pages_inferred")),
        characters=int(edition.get("characters") or 0),
        original_authors=tuple(edition.get("original_authors") or ()),
        **{
            name: text(name)
            for name in (
                *("slug", "nature", "title", "journal"),
                *("year", "volume", "issue", "date", "pages"),
            )
        },
    )


def entry_of(env: BuildEnvironment, docname: str) -> TextEntry | None:
    """The entry of a page that holds a text of the edition, else None."""
    raw = env.metadata[docname].get("edition")
    return parse_entry(docname, json.loads(raw)) if raw else None


def entries(env: BuildEnvironment) -> list[TextEntry]:
    """All texts of the edition in chronological order."""
    found = [entry_of(env, docname) for docname in env.found_docs]
    return sorted((entry for entry in found if entry), key=lambda entry: entry.sort_key)
