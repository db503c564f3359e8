"""Fields and entries of .bib files: every text comes back, also through another reader."""

import pytest
from cite_box.biblatex import plain
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from converters.schema.bibtex import escape, unescape, write_entry

TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Co", "Zl", "Zp", "Zs"]) | st.just(" ")
) | st.text("\\{}%&#_$~^-`',?! ab和", max_size=12)


@settings(deadline=None)
@given(TEXT.map(lambda text: " ".join(text.split())))
def test_escapes_come_back(text: str) -> None:
    for name in ("title", "note", "publisher", "pages"):
        assert unescape(name, "{" + escape(name, text) + "}") == text


@settings(deadline=None)
@given(TEXT.map(lambda text: " ".join(f"题{text}目".split())))
def test_the_pages_read_what_the_converters_wrote(text: str) -> None:
    for name in ("title", "note"):
        assert plain(escape(name, text)) == text


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("title", "A -- 100%", r"{A -{}- 100\%}"),
        ("note", "''x?`", r"'{}'x?{}`"),
        ("pages", "119--137", "119--137"),
        ("url", "https://a.int/x%20y_z?a=1&b", r"https://a.int/x\%20y_z?a=1&b"),
        ("author", "{A & B} and 李, 四", r"{A \& B} and 李, 四"),
        ("author", "李四}", r"李四\textbraceright{}"),
        ("publisher", "Allen and Unwin", "{Allen and Unwin}"),
        ("publisher", "Sandhurst", "Sandhurst"),
    ],
)
def test_a_field_as_it_stands_in_the_file(name: str, text: str, written: str) -> None:
    assert escape(name, text) == written


def test_an_entry() -> None:
    fields = {"author": "李, 四", "title": "{甲}"}
    assert (
        write_entry("book", "a", fields) == "@book{a,\n  author = {李, 四},\n  title = {{甲}},\n}"
    )
    aligned = write_entry("book", "a", fields, aligned=True)
    assert "  title  = {{甲}},\n" in aligned
    assert list(parse_string(aligned, "bibtex").entries["a"].fields) == ["title"]
