"""What follows from an entry alone is found out once in a process, and in the copies of it.

Sphinx has the bibliography sorted and formatted anew for each builder.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from pybtex.database import Entry

Result = TypeVar("Result")


def by_content(function: Callable[[Entry], Result]) -> Callable[[Entry], Result]:
    """A function of an entry that remembers its results; for equal entries it has the same."""
    known: dict[tuple[object, ...], Result] = {}

    @wraps(function)
    def remembering(entry: Entry) -> Result:
        persons = tuple((role, *map(str, each)) for role, each in entry.persons.items())
        content = (entry.key, entry.type, tuple(entry.fields.items()), persons)
        if content not in known:
            known[content] = function(entry)
        return known[content]

    return remembering
