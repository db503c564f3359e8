"""Citations of a document: notes and named works linked to the library's entries."""

from collections import defaultdict
from dataclasses import replace

from converters.citations import CitedText, Decision, Library, Named, cite_text, text_entry
from converters.messages import message
from converters.model import Cited, Document, Mark, Paragraph, Text
from converters.record import Record
from converters.schema.front import FrontMatter


def add_own_entry(front: FrontMatter, library: Library) -> FrontMatter:
    """Add the text's own entry to the library, or renew it; the front matter with its key.

    Where the front matter has no key yet, the entry keeps the one it has in the library, else it
    gets a new one.
    """
    known = library.of_origin(f"{front.slug}: text")
    entry = text_entry(replace(front, key=front.key or (known.key if known else "")))
    if not entry.key:
        entry = replace(entry, key=library.new_key(entry))
    library.add([entry])
    return replace(front, key=entry.key)


def cite(document: Document, record: Record, library: Library) -> tuple[Document, CitedText]:
    """The document with its citations marked, and what was found. `document` must have ids."""
    decisions: dict[str, list[Decision]] = defaultdict(list)
    for decision in record.citations:
        decisions[decision.where].append(
            Decision(decision.key, decision.reason, decision.words, decision.locator)
        )
    named = [Named(w.words, w.key, w.reason, w.type, w.fields) for w in record.works]
    notes = [(note.label, note.text.string) for note in document.notes]
    body = [
        (block.id, block.text.string)
        for block in (*document.body, *document.endmatter)
        if isinstance(block, Paragraph)
    ]
    cited = cite_text(record.slug, notes, body, decisions, library, named)
    placed = {place for place, _ in (*notes, *body)}
    lost = [
        message("citation-place-missing", decision.location, place=decision.where)
        for decision in record.citations
        if decision.where not in placed
    ]
    cited = replace(cited, messages=(*cited.messages, *lost))
    marks: dict[str, list[Mark]] = defaultdict(list)
    for link in cited.citations:
        marks[link.where].append(Mark(link.start, link.end, Cited(link.key, link.locator)))

    def marked(name: str, text: Text) -> Text:
        return text.marked(*marks[name]) if name in marks else text

    return (
        replace(
            document,
            notes=tuple(replace(n, text=marked(n.label, n.text)) for n in document.notes),
            body=tuple(replace(b, text=marked(b.id, b.text)) for b in document.body),
            endmatter=tuple(replace(p, text=marked(p.id, p.text)) for p in document.endmatter),
        ),
        cited,
    )
