"""What readers of journal articles share: rows, leaves, pages, front matter, assembly."""
