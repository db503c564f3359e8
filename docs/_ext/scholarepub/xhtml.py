"""The body of a page as a tree, and back again.

EPUB wants XML, but some reading apps parse its pages as HTML: what is written here is read alike by
both. Names keep their prefixes as written (`epub:type`, `xml:lang`); namespaces are the template's
to declare.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

# HTML Living Standard, section 13.1.2: only these may be written without an end tag.
VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img"),
    *("input", "link", "meta", "source", "track", "wbr"),
}
_EMPTY = re.compile(r"<([A-Za-z][\w:.-]*)([^<>]*?) ?/>")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)\w+;")


def parse(body: str) -> Element:
    """The elements of `body` under an element `body`.

    Raises `xml.parsers.expat.ExpatError` where they are not well-formed.
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    # XML knows five named entities, HTML many more.
    text = _ENTITY.sub(lambda match: html.unescape(match[0]), body)
    parser.Parse(f"<body>{text}</body>", True)
    return builder.close()


def serialise(body: Element) -> str:
    """What stands in `body`; only void elements are written in the short form."""
    text = ElementTree.tostring(body, encoding="unicode")
    text = _EMPTY.sub(_long_form, text)
    return text.removeprefix("<body>").removesuffix("</body>")


def _long_form(match: re.Match[str]) -> str:
    return match[0] if match[1] in VOID else f"<{match[1]}{match[2]}></{match[1]}>"


def with_class(root: Element, name: str) -> Iterator[Element]:
    """All elements of class `name`, in document order."""
    return (element for element in root.iter() if name in element.get("class", "").split())


def with_role(root: Element, name: str) -> Iterator[Element]:
    """All elements of ARIA role `name`, in document order."""
    return (element for element in root.iter() if element.get("role") == name)


def text_of(element: Element) -> str:
    """The text of an element and of all that it holds."""
    return "".join(element.itertext())
