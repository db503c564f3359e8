"""Builds several editions over one set of doctrees.

    python docs/_ext/build_editions.py docs pdf epub html

The texts are read once; then each builder writes from the same doctrees, in a process of its own.
The site takes PDF and EPUB in as downloads when all is done. Any warning is an error.
"""

import argparse
import importlib
import io
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reading_room.downloads import download, editions_beside, put_in
from sphinx.application import Sphinx, builtin_extensions
from sphinx.config import Config
from sphinx.errors import SphinxError
from sphinx.util.console import nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.tags import Tags

# Where a process can be copied, what it has imported and read need not be imported and read again.
# (macOS can, but its own libraries do not bear it.)
if sys.platform == "linux":
    PROCESSES = multiprocessing.get_context("fork")
else:
    PROCESSES = multiprocessing.get_context("spawn")


@dataclass(frozen=True)
class Built:
    """What came of one builder: how long it took, and what Sphinx warned of or failed for."""

    builder: str
    seconds: float
    warnings: str = ""


def build(
    source: Path,
    builder: str,
    downloads: list[str] | None = None,
    announce: Callable[[list[str]], None] | None = None,
    *,
    beside: bool = False,
) -> Built:
    """Build one edition into `source`/_build.

    `downloads` will stand in that folder when all is built: the site links them, or, without such
    a list, what it finds there. `announce` is given the names of the files that PDF or EPUB will
    be, as soon as they are known. `beside`: others build at the same time; all has been read.
    """
    start = time.perf_counter()
    output = source / "_build"
    warnings = io.StringIO()
    options: dict[str, Any] = {"nitpicky": True}
    if downloads is not None or builder != "html":
        options["edition_downloads"] = downloads or []
    try:
        with patch_docutils(source), docutils_namespace(), TemporaryDirectory() as aside:
            app = Sphinx(
                srcdir=source,
                confdir=source,
                outdir=output / builder,
                doctreedir=output / "doctrees",
                buildername=builder,
                confoverrides=options,
                status=None,
                warning=warnings,
            )
            if beside:
                # Sphinx may write again what it knows of the texts, which others are reading.
                app.builder.doctreedir = Path(aside)
            if announce is not None:
                app.connect("typstbook-prints", lambda _app, names: announce(names))
                if builder == "epub":
                    announce([f"{app.config.epub_basename}.epub"])
            app.build()
    except SphinxError as error:
        warnings.write(f"{error.category}: {error}\n")
    return Built(builder, time.perf_counter() - start, warnings.getvalue())


class Other:
    """A build in a process of its own."""

    def __init__(self, source: Path, builder: str) -> None:
        self._builder = builder
        self._messages, messages = PROCESSES.Pipe(duplex=False)
        arguments = (source, builder, messages)
        self._process = PROCESSES.Process(target=build_there, args=arguments, daemon=True)
        self._process.start()
        messages.close()
        self._built: Built | None = None

    def files(self) -> list[str]:
        """What it is going to make, below the folder of all editions; nothing if it has failed."""
        try:
            message = self._messages.recv()
        except EOFError:  # what broke it off it has said itself
            message = Built(self._builder, 0, f"{self._builder}: broken off\n")
        if isinstance(message, Built):
            self._built = message
            return []
        return [f"{self._builder}/{name}" for name in message]

    def result(self) -> Built:
        """What came of it, when it is done."""
        while self._built is None:
            self.files()
        self._process.join()
        return self._built


def build_there(source: Path, builder: str, messages: Connection) -> None:
    """In the other process: send the names of the files to come, then what came of it."""
    messages.send(build(source, builder, announce=messages.send, beside=True))


def warm_up(source: Path) -> None:
    """Import what the builders need, which takes longer than to read the texts."""
    with suppress(ImportError, SphinxError):  # Sphinx will say it, and say it better
        config = Config.read(source, overrides={}, tags=Tags())
        for name in (*builtin_extensions, *config.extensions, "furo", "sphinxcontrib.bibtex"):
            importlib.import_module(name)


def build_all(source: Path, builders: Sequence[str], say: Callable[[Built], bool]) -> bool:
    """Build what `builders` names; `say` is told of each, and whether it went well is its answer.

    PDF and EPUB are made beside the site.
    """
    if len(builders) == 1:
        return say(build(source, builders[0]))
    if not say(build(source, "doctrees")):
        return False
    others = [Other(source, builder) for builder in builders if builder != "html"]
    done = []
    if "html" in builders:
        site = source / "_build/html"
        files = [name for other in others for name in other.files()]
        kept = [name for name in editions_beside(site) if name.split("/")[0] not in builders]
        done.append(say(build(source, "html", [*files, *kept], beside=True)))
    done += [say(other.result()) for other in others]
    if "html" in builders and all(done):
        put_in(site, map(download, [*files, *kept]))
    return all(done)


def main() -> int:
    """Build what the command line names; 1 if any builder failed or warned."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=lambda name: Path(name).absolute())
    parser.add_argument("builders", nargs="+")
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--wait", action="store_true", help="begin when a line comes by stdin")
    options = parser.parse_args()
    nocolor()
    if options.wait:
        warm_up(options.source)
        if not sys.stdin.readline():
            return 1

    def say(built: Built) -> bool:
        """Show what came of a builder; whether all is well."""
        sys.stderr.write(built.warnings)
        if not options.quiet:
            sys.stderr.write(f"  {built.builder:<10} {built.seconds:6.2f} s\n")
        return not built.warnings

    return 0 if build_all(options.source, options.builders, say) else 1


if __name__ == "__main__":
    code = main()
    # All is written; to take apart every object of a Sphinx takes Python most of a second.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
