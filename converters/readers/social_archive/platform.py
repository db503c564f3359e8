"""What a platform and its accounts put round an article: buttons, counters, calls, credits."""

import re

_ORNAMENT = r"[\W_]*"
_NAVIGATION = re.compile(
    r"收录于(?:合集|话题).*|#\S.*\s\d+\s*个(?:内容)?|\d+个内容|原创(?:\s.*|$)"
    r"|(?:以下文章来源于|(?:请)?点击(?:上方|下方|蓝字|标题|图片|“)|关注我们|关注作者|设为星标|轻触阅读|阅读(?:原文|全文)|展开全文).*"
    r"|预览时标签不可点|微信扫一扫.*|关注该公众号|继续滑动看下一个|向[上左]滑动看?.*|轻[点触].*|知道了|取消|允许"
    r"|(?:[“\"]?(?:赞|点赞|在看|分享|收藏|留言|写留言|评论|转发|关注|喜欢|举报|我要举报|申请转载|添加评论|已关注|视频|小程序)[”\"]?[\s，、,：:]*)+"
    r"|.{0,12}(?:长按|扫码|扫一扫|扫描|识别).{0,20}(?:二维码|关注|加入|小程序|公众号|进群)?.{0,12}"
    r"|.{0,20}(?:点个?|点击|右下角|记得).{0,8}(?:在看|点赞|分享).{0,16}"
    r"|喜欢.{0,12}(?:在看|点赞|分享|转发|收藏).{0,10}|.{0,10}戳.{0,6}(?:阅读原文|关注|这里).{0,6}"
    r"|(?:微信号|公众号|微信公众号|微信ID|ID|视频号|微博|抖音|B站)\s*[:：|丨].{1,40}"
    r"|.{0,6}(?:打开|下载).{0,8}(?:APP|App|客户端|今日头条).{0,16}|作者已设置.{0,20}|微信公众平台.{0,10}"
    r"|字号|超大|标准|查看更多|我的评论|被收录于专栏|首页|登录|注册|搜索|\+1"
)
_COUNTER = re.compile(
    r"(?:(?:阅读|浏览|点击|赞|赞同|点赞|在看|评论|收藏|分享|转发|留言|喜欢|热度|阅读量|播放)(?:量|数)?\s*[:：]?\s*"
    r"[\d,.]+\s*[万wWkK]?\+?\s*|[\d,.]+\s*[万wWkK]?\+?\s*(?:次|人|条|个)?\s*(?:阅读|浏览|赞|赞同|评论|收藏|在看|人赞同了该(?:文章|回答))[了]?\s*)+"
)
_PAGE_DATE = re.compile(
    r"(?:编辑于|发布于|发表于|更新于|修改于|最后编辑于|发布时间[:：]?)?\s*(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?"
    r"(?:\s*\d{1,2}:\d\d(?::\d\d)?)?(?:\s*[・·，,]?\s*(?:IP\s*属地[:：]?)?\s*[\u4e00-\u9fff]{0,10})?"
)
_END = re.compile(r"[\W_]*(?:END|The End|完|全文完|正文完|全文终)[\W_]*", re.I)
_TAIL = re.compile(
    rf"{_ORNAMENT}(?:往期.{{0,6}}|(?:推荐|延伸|相关|扩展|拓展|更多|热门|猜你|精彩|近期|精选|好文|历史)"
    r"(?:阅读|文章|回顾|推荐|内容|喜欢|热文|文章推荐|精选|精彩(?:内容|文章)?)|大家都在看|相关推荐阅读|热文推荐"
    rf"|更多精彩.{{0,8}}|推\s*荐\s*阅\s*读|往\s*期\s*回\s*顾)(?:\s*[a-zA-Z ]{{0,20}})?{_ORNAMENT}"
)
_ROLE = (
    r"(?:排版|编辑|责编|责任编辑|图片编辑|新媒体编辑|微信编辑|文字编辑|美术编辑|执行编辑|特约编辑|值班编辑|运营编辑|运营"
    r"|校对|审核|审校|复审|初审|终审|审定|审读|一审|二审|三审|美编|图片|图源|图片来源|封面|封图|制作|策划|监制|主编|统筹|排版编辑|技术支持|新媒体)"
)
_SIGNED = re.compile(
    rf"{_ORNAMENT}(?:本[期文])?{_ROLE}(?:\s*[、/／&和+]\s*{_ROLE})*\s*(?:[|:：丨｜/／]|$)"
)
_NEXT = re.compile(rf"(?<=\S)\s+({_ROLE}\s*[|:：丨｜/／])")
#: Where the page is from, who wrote it.
_PROVENANCE = re.compile(
    r"(?:本文|本文章|文章|原文)(?:系?来源于?|转载自|首发于?|原载于?|原刊于?|刊于|刊载于|转自|观点|发表于|摘自"
    r"|选自)|(?:原标题|原题|原文链接|文章链接|来源链接|原文地址|转载自|转自)\s*[:：为《]"
    r"|[（(]?(?:本文|文章)?作者(?![认以指强]).{0,8}(?:系|为|单位|是).{0,40}"
    r"(?:大学|学院|研究|教授|学者|记者|专家|中心)"
)
#: Whom the page does not speak for, and what may be done with it.
_NOTICE = re.compile(
    r"(?:不代表|仅代表)(?:本|该|作者|个人|.{0,10}(?:号|平台|机构|作者|新闻|本刊|编辑部)).{0,20}"
    r"(?:观点|立场|看法)|不构成.{0,8}投资建议|^(?:版权|转载|免责|特别|郑重)(?:声明|说明|须知|请|事宜)|^声明[:：]"
    r"|著作权归.{0,10}所有|未经.{0,8}(?:授权|许可|允许).{0,8}(?:不得|禁止|严禁|请勿|转载)|如需转载|如有侵权"
    r"|请.{0,8}联系.{0,10}删除|^.{0,6}欢迎.{0,8}(?:投稿|转发|订阅)|^欢迎.{0,8}关注|^投稿(?:邮箱|请|方式)"
)
_LONGEST_CALL = 60
_LONGEST_LINE = 120
_LONGEST_NOTICE = 300


def furniture(string: str) -> str:
    """Why a block is the platform's and no text, or nothing."""
    if len(string) > _LONGEST_CALL or ("\n" in string and len(string) > 40):
        return ""
    if _COUNTER.fullmatch(string):
        return "counter"
    if _PAGE_DATE.fullmatch(string):
        return "date-of-page"
    if _END.fullmatch(string):
        return "mark-up"
    return "navigation" if _NAVIGATION.fullmatch(string) else ""


def opens_tail(string: str) -> bool:
    """Whether a block heads a list of other articles."""
    return len(string) <= 30 and bool(_TAIL.fullmatch(string))


def is_credit(string: str) -> bool:
    """Whether a block says who made the page, where it is from, or whom it does not speak for."""
    if len(string) <= _LONGEST_LINE and (is_signed(string) or _PROVENANCE.match(string)):
        return True
    return len(string) <= _LONGEST_NOTICE and bool(_NOTICE.search(string))


def offices(line: str) -> list[int]:
    """Where the later offices begin on a line that names several (编辑：张三 校对：李四)."""
    return [found.start(1) for found in _NEXT.finditer(line)] if is_signed(line) else []


def is_signed(string: str) -> bool:
    """Whether a line names an office of those who made the page (编辑：…)."""
    return bool(_SIGNED.match(string))
