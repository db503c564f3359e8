"""On which line of a TOML file each key stands: what tomllib does not tell."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

#: From the top of the file to a key: names of tables and keys, and numbers in arrays, from 0.
Path = tuple[str | int, ...]

_TOKEN = re.compile(
    r"""
      (?P<blank>[ \t\r]+|\#[^\n]*)
    | (?P<string>\"{3}(?:\\.|[^\\])*?\"{3,5} | '{3}.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
    | (?P<sign>[][{}=,.\n])
    | (?P<bare>[^][{}=,.\s\#"']+)
    """,
    re.VERBOSE | re.DOTALL,
)


def key_lines(source: str) -> Mapping[Path, int]:
    """The line, counted from 1, of every table, key and item of an array.

    `source` is TOML that tomllib accepts; a table's line is that of its header or its first key.
    """
    scan = _Scan(source)
    while scan.token:
        if scan.token == "[":
            scan.header()
        elif scan.token == "\n":
            scan.advance()
        else:
            scan.pair(scan.table)
    return scan.lines


@dataclass
class _Scan:
    """A walk over the tokens of a file (TOML 1.0, toml.io), one token ahead."""

    source: str
    at: int = 0
    line: int = 1
    token: str = ""  # empty at the end of the file
    table: Path = ()
    lines: dict[Path, int] = field(default_factory=lambda: {(): 1})
    last: dict[Path, int] = field(default_factory=dict)  # of each array of tables, the last table

    def __post_init__(self) -> None:
        self.advance()

    def advance(self) -> str:
        """The token passed; the next one that is neither blank nor comment is ahead."""
        passed = self.token
        self.line += passed.count("\n")
        self.token = ""
        while not self.token and (match := _TOKEN.match(self.source, self.at)):
            self.at = match.end()
            self.token = "" if match["blank"] else match[0]
        return passed

    def header(self) -> None:
        """`[table]` or `[[table]]`: the table that the following keys belong to."""
        line, opened = self.line, 0
        while self.token == "[":
            opened += len(self.advance())
        path: Path = ()
        for name in self.names("]"):
            path = (*self.inside(path), name)
            self.lines.setdefault(path, line)
        if opened == 2:
            self.last[path] = self.last.get(path, -1) + 1
        self.table = self.inside(path)
        self.lines[self.table] = line
        while self.token == "]":
            self.advance()

    def inside(self, path: Path) -> Path:
        """A table, or the last one of an array of tables."""
        return (*path, self.last[path]) if path in self.last else path

    def names(self, end: str) -> list[str]:
        """The names of a dotted key up to a sign."""
        names = []
        while self.token and self.token != end:
            token = self.advance()
            if token[0] in "\"'":
                names.append(str(tomllib.loads(f"name = {token}")["name"]))
            elif token != ".":
                names.append(token)
        return names

    def pair(self, table: Path) -> None:
        """`key = value`, at the top of a table or in braces."""
        line = self.line
        path = table
        for name in self.names("="):
            path = (*path, name)
            self.lines.setdefault(path, line)
        self.advance()
        self.value(path)

    def value(self, path: Path) -> None:
        """A value: what is in brackets and braces has lines of its own."""
        self.lines.setdefault(path, self.line)
        if self.token == "[":
            self.advance()
            number = 0
            while self.token and self.token != "]":
                if self.token in ",\n":
                    self.advance()
                else:
                    self.value((*path, number))
                    number += 1
            self.advance()
        elif self.token == "{":
            self.advance()
            while self.token and self.token != "}":
                if self.token in ",\n":
                    self.advance()
                else:
                    self.pair(path)
            self.advance()
        else:
            while self.token and self.token not in ",]}\n":
                self.advance()
