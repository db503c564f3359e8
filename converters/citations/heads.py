"""The head of a citation: who and what, before the parts that tell where."""

import re
from collections.abc import Iterator

from converters.citations.forms import Draft
from converters.citations.forms_en import people_before
from converters.citations.marks import hide
from converters.citations.names import ROLE_HAN, is_person, is_person_han
from converters.citations.parts import Part, parts
from converters.text import HAN

_AGENCY = re.compile(
    rf"(?P<author>(?:ИА|РИА|ИТАР|Агентство|ИАА)\s[«“\"][^»”\"]+[»”\"]|[{HAN}]{{2,8}}社)(?=[,，][^,，《“]*$)"
)
_CLOSER = {"《": "》", "“": "”", '"': '"', "«": "»", "„": "“"}
_NOT_AUTHOR_HAN = re.compile(
    r"[。；？！]|指出|认为|表示|强调|提出|根据|按照|依据|参见|参阅|转引|引自|以及|如下|所谓|其中|关于|[在从见是的了把被将]"
)
_UP = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ"


def drafts(text: str, start: int, end: int) -> Iterator[Draft]:
    """The ways in which text[start:end] may be a citation, the likeliest first."""
    if match := _AGENCY.match(text, start, end):
        rest = tuple(parts(text, match.end(), end))
        yield Draft("agency", match["author"], "", rest)
    yield from _marked(text, start, end)
    yield from _double_slash(text, start, end)
    yield from _titled(text, start, end)
    yield from _bare(text, start, end)


def _titled(text: str, start: int, end: int) -> Iterator[Draft]:
    """`Author: 《Title》…`, `Author, “Title,”…`, or the title alone."""
    opening = re.compile(r"[《“\"«„]").search(text, start, end)
    if not opening:
        return
    shape = hide(text)
    at = opening.start()
    close = shape.find(_CLOSER[opening[0]], at + 1, end)
    if close < 0:
        return
    author = text[start:at]
    if not _may_be_author(author, angle=opening[0] == "《"):
        return
    title = re.sub(r"[,，.。]$", "", text[at + 1 : close].strip())
    tail = close + 1
    if edition := re.compile(r"[（(](第[^）)]{1,8}版|修订[^）)]{0,4}|增订[^）)]{0,3})[）)]").match(
        text, tail, end
    ):
        found: tuple[Part, ...] = (Part("edition", tail, edition.end(), edition[1], {"edition": edition[1]}),)
        tail = edition.end()
    else:
        found = ()
    head = "angle" if opening[0] == "《" else "quoted"
    if (
        head == "quoted"
        and tail < end
        and not re.match(r"[\s,，.。;；:：载（(\[*《见收刊]", text[tail])
    ):
        return
    yield Draft(head, author.strip(" ,，:："), title, (*found, *parts(text, tail, end)))


def _may_be_author(raw: str, *, angle: bool) -> bool:
    name = raw.strip()
    bare = name.strip(" ,，:：")
    if not bare:
        return True
    if re.search(f"[{HAN}]", bare):
        if len(bare) > 60 or _NOT_AUTHOR_HAN.search(
            bare.replace("的", "的") if len(bare) > 12 else bare
        ):
            return False
        if name[-1] in ":：,，" or re.search(rf"{ROLE_HAN}$", bare):
            return True
        names = re.split("[、，和与]", re.sub("等$", "", bare))
        return angle and all(is_person_han(item) for item in names)
    if len(bare) > 160 or name[-1] not in ",，:：." + ("" if not angle else bare[-1]):
        return False
    if re.search(r"[;!?“”]|https?:", bare):
        return False
    first = bare.split()[0]
    return bool(re.match(rf"[{_UP}’'«(\[]", bare)) or first in ("de", "van", "von", "al-")


