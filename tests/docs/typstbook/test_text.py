"""Text goes into the book as the characters that it is, whatever they mean to Typst."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_book import CHINESE, build, logical_text, make, pieces, write_project
from typstbook import markup
from typstbook.compiler import BookError
from typstbook.scripts import western_runs

# Lines of text that would each do something in Typst, TeX, HTML or Markdown's extensions.
HOSTILE = [
    '#read("conf.py")',
    '#eval("1+1") #let x = 1; #x',
    r"\input{/etc/passwd} \u{41} \\ \#",
    "$ x^2 $ `code` ```raw``` *bold* _emph_",
    "@ref <label> = heading - item + item / term: x",
    "// comment /* comment */ --- -- ... ~ ' \" [content] {code} (1, 2)",
    "<script>alert(1)</script> {include} [^x]: ![](../../etc/passwd)",
    '#import "/settings.typ": * ; ] } ) #pagebreak()',
]


def test_hostile_text_stands_as_it_is(tmp_path: Path) -> None:
    """In paragraphs, headings, notes, tables, code and the title of the project."""
    escaped = [re.sub(r"([^A-Za-z0-9\s])", r"\\\1", line) for line in HOSTILE]
    notes = "\n".join(f"[^n{i}]: {line}" for i, line in enumerate(escaped))
    body = "\n\n".join(f"{line}[^n{i}]" for i, line in enumerate(escaped))
    headings = "\n\n".join(f"## {line}" for line in escaped)
    table = "| a |\n|---|\n" + "\n".join(f"| {line} |" for line in escaped)
    code = "````text\n" + "\n".join(HOSTILE) + "\n````"
    page = "\n\n".join(["# A", body, headings, table, code, notes])
    result = make(tmp_path, f"project = {HOSTILE[0]!r}", a=page)
    assert result.warnings == ""
    reader = result.reader()
    assert reader.metadata is not None and reader.metadata.title == HOSTILE[0]
    text = "".join(logical_text(reader).split())
    for line in HOSTILE:
        # Heading twice, in the contents and in its place; paragraph, note, cell, code.
        assert text.count("".join(line.split())) >= 6, line


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])))
def test_a_string_literal_ends_only_where_it_should(value: str) -> None:
    """Read back by the rules of Typst: a backslash takes the next character with it."""
    literal = markup.string(value)
    inner = literal[1:-1]
    assert re.fullmatch(r'"(?:[^"\\]|\\.)*"', literal, re.DOTALL)
    read = re.sub(r"\\(.)", lambda m: {"n": "\n"}.get(m[1], m[1]), inner, flags=re.DOTALL)
    assert read == value.replace("\ufeff", "")


def test_control_characters_are_left_out() -> None:
    assert markup.string("a\x00b\x1bc\x7f") == '"abc"'


def test_a_line_end_is_a_blank_but_not_between_han() -> None:
    assert markup.text("one\ntwo") == '#"one two";'
    assert markup.text("甲，\n乙\nx") == '#"甲，乙 x";'


def runs(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], language) for start, end, language in western_runs(text)]


def test_western_runs_in_chinese_text() -> None:
    assert runs("所谓Mongolia’s “Third Neighbor” policy，见下") == [
        ("Mongolia’s “Third Neighbor” policy", "en")
    ]
    assert runs("“克里米亚”2014年") == []
    assert runs("见Ойкумена, 2012；又Өвөрмонгол") == [
        ("Ойкумена, 2012", "ru"),
        ("Өвөрмонгол", "mn"),
    ]


def test_western_quotation_marks_are_set_in_the_western_font(tmp_path: Path) -> None:
    """In the Chinese font an apostrophe is as wide as a character."""
    result = make(tmp_path, CHINESE, a="# 甲\n\n中文Mongolia’s policy，“引文”。")
    fonts: dict[str, str] = {}

    def visit(text: str, _cm: object, _tm: object, font: dict[str, str] | None, _s: float) -> None:
        for character in text:
            fonts.setdefault(character, (font or {}).get("/BaseFont", ""))

    for page in result.reader().pages:
        page.extract_text(visitor_text=visit)
    assert "Libertinus" in fonts["’"]
    assert "NotoSerifSC" in fonts["“"]
    assert "Libertinus" in fonts["M"]
    assert "NotoSerifSC" in fonts["文"]


def test_letters_of_all_the_languages_of_the_notes(tmp_path: Path) -> None:
    letters = "Өө Үү Ёё Щщ ğ ş ñ ő č é ё — – … № ①②③⑳ ㉑ 《》〔〕·"
    result = make(tmp_path, CHINESE, a=f"# 甲\n\n{letters}\n\n**{letters}**")
    assert result.warnings == ""
    text = "".join(logical_text(result.reader()).split())
    assert text.count("".join(letters.split())) == 2


def test_a_character_that_no_font_has_fails_and_says_where(tmp_path: Path) -> None:
    source = write_project(tmp_path / "p", {"a.md": "# 甲\n\n乙\n\n丙\U00030000丁\n"}, CHINESE)
    with pytest.raises(BookError, match=r"a\.md:5: no font of the book has U\+30000"):
        build(source)


def test_text_comes_back_in_reading_order(tmp_path: Path) -> None:
    """Over many pages, hyphenated words and notes, each paragraph is whole."""
    words = (
        "The incomprehensibilities of interdisciplinary representation characteristically remain. "
    )
    paragraphs = [f"{number}. {words * 12}".strip() for number in range(1, 30)]
    body = "\n\n".join(f"P{text}[^n{n}]" for n, text in enumerate(paragraphs))
    notes = "\n".join(f"[^n{n}]: Note {n} ends. {words}" for n in range(len(paragraphs)))
    reader = make(tmp_path, a=f"# A\n\n{body}\n\n{notes}").reader()
    assert len(reader.pages) > 15
    text = re.sub(r"[\s\u00ad\u2060]+", "", logical_text(reader))
    at = 0
    for paragraph in paragraphs:
        at = text.index("P" + re.sub(r"\s+", "", paragraph), at)


def test_structure_and_language(tmp_path: Path) -> None:
    page = "# 甲\n\n正文Mongolia之后。[^n]\n\n## 乙\n\n- 项\n\n[^n]: 注文。"
    reader = make(tmp_path, CHINESE, a=page).reader()
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"  # type: ignore[index]
    kinds = {piece.text: piece.path[-1] for piece in pieces(reader)}
    paths = {piece.text: piece.path for piece in pieces(reader)}
    assert kinds["乙"] == "H2"
    assert "Note" in paths["注文。"]
    assert "L" in paths["项"]
