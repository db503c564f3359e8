"""Notes stand at the foot of the page, once, with the numbers of the other editions."""

import re
from pathlib import Path

import pytest
from docutils import nodes
from pdf_book import CHINESE, logical_text, make, pieces
from pypdf import PdfReader
from typstbook.notes import position


def page_with(reader: PdfReader, words: str) -> int:
    """The number (from 0) of the only page with `words`."""
    pages = [n for n, page in enumerate(reader.pages) if words in squeezed(page.extract_text())]
    assert len(pages) == 1, (words, pages)
    return pages[0]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u2060]+", "", text)


def destinations(reader: PdfReader, page: int) -> list[str]:
    """Names of the places that the links of a page go to."""
    found = []
    for annotation in reader.pages[page].get("/Annots", []):
        link = annotation.get_object()
        if "/Dest" in link:
            found.append(str(link["/Dest"]))
        elif "/D" in link.get("/A", {}):
            found.append(str(link["/A"]["/D"]))
    return found


FILLER = "Filler of the page. " * 60


def test_a_note_is_printed_once_on_the_page_of_its_first_mark(tmp_path: Path) -> None:
    body = f"First[^n]. {FILLER}\n\n" + f"{FILLER}\n\n" * 3 + "Again[^n]."
    reader = make(tmp_path, a=f"# A\n\n{body}\n\n[^n]: Words of the note.").reader()
    note = page_with(reader, "Wordsofthenote.")
    assert page_with(reader, "First") == note
    assert page_with(reader, "Again") > note
    text = squeezed(logical_text(reader))
    assert text.count("Wordsofthenote.") == 1
    assert "Again1." in text


def test_the_same_label_in_two_documents(tmp_path: Path) -> None:
    pages = {name: f"# {name}\n\nT{name}[^1]\n\n[^1]: Note of {name}." for name in ("a", "b")}
    text = squeezed(logical_text(make(tmp_path, **pages).reader()))
    for name in ("a", "b"):
        assert re.search(f"T{name}11Noteof{name}", text), text


def test_a_note_in_a_heading_is_not_in_the_contents_nor_in_heads(tmp_path: Path) -> None:
    page = f"# A\n\n## Second[^n]\n\n{FILLER * 5}\n\nMore[^n]\n\n## Third[^n]\n\n[^n]: The note."
    result = make(tmp_path, a=page)
    assert result.warnings == ""
    reader = result.reader()
    text = squeezed(logical_text(reader))
    assert text.count("Thenote.") == 1
    contents = squeezed(reader.pages[page_with(reader, "Contents")].extract_text())
    assert re.search(r"Second\.+\d", contents) and re.search(r"Third\.+\d", contents)
    head = reader.pages[-3].extract_text()
    assert "Second1" not in squeezed(head.split("\n", 1)[0])


def test_a_note_with_several_blocks(tmp_path: Path) -> None:
    note = "[^n]: First.\n\n    Second.\n\n    - item\n"
    result = make(tmp_path, a=f"# A\n\nText[^n]\n\n{note}")
    assert result.warnings == ""
    paths = {piece.text: piece.path for piece in pieces(result.reader())}
    assert all("Note" in paths[words] for words in ("First.", "Second.", "item"))


def test_a_note_in_a_table_and_in_a_note(tmp_path: Path) -> None:
    page = (
        "# A\n\n| h[^h] |\n|---|\n| c[^c] |\n\n[^h]: Of head.\n[^c]: Of cell[^in].\n[^in]: Inner."
    )
    result = make(tmp_path, a=page)
    assert result.warnings == ""
    text = squeezed(logical_text(result.reader()))
    assert [text.count(words) for words in ("Ofhead.", "Ofcell", "Inner.")] == [1, 1, 1]


def test_a_heading_over_nothing_but_notes_is_not_printed(tmp_path: Path) -> None:
    page = (
        "# A\n\nText[^n]\n\n```{rubric} Notes\n```\n\n[^n]: Words.\n\n```{rubric} Other\n```\n\nx"
    )
    conf = "myst_footnote_sort = False"
    text = logical_text(make(tmp_path, conf, a=page).reader())
    assert "Notes" not in text
    assert "Other" in text


def test_the_mark_that_the_source_printed(tmp_path: Path) -> None:
    """Attributes that an extension sets on a note: page and mark of the source."""
    conf = CHINESE + (
        "\nfrom docutils import nodes\n"
        "from sphinx.transforms import SphinxTransform\n"
        "class Marks(SphinxTransform):\n"
        "    default_priority = 700\n"
        "    def apply(self):\n"
        "        for note in self.document.findall(nodes.footnote):\n"
        "            note['printed_page'], note['printed_mark'] = '119', '[3]'\n"
        "def setup(app):\n"
        "    app.add_transform(Marks)\n"
    )
    reader = make(tmp_path, conf, a="# 甲\n\n正文[^n]\n\n[^n]: 注文。").reader()
    assert "注文。原119[3]" in squeezed(logical_text(reader))


def test_a_mark_never_begins_a_line(tmp_path: Path) -> None:
    """Whatever the length of the line before it."""
    lines = "\n\n".join(f"{'蒙' * n}国。[^n]之后的文字继续。" for n in range(20, 60))
    reader = make(tmp_path, CHINESE, a=f"# 甲\n\n{lines}\n\n[^n]: 注。").reader()
    for page in reader.pages:
        for line in page.extract_text().splitlines():
            assert not re.match("1\u2060?之", line.strip()), line


def test_links_go_from_mark_to_note_and_back(tmp_path: Path) -> None:
    reader = make(tmp_path, a="# A\n\nText[^n]\n\n[^n]: Words.").reader()
    page = page_with(reader, "Words.")
    assert len(destinations(reader, page)) == 2


@pytest.mark.parametrize("sign", "。，、；：！？）》〉」』】〕”’．")
def test_a_mark_after_full_width_punctuation_stands_close(sign: str) -> None:
    reference = nodes.footnote_reference("", "1")
    nodes.paragraph("", "", nodes.Text(f"句{sign}"), reference)
    assert position(reference) == {"close": "true"}


@pytest.mark.parametrize("words", ["句", "a.", "（"])
def test_a_mark_after_other_characters_does_not(words: str) -> None:
    reference = nodes.footnote_reference("", "1")
    nodes.paragraph("", "", nodes.Text(words), reference)
    assert position(reference) == {}
