"""What a call costs, counted instead of timed: the same on any machine."""

import sys
import tracemalloc
from collections.abc import Callable
from types import FrameType


def calls(function: Callable[..., object], *arguments: object) -> int:
    """How many functions, of Python and of C, a call of the function calls."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        function(*arguments)
    finally:
        sys.setprofile(None)
    return count


def memory(function: Callable[..., object], *arguments: object) -> int:
    """How many bytes are in use at most while a function runs, beyond those before."""
    tracemalloc.start()
    try:
        function(*arguments)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
