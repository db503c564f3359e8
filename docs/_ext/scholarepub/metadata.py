"""The description of the publication, and what it claims of its accessibility.

Claims follow from what the pages hold (`scan`), so that none is made that is not true.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition_front.catalogue import TextEntry, entries
from sphinx.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from .scan import Page

# EPUB Accessibility 1.1, section 5: the form of this value is fixed.
CONFORMANCE = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"


@dataclass(frozen=True)
class Accessibility:
    """Values of the schema.org properties of the same names."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    summary: str


@dataclass(frozen=True)
class Publication:
    """Everything that the package document says of the book."""

    title: str
    parallel: tuple[str, str] | None
    language: str
    identifier: str
    editor: str
    authors: tuple[str, ...]
    contributors: tuple[str, ...]
    publisher: str
    rights: str
    description: str
    subjects: tuple[str, ...]
    sources: tuple[str, ...]
    paginations: tuple[str, ...]
    version: str
    date: datetime.date
    texts: tuple[TextEntry, ...]

    @property
    def modified(self) -> str:
        """EPUB 3.3, section 5.5.5: a time in UTC."""
        return f"{self.date.isoformat()}T00:00:00Z"


def publication(config: Config, env: BuildEnvironment) -> Publication:
    """Describe the book from the configuration and the front matter of its texts.

    Raises `ConfigError` where a value is missing that nothing can stand in for.
    """
    texts = tuple(entries(env))
    parallel = config.epub_parallel_title
    authors = _distinct([author for text in texts for author in text.front.authors])
    contributor = _given(config.epub_contributor)
    return Publication(
        title=config.epub_title,
        parallel=(parallel[0], parallel[1]) if parallel else None,
        language=language_tag(config.epub_language),
        identifier=_identifier(config),
        editor=config.epub_author,
        authors=authors,
        contributors=tuple(
            name for name in [contributor] if name and name not in (config.epub_author, *authors)
        ),
        publisher=config.epub_publisher,
        rights=config.epub_copyright,
        description=_given(config.epub_description),
        subjects=_distinct(
            [*config.epub_subjects, *(word for text in texts for word in text.front.keywords)]
        ),
        sources=tuple(source_label(text) for text in texts),
        paginations=tuple(source_label(text) for text in texts if text.front.pages),
        version=config.version,
        date=_date(config),
        texts=texts,
    )


def language_tag(language: str) -> str:
    """BCP 47 form of a language that Sphinx writes like a locale: `zh_CN` → `zh-CN`."""
    return language.replace("_", "-")


def source_label(text: TextEntry) -> str:
    """What a text is taken from.

    `张雪：《北约强化韧性建设》，2024年第5期，第119—137页（期刊论文）`; what is not its author's own
    words says so before anyone is named: `《…》（机器摘要），原文：李超，《…》2025年第3期`.
    """
    place = text.source_label or text.date_label
    if text.front.authors:
        parts = [f"{text.author_label}：《{text.front.title}》", place]
        return "，".join(filter(None, parts)) + f"（{text.label}）"
    return "，".join(
        filter(None, [f"《{text.front.title}》（{text.label}）", text.author_label, place])
    )


def accessibility(pages: Sequence[Page]) -> Accessibility:
    """What is true of these pages; the cover is an image with a text of its own."""
    images = sum(page.images for page in pages)
    described = images == sum(page.images_named for page in pages)
    paged = any(page.breaks for page in pages)
    true = {
        "tableOfContents": True,
        "readingOrder": True,
        "unlocked": True,
        "displayTransformability": True,  # the style sheet fixes neither size nor colour
        "structuralNavigation": all(page.headings for page in pages),
        "ARIA": any(page.roles for page in pages),
        "alternativeText": described,
        "pageBreakMarkers": paged,
        "pageNavigation": paged,
    }
    # Pictures beyond the cover carry matter of their own.
    modes = ("textual", "visual") if images else ("textual",)
    return Accessibility(
        modes=modes,
        sufficient=("textual",) if described else ("textual,visual",),
        features=tuple(name for name, holds in true.items() if holds),
        hazards=("none",),
        summary=_summary(images, described=described, paged=paged),
    )


def _summary(images: int, *, described: bool, paged: bool) -> str:
    sentences = ["全书为可重排的文字，字体、字号、行距与颜色均可由读者设定。"]
    if images:
        sentences.append("图像均有替代文字。" if described else "部分图像没有替代文字。")
    else:
        sentences.append("除封面外没有图像，封面有替代文字。")
    sentences.append(
        "有目录、层级标题与地标；注释与正文互相链接，阅读软件可就地弹出；西文标明语种。"
    )
    if paged:
        sentences.append("来源的原页码保留为页面标记与页码列表。")
    sentences.append("没有闪烁、声音与动画。")
    return "".join(sentences)


def _identifier(config: Config) -> str:
    identifier = _given(config.epub_identifier)
    if not identifier:
        raise ConfigError(
            "epub_identifier is not set: an EPUB needs a URI that never changes, "
            "for example one made once by `python -c 'import uuid; print(uuid.uuid4().urn)'`"
        )
    return identifier


def _date(config: Config) -> datetime.date:
    try:
        return datetime.date.fromisoformat(config.edition_date)
    except ValueError as error:
        raise ConfigError(
            f"edition_date is {config.edition_date!r}: expected a date such as '2026-11-22'"
        ) from error


def _given(value: str) -> str:
    """Sphinx's own default says `unknown`."""
    return "" if value == "unknown" else value


def _distinct(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
