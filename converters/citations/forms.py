"""What a form of citation is, and how the form of a citation is found.

A citation is read as a head (author and title) and its parts (parts.py). A form is a row of a
table: what the head looks like, which parts must and must not be there, the biblatex type, and
the fields that the parts without a name of their own fill. The first row that fits decides; the
rows stand in forms_zh.py, forms_en.py and forms_ru.py, each with an example.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from converters.citations import dates, locators
from converters.citations.model import Naming
from converters.citations.names import name_list
from converters.citations.parts import Part
from converters.text import HAN

#: How the title stands: 《…》, “…”, bare between commas, before `//` (GOST 7.0.5), or before a
#: type marker such as [J] (GB/T 7714).
Head = str


@dataclass(frozen=True, slots=True)
class Draft:
    """A citation taken apart, before its form is known."""

    head: Head
    author: str
    title: str
    parts: tuple[Part, ...]
    marker: str = ""

    def has(self, *kinds: str) -> bool:
        """Whether there is a part of each kind; `a|b` means either."""
        there = {part.kind for part in self.parts}
        return all(there & set(kind.split("|")) for kind in kinds)

    def texts(self) -> list[str]:
        """The parts without a name of their own."""
        return [part.text for part in self.parts if part.kind == "text" and part.text]

    def first(self, kind: str) -> str:
        """The text of the first part of a kind."""
        return next((part.text for part in self.parts if part.kind == kind), "")

    def date(self) -> str:
        """The ISO date, empty if none."""
        found = (part.fields["date"] for part in self.parts if "date" in part.fields)
        return next((iso for raw in found if (iso := dates.iso(raw))), "")

    @property
    def language(self) -> str:
        """`zh` if there is Han outside author and title, else by the script of the title."""
        tail = "".join(part.text for part in self.parts if part.kind != "url")
        if re.search(f"[{HAN}]", tail) or (not tail and re.search(f"[{HAN}]", self.title)):
            return "zh"
        if re.search(f"[{HAN}]", self.title):
            return "zh"
        return "ru" if re.search("[а-яА-Я]{3}", self.title + self.first("text")) else "en"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of citation.

    `heads`: how the title may stand. `needs`, `bars`: kinds of parts that must, must not be
    there. `texts`: the field of each unnamed part in order; one with `?` may be missing.
    `container`: the field of a 《…》 after the title. `when`: what no table can say.
    """

    name: str
    example: str
    type: str
    heads: str
    needs: Sequence[str] = ()
    bars: Sequence[str] = ()
    texts: Sequence[str] = ()
    container: str = ""
    language: str = ""
    when: Callable[[Draft], bool] | None = None
    extra: Mapping[str, str] = field(default_factory=dict)
    naming: Naming = "full"

    def fits(self, draft: Draft) -> bool:
        """Whether a citation has this form."""
        least = sum(1 for name in self.texts if not name.endswith("?"))
        return (
            draft.head in self.heads.split("|")
            and (not self.language or draft.language in self.language.split("|"))
            and draft.has(*self.needs)
            and not any(draft.has(kind) for kind in self.bars)
            and least <= len(draft.texts()) <= len(self.texts)
            and (bool(self.container) or not draft.has("container|quoted"))
            and (self.when is None or self.when(draft))
        )

    def texts_are_sound(self, draft: Draft) -> bool:
        """Whether the unnamed parts can be names of journals, presses, places or sites."""
        return all(
            len(text) <= (40 if re.search(f"[{HAN}]", text) else 200)
            and not re.search(r"[“”]|[是了]|认为|指出|表示|因为|所以", text)
            for text in draft.texts()
        )

    def fields(self, draft: Draft) -> tuple[dict[str, str], str | None]:
        """The biblatex fields of a citation of this form, and its pin-cite."""
        found: dict[str, str] = {}
        if author := name_list(draft.author):
            role = "editor" if _edited(draft.author) else "author"
            found[role] = author
        if draft.title:
            found["title"] = draft.title
        for name, text in zip(self.texts, draft.texts(), strict=False):
            found[name.rstrip("?")] = text
        if self.container and (inside := draft.first("container") or draft.first("quoted")):
            found[self.container] = inside
        locator: str | None = None
        for part in draft.parts:
            if part.kind == "locator":
                locator = locator or part.fields.get("pages") or part.text
            elif part.kind == "imprint":
                for name, value in imprint(part.text, self.type).items():
                    found.setdefault(name, value)
            else:
                for name, value in part.fields.items():
                    found.setdefault(name, value)
        return _settled(found, self, draft), locator


