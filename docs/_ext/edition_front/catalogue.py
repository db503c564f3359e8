"""The texts of the edition in order, and how each is named to readers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import front_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from converters.schema.front import FrontMatter


@dataclass(frozen=True)
class TextEntry:
    """One text of the edition: its document, and what its front matter says."""

    docname: str
    front: FrontMatter

    @property
    def label(self) -> str:
        """The badge that tells kinds of text apart at a glance: 期刊论文, 转载, 机器摘要."""
        return self.front.badge

    @property
    def is_original(self) -> bool:
        """Whether the words are the author's own as first published: it needs no warning."""
        return not self.front.terms.label

    @property
    def author_label(self) -> str:
        """Who wrote it; of a summary or translation that has no author, who wrote the original."""
        if self.front.authors:
            return "、".join(self.front.authors)
        if self.front.original_authors:
            return f"原文：{'、'.join(self.front.original_authors)}"
        return "未署名"

    @property
    def date_label(self) -> str:
        """`2011年`, of a text with a day `2025年6月12日`; empty where nothing is known."""
        if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", self.front.date):
            return "{}年{}月{}日".format(*map(int, match.groups()))
        year = self.front.year or self.front.date[:4]
        return f"{year}年" if year else ""

    @property
    def source_label(self) -> str:
        """Where the text was published: `《俄罗斯研究》2011年第5期，第119—137页（推定）`."""
        front = self.front
        marked = front.genre.terms.title_marks and front.journal
        journal = f"《{front.journal}》" if marked else front.journal
        volume = f"第{front.volume}卷" if front.volume else ""
        issue = f"第{front.issue}期" if front.issue else ""
        pages = f"第{front.pages.replace('-', '—')}页" if front.pages else ""
        if not (journal or volume or issue or pages):
            return ""  # a year alone is no place of publication
        if not front.genre.terms.title_marks and not (volume or issue or pages):
            return "，".join(filter(None, (journal, self.date_label)))
        year = f"{front.year}年" if front.year else ""
        inferred = "（推定）" if pages and front.pages_inferred else ""
        return "，".join(filter(None, (journal + year + volume + issue, pages + inferred)))

    @property
    def sort_key(self) -> tuple[str, str]:
        """Chronological; a text without a date comes last."""
        return (self.front.date or self.front.year or "9999", self.docname)


def entry_of(env: BuildEnvironment, docname: str) -> TextEntry | None:
    """The entry of a page that holds a text of the edition, else None."""
    front = front_of(env, docname)
    return TextEntry(docname, front) if front else None


def entries(env: BuildEnvironment) -> list[TextEntry]:
    """All texts of the edition in chronological order."""
    found = [entry_of(env, docname) for docname in env.found_docs]
    return sorted((entry for entry in found if entry), key=lambda entry: entry.sort_key)
