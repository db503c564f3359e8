"""Whether a line ends a sentence."""

import re

from converters.readers.common.notes import Style

_ABBREVIATED = re.compile(
    r"(?:^|[^A-Za-z])(?:[A-Z]|pp?|[Nn]os?|[Vv]ols?|eds?|cf|vs|St|Dr|Mr|Mrs)\.$"
)
_LONGEST = len("(Vols.")  # that it matches
_END = re.compile(r"[。！？!?…．]$|[A-Za-zÀ-ӿ\d)\]”’\"]\.$")
_CLOSERS = "”’」』）)》】〕]\"'*_ \t\u3000\u00a0"


def without_end_marks(string: str, style: Style | None) -> str:
    """A line without the note marks at its end."""
    end = len(string.rstrip())
    for mark in reversed(list(style.calls(string)) if style else []):
        if mark.end != end:
            break
        end = mark.start
        while end and string[end - 1].isspace():
            end -= 1
    return string[:end]


def finished(string: str, style: Style | None) -> bool:
    """Whether a line ends a sentence, its note marks and closing quotation marks apart.

    An address at the end of a line ends one, too.
    """
    end = without_end_marks(string, style).rstrip(_CLOSERS)
    if _END.search(end[-2:]):
        return not _ABBREVIATED.search(end[-_LONGEST:])
    return "://" in end and "://" in end.rsplit(maxsplit=1)[-1][:-1]


def introduces(string: str, style: Style | None) -> bool:
    """Whether a line ends in a colon or semicolon: what follows may be a list."""
    return without_end_marks(string, style).rstrip(_CLOSERS).endswith(("：", ":", "；", ";"))
