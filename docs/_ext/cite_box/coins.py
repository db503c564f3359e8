"""Works as COinS: OpenURL ContextObjects (ANSI/NISO Z39.88-2004) in spans, for lists of works.

Zotero offers each as an item. On the page of a single text they would hide its own tags, so they
belong on the bibliography only.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from urllib.parse import urlencode

from converters.schema.biblatex import CSL_TYPES, OTHER

from .work import Work


def context_object(work: Work) -> str:
    """The query string of one work."""
    kind, genre = CSL_TYPES.get(work.type, OTHER).coins
    date = work.date("issued")
    first, _, last = work.get("page").partition("-")
    title = {
        "journal": {"rft.atitle": work.get("title"), "rft.jtitle": work.get("container-title")},
        "book": {"rft.btitle": work.get("title")},
        "dissertation": {"rft.title": work.get("title"), "rft.inst": work.get("publisher")},
    }.get(kind, {"rft.title": work.get("title")})
    if genre in ("bookitem", "proceeding"):
        title = {"rft.atitle": work.get("title"), "rft.btitle": work.get("container-title")}
    values = {
        "ctx_ver": "Z39.88-2004",
        "rft_val_fmt": f"info:ofi/fmt:kev:mtx:{kind}",
        "rft.type" if kind == "dc" else "rft.genre": genre,
        **title,
        "rft.volume": work.get("volume"),
        "rft.issue": work.get("issue"),
        "rft.spage": first,
        "rft.epage": last,
        "rft.date": date.iso if date else "",
        "rft.pub": work.get("publisher") if kind == "book" else "",
        "rft.place": work.get("publisher-place"),
        "rft.issn": work.get("ISSN"),
        "rft.isbn": work.get("ISBN"),
        "rft.language": work.get("language"),
        "rft.identifier" if kind == "dc" else "rft_id": work.get("URL") or _doi(work),
    }
    pairs = [(key, value) for key, value in values.items() if value]
    names = work.people("author") or work.people("editor")
    person = "rft.creator" if kind == "dc" else "rft.au"
    pairs += [(person, name.inverted) for name in names]
    return urlencode(pairs)


def spans(works: Iterable[Work]) -> str:
    """HTML: one empty span a work."""
    return "".join(
        f'<span class="Z3988" title="{html.escape(context_object(work))}"></span>\n'
        for work in works
    )


def _doi(work: Work) -> str:
    return f"info:doi/{work.get('DOI')}" if work.get("DOI") else ""
