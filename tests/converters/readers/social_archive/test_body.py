"""The text of an archived article: headings, emphasis, links, notes, and what follows it."""

import pytest
from reading import Seen, see_text

from converters.model import Emphasis

KIND = "social-archive-markdown"
YAML = "---\ntitle: 甲国的道路\nauthor: 丝路观察\n---\n\n"
LONG = "中亚国家正在推动能源转型，成效显著。"


def read(text: str) -> Seen:
    return see_text(YAML + text, KIND)


def emphasised(seen: Seen) -> list[tuple[str, str]]:
    return [
        (mark.what.style, block.text.string[mark.start : mark.end])
        for block in seen.document.body
        for mark in block.text.marks
        if isinstance(mark.what, Emphasis)
    ]


def removed(seen: Seen, text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    source = YAML + text
    for one in seen.document.removed:
        found.setdefault(one.reason, []).append(source[one.span.start : one.span.end])
    return found


@pytest.mark.parametrize(
    ("source", "number", "title"),
    [
        ("**01 | 道路**", "01", "道路"),
        ("**PART 01**\n\n**道路**", "PART 01", "道路"),
        ("一\n\n **道路**", "一", "道路"),
        ("一、道路", "一、", "道路"),
        ("## 道路", "", "道路"),
        ("## 一、**道路**", "一、", "道路"),
        ("▍道路", "", "道路"),
        ("【道路】", "", "道路"),
        ("**道路**", "", "道路"),
        ("<strong>道路</strong>", "", "道路"),
        ("结语", "", "结语"),
    ],
)
def test_headings(source: str, number: str, title: str) -> None:
    (heading, paragraph) = read(f"{source}\n\n{LONG}\n").document.body
    assert heading.text.string == title
    assert getattr(heading, "number", None).string == number  # type: ignore[union-attr]
    assert getattr(heading, "level", None) == 1
    assert paragraph.text.string == LONG


def test_levels_have_no_gaps() -> None:
    seen = read(
        f"**一、甲**\n\n{LONG}\n\n**1. 乙**\n\n{LONG}\n\n1\\. 丙\n\n{LONG}\n\n**丁**\n\n{LONG}"
        f"\n\n**二、戊**\n\n{LONG}\n\n**（一）己**\n\n{LONG}\n"
    )
    assert seen.headings == [
        "# 一、甲", "### 1.乙", "### 1.丙", "#### 丁", "# 二、戊", "## （一）己",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [
        "**这一判断是全文的关键，不可不察。**",
        "**为什么是中亚？**",
        "1. 甲\n\n2. 乙\n\n3. 丙",
        "▲ 图1 甲国的外贸",
        "> **道路**",
    ],
)
def test_what_is_no_heading(source: str) -> None:
    assert not read(f"{LONG}\n\n{source}\n\n{LONG}\n").headings


def test_emphasis_in_every_writing() -> None:
    seen = read(
        "甲**乙\n丙**丁__戊__己*庚*辛***壬***癸<b>子</b>丑\\*寅2*3*4卯a_b_c。\n"
        "\n甲**乙** **丙**。\n"
    )
    assert seen.blocks[0] == "甲乙丙丁戊己庚辛壬癸子丑*寅2*3*4卯a_b_c。"
    assert emphasised(seen) == [
        ("strong", "乙丙"), ("strong", "戊"), ("emphasis", "庚"), ("strong", "壬"),
        ("emphasis", "壬"), ("strong", "子"), ("strong", "乙丙"),
    ]  # fmt: skip
    assert not seen.codes


def test_a_bold_sign_without_partner_is_told() -> None:
    assert read(f"{LONG}**甲。\n").codes == ["bold-unpaired"]


def test_links_keep_their_words_and_html_goes() -> None:
    text = (
        "见[中亚](http://a.b/c_(d))与[**咸海**][1]，<https://e.f/g>。"
        "<span style='x'>水</span>&nbsp;。"
        "<br>\n<script>留</script>\n\n<section>\n\n[1]: http://x.y/z\n"
    )
    seen = read(text)
    assert seen.blocks == ["见中亚与咸海，https://e.f/g。水。<script>留</script>"]
    assert "](http://a.b/c_(d))" in removed(seen, text)["mark-up"]
    assert "[1]: http://x.y/z" in removed(seen, text)["mark-up"]


def test_an_entity_for_a_letter_is_told() -> None:
    seen = read("甲&ldquo;乙&rdquo;。\n")
    assert seen.blocks == ["甲&ldquo;乙&rdquo;。"]
    assert seen.codes == ["entity-unknown"]


def test_html_paragraphs_and_quotes_are_paragraphs() -> None:
    seen = read("<p>甲甲。</p><p>乙乙。</p>\n\n> 丙丙，\n> 丁丁。\n戊戊。\n")
    assert seen.blocks == ["甲甲。", "乙乙。", "丙丙，丁丁。", "戊戊。"]


@pytest.mark.parametrize(
    ("calls", "bodies", "marks"),
    [
        (("[1]", "[2]"), ("[1] 甲书。", "[2] 乙书。"), "bracketed"),
        (("［1］", "［2］"), ("［1］甲书。", "［2］乙书。"), "bracketed"),
        (("①", "②"), ("① 甲书。", "② 乙书。"), "circled"),
        (("\\[1\\]", "\\[2\\]"), ("\\[1\\] 甲书。", "\\[2\\] 乙书。"), "bracketed"),
        (("[^1]", "[^2]"), ("[^1]: 甲书。", "[^2]: 乙书。"), "bracketed"),
        (
            ("[[1]](#_ftn1)", "[[2]](#_ftn2)"),
            ("[[1]](#r1) 甲书。", "[[2]](#r2) 乙书。"),
            "bracketed",
        ),
        (("<sup>1</sup>", "<sup>2</sup>"), ("1. 甲书。", "2. 乙书。"), "bracketed"),
    ],
)
@pytest.mark.parametrize("head", ["**注释**\n\n", "参考文献：\n\n", "注：\n", ""])
@pytest.mark.parametrize("glue", ["\n", "\n\n"])
def test_notes(
    calls: tuple[str, str], bodies: tuple[str, str], marks: str, head: str, glue: str
) -> None:
    seen = read(
        f"甲甲{calls[0]}。\n\n**乙乙{calls[1]}，丙丙。**\n\n{head}{glue.join(bodies)}\n\n编辑：丁\n"
    )
    assert seen.blocks == ["甲甲[n-1]。", "乙乙[n-2]，丙丙。"]
    assert seen.notes == {"n-1": "甲书。", "n-2": "乙书。"}
    assert seen.document.note_marks == marks
    assert seen.endmatter == ["编辑：丁"]
    assert not seen.codes


def test_orphans_and_marks_that_come_again() -> None:
    seen = read("甲[1]。乙[1]。丙[7]。\n\n注释\n\n[1] 甲书。\n\n[2] 乙书。\n")
    assert seen.blocks == ["甲[n-1]。乙[n-1]。丙[7]。"]
    assert seen.codes == ["note-orphan-mark", "note-orphan-body"]


def test_a_mark_whose_note_the_archive_lost_is_told() -> None:
    seen = read("甲国很大。[1]\n")
    assert seen.blocks == ["甲国很大。[1]"]
    assert seen.codes == ["note-orphan-mark"]


def test_references_that_nothing_calls_stay_after_the_text() -> None:
    seen = read(
        f"{LONG}\n\n**参考文献**\n\n[1] 王明：《甲》，某出版社，2001年。"
        "\n\n[2] 李红：《乙》，2002年。\n"
    )
    assert seen.blocks == [LONG]
    assert not seen.notes
    assert seen.endmatter == [
        "参考文献", "[1]王明：《甲》，某出版社，2001年。", "[2]李红：《乙》，2002年。",
    ]  # fmt: skip


TAIL = """\

---

**往期回顾**

[俄乌冲突](http://mp.weixin.qq.com/s?a=b)

上合组织的未来

编辑：小李 审核：老张

本文仅代表作者个人观点

![](qr.png)

长按识别二维码关注我们

喜欢就点个**在看**吧

阅读 10万+

预览时标签不可点

微信扫一扫
关注该公众号

继续滑动看下一个
"""


def test_what_follows_is_no_text() -> None:
    seen = read(LONG + "\n" + TAIL)
    assert seen.blocks == [LONG]
    assert seen.endmatter == ["编辑：小李", "审核：老张", "本文仅代表作者个人观点"]
    gone = removed(seen, LONG + "\n" + TAIL)
    assert "阅读 10万+" in gone["counter"]
    assert "[俄乌冲突](http://mp.weixin.qq.com/s?a=b)" in gone["navigation"]
    assert "上合组织的未来" in gone["navigation"]
    assert "喜欢就点个**在看**吧" in gone["navigation"]


@pytest.mark.parametrize(
    "last",
    [
        "未经联合国授权的行动不具有合法性，各国应当慎重。",
        "作者认为，这一政策是成功的，各大学都在研究。",
        "这并不代表俄罗斯的立场已经改变，各方观点不一。",
        "中方欢迎各国关注中亚的发展。",
    ],
)
def test_a_last_paragraph_is_text(last: str) -> None:
    assert read(f"{LONG}\n\n{last}\n").blocks == [LONG, last]


def test_where_it_first_stood_is_known_from_the_last_line() -> None:
    seen = read(f"{LONG}\n\n（作者王明系某大学教授）\n\n本文原载《学刊》2020年第2期，注释从略。\n")
    assert seen.blocks == [LONG]
    assert seen.fields["authors"] == "王明"
    assert (seen.fields["journal"], seen.fields["year"], seen.fields["issue"]) == (
        "学刊",
        "2020",
        "2",
    )
    assert len(seen.endmatter) == 2
