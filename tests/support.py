"""What tests share: copies of the repository to work in, and the command to run there."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


def copy_of_repository(target: Path) -> Path:
    """The parts of the repository that an edition is made from, copied to `target`."""
    for name in ("docs", "seeds"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("_build", "*.mo"))
    for name in ("refs.bib", "pyproject.toml", "README.md"):
        if (ROOT / name).exists():
            shutil.copyfile(ROOT / name, target / name)
    return target


def run_edition(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command `edition` in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "converters.cli", "--root", str(root), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@dataclass(frozen=True)
class Built:
    """The real editions: a repository and the three output folders."""

    root: Path
    html: Path
    pdf: Path
    epub: Path
