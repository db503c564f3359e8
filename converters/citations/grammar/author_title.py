"""The head of a citation: who and what, before the parts that tell where."""

import re
from collections.abc import Iterator

from converters.characters import HAN
from converters.citations.grammar.documents import is_document
from converters.citations.grammar.draft import Draft
from converters.citations.grammar.masking import mask_stretch
from converters.citations.grammar.names import ROLE_HAN, is_institution, is_person, is_person_han
from converters.citations.grammar.parts import Part, parts
from converters.lexicon import pattern, words

_UP = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ"
_CLOSER = {"《": "》", "“": "”", '"': '"', "«": "»", "„": "“"}


def drafts(text: str, start: int, end: int) -> Iterator[Draft]:
    """The ways in which text[start:end] may be a citation, the likeliest first."""
    yield from _agency(text, start, end)
    yield from _marked(text, start, end)
    yield from _gost(text, start, end)
    yield from _titled(text, start, end)
    yield from _bare(text, start, end)


_AGENCY = re.compile(
    rf"(?P<author>{pattern('newspapers', 'citations', 'agency')}\s[«“\"][^»”\"]+[»”\"]"
    rf"|[{HAN}]{{2,8}}{pattern('newspapers', 'citations', 'agency-ending')})(?=[,，][^,，《“]*$)"
)


def _agency(text: str, start: int, end: int) -> Iterator[Draft]:
    """A news agency and a day, nothing else."""
    if match := _AGENCY.match(text, start, end):
        yield Draft("agency", match["author"], "", parts(text, match.end(), end))


_AFTER_TITLE = re.compile(
    r"[（(](?:(?P<edition>第[^）)]{1,4}版|修订[^）)]{0,4}|增订[^）)]{0,3})|"
    r"(?P<volume>[上中下])[卷册]?|第(?P<number>[^）)]{1,4})[卷册辑集])[）)]"
)


def _titled(text: str, start: int, end: int) -> Iterator[Draft]:
    """`Author: 《Title》…`, `Author, “Title,”…`, or the title alone."""
    opening = re.compile(r"[《“\"«„]").search(text, start, end)
    if not opening:
        return
    at, is_angle = opening.start(), opening[0] == "《"
    close = mask_stretch(text, start, end).find(_CLOSER[opening[0]], at + 1)
    author = text[start:at]
    if close < 0 or not _may_be_author(author, is_angle=is_angle):
        return
    title = re.sub(r"[,，.。]$", "", text[at + 1 : close].strip())
    tail = close + 1
    found: tuple[Part, ...] = ()
    if more := _AFTER_TITLE.match(text, tail, end):
        fields = {name: value for name, value in more.groupdict().items() if value}
        if "number" in fields:
            fields = {"volume": fields["number"]}
        found = (Part(next(iter(fields)), tail, more.end(), more[0], fields),)
        tail = more.end()
    if (
        not is_angle
        and tail < end
        and text[close - 1] not in ",.?!，。？！"
        and not re.match(r"[\s,，.。;；:：载（(\[*《见收刊]", text[tail])
    ):
        return
    head = "angle" if is_angle else "quoted"
    yield Draft(head, author.strip(" ,，:："), title, (*found, *parts(text, tail, end)))


_NOT_AUTHOR_HAN = re.compile(f"[。；？！]|{pattern('sentence_words', 'citations', 'no-author')}")
_LOWER = re.compile(r"(?<!\S)[a-zа-яё][\w’'-]*")
_OF_NAMES = words("name_particles", "citations", "particle") | words(
    "name_particles", "citations", "joining"
)

#: More characters before a title are a sentence that leads to it, not a row of authors.
_LONGEST_AUTHORS_HAN, _LONGEST_AUTHORS = 60, 160


def _may_be_author(raw: str, *, is_angle: bool) -> bool:
    """Whether what stands before a title can be whoever is responsible for it."""
    name, bare = raw.strip(), raw.strip(" ,，:：")
    if not bare:
        return True
    if re.search(f"[{HAN}]", bare):
        names = re.split("[、，和]", re.sub("等$", "", bare))
        if name[-1] in ":：" and all(is_person_han(item) for item in names):
            return True
        if len(bare) > _LONGEST_AUTHORS_HAN or (
            _NOT_AUTHOR_HAN.search(bare) and not is_institution(bare)
        ):
            return False
        if name[-1] in ":：,，" or re.search(rf"{ROLE_HAN}$", bare):
            return True
        return is_angle and all(is_person_han(item) for item in names)
    if (
        len(bare) > _LONGEST_AUTHORS
        or name[-1] not in ",，:：."
        or re.search(r"[;!?“”]|https?:", bare)
    ):
        return False
    if sum(word.strip(".,") not in _OF_NAMES for word in _LOWER.findall(bare)) > 1:
        return False
    return bool(re.match(rf"[{_UP}’'«(\[]|(?:de|van|von|al-)", bare))


