"""The cite box: HTML for the browser, plain paragraphs for print."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from docutils import nodes
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from converters.schema.genres import Genre

from .jsonld import dumps
from .places import Place
from .styles import STYLES, Style
from .styles.typography import plain, to_html
from .texts import Citable
from .work import HAN, Date, Work

#: Stands for the place in a citation until the browser knows which place it is.
LOCATOR = "\ue000"
#: Stands for the day on which the reader saw the page (引用日期): no date that can be meant.
ACCESSED = Date(((9999, 12, 31),))
#: GB/T 7714 has a word for an unknown place or publisher; these are its like for what a work of
#: each type was published in.
_UNKNOWN = {
    genre.terms.csl: (genre.terms.container_variable, f"[{genre.terms.unknown}不详]")
    for genre in Genre
    if genre.terms.unknown
}

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download: its name in the interface and its address from the page."""

    label: str
    href: str


@dataclass(frozen=True)
class Box:
    """What a cite box shows."""

    title: str
    advice: str
    citables: Sequence[Citable]
    downloads: Sequence[tuple[str, Sequence[Download]]]
    places: Sequence[Place] = field(default=())
    warning: bool = False


def render(box: Box) -> str:
    """The box as HTML."""
    return _TEMPLATES.get_template("box.html").render(
        box=box,
        styles=STYLES,
        cite=_cite_html,
        language=_language,
        # A private-use character stands in the page by its number: checkers warn of it raw.
        data=Markup(dumps(place_data(box)).replace(LOCATOR, "\\ue000")),
    )


def print_form(box: Box) -> nodes.container:
    """The box in a book: one paragraph a work, by GB/T 7714—2025 alone."""
    container = nodes.container(classes=["cite-this"])
    container += nodes.paragraph("", "", nodes.strong("", f"{box.title}（{STYLES[0].label}）"))
    for citable in box.citables:
        paragraph = nodes.paragraph("", "", nodes.Text(f"{citable.label}："))
        paragraph.extend(_linked(plain(cite(STYLES[0], citable.work))))
        container += paragraph
    if box.advice:
        container += nodes.paragraph("", box.advice)
    return container


def cite(style: Style, work: Work, locator: str = "") -> str:
    """A citation as it is shown; an article whose journal nobody named says so."""
    variable, unknown = _UNKNOWN.get(work.type, ("", ""))
    if unknown and not work.get(variable):
        work = replace(work, fields={**work.fields, variable: unknown})
    return style.cite(work, locator)


def place_data(box: Box) -> dict[str, Any]:
    """What the browser needs to cite a place: citations with a gap, and what fills it.

    A work is offered for a place if it can name it: the original has pages only.
    """
    if not box.places:
        return {}
    milestones = {place.pages: place.id for place in box.places if not place.paragraph}
    offered = [
        c for c in box.citables if c.role == "edition" or (milestones and c.role == "original")
    ]
    return {
        "url": next((c.work.get("URL") for c in box.citables if c.role == "edition"), ""),
        "works": [_gapped(citable) for citable in offered],
        "places": [_placed(place, milestones) for place in box.places],
    }


def _gapped(citable: Citable) -> dict[str, Any]:
    work = _seen(citable.work)
    return {
        "label": citable.label,
        "paged": citable.role == "original",
        "languages": {style.id: _language(style, work) for style in STYLES},
        "templates": {style.id: cite(style, work, LOCATOR) for style in STYLES},
    }


def _placed(place: Place, milestones: Mapping[str, str]) -> dict[str, Any]:
    """A place: its words for each style, by page alone and exactly; for a paragraph its pages."""
    page = replace(place, paragraph="")
    return {
        "id": place.id,
        "label": place.label,
        "paragraph": bool(place.paragraph),
        "on": [milestones[p] for p in place.on if place.paragraph and p in milestones],
        "pages": {s.id: s.locate(page) for s in STYLES} if place.on else {},
        "exact": {s.id: s.locate(place) for s in STYLES},
    }


def _cite_html(style: Style, work: Work) -> Markup:
    shown = to_html(cite(style, _seen(work)))
    blank = '<span class="cite-accessed">引用日期</span>'
    return Markup(shown.replace(ACCESSED.iso, blank))


def _language(style: Style, work: Work) -> str:
    """The language in which a citation is set: a western title has western quotation marks."""
    if style.language == "en" or HAN.search(work.get("title")):
        return style.language
    return work.get("language") or "en"


def _seen(work: Work) -> Work:
    """An online work as read on a day that the reader's browser fills in."""
    return replace(work, dates={**work.dates, "accessed": ACCESSED}) if work.get("URL") else work


def _linked(citation: str) -> Iterator[nodes.Node]:
    """The citation with its addresses as links."""
    for part in re.split(r"(https?://[^\s，。]*[^\s，。.])", citation):
        if part.startswith(("http://", "https://")):
            yield nodes.reference("", part, refuri=html.unescape(part))
        elif part:
            yield nodes.Text(part)
