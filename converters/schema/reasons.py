"""Why a part of a seed is not part of its text."""

from enum import StrEnum


class Reason(StrEnum):
    """A reason of removal: its value stands in code, its `label` on the page, in the account."""

    label: str

    def __new__(cls, value: str, label: str = "") -> "Reason":
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    BLANK_MARK = "blank-mark", "空标记"
    COUNTER = "counter", "网站计数"
    DATE_OF_PAGE = "date-of-page", "网页日期"
    FORM = "form", "网页表单提示"
    IMAGE = "image", "图像链接（图像未存）"
    INVISIBLE = "invisible", "不可见字符"
    LABEL = "label", "栏目标签（以栏目标题代替）"
    MARK_UP = "mark-up", "标记符号"
    METADATA_KEY = "metadata-key", "元数据键名"
    NAVIGATION = "navigation", "网站导航与按钮"
    NOTE_MARK = "note-mark", "注码（以链接代替）"
    PAGE_NUMBER = "page-number", "页码（以原页标记代替）"
    RUNNING_HEAD = "running-head", "页眉、页脚"
    REPEATED = "repeated", "重复出现的元数据"
    SEPARATOR = "separator", "分隔符号"
    SITE_CODE = "site-code", "编目代码"
