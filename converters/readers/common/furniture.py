"""What readers of web pages share: telling a sentence, a title line or a date from furniture."""

import re
from collections.abc import Iterable
from dataclasses import replace

from converters.characters import han_count
from converters.dates import days
from converters.ledger import texts
from converters.model import Document, Paragraph, Removal, Span, Text
from converters.readers.common.reading import Reading, Row
from converters.seed import Seed
from converters.text import drop_invisible, prose

_SENTENCE_END = "。！？…；：，、”’」』）.!?;:,\"'"
_CYRILLIC = re.compile("[\u0400-\u04ff]")
#: Letters that may stand beside a date on a line of its own: 发布于, 星期三, 来源网.
_BESIDE_DATE = 4


def ends_sentence(string: str) -> bool:
    """Whether a line ends like a sentence or a part of one, not like a title."""
    return string.rstrip().endswith(tuple(_SENTENCE_END))


def is_date_line(string: str) -> bool:
    """Whether a line holds a date and little else."""
    bare = list(string)
    for low, high in days(string):
        bare[low:high] = " " * (high - low)
    rest = "".join(bare)
    return rest != string and len(re.sub(r"[\W\d_]", "", rest)) <= _BESIDE_DATE


#: What a part of a row is: a name of a field, or of another place, or `-` and a reason of removal.
Said = tuple[str, int, int]
Placed = tuple[str, Row]


def parts(row: Row, said: Iterable[Said]) -> list[Placed]:
    """The parts of a row in order; what stands between them is a separator."""
    found: list[Placed] = []
    at = 0
    for role, low, high in sorted(said, key=lambda one: one[1]):
        if gap := row.part(at, low):
            found.append(("-separator", gap))
        if part := row.part(low, high):
            found.append((role, part))
        at = high
    return [*found, ("-separator", rest)] if (rest := row.part(at)) else found


def removals(reading: Reading, placed: Iterable[Placed]) -> list[Removal]:
    """The rows that are no part of the text."""
    return [
        removal
        for role, row in placed
        if role.startswith("-")
        for removal in reading.remove(row.start, row.end, role[1:])
    ]


def text_of(reading: Reading, row: Row) -> Text:
    """The prose of a row."""
    return prose(reading.cut(row.start, row.end))


def paragraphs(reading: Reading, rows: Iterable[Row]) -> tuple[Paragraph, ...]:
    """A paragraph for each row."""
    return tuple(Paragraph(text_of(reading, row)) for row in rows)


def without_invisible(seed: Seed, document: Document) -> Document:
    """The document with the invisible characters that stand in none of its texts removed."""
    held = bytearray(len(seed.text))
    spans = [piece.span for _, text in texts(document) for piece in text.pieces]
    for span in (*spans, *(removal.span for removal in document.removed)):
        held[span.start : span.end] = b"\1" * (span.end - span.start)
    stray = [edit for edit in drop_invisible(seed.text) if not held[edit.start]]
    removed = [Removal(Span(edit.start, edit.end), "invisible") for edit in stray]
    return replace(document, removed=(*document.removed, *removed))


