"""All that is printed: the book, in one volume or several, and the offprints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import PurePosixPath

from sphinx.config import Config
from sphinx.events import EventManager
from sphinx.util import logging

from . import assembly, markup
from .assembly import Part, Volume
from .settings import Settings, settings_source

logger = logging.getLogger(__name__)


def offprint_name(part: Part) -> str:
    """The path of a document's own PDF in the output folder."""
    return f"{part.place.docname}.pdf"


@dataclass(frozen=True)
class Print:
    """A PDF to be: its path in the output folder, its own files, paths of its images.

    `large` tells that it is one of several volumes.
    """

    name: str
    files: Mapping[str, bytes]
    images: frozenset[str] = field(default_factory=frozenset)
    large: bool = False


class Library:
    """The translated documents (`parts`, the root document first) and how they hang together."""

    def __init__(
        self, config: Config, events: EventManager, parts: Sequence[Part], settings: Settings
    ) -> None:
        self.config = config
        self.events = events
        self.parts = parts
        self.settings = settings
        self.labels = {label for part in parts for label in part.chapter.labels}
        self.aliases = {k: v for part in parts for k, v in part.chapter.aliases.items()}
        self.entries = {k: v for part in parts for k, v in part.chapter.entries.items()}
        self.rank = {label: rank for rank, label in enumerate(self.entries)}

        patterns = config.typstbook_offprints
        self.volumes = self.bind()
        self.offprints = [
            part
            for part in parts
            if any(fnmatch(part.place.docname, pattern) for pattern in patterns)
        ]

    def names(self) -> list[str]:
        """The paths of all prints in the output folder."""
        return [*map(self.volume_name, self.volumes), *map(offprint_name, self.offprints)]

    def prints(self) -> Iterator[Print]:
        """Everything, made up one by one."""
        self.report_unknown_targets()
        yield from map(self.volume, self.volumes)
        yield from map(self.offprint, self.offprints)

    # The book

    def bind(self) -> list[Volume]:
        """The volumes, by `typstbook_volume_size`; the root document is the preface."""
        has_preface = self.config.typstbook_preface != "" and len(self.parts) > 1
        preface = self.parts[0] if has_preface else None
        size = self.config.typstbook_volume_size
        return assembly.volumes(self.parts[1:] or self.parts, preface, size)

    def volume_name(self, volume: Volume) -> str:
        """The path of a volume in the output folder, numbered if there are several."""
        path = PurePosixPath(self.settings.filename)
        return f"{path.stem}-{volume.number}{path.suffix}" if volume.count > 1 else str(path)

    def volume(self, volume: Volume) -> Print:
        """The files of one volume."""
        settings = self.settings
        several = volume.count > 1
        number = settings.words["volume"].replace("{}", str(volume.number)) if several else ""
        source = settings_source(
            settings,
            title=settings.title,
            volume=number,
            level=1,
            authors=settings.authors,
            description=settings.description,
            keywords=settings.keywords,
            chapters=assembly.chapter_labels(volume.parts, settings),
            **self.links(volume.parts),
        )
        main = assembly.book(volume, settings)
        return self.print(self.volume_name(volume), main, source, volume.parts, several)

    def report_unknown_targets(self) -> None:
        """A warning at the first link to each target that nothing in the project has."""
        seen: set[str] = set()
        for part in self.parts:
            for reference in part.chapter.references:
                target = self.resolve(reference.target)
                if target in self.labels or target in seen:
                    continue
                seen.add(target)
                docname, _, id_ = target.partition(":")
                logger.warning(
                    "the book has no target %r in document %r",
                    id_,
                    docname,
                    location=reference.location,
                    type="typstbook",
                    subtype="target",
                )

    # Offprints

    def offprint(self, part: Part) -> Print:
        """The files of one text with the works that it cites."""
        info = part.information
        targets = {self.resolve(reference.target) for reference in part.chapter.references}
        cited = sorted(targets & self.rank.keys(), key=self.rank.__getitem__)
        works = "".join(
            markup.call("work", markup.string(label), body=self.entries[label]) for label in cited
        )
        source = settings_source(
            self.settings,
            title=info.title,
            volume="",
            level=max(part.place.level, 1),
            authors=info.authors,
            description=info.description,
            keywords=info.keywords,
            chapters={},
            **self.links([part], also=cited),
        )
        citation = self.events.emit_firstresult("typstbook-citation", part.place.docname) or ""
        main = assembly.offprint(part, self.settings, citation, works)
        return self.print(offprint_name(part), main, source, [part])

    # Both

    def print(
        self, name: str, main: str, settings: str, parts: Sequence[Part], large: bool = False
    ) -> Print:
        """A PDF to be, from the sources of its main file, settings and documents."""
        files = {
            "main.typ": main.encode(),
            "settings.typ": settings.encode(),
            **{part.path: part.file.encode() for part in parts},
        }
        images = frozenset(path for part in parts for path in part.chapter.images)
        return Print(name, files, images, large)

    def resolve(self, target: str) -> str:
        """The label that a target stands for."""
        return self.aliases.get(target, target)

    def links(
        self, parts: Sequence[Part], also: Sequence[str] = ()
    ) -> dict[str, Mapping[str, str | None]]:
        """`aliases` of the targets that `parts` refer to, and those of them that lie `outside`."""
        inside = {label for part in parts for label in part.chapter.labels}.union(also)
        wanted = {ref.target for part in parts for ref in part.chapter.references}
        aliases = {name: self.aliases[name] for name in sorted(wanted) if name in self.aliases}
        outside = sorted({self.resolve(name) for name in wanted} - inside)
        return {
            "aliases": aliases,
            "outside": {label: self.web_address(label) for label in outside},
        }

    def web_address(self, label: str) -> str | None:
        """Where the web edition has what a volume or offprint lacks, if there is one."""
        if not self.settings.base_url or label not in self.labels:
            return None
        docname, _, id_ = label.partition(":")
        return f"{self.settings.base_url}{docname}.html#{id_}"
