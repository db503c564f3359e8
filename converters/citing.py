"""Citations of a document: notes and named works linked to the library's entries."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from converters.citations import Decision, Library, cite_text, text_entry
from converters.identity import Identity
from converters.messages import Message
from converters.model import Cited, Document, Mark, Paragraph, Text
from converters.record import Record


def cite(
    document: Document, record: Record, identity: Identity, library: Library
) -> tuple[Document, str, Library, tuple[Message, ...]]:
    """The document with its citations marked, the key of its own entry, and the library after it.

    `document` must have its ids.
    """
    raise NotImplementedError
