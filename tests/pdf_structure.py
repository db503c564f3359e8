"""The text of a tagged PDF by its logical structure (ISO 32000-1, section 14.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject

_HEX = r"<([0-9A-Fa-f]+)>"
_CHARACTER = re.compile(rf"{_HEX}\s*{_HEX}")
_RANGE = re.compile(rf"{_HEX}\s*{_HEX}\s*(?:{_HEX}|\[([^\]]*)\])")


@dataclass
class Node:
    """An element of the structure; `parts` are texts and elements in logical order."""

    kind: str
    parts: list[str | Node] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def walk(self) -> Iterator[Node]:
        yield self
        for part in self.parts:
            if isinstance(part, Node):
                yield from part.walk()

    def without(self, *kinds: str) -> str:
        """The text, but for that of elements of these kinds."""
        return "".join(
            part if isinstance(part, str) else part.without(*kinds)
            for part in self.parts
            if isinstance(part, str) or part.kind not in kinds
        )


class TaggedPdf:
    """A PDF whose content is marked throughout."""

    def __init__(self, reader: PdfReader) -> None:
        self.reader = reader
        self._pages: dict[int, dict[int, str]] = {}
        self._maps: dict[int, dict[str, str]] = {}

    @cached_property
    def structure(self) -> Node:
        """The whole tree; what is marked as an artifact (folios, running heads) is not in it."""
        root = self.reader.root_object["/StructTreeRoot"].get_object()
        assert isinstance(root, DictionaryObject)
        node = Node("")
        self._read(root.get("/K"), node, None)
        return node

    def _read(self, item: Any, parent: Node, page: DictionaryObject | None) -> None:
        if isinstance(item, IndirectObject):
            item = item.get_object()
        if isinstance(item, ArrayObject):
            for one in item:
                self._read(one, parent, page)
        elif isinstance(item, int):
            assert page is not None
            parent.parts.append(self._marked(page).get(item, ""))
        elif isinstance(item, DictionaryObject):
            here = item["/Pg"].get_object() if "/Pg" in item else page
            assert here is None or isinstance(here, DictionaryObject)
            if item.get("/Type") == "/MCR":
                self._read(int(item["/MCID"]), parent, here)
            elif item.get("/Type") != "/OBJR":
                node = Node(str(item["/S"]).removeprefix("/"))
                parent.parts.append(node)
                self._read(item.get("/K"), node, here)

    def _marked(self, page: DictionaryObject) -> dict[int, str]:
        """Text by the number of the marked content on a page."""
        if id(page) not in self._pages:
            self._pages[id(page)] = self._read_page(page)
        return self._pages[id(page)]

    def _read_page(self, page: DictionaryObject) -> dict[int, str]:
        texts: dict[int, str] = {}
        open_: list[tuple[int | None, bool]] = []  # number, and whether its text stands in for it
        glyphs: dict[str, str] = {}
        fonts = page["/Resources"].get("/Font", {})  # type: ignore[union-attr]
        properties = page["/Resources"].get("/Properties", {})  # type: ignore[union-attr,index]

        def put(text: str) -> None:
            numbers = [number for number, _ in open_ if number is not None]
            if numbers:
                texts[numbers[-1]] = texts.get(numbers[-1], "") + text

        contents = page.get("/Contents")
        for operands, operator in ContentStream(contents, self.reader).operations:
            if operator in (b"BDC", b"BMC"):
                values = operands[1] if len(operands) > 1 else {}
                if not isinstance(values, DictionaryObject):
                    values = properties.get(values, {}) if values else {}
                actual = values.get("/ActualText")
                number = values.get("/MCID")
                open_.append((None if number is None else int(number), actual is not None))
                if actual is not None:
                    put(str(actual))
            elif operator == b"EMC":
                open_.pop()
            elif operator == b"Tf":
                glyphs = self._glyphs(fonts[operands[0]])
            elif operator in (b"Tj", b"TJ") and not any(stands_in for _, stands_in in open_):
                strings = operands[0] if operator == b"TJ" else [operands[0]]
                codes = b"".join(_raw(one) for one in strings if not isinstance(one, int | float))
                put(
                    "".join(glyphs.get(codes[i : i + 2].hex(), "") for i in range(0, len(codes), 2))
                )
        return texts

    def _glyphs(self, font: Any) -> dict[str, str]:
        """Two-byte code in hexadecimal → text, from the font's ToUnicode map."""
        font = font.get_object()
        if id(font) not in self._maps:
            self._maps[id(font)] = _to_unicode(font["/ToUnicode"].get_data().decode("latin-1"))
        return self._maps[id(font)]


def _raw(string: Any) -> bytes:
    return string if isinstance(string, bytes) else bytes(string.original_bytes)


def _to_unicode(cmap: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in _CHARACTER.findall(block):
            found[code.lower()] = _characters(text)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text, texts in _RANGE.findall(block):
            codes = range(int(first, 16), int(last, 16) + 1)
            each = re.findall(_HEX, texts)
            for offset, code in enumerate(codes):
                if each:
                    found[f"{code:04x}"] = _characters(each[offset])
                else:
                    start = _characters(text)
                    found[f"{code:04x}"] = start[:-1] + chr(ord(start[-1]) + offset)
    return found


def _characters(hexadecimal: str) -> str:
    return bytes.fromhex(hexadecimal).decode("utf-16-be")
