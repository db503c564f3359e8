"""Building the editions: Sphinx in a process of its own, one reading of the texts for all."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

#: The editions in the order of building: HTML comes last and takes the others in as downloads.
FORMATS = ("pdf", "epub", "html")


def run(root: Path, formats: Sequence[str], *, quiet: bool = False) -> int:
    """Build the named editions into docs/_build; returns 0, or 1 if one fails."""
    wanted = [name for name in FORMATS if name in formats]
    script = root / "docs/_ext/build_editions.py"
    command = [sys.executable, str(script), str(root / "docs"), *wanted]
    if quiet:
        command.append("--quiet")
    return 1 if subprocess.run(command, check=False).returncode else 0
