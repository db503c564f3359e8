"""Whether a line ends a sentence."""

import re

from converters.readers.common.notes import Style

_ABBREVIATED = re.compile(
    r"(?:^|[^A-Za-z])(?:[A-Z]|pp?|[Nn]os?|[Vv]ols?|eds?|cf|vs|St|Dr|Mr|Mrs)\.$"
)
_END = re.compile(r"[。！？!?…．]$|[A-Za-zÀ-ӿ\d)\]”’\"]\.$|://\S+$")
_CLOSERS = "”’」』）)》】〕]\"'*_ \t\u3000\u00a0"


def bare(string: str, style: Style | None) -> str:
    """A line without the note marks at its end."""
    while style and (marks := [m for m in style.calls(string) if m.end == len(string.rstrip())]):
        string = string[: marks[-1].start].rstrip()
    return string.rstrip()


def finished(string: str, style: Style | None) -> bool:
    """Whether a line ends a sentence, its note marks and closing quotation marks apart."""
    end = bare(string, style).rstrip(_CLOSERS)
    return bool(_END.search(end)) and not _ABBREVIATED.search(end)


def introduces(string: str, style: Style | None) -> bool:
    """Whether a line ends in a colon or semicolon: what follows may be a list."""
    return bare(string, style).rstrip(_CLOSERS).endswith(("：", ":", "；", ";"))
