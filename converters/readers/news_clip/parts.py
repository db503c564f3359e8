"""Which part of a news page each line belongs to: page, head, text, or what follows the text."""

import re
from collections.abc import Iterator, Sequence

from converters.characters import han_count
from converters.readers.common.furniture import (
    Placed,
    Said,
    ends_sentence,
    furniture,
    is_comments,
    is_date_line,
    is_menu,
    is_related,
    parts,
)
from converters.readers.common.names import names
from converters.readers.common.reading import Row
from converters.readers.news_clip.lines import (
    CAPTION,
    GUIDE,
    LEAD,
    TAIL,
    bare,
    byline,
    is_closing,
    numbered,
    same_title,
    statements,
)

_LONG = 30  # Han characters that only running text has on one line
_TITLE = r"[A-Z][A-Za-z ,.:;’'‘“”?!\-–—&]{11,}"  # an English title


def extent(lines: Sequence[Row]) -> tuple[int, int]:
    """The first and last row of the text: what only running text can be, up to a closing list."""
    running = [n for n, row in enumerate(lines) if _is_running(row)]
    if not running:
        return 0, len(lines) - 1
    first = running[0]
    end = len(lines)
    for n in range(first + 1, end):
        string = lines[n].string
        closed = len([m for m in running if m < n]) > 1 and re.match(
            r"\W*(?:责任编辑|责编)", string
        )
        if closed or is_comments(string) or (is_related(string) and not _resumes(lines, first, n)):
            end = n
            break
    last = max(n for n in running if n < end)
    while last + 1 < end and _goes_on(lines[last + 1].string):
        last += 1
    return first, last


def _resumes(lines: Sequence[Row], first: int, at: int) -> bool:
    """Whether the text goes on after a list of other pages: it does where nothing closed it."""
    return not any(is_closing(row.string) for row in lines[first + 1 : at]) and any(
        _is_running(row) for row in lines[at + 1 :]
    )


def _is_running(row: Row) -> bool:
    string = row.string
    if furniture(string) or is_closing(string) or CAPTION.search(string) or statements(row):
        return False
    if tail := TAIL.search(string):
        string = string[: tail.start()]
    if string.endswith(("。", "。”", "！”", "？”", "。）", "……")):
        return han_count(string) >= 8
    return han_count(string) >= (_LONG if ends_sentence(string) and len(string) > 45 else 60)


def _goes_on(string: str) -> bool:
    """Whether a row below the last long one is a short last paragraph."""
    if furniture(string) or is_closing(string) or is_date_line(string):
        return False
    return bool(han_count(string)) and string.endswith(("。", "！", "？", "”", "…"))


def title_at(lines: Sequence[Row], first: int) -> int | None:
    """The title: above the line of date and source, else with the site's name, else the nearest."""
    can = [n for n in range(first) if _may_be_title(lines[n])]
    for at in range(first):
        if _signed(lines[at]) and (above := [n for n in can if at - 4 <= n < at]):
            return above[-1]
    near = [n for n in can if first - n <= 6]
    for n in reversed(can):
        if bare(lines[n]) != lines[n] and not any(
            same_title(lines[m], lines[n]) for m in near[-1:]
        ):
            return n
    named = [n for n in near if not numbered(lines[n].string)]
    return named[-1] if named else None


def _signed(row: Row) -> bool:
    """Whether a row states date, source or author."""
    return bool(statements(row) or byline(row.string))


def _may_be_title(row: Row) -> bool:
    string = row.string
    if han_count(string) < 5 or len(string) > 70 or string.startswith("——") or is_menu(string):
        return False
    if string.endswith(("。", "，", "；", "：", "。”", "。）")) or is_date_line(string):
        return False
    if CAPTION.search(string) or is_closing(string) or is_related(string) or _signed(row):
        return False
    return not (furniture(string) or LEAD.match(string) or ("·" in string and names(string)))


def above(row: Row, title: str) -> Placed:
    if title and bare(row).string == title:
        return "-repeated", row
    if re.fullmatch(r"https?://\S+", row.string):
        return "url", row  # an address above the text is that of its page
    return ("-date-of-page" if is_date_line(row.string) else "-navigation"), row


