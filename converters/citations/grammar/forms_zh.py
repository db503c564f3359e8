"""Forms of citation in Chinese notes (and Chinese sources under a foreign title)."""

import re

from converters.citations.grammar.documents import LAW_HAN
from converters.citations.grammar.draft import Draft, has_day, is_authored
from converters.citations.grammar.forms import Form
from converters.lexicon import pattern

_TITLED = "angle|quoted"
_NEWSPAPER = re.compile(pattern("newspapers", "citations", "ending") + "$")
_PROCEEDINGS = re.compile(pattern("meetings", "citations", "volume"))
_IN_SENTENCES = re.compile(pattern("sentence_words", "citations", "no-title"))
_SITE = re.compile(pattern("site_names", "citations", "container") + "$")


def _is_law(draft: Draft) -> bool:
    return bool(re.search(LAW_HAN + r"(?:[（(][^）)]*[）)])?$", draft.title)) and not draft.author


def _is_proceedings(draft: Draft) -> bool:
    return bool(_PROCEEDINGS.search(draft.first("container")))


def _is_short_title(draft: Draft) -> bool:
    return draft.head == "angle" or bool(draft.author) or draft.has("locator")


def _is_newspaper_issue(draft: Draft) -> bool:
    return bool(_NEWSPAPER.search(draft.title)) and has_day(draft) and not draft.author


def _is_unsigned(draft: Draft) -> bool:
    return not draft.author


def _is_plain_title(draft: Draft) -> bool:
    """A title, not a sentence that happens to end in an address."""
    return all(len(t) <= 40 and not _IN_SENTENCES.search(t) for t in draft.texts())


def _is_in_site(draft: Draft) -> bool:
    return bool(_SITE.search(draft.first("container")))


