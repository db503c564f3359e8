"""Whatever Markdown-like noise an archive holds, nothing of it is lost or counted twice."""

from hypothesis import given, settings
from hypothesis import strategies as st

from converters.ledger import balance
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


@settings(max_examples=1000, deadline=None)
@given(NOISE, st.none() | st.integers(1, 30))
def test_noise_is_all_accounted_for(source: str, line: int | None) -> None:
    seed = Seed("x.txt", source, "")
    balance(seed, READER.read(seed, Hints(body_line=line)))


@settings(max_examples=100, deadline=None)
@given(NOISE, st.data())
def test_noise_is_accounted_for_with_an_emendation(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, min(start + 4, len(source))))
    if start == end:
        return
    seed = Seed("x.txt", source, "", (Correction(Span(start, end), "作者：", "emendation-1"),))
    balance(seed, READER.read(seed, Hints()))
