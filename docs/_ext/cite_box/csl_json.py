"""Works as CSL-JSON (CSL 1.0.2 data schema, draft 07).

https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from .work import Date, Name, Work


def item(work: Work) -> dict[str, Any]:
    """One item of CSL-JSON."""
    return {
        "id": work.id,
        "type": work.type,
        **work.fields,
        **{variable: [_name(n) for n in names] for variable, names in work.names.items()},
        **{variable: _date(date) for variable, date in work.dates.items()},
    }


def dumps(works: Iterable[Work]) -> str:
    """A CSL-JSON file: an array of items."""
    return json.dumps([item(work) for work in works], ensure_ascii=False, indent=2) + "\n"


def _name(name: Name) -> dict[str, str]:
    if name.literal or not name.given:
        return {"literal": name.literal or name.family}
    return {"family": name.family, "given": name.given}


def _date(date: Date) -> dict[str, Any]:
    if date.parts:
        return {"date-parts": [list(part) for part in date.parts]}
    return {"literal": date.literal}
