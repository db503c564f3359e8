"""Web pages of other journals: the machine's summary apart from the author's words."""

import pytest
from reading import Seen, see_text

from converters.readers import READERS
from converters.seed import Seed

SUMMARY = "本文探讨中亚国家为何长期坚持多向外交,以及这一政策在不同国家之间的差异。"
SAID = "本文探讨中亚国家为何长期坚持多向外交，以及这一政策在不同国家之间的差异。"
ABSTRACT = "多向外交是中亚国家独立以来对外政策的基本特征。本文从历史与结构两个层面考察其演进。"


def page(*lines: str) -> Seen:
    return see_text("\n".join(lines) + "\n", "journal-web-summary")


def gone(seen: Seen) -> set[str]:
    return {one.reason for one in seen.document.removed}


def test_the_authors_abstract_is_not_the_summary() -> None:
    seen = page(
        "首页 期刊 论文 作者 登录",
        "俄罗斯研究",
        "2024年第2期 第15-30页",
        "中亚国家“多向外交”的演进与动力",
        "Evolution of the Multi-vector Diplomacy of Central Asian States",
        "李明1，王芳2*",
        "1. 华东师范大学俄罗斯研究中心；2. 上海外国语大学",
        "DOI: 10.3969/j.issn.1009-721X.2024.02.002",
        "浏览量：1203 下载量：456 被引：3",
        "PDF 导出引用 分享 收藏",
        f"摘要：{ABSTRACT}",
        "关键词：中亚；多向外交",
        "AI总结",
        "以下内容由大模型生成，请注意甄别。",
        "一、研究问题",
        SUMMARY,
        "二、主要观点",
        "（一）结构动力",
        "大国竞争为中亚国家提供了周旋空间。",
        "三、结论",
        "多向外交仍将延续。",
        "本期目录",
        "大国竞争与欧亚秩序的重塑",
        "张伟",
    )
    assert seen.fields == {
        "journal": "俄罗斯研究",
        "year": "2024",
        "issue": "2",
        "pages": "15-30",
        "title": "中亚国家“多向外交”的演进与动力",
        "authors": "李明；王芳",
        "affiliation": "1. 华东师范大学俄罗斯研究中心；2.上海外国语大学",
        "doi": "10.3969/j.issn.1009-721X.2024.02.002",
        "keywords": "中亚；多向外交",
    }
    assert seen.abstract == [ABSTRACT]
    assert seen.blocks == [
        "# AI总结",
        "## 一、研究问题",
        SAID,
        "## 二、主要观点",
        "### （一）结构动力",
        "大国竞争为中亚国家提供了周旋空间。",
        "## 三、结论",
        "多向外交仍将延续。",
    ]
    assert seen.endmatter == [
        "Evolution of the Multi-vector Diplomacy of Central Asian States",
        "以下内容由大模型生成，请注意甄别。",
    ]
    assert {"counter", "navigation", "label", "metadata-key"} <= gone(seen)


def test_labelled_data_and_an_abstract_below_the_summary() -> None:
    seen = page(
        "当前位置：首页 > 期刊导航 > 文章详情",
        "蒙古国“第三邻国”政策的新发展",
        "作者：乌兰图雅、Bat Erdene",
        "单位：内蒙古大学蒙古国研究中心",
        "刊名：东北亚论坛",
        "卷期：2023年第32卷第4期",
        "页码：45—58",
        "出版日期：2023-07-15",
        "智能摘要",
        "第一部分 政策缘起",
        SUMMARY,
        "近年来,生成式人工智能生成的虚假信息也影响了舆论。",
        "（以上摘要由人工智能自动生成，可能存在错误，不代表作者观点。）",
        "摘要",
        ABSTRACT,
        "Abstract: The policy is the core of Mongolia's foreign policy.",
    )
    assert seen.fields == {
        "title": "蒙古国“第三邻国”政策的新发展",
        "authors": "乌兰图雅；Bat Erdene",
        "affiliation": "内蒙古大学蒙古国研究中心",
        "journal": "东北亚论坛",
        "year": "2023",
        "volume": "32",
        "issue": "4",
        "pages": "45-58",
        "date": "2023-07-15",
    }
    assert seen.blocks == [
        "# 智能摘要",
        "## 第一部分政策缘起",
        SAID,
        "近年来，生成式人工智能生成的虚假信息也影响了舆论。",
    ]
    assert seen.abstract == [ABSTRACT]
    assert seen.endmatter[0].startswith("（以上摘要由人工智能")
    assert seen.endmatter[1].startswith("The policy")


