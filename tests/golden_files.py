"""Golden files: what must come out, kept beside what goes in, and read by eye before it is kept."""

from dataclasses import dataclass, field
from pathlib import Path

OPTION = "--update-golden"


@dataclass
class Golden:
    """Compares with golden files; with the option, writes those that differ and fails in the end.

    So a golden file never changes without a run that says so, and the next run is the proof.
    """

    update: bool
    written: list[str] = field(default_factory=list)

    def __call__(self, path: Path, content: str) -> None:
        """Fail unless the file at `path` has exactly this content."""
        known = path.read_bytes().decode("utf-8") if path.is_file() else None
        if self.update and content != known:
            path.write_bytes(content.encode("utf-8"))
            self.written.append(f"{path.parent.name}/{path.name}")
        else:
            where = f"{path.parent.name}/{path.name}"
            assert content == known, f"{where} differs; if that is right: pytest {OPTION}"

    def close(self) -> None:
        """Fail if anything was written."""
        assert not self.written, f"golden files written, read them: {', '.join(self.written)}"
