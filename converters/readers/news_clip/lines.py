"""What single lines of a news page are: title, byline, caption, credit, provenance."""

import re

from converters.characters import han_count
from converters.dates import days, first_iso
from converters.model import Field, Text
from converters.readers.common.furniture import Said, furniture, is_foreign
from converters.readers.common.headings import heading
from converters.readers.common.names import names
from converters.readers.common.reading import Row
from converters.surnames import SINGLE

_CLOSE = "”’」』）)》〉】"
_PROVENANCE = re.compile(
    r"(?:本|这篇|该|此)(?:文|文章|篇).{0,240}(?:发表|刊载|刊登|刊发|原载|首发|载于|转载|译自|编译自|摘编|原题|(?:代表|属|系|为).{0,8}(?:观点|立场))"
    r"|(?:本文|原文|文章)(?:来源|链接|标题|题目|出处|题为|译自|地址)|^[（(【\[]?(?:译自|编译自|摘自|转自|原载|原标题|原题)"
    r"|^(?:声明|译者注|译注|作者简介|译者简介|编者注)\s*[:：]|^[（(]?作者\s*(?:系|为|是)"
)
_CREDIT = re.compile(
    r"^[（(【\[]?\s*(?:来源|原文|稿源|文|作者|撰文|记者|译者?|翻译|编译|责任编辑|责编|编辑|校对|审核|排版|编审|监制|实习生|供图)"
    r"\s*[:：/／|丨]"
)
TAIL = re.compile(
    r"\s*(?P<end>[（(【\[]\s*完\s*[)）】\]])?\s*(?P<credit>[（(【\[]\s*(?:责任编辑|责编|编辑|编译|译者?|作者|文|来源)"
    r"\s*[:：/／][^()（）【】\[\]]{1,60}[)）】\]])?$"
)
CAPTION = re.compile(
    r"^(?:图像(?:来源|加注文字)|图\s*\d*\s*[:：]|图\s?\d+\s|图为|资料图|(?:图片|照片|配图)\s*(?:来源|说明|提供)?\s*[:：/／|]|(?:图源|供图|摄影)\s*[:：/／|]"
    r"|[▲△↑▼▽]|[（(]?图\s*[/／|:：]|[（(](?:图片来源|资料图|资料照片|视觉中国))"
    r"|^\S.{0,70}(?:摄|[社网]发)[)）]?$"
)
LEAD = re.compile(
    r"^[【\[（(]?(?:核心提示|导语|导读|摘要|提要|内容提要|提示)(?:[】\])）]\s*[:：]?|\s*[:：])\s*"
)
GUIDE = re.compile(r"^[【\[]?(?:编者按|编者的话|译者按|按语|编按)(?:[】\]]\s*[:：]?|\s*[:：])\s*")
_BULLET = re.compile(r"^[•·●○◦▪■□◆◇►▶▌—*-]\s*(?=[^\s—-])")
_SITE = re.compile(r"_|\s+[-–—|｜]+\s+|[-|｜](?=[^-|｜]*$)")
_SITE_NAME = re.compile(
    r"(?:网|网站|中文|新闻|频道|中心|日报|晚报|周刊|时报|报|社|在线|论坛|客户端|杂志|评论|博客|电视台|\.(?:com|cn|net|org|mn)|"
    r"News|Times|Post|Daily|Review)$",
    re.I,
)
_SOURCE = re.compile(r"[^\s，。：:]{1,16}(?:网|社|报|台|刊|新闻|客户端|杂志|通讯)")
_KEYS = {
    "date": "发布时间|发表时间|发布日期|时间|日期",
    "page-date": "更新时间|更新日期|最后更新",
    "source": "文章来源|信息来源|来源|稿源|出处",
    "authors": "作者|撰文|文|记者|通讯员",
    "translators": "译者|翻译|编译|译",
    "credit": "责任编辑|责编|网络编辑|编辑|校对|审核|排版|编审|监制",
    "counter": "浏览量?|阅读量?|点击量?|评论数?|人气|阅读次数|浏览次数|点击数",
}
_KEY = re.compile(
    r"(?:(?<=^)|(?<=[\s|丨·•（(\d]))(?:"
    + "|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in _KEYS.items())
    + r")\s*[:：/／|丨]\s*"
)
_WROTE = re.compile(
    r"^[■□◎●]?\s*(?:(?:本报|本刊|本网|[^\s，。]{2,6}社)?(?:驻\S{1,8}?)?(?:特约|特派)?记者)\s+(?P<names>\S.{0,30})$"
)
_ROLE = re.compile(r"^(?P<names>[^，。：:]{2,30}?)\s*[/／|]?\s*(?P<role>文|著|撰|译|编译)$")
_ORIGINAL = re.compile(
    r"(?:以|题为|题名|原题|标题[为是:：]?)\s*《(?P<title>[^》]{2,80})》\s*[（(](?P<original>[A-Za-z][^（）()]{5,200})[）)]"
)
_ORIGINAL_ALONE = re.compile(
    r"(?:(?:原文|英文|外文)(?:标题|题目|题名|原题)|原题|原标题|题为)[为是]?\s*[:：]?\s*[“《\"]?"
    r"(?P<original>[A-Z][^”》\"（）()，。；\u4e00-\u9fff]{7,200})"
)
_ORIGINAL_IN = re.compile(
    r"《(?P<name>[^》]{1,40})》\s*[（(](?P<original>[A-Z][^（）()]{2,60})[）)]"
)
_PLACE = re.compile(
    r"(?:编译自|译自|原载于?|发表于|刊载于|刊于|载于|首发于|摘自)\s*[:：]?\s*[\u4e00-\u9fff]{0,4}"
    r"(?:《(?P<name>[^》]{1,40})》|(?P<latin>[A-Z][A-Za-z .&’'-]{2,60}))"
)
_TRANSLATED = re.compile(r"译自|编译|译者|英文(?:原题|标题)|原文(?:标题|题目|链接)")
_AFFILIATION = re.compile(
    r"作者[^，。；:：]{0,12}?(?:系|为|是)(?P<words>[^，。；）)]{4,60}?(?:教授|研究员|学者|记者|博士|硕士|主任|所长|院长|讲师|专家|作家|评论员|外交官))"
)


