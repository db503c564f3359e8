"""Hand-made documents of every kind of source, for what must hold of all readers."""

from support import SOURCES

from converters.record import read_record
from converters.seed import Seed, read_seed

KINDS = SOURCES.parent / "kinds"


def documents() -> dict[str, list[Seed]]:
    """Kind → its documents: those of the pipeline, and others that have no record."""
    found: dict[str, list[Seed]] = {}
    for folder in sorted(SOURCES.iterdir()):
        kind = read_record(folder / "record.toml").kind
        found.setdefault(kind, []).append(named(read_seed(folder / "source.txt"), folder.name))
    for path in sorted(KINDS.glob("*/*.txt")):
        found.setdefault(path.parent.name, []).append(named(read_seed(path), path.stem))
    return found


def named(seed: Seed, name: str) -> Seed:
    """The seed under a name that says which document it is."""
    return Seed(name, seed.text, seed.sha256)