def below(lines: Sequence[Row]) -> Iterator[Placed]:
    """What follows the text: credits and provenance, then the page."""
    form = listed = False
    for row in lines:
        string = row.string
        form = form or is_comments(string)
        listed = listed or is_related(string)
        credit = re.match(r"\W*(?:责任编辑|责编|编辑)", string) if listed else is_closing(string)
        signed = re.fullmatch(r"[（(][^()（）]{2,12}[)）]", string)
        if is_date_line(string):
            yield "-date-of-page", row
        elif form:
            yield "-form" if is_comments(string) else f"-{furniture(string) or 'form'}", row
        elif (credit or signed) and not re.fullmatch(r"\W*编辑\W*", string):
            yield from parts(row, statements(row)) if _credits(row) else [("end", row)]
        else:
            yield f"-{furniture(string) or 'navigation'}", row


def _credits(row: Row) -> bool:
    """Whether a row holds several credits, each to stand alone."""
    return {role for role, _, _ in statements(row)} == {"end"}


def opening(lines: Sequence[Row], title: int | None) -> Iterator[Placed]:
    """The title and what stands between it and the text; then the text."""
    guide = False
    for n, row in enumerate(lines):
        string = row.string
        if n == title:
            plain = bare(row)
            yield from parts(
                row,
                [("title", 0, len(plain.string)), ("-navigation", len(plain.string), len(string))],
            )
        elif said := _of_head(row, n, title):
            yield from parts(row, said)
        elif title is not None and n > title and string.startswith("——") and len(string) < 50:
            yield from parts(row, [("-mark-up", 0, 2), ("subtitle", 2, len(string))])
        elif lead := LEAD.match(string):
            yield from parts(
                row, [("-label", 0, lead.end()), ("standfirst", lead.end(), len(string))]
            )
        elif guided := GUIDE.match(string):
            yield from parts(
                row, [("-label", 0, guided.end()), ("guide", guided.end(), len(string))]
            )
            guide = len(string) == guided.end()
        elif guide:
            yield "guide", row
            guide = False
        elif (
            title is not None
            and n == title + 1
            and re.fullmatch(_TITLE, string)
            and not furniture(string)
        ):
            yield "original_title", row
        elif CAPTION.search(string):
            yield "caption", row
        elif reason := furniture(string):
            yield f"-{reason}", row
        elif is_menu(string):
            yield "-navigation", row
        else:
            rest = lines[n:]
            if len(rest) > 2 and _is_standfirst(string, rest[1].string):
                yield "standfirst", row
                rest = rest[1:]
            yield from _running(rest)
            return


def _running(lines: Sequence[Row]) -> Iterator[Placed]:
    """The text: its paragraphs and headings, without captions, buttons and links to other pages."""
    linked = False
    closing = len(lines)
    while closing and is_closing(lines[closing - 1].string):
        closing -= 1
    for n, row in enumerate(lines):
        string = row.string
        linked = (linked and not _is_running(row) and not numbered(string)) or is_related(string)
        tail = TAIL.search(string)
        if n >= closing:
            yield "end", row
        elif linked:
            yield "-navigation", row
        elif reason := furniture(string):
            yield f"-{reason}", row
        elif CAPTION.search(string) and not ends_sentence(string[:-1] if n else string):
            yield "caption", row
        elif tail and tail[0].strip() and tail.start():
            said = [("body", 0, tail.start())]
            said += [("-separator", *tail.span("end"))] if tail["end"] else []
            said += [("end", *tail.span("credit"))] if tail["credit"] else []
            yield from parts(row, said)
        elif re.fullmatch(r"\d{1,2}|(?:相关|延伸|推荐)阅读\s*[:：].*", string):
            yield "-navigation", row
        else:
            yield "body", row


def _of_head(row: Row, n: int, title: int | None) -> list[Said]:
    if found := statements(row):
        return found
    return byline(row.string) if title is not None and title < n <= title + 4 else []


def _is_standfirst(first: str, second: str) -> bool:
    sentences = len(re.findall(r"[。！？]", first))
    if sentences > 1 or han_count(first) > 80 or not first.endswith(("。", "！", "？", "……")):
        return False
    return han_count(second) > 1.5 * han_count(first) and first[0] not in "“（("
