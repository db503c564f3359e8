"""The configuration of a book, and its form for the template."""

from __future__ import annotations

import datetime as dt
import os
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util.osutil import make_filename_from_project

from . import markup
from .scripts import is_east_asian
from .words import words_of

# ISO 216 and trade sizes, width and height.
PAPERS = {
    "a4": ("210mm", "297mm"),
    "a5": ("148mm", "210mm"),
    "b5": ("176mm", "250mm"),
    "letter": ("8.5in", "11in"),
    "16k": ("170mm", "240mm"),  # 小16开, of most Chinese scholarly books
    "32k": ("140mm", "203mm"),  # 大32开
}
WESTERN_SERIF = "Libertinus Serif"
WESTERN_MONO = "DejaVu Sans Mono"


@dataclass(frozen=True)
class Settings:
    """A book's own data. Fonts are names of families in the order in which they are tried."""

    filename: str
    title: str
    subtitle: str
    authors: tuple[str, ...]
    publisher: str
    description: str
    keywords: tuple[str, ...]
    version: str
    date: dt.date
    rights: tuple[str, ...]
    cite: tuple[str, ...]
    language: str
    region: str
    paper: tuple[str, str]
    font_size: str
    serif: tuple[str, ...]
    sans: tuple[str, ...]
    mono: tuple[str, ...]
    words: Mapping[str, str]
    contents_depth: int
    standards: tuple[str, ...]
    base_url: str

    @property
    def east_asian(self) -> bool:
        """Whether the book is in Chinese, Japanese or Korean."""
        return is_east_asian(self.language)

    @property
    def timestamp(self) -> int:
        """Seconds since 1970 at the beginning of the book's date, for the metadata of the file."""
        return int(dt.datetime.combine(self.date, dt.time(), dt.UTC).timestamp())


def read_settings(config: Config) -> Settings:
    """Settings of a book from conf.py; ConfigError for a value that cannot be used."""
    language, _, region = (config.language or "en").replace("-", "_").partition("_")
    date = parse_date(config.typstbook_date or getattr(config, "edition_date", ""))
    fonts: Mapping[str, Sequence[str]] = config.typstbook_fonts
    return Settings(
        filename=config.typstbook_filename or f"{make_filename_from_project(config.project)}.pdf",
        title=config.typstbook_title or config.project,
        subtitle=config.typstbook_subtitle,
        authors=tuple(config.typstbook_authors or names(config.author)),
        publisher=config.typstbook_publisher,
        description=config.typstbook_description,
        keywords=tuple(config.typstbook_keywords),
        version=config.release or config.version,
        date=date,
        rights=tuple(config.typstbook_rights or filter(None, (config.copyright,))),
        cite=tuple(config.typstbook_cite),
        language=language,
        region=region.lower() if re.fullmatch("[A-Za-z]{2}", region) else "",
        paper=paper(config.typstbook_paper),
        font_size=measure(config.typstbook_font_size, "typstbook_font_size"),
        serif=tuple(fonts.get("serif", ())),
        sans=tuple(fonts.get("sans", ())),
        mono=tuple(fonts.get("mono", ())),
        words=words_of(language, config.typstbook_words),
        contents_depth=int(config.typstbook_contents_depth),
        standards=tuple(config.typstbook_standards),
        base_url=f"{config.html_baseurl.rstrip('/')}/" if config.html_baseurl else "",
    )


def names(author: str) -> tuple[str, ...]:
    """`author` of conf.py; Sphinx itself sets "unknown" or the like where there is none."""
    return () if author.lower() in ("", "unknown", "author name not set") else (author,)


