"""Builds several editions over one set of doctrees.

    python docs/_ext/build_editions.py docs pdf epub html

The texts are read once; then each builder writes from the same doctrees, PDF and EPUB in processes
of their own beside the site. The site takes both in as downloads when all is done. Any warning
fails the run.
"""

from __future__ import annotations

import argparse
import gc
import io
import multiprocessing
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reading_room.downloads import copy_into, download, find_built
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.console import nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils


@dataclass(frozen=True)
class Project:
    """The project in the folder `source`; the editions go into `source`/_build.

    `quiet`: of an edition that is well, nothing is said.
    """

    source: Path
    quiet: bool = False

    def build(
        self,
        builder: str,
        downloads: list[str] | None = None,
        announce: Callable[[list[str]], None] | None = None,
        *,
        beside: bool = False,
    ) -> bool:
        """Build one edition; returns whether it went well. Warnings and time go to stderr.

        `downloads` are the files that will stand below _build when all is built, for the site to
        link; without such a list it links what it finds there. `announce` is given the files, below
        the folder of this edition, that PDF or EPUB will be, as soon as they are known. `beside`:
        others build at the same time, from what has been read before.
        """
        start = time.perf_counter()
        output = self.source / "_build"
        warnings = io.StringIO()
        options: dict[str, Any] = {"nitpicky": True}
        if downloads is not None or builder != "html":
            options["edition_downloads"] = downloads or []
        try:
            with patch_docutils(self.source), docutils_namespace(), TemporaryDirectory() as aside:
                app = Sphinx(
                    srcdir=self.source,
                    confdir=self.source,
                    outdir=output / builder,
                    doctreedir=output / "doctrees",
                    buildername=builder,
                    confoverrides=options,
                    status=None,
                    warning=warnings,
                )
                if beside:
                    # A page that lists all texts counts as changed for each builder, and Sphinx
                    # would write the environment again while another process is loading it.
                    app.builder.doctreedir = Path(aside)
                if announce is not None and builder == "pdf":
                    app.connect("typstbook-prints", lambda _app, names: announce(names))
                elif announce is not None:
                    announce([f"{app.config.epub_basename}.epub"])
                app.build()
        except SphinxError as error:
            warnings.write(f"{error.category}: {error}\n")
        report = warnings.getvalue()
        if not self.quiet:
            report += f"  {builder:<10} {time.perf_counter() - start:6.2f} s\n"
        sys.stderr.write(report)
        return not warnings.getvalue()

    def build_all(self, builders: Sequence[str]) -> bool:
        """Build the editions that `builders` names; returns whether all went well."""
        if len(builders) == 1:
            return self.build(builders[0])
        if not self.build("doctrees"):
            return False
        others = [Beside(self, builder) for builder in builders if builder != "html"]
        if "html" not in builders:
            return succeeded(others)
        site = self.source / "_build/html"
        files = [name for other in others for name in other.files()]
        files += [name for name in find_built(site) if name.split("/")[0] not in builders]
        built = self.build("html", files, beside=True)
        if not (succeeded(others) and built):
            return False
        copy_into(site, map(download, files))
        return True


class Beside:
    """The build of PDF or EPUB in a process of its own."""

    def __init__(self, project: Project, builder: str) -> None:
        self._builder = builder
        self._files, announcing = multiprocessing.Pipe(duplex=False)
        arguments = (project, builder, announcing)
        self._process = multiprocessing.Process(target=build_beside, args=arguments)
        self._process.start()
        announcing.close()  # then the end of that process is the end of the pipe

    def files(self) -> list[str]:
        """What it is going to make, below the folder of all editions; nothing if it has failed."""
        try:
            return [f"{self._builder}/{name}" for name in self._files.recv()]
        except EOFError:
            return []

    def succeeded(self) -> bool:
        """Wait for its end; whether it went well."""
        self._process.join()
        if self._process.exitcode not in (0, 1):
            sys.stderr.write(f"{self._builder}: broken off\n")
        return self._process.exitcode == 0


def succeeded(builds: Sequence[Beside]) -> bool:
    """Wait for all; whether all went well."""
    return False not in [build.succeeded() for build in builds]


def build_beside(project: Project, builder: str, announcing: Connection) -> None:
    """In the other process: build, send the names of the files to come, exit with 1 for failed."""
    sys.exit(0 if project.build(builder, announce=announcing.send, beside=True) else 1)


def main() -> int:
    """Build what the command line names; 1 if any builder failed or warned."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=lambda name: Path(name).absolute())
    parser.add_argument("builders", nargs="+")
    parser.add_argument("--quiet", action="store_true")
    options = parser.parse_args()
    nocolor()
    # A copy of this process need not import Sphinx again. (macOS can copy processes too, but its
    # own libraries do not bear it.)
    multiprocessing.set_start_method("fork" if sys.platform == "linux" else "spawn")
    return 0 if Project(options.source, options.quiet).build_all(options.builders) else 1


if __name__ == "__main__":
    code = main()
    # What Sphinx holds is not searched for garbage once more, which takes seconds (2.4 and 3.6 s
    # without this line, 0.3 and 0.2 s with it); all else that is to be done at the end is done.
    gc.freeze()
    sys.exit(code)