def _edited(author: str) -> bool:
    return bool(
        re.search(r"(?:主编|编选|编辑|编)(?:[）)])?$|,?\s\(?(?:eds?|Hrsg|ред)\.?\)?$", author)
    )


_OF_PUBLISHER = {"thesis": "institution", "report": "institution", "online": "organization"}


def _settled(found: dict[str, str], form: Form, draft: Draft) -> dict[str, str]:
    """Names as lists, dates as ISO, the publisher under the name that its type has for it."""
    for name in ("editor", "translator"):
        if name in found and "{" not in found[name] and ", " not in found[name]:
            found[name] = name_list(found[name])
    found.pop("date", None)
    if date := draft.date() or dates.iso(_imprint_date(draft)):
        found["date"] = date
    if "urldate" in found:
        found["urldate"] = dates.iso(found["urldate"])
    if form.type in _OF_PUBLISHER and "publisher" in found:
        found.setdefault(_OF_PUBLISHER[form.type], found.pop("publisher"))
    found.update(form.extra)
    if re.search(r"[\[［(（（](?:译|tr)", draft.author) or re.search(r"译$", draft.author):
        found["translator"] = found.pop("author", found.pop("editor", ""))
    return {name: value for name, value in found.items() if value}


def _imprint_date(draft: Draft) -> str:
    for part in draft.parts:
        if part.kind == "imprint" and (date := imprint(part.text, "book").get("date")):
            return date
    return ""


_IMPRINT_DATE = re.compile(rf"(?:^|[,，:：]\s?|\s)(?P<date>{dates.DATE})$")


def imprint(text: str, type_: str) -> dict[str, str]:
    """The fields of `(Place: Publisher, Year)`, of which any may be missing.

    Of a conference the bracket holds place and days instead.
    """
    found: dict[str, str] = {}
    rest = text.strip()
    if match := _IMPRINT_DATE.search(rest):
        found["date"] = match["date"]
        rest = rest[: match.start()].strip(" ,，:：")
    if type_ == "inproceedings" and "date" in found and len(dates.iso(found["date"])) > 7:
        found["eventdate"] = dates.iso(found["date"])
        return found | ({"venue": rest} if rest else {})
    place, colon, publisher = re.sub("：", ":", rest).partition(":")
    if colon:
        found |= {"location": place.strip(), "publisher": publisher.strip()}
    elif rest and "date" in found:
        found["publisher"] = rest
    return found


#: Nouns that make a title that of a law, a treaty or an official document.
LAW_HAN = r"(?:公约|条约|协定|协约|宪章|宪法|法|法典|法案|议定书|条例|盟约)"
DOCUMENT_HAN = (
    rf"(?:{LAW_HAN}|宣言|声明|公报|备忘录|战略|构想|概念|文件|纲要|纲领|学说|原则|承诺|报告|白皮书|蓝皮书|决议|决定|"
    r"措施|规划|计划|方案|指南|政策|章程|意见|办法|规定|通知|倡议|决议案|协议|协议书|路线图|指针|法令|命令|准则|咨文)"
)
_LAW = re.compile(
    r"\b(?:Treaty|Convention|Agreement|Act|Law|Constitution|Charter|Protocol|Covenant|Code|Pact|"
    r"Договор|Конвенция|Соглашение|Закон|Конституция|Устав|Хартия|Протокол)\b"
)
_DOCUMENT = re.compile(
    r"\b(?:Concept|Strategy|Doctrine|Declaration|Statement|Resolution|Report|Paper|Plan|Program|"
    r"Programme|Policy|Communiqu[eé]|Memorandum|Directive|Guidelines|Principles|Framework|Review|"
    r"Концепция|Стратегия|Доктрина|Декларация|Заявление|Резолюция|Доклад|План|Программа|Указ|"
    r"Постановление|Меморандум)\b"
)


def is_law(title: str) -> bool:
    """Whether a title is that of a law or treaty."""
    bare = re.sub(r"[（(].*?[）)]$", "", title)
    return bool(re.search(LAW_HAN + "$", bare)) or bool(_LAW.search(title))


def is_document(title: str) -> bool:
    """Whether a title is that of a law, treaty or official document."""
    bare = re.sub(r"[（(].*?[）)]$", "", title)
    return is_law(title) or bool(re.search(DOCUMENT_HAN + "$", bare) or _DOCUMENT.search(title))


def has_day(draft: Draft) -> bool:
    """Whether the date goes down to the day."""
    return len(draft.date()) >= 10


def has_bare_page(draft: Draft) -> bool:
    """Whether the last unnamed part is nothing but a page number."""
    texts = draft.texts()
    return bool(texts) and bool(re.fullmatch(locators.BARE, texts[-1]))
