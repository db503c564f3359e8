"""The command `edition`: convert, build, check, add."""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from converters import build
from converters.add import new_record
from converters.check import check, outputs, stale_pages
from converters.citations import Library
from converters.convert import Edition, convert, read_sources
from converters.files import write_all
from converters.messages import EditionError, stop
from converters.progress import Progress
from converters.readers import READERS, reader_for
from converters.readers.base import Hints
from converters.seed import read_seed

EXIT_FAILED = 1  # a check found errors, or a build failed
EXIT_INPUT = 2  # the input is wrong; nothing was written


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code: 0 done, 1 failed, 2 wrong input."""
    options = _parser().parse_args(arguments)
    root: Path = options.root.resolve()
    progress = Progress(quiet=options.quiet)
    try:
        if options.command == "add":
            return _add(root, options.files, progress)
        if options.command == "check":
            return _check(root)
        if options.command == "build":
            formats = options.formats or list(build.FORMATS)
            return build.run(root, formats, progress, lambda: _convert(root, progress))
        edition = _convert(root, progress)
        return EXIT_FAILED if any(m.severity == "error" for m in edition.messages) else 0
    except EditionError as error:
        print(error, file=sys.stderr)
        return EXIT_INPUT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="edition", description=__doc__)
    parser.add_argument(
        "--root", type=Path, default=Path.cwd(), help="the repository (default: this folder)"
    )
    parser.add_argument("--quiet", "-q", action="store_true", help="say nothing unless it fails")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("convert", help="seeds and records → docs/texts/*.md and refs.bib")
    building = commands.add_parser("build", help="convert, then build the editions")
    building.add_argument("formats", nargs="*", choices=[*build.FORMATS, []], metavar="FORMAT")
    commands.add_parser("check", help="print every ledger and message; fail on errors")
    adding = commands.add_parser("add", help="make a record for a new seed")
    adding.add_argument("files", nargs="*", type=Path, help="text files (default: all without one)")
    return parser


def _convert(root: Path, progress: Progress) -> Edition:
    """Convert everything; write only if all went well. Raises EditionError."""
    with progress.stage("convert") as stage:
        edition = _edition(root)
        errors = [m for m in edition.messages if m.severity == "error"]
        if errors:
            raise EditionError(errors[0])
        written = write_all(outputs(root, edition))
        stage.note(f"{len(edition.texts)} texts, {len(written)} files changed")
    for problem in (*edition.messages, *stale_pages(root, edition)):
        if problem.severity != "info":
            progress.say(str(problem))
    return edition


def _edition(root: Path) -> Edition:
    return convert(read_sources(root / "seeds"), Library.load(root / "refs.bib"))


def _check(root: Path) -> int:
    edition = _edition(root)
    for text in edition.texts:
        print(f"{text.source.seed.name}: {text.ledger}")
    messages = check(root, edition)
    for problem in messages:
        print(problem)
    errors = sum(m.severity == "error" for m in messages)
    warnings = sum(m.severity == "warning" for m in messages)
    print(f"{len(edition.texts)} texts, {errors} errors, {warnings} warnings")
    return EXIT_FAILED if errors else 0


def _add(root: Path, files: Sequence[Path], progress: Progress) -> int:
    """Put files among the seeds, each with a record made from what its reader finds."""
    seeds = root / "seeds"
    if not files:
        files = [p for p in sorted(seeds.glob("*.txt")) if not p.with_suffix(".toml").exists()]
    for file in files:
        seed = read_seed(file)
        target = seeds / f"{file.stem}.txt"
        record = target.with_suffix(".toml")
        if record.exists():
            raise stop("record-exists", record.name)
        reader = reader_for(seed)
        content = new_record(seed, reader.kind, reader.read(seed, Hints()))
        seeds.mkdir(exist_ok=True)
        if not target.exists():
            shutil.copyfile(file, target)
        write_all({record: content})
        progress.say(f"seeds/{record.name}: {reader.kind} (one of {', '.join(READERS)})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
