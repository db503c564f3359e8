"""Whatever Markdown-like noise an archive holds, nothing of it is lost or counted twice."""

from hypothesis import given, settings
from hypothesis import strategies as st

from converters.ledger import balance
from converters.messages import EditionError
from converters.model import Span
from converters.readers import READERS
from converters.readers.common.reader import Hints
from converters.seed import Correction, Seed

READER = READERS["social-archive-markdown"]
SIGNS = [
    "**", "*", "***", "__", "_", "\\", "\\[1\\]", "[1]", "[[1]](#a)", "[1](#a)", "①",
    "<sup>2</sup>", "![](a.png)", "[![](a.png)](b)", "[甲](http://a.b/c_(d))", "[甲][乙]",
    "[乙]: http://a.b", "<https://a.b/c>", "http://a.b/c", "<br>", "<section>", "</p>",
    "<strong>", "</strong>", "<!-- 甲", "-->", "&nbsp;", "&ldquo;", "&#8203;", "> ", "# ", "### ",
    "- ", "* ", "---", "* * *", "| 甲 |", "\u200b", "\ufeff", "\u3000", "\u00a0", "END", "[^1]",
    "[^1]: ", "[↩](#b)", "2*3*4",
]  # fmt: skip
WORDS = [
    "---\ntitle: 甲\nauthor: 乙\n---\n", "---", "title: 甲", "作者：", "作者简介", "文/王明",
    "作者 | 王明 大学", "文章来源：", "原文刊于《甲》2020年第5期，第12-30页", "摘 要：", "关键词",
    "编者按", "导读：", "正文", "注释：", "参考文献", "往期回顾", "编辑：小李 审核：老张",
    "长按识别二维码", "阅读 123", "点个在看", "一", "01", "PART 02", "一、甲", "（一）乙",
    "1. 丙", "01 | 丁", "▍戊", "【己】", "结语", "2020-01-02 08:00", "王明", "——以甲为例",
    "中亚国家正在推动能源转型。", "仅代表作者个人观点。", "丝路", "（责任编辑：王明）", "a", "。",
    "，", "《甲》",
]  # fmt: skip
NOISE = st.lists(
    st.sampled_from([*SIGNS, *WORDS, *WORDS, "\n", "\n\n", "\n\n", "\r\n", "\n\n\n\n\n\n\n", " "]),
    max_size=40,
).map("".join)


#: A post with all its parts, each of which an emendation may stand in or reach out of.
POST = """\
---
title: "甲国的道路" # 备注
author: >
  丝路观察
tags: ['甲', '乙']
---

收录于合集

**作者** **：** 王明，北京大学教授。

来源：《学刊》2020年第2期

编者按：甲按。

---

摘要：甲国很大。

**一、乙
丙**

甲国[1]很大，**乙国** **很小**[2]。

| 甲 | 乙 |
| 丙 | 丁 |

注释

[1] 甲书。
[2] [乙书](http://a.b)。

编辑：小李 审核：老张

往期回顾

[丙](http://c.d)
"""
READINGS = st.sampled_from(
    ["作者：", "甲", "", "\n", "\n\n", "**", "---\n", ": ", "'", "[1]", "&nbsp;"]
)


@settings(max_examples=500, deadline=None)
@given(st.just(POST) | NOISE, READINGS, st.data())
def test_an_emendation_at_any_place_is_kept_or_refused(
    source: str, reading: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, min(start + 6, len(source))))
    if start == end:
        return
    seed = Seed("x.txt", source, "", (Correction(Span(start, end), reading, "emendation-1"),))
    try:
        balance(seed, READER.read(seed, Hints()))
    except EditionError as error:
        assert error.message.code == "emendation-astride"
        assert error.message.where.startswith("x.txt:")