def _bare(text: str, start: int, end: int) -> Iterator[Draft]:
    """Titles without marks: `Title, Country, Year` and `Author, Title, Place: Press, Year`."""
    if start >= end or re.match(r"[《“\"«(（]", text[start]):
        return
    found = parts(text, start, end)
    first = found[0] if found else None
    if not first or first.kind not in ("text", "press", "version", "editor"):
        return
    if first.kind == "editor" and re.search(r"[Ee]ds?\.?\)?$", first.text):
        title = next((part for part in found[1:2] if part.kind == "text"), None)
        if title:
            yield Draft("book", first.text, title.text, found[2:])
        return
    found = (Part("text", first.start, first.end, first.text), *found[1:])
    leading: list[str] = []
    for part in found:
        if part.kind != "text":
            break
        leading.append(part.text)
    leading, merged = _whole_names(leading)
    if authors := _authors(leading):
        rest = found[authors + 1 + merged :]
        yield Draft("book", ", ".join(leading[:authors]), leading[authors], rest)
    yield Draft("plain", "", "", found)


def _whole_names(leading: list[str]) -> tuple[list[str], int]:
    """The parts with `Jr.` and initials joined to the name before them, and how many were."""
    whole: list[str] = []
    for text in leading:
        if whole and re.fullmatch(rf"(?:Jr|Sr|II|III)\.?|(?:[{_UP}][a-zа-я]?\.\s?){{1,3}}", text):
            whole[-1] += f", {text}"
        else:
            whole.append(text)
    return whole, len(leading) - len(whole)


def _authors(leading: list[str]) -> int:
    """How many of the unnamed parts at the beginning are authors; the title is the next one."""
    count = 0
    while count < len(leading) - 1 and _is_people(leading[count]):
        count += 1
    if not count and len(leading) == 2:
        surname = re.fullmatch(rf"[{_UP}][\w’'-]+", leading[0])  # Kissinger, Diplomacy, p. 21
        is_body = is_institution(leading[0]) and not is_document(leading[0])
        is_body = is_body and set(_LOWER.findall(leading[0])) <= _OF_NAMES
        is_title = is_document(leading[1]) or not is_institution(leading[1])
        return 1 if surname or (is_body and is_title) else 0
    return count


def _is_people(raw: str) -> bool:
    return all(is_person(name.strip()) for name in re.split(r"\s(?:and|&|и)\s", raw))


#: A Chinese reference without its marker: 作者. 题名. 刊名, 2015(3): 3-5.
_UNMARKED = re.compile(
    rf"(?P<author>[{HAN}·，,、\s]{{2,60}})\.\s?(?P<title>[^.《“]{{4,120}})\.\s?(?=[^.]+[,，]\s?\d{{4}})"
)
_MARKER = re.compile(r"\[(?P<type>[A-Z]{1,2})(?:/(?:OL|CD|MT|DK))?\]")


def _marked(text: str, start: int, end: int) -> Iterator[Draft]:
    """GB/T 7714: `Authors. Title[J]. …`."""
    marker = _MARKER.search(text, start, end)
    normal = text.replace("．", ".")
    if not marker:
        if bare := _UNMARKED.match(normal, start, end):
            rest = parts(normal, bare.end(), end, stops=True)
            yield Draft("gbt", bare["author"].strip(), bare["title"].strip(), rest)
        return
    author, stop, title = normal[start : marker.start()].rpartition(". ")
    if not stop:
        author, _, title = normal[start : marker.start()].rpartition(".")
    inside = normal.startswith("//", marker.end())
    tail = marker.end() + (2 if inside else 0)
    head = f"gbt-{marker['type']}{'-in' if inside else ''}"
    yield Draft(head, author.strip(), title.strip(), parts(normal, tail, end, stops=True))


_GOST_AUTHOR = re.compile(
    rf"(?:[{_UP}][а-яёa-z’-]+(?:-[{_UP}][а-яё]+)?,?\s(?:[{_UP}]\.\s?){{1,2}}(?:,\s|и\s(?:др\.\s)?)?)+"
)
_GOST_ARCHIVE = re.compile(
    f"{pattern('archives', 'citations', 'name')}|{pattern('archives', 'citations', 'opening')}"
)
_GOST_PLACE = re.compile(
    r"[.:]\s(?=(?:М|СПб|Л|[А-Я][а-я]+)\.?\s?:|[Дд]ис|[Аа]втореф|[А-Я][а-я-]+,\s\d{4})"
)


def _gost(text: str, start: int, end: int) -> Iterator[Draft]:
    """GOST R 7.0.5: `Author Title // Container. Year. № n. С. n`, or `… М.: Press, year`."""
    if not re.search("[А-яё]{4}", text[start:end]) or re.search("[“《]", text[start:end]):
        return
    if _GOST_ARCHIVE.match(text, start):
        yield Draft("gost-archive", "", "", parts(text, start, end, stops=True))
        return
    shape = mask_stretch(text, start, end)
    author = _GOST_AUTHOR.match(text, start, end)
    at = author.end() if author else start
    name = author[0].strip(" ,") if author else ""
    slash = shape.find("//", at)
    if slash > 0:
        title = text[at:slash].strip(" .")
        yield Draft("gost", name, title, parts(text, slash + 2, end, stops=True))
    elif author and (stop := _GOST_PLACE.search(shape, at)):
        title = text[at : stop.start()].strip(" .")
        yield Draft("gost-book", name, title, parts(text, stop.end(), end, stops=True))
