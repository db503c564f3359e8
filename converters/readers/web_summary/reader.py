"""A journal's web page that shows a machine-made summary of an article, not the article."""

import re
from collections.abc import Iterator, Sequence

from converters.characters import han_count
from converters.lexicon import pattern
from converters.messages import message
from converters.model import Block, Document, Heading
from converters.readers.common.furniture import (
    ends_sentence,
    furniture,
    is_comments,
    is_menu,
    is_related,
)
from converters.readers.common.labels import statement
from converters.readers.common.machine_summary import (
    disclaimer_at_end,
    is_disclaimer,
    label_length,
    opens_next_part,
)
from converters.readers.common.page_body import BULLET, HeadingStyle, blocks, find_headings
from converters.readers.common.reader import Hints, Reader
from converters.readers.common.reading import Reading, Row
from converters.readers.common.segments import (
    Segment,
    paragraphs,
    removals,
    rows_of,
    text_of,
    without_invisible,
)
from converters.readers.web_summary.issue import is_issue
from converters.readers.web_summary.statements import (
    ABSTRACT,
    ENGLISH_ABSTRACTS,
    data,
    fields,
    title_at,
)
from converters.schema.derivations import Derivation
from converters.schema.genres import Genre
from converters.schema.reasons import Reason
from converters.schema.roles import Role
from converters.seed import Seed

_ROUND_A_LABEL = " \t【】[]〔〕（）():："  # brackets and colons that are no part of it
_MACHINE = re.compile(pattern("machine_summary", "web-summary", "model"))
_ENGLISH_ABSTRACT = re.compile(rf"\W*(?:{ENGLISH_ABSTRACTS})", re.I)
_REFERENCES = re.compile(r"\W*(?:主要)?参考文献\W*")
_REFERENCE = re.compile(r"^[\[［【(（]\s*\d+\s*[\]］】)）]|\[[JMDCNRZPS](?:/OL)?\]")

#: Headings that machines make are sentences without a full stop; the longest of seed 000 has 20.
_HEADINGS = HeadingStyle(longest=60, bullets=False, runs=False)

# What makes a seed such a page, and how much each weighs; together 1. A seed is read as one from
# 0.5 on: the label is enough, disclaimer and issue without it are not.
_LABELLED = 0.6
_DISCLAIMED = 0.3
_OF_AN_ISSUE = 0.1
#: Han characters of the first line of a summary whose label is missing; titles have up to 22.
_PARAGRAPH_HAN = 60
#: Han characters below a label, within so many lines, that make it no button.
_TEXT_HAN = 8
_LABEL_TO_TEXT = 2
#: Characters of a line below the label of an abstract that belongs to it; buttons are shorter.
_ABSTRACT_LENGTH = 15


def identify(seed: Seed) -> float:
    """Likeness: the label of a machine-made summary, its disclaimer, an issue line."""
    strings = [row.string for row in Reading(seed, plain=True).rows]
    labelled = any(map(label_length, strings))
    disclaimed = any(is_disclaimer(string) and _MACHINE.search(string) for string in strings)
    return (
        _LABELLED * labelled + _DISCLAIMED * disclaimed + _OF_AN_ISSUE * any(map(is_issue, strings))
    )


def read(seed: Seed, hints: Hints) -> Document:
    """The summary as body under its label, the page's data as fields, the rest removed."""
    reading = Reading(seed, plain=True)
    rows = reading.rows
    at = _label_at(rows)
    if at is None:
        begin = next(
            (n for n, row in enumerate(rows) if han_count(row.string) > _PARAGRAPH_HAN), len(rows)
        )
        segments = [*_page(rows[:begin], above=True), *_summary(rows[begin:])]
    else:
        length = label_length(rows[at].string)
        inline = rows[at].part(length)
        segments = [
            *_page(rows[:at], above=True),
            Segment(rows[at].part(0, length), Role.LABEL),
            *_summary([inline, *rows[at + 1 :]] if inline else rows[at + 1 :]),
        ]
    return without_invisible(seed, _document(reading, segments))


def _label_at(rows: Sequence[Row]) -> int | None:
    """The first label that text follows; others are buttons."""
    labels = [n for n, row in enumerate(rows) if label_length(row.string)]
    for n in labels:
        below = [row.string for row in rows[n + 1 : n + 1 + _LABEL_TO_TEXT]]
        is_inline = label_length(rows[n].string) < len(rows[n].string)
        has_text = any(han_count(string) >= _TEXT_HAN for string in below)
        if is_inline or (has_text and not label_length(below[0])):
            return n
    return labels[-1] if labels else None


