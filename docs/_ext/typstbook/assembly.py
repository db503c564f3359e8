"""The main file of a book and of an offprint, put together from chapters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from . import markup
from .compiler import SOFTWARE
from .information import Information
from .order import Place
from .settings import WESTERN_SERIF, Settings, date_line
from .translator import Chapter

HEAD = '#import "/book.typ": *\n#show: setup\n'


@dataclass(frozen=True)
class Part:
    """A document in the book."""

    place: Place
    information: Information
    chapter: Chapter

    @property
    def path(self) -> str:
        """Its file in the book; no name of a document can be one of the book's own files."""
        return f"documents/{self.place.docname}.typ"

    @property
    def file(self) -> str:
        """The Typst source of its file."""
        return f'#import "/book.typ": *\n{self.chapter.source}\n'


def include(part: Part) -> str:
    """The Typst expression that puts the document in place."""
    return f"#include {markup.string('/' + part.path)};"


def chapter(parts: Sequence[Part], settings: Settings, **named: str) -> str:
    """A document that opens on a right-hand page, with the documents below it."""
    information = parts[0].information
    author = settings.words["name-separator"].join(information.authors)
    return markup.call(
        "chapter",
        markup.string(information.title),
        author=markup.string(author) if author else "none",
        body="".join(include(part) for part in parts),
        **named,
    )


@dataclass(frozen=True)
class Volume:
    """Chapters that are bound together; the preface is in the first volume only."""

    number: int
    count: int
    preface: Part | None
    chapters: Sequence[Sequence[Part]]

    @property
    def parts(self) -> list[Part]:
        """All documents in the order of the volume."""
        own = [part for chapter in self.chapters for part in chapter]
        return [self.preface, *own] if self.preface else own


def volumes(parts: Sequence[Part], preface: Part | None, size: int) -> list[Volume]:
    """The book in volumes of at most `size` bytes of text, if no chapter has more; 0: in one."""
    bound: list[list[Sequence[Part]]] = [[]]
    filled = 0
    for each in chapters(parts):
        length = sum(part.chapter.size for part in each)
        if size and bound[-1] and filled + length > size:
            bound.append([])
            filled = 0
        bound[-1].append(each)
        filled += length
    return [
        Volume(number, len(bound), preface if number == 1 else None, each)
        for number, each in enumerate(bound, 1)
    ]


def chapters(parts: Iterable[Part]) -> list[list[Part]]:
    """Each part of level 1 with those on deeper levels that follow it."""
    found: list[list[Part]] = []
    for part in parts:
        if part.place.level <= 1 or not found:
            found.append([])
        found[-1].append(part)
    return found


def book(volume: Volume, settings: Settings) -> str:
    """The main file of a volume: front matter, chapters, colophon."""
    front = markup.call("contents", str(settings.contents_depth))
    if volume.preface:
        front += chapter([volume.preface], settings)
    return "".join(
        [
            HEAD,
            markup.call("half-title"),
            markup.call("title-page"),
            markup.call("copyright-page", *copyright_lines(settings)),
            markup.call("front-matter", body=front),
            markup.call(
                "main-matter", body="".join(chapter(each, settings) for each in volume.chapters)
            ),
            markup.call("colophon", *colophon_lines(volume.parts, settings)),
        ]
    )


def offprint(part: Part, settings: Settings, citation: str, works: str) -> str:
    """The main file of one text by itself; `works` is markup of the entries that it cites."""
    source = settings.words["offprint"].replace("{title}", edition_name(settings))
    cover = markup.call("offprint-head", markup.string(source), markup.string(citation))
    lines = [*settings.rights, *source_lines([part], settings), *made_with(settings)]
    tail = markup.call("works-cited", body=works) if works else ""
    tail += markup.call("offprint-foot", *map(markup.string, lines))
    body = chapter([part], settings, cover=f"[{cover}]", tail=f"[{tail}]")
    return HEAD + markup.call("main-matter", body=body)


def edition_name(settings: Settings) -> str:
    """Title, version and date: 《…》（第1.0.0版，2026年11月22日）."""
    words = settings.words
    title = words["title"].replace("{}", settings.title)
    details = [
        words["version"].replace("{}", settings.version) if settings.version else "",
        date_line(settings.date, settings.language),
    ]
    details = [detail for detail in details if detail]
    if not details:
        return title
    if settings.language == "zh":
        return f"{title}（{'，'.join(details)}）"
    return f"{title} ({', '.join(details)})"


def copyright_lines(settings: Settings) -> list[str]:
    """The paragraphs of the copyright page, as Typst expressions."""
    words = settings.words
    separator = words["name-separator"]
    version = words["version"].replace("{}", settings.version) if settings.version else ""
    date = date_line(settings.date, settings.language)
    facts = [
        separator.join(filter(None, (version, date))),
        separator.join(settings.authors),
        words["publisher"].replace("{}", settings.publisher) if settings.publisher else "",
    ]
    return [
        f"[{markup.call('strong', body=markup.text(settings.title))}]",
        *(markup.string(fact) for fact in facts if fact),
        *labelled(words["cite"], map(markup.string, settings.cite or [cite_line(settings)])),
        *labelled(words["rights"], map(markup.string, settings.rights)),
    ]


def cite_line(settings: Settings) -> str:
    """How to cite the book, where the project does not say."""
    words = settings.words
    values = {
        "{authors}": words["name-separator"].join(settings.authors),
        "{title}": words["title"].replace("{}", settings.title),
        "{version}": words["version"].replace("{}", settings.version),
        "{date}": date_line(settings.date, settings.language),
    }
    line = words["cite-line"]
    for name, value in values.items():
        line = line.replace(name, value)
    return line


def labelled(label: str, paragraphs: Iterable[str]) -> list[str]:
    """Paragraphs under a label; nothing where there are none."""
    heading = f"[{markup.call('small-heading', body=markup.text(label))}]"
    below = list(paragraphs)
    return [heading, *below] if below else []


def colophon_lines(parts: Sequence[Part], settings: Settings) -> list[str]:
    """The paragraphs of the colophon, as Typst expressions."""
    sources = (
        f"[{markup.call('source-line', markup.string(line))}]"
        for line in source_lines(parts, settings)
    )
    return [
        *map(markup.string, made_with(settings)),
        *labelled(settings.words["sources"], sources),
    ]


def source_lines(parts: Iterable[Part], settings: Settings) -> list[str]:
    """Title, source file and checksum of each text that says them."""
    lines = []
    for part in parts:
        info = part.information
        if info.checksum:
            title = settings.words["title"].replace("{}", info.title)
            lines.append(f"{title} {info.source} {settings.words['checksum']} {info.checksum}")
    return lines


def made_with(settings: Settings) -> list[str]:
    """Fonts and software."""
    words = settings.words
    families = dict.fromkeys((*settings.serif, *settings.sans, WESTERN_SERIF))
    return [
        words["fonts"].replace("{}", words["name-separator"].join(families)),
        words["software"].replace("{}", SOFTWARE),
    ]


def chapter_labels(parts: Iterable[Part], settings: Settings) -> dict[str, Mapping[str, str]]:
    """Label of each chapter's heading → what the contents say of it besides its title."""
    labels: dict[str, Mapping[str, str]] = {}
    for part in parts:
        label = part.chapter.aliases.get(f"{part.place.docname}:")
        if label and part.place.level <= 1:
            author = settings.words["name-separator"].join(part.information.authors)
            labels[label] = {"author": author, "caption": part.place.caption}
    return labels
