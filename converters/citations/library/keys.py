"""Keys of entries: ASCII, made of author, year and title, and never changed once given.

`zhangxue2024beiyue` is 张雪, 2024, 《北约强化韧性建设…》. A key that is taken gets the next words
of the title, so that no key depends on how many others there are.
"""

import re
from collections.abc import Container, Iterator, Mapping
from itertools import count

from anyascii import anyascii

from converters.characters import HAN
from converters.surnames import READINGS

_SMALL = frozenset(
    str.split("""
    a an the of on in to for and or by with from at as is are was what how why does do did under
    its it about between among through towards toward into
    о об в во на и к по из за с от для как что почему не
""")
)

#: So many syllables of a Chinese body's name, or of a transcribed one, stand for it.
_BODY_LENGTH = 4


def make_key(fields: Mapping[str, str], taken: Container[str]) -> str:
    """A key for an entry with these fields that is not among those taken."""
    author, year = _author(fields), fields.get("date", "")[:4]
    words = list(_words(fields))
    words = [word for word in words if word != author and not word.isdigit()] or words
    if not author and words:  # 《维也纳外交关系公约》 of 1961 is weiyenawai1961
        is_han = bool(re.search(f"[{HAN}]", fields.get("title", "")))
        author = "".join(words[: 2 if is_han else 1])
        words = words[2:] if is_han else words[1:]
        if is_han and author + year not in taken:
            return author + year
    for number in range(1, len(words) + 1):
        key = author + year + "".join(words[:number])
        if key not in taken:
            return key
    base = author + year + "".join(words[:1])
    return next(key for key in _lettered(base or "work") if key not in taken)


def _lettered(base: str) -> Iterator[str]:
    yield base
    for number in count(2):
        letters = ""
        while number:
            number, digit = divmod(number - 1, 26)
            letters = chr(97 + digit) + letters
        yield f"{base}-{letters}"


def _author(fields: Mapping[str, str]) -> str:
    for name in ("author", "editor", "organization", "institution", "journaltitle"):
        if value := fields.get(name):
            return _person(value.split(" and ")[0] if name in ("author", "editor") else value)
    return ""


def _person(name: str) -> str:
    bare = name.strip("{}")
    family, comma, given = bare.partition(", ")
    if re.search(f"[{HAN}]", bare):
        if comma:
            return (READINGS.get(family) or "".join(_pinyin(family))) + "".join(_pinyin(given))
        return "".join(_pinyin(bare)[:_BODY_LENGTH])
    if comma and not name.startswith("{"):
        return _letters(family)
    words = [word for word in re.findall(r"[\w’'-]+", bare) if word[0].isupper()]
    if len(words) > 2:
        return _letters("".join(word if word.isupper() else word[0] for word in words))
    return _letters(bare)


def _words(fields: Mapping[str, str]) -> Iterator[str]:
    title = fields.get("shorttitle") or fields.get("title") or ""
    title = re.sub(r"^(?:1|2)\d{3}(?:年前?)?", "", title) if re.search(f"[{HAN}]", title) else title
    for run in re.findall(rf"[{HAN}]+|[^\W_]+(?:[’'][^\W_]+)*", title):
        if re.match(f"[{HAN}]", run):
            readings = _pinyin(run)
            yield from ("".join(readings[n : n + 2]) for n in range(0, len(run), 2))
        elif run.lower() not in _SMALL and (word := _letters(run)):
            yield word


def _pinyin(text: str) -> list[str]:
    """The reading of each character without tones, words read as words (西藏 xizang)."""
    from pypinyin import lazy_pinyin  # only now: it loads its phrases, and keys are seldom made

    return [_letters(reading) for reading in lazy_pinyin(text, v_to_u=True)]


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", anyascii(re.sub(r"['’]s\b", "", text)).lower())
