"""Journal articles as PDF text: what a reader must get, from print of many kinds."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import see_text

from converters.model import Span
from converters.readers.common.reader import Hints
from converters.seed import Correction

KIND = "journal-pdf-text"
FIRST = Hints(first_page=71)


FRONT = """\
俄罗斯研究              2015年第1期（总第191期）

缘何蒙古国未加入组织*
——以对外战略为中心

李  超   杨  恕

【内容提要】无论从哪个角度看，蒙古国加入组织都
值得期待。这些因素导致蒙古国对此并不积极。
【关键词】蒙古国 观察员国  成员国
【作者简介】李超，大学博士生；杨恕，大学教授。
中图分类号：D851.2　文献标识码：A　文章编号：1009-721X(2015)01-0071-02
"""
PAGE_1 = """\
　　自蒙古国于2004年成为组织首个观察员国后，外界
对于蒙古国成为组织成员就颇为期待。①一方面，蒙古
国在成为首个观察员国后，相当广泛地参与到该组织各
* 本文系国家社科基金项目“中亚研究”（12BGJ001）的阶段性成果。
① ИА «Забинфо», 2006年6月14日。
"""
PAGE_2 = """\
个领域的活动中。
　　另一方面，尽管组织内部在扩员问题上并未达成一
致，但就蒙古国加入问题却少有争议。①
　　这是最后一段的文字，它只是为了让版面有三个缩进
的段落而写的。（责任编辑：杨立）
① 王成娟：《当代蒙古国外交政策研究》，博士学位论
文，2011年，第29页。
"""


def test_front_matter_becomes_fields() -> None:
    seen = see_text(f"{FRONT}{PAGE_1}\f{PAGE_2}", KIND)
    assert seen.fields == {
        "journal": "俄罗斯研究",
        "year": "2015",
        "issue": "1",
        "authors": "李超；杨恕",
        "title": "缘何蒙古国未加入组织",
        "subtitle": "——以对外战略为中心",
        "keywords": "蒙古国；观察员国；成员国",
        "affiliation": "李超，大学博士生；杨恕，大学教授。",
        "clc": "D851.2",
        "document_code": "A",
        "article_id": "1009-721X(2015)01-0071-02",
        "issn": "1009-721X",
        "pages": "71-72",
        "editor": "杨立",
    }
    assert seen.abstract == [
        "|71!|无论从哪个角度看，蒙古国加入组织都值得期待。这些因素导致蒙古国对此并不积极。"
    ]
    assert seen.pages == ["71!", "72"]
    assert seen.codes == []


def test_an_asterisk_note_hangs_on_the_title() -> None:
    seen = see_text(f"{FRONT}{PAGE_1}\f{PAGE_2}", KIND)
    star = seen.document.notes[0]
    assert (star.label, star.mark, star.page, star.on) == ("n71-star", "*", "71", "title")
    assert star.text.string == "本文系国家社科基金项目“中亚研究”（12BGJ001）的阶段性成果。"


def test_an_asterisk_on_the_author_hangs_there() -> None:
    text = f"{FRONT}{PAGE_1}\f{PAGE_2}".replace("组织*", "组织").replace("杨  恕", "杨  恕*")
    seen = see_text(text, KIND)
    assert seen.document.notes[0].on == "author"
    assert seen.fields["authors"] == "李超；杨恕"


def test_the_words_of_a_field_are_exactly_its_own() -> None:
    seen = see_text(f"{FRONT}{PAGE_1}\f{PAGE_2}", KIND)
    texts = {one.name: one.text.string for one in seen.document.fields if one.text}
    assert texts["authors"] == "李超杨恕"
    assert texts["title"] == "缘何蒙古国未加入组织"
    assert texts["clc"] == "D851.2"


def test_statements_inside_the_last_line_are_end_matter() -> None:
    seen = see_text(f"{FRONT}{PAGE_1}\f{PAGE_2}", KIND)
    assert seen.endmatter == ["（责任编辑：杨立）"]
    assert seen.paragraphs[-1].endswith("而写的。")


def test_an_article_without_front_matter() -> None:
    seen = see_text(f"{PAGE_1}\f{PAGE_2}".replace("* 本文系", "① 本文系", 0), KIND)
    assert seen.abstract == []
    assert seen.paragraphs[0].startswith("|1!|自蒙古国于2004年")
    assert "title" not in seen.fields


@pytest.mark.parametrize(
    "label",
    [
        "【摘要】",
        "【内容提要】",
        "摘 要：",
        "摘　要　",
        "〔提 要〕",
        "[摘要]",
        "内容摘要：",
        "［摘　要］",
    ],
)
def test_labels_of_the_abstract(label: str) -> None:
    text = f"{FRONT}{PAGE_1}\f{PAGE_2}".replace("【内容提要】", label)
    seen = see_text(text, KIND)
    assert seen.abstract[0].startswith("|71!|无论从哪个角度看")


def test_an_abstract_of_two_paragraphs_ends_at_the_keywords() -> None:
    text = f"{FRONT}{PAGE_1}\f{PAGE_2}".replace(
        "并不积极。\n", "并不积极。\n　　短期内这一态度不会发生较大变化，因为因素仍然存\n在。\n"
    )
    seen = see_text(text, KIND)
    assert [one[-6:] for one in seen.abstract] == ["对此并不积极。"[-6:], "因素仍然存在。"[-6:]]
    assert seen.fields["keywords"] == "蒙古国；观察员国；成员国"


def test_funds_and_the_english_abstract_are_end_matter() -> None:
    extra = (
        "基金项目：国家社科基金（12BGJ001）\nAbstract: Mongolia is an observer\n"
        "of the organization.\nKey Words: Mongolia, SCO\n"
    )
    seen = see_text(f"{FRONT}{extra}{PAGE_1}\f{PAGE_2}", KIND)
    assert seen.endmatter[:3] == [
        "基金项目：国家社科基金（12BGJ001）",
        "Abstract: Mongolia is an observer of the organization.",
        "Key Words: Mongolia, SCO",
    ]
    assert seen.paragraphs[0].startswith("自蒙古国")


def test_an_english_abstract_at_the_end_is_end_matter() -> None:
    extra = (
        "\nWhy Mongolia Has Not Joined\nAbstract: Mongolia is an observer.\nKey Words: Mongolia\n"
    )
    text = f"{PAGE_1}\f{PAGE_2}".replace("（责任编辑：杨立）\n", "\n")
    body, notes = text.rsplit("① 王", 1)
    seen = see_text(f"{body}\n[收稿日期：2014-10-22]{extra}① 王{notes}", KIND)
    assert seen.endmatter == [
        "[收稿日期：2014-10-22]",
        "Why Mongolia Has Not Joined",
        "Abstract: Mongolia is an observer.",
        "Key Words: Mongolia",
    ]
    assert list(seen.notes) == ["n1-star", "n1-1", "n2-1"]


def test_end_matter_below_the_last_notes() -> None:
    text = f"{PAGE_1}\f{PAGE_2}".replace("（责任编辑：杨立）", "")
    seen = see_text(f"{text}收稿日期：2014-10-22\n责任编辑：杨立\n", KIND)
    assert seen.endmatter == ["收稿日期：2014-10-22", "责任编辑：杨立"]
    assert seen.notes["n2-1"].endswith("第29页。")
    assert len(seen.pages) == 2


def test_a_mark_without_body_and_a_body_without_mark_are_told() -> None:
    lost = see_text(f"{FRONT}{PAGE_1}\f{PAGE_2}".replace("期待。①", "期待。"), KIND)
    assert lost.codes == ["note-orphan-body"]
    assert "n71-1" in lost.notes
    page = PAGE_1.replace("首个观察员国后，相当", "首个观察员国后，②相当")
    more = see_text(f"{FRONT}{page}\f{PAGE_2}", KIND)
    assert more.codes == ["note-orphan-mark"]
    assert "②相当" in more.paragraphs[0]
    (message,) = more.document.messages
    assert message.where == "x.txt:15"
    assert "②" in message.text and "71" in message.text


def test_an_emendation_can_mend_a_mark() -> None:
    text = f"{FRONT}{PAGE_1}\f{PAGE_2}".replace("期待。①", "期待。@")
    at = text.index("@")
    seen = see_text(text, KIND, None, Correction(Span(at, at + 1), "①", "emendation-1"))
    assert seen.codes == []
    assert "期待。[n71-1]" in seen.paragraphs[0]


def test_an_emendation_stands_in_the_text_that_holds_it() -> None:
    text = f"{FRONT}{PAGE_1}\f{PAGE_2}"
    at = text.index("蒙古\n国在")
    seen = see_text(text, KIND, None, Correction(Span(at, at + 4), "蒙古国", "emendation-1"))
    assert "一方面，蒙古国在成为" in seen.paragraphs[0]
    assert any(piece.rule == "emendation-1" for piece in seen.document.body[0].text.pieces)


def test_endnotes_are_linked_from_every_page() -> None:
    text = (
        "　　自蒙古国于2004年成为组织首个观察员国后，外界\n"
        "对于蒙古国成为组织成员就颇为期待。[1]一方面，蒙古\n"
        "\f国在成为首个观察员国后，相当广泛地参与到该组织各\n个领域的活动中。[2]\n"
        "　　另一方面，尽管组织内部在扩员问题上并未达成一\n"
        "致，但就蒙古国加入问题却少有争议。[3]\n"
        "注释：\n[1] 李超：《论文》，2006年。\n[2] 杨恕：《论文》。\n[3] 王成娟：《论文》。\n"
    )
    seen = see_text(text, KIND, Hints(first_page=3))
    assert [re.findall(r"\[n[\d-]+\]", one) for one in seen.paragraphs] == [
        ["[n4-1]", "[n4-2]"],
        ["[n4-3]"],
    ]
    assert seen.codes == []
    assert seen.document.note_marks == "bracketed"
    assert not seen.headings


def test_marks_on_lines_of_their_own() -> None:
    """Some extractions put what is raised on its own line."""
    text = f"{FRONT}{PAGE_1}\f{PAGE_2}".replace("期待。①一", "期待。\n①\n一").replace(
        "① 王成娟", "①\n王成娟"
    )
    seen = see_text(text, KIND)
    assert "期待。[n71-1]一方面" in seen.paragraphs[0]
    assert seen.notes["n72-1"].startswith("王成娟")


def test_a_note_of_several_paragraphs_is_one_note() -> None:
    text = f"{FRONT}{PAGE_1}\f{PAGE_2}".replace(
        "第29页。\n", "第29页。\n　　此说尚有争议。参见李超：《论文》，第3页。\n"
    )
    assert (
        see_text(text, KIND)
        .notes["n72-1"]
        .endswith("第29页。此说尚有争议。参见李超：《论文》，第3页。")
    )


def test_a_heading_over_two_lines_is_one_heading() -> None:
    heading = "\n二、加入组织是否符合蒙古国的对外政策：基于三种\n层面的分析\n\n"
    page = PAGE_2.replace("　　另一方面", f"{heading}　　另一方面")
    seen = see_text(f"{FRONT}{PAGE_1}\f{page}", KIND)
    assert seen.headings == ["# 二、加入组织是否符合蒙古国的对外政策：基于三种层面的分析"]


def test_levels_of_headings() -> None:
    page = PAGE_2.replace("　　另一方面", "\n一、背景\n（一）历史\n1. 早期\n　　另一方面")
    page = page.replace("　　这是最后", "\n结  语\n　　这是最后")
    seen = see_text(f"{FRONT}{PAGE_1}\f{page}", KIND)
    assert seen.headings == ["# 一、背景", "## （一）历史", "### 1.早期", "# 结语"]


def test_lines_that_only_look_like_headings() -> None:
    page = PAGE_2.replace(
        "　　另一方面，尽管组织内部在扩员问题上并未达成一\n致，但",
        "　　另一方面，尽管组织内部在扩员问题上并未达成共\n一、二两国之间的一致意见，"
        "在总数之中只占比例为\n14.5%，其中包含的是\n1990—1992年间的8 个国家，但",
    )
    seen = see_text(f"{FRONT}{PAGE_1}\f{page}", KIND)
    assert seen.headings == []
    assert any("达成共一、二两国" in one for one in seen.paragraphs)


def test_a_page_that_opens_with_a_heading_breaks_there() -> None:
    page_2 = "\n二、第二部分\n" + PAGE_2.replace("个领域的活动中。\n", "")
    page_1 = PAGE_1.replace("该组织各\n", "各个方面。\n")
    seen = see_text(f"{FRONT}{page_1}\f{page_2}", KIND)
    assert "# 二、|72|第二部分" in seen.headings


def test_lines_without_a_shape_are_removed_as_such() -> None:
    seen = see_text(f"{FRONT}{PAGE_1}\f\u200b\n{PAGE_2}", KIND)
    assert [one.reason for one in seen.document.removed].count("invisible") == 1


def test_pages_without_numbers_are_counted_and_that_is_told() -> None:
    text = f"{PAGE_1}\f{PAGE_2}"
    assert see_text(text, KIND).pages == ["1!", "2"]
    assert "page-numbers-missing" in see_text(text, KIND).codes
    assert see_text(text, KIND, FIRST).pages == ["71!", "72"]
    assert "page-numbers-missing" not in see_text(text, KIND, FIRST).codes


def test_numbers_that_do_not_agree_are_told() -> None:
    text = f"{PAGE_1}\n31\n\f{PAGE_2}\n32\n\f{PAGE_2}\n38\n"
    seen = see_text(text, KIND)
    assert seen.pages == ["31!", "32", "33"]
    assert "page-numbers-conflict" in seen.codes


def test_one_page_without_a_number_has_no_pages() -> None:
    seen = see_text(PAGE_1, KIND)
    assert seen.pages == []
    assert list(seen.notes) == ["n-star", "n-1"]


def test_two_notes_with_one_number_have_two_labels() -> None:
    page = PAGE_2.replace("① 王", "① 李超：《论文》，第1页。\n① 王")
    labels = list(see_text(f"{FRONT}{PAGE_1}\f{page}", KIND).notes)
    assert len(labels) == len(set(labels))


def test_a_tail_carried_to_the_next_page_goes_to_its_note() -> None:
    page_1 = PAGE_1.replace("2006年6月14日。", "“Mongolia and the Organization of Peace,” p. ")
    page_2 = PAGE_2.replace("① 王", "29. \n① 王")
    seen = see_text(f"{FRONT}{page_1}\f{page_2}", KIND)
    assert seen.notes["n71-1"].endswith("p. 29.")
    assert not any("29." in one for one in seen.paragraphs)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                *f"{FRONT}{PAGE_1}\f{PAGE_2}".splitlines(),
                "",
                " ",
                "\f",
                "88",
                "①",
                "* ",
                "[1] x",
                "#",
            ]
        ),
        max_size=30,
    )
)
def test_whatever_stands_in_a_seed_nothing_is_lost(lines: list[str]) -> None:
    """`see` balances the ledger; so must it, however the lines are shuffled."""
    text = "\n".join(lines)
    seen = see_text(text, KIND)
    assert replace(seen.document, messages=()).removed is not None
