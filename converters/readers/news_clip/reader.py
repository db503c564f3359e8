"""An article clipped from a news site with the page's furniture round it; a line a paragraph."""

import re
from collections.abc import Sequence

from converters.characters import han_count
from converters.dates import first_iso
from converters.messages import message
from converters.model import Block, Document, Field, Heading, Paragraph, Removal, Text
from converters.readers.common.furniture import (
    Placed,
    ends_sentence,
    furniture,
    is_date_line,
    paragraphs,
    removals,
    text_of,
    without_invisible,
)
from converters.readers.common.headings import heading, levels
from converters.readers.common.reader import Hints, Reader
from converters.readers.common.reading import Reading, Row
from converters.readers.news_clip.lines import bare, name_list, said_of_original, statements
from converters.readers.news_clip.parts import above, below, extent, opening, title_at
from converters.readers.web_summary.lines import label_length
from converters.seed import Seed

_BULLET = re.compile(r"^(?P<sign>[•·●○◦▪■□◆◇►▶▌*-])\s*(?=[^\s—-])")
_QUOTED = re.compile(r"^(?:>\s*)+(?=[^\s>])")  # Markdown's sign of a quotation
_VOICE = re.compile(r"^(?:问|答|记者|主持人|Q|A)\s*[:：]")


def identify(seed: Seed) -> float:
    """Likeness: paragraphs on lines of their own between lines of furniture, no Markdown."""
    lines = Reading(seed, plain=True).rows
    if not lines:
        return 0.0
    first, last = extent(lines)
    body = lines[first : last + 1]
    packed = sum(row.gap == 0 for row in body[1:])
    long = sum(han_count(row.string) >= 40 for row in body)
    marks = sum(is_date_line(row.string) or bool(statements(row)) for row in lines)
    marks += sum(bool(furniture(row.string)) for row in (*lines[:first], *lines[last + 1 :]))
    other = r"#|---|!\[|\[\d+\]|[①-⑳]|\*\*"  # Markdown, notes; nor is a summary an article
    plain = not any(re.match(other, row.string) or label_length(row.string) for row in lines)
    likeness = 0.3 * plain + 0.3 * (marks > 2) + 0.2 * (packed > len(body) / 2)
    return likeness + 0.2 * (long > 2 and len(lines) > len(body))


def read(seed: Seed, hints: Hints) -> Document:
    """The run of Chinese paragraphs as body; a first sentence apart as standfirst."""
    reading = Reading(seed, plain=True)
    lines = reading.rows
    first, last = extent(lines)
    title = title_at(lines, first)
    begin = first if title is None else title
    while begin > 0 and statements(lines[begin - 1]):
        begin -= 1
    named = bare(lines[title]).string if title is not None else ""
    placed = [
        *(above(row, named) for row in lines[:begin]),
        *opening(lines[begin : last + 1], None if title is None else title - begin),
        *below(lines[last + 1 :]),
    ]
    return without_invisible(seed, _document(reading, placed))


def _document(reading: Reading, placed: Sequence[Placed]) -> Document:
    """The parts, each in its place; what the closing notes say besides."""

    def of(role: str) -> list[Row]:
        return [row for name, row in placed if name == role]

    endmatter = paragraphs(reading, of("end"))
    fields = [_field(reading, name, of(name)) for name in _FIELDS if of(name)]
    known = {one.name for one in fields}
    fields += [
        one for one in said_of_original([p.text.string for p in endmatter]) if one.name not in known
    ]
    translated = bool(
        {one.name for one in fields} & {"original_title", "original_container", "translators"}
    )
    fields = [_settled(one, translated) for one in fields]
    known = {one.name for one in fields}
    fields = [one for n, one in enumerate(fields) if one.text or not _is_said(fields, n)]
    body = of("body")
    untitled = message("title-missing", reading.where(body[0].start if body else 0))
    blocks, marks = _blocks(reading, body)
    return Document(
        fields=tuple(fields),
        introduction=paragraphs(reading, of("guide")),
        body=tuple(blocks),
        endmatter=endmatter,
        removed=(*removals(reading, placed), *marks),
        nature="translation" if translated else "article",
        messages=() if "title" in known else (untitled,),
    )


