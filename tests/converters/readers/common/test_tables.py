"""Tables of Markdown: what a reader must get, in the document, on the page and in the account."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import Seen, see_text
from support import edition

from converters.model import Emphasis, Mark, NoteRef, PageBreak, Paragraph, Piece, Span, Table, Text
from converters.readers.common.tables import with_tables
from converters.text import prose

SOCIAL = "---\ntitle: 甲国的道路\nauthor: 丝路观察\n---\n\n"
LONG = "中亚国家正在推动能源转型，成效显著。"
ROWS = (
    "| 国家 | 出口 | 进口 |\n| --- | ---: | :-: |\n| 甲国 | 843.9 | 499.9 |\n| **乙国** | 1 | |\n"
)
CELLS = [["国家", "出口", "进口"], ["甲国", "843.9", "499.9"], ["乙国", "1", ""]]
ARTICLE = "# 贸易研究\n\n摘要：一篇。\n\n关键词：贸易\n\n## 一、引言\n\n"


def tables(seen: Seen) -> list[Table]:
    return [block for block in seen.document.body if isinstance(block, Table)]


def strings(table: Table) -> list[list[str]]:
    return [[cell.string for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("kind", "head"),
    [("social-archive-markdown", SOCIAL), ("journal-ocr-markdown", ARTICLE)],
)
def test_rows_become_one_table(kind: str, head: str) -> None:
    seen = see_text(f"{head}{LONG}\n\n{ROWS}\n{LONG}\n", kind)  # and the ledger balances
    (table,) = tables(seen)
    assert strings(table) == CELLS
    (bold,) = (mark for mark in table.text.marks if isinstance(mark.what, Emphasis))
    assert table.text.string[bold.start : bold.end] == "乙国"
    assert [b.text.string for b in seen.document.body if isinstance(b, Paragraph)] == [LONG, LONG]
    assert seen.pages == []


def test_what_stands_below_a_table_is_no_part_of_it() -> None:
    seen = see_text(f"{ARTICLE}{LONG}\n\n{ROWS}资料来源：统计局。\n", "journal-ocr-markdown")
    assert strings(tables(seen)[0]) == CELLS
    assert seen.paragraphs[-1] == "资料来源：统计局。"


def test_notes_are_called_in_cells() -> None:
    seen = see_text(
        f"{ARTICLE}{LONG}\n\n| 国家 | 出口^[1] |\n|---|---|\n| 甲国 | 1 |\n\n{LONG}\n\n"
        "[1] 李某：《经济》，北京：某出版社2001年版，第15页。\n",
        "journal-ocr-markdown",
    )
    (table,) = tables(seen)
    (called,) = (mark for mark in table.rows[0][1].marks if isinstance(mark.what, NoteRef))
    assert called.what == NoteRef("n-1")
    assert table.rows[1][0].marks == ()


HTML = (
    '<table border="1"><thead><tr><th>国家</th><th>出口</th><th>进口</th></tr></thead>{0}'
    "<tr><td>甲国</td>{0}<td>843.9</td><td>499.9</td></tr>{0}"
    "<tr><td><b>乙国</b></td><td>1</td><td></td></tr></table>"
)


@pytest.mark.parametrize("line", ["", "\n"])
@pytest.mark.parametrize("below", ["\n", "\n\n"])
def test_tables_of_html_in_recognised_text(line: str, below: str) -> None:
    seen = see_text(
        f"{ARTICLE}{LONG}\n\n{HTML.format(line)}{below}资料来源：统计局。\n", "journal-ocr-markdown"
    )
    assert strings(tables(seen)[0]) == CELLS
    assert seen.paragraphs[-1] == "资料来源：统计局。"


def test_a_cell_over_two_columns_leaves_an_empty_one() -> None:
    source = "<table><tr><td>甲</td><td>乙</td></tr><tr><td colspan=2>丙</td></tr></table>"
    seen = see_text(f"{ARTICLE}{LONG}\n\n{source}\n", "journal-ocr-markdown")
    assert strings(tables(seen)[0]) == [["甲", "乙"], ["丙", ""]]


@pytest.mark.parametrize(
    "source",
    [
        "| 只有一行 | 两格 |\n",
        "| 一格 |\n| 又一格 |\n",
        "| 甲 | 乙 |\n| 丙 | 丁 | 戊 |\n",
        "甲 | 乙\n\n丙 | 丁\n",
    ],
)
def test_what_is_no_table(source: str) -> None:
    seen = see_text(f"{SOCIAL}{LONG}\n\n{source}\n{LONG}\n", "social-archive-markdown")
    assert not tables(seen)
    words = "".join(block.text.string for block in seen.document.body)
    assert [c for c in source if c.isalnum()] == [c for c in words.replace(LONG, "") if c.isalnum()]


def rows_of(cells: Sequence[Sequence[str]]) -> list[Paragraph]:
    """The paragraphs that a reader makes of such rows."""
    found = []
    at = 0
    for row in cells:
        line = f"| {' | '.join(row)} |"
        found.append(Paragraph(prose(Text((Piece(line, Span(at, at + len(line))),)))))
        at += len(line) + 1
    return found


#: Not of dashes alone: a row of such cells is the rule below a head.
CELL = (
    st.text("甲乙，。ab12 $`*[]{}<>\\~_#-", max_size=6)
    .map(lambda s: " ".join(s.split()))
    .filter(lambda s: not s or s.strip("-"))
)


@given(
    st.integers(2, 4).flatmap(
        lambda n: st.lists(st.lists(CELL, min_size=n, max_size=n), min_size=2)
    )
)
def test_every_cell_keeps_its_place_and_its_words(cells: list[list[str]]) -> None:
    source = rows_of(cells)
    blocks = with_tables(source)
    kept = "".join(block.text.string for block in blocks).replace("|", "")
    words = "".join(block.text.string for block in source).replace("|", "")
    assert "".join(kept.split()) == "".join(words.split())
    for block in blocks:
        if isinstance(block, Table):
            assert {len(row) for row in block.rows} == {len(cells[0])}
            assert all("\n" not in cell.string for row in block.rows for cell in row)


def test_a_page_that_ends_in_a_table_is_marked_there() -> None:
    first, second = rows_of([["甲", "乙"], ["丙", "丁"]])
    page = PageBreak("120")
    (table,) = with_tables([first, Paragraph(second.text.marked(Mark(1, 1, page)))])
    assert isinstance(table, Table)
    assert [mark.what for mark in table.rows[1][0].marks] == [page]


def test_the_page_shows_it_as_a_table(tmp_path: Path) -> None:
    source = tmp_path / "x.txt"
    source.write_text(f"{SOCIAL}{LONG}\n\n{ROWS}\n", encoding="utf-8")
    for arguments in (("add", "--kind", "social-archive-markdown", str(source)), ("convert",)):
        done = edition(tmp_path, *arguments)
        assert done.code == 0, done.err
    assert (
        "{#p-2}\n| 国家 | 出口 | 进口 |\n| --- | --- | --- |\n"
        "| 甲国 | 843.9 | 499.9 |\n| {strong}`乙国` | 1 |  |\n"
    ) in (tmp_path / "docs/texts/x.md").read_text(encoding="utf-8")