_WORDS = (
    "分享到?|分享至|转发|微信(?:好友)?|(?:新浪|腾讯)?微博|QQ(?:空间|好友)?|朋友圈|复制(?:链接)?|字号|字体"
    "|放大|缩小|超?大|中|小|默认|打印|收藏|纠错|点?赞|踩|(?:我要)?举报|(?:我要|发表)?评论|留言|跟帖|有用|没用|反馈"
    "|首页|登[录陆]|注册|订阅|菜单|广告|高级检索|检索|搜索|关闭|返回(?:顶部|首页|列表)?|[上下]一[篇页]|尾页|末页|更多"
    "|展开(?:全文|全部|导航|更多)?|收起|加载(?:中|更多)|听新闻|语音播报|朗读|播放|暂停|下载|全文|阅读(?:全文|原文)|在线阅读"
    "|导出(?:引用|题录)?|引用|关注|投稿|期刊|论文|作者(?:信息|简介|单位)?|出版信息|重新生成|编辑|查看原文|手机看|关于我们|联系我们|网站地图"
    "|友情链接|隐私政策"
    "|PDF|HTML|XML|APP|Home|Menu|World|Asia|Opinion|Share(?: on \\w+)?|Tweet|Print|E-?mail"
    "|Facebook|Twitter|LinkedIn|WhatsApp|Telegram|Sign in|Log ?in|Subscribe"
    "|Read more|Advertisement|Search"
)
_BUTTONS = re.compile(rf"(?=\D*\w)(?:(?:{_WORDS})|[\s|/·:：,，、+>»&()（）\[\]【】<«\d-])+", re.I)
_PATH = re.compile(r"^(?:当前|您的?|您现在的)(?:所在)?位置|\S\s*(?:>{1,2}|»|›)\s*\S")
_NOTICE = re.compile(
    r"^\W*(?:版权声明|免责声明|特别声明|凡(?:本|注明)|Copyright|©|[(]c[)]|扫一扫|扫码|长按|微信扫|违法和不良信息|转载请"
    r"|关注.{0,12}(?:公众号|微信|微博)|更多.{0,20}(?:请|尽在|关注)|下载.{0,8}(?:APP|客户端)|[上下]一篇\s*[:：]"
    r"|.{0,10}(?:投诉|举报|报料|热线)(?:电话|邮箱)?\s*[:：]|点击.{0,20}(?:进入|查看|关注|下载|阅读))"
    r"|未经.{0,12}(?:授权|许可|同意|允许).{0,6}(?:不得|禁止|严禁|请勿|转载)"
    r"|ICP备|公网安备|All rights reserved|版权所有"
    r"|^.{0,12}编辑部$",
    re.I,
)
_COUNTED = "浏览|阅读|点击|下载|被引|引用|评论|人气|赞|收藏|访问|转发|分享"
_COUNTERS = re.compile(
    rf"(?:(?:(?:PDF|全文|摘要|文章)?(?:{_COUNTED})(?:量|数|次数|频次|率)?|CNKI)|[\d\s,.，|:：()（）次]|[A-Za-z](?=[)）]))+"
)
_RELATED = re.compile(
    r"\W*(?:相关|推荐|延伸|热门|热点|猜你|大家都|为您|精彩|往期|最新)(?:的)?"
    r"(?:阅读|新闻|文章|推荐|链接|报道|专题|内容|资讯|排行|喜欢|在看|回顾|论文|文献)(?:榜)?\W*"
    r"|(?:Related|Most|You may)\b.{0,30}",
    re.I,
)
_COMMENTS = re.compile(
    r"(?:网友|最新|全部|热门|精彩|发表|我要|文章|读者)?(?:评论|留言|跟帖)(?:区|列表)?(?:\W*\d*\W*)条?"
    r"|(?:Leave a )?comments?\b.{0,12}|.*(?:бичих|сэтгэгдэл).*|请?登录后.{0,8}评论",
    re.I,
)


def is_comments(string: str) -> bool:
    """Whether a line opens the comments of readers, or asks for one."""
    return len(string) < 120 and _COMMENTS.fullmatch(string) is not None


def is_related(string: str) -> bool:
    """Whether a line heads a list of other pages."""
    return len(string) <= 40 and _RELATED.fullmatch(string) is not None


def furniture(string: str) -> str:
    """Why a line is furniture of its page wherever it stands: a reason of removal, or nothing."""
    if re.fullmatch(r"!\[[^\]]*\]\([^)]*\)", string):
        return "image"
    if re.fullmatch(r"[\W_]+|[（(【\[]?\s*(?:完|END)\s*[)）】\]]?", string):
        return "separator"
    if re.search(r"\d", string) and _COUNTERS.fullmatch(string):
        return "counter"
    if _BUTTONS.fullmatch(string) or (len(string) < 200 and _NOTICE.search(string)):
        return "navigation"
    if len(string) < 80 and _PATH.search(string) and not ends_sentence(string):
        return "navigation"
    return "navigation" if is_foreign(string) and len(string) < 160 else ""


def is_foreign(string: str) -> bool:
    """Whether a line is in Cyrillic letters only: furniture of a Mongolian or Russian site."""
    return bool(_CYRILLIC.search(string)) and not han_count(string)


def is_menu(string: str) -> bool:
    """Whether a line is a row of short words, as menus are."""
    words = string.split()
    return len(words) >= 4 and all(len(word) <= 6 for word in words)
