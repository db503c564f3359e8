"""Words that point back instead of naming a work: ibid., op. cit., 同上, там же."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from converters.characters import HAN
from converters.citations.grammar import locators
from converters.citations.grammar.names import name_list
from converters.citations.model import Citation, Naming
from converters.lexicon import pattern

_VOLUME = r"(?:(?:[Vv]ol\.?\s?\d+|第.{1,3}[卷册])[,，]?\s?)?"
_P = rf"(?:\s?[,，、:：.]?\s?(?P<locator>{_VOLUME}{locators.LOCATOR}))?"
_BARE = rf"(?:\s?[,，、:：.]?\s?(?P<locator>{_VOLUME}{locators.LOCATOR}|{locators.BARE}))?"
_NUMBER = r"(?:[①-⑳]|[\[［〔（(]?\d+[\]］〕）)]?)"
_MARKS = {chr(0x2460 + n): str(n + 1) for n in range(20)}
_IBID, _CITED = (pattern("pointers", "citations", group) for group in ("ibid", "cited"))
_HAN_NAME = rf"(?P<author>[{HAN}·、等〔〕\[\]（）A-Za-zА-яЁё.\- ]{{2,30}}?)"


@dataclass(frozen=True, slots=True)
class Pointer:
    """A form that points back, with an example; named groups are what it tells."""

    name: str
    example: str
    pattern: re.Pattern[str]


def _pointer(name: str, example: str, *pattern: str) -> Pointer:
    return Pointer(name, example, re.compile("".join(pattern)))


POINTERS = (
    _pointer(
        "zh-same-note",
        "同前注③，第5页。",
        rf"(?:{_HAN_NAME}[：:，,]\s?)?(?:同|见|参见)?(?:前|上|本页)?(?:脚注|注释|注)第?",
        rf"(?P<note>{_NUMBER})(?:[，,]?[{HAN}]{{0,6}}?(?:书|文|引书|引文))?",
        r"(?:[，,]?《(?P<title>[^》]+)》)?" + _P,
    ),
    _pointer(
        "zh-ibid",
        "同上，第3—5页。",
        rf"{_IBID}(?:书|文|注)?",
        _P,
    ),
    _pointer(
        "zh-cited-work",
        "许海云：前引书，第60页。",
        rf"(?:{_HAN_NAME}[：:，,]?\s?)?{_CITED}(?:书|文|著|注)?",
        r"(?:[，,]?《(?P<title>[^》]+)》)?" + _P,
    ),
    _pointer(
        "zh-work-of",
        "前引于洪洋等文，第100页。",
        rf"{_CITED}\s?{_HAN_NAME}\s?(?:引?[书文]|著作?)",
        _P,
    ),
    _pointer("en-ibid", "Ibid., p. 5.", r"(?:[Ii]bid(?:em)?|IBID|[Ii]d|[Ii]dem)\.?", _BARE),
    _pointer(
        "en-opcit",
        "Campi, op. cit., p. 52.",
        r"(?:(?P<author>[^,，“”]{2,60}?),?\s)?(?:[Oo]p\.?\s?[Cc]it|[Ll]oc\.?\s?[Cc]it)\.?",
        _BARE,
    ),
    _pointer(
        "en-supra",
        "Campi, supra note 5, p. 52.",
        r"(?:(?P<author>[^,，“”]{2,60}?),\s)?(?:(?:[Ss]ee\s)?(?:supra\s)?(?:note|n\.|fn\.)\s",
        r"(?P<note>\d+)(?:\sabove)?|supra)",
        _BARE,
    ),
    _pointer("ru-ibid", "Там же. С. 106.", r"[Тт]ам\sже", _P),
    _pointer(
        "ru-opcit",
        "Родионов В.А. Указ. соч. С. 106.",
        r"(?:(?P<author>[А-ЯЁ][^“”«»/]{2,40}?)[.,]?\s)?[Уу]каз\.\s?(?:соч|раб|ст)\.?",
        _P,
    ),
)

#: Forms that mean the work cited last.
IBID = ("zh-ibid", "en-ibid", "ru-ibid")


def pointer(text: str, start: int, end: int) -> Iterator[Citation]:
    """The citation that text[start:end] is, if all of it points back."""
    for form in POINTERS:
        # The stop of an abbreviation (Ibid.) is one of its letters, also at the end of a note.
        stop = end + 1 if text[end : end + 1] == "." and form.name[:2] == "en" else end
        match = form.pattern.fullmatch(text, start, stop) or form.pattern.fullmatch(
            text, start, end
        )
        if not match:
            continue
        found = match.groupdict()
        fields = {}
        if author := name_list(found.get("author") or ""):
            fields["author"] = author
        if title := found.get("title"):
            fields["title"] = title
        note = found.get("note") or ""
        note = _MARKS.get(note, re.sub(r"\D", "", note))
        naming: Naming = "ibid" if form.name in IBID and not note else "short"
        yield Citation(
            form.name, start, match.end(), "", fields, found.get("locator"), naming, note
        )
        return
