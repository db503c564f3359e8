"""What each command does: convert, check, add."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from converters.add import new_record
from converters.check import BIBLIOGRAPHY, check, outputs, stale_pages
from converters.citations import Library, unread
from converters.convert import convert, read_sources
from converters.files import write_all
from converters.messages import EditionError, stop
from converters.progress import Progress
from converters.readers import READERS, reader_for
from converters.readers.common.reader import Hints
from converters.seed import read_seed


def convert_all(root: Path, progress: Progress) -> None:
    """Convert everything; write only if all went well. Raises EditionError."""
    with progress.stage("convert") as stage:
        library = Library.load(root / BIBLIOGRAPHY)
        broken = unread(library.dump())
        edition = convert(read_sources(root / "seeds"), library)
        errors = [*broken, *(m for m in edition.messages if m.severity == "error")]
        if errors:
            raise EditionError(errors[0])
        written = write_all(outputs(root, edition))
        stage.note(f"{len(edition.texts)} texts, {len(written)} files changed")
    for problem in (*edition.messages, *stale_pages(root, edition)):
        if problem.severity != "info":
            progress.say(str(problem))


def check_all(root: Path) -> bool:
    """Print every ledger and message; whether there is no error."""
    edition = convert(read_sources(root / "seeds"), Library.load(root / BIBLIOGRAPHY))
    for text in edition.texts:
        print(f"{text.source.seed.name}: {text.ledger}")
    messages = check(root, edition)
    for problem in messages:
        print(problem)
    errors = sum(m.severity == "error" for m in messages)
    warnings = sum(m.severity == "warning" for m in messages)
    print(f"{len(edition.texts)} texts, {errors} errors, {warnings} warnings")
    return errors == 0


def add(root: Path, files: Sequence[Path], progress: Progress, kind: str = "") -> None:
    """Put files among the seeds, each with a record made from what its reader finds.

    `kind` names the reader; without it the seed must be recognised. Raises EditionError.
    """
    seeds = root / "seeds"
    if not files:
        files = [p for p in sorted(seeds.glob("*.txt")) if not p.with_suffix(".toml").exists()]
    for file in files:
        seed = read_seed(file)
        target = seeds / f"{file.stem}.txt"
        record = target.with_suffix(".toml")
        if record.exists():
            raise stop("record-exists", record.name)
        reader = reader_for(seed, kind)
        content = new_record(seed, reader.kind, reader.read(seed, Hints()), reader.genre)
        seeds.mkdir(exist_ok=True)
        if not target.exists():
            shutil.copyfile(file, target)
        write_all({record: content})
        progress.say(f"seeds/{record.name}: {reader.kind} (one of {', '.join(READERS)})")
