"""The head of an archived article: who wrote it, where it first stood, who introduces it."""

import pytest
from reading import Seen, see_text, show

from converters.readers.common.reader import Hints

KIND = "social-archive-markdown"
YAML = (
    "---\ntitle: 甲国的道路\ndate: 2023-05-08 09:30\nauthor: 丝路观察\ntags: ['甲', '乙']\n---\n\n"
)
BODY = "\n\n中亚国家正在推动能源转型，成效显著。\n"


def read(text: str, line: int | None = None) -> Seen:
    return see_text(YAML + text, KIND, Hints(body_line=line))


def introduction(seen: Seen) -> list[str]:
    return [show(one.text) for one in seen.document.introduction]


@pytest.mark.parametrize(
    ("line", "authors", "affiliation"),
    [
        ("**作者简介：王晓泉，中国社会科学院研究员。**", "王晓泉", "中国社会科学院研究员"),
        (" **作者** **：** 王晓泉", "王晓泉", None),
        ("文/王明", "王明", None),
        ("文｜王明 李红", "王明；李红", None),
        ("作者 | 王明 北京大学国际关系学院", "王明", "北京大学国际关系学院"),
        ("作者：王明（北京大学教授）", "王明", "北京大学教授"),
        ("**作者简介**\n\n王明，北京大学教授。", "王明", "北京大学教授"),
        (
            "作者简介：王明，北京大学教授；李红，外交学院副教授。",
            "王明；李红",
            "北京大学教授；李红，外交学院副教授",
        ),
        ("王明 李红", "王明；李红", None),
        ("某报记者 王明", "王明", None),
    ],
)
def test_the_named_author_is_the_author(line: str, authors: str, affiliation: str | None) -> None:
    seen = read(line + BODY)
    assert seen.fields["authors"] == authors
    assert seen.fields.get("affiliation") == affiliation
    assert seen.fields["republisher"] == "丝路观察"
    assert seen.blocks == ["中亚国家正在推动能源转型，成效显著。"]
    assert seen.document.derivation == "republication"


@pytest.mark.parametrize(
    ("head", "affiliation"),
    [
        ("王明\n\n吉林省社科院", "吉林省社科院"),
        ("作者：王明\n\n北京大学国际关系学院", "北京大学国际关系学院"),
        ("文/王明\n\n某某智库研究员", "某某智库研究员"),
        ("王明 北京大学", "北京大学"),
        ("王明（北京大学国际关系学院教授）", "北京大学国际关系学院教授"),
        ("王明，北京大学教授。", "北京大学教授"),
        ("王明\n\n作者单位：北京大学", "北京大学"),
        ("王明\n\n单位：吉林省社會科學院", "吉林省社會科學院"),
        ("作者：北京大学 王明", "北京大学"),
    ],
)
def test_an_institution_beside_the_author_is_the_authors(head: str, affiliation: str) -> None:
    seen = read(head + BODY)
    assert (seen.fields["authors"], seen.fields["affiliation"]) == ("王明", affiliation)
    assert "journal" not in seen.fields
    assert seen.blocks == [BODY.strip()]


def test_a_label_of_institutions_makes_nobody_an_author() -> None:
    seen = read("作者单位：北京大学" + BODY)
    assert (seen.fields["authors"], seen.fields["affiliation"]) == ("丝路观察", "北京大学")


@pytest.mark.parametrize("line", ["北京大学的改革正在进行", "北京大学，国际关系"])
def test_a_line_that_only_speaks_of_an_institution_is_text(line: str) -> None:
    assert read("文/王明\n\n" + line + BODY).blocks == [line, BODY.strip()]


def test_an_account_that_nobody_else_is_named_beside_is_the_author() -> None:
    seen = read(BODY)
    assert seen.fields["authors"] == "丝路观察"
    assert seen.document.derivation == "original"


def test_an_author_who_keeps_the_account_is_no_republisher() -> None:
    seen = read("作者：丝路观察" + BODY)
    assert seen.fields["authors"] == "丝路观察"
    assert "republisher" not in seen.fields


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**文章来源：《俄罗斯研究》2022年第6期。**", ("俄罗斯研究", "2022", None, "6", None)),
        ("来源 | 《俄罗斯研究》，2011年第5期", ("俄罗斯研究", "2011", None, "5", None)),
        ("原载：《学刊》2020年第3卷第2期，第12—30页", ("学刊", "2020", "3", "2", "12-30")),
        ("原文刊于《学刊》（双月刊）2020年第2期", ("学刊", "2020", None, "2", None)),
        ("**来源：**2020年第2期《学刊》", ("学刊", "2020", None, "2", None)),
    ],
)
def test_the_source_gives_the_journal(line: str, expected: tuple[str | None, ...]) -> None:
    seen = read(line + BODY)
    names = ("journal", "year", "volume", "issue", "pages")
    assert tuple(seen.fields.get(name) for name in names) == expected
    assert not seen.endmatter


