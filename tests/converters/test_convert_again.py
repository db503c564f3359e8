"""What a first conversion makes of new texts, a second one makes too."""

from hashlib import sha256

import pytest

from converters.citations import Library
from converters.convert import Source, convert
from converters.record import Record
from converters.seed import Seed

BODY = "这里是正文，文字足够长，可以成为一段^[{}]。\n\n"
SHORT_BEFORE = "“Strengthened Resilience Commitment.”"
ORPHAN = "NATO, “Strengthened Resilience Commitment.”"
FULL = "NATO, “Strengthened Resilience Commitment,” June 14, 2021, https://nato.int/a.htm."
BRACE = "张三：《某书名》，李四}译，北京：某社，2000年，第1页。"
CHAPTER = "⓪[M]//^1}"


def source(slug: str, *notes: str) -> Source:
    """An article of OCR Markdown with these notes."""
    body = "".join(BODY.format(n) for n in range(1, len(notes) + 1))
    text = f"# 论某事\n\n王明\n\n{body}" + "".join(
        f"[{n}] {note}\n\n" for n, note in enumerate(notes, 1)
    )
    digest = sha256(text.encode()).hexdigest()
    record = Record(f"{slug}.toml", digest, slug, kind="journal-ocr-markdown")
    return Source(Seed(f"{slug}.txt", text, digest), record)


@pytest.mark.parametrize(
    "sources",
    [
        [source("a", SHORT_BEFORE, ORPHAN)],
        [source("a", SHORT_BEFORE), source("b", FULL)],
        [source("a", ORPHAN), source("b", FULL)],
        [source("a", SHORT_BEFORE), source("b", ORPHAN), source("c", FULL)],
        [source("a", BRACE)],
        [source("a", CHAPTER)],
        [source("a", "参见“[参见]，”http://[链接]。", "见http://[www.a.org]，http://]")],
    ],
)
def test_another_conversion_changes_nothing(sources: list[Source]) -> None:
    first = convert(sources, Library())
    assert any(text.cited.classes for text in first.texts)
    second = convert(sources, Library.loads(first.refs))
    assert second.refs == first.refs
    assert [text.page for text in second.texts] == [text.page for text in first.texts]
    assert second.messages == first.messages


def test_a_short_form_may_mean_a_work_of_a_later_text() -> None:
    edition = convert([source("a", SHORT_BEFORE), source("b", FULL)], Library())
    first, second = (text.cited.citations[0] for text in edition.texts)
    assert (first.key, first.rule) == (second.key, "same-title")


def test_the_library_given_stays_as_it_was() -> None:
    library = Library()
    convert([source("a", FULL)], library)
    assert list(library) == []
