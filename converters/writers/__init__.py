"""One module a format that documents are written in."""
