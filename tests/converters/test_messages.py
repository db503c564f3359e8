"""The table of messages: whole, used, and the only place where sentences stand."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import ROOT, run_edition

from converters.explain import example, explain
from converters.messages import EditionError, message, table

CODES = tuple(table())
MAKERS = ("message", "stop", "_say", "_orphan")


def strings(tree: ast.AST) -> Iterator[str]:
    """The string constants of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def modules() -> Iterator[ast.AST]:
    for path in sorted((ROOT / "converters").rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"), str(path))


@pytest.mark.parametrize("code", CODES)
def test_the_example_fills_every_blank_and_no_other(code: str) -> None:
    row = table()[code]
    assert row.blanks == set(row.example) - {"where"}


def test_every_code_is_said_by_some_code() -> None:
    said = {string for tree in modules() for string in strings(tree)}
    assert [code for code in CODES if code not in said] == []


def test_only_codes_of_the_table_are_said() -> None:
    called = [
        node.args[0].value
        for tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and node.args
        if getattr(node.func, "id", getattr(node.func, "attr", "")) in MAKERS
        if isinstance(node.args[0], ast.Constant)
    ]
    assert len(called) > 40
    assert set(called) <= set(CODES)


def test_an_unknown_code_or_an_unfilled_blank_is_the_callers_fault() -> None:
    with pytest.raises(KeyError):
        message("no-such-code", "x")
    with pytest.raises(KeyError):
        message("seed-binary", "x")


@pytest.mark.parametrize("code", CODES)
def test_each_code_is_explained(code: str) -> None:
    row = table()[code]
    told = explain(code)
    assert told.startswith(f"{code} ({row.severity})")
    assert row.why in told
    assert example(row) in told
    assert ("[[waiver]]" in told) == row.waivable


def test_errors_are_not_offered_for_waiving() -> None:
    assert not any(row.waivable for row in table().values() if row.severity == "error")


@pytest.mark.parametrize(
    ("asked", "near", "far"),
    [
        ("orphan", ["note-orphan-mark", "note-orphan-body", "citation-orphan"], ["seed-empty"]),
        ("note-orphan-marks", ["note-orphan-mark"], ["seed-empty"]),
        ("zzz", CODES, []),
    ],
)
def test_an_unknown_code_lists_what_is_near(asked: str, near: list[str], far: list[str]) -> None:
    with pytest.raises(EditionError) as caught:
        explain(asked)
    assert caught.value.message.code == "code-unknown"
    assert all(code in caught.value.message.hint for code in near)
    assert not any(code in caught.value.message.hint for code in far)


def test_the_command_explains(tmp_path: Path) -> None:
    done = run_edition(tmp_path, "check", "--explain", "note-orphan-mark")
    assert (done.returncode, done.stdout) == (0, explain("note-orphan-mark") + "\n")
    done = run_edition(tmp_path, "check", "--explain", "note-orphan")
    assert done.returncode == 2
    assert "note-orphan-body" in done.stderr
