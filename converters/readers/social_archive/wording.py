"""What the words of a line say that it is: a labelled statement, furniture of a page, a credit.

Nothing here knows where the line stands; that is the business of `classify`.
"""

import re
from dataclasses import dataclass

from converters.characters import HAN
from converters.lexicon import pattern, words
from converters.readers.common.labels import CLOSING, statement
from converters.readers.common.names import names
from converters.schema.reasons import Reason
from converters.surnames import COMPOUND, SINGLE

_SERVED = "social-archive"

# --- Labelled statements -------------------------------------------------------------------------

#: The statements of a post by the group of the lexicon that holds their labels. The words after
#: 作者 may be names and all that is said of the authors; after 文/ stand names alone.
_STATEMENTS = {
    "affiliation": "bio",
    "authors": "bio",
    "byline": "authors",
    "source": "source",
    "title": "title",
    "abstract": "abstract",
    "keywords": "keywords",
    "date": "date",
    "introduction": "introduction",
    "text": "text",
    "rubric": "rubric",
    "translators": "translators",
}
_LABELS = {
    word: name
    for group, name in _STATEMENTS.items()
    for word in words("statements", _SERVED, group)
}
#: Statements that stand in the head of an article and become fields.
STATED = frozenset({"bio", "authors", "translators", "source", "title", "keywords", "date"})
#: What parts a label from its words: `作者 | 王明`, `文/王明`.
_SEPARATORS = ":：丨|｜/／"
_BLANKS = r"[ \t\u00a0\u3000]*"


def _form(word: str) -> str:
    """A label, letter-spaced or not; one of a single character needs a sign after it."""
    spaced = _BLANKS.join(map(re.escape, word))
    return spaced + (rf"(?=\s*[{_SEPARATORS}])" if len(word) == 1 else "")


_LABEL = re.compile(
    r"(?P<sign>[▍▎▌■◆●★【〔\[［〖「|\s]*)"
    rf"(?P<label>{'|'.join(_form(w) for w in sorted(_LABELS, key=lambda w: (-len(w), w)))})\s*"
    rf"(?P<close>[】〕\]］〗」]?)\s*(?P<sep>[{_SEPARATORS}]?)\s*"
)
#: A label of more characters than this needs no sign but a blank: 文章来源 《学刊》, not 来源 于.
_SHORT_LABEL = 3
#: What follows a label that stands alone: its bracket or a sign or two, no words.
_ALONE = re.compile(r"[\W_]{0,2}")


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
        return _journal_label(string)
    printed = found["label"]
    letters = re.sub(r"\s", "", printed)
    name = _LABELS[letters]
    rest = string[found.end() :]
    if name == "source" and rest.startswith("《") and letters.endswith(("于", "载", "刊")):
        return Label(name, found.end())
    if _ALONE.fullmatch(rest):
        only_names = name == "authors" or (name == "translators" and not found["sep"])
        return None if only_names else Label(name, len(string), alone=True)
    closed = bool(found["close"]) and found["sign"].strip()[-1:] in tuple("【〔[［〖「")
    if found["sep"] or closed:
        return Label(name, found.end())
    parted = found[0] != found[0].rstrip()
    spaced = len(printed) > len(letters)
    if parted and (len(letters) > _SHORT_LABEL or spaced) and name != "text":
        return Label(name, found.end())
    if parted and name == "bio" and names(rest):
        return Label(name, found.end())
    return _journal_label(string)


def _journal_label(string: str) -> Label | None:
    """A statement that only journals make: a number of classification, a fund."""
    found = statement(string)
    if not found or found.opened or found.end <= found.words:
        return None
    return Label(_STATEMENTS.get(found.name, found.name), found.words)


def is_labelled(line: str) -> bool:
    """Whether a line begins with a label and a colon or the like."""
    found = label(line)
    signs = (*_SEPARATORS, *CLOSING)
    return found is not None and (found.alone or line[: found.words].rstrip()[-1:] in signs)


# --- Furniture of the page -----------------------------------------------------------------------


def _words(name: str, group: str | None = None) -> str:
    return pattern(name, _SERVED, group)


