"""Which work a citation means, decided by evidence; the rule that decided is kept.

Unsure is a message, never a guess: an editor's decision in the record then settles it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from converters.citations.grammar.documents import is_document
from converters.citations.grammar.pointers import IBID
from converters.citations.model import Citation, Work
from converters.citations.resolve import evidence
from converters.citations.resolve.known import Known

#: An entry made from a short form alone says so in this field.
FLAG = "userc"
ORPHAN = "orphan: cited only by a short form"


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in its place: note or paragraph, and its number there."""

    where: str
    number: int
    citation: Citation


@dataclass(frozen=True, slots=True)
class Verdict:
    """The work that a citation means and the rule that says so, or why none is sure."""

    key: str = ""
    rule: str = ""
    doubt: str = ""
    choice: tuple[str, ...] = ()


def resolve_full(
    fields: Mapping[str, str], origin: str, known: Known, *, by_name: bool = False
) -> Verdict:
    """The known work that a full citation repeats, if any; `by_name`: one that is only named.

    An entry that came from this very place (`origin`) and resembles the citation is its entry,
    whatever an editor made of it since.
    """
    own = known.of_origin(origin)
    if own and _resembles(fields, own):
        return Verdict(own.key, "origin")
    alike = list(known.like(fields))
    for work in alike:
        if rule := evidence.same_work(fields, work.fields):
            return Verdict(work.key, rule)
    named = [w for w in alike if by_name and _is_named(fields, w)]
    if len(named) == 1:
        return Verdict(named[0].key, "same-title")
    return Verdict()


def _is_named(fields: Mapping[str, str], work: Work) -> bool:
    """Whether a name in running text can mean a work: its title, and no other year."""
    years = {evidence.year(fields), evidence.year(work.fields)} - {""}
    return evidence.same_title(fields, work.fields) and len(years) < 2


def _resembles(fields: Mapping[str, str], work: Work) -> bool:
    one, other = fields, work.fields
    if evidence.same_title(one, other) or evidence.is_beginning(one, other):
        return True
    if one.get("url") and one.get("url") == other.get("url"):
        return True
    return evidence.shares_people(one, other) and evidence.year(one) == evidence.year(other)


def resolve_short(citation: Citation, known: Known) -> Verdict:
    """The work that a short form means: first among those cited so far, then among the others."""
    rules: tuple[tuple[str, Callable[[Work], bool]], ...] = (
        ("same-title", lambda work: _agrees(citation, work) and _titled(citation, work)),
        ("title-beginning", lambda work: _begins(citation, work, with_author=True)),
        ("title-beginning", lambda work: _begins(citation, work, with_author=False)),
    )
    if not citation.fields.get("title"):
        rules = (
            ("cited-author", lambda work: evidence.shares_people(citation.fields, work.fields)),
        )
    for works in (known.earlier(), known.others()):
        for rule, fits in rules:
            found = [work for work in works if fits(work)]
            if len(found) == 1:
                return Verdict(found[0].key, rule)
            if found:
                return _narrowed(citation, found, rule)
        if not citation.fields.get("title"):
            break
    return Verdict(doubt="orphan")


def is_telling(citation: Citation) -> bool:
    """Whether a short form tells enough for an entry: a title, and who or where, or a law."""
    title = citation.fields.get("title", "")
    return bool(title) and bool(
        citation.fields.get("author") or citation.locator or is_document(title)
    )


def _titled(citation: Citation, work: Work) -> bool:
    return evidence.same_title(citation.fields, work.fields)


def _agrees(citation: Citation, work: Work) -> bool:
    return not evidence.contradicts_people(citation.fields, work.fields)


def _begins(citation: Citation, work: Work, *, with_author: bool) -> bool:
    if not evidence.is_beginning(citation.fields, work.fields):
        return False
    if with_author:
        return evidence.shares_people(citation.fields, work.fields)
    return not citation.fields.get("author")


def _narrowed(citation: Citation, found: Sequence[Work], rule: str) -> Verdict:
    """Of several works with the same title, the one with a common name; else a doubt."""
    shared = [w for w in found if evidence.shares_people(citation.fields, w.fields)]
    if len(shared) == 1:
        return Verdict(shared[0].key, f"{rule}-author")
    return Verdict(doubt="ambiguous", choice=tuple(work.key for work in found))


def resolve_pointer(
    cited: Cited, before: Sequence[tuple[Cited, str]], labels: Sequence[str], known: Known
) -> Verdict:
    """The work that ibid., op. cit. or `note 3 above` means.

    `before`: the citations so far with their keys (empty where unresolved); `labels`: the labels
    of the text's notes in order.
    """
    citation = cited.citation
    if citation.note:
        return _of_note(citation, _note_label(cited.where, citation.note, labels), before, known)
    if citation.form in IBID:
        return _of_previous(cited, before, labels)
    if citation.fields:
        return resolve_short(citation, known)
    keys = list(dict.fromkeys(key for _, key in before if key))
    if len(keys) == 1:
        return Verdict(keys[0], "cited-author")
    return Verdict(doubt="ambiguous" if keys else "nothing-before", choice=tuple(keys[-3:]))


def _note_label(where: str, number: str, labels: Sequence[str]) -> str:
    """The label of the note with a number: on the same page, or in the whole text."""
    prefix = where.rpartition("-")[0]
    label = f"{prefix}-{number}"
    return label if label in labels else ""


def _of_note(
    citation: Citation, label: str, before: Sequence[tuple[Cited, str]], known: Known
) -> Verdict:
    keys = list(dict.fromkeys(key for cited, key in before if cited.where == label and key))
    if citation.fields and len(keys) != 1:
        keys = [k for k in keys if evidence.shares_people(citation.fields, known.works[k].fields)
                or evidence.same_title(citation.fields, known.works[k].fields)]  # fmt: skip
    if len(keys) == 1:
        return Verdict(keys[0], "note-number")
    return Verdict(doubt="ambiguous" if keys else "no-such-note", choice=tuple(keys))


def _of_previous(
    cited: Cited, before: Sequence[tuple[Cited, str]], labels: Sequence[str]
) -> Verdict:
    """Ibid.: the citation before it in the same note, else the only work of the note before."""
    same = [key for other, key in before if other.where == cited.where]
    if same:
        return Verdict(same[-1], "ibid") if same[-1] else Verdict(doubt="nothing-before")
    place = labels.index(cited.where) if cited.where in labels else 0
    previous = labels[place - 1] if place else ""
    keys = list(dict.fromkeys(key for other, key in before if other.where == previous))
    if len(keys) == 1 and keys[0]:
        return Verdict(keys[0], "ibid")
    return Verdict(doubt="ambiguous" if len(keys) > 1 else "nothing-before", choice=tuple(keys))
