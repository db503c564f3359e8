"""The lines of TOML keys, against tomllib's own reading of the same file."""

import tomllib
from collections.abc import Iterator

import pytest
from support import ROOT

from converters.toml_lines import Path, key_lines

HARD = '''\
# name = "in a comment"
top = "a # b"          # 2
"quoted \\u0041" = 1   # 3

[a.b]
text = """
key = "not a key"
[no.header]
""" # the string ends here
after = 'lit # eral'
nested = { x = 1, inner = { y = [1, { z = 2 }] } }
list = [
  "one", # ]
  [2, 3],
  { k = "v" },
]
date = 1979-05-27T07:32:00Z
number = 1.5
literal = \'\'\'
key = 2
\'\'\'
dotted.name = true

[[t]]
k = 1
[t.sub]
k = 2

[[t]]

[[t.u]]
k = 3
[[t.u]]
k = 4
'''


def paths(data: object, at: Path = ()) -> Iterator[Path]:
    """Every key and every item of an array."""
    yield at
    if isinstance(data, dict):
        for key, value in data.items():
            yield from paths(value, (*at, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from paths(value, (*at, number))


@pytest.mark.parametrize("source", [HARD, HARD.replace("\n", "\r\n"), "", "a = 1"])
def test_every_key_has_a_line_and_nothing_else_has(source: str) -> None:
    assert set(key_lines(source)) == set(paths(tomllib.loads(source)))


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.toml")), ids=lambda p: p.stem)
def test_every_key_of_a_record_has_its_line(path) -> None:  # type: ignore[no-untyped-def]
    source = path.read_text(encoding="utf-8")
    lines = key_lines(source)
    assert set(lines) == set(paths(tomllib.loads(source)))
    for place, line in lines.items():
        if place and isinstance(place[-1], str):
            assert place[-1] in source.splitlines()[line - 1]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 2),
        (("quoted A",), 3),
        (("a", "b"), 5),
        (("a", "b", "text"), 6),
        (("a", "b", "after"), 10),
        (("a", "b", "nested", "inner", "y", 1, "z"), 11),
        (("a", "b", "list", 1), 14),
        (("a", "b", "list", 2, "k"), 15),
        (("a", "b", "dotted", "name"), 22),
        (("t", 0), 24),
        (("t", 0, "sub", "k"), 27),
        (("t", 1), 29),
        (("t", 1, "u", 1, "k"), 34),
    ],
)
def test_lines(path: Path, line: int) -> None:
    assert key_lines(HARD)[path] == line