def is_closing(string: str) -> bool:
    """Whether a row speaks of the text rather than in it: provenance, credits."""
    found = _PROVENANCE.search(string) or _CREDIT.match(string)
    return bool(found) and han_count(string) < 200


def bare(row: Row) -> Row:
    """A title without the names of column and site after it."""
    sign = _SITE.search(row.string)
    if sign and _SITE_NAME.search(row.string) and han_count(row.string[: sign.start()]) >= 4:
        return row.part(0, sign.start())
    return row


def same_title(one: Row, other: Row) -> bool:
    return bare(one).string == bare(other).string


def numbered(string: str) -> bool:
    found = heading(string)
    return bool(found and (found[1] or len(string) < 6)) or bool(re.fullmatch("【.*】", string))


def statements(row: Row) -> list[Said]:
    """The parts of a line that states date, source, author or credits and nothing else."""
    string = row.string
    if len(string) > 120 or "。" in string or is_foreign(string):
        return []
    keys = list(_KEY.finditer(string))
    found = _unlabelled(string, 0, keys[0].start() if keys else len(string))
    if found is None or not (keys or any(role == "date" for role, _, _ in found)):
        return []
    ends = [*(key.start() for key in keys[1:]), len(string)]
    for key, end in zip(keys, ends, strict=False):
        name = next(name for name in _KEYS if key[name.replace("-", "_")])
        low = key.end()
        high = low + len(string[low:end].rstrip(" |丨·•/（(，,"))
        if name in ("counter", "credit"):
            found.append(("-counter" if name == "counter" else "end", key.start(), high))
            continue
        if name == "page-date":
            found.append(("-date-of-page", key.start(), high))
            continue
        found.append(("-metadata-key", key.start(), low))
        dated = [(start, end) for start, end in days(string) if low <= start and end <= high]
        if name == "date":
            if not dated or dated[0][0] != low:
                return []
            rest = _unlabelled(string, dated[0][1], high)
            if rest is None:
                return []
            found += [("date", *dated[0]), *rest]
            continue
        if name == "source" and dated:
            found.append(("date", *dated[0]))
            high = low + len(string[low : dated[0][0]].rstrip(" |丨·•/（("))
        if high - low > 40:
            return []
        of = re.search(r"\s*[（(](?P<words>[^（）()]{4,38})(?:[)）]|$)", string[low:high])
        if of and name == "authors":
            found += [
                (name, low, low + of.start()),
                ("affiliation", low + of.start("words"), low + of.end("words")),
            ]
        elif high > low:
            found.append((name, low, high))
    return found


