"""The messages about citations and the bibliography, in one table."""

from converters.messages import Message, Severity

NOTICES: dict[str, tuple[Severity, str, str]] = {
    "citation-unread": (
        "warning",
        "these words look like a citation, but no form fits them: “{words}”.",
        "Check the wording; link it with a [[citation]] of the record (words and key).",
    ),
    "citation-orphan": (
        "warning",
        "“{words}” is a short form of a work nowhere cited in full; {key} holds what is known.",
        "Complete the entry in refs.bib, or name another work in a [[citation]] of the record.",
    ),
    "citation-ambiguous": (
        "warning",
        "“{words}” may mean {choice}.",
        "Decide it in a [[citation]] of the record, with the reason.",
    ),
    "citation-unresolved": (
        "warning",
        "“{words}” points to no work that can be found.",
        "Decide it in a [[citation]] of the record, with the reason.",
    ),
    "citation-same-address": (
        "info",
        "“{words}” has the address of {key} but another title; it was taken for another work.",
        "If they are one, say so in a [[citation]] of the record.",
    ),
    "citation-decision-lost": (
        "error",
        "the record decides about “{words}”, which is not there.",
        "Quote the words of the note or paragraph exactly, or delete the decision.",
    ),
    "citation-decision-key": (
        "error",
        "the record names the entry {key}, which refs.bib does not have.",
        "Correct the key, or add the entry to refs.bib.",
    ),
    "bib-syntax": ("error", "{problem}", "Correct the entry; biblatex syntax."),
    "bib-type": ("error", "{key}: `@{type}` is no entry type of biblatex.", "Use one of: {known}."),
    "bib-type-import": (
        "warning",
        "{key}: reference managers drop `@{type}`.",
        "Use `@{instead}`.",
    ),
    "bib-field": ("error", "{key}: unknown field `{field}`.", "Correct its name, or delete it."),
    "bib-required": ("error", "{key}: `@{type}` needs {fields}.", "Add it to the entry."),
    "bib-missing": (
        "info",
        "{key}: no {fields}: the text does not tell it.",
        "Add it if it can be attested.",
    ),
    "bib-empty": ("error", "{key}: `{field}` is empty.", "Fill it, or delete it."),
    "bib-date": (
        "error",
        "{key}: `{field}` is {value}, which is no date.",
        "Write YYYY, YYYY-MM, YYYY-MM-DD or two of them with a slash.",
    ),
    "bib-key": (
        "error",
        "{key}: a key has ASCII letters, digits and - _ : only.",
        "Choose another key.",
    ),
    "bib-duplicate-key": (
        "error",
        "{key} is also the key of the entry on line {line}.",
        "Give one of them another key, or delete it.",
    ),
    "bib-duplicate-work": (
        "warning",
        "{key} looks like the work of {other} on line {line} ({rule}).",
        "If they are one work, delete one of them.",
    ),
    "bib-nfc": ("error", "{key}: `{field}` is not in Unicode normal form C.", "Normalise it."),
    "bib-escape": ("error", "{key}: `{field}` has an unescaped {character}.", "Write {escaped}."),
    "bib-language": (
        "error",
        "{key}: {problem}.",
        "Give `langid` (for biber) and `language` (for reference managers), e.g. chinese and "
        "zh-CN.",
    ),
    "bib-names": ("error", "{key}: `{field}` has an empty name.", "Check the places of `and`."),
    "bib-pages": (
        "warning",
        "{key}: `pages` is the single page {value}: is it a pin-cite?",
        "Give the range of the article, or delete it.",
    ),
    "bib-uncited": ("info", "{key} is cited nowhere.", "Keep it, or delete it."),
    "bib-unknown-key": (
        "error",
        "{place} cites {key}, which refs.bib does not have.",
        "Add the entry.",
    ),
}


def notice(code: str, where: str, **values: object) -> Message:
    """The message of `code` with its blanks filled in. Raises KeyError for an unknown code."""
    severity, text, hint = NOTICES[code]
    return Message(code, severity, where, text.format(**values), hint.format(**values))
