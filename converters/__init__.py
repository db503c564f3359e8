"""Seeds to MyST pages and BibTeX: readers, one document model, writers. Imports no Sphinx."""
