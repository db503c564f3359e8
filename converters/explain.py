"""What a message means and how it is decided: the long form of a row of the table."""

import difflib

from converters.messages import Row, stop, table


def explain(code: str) -> str:
    """The explanation of a code, for a terminal. Raises EditionError for an unknown code."""
    rows = table()
    if code not in rows:
        holding = [known for known in rows if code in known]
        near = holding or difflib.get_close_matches(code, rows) or list(rows)
        raise stop("code-unknown", "edition check", asked=code, near=", ".join(near))
    row = rows[code]
    parts = [f"{row.code} ({row.severity})", row.why, f"Example:\n{_indented(example(row))}"]
    if row.decides:
        parts.append(f"What decides it, in the record:\n{_indented(row.decides)}")
    if row.waivable:
        parts.append(f"What lets it stand, in the record:\n{_indented(waiver(row))}")
    return "\n\n".join(parts)


def example(row: Row) -> str:
    """The message as it is printed, at the place and with the values of its example."""
    return str(row.fill(str(row.example["where"]), row.example))


def waiver(row: Row) -> str:
    """The lines of a record that let the example of a row stand."""
    return f'[[waiver]]\ncode = "{row.code}"\nat = "{row.example["where"]}"\nreason = "…"'


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
