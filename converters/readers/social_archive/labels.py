"""The labels of statements on a platform: 作者, 来源, 摘要, 编者按 and their kin.

What journals label, too, is left to `journal.labels`; here is what accounts write besides, and
how: `作者 | 王明`, `文/王明`, `原文刊于《…》`.
"""

import re
from dataclasses import dataclass

from converters.readers.common.labels import CLOSING, statement
from converters.readers.common.names import names

_WORDS: dict[str, str] = {
    "bio": "作者简介|作者介绍|作者单位|作者信息|作者",
    "source": "文献来源|文章来源|原文来源|论文来源|来源|原文出处|文章出处|出处|原文刊于|原文载于"
    "|原文刊载于|原文发表于|原文原载于|原文原载|原载于|原载|原刊于|原刊|刊于|刊载于|原文首发于",
    "title": "原文标题|文章标题|论文标题|论文题目|标题|题目|篇名",
    "abstract": "内容提要|内容摘要|论文摘要|文章摘要|摘要|提要",
    "keywords": "关键词|关键字",
    "date": "发布时间|发布日期|发表时间|更新时间",
    "guide": "文章导读|内容导读|本期导读|导读|导语|编者按|编者的话|编者导读|编者荐语|编按|小编按"
    "|按语|推荐语|推荐理由|荐语|编辑手记|译者按",
    "text": "正文|正文开始|以下为正文|以下为全文|全文如下|以下是全文|文章正文|原文如下",
    "rubric": "作品简介|内容简介|文章简介|基本信息|文章信息|论文信息|作品信息",
    "authors": "撰文|原作者|文",
    "translators": "译者|翻译|编译|译",
}
#: Statements that stand in the head of an article and become fields or its abstract.
STATED = frozenset({"bio", "authors", "translators", "source", "title", "keywords", "date"})


def _spaced(word: str) -> str:
    return r"[ \t\u00a0\u3000]*".join(map(re.escape, word))


def _form(word: str) -> str:
    """A label with blanks between its characters; one of a single character needs a sign."""
    return _spaced(word) + (r"(?=\s*[:：丨|｜/／])" if len(word) == 1 else "")


_KINDS = "|".join(
    f"(?P<{name}>{'|'.join(_form(w) for w in sorted(words.split('|'), key=len, reverse=True))})"
    for name, words in _WORDS.items()
)
_LABEL = re.compile(
    rf"(?P<sign>[▍▎▌■◆●★【〔\[［〖「|\s]*)(?:{_KINDS})\s*(?P<close>[】〕\]］〗」]?)\s*"
    r"(?P<sep>[:：丨|｜/／]?)\s*"
)
_ALONE = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Label:
    """The label that a string begins with; its words begin at `words`, or there are none."""

    name: str
    words: int
    alone: bool = False


def label(string: str) -> Label | None:
    """The label that a block begins with, if it is one and no part of a sentence."""
    found = _LABEL.match(string)
    if not found:
        return _journal(string)
    name = next(name for name in _WORDS if found[name])
    rest = string[found.end() :]
    if (
        name == "source"
        and rest.startswith("《")
        and found[0].rstrip().endswith(("于", "载", "刊"))
    ):
        return Label(name, found.end())
    if not rest or (_ALONE.fullmatch(rest) and len(rest) < 3):
        only = name == "authors" or (name == "translators" and not found["sep"])
        return None if only else Label(name, len(string), alone=True)
    closed = bool(found["close"]) and found["sign"].strip()[-1:] in tuple("【〔[［〖「")
    if found["sep"] or closed:
        return Label(name, found.end())
    parted = found[0] != found[0].rstrip()
    letters = len(re.sub(r"\s", "", found[name]))
    spaced = len(found[name]) > letters
    if parted and (letters > 3 or spaced) and name != "text":
        return Label(name, found.end())
    if parted and name == "bio" and names(rest):
        return Label(name, found.end())
    return _journal(string)


def _journal(string: str) -> Label | None:
    """A statement that only journals make: a number of classification, a fund."""
    said = statement(string)
    if not said or said.opened or said.end <= said.words:
        return None
    own = {"affiliation": "bio", "authors": "bio"}
    return Label(own.get(said.name, said.name), said.words)


def is_labelled(line: str) -> bool:
    """Whether a line begins with a label and a colon or the like."""
    found = label(line)
    return found is not None and (found.alone or line[: found.words].rstrip()[-1:] in _SIGNS)


_SIGNS = (*":：丨|｜/／", *CLOSING)
