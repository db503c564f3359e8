"""The statements that end an article: dates, editors, the English abstract."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from converters.dates import first_iso
from converters.lexicon import pattern
from converters.model import Field, Text
from converters.readers.common.labels import BACK, CLOSING, statement, statements
from converters.readers.common.names import names
from converters.readers.journal.pages import PageRow
from converters.readers.journal.paragraphs import LineEnds, ParagraphRows, is_western, paragraphs
from converters.readers.journal.parts import ArticleParts

_CLOSING = pattern("statements", "journal", ("editor", "received", "revised", "affiliation"))
_ON_AUTHOR = re.compile(rf"[（(]\s*{pattern('provenance', 'journal', 'on-author')}")
_CLOSING_STATEMENT = re.compile(rf"[（(\[［【〔]\s*{_CLOSING}[^）)\]］】〕。]*[）)\]］】〕]$")


def back_matter(placed: Sequence[PageRow], lines: LineEnds) -> ArticleParts:
    """The statements and western paragraphs that end an article, and the text before them."""
    rows = list(placed)
    if rows and (inline := _CLOSING_STATEMENT.search(rows[-1].row.string)) and inline.start():
        last = rows.pop()
        rows += [
            replace(last, row=last.row.part(0, inline.start())),
            replace(last, row=last.row.part(inline.start(), inline.end())),
        ]
    found = paragraphs(rows, lines)
    at = len(found)
    while at and _is_end(found[at - 1]):
        at -= 1
    end = found[at:]
    fields = stated_fields(line.row.string for group in end for line in group)
    rest = tuple(line for group in found[:at] for line in group)
    return ArticleParts(rest=rest, fields=tuple(fields), endmatter=tuple(end))


def _is_end(group: ParagraphRows) -> bool:
    string = group[0].row.string
    if part := statement(string):
        return part.name in BACK
    return all(is_western(placed.row) for placed in group) or bool(_ON_AUTHOR.match(string))


def stated_fields(strings: Iterable[str]) -> list[Field]:
    """The fields that lines of end matter state: dates and editors."""
    fields = []
    for string in strings:
        for part in statements(string):
            words = string[part.words : part.end].strip()
            words = words.rstrip("".join(CLOSING)) if part.opened else words
            if part.name in ("received", "revised"):
                if day := first_iso(words):
                    fields.append(Field(part.name, Text(), day))
            elif part.name == "editor" and words:
                fields.append(Field("editor", Text(), "；".join(names(words)) or words))
    return fields
