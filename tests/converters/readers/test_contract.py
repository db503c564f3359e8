"""What holds of every reader: its kind is known, nothing is lost, an emendation may be anywhere."""

from dataclasses import replace

import pytest
from hand_made import documents
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.ledger import balance, texts
from converters.messages import EditionError
from converters.model import Document, Span
from converters.readers import READERS, reader_for
from converters.readers.common.reader import Hints
from converters.seed import Correction, Seed

DOCUMENTS = documents()
ALL = [(kind, seed) for kind, seeds in DOCUMENTS.items() for seed in seeds]
each_document = pytest.mark.parametrize(
    ("kind", "seed"), ALL, ids=[f"{kind}-{seed.name}" for kind, seed in ALL]
)
each_kind = pytest.mark.parametrize("kind", READERS)
#: By how much a document must be more like its own kind than like any other.
MARGIN = 0.15
#: What stands between the lines of a made-up document.
ENDS = st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\f", "\n\u3000\u3000", " "])


def read(seed: Seed, kind: str) -> Document:
    """The document of a seed, balanced."""
    document = READERS[kind].read(seed, Hints())
    balance(seed, document)
    return document


def strings(document: Document) -> list[str]:
    """All that is read in a document."""
    return [text.string for _, text in texts(document)]


def lines_of(kind: str) -> list[str]:
    """Every line of the documents of a kind."""
    return sorted({line for seed in DOCUMENTS[kind] for line in seed.text.splitlines() if line})


def noise(kind: str) -> st.SearchStrategy[str]:
    """Lines of the documents of a kind, whole or cut, in any order, among random characters."""
    alphabet = "".join(sorted({char for seed in DOCUMENTS[kind] for char in seed.text}))
    line = st.sampled_from(lines_of(kind))
    cut = st.tuples(line, st.integers(0, 40), st.integers(0, 40)).map(lambda t: t[0][t[1] : t[2]])
    words = st.text(alphabet, max_size=12)
    rows = st.lists(st.tuples(line | line | cut | words, ENDS), max_size=25)
    return rows.map(lambda pairs: "".join(part for pair in pairs for part in pair))


def test_there_are_documents_of_every_kind() -> None:
    assert DOCUMENTS.keys() == READERS.keys()
    assert all(len(seeds) >= 4 for seeds in DOCUMENTS.values())


@each_document
def test_a_document_is_of_its_kind_and_of_no_other(kind: str, seed: Seed) -> None:
    likeness = {name: reader.identify(seed) for name, reader in READERS.items()}
    assert reader_for(seed).kind == kind
    others = [value for name, value in likeness.items() if name != kind]
    assert likeness[kind] - max(others) >= MARGIN
    assert all(0 <= value <= 1 for value in likeness.values())


@each_document
def test_two_readings_are_equal(kind: str, seed: Seed) -> None:
    assert READERS[kind].read(seed, Hints()) == READERS[kind].read(replace(seed), Hints())


@each_document
def test_what_the_ledger_says_was_changed_is_all_that_was(kind: str, seed: Seed) -> None:
    """Replaying its changes on the seed gives every text of the document (cf. ftfy)."""
    document = READERS[kind].read(seed, Hints())
    changes = {change.span: change for change in balance(seed, document).changes}
    for _, text in texts(document):
        for piece in text.pieces:
            if piece.rule:
                change = changes[piece.span]
                assert (change.after, change.rule) == (piece.text, piece.rule)
            else:
                assert seed.text[piece.span.start : piece.span.end] == piece.text


@each_document
@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["crlf", "cr"])
def test_other_line_ends_change_nothing(kind: str, seed: Seed, end: str) -> None:
    plain = replace(seed, text=seed.text.replace("\r\n", "\n"))
    other = replace(seed, text=plain.text.replace("\n", end))
    assert strings(read(other, kind)) == strings(read(plain, kind))


@each_document
def test_a_byte_order_mark_changes_nothing(kind: str, seed: Seed) -> None:
    """It is no character of the text: it is counted nowhere, and what it opens is read as ever."""
    plain = replace(seed, text=seed.text.removeprefix("\ufeff"))
    marked = replace(seed, text="\ufeff" + plain.text)
    assert reader_for(marked).kind == kind
    assert strings(read(marked, kind)) == strings(read(plain, kind))
    document = READERS[kind].read(marked, Hints())
    assert balance(marked, document).total == sum(not c.isspace() for c in plain.text)


@each_kind
@pytest.mark.parametrize("text", ["", "\n", "\ufeff", " \u3000\n\n\f", "。", "*", "---", "①"])
def test_a_text_of_nothing_is_read(kind: str, text: str) -> None:
    read(Seed("x.txt", text, ""), kind)


@each_document
def test_an_empty_body_is_read(kind: str, seed: Seed) -> None:
    """However little of a document there is, what there is of it is kept."""
    ends = [at for at, char in enumerate(seed.text) if char == "\n"]
    for end in ends[:12]:
        read(replace(seed, text=seed.text[:end]), kind)
        read(replace(seed, text=seed.text[end:]), kind)


@each_kind
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_of_noise_nothing_is_lost(kind: str, data: st.DataObject) -> None:
    read(Seed("x.txt", data.draw(noise(kind)), ""), kind)


@each_kind
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_an_emendation_is_made_at_any_place_or_refused(kind: str, data: st.DataObject) -> None:
    seed = data.draw(st.sampled_from(DOCUMENTS[kind]))
    start = data.draw(st.integers(0, len(seed.text) - 1))
    end = min(start + data.draw(st.integers(1, 6)), len(seed.text))
    reading = data.draw(st.sampled_from(["", "甲", "甲乙丙", "Ab", "，", "甲\n乙", "①", "**", " "]))
    emended = replace(seed, corrections=(Correction(Span(start, end), reading, "emendation-1"),))
    try:
        document = read(emended, kind)
    except EditionError as refusal:
        assert refusal.message.where.startswith(seed.name)
        assert refusal.message.hint
        return
    made = [
        piece
        for _, text in texts(document)
        for piece in text.pieces
        if "emendation-1" in piece.rule.split("+")
    ]
    removed = [r for r in document.removed if r.span.start < end and start < r.span.end]
    assert made or removed or not seed.text[start:end].strip("\ufeff \t\r\n\f\u3000")
