"""The labelled statements of a journal article: 摘要, 关键词, 文章编号, 收稿日期 and their kin."""

import re
from dataclasses import dataclass

_WORDS: dict[str, str] = {
    "abstract": "内容提要|内容摘要|中文摘要|论文摘要|文章摘要|摘要|提要",
    "keywords": "关键词|关键字|主题词",
    "affiliation": "作者简介|作者介绍|作者单位|作者信息",
    "authors": "作者姓名|作者",
    "translators": "译者",
    "clc": "中图分类号|中图法分类号|分类号",
    "document_code": "文献标识码|文献标志码",
    "article_id": "文章编号",
    "doi": "DOI",
    "fund": "基金项目|基金资助|项目基金|资助项目|课题来源|项目来源",
    "received": "收稿日期|投稿日期|来稿日期",
    "revised": "修回日期|修订日期|修改日期|改回日期",
    "accepted": "录用日期|接受日期|定稿日期",
    "published": "出版日期|发布日期|网络首发日期|网络出版时间",
    "editor": "责任编辑|本文责编|执行编辑|特约编辑|责任校对|责编|编辑|校对|编校",
    "citation": "本文引用格式|引用格式|引用本文",
    "english": "Abstract|Summary|Key Words|Title|Authors|Author|About the Author|Biography",
}
#: What may stand before the text, and what after it.
FRONT = frozenset(_WORDS) - {"editor"}
BACK = frozenset(_WORDS) - {"abstract", "keywords", "authors", "clc", "document_code"}
#: Statements that become fields; other statements are end matter.
FIELDS = (
    FRONT
    - {"abstract", "fund", "received", "revised", "accepted", "published"}
    - {
        "citation",
        "english",
    }
)


def _spaced(word: str) -> str:
    return r"\s*".join(map(re.escape, word.replace(" ", "")))


_KINDS = "|".join(
    f"(?P<{name}>{'|'.join(map(_spaced, words.split('|')))})" for name, words in _WORDS.items()
)
_LABEL = re.compile(
    rf"[#*\s]*(?P<open>[【〔\[［〖(（<〈]?)\s*(?P<word>{_KINDS})\s*"
    r"(?P<close>[】〕\]］〗)）>〉]?)[*\s]*(?P<colon>[：:]?)[*\s]*",
    re.I,
)
CLOSING = tuple("】〕]］〗)）>〉")


@dataclass(frozen=True, slots=True)
class Statement:
    """A labelled statement in a string: its label is [start, words), its words [words, end).

    `opened`: the bracket before the label closes after the words, not after the label.
    """

    name: str
    start: int
    words: int
    end: int
    opened: bool


def statement(string: str) -> Statement | None:
    """The labelled statement that a line begins with and that reaches to its end."""
    return _statement(string, 0, len(string))


def statements(string: str) -> list[Statement]:
    """All labelled statements of a line that begins with one, each up to the next."""
    starts: list[int] = []
    words = 0  # where the words of the last statement begin
    for at in (0, *(m.end() for m in re.finditer(r"[\s\]】）)；;](?=\S)", string))):
        one = _statement(string, at, len(string))
        if one is None and at == 0:
            return []
        if one and at >= words:
            starts.append(at)
            words = one.words
    ends = [*starts[1:], len(string)]
    found = (_statement(string, at, end) for at, end in zip(starts, ends, strict=True))
    return [one for one in found if one]


def _statement(string: str, start: int, end: int) -> Statement | None:
    match = _LABEL.match(string, start, end)
    end = start + len(string[start:end].rstrip())
    if not match or not _is_label(match, string, end):
        return None
    name = next(name for name in _WORDS if match[name])
    opened = bool(match["open"] and not match["close"])
    return Statement(name, start, min(match.end(), end), end, opened)


def _is_label(match: re.Match[str], string: str, end: int) -> bool:
    """A label has brackets or a colon, or it is letter-spaced, or it stands alone.

    A blank is enough in a statement that is in brackets as a whole.
    """
    if (match["open"] and match["close"]) or match["colon"]:
        return True
    parted = match[0] != match[0].rstrip()
    if match["open"] or match["close"]:
        return parted and not match["close"] and string[end - 1] in CLOSING
    return match.end() >= end or (parted and bool(re.search(r"\s", match["word"])))
