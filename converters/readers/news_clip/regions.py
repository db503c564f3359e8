"""Which part of a news page each line belongs to: page, head, text, or what follows the text."""

import re
from collections.abc import Iterator, Sequence

from converters.characters import han_count
from converters.lexicon import pattern
from converters.readers.common.furniture import (
    ends_sentence,
    furniture,
    is_comments,
    is_date_line,
    is_menu,
    is_related,
)
from converters.readers.common.names import names
from converters.readers.common.reading import Row
from converters.readers.common.segments import Part, Segment, split
from converters.readers.news_clip.lines import (
    CAPTION,
    INTRODUCTION,
    STANDFIRST,
    is_closing,
    is_sure_heading,
    tail_of,
    without_site,
)
from converters.readers.news_clip.statements import byline, statements
from converters.schema.reasons import Reason
from converters.schema.roles import Role

_ENGLISH_TITLE = re.compile(r"[A-Z][A-Za-z ,.:;’'‘“”?!\-–—&]{11,}")
_CREDIT = re.compile(rf"\W*{pattern('page_labels', 'news-clip', 'credit')}[\s:：/／|丨]")
_BUTTON_OF_EDITORS = re.compile(r"\W*编辑\W*")
_SIGNED = re.compile(r"[（(][^()（）]{2,12}[)）]")
_LINK = re.compile(rf"\d{{1,2}}|{pattern('related', 'news-clip', 'link')}\s*[:：].*")
_ADDRESS = re.compile(r"https?://\S+")

#: Han characters that make a line one of running text: with a full stop, with another mark at its
#: end, with none. The shortest paragraph of seed 002 has 21, that of a newspaper 30; titles
#: and teasers on the same page have no full stop.
_RUNNING_SENTENCE = 8
_RUNNING_CLAUSE = 30
_RUNNING_LINE = 60
#: Characters without which a line that ends in a comma or quotation mark is a heading.
_SHORTEST_CLAUSE = 45
#: A title has at least so many Han characters and at most so many characters. Those of the tests
#: have 8 to 25, menus and columns 2 to 4.
_TITLE_HAN = 5
_TITLE_LENGTH = 70
_SUBTITLE_LENGTH = 50
#: Rows between a title and the line that signs it, and between a title and the text. Pages put
#: subtitle, column and original title between them: three in the tests.
_TITLE_TO_BYLINE = 4
_TITLE_TO_TEXT = 6
#: Han characters of a standfirst, and how much longer the paragraph below it is. Seed 002's has 39
#: over one of 118; a translation's 23 over one of 67.
_STANDFIRST_HAN = 80
_STANDFIRST_RATIO = 1.5


def extent(rows: Sequence[Row]) -> tuple[int, int]:
    """The first and last row of the text: what only running text can be, up to a closing list."""
    running = [n for n, row in enumerate(rows) if _is_running(row)]
    if not running:
        return 0, len(rows) - 1
    first = running[0]
    end = _end(rows, running)
    last = max(n for n in running if n < end)
    while last + 1 < end and _goes_on(rows[last + 1].string):
        last += 1
    return first, last


def _end(rows: Sequence[Row], running: Sequence[int]) -> int:
    """The row at which the page goes on after its text: credits, comments, a list of others.

    Behind a list of other pages the text may go on, unless something closed it before.
    """
    seen = 1  # rows of running text so far
    closed = False
    is_text = set(running)
    for n in range(running[0] + 1, len(rows)):
        string = rows[n].string
        if (seen > 1 and _CREDIT.match(string)) or is_comments(string):
            return n
        if is_related(string) and (closed or n > running[-1]):
            return n
        seen += n in is_text
        closed = closed or is_closing(string)
    return len(rows)


def _is_running(row: Row) -> bool:
    string = row.string
    if furniture(string) or is_closing(string) or CAPTION.search(string) or statements(row):
        return False
    if tail := tail_of(string):
        string = string[: tail.start()]
    if string.endswith(("。", "。”", "！”", "？”", "。）", "……")):
        return han_count(string) >= _RUNNING_SENTENCE
    is_clause = ends_sentence(string) and len(string) > _SHORTEST_CLAUSE
    return han_count(string) >= (_RUNNING_CLAUSE if is_clause else _RUNNING_LINE)


def _goes_on(string: str) -> bool:
    """Whether a row below the last long one is a short last paragraph."""
    if furniture(string) or is_closing(string) or is_date_line(string):
        return False
    return bool(han_count(string)) and string.endswith(("。", "！", "？", "”", "…"))


def title_at(rows: Sequence[Row], first: int) -> int | None:
    """The title: above the line of date and source, else with the site's name, else the nearest.

    `first` is the first row of the text.
    """
    can = [n for n in range(first) if _may_be_title(rows[n])]
    for at in range(first):
        if _is_signature(rows[at]):
            above = [n for n in can if at - _TITLE_TO_BYLINE <= n < at]
            if above:
                return above[-1]
    near = [n for n in can if first - n <= _TITLE_TO_TEXT]
    for n in reversed(can):
        title = without_site(rows[n])
        if title != rows[n] and not (near and without_site(rows[near[-1]]).string == title.string):
            return n
    named = [n for n in near if not is_sure_heading(rows[n].string)]
    return named[-1] if named else None


def _is_signature(row: Row) -> bool:
    """Whether a row states date, source or author."""
    return bool(statements(row) or byline(row.string))


def _may_be_title(row: Row) -> bool:
    string = row.string
    if han_count(string) < _TITLE_HAN or len(string) > _TITLE_LENGTH:
        return False
    if string.startswith("——") or is_menu(string) or is_date_line(string):
        return False
    if string.endswith(("。", "，", "；", "：", "。”", "。）")):
        return False
    if CAPTION.search(string) or is_closing(string) or is_related(string) or _is_signature(row):
        return False
    if furniture(string) or STANDFIRST.match(string):
        return False
    return not ("·" in string and names(string))


