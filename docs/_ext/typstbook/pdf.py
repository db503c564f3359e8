"""Finishing touches on a PDF as Typst writes it: where its streams mislead readers of PDF/A.

Typst writes direct lengths, a cross-reference table and no object streams (ISO 32000-1, 7.5).
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Callable

from .fonts import without_font_matrix

# A stream: its dictionary without /Length and its data.
Stream = tuple[bytes, bytes]

_STREAM = re.compile(
    rb"(?P<number>\d+) 0 obj\n<<(?P<dictionary>(?:(?!endobj|>>\nstream).)*)>>\nstream\n", re.DOTALL
)
_LENGTH = re.compile(rb"/Length (\d+)")
_FLATE = b"/Filter/FlateDecode"
_XREF = re.compile(rb"xref\n0 (?P<size>\d+)\n(?P<entries>(?:\d{10} \d{5} [nf][\r \n]{2})+)")
_ENTRY = 20  # bytes


def finish(pdf: bytes) -> bytes:
    """`pdf` with its streams mended; nothing else changes."""
    return rewrite(pdf, lambda stream: mend_end(mend_font(stream)))


def mend_font(stream: Stream) -> Stream:
    """A font program without explicit FontMatrix; not compressed again.

    The output of zlib differs between its implementations, and a book should not.
    """
    dictionary, data = stream
    if b"/CIDFontType0C" not in dictionary or _FLATE not in dictionary:
        return stream
    return dictionary.replace(_FLATE, b""), without_font_matrix(zlib.decompress(data))


def mend_end(stream: Stream) -> Stream:
    """Data that end in a carriage return are encoded once more, as ASCII85, and end in ``~>``.

    The end of line before ``endstream`` is no data (ISO 32000-1, 7.3.8.1). A reader that does not
    trust /Length takes CR and LF for one end of line and the stream for a byte too short, which a
    validator reports (ISO 19005-2, 6.1.7.1). One stream in 256 ends so by chance.
    """
    dictionary, data = stream
    if not data.endswith(b"\r"):
        return stream
    if _FLATE in dictionary:
        dictionary = dictionary.replace(_FLATE, b"/Filter[/ASCII85Decode/FlateDecode]")
    else:
        dictionary += b"/Filter/ASCII85Decode"
    return dictionary, base64.a85encode(data) + b"~>"


def rewrite(pdf: bytes, edit: Callable[[Stream], Stream]) -> bytes:
    """`pdf` with each stream as `edit` gives it, and a cross-reference table to match.

    Raises ValueError where the file is not built as Typst builds it.
    """
    start = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    if (table := _XREF.match(pdf, start)) is None:
        raise ValueError("the PDF has no cross-reference table")
    old = table["entries"]
    entries = [old[i : i + _ENTRY] for i in range(0, len(old), _ENTRY)]
    offsets = sorted(int(entry[:10]) for entry in entries if entry[17:18] == b"n")
    pieces = [pdf[: offsets[0]]]
    moved: dict[int, int] = {}
    at = offsets[0]
    for offset, end in zip(offsets, [*offsets[1:], start], strict=True):
        moved[offset] = at
        pieces.append(_edited(pdf, offset, end, edit))
        at += len(pieces[-1])
    lines = [
        b"%010d" % moved[int(entry[:10])] + entry[10:] if entry[17:18] == b"n" else entry
        for entry in entries
    ]
    head = b"xref\n0 " + table["size"] + b"\n"
    trailer = pdf[table.end() : pdf.rindex(b"startxref")]
    return b"".join([*pieces, head, *lines, trailer, b"startxref\n%d\n%%%%EOF" % at])


def _edited(pdf: bytes, offset: int, end: int, edit: Callable[[Stream], Stream]) -> bytes:
    """The bytes from `offset` to `end`, which hold one object."""
    head = _STREAM.match(pdf, offset, end)
    length = _LENGTH.search(head["dictionary"]) if head else None
    if head is None or length is None:
        return pdf[offset:end]
    data_end = head.end() + int(length[1])
    stream = (_LENGTH.sub(b"", head["dictionary"], count=1), pdf[head.end() : data_end])
    dictionary, data = edit(stream)
    if (dictionary, data) == stream:
        return pdf[offset:end]
    new = b"%s 0 obj\n<</Length %d%s>>\nstream\n" % (head["number"], len(data), dictionary)
    return new + data + pdf[data_end:end]
