"""What tests share: editions to work in, and the command to run there."""

import contextlib
import io
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from converters.cli import main

ROOT = Path(__file__).parents[1]
#: Hand-made sources, one folder each: source.txt, record.toml and what must become of them.
SOURCES = Path(__file__).parent / "golden/pipeline"

#: A small text of its own.
POST = """\
---
title: 甲国的道路
author: 王明
date: 2023-05-08
---

中亚国家正在推动能源转型，成效显著，各国都在寻找自己的道路。

另一段文字，说的是同一件事。
"""


@dataclass(frozen=True)
class Done:
    """What a run of the command `edition` gave."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Built:
    """A repository and the editions built from it, each in its folder."""

    root: Path
    html: Path
    pdf: Path
    epub: Path


def edition(root: Path, *arguments: str) -> Done:
    """Run the command `edition` in a folder, in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["--root", str(root), *arguments])
    return Done(code, out.getvalue(), err.getvalue())


def run_edition(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command `edition` in a folder, as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "converters.cli", "--root", str(root), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def copy_of_repository(target: Path) -> Path:
    """The parts of the repository that its edition is made from, copied to `target`."""
    for name in ("docs", "seeds"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("_build", "*.mo"))
    for name in ("refs.bib", "pyproject.toml", "README.md"):
        if (ROOT / name).exists():
            shutil.copyfile(ROOT / name, target / name)
    return target


def copy_of_sources(seeds: Path, names: Iterable[str] = ()) -> Path:
    """The hand-made sources, or those named, as a folder of seeds."""
    seeds.mkdir(parents=True, exist_ok=True)
    for folder in sorted(SOURCES.iterdir()):
        if not names or folder.name in names:
            shutil.copyfile(folder / "source.txt", seeds / f"{folder.name}.txt")
            shutil.copyfile(folder / "record.toml", seeds / f"{folder.name}.toml")
    return seeds


def sample_repository(target: Path) -> Path:
    """A repository like ours whose texts are the hand-made sources, converted."""
    copy_of_repository(target)
    (target / "refs.bib").unlink()
    for path in [*(target / "docs/texts").glob("*.md"), *(target / "seeds").iterdir()]:
        path.unlink()
    copy_of_sources(target / "seeds")
    done = edition(target, "--quiet", "convert")
    assert done.code == 0, done.err
    return target


def build(root: Path) -> Built:
    """Build all editions of a repository."""
    done = run_edition(root, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    output = root / "docs/_build"
    return Built(root, output / "html", output / "pdf", output / "epub")


def put_text(root: Path, text: str = POST, added: str = "", name: str = "001_a") -> Path:
    """A text with its record in `root/seeds`, the folder returned; `added` ends the record."""
    seeds = root / "seeds"
    seeds.mkdir(exist_ok=True)
    data = text.encode("utf-8")
    (seeds / f"{name}.txt").write_bytes(data)
    (seeds / f"{name}.toml").write_text(
        f'kind = "social-archive-markdown"\nsha256 = "{sha256(data).hexdigest()}"\n'
        f'slug = "a"\n{added}',
        encoding="utf-8",
    )
    return seeds
