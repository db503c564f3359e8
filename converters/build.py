"""Building the editions: Sphinx in a process of its own, one reading of the texts for all.

That process loads Sphinx while this one converts.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from converters.progress import Progress

#: The editions in the order of building: HTML comes last and takes the others in as downloads.
FORMATS = ("pdf", "epub", "html")


def run(
    root: Path, formats: Sequence[str], progress: Progress, convert: Callable[[], object]
) -> int:
    """Convert, then build the named editions into docs/_build; returns 0, or 1 if one fails.

    What `convert` raises passes through, and nothing is built.
    """
    wanted = [name for name in FORMATS if name in formats]
    editions = root / "docs/_ext/build_editions.py"
    command = [sys.executable, str(editions), "--wait", str(root / "docs"), *wanted]
    if progress.quiet:
        command.append("--quiet")
    with subprocess.Popen(command, stdin=subprocess.PIPE) as sphinx:
        try:
            convert()
        except BaseException:
            sphinx.kill()
            raise
        sphinx.communicate(b"\n")
    return 1 if sphinx.returncode else 0
