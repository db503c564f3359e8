"""The words of the lexicon that tests are made from."""

from converters.lexicon import entries


def forms(family: str, name: str, group: str | None = None) -> list[str]:
    """The words of a list that serve a family, simplified and traditional; patterns left out."""
    return [
        form
        for entry in entries(name)
        if family in entry.serves and not entry.is_pattern and group in (None, entry.group)
        for form in entry.forms
    ]
