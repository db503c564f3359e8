"""Tables: rows of cells between vertical bars (GitHub Flavored Markdown 0.29, §4.10), or HTML's.

Readers give each row between bars as a paragraph, and a whole table of HTML as one.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from converters.model import Block, Edit, Paragraph, Table, Text, joined

_ROW = re.compile(r"\|.*\|")
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")  # between the head and the other rows
_BAR = re.compile(r"\s*\|\s*")
_LEAST = 2  # rows, and cells in each
_HTML = re.compile(r"<table\b[^<>]*>.*</table>", re.I)
_TAG = re.compile(r"\s*</?(table|thead|tbody|tfoot|tr|th|td)\b[^<>]*>\s*", re.I)


def with_tables(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, with one table for the rows of each."""
    found: list[Block] = []
    for is_row, run in groupby(blocks, key=_is_row):
        rows = list(run)
        if is_row and _is_table(rows):
            found.append(_of_rows(rows))
        else:
            found += [_of_html(block.text) if _is_html(block) else block for block in rows]
    return found


def _is_row(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(_ROW.fullmatch(block.text.string))


def _is_rule(row: Block) -> bool:
    return bool(_RULE.fullmatch(row.text.string))


def _is_table(rows: Sequence[Block]) -> bool:
    """Whether there are rows enough, all with as many cells."""
    bars = {row.text.string.count("|") for row in rows}
    filled = sum(not _is_rule(row) for row in rows)
    return filled >= _LEAST and len(bars) == 1 and bars.pop() > _LEAST


def _of_rows(rows: Sequence[Block]) -> Table:
    """The table of these rows: the bars give way to tabs and line ends (rule R9)."""
    last = max(at for at, row in enumerate(rows) if not _is_rule(row))
    return Table(
        joined(
            _dropped(row.text) if _is_rule(row) else _cells(row.text, last=at == last)
            for at, row in enumerate(rows)
        )
    )


def _cells(text: Text, *, last: bool) -> Text:
    first, *inner, final = _BAR.finditer(text.string)
    edits = [Edit(first.start(), first.end(), "", "R9")]
    edits += [Edit(bar.start(), bar.end(), "\t", "R9") for bar in inner]
    edits.append(Edit(final.start(), final.end(), "" if last else "\n", "R9"))
    return text.apply(edits)


def _dropped(text: Text) -> Text:
    return text.apply([Edit(0, len(text), "", "R9")])


def _is_html(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(_HTML.fullmatch(block.text.string))


def _of_html(text: Text) -> Table:
    """The table of HTML's tags, which give way to tabs and line ends (rule R9).

    A cell that goes over several columns or rows is one of the first.
    """
    edits = []
    rows = cells = 0
    for tag in _TAG.finditer(text.string):
        sign = ""
        if "/" not in tag[0][: tag.start(1) - tag.start()]:
            match tag[1].lower():
                case "tr":
                    sign = "\n" if rows else ""
                    rows, cells = rows + 1, 0
                case "td" | "th":
                    sign = "\t" if cells else ""
                    cells += 1
        edits.append(Edit(tag.start(), tag.end(), sign, "R9"))
    return Table(text.apply(edits))
