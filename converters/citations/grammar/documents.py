"""Nouns that make a title that of a law, a treaty or an official document."""

import re

LAW_HAN = r"(?:公约|条约|协定|协约|宪章|宪法|法|法典|法案|议定书|条例|盟约)"
DOCUMENT_HAN = (
    rf"(?:{LAW_HAN}|宣言|声明|公报|备忘录|战略|构想|概念|文件|纲要|纲领|学说|原则|承诺|报告|白皮书|蓝皮书|决议|"
    r"决议案|决定|措施|规划|计划|方案|指南|政策|章程|意见|办法|规定|通知|倡议|协议|协议书|路线图|指针|法令|命令|准则|咨文)"
)
_LAW = re.compile(
    r"\b(?:Treaty|Convention|Agreement|Act|Law|Constitution|Charter|Protocol|Covenant|Code|Pact|"
    r"Договор|Конвенция|Соглашение|Закон|Конституция|Устав|Хартия|Протокол)\b"
)
_DOCUMENT = re.compile(
    r"\b(?:Concept|Strategy|Doctrine|Declaration|Statement|Resolution|Report|Paper|Plan|Program|"
    r"Programme|Policy|Communiqu[eé]|Memorandum|Directive|Guidelines|Principles|Framework|Review|"
    r"Концепция|Стратегия|Доктрина|Декларация|Заявление|Резолюция|Доклад|План|Программа|Указ|"
    r"Постановление|Меморандум|хууль|стратеги|баримтлал|хөтөлбөр)\b"
)
_BRACKET = re.compile(r"[（(][^（）()]*[）)]$")


def is_law(title: str) -> bool:
    """Whether a title is that of a law or treaty."""
    bare = _BRACKET.sub("", title)
    return bool(re.search(LAW_HAN + "$", bare) or _LAW.search(title))


def is_document(title: str) -> bool:
    """Whether a title is that of a law, treaty or official document."""
    bare = _BRACKET.sub("", title)
    return bool(is_law(title) or re.search(DOCUMENT_HAN + "$", bare) or _DOCUMENT.search(title))