def test_items_and_a_disclaimer_at_the_end_of_a_paragraph() -> None:
    seen = page(
        "上合组织扩员的制度逻辑",
        "陈晓东  刘洋",
        "【AI导读】" + SUMMARY,
        "研究问题：上合组织为何持续扩员？",
        "主要结论：",
        "• 扩员源于成员国利益的趋同",
        "• 制度弹性降低了扩员成本",
        "政策建议",
        "应推动对话。*本内容由AI模型提取,仅供学术参考。",
        "引用本文：陈晓东，刘洋. 上合组织扩员的制度逻辑[J]. 国际展望，2024，16(3)：55-72.",
        "相关文章",
        "欧亚经济联盟发展报告",
    )
    assert seen.fields == {"title": "上合组织扩员的制度逻辑", "authors": "陈晓东；刘洋"}
    assert seen.blocks == [
        "# 【AI导读】",
        SAID,
        "研究问题：上合组织为何持续扩员？",
        "主要结论：",
        "•扩员源于成员国利益的趋同",
        "•制度弹性降低了扩员成本",
        "## 政策建议",
        "应推动对话。",
    ]
    assert seen.endmatter[0] == "*本内容由AI模型提取，仅供学术参考。"
    assert seen.endmatter[1].startswith("引用本文：")
    assert len(seen.endmatter) == 2


@pytest.mark.parametrize(
    "line, year, volume, issue, pages",
    [
        ("2024, 33(2): 15-30", "2024", "33", "2", "15-30"),
        ("2024年第02期 第15—30页", "2024", "", "2", "15-30"),
        ("2025年 Vol.9 No.3", "2025", "9", "3", ""),
        ("第9卷 第3期（2025年） pp. 101-120", "2025", "9", "3", "101-120"),
        ("2024(05): 1-12", "2024", "", "5", "1-12"),
    ],
)
def test_the_issue_in_other_orders(
    line: str, year: str, volume: str, issue: str, pages: str
) -> None:
    seen = page("上合组织扩员的制度逻辑", "陈晓东", line, "AI 解读", SUMMARY)
    found = [seen.fields.get(name, "") for name in ("year", "volume", "issue", "pages")]
    assert found == [year, volume, issue, pages]


@pytest.mark.parametrize(
    "label", ["AI总结", "智能摘要", "AI 解读", "AI 导读", "一键总结", "文章概要（AI生成）"]
)
def test_other_labels_are_known(label: str) -> None:
    text = f"上合组织扩员的制度逻辑\n陈晓东\n{label}\n{SUMMARY}\n内容由AI生成，仅供参考\n"
    likeness = {name: reader.identify(Seed("x.txt", text, "")) for name, reader in READERS.items()}
    assert max(likeness, key=lambda name: likeness[name]) == "journal-web-summary"
    seen = see_text(text)
    assert seen.headings == [f"# {label.replace(' ', '')}"]
    assert seen.endmatter == ["内容由AI生成，仅供参考"]


@pytest.mark.parametrize(("length", "is_abstract"), [(15, True), (14, False)])
def test_a_line_below_an_abstract_that_is_as_short_as_a_button_is_none(
    length: int, is_abstract: bool
) -> None:
    line = "另一段文字说明研究方法与材料的来源"[:length]
    seen = page("上合组织扩员的制度逻辑", "陈晓东", "AI 解读", SUMMARY, "摘要", ABSTRACT, line)
    assert any(line in one for one in seen.abstract) is is_abstract
