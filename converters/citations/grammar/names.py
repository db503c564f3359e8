"""Names of authors as notes print them, to the name lists of BibTeX.

A person is `Surname, Given`; an institution, and a name whose order is not known, is a literal
in braces, which reference managers import as one field.
"""

import re
from collections.abc import Iterable, Iterator

from converters.characters import HAN
from converters.lexicon import pattern, words
from converters.surnames import COMPOUND, PINYIN, SINGLE

_INSTITUTION_HAN = re.compile(pattern("institutions", "citations", "ending") + "$")
_INSTITUTION = re.compile(rf"\b{pattern('institutions', 'citations', 'word')}\b")
_FUNCTION = re.compile(rf"\b{pattern('name_particles', 'citations', 'of-a-body')}\b")
_PARTICLES = words("name_particles", "citations", "particle")
_UP = "A-ZÀ-ÖØ-ÞА-ЯЁĀ-Ž"
_INITIALS = rf"[{_UP}]\.?(?:\s?-?[{_UP}]\.?){{0,3}}"
#: Two letters that stand for one of another alphabet: Ts. Batbayar.
_DIGRAPH = rf"[{_UP}][a-zа-я]\."
_NATION = re.compile(r"^(?:[\[［（(〔【][^\]］）)〕】]{1,6}[\]］）)〕】]\s*)+")
_EDITOR, _TRANSLATOR = ("editor", "editor-before-title"), "translator"
_HAN_GROUPS = ("author", *_EDITOR, _TRANSLATOR, "annotator")
#: Words after a list of names that tell what the people did.
ROLE_HAN = pattern("roles", "citations", _HAN_GROUPS)
_ROLE_WESTERN = pattern("roles", "citations", ("editor-abbreviated", "translator-abbreviated"))


def is_institution(name: str) -> bool:
    """Whether a name is that of a body, as far as its words tell."""
    name = name.strip()
    if re.search(f"[{HAN}]", name):
        return bool(_INSTITUTION_HAN.search(name)) and len(name) > 3
    if _INSTITUTION.search(name) or _FUNCTION.search(name):
        return True
    return bool(re.fullmatch(rf"[{_UP}\d&/-]{{2,}}", name) or re.search(r"[«»“”]", name))


def is_person(name: str) -> bool:
    """Whether a western name is a person's: two to five words, capitals, nothing of a body."""
    words = re.sub(r"^(?:and|&|и)\s", "", name.replace(",", "")).split()
    if not 1 < len(words) <= 5 or is_institution(name) or re.search(r"[\d:“”«»]", name):
        return False
    return all(re.match(rf"[{_UP}’']", word) or word.lower() in _PARTICLES for word in words)


def is_person_han(name: str) -> bool:
    """Whether a Chinese name begins with a surname and has the length of a person's."""
    return bool(re.fullmatch(f"[{HAN}]{{2,4}}", name)) and _split_han(name) is not None


def name_list(raw: str) -> str:
    """The BibTeX name list of people or bodies as a note prints them."""
    raw = re.sub(r"[{}]", "", raw)  # braces have a meaning in a name list
    raw = re.sub(r"^(?:and|&|и)\s", "", " ".join(raw.split()).strip(" ,，:：、"))
    raw = re.sub(r"(?<=\w{3})\.$", "", raw)
    if not raw:
        return ""
    if re.search(f"[{HAN}]", raw):
        return _list_han(raw)
    return _list_western(raw)


_ROLES = {
    word: role
    for role, groups in (("author", "author"), ("editor", _EDITOR), ("translator", _TRANSLATOR))
    for word in words("roles", "citations", groups)
}
_ROLE_AT_END = re.compile(ROLE_HAN + "$")
_WESTERN_ROLES = [
    (role, re.compile(rf",?\s\(?{pattern('roles', 'citations', f'{role}-abbreviated')}\.?\)?$"))
    for role in ("translator", "editor")
]
#: After a word that tells a role, other people may follow.
_NEXT_ROLE = re.compile(
    f"(?<=[{''.join(sorted({word[-1] for word in words('roles', 'citations', _HAN_GROUPS)}))}])"
    r"[，,、；;]\s?"
)


def by_role(raw: str) -> dict[str, str]:
    """Name lists by what the people did: 基辛格著，顾淑馨译 are an author and a translator.

    Names without a word for it go with those that follow, or are the author's.
    """
    found: dict[str, str] = {}
    waiting = ""
    for item in _NEXT_ROLE.split(raw.strip(" ,，:：")):
        role = _role(item.strip("）)"))
        waiting = f"{waiting}，{item}" if waiting else item
        if role and (names := name_list(waiting)):
            found[role] = f"{found[role]} and {names}" if role in found else names
            waiting = ""
    if waiting and (names := name_list(waiting)):
        found.setdefault("author", names)
    return found


def _role(item: str) -> str:
    """What a word at the end says that people did; the longest, as 著译 is no 译."""
    if found := _ROLE_AT_END.search(item):
        return _ROLES.get(found[0], "")
    return next((role for role, form in _WESTERN_ROLES if form.search(item)), "")


