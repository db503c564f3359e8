"""Telling what goes on: stages with their times; plain lines where nobody watches."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Stage:
    """A stage under way; `note` adds what it did to its line."""

    name: str
    done: str = ""

    def note(self, words: str) -> None:
        """Say what the stage did."""
        self.done = words


@dataclass
class Progress:
    """Writes to standard error; nothing if quiet. Problems are said all the same."""

    quiet: bool = False
    _live: bool = field(default_factory=sys.stderr.isatty)

    @contextmanager
    def stage(self, name: str) -> Iterator[Stage]:
        """A stage; its line is shown at once on a terminal and ended with its time."""
        stage = Stage(name)
        start = time.perf_counter()
        if self._live and not self.quiet:
            sys.stderr.write(f"  {name} …\r")
            sys.stderr.flush()
        yield stage
        if not self.quiet:
            seconds = time.perf_counter() - start
            end = "\x1b[K\n" if self._live else "\n"
            sys.stderr.write(f"  {name:<10} {seconds:6.2f} s  {stage.done}{end}")
            sys.stderr.flush()

    def say(self, words: str) -> None:
        """A line of its own."""
        sys.stderr.write(words + "\n")
