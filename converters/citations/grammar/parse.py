"""The citations in a note: where each begins and ends, its form, and what kind of note it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from converters.characters import HAN
from converters.citations.grammar.author_title import drafts
from converters.citations.grammar.form_table import FORMS
from converters.citations.grammar.masking import mask, mask_stretch
from converters.citations.grammar.mentions import mentions
from converters.citations.grammar.pointers import pointer
from converters.citations.grammar.signals import INTRODUCING, JOINING, LEAD, NAMES, THROUGH
from converters.citations.grammar.urls import urls
from converters.citations.model import Citation, NoteClass
from converters.lexicon import pattern

#: The form of a work that is known only as quoted in another one.
SECONDARY = "secondary"

_FINAL = " \t.。;；,，"


@dataclass(frozen=True)
class Parsed:
    """The citations of a note in order, its kind, and segments that look like citations."""

    citations: tuple[Citation, ...]
    kind: NoteClass
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """Citations in a stretch of a segment that they account for wholly."""

    citations: tuple[Citation, ...]
    start: int
    end: int

    def shifted(self, by: int) -> "_Found":
        """The same in a text where the segment begins at `by`."""
        citations = (replace(c, start=c.start + by, end=c.end + by) for c in self.citations)
        return _Found(tuple(citations), self.start + by, self.end + by)


def parse_note(text: str) -> Parsed:
    """The citations of a note.

    A *citation* note is nothing but citations (and words such as 参见 or See); an *explanatory*
    one has none; a *mixed* one has both.
    """
    found: list[_Found] = []
    unread: list[str] = []
    for start, end in _segments(text):
        segment = text[start:end]
        here = [stretch.shifted(start) for stretch in _in_segment(segment, 0, len(segment))]
        if not here and _looks_like_citation(segment):
            unread.append(segment)
        found += here
    citations = tuple(c for stretch in found for c in stretch.citations)
    if not citations:
        return Parsed((), "explanatory", tuple(unread))
    rest = _rest(text, found)
    return Parsed(citations, "mixed" if rest else "citation", tuple(unread))


#: A full stop before the day of the visit to a web page ends nothing.
_VISIT = re.compile(rf"。\s?[（(](?:最后|最近)?{pattern('visits', 'citations', 'han')}")
#: Where in a segment a citation is looked for, and joints of a row: real notes have a handful,
#: a row of works without semicolons has come to twelve.
_TRIES = 32
#: A longer segment is cut: citations are read by trying, which costs more than the segment is
#: longer. The longest segment of real notes has 310 characters, the longest note 680.
LONGEST_SEGMENT = 1000
#: Where to cut it: after a page, where a work ends, or else after a comma.
_CUTS = (re.compile(r"(?:页|\bpp?\.\s?[\d–-]+)[,，]"), re.compile("[,，]"))


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between semicolons, Chinese full stops and line ends."""
    shape = mask(text)
    start = 0
    for match in re.finditer(r"[;；。\n]|$", shape):
        if _VISIT.match(text, match.start()):
            continue
        while match.end() - start > LONGEST_SEGMENT:
            cut = _last_cut(text, start, start + LONGEST_SEGMENT)
            yield from _trimmed(text, start, cut)
            start = cut
        yield from _trimmed(text, start, match.end())
        start = match.end()


def _last_cut(text: str, start: int, end: int) -> int:
    """The last place of a stretch where it may be cut, or its end if there is none."""
    for cut in _CUTS:
        if ends := [match.end() for match in cut.finditer(text, start, end)]:
            return ends[-1]
    return end


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in " \t\n;；。，,":
        start += 1
    while end > start and text[end - 1] in " \t\n;；。，,":
        end -= 1
    if start < end:
        yield start, end


def _in_segment(text: str, start: int, end: int) -> Iterator[_Found]:
    """The citations of a segment: all of it, or what follows words such as 参见, or mentions."""
    for first, last in islice(_candidates(text, start, end), _TRIES):
        if stretch := _chain(text, first, last):
            if first > start:
                yield from _in_segment(text, start, _before_lead(text, start, first))
            yield stretch
            if last < end - 1:
                yield from _in_segment(text, last, end)
            return
    for citation in mentions(text, start, end):
        yield _Found((citation,), citation.start, citation.end)


def _before_lead(text: str, start: int, first: int) -> int:
    leads = [m.start() for m in LEAD.finditer(text, start, first) if m.end() == first]
    end = leads[0] if leads else first
    while end > start and text[end - 1] in " ，,：:（(":
        end -= 1
    return end


