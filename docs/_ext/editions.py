"""Builds several editions in one process over one set of doctrees.

    python docs/_ext/editions.py docs pdf epub html

The texts are read once; each builder then writes from the same doctrees. The prints of the PDF are
made while the others write; the site takes PDF and EPUB in as downloads when all is done. Any
warning is an error.
"""

import argparse
import importlib
import io
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from reading_room.downloads import editions_beside
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import SphinxError
from sphinx.util.console import nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.tags import Tags
from typstbook.builder import TypstBookBuilder
from typstbook.press import Press


def build(
    source: Path, builder: str, doctrees: Path, downloads: Sequence[str], presses: list[Press]
) -> str:
    """Build one edition; returns the warnings it gave (empty if none).

    `downloads` will stand in the folder of all editions when `presses`, to which that of the PDF
    is added, have printed; the site waits for them before it takes them in.
    """
    warnings = io.StringIO()
    options: dict[str, Any] = {"nitpicky": True, "typstbook_background": True}
    if downloads:
        options["edition_downloads"] = list(downloads)
    with patch_docutils(source), docutils_namespace():
        app = Sphinx(
            srcdir=source,
            confdir=source,
            outdir=doctrees.parent / builder,
            doctreedir=doctrees,
            buildername=builder,
            confoverrides=options,
            status=None,
            warning=warnings,
        )
        if builder == "html":
            app.connect("build-finished", lambda *_: wait(presses), priority=1)
        app.build()
    if isinstance(app.builder, TypstBookBuilder):
        presses.append(app.builder.press)
    return warnings.getvalue()


def wait(presses: list[Press]) -> None:
    """Until all is printed. Raises SphinxError if something cannot be."""
    while presses:
        presses.pop().wait()


def to_come(output: Path, presses: Sequence[Press]) -> list[str]:
    """What the site will find beside it: what stands there and what is being printed."""
    names = {f"pdf/{name}" for press in presses for name in press.record}
    kept = [n for n in editions_beside(output / "html") if not (presses and n.startswith("pdf/"))]
    return sorted(names, key=lambda name: (name.count("/"), name)) + kept


def warm_up(source: Path) -> None:
    """Import what the builders need, which takes longer than to read the texts."""
    with suppress(ImportError, SphinxError):  # Sphinx will say it, and say it better
        config = Config.read(source, overrides={}, tags=Tags())
        for name in (*config.extensions, "furo", "jieba", "sphinxcontrib.bibtex"):
            importlib.import_module(name)


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
    output = options.source / "_build"
    presses: list[Press] = []
    failed = False
    try:
        for builder in options.builders:
            start = time.perf_counter()
            downloads = to_come(output, presses)
            warnings = build(options.source, builder, output / "doctrees", downloads, presses)
            failed = failed or bool(warnings)
            sys.stderr.write(warnings)
            if not options.quiet:
                sys.stderr.write(f"  {builder:<10} {time.perf_counter() - start:6.2f} s\n")
        wait(presses)
    except SphinxError as error:
        sys.stderr.write(f"{error.category}: {error}\n")
        return 1
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
