"""Clips from other news sites: their furniture goes, their words stay, each in its place."""

from collections.abc import Sequence

from reading import Seen, see_text

LONG = "蒙古国地处中俄之间，历史上长期受两大邻国影响，冷战结束后提出“第三邻国”政策以求平衡。"
MORE = "世界银行的一份报告指出，蒙古国外债占国内生产总值的比例仍然偏高，财政空间十分有限。"


def clip(*lines: str, end: str = "\n") -> Seen:
    return see_text(end.join(lines) + end, "news-clip")


def removed(seen: Seen, source: Sequence[str], end: str = "\n") -> dict[str, list[str]]:
    text = end.join(source) + end
    found: dict[str, list[str]] = {}
    for one in seen.document.removed:
        found.setdefault(one.reason, []).append(text[one.span.start : one.span.end])
    return found


PORTAL = (
    "蒙古国如何平衡中俄与“第三邻国”_国际新闻_某某网",
    "首页 > 国际 > 正文",
    "蒙古国如何平衡中俄与“第三邻国”",
    "2024-03-05 10:20 来源：新华网 作者：张三 浏览：1234次",
    "分享到：微信 微博 QQ空间",
    "字号：大 中 小",
    "（图片来源：视觉中国）",
    f"记者 李四 乌兰巴托3月5日电 {LONG}",
    "“我们没有别的选择。”他说。",
    "一、谁来买单？",
    "相关阅读",
    "蒙古国总统访问法国",
    MORE,
    "• 修建铁路",
    "• 扩大矿产品加工",
    f"{MORE}(完)",
    "（作者系某某大学国际关系学院副教授，本文不代表本网立场）",
    "责任编辑：王五　校对：赵六",
    "相关新闻",
    "蒙古国议会通过新矿产法",
    "发表评论",
    f"网友甲：{LONG}",
    "Copyright © 2000-2024 某某网 版权所有 京ICP备12345678号",
)


def test_a_portal_page_gives_title_source_and_text() -> None:
    seen = see_text("\n".join(PORTAL))
    assert seen.codes == []
    assert seen.document.derivation == "original"
    assert seen.fields == {
        "title": "蒙古国如何平衡中俄与“第三邻国”",
        "authors": "张三",
        "date": "2024-03-05",
        "journal": "新华网",
        "caption": "（图片来源：视觉中国）",
        "affiliation": "某某大学国际关系学院副教授",
    }
    assert seen.blocks == [
        f"记者李四乌兰巴托3月5日电{LONG}",
        "“我们没有别的选择。”他说。",
        "# 一、谁来买单？",
        MORE,
        "•修建铁路",
        "•扩大矿产品加工",
        MORE,
    ]
    assert seen.endmatter == [
        "（作者系某某大学国际关系学院副教授，本文不代表本网立场）",
        "责任编辑：王五",
        "校对：赵六",
    ]


def test_what_goes_has_its_reason() -> None:
    found = removed(see_text("\n".join(PORTAL)), PORTAL)
    assert found["repeated"] == [PORTAL[0]]
    assert found["counter"] == ["浏览：1234次"]
    assert found["metadata-key"] == ["来源：", "作者："]
    assert "(完)" in found["separator"]
    assert found["form"] == ["发表评论", f"网友甲：{LONG}"]
    assert "蒙古国总统访问法国" in found["navigation"]
    assert "蒙古国议会通过新矿产法" in found["navigation"]
    assert PORTAL[-1] in found["navigation"]


