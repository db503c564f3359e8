"""Who may import whom: the border between the converters and the Sphinx extensions."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import ROOT

CONVERTERS, EXTENSIONS = ROOT / "converters", ROOT / "docs/_ext"
#: Extensions that know nothing of an edition, so that any Sphinx project could use them.
GENERIC = ("gbt7714", "literal_search", "typstbook")


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports by absolute names, wherever in the file it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def imported(folder: Path) -> set[tuple[str, str]]:
    """Pairs of file and module for all files below a folder."""
    return {
        (path.relative_to(ROOT).as_posix(), module)
        for path in sorted(folder.rglob("*.py"))
        for module in imports(path)
    }


def top(module: str) -> str:
    return module.partition(".")[0]


OURS = {path.stem for path in EXTENSIONS.iterdir() if not path.name.startswith((".", "_"))}


def test_the_extensions_import_the_schema_and_nothing_else_of_the_converters() -> None:
    found = {(f, m) for f, m in imported(EXTENSIONS) if top(m) == "converters"}
    assert found  # else nothing is held here
    assert {m for _, m in found if not m.startswith("converters.schema.")} == set()


def test_the_converters_import_neither_sphinx_nor_an_extension() -> None:
    foreign = {"sphinx", "docutils", "myst_parser", "furo", *OURS}
    assert {(f, m) for f, m in imported(CONVERTERS) if top(m) in foreign} == set()


def test_the_schema_imports_the_standard_library_alone() -> None:
    allowed = {*sys.stdlib_module_names, "converters"}
    found = imported(CONVERTERS / "schema")
    assert {(f, m) for f, m in found if top(m) not in allowed} == set()
    ours = {m for _, m in found if top(m) == "converters"}
    assert all(m.startswith("converters.schema.") for m in ours)


@pytest.mark.parametrize("name", GENERIC)
def test_what_knows_nothing_of_an_edition_imports_nothing_of_ours(name: str) -> None:
    ours = (OURS - {name}) | {"converters"}
    assert {(f, m) for f, m in imported(EXTENSIONS / name) if top(m) in ours} == set()


@pytest.mark.parametrize("name", GENERIC)
def test_what_knows_nothing_of_an_edition_does_not_read_its_front_matter(name: str) -> None:
    for path in (EXTENSIONS / name).rglob("*.py"):
        strings = {
            node.value
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        assert not strings & {"edition.seed", "derivation", "genre", "original_authors"}, path


def test_front_matter_is_read_in_one_place() -> None:
    readers = {
        path.relative_to(EXTENSIONS).as_posix()
        for path in EXTENSIONS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call | ast.Compare | ast.Subscript)
        and re.search(r"metadata\W.*'edition'", ast.unparse(node))
    }
    assert readers == {"edition_front/__init__.py"}