def above_article(row: Row, title: str) -> Segment:
    """What a row above the title is; `title` without the name of the site."""
    if title and without_site(row).string == title:
        return Segment(row, Reason.REPEATED)
    if _ADDRESS.fullmatch(row.string):
        return Segment(row, Role.URL)  # an address above the text is that of its page
    return Segment(row, Reason.DATE_OF_PAGE if is_date_line(row.string) else Reason.NAVIGATION)


def below_article(rows: Sequence[Row]) -> Iterator[Segment]:
    """What follows the text: credits and provenance, then the page."""
    commented = listed = False
    for row in rows:
        string = row.string
        commented = commented or is_comments(string)
        listed = listed or is_related(string)
        credited = _CREDIT.match(string) if listed else is_closing(string)
        if is_date_line(string):
            yield Segment(row, Reason.DATE_OF_PAGE)
        elif commented:
            reason = None if is_comments(string) else furniture(string)
            yield Segment(row, reason or Reason.FORM)
        elif (credited or _SIGNED.fullmatch(string)) and not _BUTTON_OF_EDITORS.fullmatch(string):
            yield from _credits(row)
        else:
            yield Segment(row, furniture(string) or Reason.NAVIGATION)


def _credits(row: Row) -> list[Segment]:
    """A row of credits; where it holds several and nothing else, each stands alone."""
    parts = statements(row)
    if parts and all(use is Role.ENDMATTER for use, _, _ in parts):
        return split(row, parts)
    return [Segment(row, Role.ENDMATTER)]


def article(rows: Sequence[Row], title: int | None) -> Iterator[Segment]:
    """The rows from the title to the end of the text. `title` is the row of the title, if any."""
    labelled = False  # the row above was the label of an introduction
    for n, row in enumerate(rows):
        if labelled and n != title:
            yield Segment(row, Role.INTRODUCTION)
            labelled = False
        elif parts := _head(rows, n, title):
            yield from split(row, parts)
            label = INTRODUCTION.match(row.string)
            labelled = n != title and label is not None and label.end() == len(row.string)
        else:
            rest = rows[n:]
            if len(rest) > 2 and _is_standfirst(row.string, rest[1].string):
                yield Segment(row, Role.STANDFIRST)
                rest = rest[1:]
            yield from _text(rest)
            return


def _head(rows: Sequence[Row], n: int, title: int | None) -> list[Part]:
    """The parts of a row between title and text, or of the title; none of a row of the text."""
    row = rows[n]
    string = row.string
    end = len(string)
    if n == title:
        length = len(without_site(row).string)
        return [(Role.TITLE, 0, length), (Reason.NAVIGATION, length, end)]
    if parts := statements(row):
        return parts
    if title is not None and n > title:
        if n <= title + _TITLE_TO_BYLINE and (parts := byline(string)):
            return parts
        if string.startswith("——") and end < _SUBTITLE_LENGTH:
            return [(Reason.MARK_UP, 0, 2), (Role.SUBTITLE, 2, end)]
    for form, role in ((STANDFIRST, Role.STANDFIRST), (INTRODUCTION, Role.INTRODUCTION)):
        if label := form.match(string):
            return [(Reason.LABEL, 0, label.end()), (role, label.end(), end)]
    if title is not None and n == title + 1 and _ENGLISH_TITLE.fullmatch(string):
        return [(furniture(string) or Role.ORIGINAL_TITLE, 0, end)]
    if CAPTION.search(string):
        return [(Role.CAPTION, 0, end)]
    reason = furniture(string) or (Reason.NAVIGATION if is_menu(string) else None)
    return [(reason, 0, end)] if reason else []


def _is_standfirst(first: str, second: str) -> bool:
    sentences = len(re.findall(r"[。！？]", first))
    if sentences > 1 or not first.endswith(("。", "！", "？", "……")) or first[0] in "“（(":
        return False
    length = han_count(first)
    return length <= _STANDFIRST_HAN and han_count(second) > _STANDFIRST_RATIO * length


def _text(rows: Sequence[Row]) -> Iterator[Segment]:
    """The text: its paragraphs and headings, without captions, buttons and links to other pages."""
    linked = False  # in a list of links to other pages
    closing = len(rows)
    while closing and is_closing(rows[closing - 1].string):
        closing -= 1
    for n, row in enumerate(rows):
        string = row.string
        linked = linked and not _is_running(row) and not is_sure_heading(string)
        linked = linked or is_related(string)
        tail = tail_of(string)
        if n >= closing:
            yield Segment(row, Role.ENDMATTER)
        elif linked:
            yield Segment(row, Reason.NAVIGATION)
        elif reason := furniture(string):
            yield Segment(row, reason)
        elif CAPTION.search(string) and not ends_sentence(string[:-1] if n else string):
            yield Segment(row, Role.CAPTION)
        elif tail and tail.start():
            yield from split(row, _tail_parts(tail))
        elif _LINK.fullmatch(string):
            yield Segment(row, Reason.NAVIGATION)
        else:
            yield Segment(row, Role.BODY)


def _tail_parts(tail: re.Match[str]) -> Iterator[Part]:
    """The text before a closing mark or credit (（完）, （责任编辑：…）), and these."""
    yield Role.BODY, 0, tail.start()
    if tail["end"]:
        yield Reason.SEPARATOR, *tail.span("end")
    if tail["credit"]:
        yield Role.ENDMATTER, *tail.span("credit")
