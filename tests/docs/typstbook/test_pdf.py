"""The finishing touches: streams changed, everything else and the references kept."""

import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from typstbook.pdf import Stream, mend_end, rewrite


def pdf_of(streams: list[bytes]) -> bytes:
    """A PDF with `streams` as the contents of its pages, built as Typst builds it."""
    pages = b" ".join(b"%d 0 R" % (3 + 2 * i) for i in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(streams), pages),
    ]
    for i, data in enumerate(streams):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents %d 0 R>>" % (4 + 2 * i)
        )
        objects.append(
            b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(data), data)
        )
    out = b"%PDF-1.7\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n\n" % (number, content)
    table = b"".join(b"%010d 00000 n\r\n" % offset for offset in offsets)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f\r\n%strailer\n<</Size %d/Root 1 0 R>>\n"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
        )
        + b"startxref\n%d\n%%%%EOF" % len(out)
    )


def contents(pdf: bytes) -> list[bytes]:
    reader = PdfReader(io.BytesIO(pdf), strict=True)
    return [page["/Contents"].get_object().get_data() for page in reader.pages]


def ending_in_carriage_return() -> bytes:
    """Data whose compressed form ends in CR (the last byte is one of the checksum)."""
    return next(
        data
        for number in range(100_000)
        if zlib.compress(data := b"q Q %% %d" % number).endswith(b"\r")
    )


def test_a_stream_that_ends_in_a_carriage_return_is_mended() -> None:
    data = ending_in_carriage_return()
    others = [b"q Q", b"q q Q Q"]
    pdf = pdf_of([zlib.compress(each) for each in (others[0], data, others[1])])
    assert b"\r\nendstream" in pdf
    mended = rewrite(pdf, mend_end)
    assert b"\r\nendstream" not in mended
    assert contents(mended) == [others[0], data, others[1]]


def test_a_pdf_with_nothing_to_mend_is_left_alone() -> None:
    pdf = pdf_of([zlib.compress(b"q Q")])
    assert rewrite(pdf, mend_end) == pdf


@given(st.lists(st.binary(max_size=200), min_size=1, max_size=6), st.integers(0, 5))
def test_rewriting_keeps_every_other_stream(streams: list[bytes], which: int) -> None:
    """One stream replaced by a longer one: all objects are still found."""
    pdf = pdf_of([zlib.compress(data) for data in streams])
    target = zlib.compress(streams[which % len(streams)])

    def lengthen(stream: Stream) -> Stream:
        dictionary, data = stream
        return (dictionary, data + b"\0" * 37) if data == target else stream

    assert contents(rewrite(pdf, lengthen)) == streams


def test_a_file_without_a_table_is_refused() -> None:
    with pytest.raises(ValueError, match="cross-reference table"):
        rewrite(b"%PDF-1.7\nstartxref\n0\n%%EOF", mend_end)