_NAVIGATION = re.compile(
    rf"{_words('calls', 'opening')}.*|{_words('calls', 'whole')}|{_words('buttons', 'alone')}"
    rf"|{_words('platforms', 'site')}|{_words('platforms', 'account')}\s*[:：|丨].{{1,40}}"
    rf"|(?:[“\"]?{_words('buttons', 'reaction')}[”\"]?[\s，、,：:]*)+"
    rf"|.{{0,6}}(?:打开|下载).{{0,8}}{_words('platforms', 'app')}.{{0,16}}"
)
_CALL = re.compile(_words("calls", "within"))
_NUMBER = r"[\d,.]+\s*[万萬wWkK]?\+?\s*"
_COUNTER = re.compile(
    rf"(?:{_words('counters', 'before')}(?:量|数|數)?\s*[:：]?\s*{_NUMBER}"
    rf"|{_NUMBER}(?:次|人|条|條|个|個)?\s*{_words('counters', 'after')}了?\s*)+"
)
_PAGE_DATE = re.compile(
    rf"(?:{_words('counters', 'date')}[:：]?)?\s*(?:19|20)\d\d[-年/.]\d{{1,2}}[-月/.]\d{{1,2}}日?"
    r"(?:\s*\d{1,2}:\d\d(?::\d\d)?)?"
    rf"(?:\s*[・·，,]?\s*(?:IP\s*属地[:：]?)?\s*[{HAN}]{{0,10}})?"
)
_END = re.compile(rf"[\W_]*{_words('credits', 'end')}[\W_]*", re.I)
_RELATED = re.compile(rf"[\W_]*{_words('related')}(?:\s*[a-zA-Z ]{{0,20}})?[\W_]*")
#: Characters of a line that may be furniture; of one over several lines; of a heading of a list
#: of other articles; of a credit; of a notice. Longer ones are sentences of the text: calls of
#: WeChat pages have up to 45 characters, notices of copyright up to 250.
_LONGEST_CALL = 60
_LONGEST_OF_LINES = 40
_LONGEST_RELATED = 30
_LONGEST_CREDIT = 120
_LONGEST_NOTICE = 300


def furniture(string: str) -> Reason | None:
    """Why a block is the platform's and no text, or nothing."""
    if len(string) > (_LONGEST_OF_LINES if "\n" in string else _LONGEST_CALL):
        return None
    if _COUNTER.fullmatch(string):
        return Reason.COUNTER
    if _PAGE_DATE.fullmatch(string):
        return Reason.DATE_OF_PAGE
    if _END.fullmatch(string):
        return Reason.MARK_UP
    return Reason.NAVIGATION if _NAVIGATION.fullmatch(string) else None


def furniture_within(string: str) -> Reason | None:
    """As `furniture`, for a block within the text, where a mere 关注 or a date may be words."""
    reason = furniture(string)
    sure = reason in (Reason.COUNTER, Reason.MARK_UP) or _CALL.search(string)
    return reason if sure else None


def heads_related(string: str) -> bool:
    """Whether a block heads a list of other articles."""
    return len(string) <= _LONGEST_RELATED and bool(_RELATED.fullmatch(string))


# --- Credits and bylines -------------------------------------------------------------------------

_OFFICE = _words("credits", "office")
_SIGNED = re.compile(
    rf"[\W_]*(?:本[期文])?{_OFFICE}(?:\s*[、/／&和+]\s*{_OFFICE})*\s*(?:[|:：丨｜/／]|$)"
)
_NEXT_OFFICE = re.compile(rf"(?<=\S)\s+({_OFFICE}\s*[|:：丨｜/／])")
_PROVENANCE = re.compile(_words("credits", "provenance"))
_NOTICE = re.compile(_words("notices"))
_REPORTER = re.compile(rf"\S{{0,8}}{_words('reporters')}\s*[:：/|]?\s*")


_INSTITUTION = _words("institutions")
_RANK = _words("ranks")
#: An institution, perhaps with a part of it and ranks: 北京大学国际关系学院教授.
_AFFILIATION = (
    rf"[{HAN}\w·\s]*{_INSTITUTION}(?:[{HAN}]{{0,12}}(?:[院系所部室会會]|中心|{_RANK}))?"
    rf"(?:[\s、]*{_RANK})*"
)
_DESCRIBED = re.compile(
    rf"(?P<name>[{HAN}]{{2,4}})(?:\s+|\s*[（(，,]\s*){_AFFILIATION}[）)]?[。.]?"
)


def is_affiliation(string: str) -> bool:
    """Whether a line names an institution and, perhaps, ranks, and nothing else."""
    return bool(re.fullmatch(_AFFILIATION, string))


def describes_author(string: str) -> bool:
    """Whether a line is an author's name and institution: 王明（北京大学教授）."""
    found = _DESCRIBED.fullmatch(string)
    return found is not None and bool(byline(found["name"]))


def is_credit(string: str) -> bool:
    """Whether a block says who made the page, where it is from, or whom it does not speak for."""
    if len(string) <= _LONGEST_CREDIT and (is_signed(string) or _PROVENANCE.match(string)):
        return True
    return len(string) <= _LONGEST_NOTICE and bool(_NOTICE.search(string))


def is_signed(string: str) -> bool:
    """Whether a line names an office of those who made the page (编辑：…)."""
    return bool(_SIGNED.match(string))


def offices(line: str) -> list[int]:
    """Where the later offices begin on a line that names several (编辑：张三 校对：李四)."""
    return [found.start(1) for found in _NEXT_OFFICE.finditer(line)] if is_signed(line) else []


def byline(string: str) -> list[str]:
    """The names on a line that holds names of people, perhaps of reporters; else none."""
    found = _REPORTER.match(string)
    named = names(string[found.end() :] if found else string)
    known = all("·" in name or name[0] in SINGLE or name[:2] in COMPOUND for name in named)
    return named if known else []
