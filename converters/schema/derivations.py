"""Whose words a text is: its author's, or made from them by republishing, translating, summing up.

The axis that TEI P5 calls *derivation* (15.2.1, `<derivation>`: “the nature and extent of
originality of this text”), beside the genre of what it derives from. One row a derivation.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Fact(StrEnum):
    """What may be true of a text: a sentence about it is printed only where its fact is."""

    NOTES_BY_PAGE = "notes-by-page"  # their printed numbers begin anew on each marked page
    NO_NOTES = "no-notes"
    PAGES = "pages"  # the places where original pages begin are marked in the text
    INTRODUCTION = "introduction"  # in the voice of a republisher
    ENDMATTER = "endmatter"
    DATED = "dated"  # the day of republication is known


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a part of one, with the facts that it needs; all of them must be true.

    Blanks: {genre} {noun} {original} {venue} of the genre; {article}, the first publication in
    words; {authors}; {translated}, the work that was translated; {date} of the republication;
    {label}, what the page itself calls a summary.
    """

    text: str
    needs: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivationTerms:
    """What a page, its cite box and reference managers say of texts of one derivation.

    `claim` stands in bold before the first paragraph of `statements`. `authored`: whether the text
    is cited under the authors of the original; `is_web`: whether machines are told of it as a web
    page, for it is itself no publication. `remark` is part of the title of the edition's text, so
    that no reference manager can lose it. `signed` is the row of translations that name who
    translated.
    """

    label: str = ""  # the badge; "" where the genre's own label is it
    claim: tuple[Sentence, ...]
    statements: tuple[tuple[Sentence, ...], ...]
    advice: str = ""  # "" where the genre's own advice holds
    original: str = ""  # as the cite box names the original; "" where the genre's name holds
    reproduced: str = ""  # as it names the publication that the edition reproduces
    edition: str = "本版"  # as it names the text in this edition
    remark: str = ""
    authored: bool = True
    is_web: bool = False
    signed: "DerivationTerms | None" = None


#: What a summary is called whose page gives it no label.
SUMMARY_LABEL = "机器摘要"
_APART = "不是{authors}的文字，与正文分开排印。"


_SIGNED = DerivationTerms(
    label="译文",
    claim=(Sentence("中文译文。"),),
    statements=(
        (Sentence("原文为{translated}。"),),
        (Sentence("引用内容须以原文为据；本文只可作为译文引用。译文未与原文核对。"),),
    ),
    advice="内容请引原文{venue}；本文为译文，引用其文字须注明译者。",
    original="原文{venue}",
    reproduced="所据译文",
    edition="本版（译文）",
    is_web=True,
)
_UNSIGNED = replace(
    _SIGNED,
    claim=(Sentence("中文译文，译者未署名。"),),
    statements=(
        (Sentence("原文为{translated}。"),),
        (Sentence("引用内容须以原文为据；本文只可作为未署名译文引用。译文未与原文核对。"),),
    ),
    advice="内容请引原文{venue}；本文只能作为未署名译文引用，不得视为原作者的文字。",
    edition="本版（未署名译文）",
    remark="未署名中译",
    authored=False,
    signed=_SIGNED,
)


class Derivation(StrEnum):
    """A derivation: its value stands in records and front matter, its `terms` say the rest."""

    terms: DerivationTerms

    def __new__(cls, value: str, terms: DerivationTerms | None = None) -> "Derivation":
        member = str.__new__(cls, value)
        member._value_ = value
        if terms is not None:
            member.terms = terms
        return member

    ORIGINAL = (
        "original",
        DerivationTerms(
            claim=(Sentence("{genre}。"),),
            statements=(
                (Sentence("{article}。"),),
                (
                    Sentence("注释依{original}逐页编号，本版另编连续序号；", (Fact.NOTES_BY_PAGE,)),
                    Sentence("{original}页码以页标注于文中。", (Fact.PAGES,)),
                ),
            ),
        ),
    )
    REPUBLICATION = (
        "republication",
        DerivationTerms(
            label="转载",
            claim=(Sentence("{genre}的转载文本。"),),
            statements=(
                (
                    Sentence("{original}：{article}"),
                    Sentence("；转载于{date}", (Fact.DATED,)),
                    Sentence("。本版据转载文本排印，未与{original}核对。"),
                ),
                (
                    Sentence("文中有不同的声音：导读", (Fact.INTRODUCTION,)),
                    Sentence("与篇末附记", (Fact.INTRODUCTION, Fact.ENDMATTER)),
                    Sentence("出自转载者，" + _APART, (Fact.INTRODUCTION,)),
                ),
                (
                    Sentence(
                        "转载文本没有注释；{original}如有注释，已不在本来源之内。",
                        (Fact.NO_NOTES,),
                    ),
                ),
            ),
            advice="文章按{original}年份引用；本版所据为转载文本，核对引文请查{original}。",
            reproduced="所据转载",
        ),
    )
    TRANSLATION = "translation", _UNSIGNED
    MACHINE_SUMMARY = (
        "machine-summary",
        DerivationTerms(
            label="机器摘要",
            claim=(Sentence("机器生成的摘要，不是{noun}。"),),
            statements=(
                (
                    Sentence(
                        "以下文字由网页的“{label}”功能自动生成，不是{authors}的文字，"
                        "其中任何一句都不得作为{authors}的论述引用。"
                    ),
                ),
                (
                    Sentence(
                        "所摘{noun}为{article}。{noun}的正文、注释、页码均不在本来源之内；"
                        "论点须引{noun}本身，本页只可作为“{label}”引用。"
                    ),
                ),
            ),
            advice=(
                "这是机器生成的摘要，不是{noun}，其中文字不得作为原作者的话引用。"
                "引用论点请查阅并引用{noun}原文。"
            ),
            original="{noun}原文（引用论点）",
            edition="本摘要（机器生成，无作者）",
            remark="{label}（机器生成）",
            authored=False,
            is_web=True,
        ),
    )
