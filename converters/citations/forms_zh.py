"""Forms of citation in Chinese notes (and Chinese sources under a foreign title)."""

import re

from converters.citations.forms import DOCUMENT_HAN, LAW_HAN, Draft, Form, has_day

_TITLED = "angle|quoted"


def _is_law(draft: Draft) -> bool:
    return bool(re.search(LAW_HAN + r"(?:[（(][^）)]*[）)])?$", draft.title)) and not draft.author


def _is_document(draft: Draft) -> bool:
    return bool(re.search(DOCUMENT_HAN + r"(?:[（(][^）)]*[）)])?$", draft.title))


def _is_proceedings(draft: Draft) -> bool:
    return bool(re.search("论文集|论文选|会议文集", draft.first("container")))


def _is_short_title(draft: Draft) -> bool:
    return draft.head == "angle" or bool(draft.author) or len(draft.title) <= 40


def _is_plain_title(draft: Draft) -> bool:
    """A title, not a sentence that happens to end in an address."""
    verbs = r"[是了]|来自|根据|参见|认为|指出|表示|显示|包括|可以|还有|所谓|即"
    return all(len(t) <= 40 and not re.search(verbs, t) for t in draft.texts())


ZH = (
    Form("zh-thesis", "王成娟：《当代蒙古国外交政策研究》，外交学院博士学位论文，2011年，第29页。", "thesis",
         _TITLED, ["thesis"], texts=["institution?"], language="zh"),
    Form("zh-proceedings", "李四：《边疆与民族》，载王五主编：《中国边疆史学术研讨会论文集》，中华书局2001年版，第8页。",
         "inproceedings", _TITLED, ["container"], ["number", "url"], ["venue?"], "booktitle", "zh", _is_proceedings),
    Form("zh-conference", "张三：《冷战与蒙古》，“冷战与中国周边”国际学术研讨会论文，北京，2005年8月，第3页。", "unpublished",
         _TITLED, ["conference"], ["container"], ["venue?"], language="zh"),
    Form("zh-archive", "《外交部致驻蒙使馆电》，1956年10月1日，中国外交部档案馆，档案号：106-00743-01，第3页。", "unpublished",
         _TITLED, ["archive|archivenumber"], ["container"], ["note?"], language="zh"),
    Form("zh-journal", "夏安凌、魏力苏：《中国学术界近20年关于蒙古国问题研究综述》，载《现代国际关系》2013年第4期，第56页。",
         "article", _TITLED, ["container", "number|issue"], ["press"], [], "journaltitle", "zh"),
    Form("zh-newspaper", "王毅：《携手推进“一带一路”建设》，《人民日报》2017年5月14日，第3版。", "article",
         _TITLED, ["container", "date"], ["press", "number"], [], "journaltitle", "zh", has_day,
         {"entrysubtype": "newspaper"}),
    Form("zh-chapter", "赵六：《蒙古的转型》，载孙七主编：《东北亚研究》，北京：社会科学文献出版社，2010年，第120页。",
         "incollection", _TITLED, ["container", "press|editor|imprint"], ["number"], ["publisher?"], "booktitle", "zh"),
    Form("zh-journal-year", "郝文明：《蒙古概况》，《国际资料信息》，2001年，第20页。", "article",
         _TITLED, ["container", "date"], ["press"], [], "journaltitle", "zh"),
    Form("zh-book", "许海云：《冷战时期北约的政治与安全战略》，中国社会科学出版社2023年版，第59页。", "book",
         _TITLED, ["press"], ["container"], [], language="zh"),
    Form("zh-web", "《习近平同法国总统马克龙举行会谈》，新华网，2023年4月6日，http://www.news.cn/c_1129499920.htm。",
         "online", _TITLED, ["url"], ["container"], ["organization?", "note?"], language="zh"),
    Form("zh-web-journal", "王五：《中蒙关系七十年》，《光明网》，2019年10月16日，https://www.gmw.cn/a.htm。", "online",
         _TITLED, ["url", "container"], ["number", "press"], [], "organization", "zh"),
    Form("zh-web-plain", "上海合作组织大事记（2007），上海合作组织官网，2007年4月25日，http://www.sectsco.org/CN11/show.asp?id=236。",
         "online", "plain", ["url"], ["container"], ["title", "organization?"], language="zh", when=_is_plain_title),
    Form("zh-dated-law", "《中华人民共和国和蒙古国友好合作关系条约》，1994年4月29日。", "legislation",
         _TITLED, ["date"], ["container", "press"], ["note?"], language="zh", when=_is_law),
    Form("zh-law", "《联合国宪章》第51条。", "legislation", "angle", ["locator"],
         ["container", "press", "date", "volume"], [], language="zh", when=_is_law),
    Form("zh-report", "国务院新闻办公室：《新时代的中国国防》，2019年7月，第12页。", "report", _TITLED, ["date"],
         ["container", "press"], ["institution?"], language="zh",
         when=lambda d: bool(d.author or d.texts()) and (bool(d.texts()) or _is_document(d) or has_day(d) or bool(d.author))),
    Form("zh-short", "许海云：《冷战时期北约的政治与安全战略》，第60页。", "book", _TITLED, [],
         ["container", "date", "press", "url", "number"], [], language="zh", when=_is_short_title, naming="short"),
)  # fmt: skip
