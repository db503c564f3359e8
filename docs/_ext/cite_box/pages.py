"""Putting the box on its page and the tags into its head."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docutils import nodes
from edition_front import front_of
from sphinx import addnodes

from . import box, coins, highwire, jsonld
from .directive import cite_edition
from .downloads import BIBLIOGRAPHY, EDITION, FORMATS, address, offered
from .places import find_places
from .settings import (
    bibliography,
    edition,
    entries,
    is_web,
    page_url,
    pdf_url,
    text_citables,
)
from .styles import STYLES
from .styles.typography import plain
from .texts import INFERRED_PAGES, Citable, edition_work

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from converters.schema.front import FrontMatter


def insert_boxes(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Give every text its box and every `{cite-edition}` its own (event `doctree-resolved`)."""
    for name, text in _texts(doctree, docname):
        if front := front_of(app.env, name):
            _place(text, _shown(app, _text_box(app, name, front, text)))
    for node in list(doctree.findall(cite_edition)):
        node.replace_self(_shown(app, _edition_box(app, docname)))


def add_head(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Write the tags of a text, or the COinS of the bibliography (event `html-page-context`)."""
    if not is_web(app):
        return
    if pagename == app.config.cite_box_bibliography_doc and "body" in context:
        context["body"] += coins.spans(bibliography(app))
    if front := front_of(app.env, pagename):
        tags = "\n".join(_head(app, pagename, front))
        context["metatags"] = f"{context.get('metatags', '')}\n{tags}\n"
    if front or (isinstance(doctree, nodes.document) and _has_box(doctree)):
        app.add_css_file("citethis.css")
        app.add_js_file("citethis.js", loading_method="defer")


def citation_line(app: Sphinx, docname: str) -> str:
    """How to cite a text as it stands in this edition, by GB/T 7714—2025; "" for other pages."""
    front = front_of(app.env, docname)
    if front is None:
        return ""
    return plain(box.cite(STYLES[0], text_citables(app, docname, front)[-1].work))


def _texts(doctree: nodes.document, docname: str) -> Iterator[tuple[str, nodes.Element]]:
    """The document, or the documents that a builder of one large file has put into it."""
    parts = list(doctree.findall(addnodes.start_of_file))
    for part in parts:
        yield part["docname"], part
    if not parts:
        yield docname, doctree


def _has_box(doctree: nodes.document) -> bool:
    return any("cite-box" in raw.astext() for raw in doctree.findall(nodes.raw))


def _shown(app: Sphinx, shown: box.Box) -> nodes.Element:
    if is_web(app):
        return nodes.raw("", box.render(shown), format="html")
    return box.print_form(shown)


def _place(text: nodes.Element, node: nodes.Element) -> None:
    """Put the box after the identity of the text, or at the end of the page where it has none."""
    for element in text.findall(nodes.Element):
        if "identity" in element["classes"]:
            element.parent.insert(element.parent.index(element) + 1, node)
            return
    section = next(iter(text.findall(nodes.section)), text)
    section.append(node)


def _text_box(app: Sphinx, docname: str, front: FrontMatter, text: nodes.Element) -> box.Box:
    terms = front.terms
    remark = front.worded(terms.remark)
    advice = front.worded(terms.advice) or front.genre.terms.advice
    downloads = []
    if is_web(app):
        downloads = [("下载本文题录", offered(app, docname, front.slug))]
        if entries(app):
            downloads.append(("下载全书参考文献", offered(app, docname, BIBLIOGRAPHY)))
    return box.Box(
        title=f"引用本文：{remark}" if remark else "引用本文",
        advice=advice + (INFERRED_PAGES if front.pages_inferred else ""),
        citables=text_citables(app, docname, front),
        downloads=downloads,
        places=find_places(text),
        warning=not terms.authored,
    )


def _edition_box(app: Sphinx, docname: str) -> box.Box:
    downloads = []
    if is_web(app):
        downloads = [("下载本版题录", offered(app, docname, EDITION))]
        if entries(app):
            downloads.append(("下载全书参考文献", offered(app, docname, BIBLIOGRAPHY)))
    whole = Citable("edition", "本版", edition_work(edition(app)))
    return box.Box("引用本版", "引用其中一篇，请用该篇页首的“引用本文”。", [whole], downloads)


def _head(app: Sphinx, docname: str, front: FrontMatter) -> Iterator[str]:
    """Meta tags, links to the downloads and linked data of a text."""
    works = {citable.role: citable.work for citable in text_citables(app, docname, front)}
    original, text = works["original"], works["edition"]
    addresses = {"url": page_url(app, docname), "pdf": pdf_url(app, front)}
    if not front.terms.is_web:
        tags = highwire.publication_tags(original, front.genre, **addresses)
    else:
        tags = highwire.web_tags(text, **addresses)
        if "sphinxext.opengraph" not in app.extensions:
            for name, content in highwire.site_properties(app.config.project):
                yield f'<meta property="{name}" content="{html.escape(content)}">'
    for name, content in tags:
        yield f'<meta name="{name}" content="{html.escape(content)}">'
    for format_ in FORMATS:
        href = html.escape(address(app, docname, front.slug, format_))
        media, label = format_.media_type, f"{format_.label}：{front.title}"
        yield f'<link rel="alternate" type="{media}" title="{html.escape(label)}" href="{href}">'
    data = jsonld.dumps(jsonld.describe(front, original, text, edition(app)))
    yield f'<script type="application/ld+json">{data}</script>'