def _unlabelled(string: str, low: int, high: int) -> list[Said] | None:
    """Dates, sources and buttons without a label; None where there are other words."""
    found: list[Said] = [("date", *at) for at in days(string) if low <= at[0] and at[1] <= high]
    bare = string[low:high]
    for _, start, end in found:
        bare = bare[: start - low] + " " * (end - start) + bare[end - low :]
    for word in re.finditer(r"[^\s|丨·•/()（）]+", bare):
        if _SOURCE.fullmatch(word[0]) and found:
            found.append(("source", low + word.start(), low + word.end()))
        elif furniture(word[0]):
            found.append(("-navigation", low + word.start(), low + word.end()))
        else:
            return None
    return found


def byline(string: str) -> list[Said]:
    """The names of a line between title and text that holds nothing else, with their role."""
    if wrote := _WROTE.match(string):
        low, high = wrote.span("names")
        return [("-metadata-key", 0, low), ("authors", low, high)] if names(wrote["names"]) else []
    if (done := _ROLE.match(string)) and names(done["names"]):
        name = "translators" if done["role"] in ("译", "编译") else "authors"
        return [(name, *done.span("names")), ("-metadata-key", *done.span("role"))]
    if len(string) <= 20 and names(string) and not furniture(string):
        surnamed = all("·" in name or name[0] in SINGLE for name in names(string))
        return [("authors", 0, len(string))] if surnamed else []
    return []


def name_list(string: str) -> str:
    """The names of a string as the value of a field."""
    bare = re.sub(r"^(?:本报|本刊)?记者\s*", "", string)
    found = names(bare) or list(re.split(r"[、，,;；]+|\s+(?=[\u4e00-\u9fff])", bare))
    return "；".join(part.strip() for part in found if part.strip())


def said_of_original(strings: list[str]) -> list[Field]:
    """What closing notes say of original and people: no text of its own."""
    fields: list[Field] = []

    def add(name: str, value: str) -> None:
        if value.strip():
            fields.append(Field(name, Text(), value.strip()))

    translated = any(_TRANSLATED.search(string) for string in strings)
    for string in strings:
        titled = _ORIGINAL.search(string)
        alone = None if titled else _ORIGINAL_ALONE.search(string)
        place = _PLACE.search(string)
        if titled:
            add("title", titled["title"])
            add("original_title", titled["original"])
        elif alone:
            add("original_title", alone["original"])
        others = [
            m for m in _ORIGINAL_IN.finditer(string) if not titled or m.start() > titled.end()
        ]
        others += [m for m in _ORIGINAL_IN.finditer(string) if titled and m.end() < titled.start()]
        foreign = bool(titled or alone or others or translated)
        if others:
            add("original_container", others[0]["original"])
        elif place:
            add("original_container" if foreign else "journal", place["name"] or place["latin"])
        if place or titled or others:
            add("original_date" if foreign else "date", first_iso(string))
        if who := re.search(
            r"(?:编译|译者?|翻译)\s*[:：/／]\s*(?P<names>[\u4e00-\u9fff·、 ]{2,30})", string
        ):
            add("translators", name_list(who["names"]))
        if who := re.search(
            r"(?:作者|文|撰文)\s*[:：/／]\s*(?P<names>[\u4e00-\u9fff·、 ]{2,30})", string
        ):
            add("authors", name_list(who["names"]))
        if of := _AFFILIATION.search(string):
            add("affiliation", of["words"])
    return fields