_FIELDS = (
    "title",
    "subtitle",
    "original_title",
    "authors",
    "affiliation",
    "translators",
    "url",
    "date",
    "source",
    "standfirst",
    "caption",
)


def _field(reading: Reading, name: str, found: Sequence[Row]) -> Field:
    """A field; where several lines state it, one value of all."""
    texts = [text_of(reading, row) for row in found]
    text = sum(texts[1:], texts[0])
    if name in ("authors", "translators"):
        return Field(name, text, "；".join(name_list(row.string) for row in found))
    if name == "date":
        return Field(name, text, first_iso(found[0].string) or found[0].string)
    if name == "standfirst":
        return Field(name, text, text.string)
    return Field(name, text, "；".join(dict.fromkeys(one.string for one in texts)))


def _is_said(fields: Sequence[Field], n: int) -> bool:
    """Whether a field before this one says the same."""
    return any(one.name == fields[n].name for one in fields[:n])


def _settled(one: Field, translated: bool) -> Field:
    """Date and source by their names: those of a translation are not those of its original."""
    if one.name == "source":
        quoted = re.fullmatch(r"《(.+)》|([A-Z][A-Za-z .&’'-]+)", one.value)
        value = (quoted[1] or quoted[2]) if quoted else one.value
        name = ("original_container" if quoted else "republisher") if translated else "journal"
        return Field(name, one.text, value)
    if one.name == "date" and translated:
        return Field("republication_date", one.text, one.value)
    return one


def _blocks(reading: Reading, lines: Sequence[Row]) -> tuple[list[Block], list[Removal]]:
    """Paragraphs and headings; signs before headings and quotations go."""
    headed = [_is_heading(lines, n) for n in range(len(lines))]
    signs = [(_BULLET if headed[n] else _QUOTED).match(row.string) for n, row in enumerate(lines)]
    removed: list[Removal] = []
    bodies: list[Row] = []
    for row, sign in zip(lines, signs, strict=True):
        if sign:
            removed += reading.remove(row.start, row.start + sign.end(), "mark-up")
        bodies.append(row.part(sign.end()) if sign else row)
    depths = iter(levels(row.string for row, is_one in zip(bodies, headed, strict=True) if is_one))
    blocks: list[Block] = []
    for row, is_one in zip(bodies, headed, strict=True):
        if not is_one:
            blocks.append(Paragraph(text_of(reading, row)))
            continue
        found = heading(row.string)
        length = found[1] if found else 0
        number = text_of(reading, row.part(0, length)) if length else Text()
        words = row.part(length)
        blocks.append(Heading(text_of(reading, words), next(depths), number))
    return blocks, removed


def _is_heading(lines: Sequence[Row], at: int) -> bool:
    """Whether a line is a heading: short, no sentence, and no item of a list."""
    string = lines[at].string
    if not _may_be_heading(string):
        return False
    kind = _kind(string)
    same = [n for n in (at - 1, at + 1) if 0 <= n < len(lines) and _may_be_heading(lines[n].string)]
    if kind in ("bullet", "figure"):
        return not any(_kind(lines[n].string) == kind for n in same)
    return True


def _may_be_heading(string: str) -> bool:
    if len(string) > 40 or _VOICE.match(string):
        return False
    if not ends_sentence(string):
        return True
    found = heading(string)
    if found and found[1] and not re.search("[，。；]", string):
        return True  # a question with a number
    closed = re.search(r"[^。！？…，；：][”’」』）)》]$", string)
    return bool(closed) and not re.search("[。！？；，：]", string) and len(string) <= 30


def _kind(string: str) -> str:
    if _BULLET.match(string):
        return "bullet"
    found = heading(string)
    return "figure" if found and found[1] and string[0] in "0123456789(（" else "words"


READER = Reader("news-clip", identify, read)