def _is_next(string: str) -> bool:
    """Whether a line opens another part of the page than the summary."""
    if is_related(string) or is_comments(string) or opens_next_part(string):
        return True
    stated = statement(string)
    if stated and stated.name not in ("authors", "affiliation"):
        return True
    return bool(ABSTRACT.match(string))


def _summary(rows: Sequence[Row]) -> Iterator[Segment]:
    """The summary up to its disclaimer, or to what opens the next part of the page."""
    end = _end(rows)
    for row in rows[:end]:
        string = row.string
        if is_disclaimer(string):
            yield Segment(row, Role.ENDMATTER)
        elif tail := disclaimer_at_end(string):
            yield Segment(row.part(0, tail), Role.BODY)
            yield Segment(row.part(tail), Role.ENDMATTER)
        elif length := label_length(string):
            yield Segment(row, Role.LABEL if length == len(string) else Role.BODY)
        elif reason := furniture(string) or (Reason.NAVIGATION if is_menu(string) else None):
            yield Segment(row, reason)
        else:
            yield Segment(row, Role.BODY)
    yield from _page(rows[end:], above=False)


def _end(rows: Sequence[Row]) -> int:
    """The row after the summary: after the disclaimer below text, else after the last sentence."""
    end = next((n for n, row in enumerate(rows) if _is_next(row.string)), len(rows))
    seen = False
    for n, row in enumerate(rows[:end]):
        disclaimed = is_disclaimer(row.string) or disclaimer_at_end(row.string)
        if disclaimed and seen:
            return n + 1
        seen = seen or not disclaimed
    return next((n + 1 for n in range(end - 1, -1, -1) if _is_text(rows[n].string)), end)


def _is_text(string: str) -> bool:
    return not furniture(string) and (ends_sentence(string) or bool(BULLET.match(string)))


def _page(rows: Sequence[Row], *, above: bool) -> Iterator[Segment]:
    """What surrounds the summary: data of the article, the author's own abstract, furniture."""
    title = title_at(rows) if above else None  # below stand titles of other articles
    part: Role | None = None  # what rows belong to that a label of its own row opened
    in_references = False
    for n, row in enumerate(rows):
        string = row.string
        label = ABSTRACT.match(string)
        if label or opens_next_part(string) or is_related(string) or is_comments(string):
            part, in_references = None, False
        if label:
            part = Role.ENDMATTER if _ENGLISH_ABSTRACT.match(string) else Role.ABSTRACT
            yield Segment(row.part(0, label.end()), Reason.LABEL)
            if words := row.part(label.end()):
                yield Segment(words, part)
                part = None
        elif is_disclaimer(string):
            yield Segment(row, Role.ENDMATTER)
        elif _REFERENCES.fullmatch(string):
            in_references = True
            yield Segment(row, Reason.LABEL)
        elif in_references and _REFERENCE.search(string):
            yield Segment(row, Role.ENDMATTER)
        elif segments := data(rows, n, title):
            part, in_references = None, False
            yield from segments
        elif part and not furniture(string) and len(string) >= _ABSTRACT_LENGTH:
            yield Segment(row, part)
        else:
            yield Segment(row, furniture(string) or Reason.NAVIGATION)


def _document(reading: Reading, segments: Sequence[Segment]) -> Document:
    found = fields(reading, segments)
    untitled = message("title-missing", reading.where(0))
    labels = rows_of(segments, Role.LABEL)
    return Document(
        fields=tuple(found),
        abstract=paragraphs(reading, rows_of(segments, Role.ABSTRACT)),
        body=tuple(_blocks(reading, segments)),
        endmatter=paragraphs(reading, rows_of(segments, Role.ENDMATTER)),
        removed=tuple(removals(reading, segments)),
        genre=Genre.JOURNAL_ARTICLE,
        derivation=Derivation.MACHINE_SUMMARY,
        summary_label=text_of(reading, labels[0]).string.strip(_ROUND_A_LABEL) if labels else "",
        messages=() if any(field.name == "title" for field in found) else (untitled,),
    )


def _blocks(reading: Reading, segments: Sequence[Segment]) -> list[Block]:
    """The label on the first level, the headings of the summary below it."""
    kept = [s for s in segments if s.use is Role.LABEL or s.use is Role.BODY]
    rows = [segment.row for segment in kept]
    is_label = [segment.use is Role.LABEL for segment in kept]
    can = find_headings(rows, _HEADINGS)
    headed = [heading and not label for heading, label in zip(can, is_label, strict=True)]
    below = blocks(reading, rows, headed, 1 if any(is_label) else 0)
    return [
        Heading(block.text, 1) if label else block
        for block, label in zip(below, is_label, strict=True)
    ]


READER = Reader("journal-web-summary", identify, read, Genre.JOURNAL_ARTICLE)
