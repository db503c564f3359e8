"""Articles laid out as other journals lay them out, as a careful reader would have them."""

import pytest
from reading import see_text

from converters.readers.common.reader import Hints
from converters.readers.common.reading import Reading
from converters.readers.journal.layout import is_set_in_lines
from converters.seed import Seed

FIRST = "中蒙俄经济走廊的建设取得了积极进展，三国元首共同见证签署了有关文件，各方期待"
SECOND = "蒙古国提出的草原之路与这一倡议高度契合，为双方的务实合作开辟了新的空间，前景"
PRINTED = f"""\
2018 年第 3 期                     东北亚论坛                        总第 137 期 

“一带一路”框架下中蒙俄经济走廊建设
的机遇与挑战* 

于洪洋 [蒙]巴特尔·达瓦

[内容提要] 本文分析走廊的机遇与挑战，并提出对策建议。 
[关键词] 中蒙俄经济走廊；一带一路；蒙古国 
[作者简介] 于洪洋，吉林大学东北亚研究院副教授（长春 130012）；巴特
尔·达瓦，蒙古国科学院国际关系研究所研究员。 

一、问题的提出

    {FIRST}
落实。①
————————————
* 本文系国家社科基金项目（15BGJ012）的阶段性成果。
① 《习近平出席元首会晤》，《人民日报》2014 年 9 月 12 日，第 1 版。 

23 
“一带一路”框架下中蒙俄经济走廊建设的机遇与挑战 

    {SECOND}
广阔。①

① 参见前引于洪洋等文，第 100 页。

（责任编辑 李某某）

24 
"""
RECOGNISED = """\
# 国际安全研究 2023年第4期

# 韩国“印太战略”的演进与中等强国外交

王 明 李 小 红

内容提要：2022年12月，韩国政府发布新战略。

关键词：韩国 印太战略 中等强国

近年来，韩国对外战略的调整引发广泛关注。[1] 该政策

[1] 王明：《韩国外交的转型》，《当代韩国》2021年第3期，第12-25页。

· 45 ·

韩国“印太战略”的演进与中等强国外交

回避了“印太”一词。[1]

[1] 同上，第35页。

· 46 ·

2023年第4期

综上所述，韩国“印太战略”具有双重性质。

· 47 ·
"""


def test_a_printed_article_under_an_issue_line() -> None:
    seen = see_text(PRINTED, "journal-pdf-text", Hints(first_page=23))
    assert seen.fields["title"] == "“一带一路”框架下中蒙俄经济走廊建设的机遇与挑战"
    assert seen.fields["journal"] == "东北亚论坛"
    assert (seen.fields["year"], seen.fields["issue"]) == ("2018", "3")
    assert seen.fields["authors"] == "于洪洋；[蒙]巴特尔·达瓦"
    assert seen.fields["affiliation"].endswith("巴特尔·达瓦，蒙古国科学院国际关系研究所研究员。")
    assert seen.fields["editor"] == "李某某"
    assert seen.blocks == [
        "# 一、问题的提出",
        f"{FIRST}落实。[n23-1]",
        f"|24|{SECOND}广阔。[n24-1]",
    ]
    assert seen.notes["n24-1"] == "参见前引于洪洋等文，第100页。"
    assert seen.endmatter == ["（责任编辑李某某）"]


FOOTERS = (
    "(C)1994-2023 China Academic Journal Electronic Publishing House. "
    "All rights reserved.    http://www.cnki.net",
    "万方数据",
    "维普资讯 http://www.cqvip.com",
)


@pytest.mark.parametrize("footer", FOOTERS)
def test_the_line_of_a_database_goes_and_its_address_in_a_note_stays(footer: str) -> None:
    body = "参见前引于洪洋等文，第 100 页。"
    note = "李明：《学位论文》，http://www.cnki.net/kcms/1，见 www.cqvip.com"
    text = PRINTED.replace(body, note).replace("\n23 \n", f"\n{footer}\n23 \n")
    seen = see_text(text, "journal-pdf-text", Hints(first_page=23))
    assert seen.notes["n23-1"] == "《习近平出席元首会晤》，《人民日报》2014年9月12日，第1版。"
    assert seen.notes["n24-1"] == note.replace("见 ", "见")
    assert seen.blocks[1:] == [f"{FIRST}落实。[n23-1]", f"|24|{SECOND}广阔。[n24-1]"]


def test_a_recognised_article_with_heads_that_stand_once() -> None:
    seen = see_text(RECOGNISED, "journal-ocr-markdown", Hints(first_page=45))
    assert seen.fields["title"] == "韩国“印太战略”的演进与中等强国外交"
    assert seen.fields["authors"] == "王明；李小红"
    assert seen.blocks == [
        "近年来，韩国对外战略的调整引发广泛关注。[n45-1]该政策|46|回避了“印太”一词。[n46-1]",
        "|47|综上所述，韩国“印太战略”具有双重性质。",
    ]


LINE = "口岸是国家的门也是市场的门过去三十年里这个国家的口岸增加到十四个而且"
ENDED = "货物却始终集中在其中两个口岸上，这是为什么。"


def set_in_lines(*lines: str) -> bool:
    return is_set_in_lines(Reading(Seed("x.txt", "\n".join(lines), "")).rows, None)


@pytest.mark.parametrize(
    ("width", "broken", "ended", "expected"),
    [
        (25, 4, 0, True),
        (25, 3, 0, False),  # so many lines break by chance
        (25, 5, 20, True),
        (25, 5, 21, False),  # so few among so many are captions, titles, items
        (16, 4, 0, True),
        (14, 4, 0, False),  # names and labels
    ],
)
def test_lines_of_one_width_that_break_inside_sentences_are_print(
    width: int, broken: int, ended: int, expected: bool
) -> None:
    assert set_in_lines(*[LINE[:width]] * broken, *[ENDED] * ended) is expected


@pytest.mark.parametrize(("other", "expected"), [(LINE[:26] + "1", True), (LINE[:27], False)])
def test_lines_of_one_width_differ_by_a_hanging_mark(other: str, expected: bool) -> None:
    assert set_in_lines(*[LINE[:25], other] * 2) is expected


@pytest.mark.parametrize(("width", "expected"), [(57, True), (60, False)])
def test_what_is_wider_than_print_is_no_line(width: int, expected: bool) -> None:
    assert set_in_lines(*[(LINE * 2)[:width]] * 9) is expected