def test_a_translation_has_two_dates_and_two_places() -> None:
    seen = clip(
        "草原之路的终点在哪里？",
        "The End of the Steppe Road",
        "作者 | 巴特尔·额尔登",
        "译者 | 王小明",
        "March 5, 2024",
        "编者按：本文分析了蒙古国铁路建设的困境。",
        LONG,
        "Advertisement",
        "轨距之争",
        f"（译者注：轨距有两种。）{MORE}",
        "问：新铁路何时通车",
        MORE,
        "（本文编译自《日经亚洲》网站2024年2月28日文章）",
        "原文链接：https://asia.example.com/steppe",
        "© 2024 Asia Review. All rights reserved.",
    )
    assert seen.document.derivation == "translation"
    assert seen.fields == {
        "title": "草原之路的终点在哪里？",
        "original_title": "The End of the Steppe Road",
        "authors": "巴特尔·额尔登",
        "translators": "王小明",
        "republication_date": "2024-03-05",
        "original_container": "日经亚洲",
        "original_date": "2024-02-28",
    }
    assert [one.text.string for one in seen.document.introduction] == [
        "本文分析了蒙古国铁路建设的困境。"
    ]
    assert seen.headings == ["# 轨距之争"]
    assert "问：新铁路何时通车" in seen.paragraphs
    assert seen.paragraphs[1].startswith("（译者注：轨距有两种。）")
    assert len(seen.endmatter) == 2


def test_title_subtitle_and_reporter_among_mongolian_furniture() -> None:
    source = (
        "Нүүр",
        "2024 оны 3-р сарын 5",
        "蒙古与韩国：三十五年的得与失",
        "——兼论“第三邻国”政策",
        "本报驻乌兰巴托记者 刘洋",
        LONG,
        "Зар сурталчилгаа",
        "前景",
        MORE,
        "（原载《环球时报》2024年3月5日第14版）",
        "Сэтгэгдэл бичих",
    )
    seen = clip(*source, end="\r\n")
    assert seen.fields == {
        "title": "蒙古与韩国：三十五年的得与失",
        "subtitle": "兼论“第三邻国”政策",
        "authors": "刘洋",
        "journal": "环球时报",
        "date": "2024-03-05",
    }
    assert seen.blocks == [LONG, "# 前景", MORE]
    found = removed(seen, source, "\r\n")
    assert found["form"] == ["Сэтгэгдэл бичих"]
    assert found["navigation"] == ["Нүүр", "Зар сурталчилгаа"]
    assert found["date-of-page"] == ["2024 оны 3-р сарын 5"]


def test_marks_before_headings_and_quotations_go_and_numbers_stay() -> None:
    seen = clip(
        "关于草原铁路的几点看法", LONG, "■ 社会压力", MORE, "1. 税收之争", f"> {MORE}", MORE
    )
    assert seen.blocks == [LONG, "# 社会压力", MORE, "# 1.税收之争", MORE, MORE]
    assert sorted({one.reason for one in seen.document.removed}) == ["mark-up"]


def test_labelled_lead_author_in_brackets_and_address() -> None:
    seen = clip(
        "https://www.example.cn/a/1.shtml",
        "作者：王晓明（北京大学国际关系学院教授）",
        "2024年1月1日 | 观察者网",
        "蒙古国与俄罗斯的能源合作",
        "核心提示：合作不断深化。",
        LONG,
        MORE,
    )
    assert seen.fields == {
        "title": "蒙古国与俄罗斯的能源合作",
        "authors": "王晓明",
        "affiliation": "北京大学国际关系学院教授",
        "url": "https://www.example.cn/a/1.shtml",
        "date": "2024-01-01",
        "journal": "观察者网",
        "standfirst": "合作不断深化。",
    }
    assert seen.blocks == [LONG, MORE]


def test_a_last_paragraph_that_speaks_of_views_is_text() -> None:
    seen = clip("关于草原铁路的几点看法", LONG, MORE, "本文的观点是，蒙古国应当两边都不得罪。")
    assert seen.paragraphs[-1] == "本文的观点是，蒙古国应当两边都不得罪。"
    assert seen.endmatter == []


def test_invisible_characters_are_accounted_for() -> None:
    seen = clip("\ufeff关于草原铁路的几点看法\u200b", "\u200b", f"\u3000\u3000{LONG}\u200b\t", MORE)
    assert seen.fields == {"title": "关于草原铁路的几点看法"}
    assert seen.blocks == [LONG, MORE]
    assert {one.reason for one in seen.document.removed} == {"invisible"}
