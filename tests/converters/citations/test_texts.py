"""The texts themselves as entries, and works that a text without notes names."""

import pytest

from converters.citations import Library, Named, Work, cite_text, text_entry, validate
from converters.citations.library.bibfile import write_work
from converters.schema.front import parse

ARTICLE = {
    "slug": "nato-resilience",
    "key": "zhangxue2024beiyue",
    "genre": "journal-article",
    "derivation": "original",
    "title": "北约强化韧性建设：动机、影响及制约",
    "authors": ["张雪"],
    "language": "zh-CN",
    "journal": "刊",
    "year": "2024",
    "issue": "5",
    "pages": "119-137",
    "keywords": ["北大西洋公约组织", "韧性建设"],
    "abstract": "以2014年克里米亚危机为重要节点。",
}
SUMMARY = {
    "slug": "mongolia-nato-partnership",
    "key": "aizhaiyao2025menggu",
    "genre": "journal-article",
    "derivation": "machine-summary",
    "summary_label": "AI摘要",
    "title": "蒙古国同北约“全球伙伴关系”发展的动因及前景分析",
    "authors": [],
    "original_authors": ["李超"],
    "journal": "区域国别学刊",
    "year": "2025",
    "volume": "9",
    "issue": "3",
    "date": "2025-06-12",
}
TRANSLATION = {
    "slug": "mongolia-defector-dilemma",
    "key": "menggude",
    "genre": "magazine-article",
    "derivation": "translation",
    "title": "蒙古的逃亡者困境：应对朝鲜半岛的分裂",
    "authors": [],
    "original_title": "Mongolia’s Defector Dilemma: Navigating the Korea Divide",
    "original_container": "The Diplomat",
    "original_date": "2025-11-04",
    "url": "https://mono.mn/n/meng_gu",
}


def entry(front: dict[str, object]) -> Work:
    """The entry that comes of this front matter."""
    return text_entry(parse(front))


def test_an_article() -> None:
    work = entry(ARTICLE)
    assert (work.key, work.type, work.origin) == (
        "zhangxue2024beiyue",
        "article",
        "nato-resilience: text",
    )
    assert work.fields == {
        "author": "张, 雪",
        "title": "北约强化韧性建设：动机、影响及制约",
        "journaltitle": "刊",
        "number": "5",
        "date": "2024",
        "pages": "119--137",
        "keywords": "北大西洋公约组织, 韧性建设",
        "abstract": "以2014年克里米亚危机为重要节点。",
        "language": "zh-CN",
        "langid": "chinese",
    }


def test_an_article_without_journal_or_year_is_what_is_known() -> None:
    front = {k: v for k, v in ARTICLE.items() if k not in ("journal", "year", "issue")}
    work = entry(front | {"pages_inferred": True})
    assert work.type == "misc"
    assert not {"journaltitle", "date", "number", "pages"} & set(work.fields)
    assert entry(front | {"issn": "0452-8832"}).type == "article"


def test_a_machine_summary_is_not_its_authors() -> None:
    work = entry(SUMMARY)
    assert work.type == "online"
    assert "author" not in work.fields
    assert "AI摘要" in work.get("title")
    assert "李超：《蒙古国同北约“全球伙伴关系”发展的动因及前景分析》" in work.get("note")
    assert "《区域国别学刊》2025年第9卷第3期" in work.get("note")


def test_a_translation_names_its_original() -> None:
    work = entry(TRANSLATION)
    assert work.type == "online"
    assert work.get("origtitle") == TRANSLATION["original_title"]
    assert (work.get("date"), work.get("origdate")) == ("", "2025-11-04")
    assert "The Diplomat" in work.get("note")


def test_a_translation_is_by_the_author_of_its_original() -> None:
    front = TRANSLATION | {"original_authors": ["巴特尔·额尔登"], "translators": ["王小明"]}
    work = entry(front | {"original_title": ""})
    assert (work.get("author"), work.get("translator")) == ("{巴特尔·额尔登}", "王, 小明")
    assert work.get("note") == "译自：The Diplomat, 2025-11-04"


def test_a_summary_has_not_the_doi_of_what_it_summarises() -> None:
    assert entry(SUMMARY | {"doi": "10.1000/1"}).get("doi") == ""


