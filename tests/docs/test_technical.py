"""The technical documentation: made from the code, and kept out of the edition."""

import re
import sys
import tomllib
from pathlib import Path

import pytest
from sphinx_project import run_sphinx
from support import ROOT

from converters.ledger import balance
from converters.messages import table
from converters.readers.common.reader import Hints, Reader
from converters.record import Record
from converters.seed import Seed
from converters.toml_table import specs

SOURCE = ROOT / "docs/technical"
sys.path.append(str(SOURCE / "_ext"))

import imports  # noqa: E402
from reference import MARKERS  # noqa: E402


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The HTML of each page, built without a warning."""
    out = tmp_path_factory.mktemp("technical") / "html"
    _, warnings = run_sphinx(SOURCE, out, confoverrides={"nitpicky": True})
    assert warnings == ""
    return {path.stem: path.read_text(encoding="utf-8") for path in out.glob("*.html")}


def test_each_message_has_its_place(pages: dict[str, str]) -> None:
    assert set(re.findall(r'<section id="([^"]*)">\s*<h3>', pages["messages"])) == set(table())


def test_each_key_of_a_record_is_told(pages: dict[str, str]) -> None:
    for spec in specs(Record):
        assert spec.name in pages["record"]
    assert not any(f"<!-- {marker} -->" in page for page in pages.values() for marker in MARKERS)


def test_the_pictures_are_drawn(pages: dict[str, str]) -> None:
    assert pages["architecture"].count('<svg class="imports"') == 4
    assert ">toml_lines</text>" in pages["architecture"]


def test_the_edition_leaves_it_out() -> None:
    configuration = (ROOT / "docs/conf.py").read_text(encoding="utf-8")
    (excluded,) = re.findall(r"^exclude_patterns = .*", configuration, re.M)
    assert '"technical"' in excluded


def blocks(language: str) -> list[str]:
    """The examples of the guide in a language."""
    guide = (SOURCE / "extending.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", guide, re.S)


def test_the_reader_of_the_guide_reads() -> None:
    names: dict[str, object] = {}
    (program,) = blocks("python")
    exec(compile(program, "extending.md", "exec"), names)
    reader = names["READER"]
    assert isinstance(reader, Reader)
    seed = Seed("x.txt", "题目\n\n第一段。\n第二段。\n", "")
    document = reader.read(seed, Hints())
    balance(seed, document)
    assert [block.text.string for block in document.body] == ["第一段。", "第二段。"]


def test_the_examples_of_the_guide_are_toml() -> None:
    word, message = (tomllib.loads(block) for block in blocks("toml"))
    assert word["group"][0]["patterns"]
    assert set(message["texts"]["date-doubt"]) <= set(table()["seed-empty"].__slots__)


def test_a_room_stands_above_what_it_imports() -> None:
    rooms = {"a": {"b", "c"}, "b": {"c"}, "c": set[str](), "d": set[str]()}
    assert imports.floors(rooms) == {"a": 2, "b": 1, "c": 0, "d": 0}
    assert imports.direct(rooms) == {"a": {"b"}, "b": {"c"}, "c": set(), "d": set()}


def test_a_circle_is_named() -> None:
    with pytest.raises(ValueError, match=r"a → b → a"):
        imports.floors({"a": {"b"}, "b": {"a"}})


def test_imports_are_those_of_the_modules(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/__init__.py").write_text("import p.one\n", encoding="utf-8")
    (tmp_path / "sub/deep.py").write_text("from p import two\n", encoding="utf-8")
    (tmp_path / "one.py").write_text("import os\nfrom p.two import x\n", encoding="utf-8")
    (tmp_path / "two.py").write_text("", encoding="utf-8")
    assert imports.imports_of(tmp_path, "p") == {
        "one": {"two"},
        "sub": {"one", "two"},
        "two": set(),
    }
