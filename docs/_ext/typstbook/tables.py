"""Tables: header rows repeat on each page, spans are kept."""

from __future__ import annotations

from docutils import nodes

from . import markup
from .base import Nodes


class TableNodes(Nodes):
    """Tables."""

    def render_table(self, node: nodes.Element) -> str:
        """A table with number and caption."""
        groups = [child for child in node.children if isinstance(child, nodes.tgroup)]
        title = next((child for child in node.children if isinstance(child, nodes.title)), None)
        caption = self.numbered_caption(node, title)
        tables = "".join(self.render_tgroup(group) for group in groups)
        return self.anchors(node) + markup.call(
            "captioned-table", caption, markup.strings(node["classes"]), body=tables
        )

    def numbered_caption(self, node: nodes.Element, title: nodes.Element | None) -> str:
        """The caption with the number that Sphinx has given it (numfig), else `none`."""
        if title is None:
            return "none"
        figtype = "table" if isinstance(node, nodes.table) else "figure"
        numbers = self.options.figure_numbers.get(figtype, {})
        number = next((numbers[id_] for id_ in node["ids"] if id_ in numbers), ())
        form = self.options.figure_formats.get(figtype, "")
        prefix = form.replace("%s", ".".join(map(str, number))) + " " if number and form else ""
        return f"[{markup.text(prefix)}{self.children(title)}]"

    def render_tgroup(self, node: nodes.Element) -> str:
        """Columns, head and body, as Typst's table; widths only where the author gave them."""
        widths = [
            child.get("colwidth", 1) for child in node.children if isinstance(child, nodes.colspec)
        ]
        stubs = [
            bool(child.get("stub")) for child in node.children if isinstance(child, nodes.colspec)
        ]
        head = [row for part in node.findall(nodes.thead) for row in rows_of(part)]
        body = [row for part in node.findall(nodes.tbody) for row in rows_of(part)]
        given = "colwidths-given" in node.parent["classes"]
        columns = markup.array(f"{width}fr" if given else "auto" for width in widths)
        cells = [cell for row in body for cell in self.cells(row, stubs)]
        arguments = []
        if head:
            header = [cell for row in head for cell in self.cells(row, [])]
            arguments.append(f"table.header({', '.join(header)})")
        return markup.call("ruled-table", columns, markup.boolean(head), *arguments, *cells)

    def cells(self, row: nodes.Element, stubs: list[bool]) -> list[str]:
        """The cells of a row; `stubs` tells which columns head their rows."""
        cells = []
        for position, entry in enumerate(row.children):
            assert isinstance(entry, nodes.Element)
            named = []
            if across := entry.get("morecols"):
                named.append(f"colspan: {across + 1}")
            if down := entry.get("morerows"):
                named.append(f"rowspan: {down + 1}")
            body = self.anchors(entry) + self.paragraphs(entry)
            if position < len(stubs) and stubs[position]:
                body = markup.call("strong", body=body)
            cells.append(f"table.cell({', '.join(named)})[{body}]")
        return cells


def rows_of(part: nodes.Element) -> list[nodes.Element]:
    """The rows in the head or body of a table."""
    return [row for row in part.children if isinstance(row, nodes.row)]
