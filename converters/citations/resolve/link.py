"""The citations of a text, each linked to its work: notes parsed, short forms resolved."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from converters.citations.grammar.mentions import named_in
from converters.citations.grammar.parse import Parsed, parse_note
from converters.citations.library import matching
from converters.citations.library.keys import make_key
from converters.citations.library.library import Library
from converters.citations.library.works import work_of
from converters.citations.model import (
    Citation,
    CitedText,
    Decision,
    Linked,
    Named,
    NoteClass,
    Work,
)
from converters.citations.resolve.history import History, PlacedCitation
from converters.citations.resolve.rules import (
    FLAG,
    ORPHAN,
    Verdict,
    is_telling,
    resolve_full,
    resolve_pointer,
    resolve_short,
)
from converters.messages import Message, message

Decisions = Mapping[str, Decision | Sequence[Decision]]


def cite_text(
    slug: str,
    notes: Sequence[tuple[str, str]],
    body: Sequence[tuple[str, str]],
    decisions: Decisions,
    library: Library,
    named: Sequence[Named] = (),
) -> CitedText:
    """Link every citation of a text.

    `notes`: label and text of each note in order; `body`: id and text of each paragraph.
    `decisions`: by label or paragraph id, what an editor decided. `named`: works that the record
    says the text names without a note. `library`: what is known already, of other texts too.

    In a text with notes the body cites by its notes; in one without, works named with 《》 are
    found where their kind or their surroundings tell that they are works.
    """
    return _Text(slug, notes, body, decisions, library, named).cited()


class _Text:
    """The state of one run over a text."""

    def __init__(
        self,
        slug: str,
        notes: Sequence[tuple[str, str]],
        body: Sequence[tuple[str, str]],
        decisions: Decisions,
        library: Library,
        named: Sequence[Named],
    ) -> None:
        self.slug, self.notes, self.body, self.named = slug, notes, body, named
        self.texts = dict([*notes, *body])
        self.library = library
        self.decisions = {
            where: [found] if isinstance(found, Decision) else list(found)
            for where, found in decisions.items()
        }
        self.works = library.overlay()
        self.history = History(self.works, [label for label, _ in notes])
        self.messages: list[Message] = []
        self.classes: dict[str, NoteClass] = {}
        self.short_titles: dict[str, str] = {}

    def cited(self) -> CitedText:
        places = [*self._of_notes(), *self._of_body()]
        keys = self._full(places)
        linked: list[Linked] = []
        for place in places:
            verdict = keys.get((place.where, place.number)) or self._short(place)
            self.history.add(place, verdict.key)
            if verdict.key:
                linked.append(_linked(place, verdict))
        used = dict.fromkeys(link.key for link in linked)
        works = tuple(
            _with_short_title(work, self.short_titles.get(key, ""))
            for key in used
            if (work := self.works.get(key))
        )
        self._lost_names(places)
        return CitedText(tuple(linked), works, self.classes, tuple(self.messages))

    # Where the citations are

    def _of_notes(self) -> list[PlacedCitation]:
        places = []
        for label, text in self.notes:
            parsed = parse_note(text)
            citations = self._decided(label, text, list(parsed.citations))
            self.classes[label] = _class(parsed, citations)
            for words in parsed.unread:
                if not any(text[c.start : c.end] in words for c in citations):
                    self._say("citation-unread", label, words=words)
            places += [
                PlacedCitation(label, n, citation) for n, citation in enumerate(citations, 1)
            ]
        return places

    def _of_body(self) -> list[PlacedCitation]:
        places = []
        for where, text in self.body:
            found = named_in(text, self.named, by_rule=not self.notes)
            citations = self._decided(where, text, found)
            places += [
                PlacedCitation(where, n, citation) for n, citation in enumerate(citations, 1)
            ]
        return places

    def _decided(self, where: str, text: str, citations: list[Citation]) -> list[Citation]:
        """The citations after the record: with those it adds, without those it rejects."""
        for decision in self.decisions.get(where, ()):
            hit = [c for c in citations if _meant(decision, text[c.start : c.end])]
            if not decision.words and len(citations) > 1:
                self._say("citation-ambiguous", where, words=where, choice="several citations")
                continue
            if not hit and decision.words and (at := text.find(decision.words)) >= 0:
                hit = [Citation("decided", at, at + len(decision.words))]
                citations = sorted([*citations, *hit], key=lambda c: c.start)
            if not hit:
                self._say("citation-decision-lost", where, words=decision.words)
            if not decision.key:
                citations = [c for c in citations if c not in hit]
            elif decision.locator:
                citations = [
                    replace(c, locator=decision.locator) if c in hit else c for c in citations
                ]
        return citations

    # Which works they mean

    def _full(self, places: Sequence[PlacedCitation]) -> dict[tuple[str, int], Verdict]:
        """The verdicts on decided, named and full citations, and the works these make."""
        keys: dict[tuple[str, int], Verdict] = {}
        for place in places:
            citation = place.citation
            verdict = self._by_record(place)
            if not verdict and citation.naming == "full" and citation.type:
                verdict = self._by_evidence(place)
            if verdict:
                keys[place.where, place.number] = verdict
        return keys

    def _by_record(self, place: PlacedCitation) -> Verdict | None:
        """The verdict of the record: a decision about the citation, or a name it declares."""
        words = self._words(place)
        decision = next((d for d in self.decisions.get(place.where, ()) if _meant(d, words)), None)
        named = next((n for n in self.named if n.words == words), None)
        key = decision.key if decision else named.key if named else ""
        if not key:
            return None
        made = self._declared(key, place)
        known = self.works.get(key)
        if made and (not known or self._is_own(known)):
            self.works.put(replace(made, origin=known.origin) if known else made)
        if key not in self.works:
            self._say("citation-decision-key", place.where, key=key)
            return Verdict()
        return Verdict(key, "decision")

    def _declared(self, key: str, place: PlacedCitation) -> Work | None:
        """The entry that the record writes out for a key."""
        for named in self.named:
            if named.key == key and named.type:
                return work_of(key, named.type, named.fields, self._origin(place))
        return None

    def _is_own(self, work: Work) -> bool:
        """Whether this text made an entry that no editor has touched: it may be made anew."""
        return work.origin.startswith(f"{self.slug}: ") and not self.library.is_touched(work.key)

    def _by_evidence(self, place: PlacedCitation) -> Verdict:
        citation, origin = place.citation, self._origin(place)
        new = work_of("", citation.type, citation.fields, origin)
        by_name = citation.form.startswith("named")
        verdict = resolve_full(new.fields, origin, self.works, by_name=by_name)
        if known := self.works.get(verdict.key):
            is_orphan = known.get(FLAG) == ORPHAN and not self.library.is_touched(known.key)
            if is_orphan or (verdict.rule == "origin" and self._is_own(known)):
                self.works.put(replace(new, key=known.key))
            return verdict
        self._warn_of_address(place, new)
        key = make_key(new.fields, self.works)
        self.works.put(replace(new, key=key))
        return Verdict(key, "full")

    def _warn_of_address(self, place: PlacedCitation, new: Work) -> None:
        url = new.get("url")
        if not url or matching.is_front_page(url):
            return
        for work in self.works.like(new.fields):
            if work.get("url") and matching.normal_url(work.get("url")) == matching.normal_url(url):
                words = self._words(place)
                self._say("citation-same-address", place.where, words=words, key=work.key)

    def _short(self, place: PlacedCitation) -> Verdict:
        """The verdict on a short form or a pointer; an orphan gets an entry of its own."""
        citation = place.citation
        if not citation.type:
            verdict = resolve_pointer(place, self.history)
        else:
            verdict = resolve_short(citation, self.history)
        if verdict.doubt == "orphan" and is_telling(citation):
            verdict = self._orphan(place)
        words = self._words(place)
        if known := self.works.get(verdict.key):
            if verdict.rule.startswith("title-beginning") and self._is_own(known):
                self.short_titles.setdefault(known.key, citation.fields["title"])
            if known.get(FLAG) == ORPHAN and known.origin == self._origin(place):
                self._say("citation-orphan", place.where, words=words, key=known.key)
                return Verdict(known.key, "orphan")
        elif verdict.doubt == "ambiguous":
            choice = " / ".join(verdict.choice)
            self._say("citation-ambiguous", place.where, words=words, choice=choice)
        else:
            self._say("citation-unresolved", place.where, words=words)
        return verdict

    def _orphan(self, place: PlacedCitation) -> Verdict:
        citation = place.citation
        fields = {**citation.fields, FLAG: ORPHAN}
        orphan = work_of("", citation.type or "misc", fields, self._origin(place))
        key = make_key(orphan.fields, self.works)
        self.works.put(replace(orphan, key=key))
        return Verdict(key, "orphan")

    def _lost_names(self, places: Sequence[PlacedCitation]) -> None:
        """An error for each name that the record declares and the text does not have."""
        there = {self._words(place) for place in places}
        for named in self.named:
            if named.words not in there:
                self._say("citation-decision-lost", named.key, words=named.words)

    # Helpers

    def _origin(self, place: PlacedCitation) -> str:
        number = f"/{place.number}" if place.number > 1 else ""
        return f"{self.slug}: {place.where}{number}"

    def _words(self, place: PlacedCitation) -> str:
        return self.texts[place.where][place.citation.start : place.citation.end]

    def _say(self, code: str, where: str, **values: object) -> None:
        self.messages.append(message(code, f"{self.slug}:{where}", **values))


def _with_short_title(work: Work, short: str) -> Work:
    """The work with the short title that the text itself gives it, if it has none."""
    if not short or work.get("shorttitle") or len(short) >= len(work.get("title")):
        return work
    return replace(work, fields={**work.fields, "shorttitle": short})


def _linked(place: PlacedCitation, verdict: Verdict) -> Linked:
    c = place.citation
    return Linked(
        place.where, c.start, c.end, verdict.key, c.locator, verdict.rule, c.form, c.naming
    )


def _meant(decision: Decision, words: str) -> bool:
    return not decision.words or decision.words in words


def _class(parsed: Parsed, citations: Sequence[Citation]) -> NoteClass:
    """The class of a note after what the record added or took away."""
    if not citations:
        return "explanatory"
    return parsed.kind if parsed.citations else "mixed"
