"""Seeds: what is read, and what is refused with file, line and remedy."""

from pathlib import Path

import pytest

from converters.messages import EditionError
from converters.model import Span
from converters.seed import Correction, Seed, read_seed


def written(folder: Path, data: bytes) -> Path:
    path = folder / "x.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "code", "where"),
    [
        (b"", "seed-empty", "x.txt"),
        (" \n\u3000\n".encode(), "seed-empty", "x.txt"),
        ("一\n二".encode() + b"\xff\xfe", "seed-not-utf8", "x.txt:2"),
        ("蒙古".encode("gb18030"), "seed-not-utf8", "x.txt:1"),
        (b"a\nb\nPK\x03\x04\x00", "seed-binary", "x.txt:3"),
        (b"a" * 8_000_001, "seed-too-large", "x.txt"),
    ],
)
def test_bad_seeds_are_refused(tmp_path: Path, data: bytes, code: str, where: str) -> None:
    with pytest.raises(EditionError) as caught:
        read_seed(written(tmp_path, data))
    assert caught.value.message.code == code
    assert caught.value.message.where == where
    assert caught.value.message.hint


@pytest.mark.parametrize("code", [*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
def test_control_characters_are_no_text(tmp_path: Path, code: int) -> None:
    """But for tab, line ends, form feed and the escape that terminals leave (ECMA-48)."""
    with pytest.raises(EditionError, match="seed-binary"):
        read_seed(written(tmp_path, "甲".encode() + bytes([code])))
    for kept in (*range(0x09, 0x0E), 0x1B):
        assert read_seed(written(tmp_path, "甲".encode() + bytes([kept]))).text[1:] == chr(kept)


def test_a_missing_seed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match="seed-missing"):
        read_seed(tmp_path / "no.txt")


def test_lines_know_their_place_whatever_ends_them(tmp_path: Path) -> None:
    seed = read_seed(written(tmp_path, "一\r\n二三\n\n四".encode()))
    assert [(line.number, line.start, line.text) for line in seed.lines] == [
        (1, 0, "一"),
        (2, 3, "二三"),
        (3, 6, ""),
        (4, 7, "四"),
    ]
    assert seed.where(7) == "x.txt:4"
    assert all(seed.text[line.start : line.end] == line.text for line in seed.lines)


def test_a_cut_makes_the_emendations_in_it() -> None:
    seed = Seed("x", "甲乙丙丁", "", (Correction(Span(1, 2), "Ｘ", "emendation-1"),))
    assert seed.cut(0, 4).string == "甲Ｘ丙丁"
    assert seed.cut(2, 4).string == "丙丁"
    assert [p.rule for p in seed.cut(0, 4).pieces] == ["", "emendation-1", ""]


def test_a_cut_through_an_emendation_is_a_fault() -> None:
    seed = Seed("x", "甲乙丙丁", "", (Correction(Span(1, 3), "Ｘ", "emendation-1"),))
    with pytest.raises(ValueError, match="emendation-1"):
        seed.cut(2, 4)


def test_a_seed_of_the_size_of_some_books_is_read(tmp_path: Path) -> None:
    assert len(read_seed(written(tmp_path, b"a" * 8_000_000)).text) == 8_000_000