def name_parts(names: str) -> frozenset[str]:
    """All parts of the names of a BibTeX list, folded. Names are compared as sets of parts, as
    sources turn the order of Mongolian, Chinese and Hungarian names round; a Chinese name is one
    part, a transcribed one (亨利·基辛格) also each of its own."""
    found: set[str] = set()
    for name in names.split(" and "):
        bare = name.strip("{} ")
        if re.search(f"[{HAN}]", bare):
            found |= {bare.replace(", ", ""), *re.split("[·•]", bare.replace(", ", ""))}
        elif bare != "others":
            found |= {word.casefold() for word in re.findall(r"\w[\w’'-]+", bare)}
    return frozenset(found - {""})


def _list_han(raw: str) -> str:
    raw = re.sub(rf"[（(]?(?<!^){ROLE_HAN}[）)]?$", "", raw).strip(" ，,:：")
    others = bool(re.search(r"等$", raw))
    raw = re.sub(r"等$", "", raw)
    items = [item for item in re.split(r"[、，,;；]", raw) if item.strip()]
    people = [person for item in items for person in _split_and_han(item.strip())]
    names = [_han(person) for person in people]
    return " and ".join([*names, "others"] if others else names)


def _split_and_han(item: str) -> list[str]:
    """`张三和李四` is two people; `发展和改革委员会` is one body."""
    for word in ("和", "与", "及"):
        left, found, right = item.partition(word)
        if found and is_person_han(left) and is_person_han(right):
            return [left, right]
    return [item]


def _han(name: str) -> str:
    bare = _NATION.sub("", name)
    if bare == name and not is_institution(name) and (parts := _split_han(name)):
        return f"{parts[0]}, {parts[1]}"
    return f"{{{bare}}}"


def _split_han(name: str) -> tuple[str, str] | None:
    if not re.fullmatch(f"[{HAN}]{{2,4}}", name):
        return None
    if name[:2] in COMPOUND and len(name) > 2:
        return name[:2], name[2:]
    if name[0] in SINGLE and len(name) < 4:
        return name[0], name[1:]
    return None


def _list_western(raw: str) -> str:
    raw = re.sub(r"\s*\([^)]*\)", "", raw)  # (Mongolia), (ed.)
    raw = re.sub(rf",?\s*\b{_ROLE_WESTERN}\.?$", "", raw).strip(" ,")
    others = bool(re.search(r"\b(?:et al|и др|u\. a)\b\.?$", raw))
    raw = re.sub(r",?\s*(?:and others|et al|и др)\.?$", "", raw).strip(" ,")
    if is_institution(raw) and not re.search(r",|\band [A-Z]+$", raw):
        names = [f"{{{raw}}}"]
    else:
        raw = re.sub(r",\s*(Jr|Sr|II|III)\b\.?", r"~\1", raw)
        items = re.split(r"\s*(?:[,;]\s*(?:and|&|и)\s|[,;]|\band\b|\s&\s|\sи\s)\s*", raw)
        names = [_western(item) for item in _upright(items)]
    return " and ".join([*names, "others"] if others else names)


def _upright(items: Iterable[str]) -> Iterator[str]:
    """`Johnston` and `A. I.` after a comma are one name."""
    waiting = ""
    for item in filter(None, (item.strip() for item in items)):
        if waiting and re.fullmatch(
            rf"(?:[{_UP}][a-zа-я]?\.\s?-?){{0,2}}[{_UP}][a-zа-я]?\.?", item
        ):
            yield f"{waiting} {item}"
            waiting = ""
            continue
        if waiting:
            yield waiting
        waiting = item
    if waiting:
        yield waiting


def _western(name: str) -> str:
    name = name.strip().replace("~", " ")
    if is_institution(name):
        return f"{{{name}}}"
    words = name.split()
    if len(words) == 1:
        return name
    if re.fullmatch(f"{_INITIALS}|{_DIGRAPH}", "".join(words[1:])) and not re.fullmatch(
        _INITIALS, words[0]
    ):
        return f"{words[0]}, {_spaced(''.join(words[1:]))}"  # Родионов В.А
    capitals = [w for w in words if len(w) > 2 and w.isupper()]
    if len(capitals) == 1 and not re.search(r"\.", capitals[0]):
        given = " ".join(w for w in words if w != capitals[0])
        return f"{capitals[0].title()}, {given}"  # Алишер МАКСУДОВ
    if len(words) == 2 and words[0] in PINYIN and words[1] not in PINYIN and _is_pinyin(words[1]):
        return f"{words[0]}, {words[1]}"  # Pan Guang
    cut = next((n for n, w in enumerate(words) if n and w in _PARTICLES), len(words) - 1)
    if words[-1] in ("Jr", "Jr.", "Sr", "Sr.", "II", "III") and len(words) > 2:
        return f"{words[-2]}, {words[-1]}, {' '.join(words[:-2])}"
    return f"{' '.join(words[cut:])}, {_spaced(' '.join(words[:cut]))}"


def _spaced(given: str) -> str:
    """Initials with their stops and a space between them; other names as they are."""
    if re.fullmatch(_INITIALS, given):
        letters = re.findall(rf"-?[{_UP}]", given)
        return re.sub(r" -", "-", " ".join(f"{letter}." for letter in letters))
    return given


_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ao|an|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|"
    r"un|uo|üe|a|e|i|o|u|ü|v)"
)


def _is_pinyin(word: str) -> bool:
    left = word.lower().replace("-", "")
    count = 0
    while left and (match := _SYLLABLE.match(left)):
        left, count = left[match.end() :], count + 1
    return not left and count <= 2
