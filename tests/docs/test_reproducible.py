"""The same sources give the same bytes, wherever and whenever they are built."""

from pathlib import Path

from support import Built, build, run_edition, sample_repository


def files(folder: Path, pattern: str) -> dict[str, bytes]:
    """The content of files by their paths."""
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob(pattern)}
    assert found
    return found


def test_two_builds_in_two_folders_give_the_same_files(built_sample: Built, tmp_path: Path) -> None:
    again = build(sample_repository(tmp_path / "another folder" / "版本"))
    assert files(again.pdf, "*.pdf") == files(built_sample.pdf, "*.pdf")
    assert files(again.epub, "*.epub") == files(built_sample.epub, "*.epub")
    for pattern in ("*.html", "*.js", "*.css", "*.bib", "*.ris", "*.json"):
        assert files(again.html, pattern) == files(built_sample.html, pattern), pattern


def test_a_second_build_changes_nothing(repository: Path) -> None:
    def build() -> dict[str, bytes]:
        done = run_edition(repository, "build")
        assert done.returncode == 0, done.stderr
        output = repository / "docs/_build"
        return files(output / "pdf", "*.pdf") | files(output / "epub", "*.epub")

    assert build() == build()
