"""Which work a citation means, decided by evidence; the rule that decided is kept.

Unsure is a message, never a guess: an editor's decision in the record then settles it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from converters.citations.grammar.documents import is_document
from converters.citations.grammar.pointers import IBID
from converters.citations.library import matching
from converters.citations.library.index import WorkIndex
from converters.citations.model import Citation, Work
from converters.citations.resolve.history import History, PlacedCitation

#: An entry made from a short form alone says so in this field.
FLAG = "userc"
ORPHAN = "orphan: cited only by a short form"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The work that a citation means and the rule that says so, or why none is sure."""

    key: str = ""
    rule: str = ""
    doubt: str = ""
    choice: tuple[str, ...] = ()


def resolve_full(
    fields: Mapping[str, str], origin: str, works: WorkIndex, *, by_name: bool = False
) -> Verdict:
    """The known work that a full citation repeats, if any; `by_name`: one that is only named.

    An entry that came from this very place (`origin`) and resembles the citation is its entry,
    whatever an editor made of it since.
    """
    own = works.of_origin(origin)
    if own and _resembles(fields, own):
        return Verdict(own.key, "origin")
    alike = list(works.like(fields))
    for work in alike:
        if rule := matching.same_work(fields, work.fields):
            return Verdict(work.key, rule)
    named = [w for w in alike if by_name and _is_named(fields, w)]
    if len(named) == 1:
        return Verdict(named[0].key, "same-title")
    return Verdict()


def _is_named(fields: Mapping[str, str], work: Work) -> bool:
    """Whether a name in running text can mean a work: its title, and no other year."""
    years = {matching.year(fields), matching.year(work.fields)} - {""}
    return matching.same_title(fields, work.fields) and len(years) < 2


def _resembles(fields: Mapping[str, str], work: Work) -> bool:
    known = work.fields
    if matching.same_title(fields, known) or matching.is_beginning(fields, known):
        return True
    if fields.get("url") and fields.get("url") == known.get("url"):
        return True
    return matching.shares_people(fields, known) and matching.year(fields) == matching.year(known)


def resolve_short(citation: Citation, history: History) -> Verdict:
    """The work that a short form means: first among those cited so far, then among the others.

    A form without a title means a work that was cited so far.
    """
    if not citation.fields.get("title"):
        found = history.by_people(matching.people(citation.fields))
        return _only(citation, found, "cited-author") or Verdict(doubt="orphan")
    rules: tuple[tuple[str, Callable[[Work], bool]], ...] = (
        ("same-title", lambda work: _agrees(citation, work) and _titled(citation, work)),
        ("title-beginning", lambda work: _begins(citation, work, with_author=True)),
        ("title-beginning", lambda work: _begins(citation, work, with_author=False)),
    )
    alike = list(history.works.titled_like(citation.fields))
    earlier = history.latest_first(work for work in alike if history.is_cited(work))
    for works in (earlier, [work for work in alike if not history.is_cited(work)]):
        for rule, fits in rules:
            if verdict := _only(citation, [work for work in works if fits(work)], rule):
                return verdict
    return Verdict(doubt="orphan")


def is_telling(citation: Citation) -> bool:
    """Whether a short form tells enough for an entry: a title, and who or where, or a law."""
    title = citation.fields.get("title", "")
    return bool(title) and bool(
        citation.fields.get("author") or citation.locator or is_document(title)
    )


def _titled(citation: Citation, work: Work) -> bool:
    return matching.same_title(citation.fields, work.fields)


def _agrees(citation: Citation, work: Work) -> bool:
    return not matching.contradicts_people(citation.fields, work.fields)


def _begins(citation: Citation, work: Work, *, with_author: bool) -> bool:
    if not matching.is_beginning(citation.fields, work.fields):
        return False
    if with_author:
        return matching.shares_people(citation.fields, work.fields)
    return not citation.fields.get("author")


def _only(citation: Citation, found: Sequence[Work], rule: str) -> Verdict | None:
    """The only work found; of several, the one with a common name; else a doubt."""
    if len(found) == 1:
        return Verdict(found[0].key, rule)
    if not found:
        return None
    shared = [w for w in found if matching.shares_people(citation.fields, w.fields)]
    if len(shared) == 1:
        return Verdict(shared[0].key, f"{rule}-author")
    return Verdict(doubt="ambiguous", choice=tuple(work.key for work in found))


def resolve_pointer(place: PlacedCitation, history: History) -> Verdict:
    """The work that ibid., op. cit. or `note 3 above` means."""
    citation = place.citation
    if citation.note:
        return _of_note(citation, _note_label(place.where, citation.note, history), history)
    if citation.form in IBID:
        return _of_previous(place, history)
    if citation.fields:
        return resolve_short(citation, history)
    keys = history.keys()
    if len(keys) == 1:
        return Verdict(keys[0], "cited-author")
    return Verdict(doubt="ambiguous" if keys else "nothing-before", choice=keys[-3:])


def _note_label(where: str, number: str, history: History) -> str:
    """The label of the note with a number: on the same page, or in the whole text."""
    prefix = where.rpartition("-")[0]
    label = f"{prefix}-{number}"
    return label if history.has_note(label) else ""


def _of_note(citation: Citation, label: str, history: History) -> Verdict:
    keys = list(dict.fromkeys(key for key in history.keys_at(label) if key))
    if citation.fields and len(keys) != 1:
        keys = [key for key in keys if _is_of(citation, history.works.get(key))]
    if len(keys) == 1:
        return Verdict(keys[0], "note-number")
    return Verdict(doubt="ambiguous" if keys else "no-such-note", choice=tuple(keys))


def _is_of(citation: Citation, work: Work | None) -> bool:
    """Whether a work has a name or the title that a pointer tells."""
    return work is not None and (
        matching.shares_people(citation.fields, work.fields)
        or matching.same_title(citation.fields, work.fields)
    )


def _of_previous(place: PlacedCitation, history: History) -> Verdict:
    """Ibid.: the citation before it in the same note, else the only work of the note before."""
    if same := history.keys_at(place.where):
        return Verdict(same[-1], "ibid") if same[-1] else Verdict(doubt="nothing-before")
    keys = tuple(dict.fromkeys(history.keys_before(place.where)))
    if len(keys) == 1 and keys[0]:
        return Verdict(keys[0], "ibid")
    return Verdict(doubt="ambiguous" if len(keys) > 1 else "nothing-before", choice=keys)
