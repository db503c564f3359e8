"""The texts of seeds 000, 002 and 004, from the web: what a careful reader finds in them."""

import re

from five_texts import real
from reading import Seen, see

from converters.model import Emphasis, Heading


def headings(seen: Seen) -> list[tuple[int, str, str]]:
    """Level, number and words of each heading."""
    return [
        (b.level, b.number.string, b.text.string)
        for b in seen.document.body
        if isinstance(b, Heading)
    ]


def emphasised(seen: Seen) -> list[str]:
    """The words that the text sets off."""
    return [
        block.text.string[mark.start : mark.end]
        for block in seen.document.body
        for mark in block.text.marks
        if isinstance(mark.what, Emphasis)
    ]


def test_000_is_a_summary_under_its_label() -> None:
    seen = see(real("000"))
    document = seen.document
    assert document.derivation == "machine-summary"
    assert not document.abstract
    assert len(seen.paragraphs) == 6
    assert headings(seen) == [
        (1, "", "AI摘要"),
        (2, "一", "北约同蒙古国确立“全球伙伴关系”的历程"),
        (2, "二", "蒙古国对北约的战略接近"),
        (2, "三", "蒙古国参与北约的合作倡议和计划"),
        (2, "四", "蒙古国在北约“全球伙伴关系”中的发展空间"),
        (2, "", "结语"),
    ]
    assert seen.fields == {
        "title": "蒙古国同北约“全球伙伴关系”发展的动因及前景分析",
        "authors": "李超",
        "journal": "区域国别学刊",
        "date": "2025-06-12",
        "year": "2025",
        "volume": "9",
        "issue": "3",
    }
    (disclaimer,) = document.endmatter
    assert disclaimer.text.string.startswith("*以上内容由AI自动生成，内容仅供参考。")
    text = "".join(seen.paragraphs)
    assert not re.search(r"[,:()]", text)  # 89 + 3 + 6 + 6 marks became full-width
    assert "《北约2030：团结面对新时代》" in text


def test_002_is_clipped_out_of_its_page() -> None:
    seen = see(real("002"))
    document = seen.document
    assert document.derivation == "translation"
    assert len(seen.paragraphs) == 35
    assert [title for _, _, title in headings(seen)] == [
        "软权力抱负与主权妥协的碰撞",
        "叛逃者危机",
        "经济依赖：韩国影响力的枷锁",
        "前进之路：迈向原则性实用主义",
        "结论",
    ]
    found = seen.fields
    assert found["standfirst"].startswith("蒙古试图在朝鲜和韩国之间保持中立桥梁的地位，")
    assert found["title"] == "蒙古的逃亡者困境：应对朝鲜半岛的分裂"
    assert found["original_title"] == "Mongolia’s Defector Dilemma: Navigating the Korea Divide"
    assert (found["original_container"], found["original_date"]) == ("The Diplomat", "2025-11-04")
    assert "date" not in found  # the dates of the page belong to other items
    (note,) = document.endmatter
    assert note.text.string == (
        "这篇文章以《蒙古的逃亡者困境：应对朝鲜半岛的分裂》（Mongolia’s Defector Dilemma: "
        "Navigating the Korea Divide）为题，于2025年11月4日发表在《外交家》（The Diplomat）杂志上。"
    )
    whole = "".join([found["standfirst"], *seen.paragraphs, *(t for _, _, t in headings(seen))])
    assert " " not in whole
    assert "扎米兰·博尔德-额尔德尼" in whole
    assert "尼亚姆-奥索尔·乌赫拉" in whole
    assert "・" not in whole
    assert "2024-2025年" in whole
    assert "5000名" in whole


def test_004_is_in_three_voices() -> None:
    seen = see(real("004"))
    document = seen.document
    assert document.derivation == "republication"
    assert len(document.introduction) == 2
    assert document.introduction[-1].text.string.endswith("仅代表作者本人观点。")
    assert len(seen.paragraphs) == 45
    assert headings(seen) == [
        (1, "01", "“后苏联空间”的战略定位"),
        (1, "02", "俄罗斯对外安全视线下的哈萨克斯坦"),
        (1, "03", "俄哈之间存在的三种安全模式"),
        (2, "（一）", "集体安全（collective security）"),
        (2, "（二）", "共同安全（Common Security）"),
        (2, "（三）", "合作安全（Cooperative security）"),
        (1, "04", "俄哈之间安全模式的评估：共性、分歧、希望"),
        (1, "05", "假设：俄哈战略关系——俄语世界的“美加关系”"),
        (1, "06", "结论"),
    ]
    runs = emphasised(seen)
    assert len(runs) == 55
    assert all(run == run.strip() and run for run in runs)
    text = "".join(seen.paragraphs)
    assert "*" not in text
    assert "\\" not in text
    assert "（Palme Commission）" in text
    assert "措施》，文件中明确指出" in text
    assert "安全环境。因此，这种安全结构" in text
    assert any(p.startswith("1. 梳理俄哈关系") for p in seen.paragraphs)
    assert any(p.startswith("2. 通过“后苏联空间”") for p in seen.paragraphs)
    assert [p.text.string for p in document.endmatter] == [
        "排版|云琪布日",
        "本文章来源于“欧亚系统科学研究会”",
        "文章观点不代表本平台观点",
    ]
    found = seen.fields
    assert (found["authors"], found["journal"], found["year"], found["issue"]) == (
        "郑润宇",
        "俄罗斯研究",
        "2011",
        "5",
    )
    assert found["republication_date"] == "2022-01-12"