ZH = (
    Form(
        "zh-thesis",
        "王成娟：《当代蒙古国外交政策研究》，外交学院博士学位论文，2011年，第29页。",
        "thesis",
        _TITLED,
        needs=["thesis"],
        texts=["institution?"],
        language="zh",
    ),
    Form(
        "zh-proceedings",
        "李四：《边疆与民族》，载王五主编：《中国边疆史学术研讨会论文集》，中华书局2001年版，"
        "第8页。",
        "inproceedings",
        _TITLED,
        needs=["container"],
        bars=["number", "url"],
        texts=["venue?"],
        container="booktitle",
        language="zh",
        when=_is_proceedings,
    ),
    Form(
        "zh-conference",
        "张三：《冷战与蒙古》，“冷战与中国周边”国际学术研讨会论文，北京，2005年8月，第3页。",
        "unpublished",
        _TITLED,
        needs=["conference"],
        bars=["container"],
        texts=["venue?"],
        language="zh",
    ),
    Form(
        "zh-archive",
        "《外交部致驻蒙使馆电》，1956年10月1日，中国外交部档案馆，档案号：106-00743-01，第3页。",
        "unpublished",
        _TITLED,
        needs=["archive"],
        bars=["container"],
        texts=["note?"],
        language="zh",
    ),
    Form(
        "zh-journal",
        "夏安凌、魏力苏：《中国学术界近20年关于蒙古国问题研究综述》，"
        "载《现代国际关系》2013年第4期，第56页。",
        "article",
        _TITLED,
        needs=["container", "number|issue"],
        bars=["press"],
        container="journaltitle",
        language="zh",
    ),
    Form(
        "zh-web-in-journal",
        "王五：《中蒙关系七十年》，《光明网》，2019年10月16日，https://www.gmw.cn/a.htm。",
        "online",
        _TITLED,
        needs=["url", "container"],
        bars=["number", "press"],
        container="organization",
        language="zh",
        when=_is_in_site,
    ),
    Form(
        "zh-newspaper",
        "王毅：《携手推进“一带一路”建设》，《人民日报》2017年5月14日，第3版。",
        "article",
        _TITLED,
        needs=["container", "date"],
        bars=["press", "number"],
        container="journaltitle",
        language="zh",
        when=has_day,
        extra={"entrysubtype": "newspaper"},
    ),
    Form(
        "zh-part",
        "司马迁：《史记》卷110《匈奴列传》，中华书局1959年版，第2879页。",
        "book",
        "angle",
        needs=["container", "volume", "press"],
        bars=["in", "editor", "number"],
        container="chapter",
        language="zh",
        when=lambda draft: [part.kind for part in draft.parts[:2]] == ["volume", "container"],
    ),
    Form(
        "zh-chapter",
        "赵六：《蒙古的转型》，载孙七主编：《东北亚研究》，北京：社会科学文献出版社，2010年，"
        "第120页。",
        "incollection",
        _TITLED,
        needs=["container", "press|editor|imprint"],
        bars=["number"],
        texts=["publisher?"],
        container="booktitle",
        language="zh",
    ),
    Form(
        "zh-journal-year",
        "郝文明：《蒙古概况》，《国际资料信息》，2001年，第20页。",
        "article",
        _TITLED,
        needs=["container", "date"],
        bars=["press"],
        container="journaltitle",
        language="zh",
    ),
    Form(
        "zh-book",
        "许海云：《冷战时期北约的政治与安全战略》，中国社会科学出版社2023年版，第59页。",
        "book",
        _TITLED,
        needs=["press"],
        bars=["container"],
        language="zh",
    ),
    Form(
        "zh-web",
        "《习近平同法国总统马克龙举行会谈》，新华网，2023年4月6日，"
        "http://www.news.cn/c_1129499920.htm。",
        "online",
        _TITLED,
        needs=["url"],
        texts=["organization?", "note?"],
        language="zh",
    ),
    Form(
        "zh-web-plain",
        "上海合作组织大事记（2007），上海合作组织官网，2007年4月25日，"
        "http://www.sectsco.org/CN11/show.asp?id=236。",
        "online",
        "plain",
        needs=["url"],
        texts=["title", "organization?"],
        language="zh",
        when=_is_plain_title,
    ),
    Form(
        "zh-newspaper-issue",
        "《人民日报》1962年12月27日，第1版。",
        "article",
        "angle",
        needs=["date"],
        bars=["container", "press", "number", "url"],
        title="journaltitle",
        language="zh",
        when=_is_newspaper_issue,
        extra={"entrysubtype": "newspaper"},
    ),
    Form(
        "zh-journal-issue",
        "《国际问题研究》2003年第3期，第5页。",
        "article",
        "angle",
        needs=["date|issue", "number|issue"],
        bars=["container", "press", "url"],
        title="journaltitle",
        language="zh",
        when=_is_unsigned,
    ),
    Form(
        "zh-dated-law",
        "《中华人民共和国和蒙古国友好合作关系条约》，1994年4月29日。",
        "legislation",
        _TITLED,
        needs=["date"],
        bars=["container", "press"],
        texts=["note?"],
        language="zh",
        when=_is_law,
    ),
    Form(
        "zh-law",
        "《联合国宪章》第51条。",
        "legislation",
        "angle",
        needs=["locator"],
        bars=["container", "press", "date", "volume"],
        language="zh",
        when=_is_law,
    ),
    Form(
        "zh-report",
        "蒙古国家统计局：《2019年统计年鉴》，乌兰巴托，2020年，第33页。",
        "report",
        _TITLED,
        needs=["date"],
        bars=["container", "press"],
        texts=["location?"],
        language="zh",
        when=is_authored,
    ),
    Form(
        "zh-report-unsigned",
        "《新时代的中国国防》，国务院新闻办公室，2019年7月，第12页。",
        "report",
        _TITLED,
        needs=["date"],
        bars=["container", "press"],
        texts=["institution"],
        language="zh",
    ),
    Form(
        "zh-short",
        "许海云：《冷战时期北约的政治与安全战略》，第60页。",
        "book",
        _TITLED,
        bars=["container", "date", "press", "url", "number"],
        language="zh",
        when=_is_short_title,
        naming="short",
    ),
)
