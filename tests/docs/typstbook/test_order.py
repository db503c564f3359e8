"""The documents of a book in their order, each with its depth and the caption of its group."""

from pathlib import Path

from sphinx_project import run_sphinx
from typstbook.order import Place, reading_order

INDEX = """\
Book
====

.. toctree::
   :caption: First

   a
   b

.. toctree::

   c

.. toctree::
   :caption: Last

   a
   d
"""


def test_a_caption_stands_at_the_first_document_of_its_group(tmp_path: Path) -> None:
    pages = {"index": INDEX, "b": "B\n=\n\n.. toctree::\n\n   e\n"}
    pages |= {name: f"{name}\n=\n" for name in "acde"}
    (tmp_path / "conf.py").write_text("", encoding="utf-8")
    for name, text in pages.items():
        (tmp_path / f"{name}.rst").write_text(text, encoding="utf-8")
    app, _ = run_sphinx(tmp_path, tmp_path / "_build", "dummy")
    assert reading_order(app.env, "index") == [
        Place("index", 0),
        Place("a", 1, "First"),
        Place("b", 1),
        Place("e", 2),
        Place("c", 1),
        Place("d", 1),
    ]
