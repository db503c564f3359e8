"""Citations: every note to the works it cites, every work to one entry of refs.bib.

    library = Library.load(Path("refs.bib"))
    library.add([text_entry(front_matter)])
    cited = cite_text("nato-resilience", notes, body, decisions, library, named)
    library.add(cited.works)
    Path("refs.bib").write_text(library.dump(), encoding="utf-8")

`notes` and `body` are pairs of label (or paragraph id) and text; `cited.citations` says for each
citation where it begins and ends in that text, which key it means, its pin-cite, and the rule
that decided. Texts go in the order of their seeds' names, so that the first one that cites a
work makes its entry. `validate` checks the finished file.

grammar/ reads notes: what a citation as printed says. resolve/ decides which work it means.
library/ keeps the works, their keys and refs.bib, and tells when two records are one work.
"""

from converters.citations.library.library import Library
from converters.citations.library.texts import text_entry
from converters.citations.library.validation import unread, validate
from converters.citations.model import (
    Citation,
    CitedText,
    Decision,
    Linked,
    Named,
    Work,
)
from converters.citations.resolve.link import cite_text

__all__ = [
    "Citation",
    "CitedText",
    "Decision",
    "Library",
    "Linked",
    "Named",
    "Work",
    "cite_text",
    "text_entry",
    "unread",
    "validate",
]
