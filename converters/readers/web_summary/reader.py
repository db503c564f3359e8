"""A journal's web page that shows a machine-made summary of an article, not the article."""

import re
from collections.abc import Iterator, Sequence

from converters.characters import han_count
from converters.messages import message
from converters.model import Block, Document, Field, Heading, Paragraph, Text
from converters.readers.common.furniture import (
    Placed,
    ends_sentence,
    furniture,
    is_comments,
    is_menu,
    is_related,
    paragraphs,
    removals,
    text_of,
    without_invisible,
)
from converters.readers.common.headings import heading, levels
from converters.readers.common.labels import statement
from converters.readers.common.reader import Hints, Reader
from converters.readers.common.reading import Reading, Row
from converters.readers.web_summary.lines import (
    ABSTRACT,
    DISCLAIMER,
    INLINE_DISCLAIMER,
    fields_of,
    head_of_page,
    is_issue,
    label_length,
    title_at,
)
from converters.seed import Seed

_BULLET = re.compile(r"^[•·●○◦▪■□◆◇►▶*-]\s*(?=[^\s—-])")
_VOICE = re.compile(r"^(?:问|答|Q|A)\d*\s*[:：]")
#: What closes a summary that no disclaimer closes: the page's next part.
_NEXT = re.compile(
    r"\W*(?:(?:当前|本期|过刊|最新|上一?期|下一?期)?(?:期刊|目录|目次|期次|文章目录)|当前期刊.*|本期文章"
    r"|(?:主要)?参考文献|引证文献|共引文献|施引文献|基金(?:项目)?|作者(?:简介|信息)|文章信息|图表|附件|全文)\W*(?:\d+\W*)?"
)
_REFERENCE = re.compile(r"^[\[［【(（]\s*\d+\s*[\]］】)）]|\[[JMDCNRZPS](?:/OL)?\]")


def identify(seed: Seed) -> float:
    """Likeness: the label of a machine-made summary, its disclaimer, an issue line."""
    lines = [row.string for row in Reading(seed, plain=True).rows]
    labelled = any(map(label_length, lines))
    disclaimed = any(
        re.search("AI|模型|智能|机器", string) and _is_disclaimer(string) for string in lines
    )
    return 0.6 * labelled + 0.3 * disclaimed + 0.1 * any(map(is_issue, lines))


def read(seed: Seed, hints: Hints) -> Document:
    """The summary as body under its label, the page's data as fields, the rest removed."""
    reading = Reading(seed, plain=True)
    lines = reading.rows
    at = _label_at(lines)
    if at is None:
        begin = next((n for n, row in enumerate(lines) if han_count(row.string) > 60), len(lines))
        placed: list[Placed] = [*_page(lines[:begin], above=True), *_summary(lines[begin:])]
    else:
        length = label_length(lines[at].string)
        inline = lines[at].part(length)
        after = [inline, *lines[at + 1 :]] if inline else lines[at + 1 :]
        placed = [
            *_page(lines[:at], above=True),
            ("label", lines[at].part(0, length)),
            *_summary(after),
        ]
    return without_invisible(seed, _document(reading, placed))


def _label_at(lines: Sequence[Row]) -> int | None:
    """The first label that text follows; others are buttons."""
    labels = [n for n, row in enumerate(lines) if label_length(row.string)]
    for n in labels:
        rest = [row.string for row in lines[n + 1 : n + 3]]
        if label_length(lines[n].string) < len(lines[n].string) or (
            rest and not label_length(rest[0]) and any(han_count(one) >= 8 for one in rest)
        ):
            return n
    return labels[-1] if labels else None


def _is_disclaimer(string: str) -> bool:
    return bool(DISCLAIMER.search(string)) and han_count(string) < 120 and not _tail(string)


def _is_next(string: str) -> bool:
    """Whether a line opens another part of the page than the summary."""
    if is_related(string) or is_comments(string) or _NEXT.fullmatch(string):
        return True
    said = statement(string)
    return bool(said and said.name not in ("authors", "affiliation")) or bool(
        ABSTRACT.match(string)
    )


