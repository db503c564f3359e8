"""Builds several editions in one process over one set of doctrees.

    python docs/_ext/editions.py docs pdf epub html

The texts are read once; each builder then writes from the same doctrees. Any warning is an error.
"""

import argparse
import io
import sys
import time
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.console import nocolor
from sphinx.util.docutils import docutils_namespace, patch_docutils


def build(source: Path, builder: str, out: Path, doctrees: Path) -> str:
    """Build one edition; returns the warnings it gave (empty if none)."""
    warnings = io.StringIO()
    with patch_docutils(source), docutils_namespace():
        app = Sphinx(
            srcdir=source,
            confdir=source,
            outdir=out,
            doctreedir=doctrees,
            buildername=builder,
            confoverrides={"nitpicky": True},
            status=None,
            warning=warnings,
        )
        app.build()
    return warnings.getvalue()


def main() -> int:
    """Build what the command line names; 1 if any builder warned."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("builders", nargs="+")
    parser.add_argument("--quiet", action="store_true")
    options = parser.parse_args()
    nocolor()
    output = options.source / "_build"
    failed = False
    for builder in options.builders:
        start = time.perf_counter()
        warnings = build(options.source, builder, output / builder, output / "doctrees")
        if warnings:
            failed = True
            sys.stderr.write(warnings)
        if not options.quiet:
            sys.stderr.write(f"  {builder:<10} {time.perf_counter() - start:6.2f} s\n")
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
