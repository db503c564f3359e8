"""The parts of a document from blocks that know their roles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from converters.dates import first_iso
from converters.model import Block as Part
from converters.model import Field, Heading, Paragraph, Removal, Text
from converters.readers.social_archive.head import byline
from converters.readers.social_archive.headings import levels, parts
from converters.readers.social_archive.items import Item
from converters.readers.social_archive.rich import Composer
from converters.readers.social_archive.statements import cut, implied, removals, stated

_AUTHOR = re.compile(r"[（(]?(?:本文|文章)?作者[:：]?([\u4e00-\u9fff]{2,3})(?=系|为|是)")


@dataclass
class Assembly:
    """A document while its parts are put together."""

    composer: Composer
    fields: list[Field]
    above: Sequence[Field]  # those of the front matter
    removed: list[Removal] = field(default_factory=list)
    abstract: list[Paragraph] = field(default_factory=list)
    introduction: list[Part] = field(default_factory=list)
    body: list[Part] = field(default_factory=list)
    endmatter: list[Paragraph] = field(default_factory=list)
    number: Text = field(default_factory=Text)

    def read(self, items: Sequence[Item]) -> None:
        shapes = [one.shape for one in items if one.shape]
        depths = iter(levels(shapes))
        for item in items:
            match item.role:
                case "note":
                    pass
                case "paragraph":
                    self._add(item, Paragraph(self._words(item)))
                case "heading":
                    self._add(item, self._heading(item, next(depths)))
                case "number":
                    self.number = self.composer.text(item.block, emphasis=False)
                case "abstract":
                    self.abstract.append(Paragraph(self._words(item)))
                case "endmatter":
                    self._keep(item)
                case "statement":
                    self._state(item)
                case "title" | "subtitle" | "caption" | "authors" | "date-of-page":
                    self._field(item)
                case reason:
                    self.composer.remove(item.block, reason)
        if self.number:
            self.body.append(Paragraph(self.number))

    def _add(self, item: Item, part: Part) -> None:
        if self.number:  # no title came: it is text after all
            number, self.number = self.number, Text()
            self.body.append(Paragraph(number))
        (self.introduction if item.introduces else self.body).append(part)

    def _words(self, item: Item) -> Text:
        """The words of a block without the label before them."""
        text = self.composer.text(item.block)
        if not item.label or not item.label.words:
            return text
        at = _after_label(text.string, item.block.string[: item.label.words])
        label, words = cut(text, at)
        self.removed += removals(label, "label")
        return words

    def _heading(self, item: Item, level: int) -> Heading:
        text = self.composer.text(item.block, emphasis=False)
        number, self.number = self.number, Text()
        if number:
            return Heading(text, level, number)
        found = parts(text.string)
        (low, high), (start, end) = found.number, found.title
        low, high = (low, high) if low < high else (0, 0)
        before, number, between, title, after = cut(text, low, high, start, end)
        for sign in (before, between, after):
            self.removed += removals(sign, "mark-up")
        return Heading(title, level, number)

    def _keep(self, item: Item) -> None:
        text = self.composer.text(item.block)
        self.endmatter.append(Paragraph(text))
        known = {one.name for one in self.fields}
        if (found := _AUTHOR.match(text.string)) and not self._named():
            self.fields.append(Field("authors", Text(), found[1]))
        if re.search(r"来源|[刊载]于?|首发|发表|转载自|摘自|选自", text.string[:12]):
            self.fields += [one for one in implied(text.string) if one.name not in known]

    def _named(self) -> bool:
        """Whether the text names its author, which the front matter may not do."""
        return any(one.name == "authors" and one not in self.above for one in self.fields)

    def _state(self, item: Item) -> None:
        assert item.label
        text = self.composer.text(item.block, emphasis=False)
        own = [one for one in self.fields if one not in self.above or one.name != "authors"]
        found = stated(text, item.block.string, item.label, own)
        known = {one.name for one in own}
        if found.kept:
            self.endmatter.append(Paragraph(text))
            self.fields += [one for one in found.fields if one.name not in known]
        else:
            self.fields += found.fields
            self.removed += found.removed

    def _field(self, item: Item) -> None:
        name = item.role
        if name == "date-of-page":
            if any(one.name == "republication_date" for one in self.fields):
                self.composer.remove(item.block, name)
                return
            name = "republication_date"
        text = self.composer.text(item.block, emphasis=False)
        value = text.string
        if name == "authors":
            value = "；".join(byline(item.block.string))
        elif name == "republication_date":
            value = first_iso(value) or value
        self.fields.append(Field(name, text, value))

    def settled(self) -> list[Field]:
        """The fields. Where the text names its author, the archive's author is the account."""
        accounts = [one for one in self.fields if one in self.above and one.name == "authors"]
        named = [one for one in self.fields if one.name == "authors" and one not in accounts]
        if not accounts or not named:
            return self.fields
        account = accounts[0]
        if account.value in {one.value for one in named}:
            self.removed += removals(account.text, "repeated")
            return [one for one in self.fields if one is not account]
        if any(one.name == "republisher" for one in self.fields):
            self.removed += removals(account.text, "site-code")
            return [one for one in self.fields if one is not account]
        renamed = replace(account, name="republisher")
        return [renamed if one is account else one for one in self.fields]


def _after_label(string: str, before: str) -> int:
    """Where the words after a label begin in its text, whose blanks may be others."""
    count = len("".join(before.split()))
    at = 0
    while at < len(string) and (count or string[at].isspace()):
        count -= not string[at].isspace()
        at += 1
    return at