def parse_date(value: str) -> dt.date:
    """An ISO date; where none is given that of SOURCE_DATE_EPOCH, else today's."""
    if value:
        try:
            return dt.date.fromisoformat(value)
        except ValueError as error:
            raise ConfigError(f"typstbook_date is no ISO 8601 date: {value!r}") from error
    epoch = float(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    return dt.datetime.fromtimestamp(epoch, dt.UTC).date()


def paper(value: str | Sequence[str]) -> tuple[str, str]:
    """Width and height, from a name of `PAPERS` or from two lengths."""
    if isinstance(value, str):
        if value.lower() not in PAPERS:
            raise ConfigError(f"typstbook_paper: unknown {value!r}, not in {sorted(PAPERS)}")
        return PAPERS[value.lower()]
    width, height = value
    return measure(width, "typstbook_paper"), measure(height, "typstbook_paper")


def measure(value: str, name: str) -> str:
    """A length as Typst writes it, such as `10.5pt`; it goes into the template as it is."""
    if not re.fullmatch(r"\d+(\.\d+)?(pt|mm|cm|in)", value):
        raise ConfigError(f"{name} is no length (as 10.5pt, 170mm): {value!r}")
    return value


def settings_source(
    settings: Settings,
    *,
    title: str,
    volume: str,
    level: int,
    authors: Sequence[str],
    description: str,
    keywords: Sequence[str],
    aliases: Mapping[str, str | None],
    outside: Mapping[str, str | None],
    chapters: Mapping[str, Mapping[str, str]],
) -> str:
    """The file /settings.typ of a book or an offprint.

    `volume` names one of several; `level` is that of the first heading. Links go to labels by way
    of `aliases`; those to labels `outside` the print go to an address, or nowhere if it has none.
    """
    string, strings = markup.string, markup.strings
    date = settings.date
    links = {k: "none" if url is None else string(url) for k, url in outside.items()}
    values: dict[str, Any] = {
        "title": string(title),
        "volume": string(volume),
        "level": str(level),
        "subtitle": string(settings.subtitle),
        "authors": strings(authors),
        "publisher": string(settings.publisher),
        "description": string(description) if description else "none",
        "keywords": strings(keywords),
        "date": f"datetime(year: {date.year}, month: {date.month}, day: {date.day})",
        "date-line": string(date_line(date, settings.language)),
        "version": string(settings.version),
        "language": string(settings.language),
        "region": string(settings.region) if settings.region else "none",
        "east-asian": markup.boolean(settings.east_asian),
        "paper": f"(width: {settings.paper[0]}, height: {settings.paper[1]})",
        "size": settings.font_size,
        "bold": string("regular" if settings.east_asian else "bold"),
        "fonts": markup.dictionary(font_stacks(settings)),
        "words": markup.dictionary({k: string(v) for k, v in settings.words.items()}),
        "aliases": markup.dictionary({k: string(v) for k, v in aliases.items() if v}),
        "outside": markup.dictionary(links),
        "chapters": markup.dictionary(
            {
                label: markup.dictionary({k: string(v) for k, v in info.items()})
                for label, info in chapters.items()
            }
        ),
    }
    lines = "".join(f"  {key}: {value},\n" for key, value in values.items())
    return f"#let settings = (\n{lines})\n"


def font_stacks(settings: Settings) -> dict[str, str]:
    """Families for text of each kind.

    In East Asian text the western font gives letters and figures only; punctuation that both
    scripts use is East Asian there, western within a western run.
    """
    serif, sans, mono = settings.serif, settings.sans, settings.mono
    if not settings.east_asian:
        stack = markup.strings([*serif, WESTERN_SERIF])
        return {
            "serif": stack,
            "sans": markup.strings([*sans, *serif, WESTERN_SERIF]),
            "mono": markup.strings([*mono, WESTERN_MONO, *serif]),
            "western": stack,
            "western-sans": markup.strings([*sans, WESTERN_SERIF]),
        }
    string = markup.string
    latin = f'(name: {string(WESTERN_SERIF)}, covers: "latin-in-cjk")'
    # East Asian fonts have them full-width only.
    quotes = f'(name: {string(WESTERN_SERIF)}, covers: regex("[‘’“”…—]"))'
    quoted = [string(name) for name in (*serif, WESTERN_SERIF)]
    return {
        "serif": markup.array([latin, *quoted]),
        "sans": markup.strings([*sans, *serif, WESTERN_SERIF]),
        "mono": markup.strings([*mono, WESTERN_MONO, *sans, *serif]),
        "western": markup.strings([WESTERN_SERIF, *serif]),
        "western-sans": markup.array([quotes, *map(string, sans), string(WESTERN_SERIF)]),
    }


def date_line(date: dt.date, language: str) -> str:
    """The date as readers write it."""
    if language.startswith("zh"):
        return f"{date.year}年{date.month}月{date.day}日"
    return date.isoformat()
