"""The readers of web texts: documents of each kind."""

from converters.ledger import balance
from converters.model import Document, Emphasis, Heading, Paragraph
from converters.readers import reader_for
from converters.readers.common.reader import Hints
from converters.seed import Seed


def read(source: str, hints: Hints | None = None) -> Document:
    seed = Seed("x.txt", source, "")
    document = reader_for(seed).read(seed, hints or Hints())
    balance(seed, document)
    return document


def fields(document: Document) -> dict[str, str]:
    return {field.name: field.value for field in document.fields}


def paragraphs(document: Document) -> list[str]:
    return [b.text.string for b in document.body if isinstance(b, Paragraph)]


def headings(document: Document) -> list[tuple[int, str, str]]:
    return [
        (b.level, b.number.string, b.text.string) for b in document.body if isinstance(b, Heading)
    ]


def emphasised(document: Document) -> list[str]:
    return [
        block.text.string[mark.start : mark.end]
        for block in document.body
        for mark in block.text.marks
        if isinstance(mark.what, Emphasis)
    ]


SUMMARY = """\
首页 > 期刊 > 国际论坛
国际论坛 | 更新时间：2024-03-02
中亚水资源治理的困境与出路
王明 陈丽   作者信息 & 出版信息
国际论坛   ·   2024年3月1日   ·   2024年 26卷 第2期
12 3(CNKI)
分享

AI摘要

本文分析了中亚五国的水资源(尤其是跨界河流)问题,认为GDP增长2.5%以下的国家,能力有限。

1 背景

咸海危机延续至今.联合国教科文组织(UNESCO)曾两次介入;效果有限。

结论

合作是唯一出路。

*以上内容由AI自动生成，内容仅供参考。

展开
"""


def test_another_summary_reads_as_well() -> None:
    document = read(SUMMARY)
    assert document.derivation == "machine-summary"
    assert fields(document) == {
        "title": "中亚水资源治理的困境与出路",
        "authors": "王明；陈丽",
        "journal": "国际论坛",
        "date": "2024-03-01",
        "year": "2024",
        "volume": "26",
        "issue": "2",
    }
    assert headings(document) == [(1, "", "AI摘要"), (2, "1", "背景"), (2, "", "结论")]
    assert paragraphs(document) == [
        "本文分析了中亚五国的水资源（尤其是跨界河流）问题，认为GDP增长2.5%以下的国家，能力有限。",
        "咸海危机延续至今。联合国教科文组织（UNESCO）曾两次介入；效果有限。",
        "合作是唯一出路。",
    ]


def test_crlf_line_ends_change_nothing() -> None:
    assert paragraphs(read(SUMMARY.replace("\n", "\r\n"))) == paragraphs(read(SUMMARY))


CLIP = """\
Нүүр хуудас
2025 оны 3-р сарын 2

蒙古国的铁路与中俄走廊
作者：巴特尔
2025-03-01 10:20
蒙古正在寻找一条通往海洋的道路,而铁路是关键。
多年以来,乌兰巴托一直希望通过 “草原之路” 计划连接中国与俄罗斯,并以此降低对单一口岸的依赖。\
2014 年三国元首会晤后,这一计划获得了新的动力,但资金问题始终没有解决。
轨距之争
俄罗斯使用 1520 毫米轨距,中国使用 1435 毫米轨距。争论不休 —— 有人认为宽轨更安全。
“我们不能两边都得罪,” 一位官员说。
本文原载《经济学人》(The Economist)2025年2月20日，题为《草原铁路》(Railways of the Steppe)。

Сэтгэгдэл бичих
2025 оны 3-р сарын 4
2025 оны 3-р сарын 5
"""


def test_another_clip_reads_as_well() -> None:
    document = read(CLIP)
    found = fields(document)
    assert found["title"] == "蒙古国的铁路与中俄走廊"
    assert found["authors"] == "巴特尔"
    assert found["republication_date"] == "2025-03-01"  # the original has its own
    assert found["original_title"] == "Railways of the Steppe"
    assert found["original_container"] == "The Economist"
    assert found["original_date"] == "2025-02-20"
    assert headings(document) == [(1, "", "轨距之争")]
    assert paragraphs(document)[-2:] == [
        "俄罗斯使用1520毫米轨距，中国使用1435毫米轨距。争论不休——有人认为宽轨更安全。",
        "“我们不能两边都得罪，”一位官员说。",
    ]
    assert len(document.endmatter) == 1


ARCHIVE = """\
---
title: "上合组织的扩员与转型"
date: 2023-07-05 08:00:00
author: 某某研究
tags: ['上合组织', '扩员']
---

# 上合组织的扩员与转型

原创 某某研究 某某研究

![](/images/1.png)

 **作者** ：李四，某大学国际关系学院教授。

**来源：** 《世界经济与政治》2022年第10期。

 **编者按**

2023年7月4日，伊朗正式成为
**上合组织第九个成员国**
。本刊特转发此文。

  

**一、问题的提出**

上合组织成立二十余年来，
**成员国数量不断增加**，其影响力也在上升。<script>alert(1)</script>

> 引自《上海精神》。

**（一）扩员的动力**

第一，**安全需求**；第二，*经济合作*。

**二、结论**

需要新的**治理规则**；**一个没有结束的粗体。

编辑：王五

本文仅代表作者个人观点
"""


def test_another_archive_reads_as_well() -> None:
    document = read(ARCHIVE)
    found = fields(document)
    assert found["title"] == "上合组织的扩员与转型"
    assert found["authors"] == "李四"
    assert found["affiliation"] == "某大学国际关系学院教授"
    assert found["republisher"] == "某某研究"
    assert (found["journal"], found["year"], found["issue"]) == ("世界经济与政治", "2022", "10")
    assert [b.text.string for b in document.introduction] == [
        "2023年7月4日，伊朗正式成为上合组织第九个成员国。本刊特转发此文。"
    ]
    assert headings(document) == [
        (1, "一、", "问题的提出"),
        (2, "（一）", "扩员的动力"),
        (1, "二、", "结论"),
    ]
    assert emphasised(document) == ["成员国数量不断增加", "安全需求", "经济合作", "治理规则"]
    assert paragraphs(document)[0].endswith("<script>alert(1)</script>")
    assert paragraphs(document)[-1] == "需要新的治理规则；一个没有结束的粗体。"
    assert [m.code for m in document.messages] == ["bold-unpaired"]
    assert [p.text.string for p in document.endmatter] == ["编辑：王五", "本文仅代表作者个人观点"]


def test_the_record_can_say_where_the_text_begins() -> None:
    line = ARCHIVE[: ARCHIVE.index("**一、")].count("\n") + 1
    moved = ARCHIVE.replace("  \n\n**一、问题的提出**", "\n\n一段没有标题的正文开头。")
    document = read(moved, Hints(body_line=line))
    assert len(document.introduction) == 1
    assert paragraphs(document)[0] == "一段没有标题的正文开头。"