def _bare(text: str, start: int, end: int) -> Iterator[Draft]:
    """Titles without marks: `Title, Country, Year` and `Author, Title, Place: Press, Year`."""
    if start >= end or re.match(r"[《“\"«(（]", text[start]):
        return
    found = tuple(parts(text, start, end))
    if not found or found[0].kind not in ("text", "press", "series", "version"):
        return
    if found[0].kind != "text":
        first = found[0]
        found = (Part("text", first.start, first.end, first.text), *found[1:])
    leading = []
    for part in found:
        if part.kind != "text":
            break
        leading.append(part.text)
    people = people_before(leading) if len(leading) > 1 else 0
    if (
        people == 0
        and leading
        and found[1:]
        and found[1].kind == "editor"
        and is_person(leading[0])
    ):
        people = 1
    if people and people < len(leading):
        author = ", ".join(leading[:people])
        yield Draft("book", author, leading[people], found[people + 1 :])
    elif len(leading) > 1 and re.search(r"\band\b|&", leading[0]) and _are_people(leading[0]):
        yield Draft("book", leading[0], leading[1], found[2:])
    elif len(leading) == 2 and re.fullmatch(rf"[{_UP}][\w’'-]+", leading[0]):
        yield Draft("book", leading[0], leading[1], found[2:])  # Kissinger, Diplomacy, p. 21
    yield Draft("plain", "", "", found)


def _are_people(raw: str) -> bool:
    return all(is_person(name.strip()) for name in re.split(r"\band\b|&", raw))


_MARKER = re.compile(r"\[(?P<type>[A-Z]{1,2})(?:/(?:OL|CD|MT|DK))?\]")


def _marked(text: str, start: int, end: int) -> Iterator[Draft]:
    """GB/T 7714: `Authors. Title[J]. …`."""
    marker = _MARKER.search(text, start, end)
    if not marker:
        return
    before = text[start : marker.start()]
    author, stop, title = re.sub("．", ".", before).rpartition(". ")
    if not stop:
        author, stop, title = before.partition("．" if "．" in before else ".")
    if not title:
        author, title = "", before
    tail = marker.end()
    kind = marker["type"]
    if text.startswith("//", tail):
        tail, kind = tail + 2, "in" if kind == "M" else kind
    normal = re.sub("．", ".", text)
    found = list(parts(normal, tail, end, stops=True))
    yield Draft(f"gbt-{kind}", author.strip(), title.strip(), tuple(found), kind)


_GOST_AUTHOR = re.compile(
    rf"(?P<author>(?:[{_UP}][а-яёa-z’-]+(?:-[{_UP}][а-яё]+)?,?\s(?:[{_UP}]\.\s?){{1,2}}(?:,\s|\sи\s(?:др\.\s)?)?)+)"
)


def _double_slash(text: str, start: int, end: int) -> Iterator[Draft]:
    """GOST R 7.0.5: `Author Title // Container. Year. № n. С. n`, or a book with `М.: Press, year`."""
    shape = hide(text)[:end]
    slash = shape.find("//", start)
    if not re.search("[а-яё]{3}", text[start:end]) or re.search("[“《]", text[start:end]):
        return
    author = _GOST_AUTHOR.match(text, start, end)
    at = author.end() if author else start
    name = author["author"].strip(" ,") if author else ""
    if slash > 0:
        title = text[at:slash].strip(" .")
        yield Draft("gost", name, title, tuple(parts(text, slash + 2, end, stops=True)))
        return
    if not author and not re.match(r"(?:РГАНИ|АВП|РГАСПИ|ГАРФ|ЦХСД|РГВА)", text[start:]):
        return
    if not author:
        yield Draft("plain-gost", "", "", tuple(parts(text, start, end, stops=True)))
        return
    stop = re.compile(r"[.:]\s(?=(?:М|СПб|Л|[А-Я][а-я]+)\.?\s?:|дис|автореф)").search(
        shape, at, end
    )
    if stop:
        title = text[at : stop.start()].strip(" .")
        yield Draft("plain-gost", name, title, tuple(parts(text, stop.end(), end, stops=True)))
