"""The works: entries, their keys, and refs.bib."""