def _summary(lines: Sequence[Row]) -> Iterator[Placed]:
    """The summary up to its disclaimer, or to what opens the next part of the page."""
    end = next((n for n, row in enumerate(lines) if _is_next(row.string)), len(lines))
    said = [n for n in range(end) if _is_disclaimer(lines[n].string)]
    said += [n for n in range(end) if _tail(lines[n].string)]
    first = next((n for n in range(end) if n not in said), end)
    closed = [n for n in said if n > first]
    if closed:
        end = min(closed) + 1
    else:
        texts = [n for n in range(end) if _is_text(lines[n].string)]
        end = texts[-1] + 1 if texts else end
    for row in lines[:end]:
        string = row.string
        if _is_disclaimer(string):
            yield "end", row
        elif tail := _tail(string):
            yield "body", row.part(0, tail)
            yield "end", row.part(tail)
        elif length := label_length(string):
            yield ("label" if length == len(string) else "body"), row
        elif reason := furniture(string):
            yield f"-{reason}", row
        else:
            yield ("-navigation" if is_menu(string) else "body"), row
    yield from _page(lines[end:], above=False)


def _tail(string: str) -> int:
    """Where the disclaimer begins that ends a paragraph, or 0."""
    found = INLINE_DISCLAIMER.search(string)
    return found.start("words") if found else 0


def _is_text(string: str) -> bool:
    return not furniture(string) and (ends_sentence(string) or bool(_BULLET.match(string)))


def _page(lines: Sequence[Row], *, above: bool) -> Iterator[Placed]:
    """What surrounds the summary: data of the article, the author's own abstract, furniture."""
    title = title_at(lines) if above else -9  # below stand titles of other articles
    part = ""  # the part of the page that an own line opened
    for n, row in enumerate(lines):
        string = row.string
        label = ABSTRACT.match(string)
        if label or _NEXT.fullmatch(string) or is_related(string) or is_comments(string):
            part = ""
        if label:
            part = "end" if re.match(r"\W*(?:英文|Abstract|Summary)", string, re.I) else "abstract"
            yield "-label", row.part(0, label.end())
            if label.end() < len(string):
                yield part, row.part(label.end())
                part = ""
        elif _is_disclaimer(string):
            yield "end", row
        elif re.fullmatch(r"\W*(?:主要)?参考文献\W*", string):
            part = "reference"
            yield "-label", row
        elif part == "reference" and _REFERENCE.search(string):
            yield "end", row
        elif found := head_of_page(row, n, title, lines):
            part = ""
            yield from found
        elif part in ("abstract", "end") and not furniture(string) and len(string) >= 15:
            yield part, row
        else:
            yield f"-{furniture(string) or 'navigation'}", row


def _document(reading: Reading, placed: Sequence[Placed]) -> Document:
    def of(role: str) -> list[Row]:
        return [row for name, row in placed if name == role]

    fields: list[Field] = fields_of(reading, placed)
    blocks = _blocks(reading, [one for one in placed if one[0] in ("label", "body")])
    untitled = message("title-missing", reading.where(0))
    return Document(
        fields=tuple(fields),
        abstract=paragraphs(reading, of("abstract")),
        body=tuple(blocks),
        endmatter=paragraphs(reading, of("end")),
        removed=tuple(removals(reading, placed)),
        nature="machine-summary",
        messages=() if any(field.name == "title" for field in fields) else (untitled,),
    )


def _blocks(reading: Reading, placed: Sequence[Placed]) -> Iterator[Block]:
    """The label on the first level, the headings of the summary below it."""
    base = 1 if any(role == "label" for role, _ in placed) else 0
    lines = [row for _, row in placed]
    headed = [role == "body" and _is_heading(lines, n) for n, (role, _) in enumerate(placed)]
    depths = iter(levels(row.string for row, one in zip(lines, headed, strict=True) if one))
    for (role, row), is_one in zip(placed, headed, strict=True):
        if role == "label":
            yield Heading(text_of(reading, row), 1)
        elif not is_one:
            yield Paragraph(text_of(reading, row))
        else:
            found = heading(row.string)
            length = found[1] if found else 0
            number = text_of(reading, row.part(0, length)) if length else Text()
            yield Heading(text_of(reading, row.part(length)), base + next(depths), number)


def _is_heading(lines: Sequence[Row], at: int) -> bool:
    """Whether a line is a heading: no sentence, no item, and not one of several in a row."""
    if not _may_be_heading(lines[at].string):
        return False
    near = [n for n in (at - 1, at + 1) if 0 <= n < len(lines) and _may_be_heading(lines[n].string)]
    kinds = [_figure(lines[n].string) for n in near]
    return not (_figure(lines[at].string) and any(kinds)) and len(near) < 2


def _may_be_heading(string: str) -> bool:
    if len(string) > 60 or _BULLET.match(string) or _VOICE.match(string):
        return False
    found = heading(string)
    return bool(found and found[1] and not re.search("[，。；]", string)) or not ends_sentence(
        string
    )


def _figure(string: str) -> bool:
    return bool(re.match(r"[（(]?\d{1,2}[)）.、．](?!\d)", string))


READER = Reader("journal-web-summary", identify, read)
