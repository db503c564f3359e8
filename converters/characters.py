"""Which characters are Han, which are written only in Chinese text, and which are blank."""

import re

#: Every Han character (Unicode property Script=Han, UAX 24), as the inside of a character class:
#: radicals, 々, 〇, numerals, all extensions, compatibility ideographs.
HAN = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
#: Blanks within a line, as the inside of a character class.
BLANK = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_CJK = re.compile(
    f"[{HAN}\u3001-\u3004\u3006\u3008-\u3020\u302a-\u303f\u3040-\u30ff\u3100-\u318f\uac00-\ud7af\uff01-\uffef]"
)
_HAN = re.compile(f"[{HAN}]")


def is_cjk(char: str) -> bool:
    """Whether a character is written only in Chinese (or Japanese, Korean) text.

    Such are Han, kana and hangul letters, and full-width or CJK punctuation. Quotation marks,
    dashes and the middle dot are shared by all scripts and are none.
    """
    return bool(char) and _CJK.match(char) is not None


def is_han(char: str) -> bool:
    """Whether a character is a Han character."""
    return bool(char) and _HAN.match(char) is not None


def han_count(string: str) -> int:
    """How many Han characters a string has."""
    return len(_HAN.findall(string))


def has_han(string: str) -> bool:
    """Whether a string has a Han character."""
    return _HAN.search(string) is not None
