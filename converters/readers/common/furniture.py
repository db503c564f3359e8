"""Page furniture of web pages: buttons, notices, counters, menus, lists of other pages."""

import re
from functools import lru_cache

from converters.characters import han_count
from converters.dates import days
from converters.lexicon import pattern
from converters.schema.reasons import Reason

_FAMILY = "news-clip"  # both families of web pages know the same furniture

_SENTENCE_END = tuple("。！？…；：，、”’」』）.!?;:,\"'")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_SEPARATOR = re.compile(rf"[\W_]+|[（(【\[]?\s*{pattern('credits', _FAMILY, 'end')}\s*[)）】\]]?")
# Possessive, so that a line of many buttons that is none after all is read only once.
_BUTTONS = re.compile(
    rf"(?=\D*\w)(?:{pattern('buttons', _FAMILY, 'phrase')}|{pattern('buttons', _FAMILY, 'page')}"
    r"|[\s|/·:：,，、+>»&()（）\[\]【】<«\d-])++",
    re.I,
)
_PATH = re.compile(rf"^{pattern('buttons', _FAMILY, 'path')}|\S\s*(?:>{{1,2}}|»|›)\s*\S")
_NOTICE = re.compile(
    rf"^\W*{pattern('notices', _FAMILY, 'opening')}|{pattern('notices', _FAMILY, 'within')}", re.I
)
_COUNTERS = re.compile(
    rf"(?:{pattern('counters', _FAMILY, 'counted-of')}?{pattern('counters', _FAMILY, 'counted')}"
    rf"{pattern('counters', _FAMILY, 'measure')}?"
    r"|[\d\s,.，|:：()（）次]|[A-Za-z](?=[)）]))++"
)
_RELATED = re.compile(rf"\W*{pattern('related', _FAMILY, 'list')}\W*", re.I)
_COMMENTS = re.compile(pattern("related", _FAMILY, "comments"), re.I)

#: Rows whose answer is kept: likeness and reading ask the same of each row several times.
_REMEMBERED = 20_000
#: Letters that may stand beside a date on a line of its own (发布于, 星期三).
_BESIDE_DATE = 4
#: Characters of a line of furniture; longer lines with the same words are text. On the pages of
#: the tests the longest notice has 45 (a portal's copyright), the longest path 21, the longest
#: heading of a list 4; the longest form for comments and line in Mongolian 86 (seed 002).
_LONGEST_NOTICE = 200
_LONGEST_PATH = 80
_LONGEST_RELATED = 40
_LONGEST_COMMENTS = 120
_LONGEST_FOREIGN = 160
#: A menu has so many words in a row, none with more characters than that (首页 期刊 论文 作者);
#: fewer may be names of authors.
_MENU_WORDS = 4
_MENU_WORD = 6


def ends_sentence(string: str) -> bool:
    """Whether a line ends like a sentence or a part of one, not like a title."""
    return string.rstrip().endswith(_SENTENCE_END)


def is_date_line(string: str) -> bool:
    """Whether a line holds a date and little else."""
    rest, at = "", 0
    for low, high in days(string):
        rest += string[at:low]
        at = high
    return at > 0 and len(re.sub(r"[\W\d_]", "", rest + string[at:])) <= _BESIDE_DATE


def is_foreign(string: str) -> bool:
    """Whether a line is in Cyrillic letters only: furniture of a Mongolian or Russian site."""
    return bool(_CYRILLIC.search(string)) and not han_count(string)


def is_comments(string: str) -> bool:
    """Whether a line opens the comments of readers, or asks for one."""
    return len(string) <= _LONGEST_COMMENTS and _COMMENTS.fullmatch(string) is not None


def is_related(string: str) -> bool:
    """Whether a line heads a list of other pages."""
    return len(string) <= _LONGEST_RELATED and _RELATED.fullmatch(string) is not None


def is_menu(string: str) -> bool:
    """Whether a line is a row of short words, as menus are."""
    words = string.split()
    return len(words) >= _MENU_WORDS and all(len(word) <= _MENU_WORD for word in words)


@lru_cache(_REMEMBERED)
def furniture(string: str) -> Reason | None:
    """Why a line is furniture of its page wherever it stands; None if it is not."""
    if _IMAGE.fullmatch(string):
        return Reason.IMAGE
    if _SEPARATOR.fullmatch(string):
        return Reason.SEPARATOR
    if re.search(r"\d", string) and _COUNTERS.fullmatch(string):
        return Reason.COUNTER
    if _BUTTONS.fullmatch(string):
        return Reason.NAVIGATION
    if len(string) <= _LONGEST_NOTICE and _NOTICE.search(string):
        return Reason.NAVIGATION
    if len(string) <= _LONGEST_PATH and _PATH.search(string) and not ends_sentence(string):
        return Reason.NAVIGATION
    if len(string) <= _LONGEST_FOREIGN and is_foreign(string):
        return Reason.NAVIGATION
    return None