def test_a_republication_is_cited_by_its_first_date() -> None:
    front = ARTICLE | {
        "republication_date": "2022-01-12",
        "republisher": "研究会",
        "date": "2025-01-01",
    }
    work = entry(front)
    assert (work.get("date"), work.get("note")) == ("2024", "研究会2022-01-12重刊")


@pytest.mark.parametrize("front", [ARTICLE, SUMMARY, TRANSLATION])
def test_texts_are_valid_entries(front: dict[str, object]) -> None:
    messages = validate(write_work(entry(front)))
    assert [m for m in messages if m.severity != "info"] == []


# A news clip that names works in its sentences: four by rule, two that only the record can tell.
CLIP = [
    ("p-3", "三场危机打破了这一微妙平衡：蒙韩合拍电影《南下之路》所承载的软权力叙事崩塌。"),
    ("p-7", "此举违反了1961年《维也纳外交关系公约》，构成对蒙古主权的直接侵犯。"),
    (
        "p-17",
        "促成朝鲜外长白南舜2002年访蒙并签署新的《友好合作条约》，并推动平壤使馆于2004年重新开放。",
    ),
    ("p-20", "正在谈判的《经济伙伴关系协定》（EPA）不仅有望带来即时经济纾困。"),
    (
        "p-31",
        "在《经济伙伴关系协定》谈判中，它应明确两项核心诉求。将《南下之路》中的愿景转化为政策。",
    ),
    (
        "e-1",
        "这篇文章以《蒙古的逃亡者困境：应对朝鲜半岛的分裂》（Mongolia’s Defector Dilemma: "
        "Navigating the "
        "Korea Divide）为题，于2025年11月4日发表在《外交家》（The Diplomat）杂志上。",
    ),
]
CLIP_NAMED = [
    Named(
        "《南下之路》",
        "nanxiazhilu2024",
        "电影名。",
        "movie",
        {"title": "南下之路", "date": "2024"},
    ),
    Named(
        "《外交家》",
        "thediplomat",
        "杂志名。",
        "misc",
        {"title": "The Diplomat", "usere": "外交家"},
    ),
]
# A republished article that lost its notes: seven titles by rule, two of them one document.
ARCHIVE = [
    (
        "p-10",
        "俄罗斯提出了“新欧洲安全”的设想。相较于2000年版的纲要，"
        "俄罗斯新的战略安全构想已经摆脱旧视角。",
    ),
    (
        "p-12",
        "如：1997年在《哈萨克斯坦2030战略》中，"
        "国家安全被称为“第一号任务”；10年后的2007年作了补充，即"
        "《关于进一步落实哈萨克斯坦2030战略的有关措施》，文件中明确指出。",
    ),
    ("p-13", "《哈萨克斯坦2030纲要》强调与自己的重要邻国俄罗斯加强关系。"),
    ("p-14", "正如他在2010年国情咨文中所强调的，“外交方针将以《对外政策构想》为基础”。"),
    ("p-20", "《2020年前俄联邦国家安全战略》中强调，“依靠建立高技术边防综合设施”。"),
    ("p-22", "参与独联体集体安全条约框架下的活动。"),
    ("p-23", "帕尔梅委员会在题为《共同安全：一种生存蓝图》的报告中，首次提出了这一理念。"),
    (
        "p-24",
        "梅德韦杰夫提出“新欧洲安全框架”方案。俄罗斯在欧安组织提出的欧洲安全条约并没有人理会。",
    ),
    ("p-30", "参与北约“和平伙伴关系计划”框架内的部分活动。"),
    (
        "p-36",
        "正如《2020年前俄罗斯能源战略》所明确规定的：独联体是重点方向。发行了杂志《阿尔泰》。",
    ),
]
ARCHIVE_NAMED = [
    Named(
        "《哈萨克斯坦2030战略》",
        "hasakesitan2030",
        "首见处。",
        "report",
        {"title": "哈萨克斯坦2030战略", "date": "1997"},
    ),
    Named("《哈萨克斯坦2030纲要》", "hasakesitan2030", "当即《哈萨克斯坦2030战略》。"),
    Named(
        "2000年版的纲要",
        "eluosi2000",
        "俄罗斯国家安全构想。",
        "report",
        {"title": "俄罗斯联邦国家安全构想", "date": "2000"},
    ),
    Named(
        "2010年国情咨文",
        "nazhaerbayefu2010",
        "以题名提及。",
        "report",
        {"title": "国情咨文", "date": "2010"},
    ),
    Named("集体安全条约", "jitianquan", "以题名提及。", "legislation", {"title": "集体安全条约"}),
    Named(
        "“新欧洲安全框架”方案",
        "xinouzhou2008",
        "以题名提及。",
        "report",
        {"title": "新欧洲安全框架", "date": "2008"},
    ),
    Named("欧洲安全条约", "ouzhouanquan", "以题名提及。", "legislation", {"title": "欧洲安全条约"}),
    Named(
        "“和平伙伴关系计划”", "hepinghuoban", "以题名提及。", "misc", {"title": "和平伙伴关系计划"}
    ),
]


