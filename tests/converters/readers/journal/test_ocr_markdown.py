"""Journal articles as recognised Markdown: what a reader must get, from sources of many kinds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import see_text

from converters.model import Emphasis, Span
from converters.readers.common.reader import Hints
from converters.seed import Correction

KIND = "journal-ocr-markdown"


ARTICLE = """\
# 韧性建设的限度^{*}

张 雪  李 四

**【摘要】** 韧性是一个概念。

【关键词】 韧性；联盟

一、问题的提出

克里米亚危机以来，韧性议程得到空前强调，甚至被评估为“集体防御的核心

^{*} 本文为阶段成果。

[1] NATO, “Resilience,” March 30, 2016, <https://www.nato.int/a_b>.

要素”。^[1] 北约在时隔12年出台的文件中强调韧性。^[2]

第二段没有注释，它在这一页结束。

[1] Jamie Shea, *Core Element*, 2016.

[2] 许海云：《冷战》，第59页。

五、结语

结论是明确的。

【责任编辑：母耕源】
"""


def one_page_later(text: str) -> str:
    """Put the first note of the first page where its call is."""
    return text.replace("[1] NATO", "[1] NATO", 1).replace("甚至被", "甚至^[1]被", 1)


def test_a_small_article() -> None:
    seen = see_text(one_page_later(ARTICLE), KIND, Hints(first_page=7))
    assert seen.fields["title"] == "韧性建设的限度"
    assert seen.fields["authors"] == "张雪；李四"
    assert seen.fields["keywords"] == "韧性；联盟"
    assert seen.abstract == ["|7!|韧性是一个概念。"]
    assert seen.blocks == [
        "# 一、问题的提出",
        "克里米亚危机以来，韧性议程得到空前强调，甚至[n7-1]被评估为“集体防御的核心"
        "|8|要素”。[n8-1]北约在时隔12年出台的文件中强调韧性。[n8-2]",
        "第二段没有注释，它在这一页结束。",
        "# 五、|9|结语",
        "结论是明确的。",
    ]
    assert seen.notes == {
        "n7-star": "本文为阶段成果。",
        "n7-1": "NATO, “Resilience,” March 30, 2016, https://www.nato.int/a_b.",
        "n8-1": "Jamie Shea, Core Element, 2016.",
        "n8-2": "许海云：《冷战》，第59页。",
    }
    assert seen.codes == []


def test_a_page_without_notes_is_seen_by_the_sentence_it_cuts() -> None:
    text = one_page_later(ARTICLE).replace(
        "结论是明确的。", "结论在这里被一个没有注释的页尾切\n\n成两半，但仍是一段。"
    )
    seen = see_text(text, KIND)
    assert seen.paragraphs[-1] == "结论在这里被一个没有注释的页尾切|4|成两半，但仍是一段。"


def test_a_colon_before_a_list_ends_a_paragraph_and_no_page() -> None:
    text = one_page_later(ARTICLE).replace(
        "结论是明确的。", "结论有二：\n\n（1）第一点；\n\n（2）第二点。"
    )
    seen = see_text(text, KIND)
    assert seen.paragraphs[-3:] == ["结论有二：", "（1）第一点；", "（2）第二点。"]
    assert seen.pages == ["1!", "2", "3"]


def test_a_body_line_that_begins_with_a_mark_is_no_note() -> None:
    text = (
        one_page_later(ARTICLE)
        .replace("要素”。^[1] 北约", "^[1] 北约")
        .replace("核心\n", "核心”。\n")
    )
    seen = see_text(text, KIND)
    assert "[n2-1]北约在时隔12年" in "".join(seen.paragraphs)
    assert seen.codes == ["page-numbers-missing"]


def test_a_note_of_several_paragraphs() -> None:
    text = one_page_later(ARTICLE).replace(
        "Element*, 2016.\n", "Element*, 2016.\n\n此书影响很大，但也有争议。\n"
    )
    assert (
        see_text(text, KIND).notes["n2-1"]
        == "Jamie Shea, Core Element, 2016.此书影响很大，但也有争议。"
    )
    last = one_page_later(ARTICLE).replace(
        "第59页。\n", "第59页。\n\n参见李四：《韧性》，第3页。\n"
    )
    assert (
        see_text(last, KIND).notes["n2-2"]
        == "许海云：《冷战》，第59页。参见李四：《韧性》，第3页。"
    )


def test_orphans_are_told_and_nothing_is_lost() -> None:
    lost = see_text(one_page_later(ARTICLE).replace("韧性。^[2]", "韧性。"), KIND)
    assert "note-orphan-body" in lost.codes and "n2-2" in lost.notes
    more = see_text(one_page_later(ARTICLE).replace("第二段", "第二段^[3]"), KIND)
    assert "note-orphan-mark" in more.codes
    assert any("第二段^[3]没有" in one for one in more.paragraphs)


def test_an_emendation_can_mend_a_mark() -> None:
    text = one_page_later(ARTICLE).replace("韧性。^[2]", "韧性。^[l]")
    at = text.index("^[l]")
    seen = see_text(text, KIND, None, Correction(Span(at, at + 4), "^[2]", "emendation-1"))
    assert "强调韧性。[n2-2]" in seen.paragraphs[0]


def test_emphasis_of_the_text_and_escaped_signs() -> None:
    text = one_page_later(ARTICLE).replace("第二段没有", r"**第二段**\*没有\_")
    seen = see_text(text, KIND)
    (paragraph,) = [b for b in seen.document.body if b.text.string.startswith("第二段")]
    assert paragraph.text.string.startswith("第二段*没有_注释")
    (mark,) = [m for m in paragraph.text.marks if isinstance(m.what, Emphasis)]
    assert (mark.start, mark.end, mark.what) == (0, 3, Emphasis("strong"))


def test_headings_by_markdown_alone_take_their_level_from_it() -> None:
    text = one_page_later(ARTICLE).replace("一、问题的提出", "## 理论与问题\n\n### 概念")
    text = text.replace("五、结语", "## 结语")
    seen = see_text(text, KIND)
    assert seen.headings == ["# 理论与问题", "## 概念", "# |3|结语"]


def test_a_heading_can_call_a_note() -> None:
    text = (
        one_page_later(ARTICLE).replace("甚至^[1]被", "甚至被").replace("的提出\n", "的提出^[1]\n")
    )
    seen = see_text(text, KIND)
    assert seen.headings[0] == "# 一、问题的提出[n1-1]"


@pytest.mark.parametrize(
    "label",
    ["【摘要】", "**摘 要：**", "〔提 要〕", "# 摘要\n\n", "[摘要]", "摘要：", "【内容提要】"],
)
def test_labels_of_the_abstract(label: str) -> None:
    seen = see_text(ARTICLE.replace("**【摘要】** ", label), KIND)
    assert seen.abstract == ["|1!|韧性是一个概念。"]
    assert seen.fields["keywords"] == "韧性；联盟"


def test_several_statements_on_one_line() -> None:
    text = ARTICLE.replace(
        "【关键词】 韧性；联盟",
        "【关键词】 韧性；联盟\n\n中图分类号：D8　文献标识码：A　"
        "文章编号：1000-6052(2020)03-0012-03",
    )
    seen = see_text(text, KIND)
    assert seen.fields["clc"] == "D8"
    assert seen.fields["document_code"] == "A"
    assert seen.fields["issn"] == "1000-6052"
    assert seen.fields["pages"] == "12-14"
    assert seen.pages == ["12!", "13", "14"]


def test_a_page_count_that_does_not_agree_is_told() -> None:
    text = ARTICLE.replace("【关键词】", "文章编号：1000-6052(2020)03-0012-09\n\n【关键词】")
    assert "page-count-differs" in see_text(text, KIND).codes


def test_an_article_without_front_matter_and_notes() -> None:
    text = "第一段是一个句子。\n\n第二段也是。\n"
    seen = see_text(text, KIND)
    assert seen.paragraphs == ["第一段是一个句子。", "第二段也是。"]
    assert seen.document.note_marks == ""
    assert seen.fields == {}


def test_endnotes_under_a_heading() -> None:
    text = "# 题名在此\n\n第一段。^[1]\n\n第二段。^[2]\n\n## 注释\n\n[1] 子。\n\n[2] 丑。\n"
    seen = see_text(text, KIND)
    assert seen.notes == {"n-1": "子。", "n-2": "丑。"}
    assert seen.paragraphs == ["第一段。[n-1]", "第二段。[n-2]"]
    assert seen.headings == []


def test_what_looks_like_markup_is_kept_where_it_is_none() -> None:
    text = one_page_later(ARTICLE).replace("第二段", "2*3*4与a_b_c及$5和<b的第二段")
    assert any("2*3*4与a_b_c及$5和<b的第二段" in one for one in see_text(text, KIND).paragraphs)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [*ARTICLE.splitlines(), "", "", "---", "^{*}", "[1]", "**", "![](a)", "119"]
        ),
        max_size=30,
    )
)
def test_whatever_stands_in_a_seed_nothing_is_lost(lines: list[str]) -> None:
    """`see` balances the ledger, however the lines are shuffled."""
    see_text("\n".join(lines), KIND)


@pytest.mark.parametrize(
    "text",
    ["**1**\n〔提要〕", "**作品简介**", "**草原走廊的研究**\n\n正文一句。", "***王明***\n\n甲。"],
)
def test_bold_type_at_the_end_of_a_title_is_no_asterisk_note(text: str) -> None:
    seen = see_text(text, KIND)
    assert not [code for code in seen.codes if code.startswith("note-")]
