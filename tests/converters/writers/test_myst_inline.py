"""Text written as MyST is read back as the same text, whatever it is."""

import re

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import given, settings
from hypothesis import strategies as st
from myst_parser.docutils_ import Parser

from converters.model import Cited, Emphasis, Mark, NoteRef, PageBreak, Piece, Span, Text
from converters.writers.myst_inline import escape_start, inline, linked, role

HOSTILE = [
    "```{include} ../../etc/passwd",
    "{eval-rst}`x`",
    "<script>alert(1)</script>",
    "[^x]: note",
    "![](../../etc/passwd)",
    '#read("/etc/passwd")',
    "\\input{x} \\\\ \\*",
    "+++ {}",
    "% comment",
    "(label)=",
    ":::{note}",
    ":field: value",
    "2009, p. 18.",
    "29. ",
    "1) a",
    "- a",
    "* 以上内容",
    "---",
    "===",
    "&amp; &#x41;",
    "{#id .class}",
    "| a | b |",
    "$x$ and $$y$$",
    "a_b_c **粗** ~~删~~ ^上^ ~下~",
    "http://a.b/c_d%20e?x=1&y=2,后文 www.x.org. (http://x.y/z).",
    "“引”…… —— --- ... (c) (tm)",
    "[link](http://x) [ref][] [[wiki]]",
]


def read_back(markdown: str) -> str:
    document = publish_doctree(
        markdown,
        parser=Parser(),
        settings_overrides={
            "report_level": 5,
            "myst_enable_extensions": ["attrs_block", "attrs_inline", "colon_fence", "fieldlist"],
            "doctitle_xform": False,
        },
    )
    assert [type(child) for child in document.children] == [nodes.paragraph], document.pformat()
    return document.astext()


def plain(string: str) -> Text:
    return Text((Piece(string, Span(0, len(string))),))


@pytest.mark.parametrize("string", HOSTILE)
def test_nothing_in_a_text_acts_as_markup(string: str) -> None:
    assert read_back(escape_start(inline(plain(string)))) == string.strip()


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="甲乙ab1 .,:;#*_`~^\\[](){}<>!&|$%+-=\"'/：，。", min_size=1, max_size=25))
def test_any_text_comes_back(string: str) -> None:
    string = " ".join(string.split())
    if not string:
        return
    assert read_back(escape_start(inline(plain(string)))) == string


@pytest.mark.parametrize("content", ["甲", "甲`乙`丙", "a``b`c", "\\d*e_", "x <y>"])
def test_a_role_holds_any_content(content: str) -> None:
    assert read_back("甲" + role("strong", content)) == "甲" + content


def test_emphasis_of_backticks_keeps_them() -> None:
    text = plain("甲`乙`").marked(Mark(1, 4, Emphasis()))
    assert inline(text) == "甲\\`{strong}`乙`\\`"


def test_addresses_show_as_printed() -> None:
    markdown = linked("见http://x.org/a%20b,%202013.后")
    assert "(<http://x.org/a%20b,%202013>)" in markdown
    assert read_back(markdown) == "见http://x.org/a%20b,%202013.后"


def test_marks_stand_where_they_stood() -> None:
    text = plain("甲乙丙丁戊").marked(
        Mark(0, 0, PageBreak("7", opening=True)),
        Mark(1, 3, Emphasis()),
        Mark(2, 2, NoteRef("n7-1")),
        Mark(4, 4, PageBreak("8")),
    )
    assert inline(text) == ("{page-start}`7`甲{strong}`乙`[^n7-1]{strong}`丙`丁{page}`8`戊")


@pytest.mark.parametrize("sign", "\\`*_{}[]<>&$~^|")
def test_every_sign_that_may_be_markup_is_escaped(sign: str) -> None:
    """Also a bar, which is none in a paragraph, but parts the cells of a table."""
    assert linked(f"甲{sign}乙") == f"甲\\{sign}乙"


def test_a_citation_links_its_words_once() -> None:
    words = "A, “T,” C, p. 5."
    text = plain(words).marked(
        Mark(0, len(words) - 1, Cited("a2000t", "5")), Mark(8, 9, Emphasis("emphasis"))
    )
    written = inline(text)
    assert written.count("{src}") == 1
    assert written.startswith("{src}`A, “T,” <a2000t@5>` {emphasis}`C`, p. 5.")
    assert re.sub(r"\{\w+\}`([^`<]*)(?: <[^`]*)?`", r"\1", written) == words
