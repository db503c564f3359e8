"""Every kind of node is printed, or reported with file and line."""

import re
from pathlib import Path

import pytest
from pdf_book import Result, build, logical_text, make, pieces, write_project

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20z"/></svg>'
RST = {
    "bullet list": ("* one\n* two", "one two"),
    "enumerated list": ("c) three\n#) four", "c) three d) four"),
    "definition list": ("Term : kind\n    Meaning", "Term (kind) Meaning"),
    "glossary": (".. glossary::\n\n   Boat\n   Ship\n      Floats", "Boat Ship Floats"),
    "field list": (":Name: Value", "Name Value"),
    "option list": ("-a  what a does", "-a what a does"),
    "line block": ("| one\n|   two", "one two"),
    "block quote": ("x\n\n    Quoted\n\n    -- Someone", "x Quoted —Someone"),
    "doctest": (">>> 1 + 1\n2", ">>> 1 + 1 2"),
    "literal block": ("::\n\n  a  b", "a  b"),
    "code with caption": (
        ".. code-block:: python\n   :caption: Of code\n\n   x = 1",
        "Of code x = 1",
    ),
    "parsed literal": (".. parsed-literal::\n\n   a *b*", "a b"),
    "mathematics": ("Say :math:`a^2`.\n\n.. math:: b^2", "Say a^2. b^2"),
    "note": (".. note:: Words", "Note Words"),
    "own admonition": (".. admonition:: Own\n\n   Words", "Own Words"),
    "see also": (".. seealso:: Words", "See also Words"),
    "version": (".. versionadded:: 1.2\n   Words", "Added in version 1.2: Words"),
    "topic": (".. topic:: Title\n\n   Words", "Title Words"),
    "sidebar": (".. sidebar:: Title\n\n   Words", "Title Words"),
    "rubric": (".. rubric:: Words\n\nx", "Words x"),
    "centered": (".. centered:: Words", "Words"),
    "container": (".. container:: some\n\n   Words", "Words"),
    "compound": (".. compound::\n\n   Words::\n\n     code", "Words: code"),
    "hlist": (".. hlist::\n\n   * one\n   * two", "one two"),
    "table": ("=== ===\n A   B\n=== ===\n 1   2\n=== ===", "A B 1 2"),
    "table with title": (".. table:: Title\n\n   === ===\n    1   2\n   === ===", "Title 1 2"),
    "spans": (
        "+---+---+\n| A | B |\n|   +---+\n|   | C |\n+---+---+\n| D     |\n+-------+",
        "A B C D",
    ),
    "emphasis": ("*a* **b** ``c`` :sub:`d` :sup:`e` :title:`f`", "a b c d e f"),
    "roles": (":abbr:`LIFO (last in)` :kbd:`Ctrl` :guilabel:`Ok`", "LIFO (last in) Ctrl Ok"),
    "substitution": (".. |x| replace:: words\n\nSome |x|", "Some words"),
    "function": (
        ".. py:function:: f(x: int, y=1) -> str\n\n   Does.",
        "f(x: int, y=1) → str Does.",
    ),
    "class": (".. py:class:: C(a)\n\n   .. py:method:: m()", "class C(a) m()"),
    "production list": (".. productionlist::\n   a: b", "a ::= b"),
    "citation": ("See [K]_.\n\n.. [K] Work.", "See [K]. [K] Work."),
    "only this builder": (".. only:: pdf\n\n   Words", "Words"),
    "not this builder": ("x\n\n.. only:: html\n\n   Words", "x"),
    "comment": ("x\n\n.. a comment", "x"),
    "raw": ("x\n\n.. raw:: html\n\n   <b>bold</b>", "x"),
    "index": (".. index:: word\n\nx", "x"),
    "transition": ("x\n\n----\n\ny", "x y"),
}


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u2060\u00ad]+", "", text)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """A chapter of each kind between two words that occur nowhere else."""
    files = {
        f"k{n}.rst": f"Kind{n}\n======\n\nBEGIN{n}X\n\n{source}\n\nEND{n}X\n"
        for n, (source, _) in enumerate(RST.values())
    }
    files["index.rst"] = "Root\n====\n\n.. toctree::\n   :glob:\n\n   k*\n"
    return build(write_project(tmp_path_factory.mktemp("nodes") / "project", files))


@pytest.fixture(scope="module")
def text(book: Result) -> str:
    return squeezed(logical_text(book.reader()))


def test_no_kind_is_unknown(book: Result) -> None:
    assert book.warnings == ""


@pytest.mark.parametrize("kind", RST)
def test_kind(kind: str, text: str) -> None:
    number = list(RST).index(kind)
    found = re.search(f"BEGIN{number}X(.*?)END{number}X", text)
    assert found and found[1].replace("•", "") == squeezed(RST[kind][1])


def test_markdown_of_its_own(tmp_path: Path) -> None:
    page = (
        "# A\n\n- [x] done\n\nTerm\n: Meaning\n\n:name: value\n\n:::{tip}\nWords\n:::\n\n"
        "{.some}\nStyled\n\n<b>bold</b>\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n"
    )
    result = make(tmp_path, a=page)
    assert result.warnings == ""
    text = squeezed(logical_text(result.reader()))
    for words in ("done", "TermMeaning", "namevalue", "TipWords", "Styled", "bold", "ab12"):
        assert words in text


def make_with(folder: Path, name: str, module: str, page: str) -> Result:
    """A build of a page by a project with an extension of its own."""
    conf = f"\nimport sys; sys.path.insert(0, {str(folder)!r})\nextensions += [{name!r}]\n"
    (folder / f"{name}.py").write_text(module, encoding="utf-8")
    return make(folder, conf, a=page)


def test_a_node_that_nobody_knows_is_reported_and_its_text_kept(tmp_path: Path) -> None:
    module = (
        "from docutils import nodes\n"
        "from docutils.parsers.rst import Directive\n"
        "class strange(nodes.General, nodes.TextElement): pass\n"
        "class Strange(Directive):\n"
        "    def run(self):\n"
        "        node = strange('', 'Strange words')\n"
        "        node.source, node.line = self.state_machine.get_source_and_line(self.lineno)\n"
        "        return [node]\n"
        "def setup(app):\n"
        "    app.add_node(strange)\n"
        "    app.add_directive('strange', Strange)\n"
    )
    result = make_with(tmp_path, "strange_nodes", module, "# A\n\n```{strange}\n```\n")
    assert re.search(r"a\.md:3: WARNING: unknown node type: strange", result.warnings)
    assert "Strangewords" in squeezed(logical_text(result.reader()))


def test_a_subclass_is_written_as_its_base_and_a_handler_comes_first(tmp_path: Path) -> None:
    module = (
        "from docutils import nodes\n"
        "class plain(nodes.strong): pass\n"
        "class own(nodes.strong): pass\n"
        "def visit(translator, node):\n"
        "    return '#\"OWN \";' + translator.children(node)\n"
        "def role(class_):\n"
        "    return lambda n, raw, text, *a, **k: ([class_('', text)], [])\n"
        "def setup(app):\n"
        "    app.add_node(own, pdf=(visit, None))\n"
        "    app.add_role('plain', role(plain))\n"
        "    app.add_role('own', role(own))\n"
    )
    result = make_with(tmp_path, "own_nodes", module, "# A\n\n{plain}`one` {own}`two`")
    assert result.warnings == ""
    assert "oneOWNtwo" in squeezed(logical_text(result.reader()))


def test_links(tmp_path: Path) -> None:
    pages = {
        "a": "# A\n\n[there](b.md) [section](b.md#second) <https://example.org/x?y=1&z=2>",
        "b": "# B\n\n## Second\n\ntext",
    }
    result = make(tmp_path, "myst_heading_anchors = 3", **pages)
    assert result.warnings == ""
    reader = result.reader()
    links = [
        annotation.get_object()
        for page in reader.pages
        for annotation in page.get("/Annots", [])
        if "/A" in annotation.get_object() or "/Dest" in annotation.get_object()
    ]
    assert "https://example.org/x?y=1&z=2" in [link.get("/A", {}).get("/URI") for link in links]
    # Contents: Root, A, B, Second, Colophon; then the two in A.
    assert sum("/URI" not in link.get("/A", {}) for link in links) == 7


def test_a_link_to_nowhere_is_a_warning_with_its_place(tmp_path: Path) -> None:
    conf = (
        "\nfrom docutils import nodes\n"
        "def broken(app, doctree, docname):\n"
        "    for text in doctree.findall(nodes.emphasis):\n"
        "        text.replace_self(nodes.reference('', 'words', refuri='%b#nothing'))\n"
        "def setup(app):\n"
        "    app.connect('doctree-resolved', broken)\n"
    )
    result = make(tmp_path, conf, a="# A\n\nText\n\n*x*", b="# B")
    assert re.search(
        r"a\.md:5: WARNING: the book has no target 'nothing' in document 'b'", result.warnings
    )
    assert "words" in logical_text(result.reader())


def test_images(tmp_path: Path) -> None:
    page = (
        "# A\n\n![Of a triangle](t.svg)\n\nInline ![small](t.svg) image\n\n"
        "```{figure} t.svg\n:alt: other\n:width: 50%\n\nThe caption\n```\n"
    )
    result = build(write_project(tmp_path / "p", {"a.md": page, "t.svg": SVG}))
    assert result.warnings == ""
    reader = result.reader()
    assert "Thecaption" in squeezed(logical_text(reader))
    raw = (result.out / "book.pdf").read_bytes()
    assert raw.count(b"/Figure") >= 3


def test_an_image_without_alternative_is_reported(tmp_path: Path) -> None:
    files = {"a.md": "# A\n\ntext\n\n![](t.svg)", "t.svg": SVG}
    result = build(write_project(tmp_path / "p", files))
    assert re.search(r"a\.md:5: WARNING: image without a text alternative", result.warnings)


def test_a_table_has_header_cells(tmp_path: Path) -> None:
    reader = make(tmp_path, a="# A\n\n| Head |\n|---|\n| Cell |").reader()
    paths = {piece.text: piece.path for piece in pieces(reader)}
    assert "TH" in paths["Head"]
    assert "TD" in paths["Cell"]
