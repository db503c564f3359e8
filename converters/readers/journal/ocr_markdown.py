"""A journal article read by text recognition page by page: Markdown, a line a paragraph.

The paragraphs of each page are followed by its notes; a paragraph that a page end cuts in two is
two. Note marks are raised (`^[1]`, `^{[1]}`), the bodies of the notes open with the same mark.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from converters.lexicon import pattern
from converters.model import Document
from converters.readers.common.headings import heading
from converters.readers.common.labels import statement
from converters.readers.common.markdown import marked, plain
from converters.readers.common.notes import Style, style_of
from converters.readers.common.reader import Hints, Reader
from converters.readers.common.reading import Reading, Row
from converters.readers.common.sentences import finished, introduces
from converters.readers.journal.assembly import ArticleBuilder, Draft
from converters.readers.journal.back_matter import back_matter
from converters.readers.journal.front_matter import front_matter
from converters.readers.journal.layout import is_set_in_lines
from converters.readers.journal.pages import Page, PageRow, pages_of
from converters.readers.journal.segmentation import segmented
from converters.schema.genres import Genre
from converters.seed import Seed

#: What speaks for this kind: recognition raises marks and labels stand in paragraphs of their own.
_OF_NOTES, _OF_RAISED, _OF_HEADINGS, _OF_LABELS, _OF_PARAGRAPHS = 0.3, 0.3, 0.1, 0.2, 0.1
#: Lines of print are the other kind, whatever else is there.
_IN_LINES = 1 / 3
#: Lines in which labelled statements stand, if there are any.
_FRONT = 20
#: Cells; a longer block is no title.
_TITLE = 60
#: So many times as wide as the keywords above it, a line is text that follows them.
_WIDER = 1.5
_LIST = re.compile(
    r"[-+*•]\s|\d{1,2}[.)．、]|[（(]\d{1,2}[)）]|[（(]?[一二三四五六七八九十]+[)）、]|\|"
)
_TABLE = re.compile(r"\||</?(?:table|thead|tbody|tr|th|td)\b", re.I)
_CITES_ON = re.compile(
    f"{pattern('signals', 'journal', 'see')}|{pattern('signals', 'journal', 'see-western')} |http"
)


def identify(seed: Seed) -> float:
    """Likeness: long lines, raised note marks, notes between paragraphs, labelled front matter."""
    rows = Reading(seed).rows
    if not rows or rows[0].string == "---":
        return 0.0
    style = style_of(row.string for row in rows)
    raised = bool(re.search(r"\^\s*[\[{①-⑳]|\$\s*\^|<sup>", seed.text))
    headed = bool(re.search(r"^#{1,4} \S", seed.text, re.M))
    labelled = sum(bool(statement(row.string)) for row in rows[:_FRONT])
    likeness = (
        _OF_NOTES * (style is not None)
        + _OF_RAISED * raised
        + _OF_HEADINGS * headed
        + _OF_LABELS * (labelled > 0)
    )
    return likeness * _IN_LINES if is_set_in_lines(rows, style) else likeness + _OF_PARAGRAPHS


def read(seed: Seed, hints: Hints) -> Document:
    """The article: paragraphs joined over page ends and notes, notes linked, pages numbered."""
    reading = Reading(seed)
    style = style_of(row.string for row in reading.rows)
    segments = segmented(reading.rows, style, printed=False)
    blocks = Blocks(style)
    pages = pages_of(segments, style, blocks.end_of_note)
    placed = [PageRow(row, index) for index, page in enumerate(pages) for row in page.body]

    begun = front_matter(reading, placed, blocks, _TITLE)
    pages, rest = blocks.unnoted(pages, begun.rest)
    parts = begun.with_back_matter(back_matter(rest, blocks))
    builder = ArticleBuilder(reading, style, marked)
    return builder.document(parts, blocks.drafts(parts.rest), pages, segments, hints)


@dataclass(frozen=True)
class Blocks:
    """Where blocks of such Markdown begin and end."""

    style: Style | None

    def end_of_note(self, rows: Sequence[Row], last_call: int) -> Callable[[int], int]:
        """After the last note of a page only what surely belongs to it is more of it."""

        def end(last: int) -> int:
            at = last + 1
            while at < len(rows) and (
                _CITES_ON.match(rows[at].string)
                or (rows[at].gap == 0 and not finished(rows[at - 1].string, self.style))
            ):
                at += 1
            return at

        return end

    def breaks(self, above: PageRow, below: PageRow) -> bool:
        """A paragraph ends with a sentence, or before a list on the same page."""
        row, after = above.row, below.row
        if finished(row.string, self.style):
            return True
        if after.string.startswith(("#", "|", ">", "<table")) or row.string.startswith("|"):
            return True
        if row.string.endswith("</table>"):
            return True
        if above.page != below.page:
            return False
        if introduces(row.string, self.style):
            return after.gap > 0 or bool(_LIST.match(after.string))
        return False

    def ends_statement(self, above: Row, below: Row) -> bool:
        """A statement ends with its block, or where running text follows."""
        return below.gap > 0 or below.cells > max(_TITLE, _WIDER * above.cells)

    def is_heading(self, row: Row) -> bool:
        """A Markdown heading, or a line with the form of one."""
        return row.string.startswith("#") or heading(plain(row, self.style)) is not None

    def unnoted(
        self, pages: Sequence[Page], rest: Sequence[PageRow]
    ) -> tuple[list[Page], list[PageRow]]:
        """The pages, those without notes found by the sentences they cut in two.

        A block that ends inside a sentence ends a page; where notes were called on that page
        before, it does not, for they would stand below it.
        """
        found: list[Page] = []
        placed: list[PageRow] = []
        rows_of: dict[int, list[Row]] = {}
        for line in rest:
            rows_of.setdefault(line.page, []).append(line.row)
        for index, page in enumerate(pages):
            rows = rows_of.get(index, [])
            called = False
            for n, row in enumerate(rows):
                if n and not called and self._cut(rows[n - 1], row):
                    found.append(Page(()))
                called = called or bool(self.style and any(self.style.calls(row.string)))
                placed.append(PageRow(row, len(found)))
            found.append(page)
        return found, placed

    def _cut(self, row: Row, below: Row) -> bool:
        return (
            below.gap > 0
            and not finished(row.string, self.style)
            and not introduces(row.string, self.style)
            and not self.is_heading(row)
            and not self.is_heading(below)
            and not statement(below.string)
            and not _LIST.match(below.string)
            and not _TABLE.match(row.string)
            and not _TABLE.match(below.string)
        )

    def drafts(self, placed: Sequence[PageRow]) -> list[Draft]:
        """The headings and paragraphs of the text."""
        blocks: list[tuple[list[PageRow], bool]] = []  # rows, and whether they are a heading
        for line in placed:
            is_heading = self.is_heading(line.row)
            follows = bool(blocks) and not blocks[-1][1] and not is_heading
            if follows and not self.breaks(blocks[-1][0][-1], line):
                blocks[-1][0].append(line)
            else:
                blocks.append(([line], is_heading))
        return [Draft(tuple(rows), is_heading) for rows, is_heading in blocks]


READER = Reader("journal-ocr-markdown", identify, read, Genre.JOURNAL_ARTICLE)
