"""Streams of a PDF that end in a carriage return.

ISO 32000-1, 7.3.8.1 puts an end of line before ``endstream`` that does not count as data. Where
the last byte of the data is a carriage return and the end of line a line feed, a reader that does
not trust /Length takes both for one end of line, finds the stream a byte too short, and a
validator of PDF/A (ISO 19005-2, 6.1.7.1) reports it. One stream in 256 ends so by chance. Such a
stream is encoded once more, as ASCII85, and then ends in ``~>``.

Typst writes a cross-reference table, no object streams, and lengths within their dictionaries.
"""

from __future__ import annotations

import base64
import re

_OBJECT = re.compile(
    rb"(?P<number>\d+) 0 obj\n<<(?P<dictionary>(?:(?!endobj|>>\nstream).)*)>>\nstream\n", re.DOTALL
)
_LENGTH = re.compile(rb"/Length (\d+)")
_FILTER = re.compile(rb"/Filter ?/(\w+)")
_XREF = re.compile(rb"xref\n0 (?P<size>\d+)\n(?P<entries>(?:\d{10} \d{5} [nf][\r \n]{2})+)")


def mend_stream_ends(pdf: bytes) -> bytes:
    """`pdf` without streams whose data end in a carriage return; otherwise the same."""
    xref_at = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    table = _XREF.match(pdf, xref_at)
    if table is None:
        raise ValueError("no cross-reference table")
    entries = [table["entries"][i : i + 20] for i in range(0, len(table["entries"]), 20)]
    offsets = [int(entry[:10]) if entry[17:18] == b"n" else None for entry in entries]
    edits = [edit for offset in offsets if offset is not None and (edit := _edit(pdf, offset))]
    if not edits:
        return pdf
    edits.sort()
    pieces, at = [], 0
    for start, end, replacement in edits:
        pieces += [pdf[at:start], replacement]
        at = end
    pieces.append(pdf[at:xref_at])
    moved = [None if offset is None else offset + _shift(offset, edits) for offset in offsets]
    lines = [
        entry if new is None else b"%010d" % new + entry[10:]
        for entry, new in zip(entries, moved, strict=True)
    ]
    trailer = pdf[table.end() : pdf.rindex(b"startxref")]
    start = xref_at + _shift(xref_at, edits)
    table_head = b"xref\n0 " + table["size"] + b"\n"
    return b"".join([*pieces, table_head, *lines, trailer, b"startxref\n%d\n%%%%EOF" % start])


def _edit(pdf: bytes, offset: int) -> tuple[int, int, bytes] | None:
    """Start, end and new bytes of the object at `offset` if its stream must be mended."""
    head = _OBJECT.match(pdf, offset)
    length = _LENGTH.search(head["dictionary"]) if head else None
    if head is None or length is None:
        return None
    end = head.end() + int(length[1])
    if pdf[end - 1 : end] != b"\r":
        return None
    data = base64.a85encode(pdf[head.end() : end]) + b"~>"
    dictionary = _LENGTH.sub(b"/Length %d" % len(data), head["dictionary"], count=1)
    if used := _FILTER.search(dictionary):
        dictionary = dictionary.replace(used[0], b"/Filter[/ASCII85Decode/" + used[1] + b"]")
    else:
        dictionary += b"/Filter/ASCII85Decode"
    new = head["number"] + b" 0 obj\n<<" + dictionary + b">>\nstream\n" + data
    return offset, end, new


def _shift(offset: int, edits: list[tuple[int, int, bytes]]) -> int:
    """How far the edits before `offset` move it."""
    return sum(len(new) - (end - start) for start, end, new in edits if start < offset)
