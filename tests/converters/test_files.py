"""Files are written together or not at all, and only where they differ."""

from pathlib import Path

import pytest

from converters.files import write_all


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_only_files_that_differ_are_written(tmp_path: Path) -> None:
    same, other, new = (tmp_path / name for name in ("same.md", "other.md", "sub/new.md"))
    for path in (same, other):
        path.write_bytes("甲\n".encode())
    before = same.stat().st_ino, same.stat().st_mtime_ns
    written = write_all({same: "甲\n", other: "乙\r\n", new: "丙"})
    assert written == [other, new]
    assert (same.stat().st_ino, same.stat().st_mtime_ns) == before
    assert other.read_bytes() == "乙\r\n".encode()
    assert new.read_bytes() == "丙".encode()
    assert new.stat().st_mode & 0o777 == 0o644
    assert names(tmp_path) == ["other.md", "same.md", "sub"]
    assert names(tmp_path / "sub") == ["new.md"]


def test_a_failure_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """The second file cannot be written: a file stands where its folder should be."""
    kept = tmp_path / "a.md"
    kept.write_text("甲", encoding="utf-8")
    (tmp_path / "b").write_text("no folder", encoding="utf-8")
    with pytest.raises(OSError):
        write_all({kept: "乙", tmp_path / "b/c.md": "丙"})
    assert kept.read_text(encoding="utf-8") == "甲"
    assert names(tmp_path) == ["a.md", "b"]