def named_works(body: list[tuple[str, str]], named: list[Named]) -> tuple[list[str], list[str]]:
    cited = cite_text("t", [], body, {}, Library(), named)
    texts = dict(body)
    assert [m.code for m in cited.messages] == []
    links = [texts[link.where][link.start : link.end] for link in cited.citations]
    return [work.get("title") for work in cited.works], links


def test_a_clip_names_six_works() -> None:
    titles, links = named_works(CLIP, CLIP_NAMED)
    assert titles == [
        "南下之路",
        "维也纳外交关系公约",
        "友好合作条约",
        "经济伙伴关系协定",
        "Mongolia’s Defector Dilemma: Navigating the Korea Divide",
        "The Diplomat",
    ]
    assert links == [
        "《南下之路》",
        "《维也纳外交关系公约》",
        "《友好合作条约》",
        "《经济伙伴关系协定》",
        "《经济伙伴关系协定》",
        "《南下之路》",
        "《蒙古的逃亡者困境：应对朝鲜半岛的分裂》",
        "《外交家》",
    ]


def test_an_archived_article_names_twelve_works() -> None:
    titles, links = named_works(ARCHIVE, ARCHIVE_NAMED)
    assert len(titles) == len(set(titles)) == 12
    assert "《阿尔泰》" not in links
    assert links.count("《哈萨克斯坦2030纲要》") == links.count("《哈萨克斯坦2030战略》") == 1


def test_what_rules_take_from_the_words_around_a_name() -> None:
    cited = cite_text("t", [], CLIP, {}, Library())
    works = {work.get("title"): work for work in cited.works}
    assert works["维也纳外交关系公约"].fields["date"] == "1961"
    assert works["维也纳外交关系公约"].type == "legislation"
    assert "date" not in works["友好合作条约"].fields
    article = works["Mongolia’s Defector Dilemma: Navigating the Korea Divide"]
    assert article.type == "article"
    assert (article.get("journaltitle"), article.get("date")) == ("The Diplomat", "2025-11-04")
    assert (article.get("usere"), article.get("language")) == (
        "蒙古的逃亡者困境：应对朝鲜半岛的分裂",
        "en",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "发行了蒙语杂志《阿尔泰》，用以介绍国内情况。",
        "文章原刊于《俄罗斯研究》，仅代表作者本人观点。",
        "影片《南下之路》的上映时间经过精心安排。",
        "以《阿尔泰》为例，可以看到这一点。",
    ],
)
def test_a_bare_title_is_the_records_to_decide(sentence: str) -> None:
    assert cite_text("t", [], [("p-1", sentence)], {}, Library()).citations == ()


def test_a_text_with_notes_cites_by_its_notes() -> None:
    cited = cite_text("t", [("n-1", "此处从略。")], CLIP, {}, Library())
    assert cited.citations == ()


def test_a_name_that_the_text_does_not_have_is_an_error() -> None:
    named = [Named("《没有的书》", "meiyou", "误。", "book", {"title": "没有的书"})]
    (message,) = cite_text("t", [], CLIP[:1], {}, Library(), named).messages
    assert (message.code, message.severity) == ("citation-decision-lost", "error")


def test_a_name_may_mean_an_entry_that_the_library_has() -> None:
    library = Library([Work("nato1949", "legislation", {"title": "The North Atlantic Treaty"})])
    body = [("p-1", "《北大西洋公约》第三条规定如此。")]
    cited = cite_text(
        "t", [], body, {}, library, [Named("《北大西洋公约》", "nato1949", "同一公约。")]
    )
    assert [(link.key, link.rule) for link in cited.citations] == [("nato1949", "decision")]
    before = library.dump()
    library.add(cited.works)
    assert library.dump() == before
