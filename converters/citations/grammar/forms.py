"""What a form of citation is, and how the form of a citation is found.

A citation is read as a head (author and title) and its parts (parts.py). A form is a row of a
table: how the title stands, which parts must and must not be there, the biblatex type, and the
fields that the unnamed parts fill. The first row that fits decides; the rows stand in
forms_zh.py, forms_en.py, forms_ru.py and forms_gbt.py, each with an example.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from converters import dates
from converters.characters import HAN
from converters.citations.grammar.draft import Draft
from converters.citations.grammar.imprint import imprint
from converters.citations.grammar.names import by_role, name_list
from converters.citations.grammar.numerals import arabic
from converters.citations.model import Naming
from converters.lexicon import pattern


@dataclass(frozen=True, slots=True)
class Form:
    """One form of citation.

    `heads`: how the title may stand (`a|b`). `needs`, `bars`: kinds of parts that must, must not
    be there. `texts`: the field of each unnamed part in order; with `?` it may be missing; the
    same field twice is joined. `container`: the field of a title after the title. `title`: the
    field of the title itself. `when`: what no table can say.
    """

    name: str
    example: str
    type: str
    heads: str
    needs: Sequence[str] = ()
    bars: Sequence[str] = ()
    texts: Sequence[str] = ()
    container: str = ""
    title: str = "title"
    language: str = ""
    when: Callable[[Draft], bool] | None = None
    extra: Mapping[str, str] = field(default_factory=dict)
    naming: Naming = "full"

    def fits(self, draft: Draft) -> bool:
        """Whether a citation has this form."""
        if draft.head not in self.heads.split("|"):
            return False
        least = sum(not name.endswith("?") for name in self.texts)
        return (
            (not self.language or draft.language in self.language.split("|"))
            and draft.has(*self.needs)
            and not any(draft.has(kind) for kind in self.bars)
            and least <= len(draft.texts()) <= len(self.texts)
            and (bool(self.container) or not draft.has("container|quoted"))
            and all(_is_name(text) for text in draft.texts())
            and (self.when is None or self.when(draft))
        )

    def read(self, draft: Draft) -> tuple[dict[str, str], str | None]:
        """The biblatex fields of a citation of this form, and its pin-cite."""
        found = by_role(draft.author)
        if draft.title:
            found[self.title] = draft.title
        serial = draft.parts[0].text if draft.parts else ""
        if serial in _SERIAL and self.type == "article":
            found[self.title] += serial  # 题名（上） and 题名（下） are two works
        for name, text in zip(self.texts, draft.texts(), strict=False):
            key = name.rstrip("?")
            value = name_list(text) if key in _RESPONSIBLE else text
            found[key] = f"{found[key]}. {value}" if key in found else value
        if self.container and (inside := draft.first("container") or draft.first("quoted")):
            found[self.container] = inside
        locators = []
        for part in draft.parts:
            is_serial = self.type == "article" and part.text in _SERIAL
            fields = {} if is_serial else dict(part.fields)
            if part.kind == "locator":
                locators.append(fields.pop("pages", part.text))
            elif part.kind == "imprint":
                fields = imprint(part.text, self.type)
                if re.fullmatch(r"\d{1,3}", part.text):
                    locators.append(part.text)
            if part.kind == "place" and self.type in ("unpublished", "inproceedings"):
                fields = {"venue": fields["location"]}
            if self.extra.get("entrysubtype") == "newspaper" and "edition" in fields:
                locators.append(fields.pop("edition"))
            for name, printed in fields.items():
                value = name_list(printed) if name in _RESPONSIBLE else printed
                if name == "library" and name in found:
                    found[name] += f"，{value}" if draft.language == "zh" else f", {value}"
                else:
                    found.setdefault(name, value)
        locator = "，".join(locators) if draft.language == "zh" else ", ".join(locators)
        return self._settled(found, draft), locator or None

    def _settled(self, found: dict[str, str], draft: Draft) -> dict[str, str]:
        """Dates as ISO, the publisher under the name its type has for it."""
        printed = found.pop("date", "")
        if date := draft.date() or dates.iso(printed):
            found["date"] = date
        if "eventdate" in found:  # the days of the meeting; of the volume only the year is known
            found["date"] = found["eventdate"][:4]
        if "urldate" in found:
            found["urldate"] = dates.iso(found["urldate"])
        for name in ("volume", "number"):
            if name in found:
                found[name] = arabic(found[name])
        if (body := _BODY.get(self.type)) and "publisher" in found:
            found.setdefault(body, found.pop("publisher"))
        if event := found.get("eventtitle"):
            found["eventtitle"] = re.sub(r"^[“\"]([^”\"]+)$", r"\1", event)
        found.update(self.extra)
        return {name: value for name, value in found.items() if value}


_SERIAL = ("（上）", "（中）", "（下）", "(上)", "(中)", "(下)")
#: Fields whose parts are names.
_RESPONSIBLE = ("editor", "translator")
#: What the publisher of a type is called.
_BODY = {"thesis": "institution", "report": "institution", "online": "organization"}


_IN_SENTENCES = re.compile(f"[“”]|{pattern('sentence_words', 'citations', 'no-publication')}")
#: A longer part is a sentence, no name of a journal, press, place or site. The longest of our
#: texts' notes has 9 characters in Chinese, 62 in other languages.
_LONGEST_NAME_HAN, _LONGEST_NAME = 40, 200


def _is_name(text: str) -> bool:
    """Whether an unnamed part can be the name of a journal, a press, a place or a site."""
    most = _LONGEST_NAME_HAN if re.search(f"[{HAN}]", text) else _LONGEST_NAME
    return len(text) <= most and not _IN_SENTENCES.search(text)
