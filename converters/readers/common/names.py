"""Names of authors as journals print them on a line of their own."""

import re

from converters.characters import HAN
from converters.lexicon import pattern
from converters.surnames import SINGLE

_ORNAMENT = r"[□■○●◎◇◆▲△☆·•\s]*"
_COUNTRY = rf"(?:[\[［〔【(（][{HAN}]{{1,4}}[\]］〕】)）]\s*)?"
_ROLES = ("signed-author", "signed-translator", "signed-proof-reader")
_ROLE = re.compile(rf"\s*{pattern('roles', group=_ROLES)}$")
_HAN_NAME = re.compile(rf"[{HAN}]{{2,4}}")
_FOREIGN = re.compile(rf"{_COUNTRY}[{HAN}A-Z][{HAN}A-Za-z.]*(?:[·・•][{HAN}A-Za-z.\s]+)+")
_NO_NAME = re.compile(f"{pattern('no_names')}|{pattern('institutions', 'journal')}")
LONGEST_LINE = 60  # characters: ten names of foreigners are rarely longer
MOST_NAMES = 10  # on a line; what has more parts is a list of other things


def ornament(string: str) -> int:
    """The length of the signs and blanks before the first name."""
    match = re.match(_ORNAMENT, string)
    return match.end() if match else 0


def names(string: str) -> list[str]:
    """The names on a line that holds nothing but names, letter-spaced or not; else none."""
    bare = string[ornament(string) :].strip()
    if len(bare) > LONGEST_LINE or _NO_NAME.search(bare):  # 党校 ends in no proof-reader
        return []
    bare = _ROLE.sub("", bare)
    if not bare or re.search(r"[。？！：:；]$", bare):
        return []
    parts = [part.strip() for part in re.split(r"[、，,;；／/]", bare)]
    found = [name for part in parts for name in _part(part)]
    return found if all(_is_name(name) for name in found) and len(found) <= MOST_NAMES else []


def _part(part: str) -> list[str]:
    """The names in a part without signs. Letter-spaced names are parted by wider blanks."""
    if not part or _FOREIGN.fullmatch(part):
        return [part] if part else []
    pieces = re.split(r"\s+", part)
    blanks = [len(blank) for blank in re.findall(r"\s+", part)]
    if blanks and min(blanks) < max(blanks):
        return [name for name in re.split(rf"\s{{{max(blanks)}}}", part) for name in _part(name)]
    if all(len(piece) == 1 for piece in pieces) and len(pieces) > 3:
        return _parted("".join(pieces))
    joined: list[str] = []
    for piece in pieces:
        if len(piece) == 1 and joined and (len(joined[-1]) == 1 or len(pieces) <= 3):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _parted(characters: str) -> list[str]:
    """The names in characters with the same blank everywhere: two or three with a surname each.

    If surnames tell no way or several, names have two characters; that must come out even.
    """
    ways = [way for way in _ways(characters) if all(name[0] in SINGLE for name in way)]
    if len(ways) == 1:
        return ways[0]
    return [characters[at : at + 2] for at in range(0, len(characters), 2)]


def _ways(characters: str) -> list[list[str]]:
    """All ways to part characters into names of two or three."""
    if not characters:
        return [[]]
    return [
        [characters[:length], *rest]
        for length in (2, 3)
        if length <= len(characters)
        for rest in _ways(characters[length:])
    ]


def _is_name(name: str) -> bool:
    return bool(_HAN_NAME.fullmatch(name) or _FOREIGN.fullmatch(name))
