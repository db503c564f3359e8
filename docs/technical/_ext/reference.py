"""Pages made from the code: messages from their table, the record from its dataclasses, pictures
from the imports. A page says where with a marker, e.g. `<!-- messages -->`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import imports

from converters.explain import example, waiver
from converters.messages import Row, table
from converters.record import IDENTITY, Record
from converters.toml_table import Spec, specs

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

ROOT = Path(__file__).parents[3]


def messages() -> str:
    """All messages, group by group, as Markdown."""
    parts: list[str] = []
    for group in dict.fromkeys(row.group for row in table().values()):
        parts.append(f"## {group.capitalize()}")
        parts += [_message(row) for row in table().values() if row.group == group]
    return "\n\n".join(parts)


def _message(row: Row) -> str:
    parts = [f"### {row.code}", f"*{row.severity}.* {row.why}", _code(example(row))]
    if row.decides:
        parts += ["What decides it, in the record:", _code(row.decides, "toml")]
    if row.waivable:
        parts += ["What lets it stand, in the record:", _code(waiver(row), "toml")]
    return "\n\n".join(parts)


def record() -> str:
    """Every key of a record, table by table, as Markdown."""
    tables = {spec.name: cls for spec in specs(Record) if (cls := _table_of(spec))}
    plain = [spec for spec in specs(Record) if spec.name not in tables]
    arrays = {spec.name for spec in specs(Record) if "array" in spec.expected}
    parts = ["## The record", _keys(plain)]
    for name, cls in tables.items():
        header = {"identity": "identity.title"}.get(name, name)
        signs = f"[[{header}]]" if name in arrays else f"[{header}]"
        lines = [key.example for key in specs(cls) if key.required]
        parts += [
            f"## `{signs}`",
            cleandoc(cls.__doc__ or ""),
            _keys(specs(cls)),
            _code("\n".join([signs, *lines]), "toml"),
        ]
        if name == "identity":
            parts.append(f"Values: {', '.join(f'`{field}`' for field in IDENTITY)}.")
    return "\n\n".join(parts)


def _table_of(spec: Spec) -> type[Any] | None:
    """The dataclass of the tables that a key holds, if it holds tables."""
    classes = (one for one in (spec.type, *get_args(spec.type)) if isinstance(one, type))
    return next((one for one in classes if dataclasses.is_dataclass(one)), None)


def _keys(keys: Iterable[Spec]) -> str:
    rows = [
        f"| `{key.name}` | {key.expected} | {'yes' if key.required else ''} | {key.key.about} |"
        for key in keys
    ]
    return "\n".join(["| Key | Holds | Needed | What |", "|---|---|---|---|", *rows])


def _code(text: str, language: str = "text") -> str:
    return f"```{language}\n{text}\n```"


def _picture(folder: str, package: str, title: str) -> str:
    svg = imports.picture(imports.imports_of(ROOT / folder, package), title)
    return f"```{{raw}} html\n{svg}\n```"


#: What each marker stands for.
MARKERS: Mapping[str, Callable[[], str]] = {
    "messages": messages,
    "record": record,
    "imports of converters": lambda: _picture(
        "converters", "converters", "Imports among the rooms of converters"
    ),
    "imports of readers": lambda: _picture(
        "converters/readers", "converters.readers", "Imports among the readers"
    ),
    "imports of citations": lambda: _picture(
        "converters/citations", "converters.citations", "Imports among the rooms of citations"
    ),
    "imports of extensions": lambda: _picture(
        "docs/_ext", "", "Imports among the Sphinx extensions"
    ),
}


def fill(app: Sphinx, docname: str, source: list[str]) -> None:
    """Put what the code says in the place of its marker, and read such a page at each build."""
    for name, make in MARKERS.items():
        marker = f"<!-- {name} -->"
        if marker in source[0]:
            source[0] = source[0].replace(marker, make())
            app.env.note_reread()


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("source-read", fill)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
