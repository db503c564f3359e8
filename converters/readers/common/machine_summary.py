"""The label of a machine-made summary, and the words that disclaim it."""

import re

from converters.characters import han_count
from converters.lexicon import pattern

_FAMILY = "web-summary"


def _words(group: str) -> str:
    return pattern("machine_summary", _FAMILY, group)


_LABEL = re.compile(
    rf"^\W*(?:{_words('maker')}\s*{_words('how')}?\s*(?:生成)?的?\s*{_words('of')}?\s*{_words('kind')}"
    rf"|{_words('of')}?{_words('kind')}\s*[(（\[【][^)）\]】]{{0,6}}{_words('maker')}"
    rf"[^)）\]】]{{0,8}}[)）\]】]|{_words('label')})"
    rf"(?:\s*{_words('beside')})?(?:\W*$|\s*[】\]〗][\s:：]*|\s*[:：]\s*)",
    re.I,
)
_OF_THIS = rf"{_words('this')}{_words('subject')}"
_DISCLAIMER = re.compile(
    rf"^\W*(?:{_words('rubric')}\s*[:：]\s*)?(?:"
    rf"{_OF_THIS}?(?:均|皆)?\s*[由为系经是].{{0,16}}{_words('model')}.{{0,12}}{_words('made')}"
    rf"|(?:内容|摘要|总结)?\s*由?.{{0,6}}{_words('model')}\s*{_words('how')}?\s*{_words('made')}.{{0,40}}{_words('warning')}"
    rf"|(?:内容|摘要|总结)由.{{0,12}}{_words('model')}.{{0,6}}{_words('made')}"
    rf"|{_words('model')}\s*(?:自动)?生成\W*$)|{_words('disclaimer')}",
    re.I,
)
_AT_END = re.compile(
    rf"[。！？；]\s*(?P<words>[（(【\[*※]*\s*(?:注\s*[:：])?{_OF_THIS}[^。]{{0,12}}{_words('model')}.{{0,80}})$",
    re.I,
)
_NEXT = re.compile(rf"\W*{_words('next')}\W*(?:\d+\W*)?")
#: Characters of a label with what stands after it in its brackets; 文章概要（AI生成） has 10.
_LONGEST_LABEL = 60
#: Han characters from which a line that speaks of machines is a paragraph. Seed 000's disclaimer
#: has 49, its shortest paragraph 122.
_LONGEST_DISCLAIMER = 120
#: Characters of such a line, foreign words and blanks included.
_LONGEST_LINE = 400
#: Characters at the end of a paragraph among which a disclaimer is looked for: as many as
#: `_AT_END` can hold.
_LONGEST_END = 120
#: Characters of a line that opens the next part of a page; 本期目录 has 4, the longest 当前期刊… 7.
_LONGEST_NEXT = 40


def label_length(string: str) -> int:
    """The length of a label of a machine-made summary at the start of a line, or 0."""
    found = _LABEL.match(string, 0, _LONGEST_LABEL)
    return found.end() if found else 0


def is_disclaimer(string: str) -> bool:
    """Whether a line says that a machine made the summary, or that nobody answers for it."""
    if len(string) > _LONGEST_LINE or han_count(string) >= _LONGEST_DISCLAIMER:
        return False
    if disclaimer_at_end(string):
        return False
    return bool(_DISCLAIMER.search(string))


def disclaimer_at_end(string: str) -> int:
    """Where the disclaimer begins that ends a paragraph, or 0."""
    found = _AT_END.search(string, max(0, len(string) - _LONGEST_END))
    return found.start("words") if found else 0


def opens_next_part(string: str) -> bool:
    """Whether a line, alone, opens another part of the page: 参考文献, 本期目录."""
    return len(string) <= _LONGEST_NEXT and _NEXT.fullmatch(string) is not None