def _candidates(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a citation may begin and end within a segment, the likeliest first."""
    shape = mask(text, brackets=False)
    lead = LEAD.match(text, start, end)
    if lead and lead.end() < end:
        yield lead.end(), end
    yield start, end
    for match in LEAD.finditer(shape, start, end):
        if match.start() == start:
            continue
        last = _closing(text, match.start(), end)
        if match.end() < last:
            yield match.end(), last
    for match in re.finditer(r"[“\"«《]", shape[:end]):
        if match.start() > start and (name := NAMES.search(text[start : match.start()])):
            yield start + max(name.start("names"), name.start("names_han")), end


def _closing(text: str, at: int, end: int) -> int:
    """The end of the bracket that is open at a position, or the end of the segment."""
    depth = 0
    for position in range(at, end):
        if text[position] in "（(":
            depth += 1
        elif text[position] in "）)":
            depth -= 1
            if depth < 0:
                return position
    return end


def _chain(text: str, start: int, end: int) -> _Found | None:
    """A citation, or one quoted through another, or several in a row, that fill the stretch."""
    shape = mask_stretch(text, start, end)
    through = THROUGH.search(shape, start, end)
    if through and through.start() > start:
        first = _read(text, start, through.start(), quoted=True)
        second = _read(text, through.end(), end)
        if first and second:
            return _Found((first, second), start, end)
    if citation := _read(text, start, end):
        return _Found((citation,), start, end)
    return _split(text, shape, start, end)


_JOINT = re.compile(r"[,，]\s?|\.\s|(?:以及|和|及)(?=[^，,]{2,20}[：:]《)")


def _split(text: str, shape: str, start: int, end: int) -> _Found | None:
    """Citations in a row, or one with words of the author after it."""
    for match in islice(_JOINT.finditer(shape, start), _TRIES):
        if match.start() <= start or match.end() >= end:
            continue
        first = _read(text, start, match.start())
        if not first or first.naming == "ibid" or not _is_placed(first):
            continue
        lead = LEAD.match(text, match.end(), end)
        if rest := _chain(text, lead.end() if lead else match.end(), end):
            return _Found((first, *rest.citations), start, end)
        if not re.search(r"[《“\"«\d]|https?:", text[match.end() : end]):
            return _Found((first,), start, match.start())
    return None


def _is_placed(citation: Citation) -> bool:
    """Whether a citation is at its end: it has come to its page or its address."""
    return bool(citation.fields.get("title")) and bool(
        citation.locator or citation.fields.get("url")
    )


def _read(text: str, start: int, end: int, *, quoted: bool = False) -> Citation | None:
    """The citation that text[start:end] is, if all of it is one."""
    if opening := JOINING.match(text, start, end):
        start = opening.end()
    while end > start and text[end - 1] in _FINAL:
        end -= 1
    if start >= end:
        return None
    for back in pointer(text, start, end):
        return back
    for draft in drafts(text, start, end):
        for form in FORMS:
            if form.fits(draft):
                fields, locator = form.read(draft)
                stop = _words_end(text, start, end)
                if quoted and form.naming == "short":  # only quoted: all that is known of it
                    return Citation(SECONDARY, start, stop, form.type, fields, locator)
                return Citation(form.name, start, stop, form.type, fields, locator, form.naming)
    return None


_BEFORE_ADDRESS = re.compile(rf"[,，.]?\s?{pattern('url_labels', 'citations')}$")


def _words_end(text: str, start: int, end: int) -> int:
    """The end of the words: before the URL, which is a link of its own, and the final stop."""
    stop = min([end, *(a for a, _ in urls(text) if a > start)])
    while stop > start and text[stop - 1] in " \t,，:：;；.。(（<":
        stop -= 1
    label = _BEFORE_ADDRESS.search(text, start, stop)
    return label.start() if label else stop


def _rest(text: str, found: list[_Found]) -> str:
    """What of a note no citation accounts for, without words that lead in to one."""
    cells = list(text)
    for stretch in found:
        cells[stretch.start : stretch.end] = "\x01" * (stretch.end - stretch.start)
    for start, end in urls(text):
        cells[start:end] = "\x01" * (end - start)
    rest = LEAD.sub("", "".join(cells))
    left = []
    for piece in re.split("\x01+", rest):
        piece = piece.strip(" \t，,。.；;：:（）()、")
        if not re.search(r"\w", piece):
            continue
        if INTRODUCING.match(piece) and len(piece) <= 30 and "。" not in piece:
            continue
        left.append(piece)
    return "".join(left)


def _looks_like_citation(segment: str) -> bool:
    """A segment that no form fits though it has a title and a year, or a page."""
    titled = re.search(r"《[^》]+》|“[^”]{8,},?”", segment)
    placed = re.search(r"第\d+页|\bpp?\.\s?\d|(?:19|20)\d\d年第\d+期|出版社", segment)
    return bool(titled and placed) or bool(placed and re.search(rf"^[^{HAN}]{{10,}}$", segment))
