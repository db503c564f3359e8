"""What a text is: its genre and whose words it is, as seed and record say."""

from dataclasses import dataclass

from converters.messages import Message, message, stop
from converters.model import Document
from converters.record import Record
from converters.schema.derivations import Derivation
from converters.schema.genres import Genre


@dataclass(frozen=True, slots=True)
class Nature:
    """Genre and derivation of a text, and what the editor is told about them."""

    genre: Genre
    derivation: Derivation
    messages: tuple[Message, ...] = ()


def nature_of(document: Document, record: Record, usual: Genre) -> Nature:
    """The nature of a text; `usual` is the genre of its kind where neither seed nor record tell.

    Raises EditionError where the record contradicts what the seed says. That a text is its
    author's own is said by no seed: it is what is left, and a record may decide otherwise.
    """
    genre, derivation = record.genre or document.genre, record.derivation or document.derivation
    if document.genre and genre != document.genre:
        raise stop("genre-contradicted", record.name, decided=genre, found=document.genre)
    if document.derivation not in (Derivation.ORIGINAL, derivation):
        raise stop(
            "derivation-contradicted", record.name, decided=derivation, found=document.derivation
        )
    if genre:
        return Nature(genre, derivation)
    doubt = message("genre-doubt", record.name, genre=usual, known=", ".join(Genre))
    return Nature(usual, derivation, (doubt,))