def test_a_source_that_says_more_stays_after_the_text() -> None:
    line = "来源：王明：《甲国论》，《学刊》2020年第2期，注释从略"
    seen = read(line + BODY)
    assert seen.endmatter == [line]
    assert (seen.fields["journal"], seen.fields["issue"]) == ("学刊", "2")


@pytest.mark.parametrize(
    "text",
    [
        "**摘 要：** 甲国很大。\n\n**关键词：**甲；乙",
        "**内容提要**\n\n甲国很大。\n\n关键词：甲；乙",
        "【摘　要】甲国很大。\n【关键词】甲；乙",
        "摘要：甲国很大。\n关键词：甲 乙",
    ],
)
def test_abstract_and_keywords(text: str) -> None:
    seen = read(text + BODY)
    assert seen.abstract == ["甲国很大。"]
    assert seen.fields["keywords"] == "甲；乙"
    assert seen.blocks == ["中亚国家正在推动能源转型，成效显著。"]


def test_statements_after_an_introduction_are_none_of_it_and_end_it() -> None:
    seen = read(
        "**编者按**\n\n本号转载此文。\n\n**作者简介：王明，某大学教授。**\n\n**摘要：**短。" + BODY
    )
    assert introduction(seen) == ["本号转载此文。"]
    assert (seen.fields["authors"], seen.abstract) == ("王明", ["短。"])
    assert seen.blocks == ["中亚国家正在推动能源转型，成效显著。"]
    assert not seen.codes


@pytest.mark.parametrize("sign", ["---", "* * *", "**正文**", "【正文】", "\n\n\n\n\n"])
def test_signs_that_end_an_introduction(sign: str) -> None:
    seen = read(f"编者按：甲按。\n\n乙按。\n\n{sign}{BODY}")
    assert introduction(seen) == ["甲按。", "乙按。"]
    assert seen.blocks == ["中亚国家正在推动能源转型，成效显著。"]
    assert not seen.codes


def test_an_introduction_whose_end_nobody_can_tell_is_in_doubt() -> None:
    text = "编者按：甲按。\n\n乙文。\n\n丙文。\n"
    seen = read(text)
    assert introduction(seen) == ["甲按。"]
    assert seen.blocks == ["乙文。", "丙文。"]
    assert seen.codes == ["introduction-end-doubt"]
    assert "[reading] body_line" in seen.document.messages[0].hint
    told = read(text, YAML.count("\n") + 5)
    assert introduction(told) == ["甲按。", "乙文。"]
    assert not told.codes


def test_paragraphs_above_the_first_heading_may_be_the_articles_own() -> None:
    assert read("编者按：甲按。\n\n乙文。\n\n**一、丙**" + BODY).codes == ["introduction-end-doubt"]
    assert not read("编者按：甲按。\n\n**一、丙**" + BODY).codes


def test_title_subtitle_caption_and_date() -> None:
    seen = read(
        "# 甲国的道路\n\n——以乙为例\n\n2023-05-08 09:30\n\n![](a.png)\n\n图片来源：新华社" + BODY
    )
    assert seen.fields["subtitle"] == "——以乙为例"
    assert seen.fields["caption"] == "图片来源：新华社"
    assert seen.fields["republication_date"] == "2023-05-08"
    reasons = {one.reason for one in seen.document.removed}
    assert {"repeated", "date-of-page", "image"} <= reasons
    assert seen.blocks == ["中亚国家正在推动能源转型，成效显著。"]


def test_a_paragraph_below_an_image_is_no_caption() -> None:
    assert read("![](a.png)\n\n甲国很大。" + BODY).blocks[0] == "甲国很大。"


def test_a_list_of_tags_and_unknown_keys() -> None:
    seen = see_text(f"---\ntitle: 甲\ntags:\n  - 乙\n  - 丙\nid: 77\n---\n{BODY}", KIND)
    assert seen.fields["tags"] == "乙；丙"
    assert "site-code" in {one.reason for one in seen.document.removed}
