"""The whole way, in memory: hand-made sources and what a reader of the edition gets of each.

Each folder of tests/golden/pipeline holds a source, its record, and beside them the page, the
bibliography and the messages that must come of it.
"""

from pathlib import Path

import pytest
from golden_files import Golden
from support import SOURCES, copy_of_sources

from converters.citations import Library
from converters.convert import Edition, convert, read_sources

NAMES = sorted(folder.name for folder in SOURCES.iterdir())


def edition_of(folder: Path, *names: str) -> Edition:
    """The edition of some sources, from an empty bibliography."""
    return convert(read_sources(copy_of_sources(folder / "seeds", names)), Library())


def messages(edition: Edition) -> str:
    return "".join(f"{message}\n" for message in edition.messages)


@pytest.mark.parametrize("name", NAMES)
def test_what_becomes_of_a_source(name: str, tmp_path: Path, golden: Golden) -> None:
    edition = edition_of(tmp_path, name)
    (text,) = edition.texts
    golden(SOURCES / name / "page.md", text.page)
    golden(SOURCES / name / "refs.bib", edition.refs)
    golden(SOURCES / name / "messages.txt", messages(edition))


def test_together_they_give_the_same_pages(tmp_path: Path) -> None:
    """No two of these texts cite the same work, so that none changes what another becomes."""
    edition = edition_of(tmp_path)
    assert [text.source.record.slug for text in edition.texts] == NAMES
    for name, text in zip(NAMES, edition.texts, strict=True):
        assert text.page == (SOURCES / name / "page.md").read_text(encoding="utf-8")
    alone = "".join((SOURCES / name / "messages.txt").read_text("utf-8") for name in NAMES)
    assert messages(edition) == alone


def test_a_second_conversion_adds_nothing(tmp_path: Path) -> None:
    first = edition_of(tmp_path)
    again = convert(read_sources(tmp_path / "seeds"), Library.loads(first.refs))
    assert again.refs == first.refs
    assert [text.page for text in again.texts] == [text.page for text in first.texts]


def test_a_work_that_two_texts_cite_is_one_entry(tmp_path: Path) -> None:
    """A second journal article, whose notes cite the works of the first."""
    seeds = copy_of_sources(tmp_path / "seeds", ["journal-pdf"])
    record = (seeds / "journal-pdf.toml").read_text(encoding="utf-8")
    (seeds / "twin.toml").write_text(
        record.replace('slug = "journal-pdf"', 'slug = "twin"'), encoding="utf-8"
    )
    (seeds / "twin.txt").write_bytes((seeds / "journal-pdf.txt").read_bytes())
    edition = convert(read_sources(seeds), Library())
    first, second = edition.texts
    keys = [link.key for link in first.cited.citations]
    assert keys
    assert [link.key for link in second.cited.citations] == keys
    assert edition.refs.count("@") == len(set(keys)) + 2  # the works, and the two texts
