"""An article clipped from a news site with the page's furniture round it; a line a paragraph."""

import re
from collections.abc import Sequence

from converters.characters import han_count
from converters.dates import first_iso
from converters.messages import message
from converters.model import Document, Field, Removal, joined
from converters.readers.common.furniture import furniture, is_date_line
from converters.readers.common.genres import genre_of_fields
from converters.readers.common.machine_summary import label_length
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
from converters.readers.news_clip.lines import without_site
from converters.readers.news_clip.provenance import stated_in_notes
from converters.readers.news_clip.regions import (
    above_article,
    article,
    below_article,
    extent,
    title_at,
)
from converters.readers.news_clip.statements import name_list, statements
from converters.schema.derivations import Derivation
from converters.schema.fields import Use, fields_for
from converters.schema.genres import Genre
from converters.schema.reasons import Reason
from converters.schema.roles import Role
from converters.seed import Seed

_QUOTED = re.compile(r"^(?:>\s*)+(?=[^\s>])")  # Markdown's sign of a quotation
_OTHER_KINDS = re.compile(r"#|---|!\[|\[\d+\]|[①-⑳]|\*\*")  # Markdown, notes
_CONTAINER = re.compile(r"《(.+)》|([A-Z][A-Za-z .&’'-]+)")

#: The longest heading of seed 002 has 14 characters; a line of a paragraph that a site broke has
#: more than 40.
_HEADINGS = HeadingStyle(longest=40, bullets=True, runs=True)

# What makes a seed a news clip, and how much each weighs; together 1. A seed is read as one from
# 0.5 on, so that two of the first three must hold, or one with the last.
_PLAIN = 0.3  # no Markdown, no notes, no summary
_FURNISHED = 0.3  # furniture and statements of a page round the text
_PACKED = 0.2  # paragraphs on neighbouring lines
_LONG = 0.2  # long paragraphs, and other lines beside them
#: More lines of furniture or statements than this are a page's; seed 002 has 62, a portal 7, an
#: article alone one or two (date, source).
_FEW_MARKS = 2
#: Han characters of a long paragraph, and the number of them that is too small for an article; seed
#: 002 has 33.
_PARAGRAPH_HAN = 40
_FEW_PARAGRAPHS = 2


def identify(seed: Seed) -> float:
    """Likeness: paragraphs on lines of their own between lines of furniture, no Markdown."""
    rows = Reading(seed, plain=True).rows
    if not rows:
        return 0.0
    first, last = extent(rows)
    body = rows[first : last + 1]
    packed = sum(row.gap == 0 for row in body[1:])
    long = sum(han_count(row.string) >= _PARAGRAPH_HAN for row in body)
    marks = sum(is_date_line(row.string) or bool(statements(row)) for row in rows)
    marks += sum(bool(furniture(row.string)) for row in (*rows[:first], *rows[last + 1 :]))
    plain = not any(_OTHER_KINDS.match(row.string) or label_length(row.string) for row in rows)
    return (
        _PLAIN * plain
        + _FURNISHED * (marks > _FEW_MARKS)
        + _PACKED * (packed > len(body) / 2)
        + _LONG * (long > _FEW_PARAGRAPHS and len(rows) > len(body))
    )


def read(seed: Seed, hints: Hints) -> Document:
    """The run of Chinese paragraphs as body; a first sentence apart as standfirst."""
    reading = Reading(seed, plain=True)
    rows = reading.rows
    first, last = extent(rows)
    title = title_at(rows, first)
    begin = first if title is None else title
    while begin > 0 and statements(rows[begin - 1]):
        begin -= 1
    named = "" if title is None else without_site(rows[title]).string
    segments = [
        *(above_article(row, named) for row in rows[:begin]),
        *article(rows[begin : last + 1], None if title is None else title - begin),
        *below_article(rows[last + 1 :]),
    ]
    return without_invisible(seed, _document(reading, segments))


def _document(reading: Reading, segments: Sequence[Segment]) -> Document:
    """The segments, each in its place; what the closing notes say besides."""
    endmatter = paragraphs(reading, rows_of(segments, Role.ENDMATTER))
    fields = [
        _field(reading, role, rows)
        for role in Role
        if role.is_field and (rows := rows_of(segments, role))
    ]
    known = {field.name for field in fields}
    notes = stated_in_notes([note.text.string for note in endmatter])
    fields += [field for field in notes if field.name not in known]
    known = {field.name for field in fields}
    translated = not known.isdisjoint(fields_for(Use.TRANSLATION))
    fields = _first_of_each([_settled(field, translated) for field in fields])
    genre = None if translated else genre_of_fields(fields)
    body = rows_of(segments, Role.BODY)
    headed = find_headings(body, _HEADINGS)
    signs = [_sign(row, is_heading) for row, is_heading in zip(body, headed, strict=True)]
    bare = [row.part(length) for row, length in zip(body, signs, strict=True)]
    untitled = message("title-missing", reading.where(body[0].start if body else 0))
    return Document(
        fields=tuple(fields),
        introduction=paragraphs(reading, rows_of(segments, Role.INTRODUCTION)),
        body=tuple(blocks(reading, bare, headed)),
        endmatter=endmatter,
        removed=(*removals(reading, segments), *_removed_signs(reading, body, signs)),
        genre=genre,
        derivation=_derivation(genre, is_translation=translated),
        messages=() if "title" in known else (untitled,),
    )


def _derivation(genre: Genre | None, *, is_translation: bool) -> Derivation:
    """Whose words a clip is: an article that a news site shows was published before it."""
    if is_translation:
        return Derivation.TRANSLATION
    if genre in (Genre.JOURNAL_ARTICLE, Genre.MAGAZINE_ARTICLE):
        return Derivation.REPUBLICATION
    return Derivation.ORIGINAL


def _sign(row: Row, is_heading: bool) -> int:
    """The length of the sign before the words of a heading or of a quotation."""
    sign = (BULLET if is_heading else _QUOTED).match(row.string)
    return sign.end() if sign else 0


def _removed_signs(reading: Reading, rows: Sequence[Row], signs: Sequence[int]) -> list[Removal]:
    return [
        removal
        for row, length in zip(rows, signs, strict=True)
        if length
        for removal in reading.remove(row.start, row.start + length, Reason.MARK_UP)
    ]


def _field(reading: Reading, role: Role, rows: Sequence[Row]) -> Field:
    """A field; where several lines state it, one value of all."""
    texts = [text_of(reading, row) for row in rows]
    text = joined(texts)
    if role in (Role.AUTHORS, Role.TRANSLATORS):
        value = "；".join(name_list(row.string) for row in rows)
    elif role is Role.DATE:
        value = first_iso(rows[0].string) or rows[0].string
    elif role is Role.STANDFIRST:
        value = text.string
    else:
        value = "；".join(dict.fromkeys(one.string for one in texts))
    return Field(role.value, text, value)


def _first_of_each(fields: Sequence[Field]) -> list[Field]:
    """The fields without those that have no text of their own and say again what one before did."""
    names = [field.name for field in fields]
    return [field for n, field in enumerate(fields) if field.text or field.name not in names[:n]]


def _settled(field: Field, translated: bool) -> Field:
    """Date and source by their names: those of a translation are not those of its original."""
    if field.name == "source":
        container = _CONTAINER.fullmatch(field.value)
        value = (container[1] or container[2]) if container else field.value
        name = ("original_container" if container else "republisher") if translated else "journal"
        return Field(name, field.text, value)
    if field.name == "date" and translated:
        return Field("republication_date", field.text, field.value)
    return field


READER = Reader("news-clip", identify, read, Genre.NEWS_REPORT)
