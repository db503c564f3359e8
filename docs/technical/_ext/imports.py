"""A picture of a package made from its imports: who stands on whom."""

import ast
from collections.abc import Iterator, Mapping, Set
from html import escape
from pathlib import Path

#: Rooms of a package (modules and subpackages) and the rooms that each imports.
Imports = Mapping[str, Set[str]]

# Pixels: what a letter of the label, a box and the space between boxes take.
LETTER, PADDING, HEIGHT, GAP, FLOOR = 7.4, 10, 28, 30, 78
WIDTH = 860


def imports_of(package: Path, name: str) -> Imports:
    """The imports among the rooms of the package `name`, which stands in the folder `package`.

    A room is a module or a subpackage directly below; imports for type checkers alone count too.
    """
    rooms = {
        path.stem
        for path in package.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    } - {"__init__"}
    found: dict[str, set[str]] = {room: set() for room in sorted(rooms)}
    for room in found:
        file = package / f"{room}.py"
        for path in [file] if file.is_file() else sorted((package / room).rglob("*.py")):
            named = {target for module in _imported(path) for target in _room(module, name)}
            found[room] |= (named & rooms) - {room}
    return found


def _imported(path: Path) -> Iterator[str]:
    """The full names of all that a module imports from."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _room(module: str, package: str) -> Iterator[str]:
    """The room of a package that a module stands in."""
    prefix = f"{package}." if package else ""
    if module.startswith(prefix):
        yield module.removeprefix(prefix).split(".")[0]


def floors(imports: Imports) -> dict[str, int]:
    """The floor of each room: 0 for one that imports none, else one above the highest it imports.

    Raises ValueError where rooms import each other in a circle.
    """
    known: dict[str, int] = {}
    way: list[str] = []

    def floor(room: str) -> int:
        if room in way:
            raise ValueError(f"a circle of imports: {' → '.join([*way[way.index(room) :], room])}")
        if room not in known:
            way.append(room)
            known[room] = 1 + max((floor(below) for below in sorted(imports[room])), default=-1)
            way.pop()
        return known[room]

    for room in imports:
        floor(room)
    return known


def direct(imports: Imports) -> dict[str, set[str]]:
    """The imports that do not follow from others: what is reached by way of a third is left out."""

    def below(room: str) -> set[str]:
        return set().union(*({other} | below(other) for other in imports[room]))

    return {
        room: {o for o in others if not any(o in below(b) for b in others if b != o)}
        for room, others in imports.items()
    }


def picture(imports: Imports, title: str) -> str:
    """The picture as SVG: what imports stands above what it imports; `title` for screen readers."""
    level = floors(imports)
    top = max(level.values(), default=0)
    centre: dict[str, float] = {}
    for floor in range(top + 1):
        row = [room for room in imports if level[room] == floor]
        row.sort(key=lambda room: (_middle([centre[o] for o in imports[room]]), room))
        widths = [_width(room) for room in row]
        x = (WIDTH - sum(widths) - GAP * (len(row) - 1)) / 2
        for room, width in zip(row, widths, strict=True):
            centre[room] = x + width / 2
            x += width + GAP
    height = (top + 1) * FLOOR
    arrows = [
        f'<path d="M{centre[room]:.0f} {_y(level[room], height) + HEIGHT} '
        f'L{centre[other]:.0f} {_y(level[other], height)}"/>'
        for room, others in direct(imports).items()
        for other in sorted(others)
    ]
    boxes = [_box(room, centre[room], _y(level[room], height)) for room in imports]
    # A long floor is wider than the picture was meant to be: it grows to both sides alike.
    half = max((abs(centre[room] - WIDTH / 2) + _width(room) / 2 for room in imports), default=0)
    half = max(half + 1, WIDTH / 2)
    return (
        f'<svg class="imports" role="img" aria-label="{escape(title)}" '
        f'viewBox="{WIDTH / 2 - half:.0f} 0 {2 * half:.0f} {height}" xmlns="http://www.w3.org/2000/svg">'
        f'<g fill="none" stroke="currentColor" stroke-opacity=".35">{"".join(arrows)}</g>'
        f'<g font-family="monospace" font-size="12" text-anchor="middle">{"".join(boxes)}</g></svg>'
    )


def _middle(places: list[float]) -> float:
    return sum(places) / len(places) if places else WIDTH / 2


def _y(floor: int, height: int) -> int:
    return height - (floor + 1) * FLOOR + (FLOOR - HEIGHT) // 2


def _width(room: str) -> float:
    return len(room) * LETTER + 2 * PADDING


def _box(room: str, centre: float, y: int) -> str:
    width = _width(room)
    return (
        f'<rect x="{centre - width / 2:.0f}" y="{y}" width="{width:.0f}" height="{HEIGHT}" rx="4" '
        f'fill="var(--color-background-secondary, #eee)" stroke="currentColor"/>'
        f'<text x="{centre:.0f}" y="{y + 18}" fill="currentColor">{escape(room)}</text>'
    )
