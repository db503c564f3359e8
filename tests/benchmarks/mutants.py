"""Small breaking changes, each of which some test must notice.

    python tests/benchmarks/mutants.py [WORD …]

Each change of mutants.toml (or those whose file or description holds a WORD) is made in a copy of
the tree, and the tests that it names are run there until one fails. A change is caught, or it
survives, or it is stale: its old words do not stand exactly once in its file. The exit code is 1
unless all are caught, 2 if the tests fail before any change: they would seem to catch everything.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHANGES = Path(__file__).with_suffix(".toml")
#: Seconds; a change that makes a program run for ever is noticed, too.
TIMEOUT = 600


@dataclass(frozen=True)
class Change:
    """In `file`, `new` stands for `old`; `wrong` says what goes wrong, `tests` which may notice."""

    file: str
    old: str
    new: str
    wrong: str
    tests: str


def changes() -> list[Change]:
    """All changes, in the order of the file."""
    return [Change(**entry) for entry in tomllib.loads(CHANGES.read_text("utf-8"))["change"]]


def copy_of_tree(target: Path) -> Path:
    """What git knows of the tree, as it stands in the working folder."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes((ROOT / name).read_bytes())
    return target


def passes(tree: Path, tests: str) -> bool:
    """Whether the tests pass in a tree."""
    paths = os.pathsep.join([str(tree), str(tree / "docs/_ext"), str(tree / "tests")])
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests.split()]
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=tree, env=environment, capture_output=True, timeout=TIMEOUT, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def fate(tree: Path, change: Change) -> str:
    """What becomes of a change: `caught`, `SURVIVED` or `STALE`."""
    path = tree / change.file
    source = path.read_text(encoding="utf-8") if path.is_file() else ""
    if source.count(change.old) != 1 or change.old == change.new:
        return "STALE"
    path.write_text(source.replace(change.old, change.new), encoding="utf-8")
    try:
        return "SURVIVED" if passes(tree, change.tests) else "caught"
    finally:
        path.write_text(source, encoding="utf-8")


def main() -> int:
    """Try the changes and print what became of each; 1 unless all were caught, 2 if tests fail."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("words", nargs="*", help="only changes whose file or description has one")
    words = parser.parse_args().words
    wanted = [
        change
        for change in changes()
        if not words or any(word in change.file + change.wrong for word in words)
    ]
    fates = []
    with tempfile.TemporaryDirectory() as folder:
        tree = copy_of_tree(Path(folder))
        for tests in sorted({change.tests for change in wanted}):
            if not passes(tree, tests):
                print(f"{tests} fails before any change")
                return 2
        for change in wanted:
            fates.append(fate(tree, change))
            print(f"{fates[-1]:<9} {change.file}: {change.wrong}", flush=True)
    caught = fates.count("caught")
    print(f"{caught} of {len(fates)} caught")
    return 0 if caught == len(fates) else 1


if __name__ == "__main__":
    raise SystemExit(main())
