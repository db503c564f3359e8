"""Chinese numerals below a thousand, as volumes and issues have them, in digits."""

import re

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100}


def arabic(text: str) -> str:
    """The number in digits; anything that is no Chinese numeral comes back as it is."""
    if not re.fullmatch(r"[零〇一二两三四五六七八九十百]+", text):
        return text
    if not re.search("[十百]", text):
        return "".join(str(_DIGITS[char]) for char in text)
    total = digit = 0
    for char in text:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return str(total + digit)
