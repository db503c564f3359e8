"""Words that lead in to a citation: 参见, See, См.; and those that join it to the one it quotes."""

import re

from converters.characters import HAN

_HAN = (
    r"(?:可以|可|请|详细|具体|另|亦|又|并|也|还|均|主要|详情|详)?"
    r"(?:参见|参阅|参看|参考|详见|另见|转见|转引自|引自|(?<![意可常罕会看显遇接主偏政预再少多听])见)"
    r"(?:如)?[：:]?\s?"
)
_WEST = (
    r"(?:[Ss]ee(?:,?\s(?:also|for\sexample|e\.g\.|generally|inter\salia),?)?|[Ss]ee:|[Cc]f\.|"
    r"[Cc]ompare|E\.g\.,|[Ff]or\s(?:more|details|example|instance),?\s(?:see)?|"
    r"[Cc]ited\s(?:in|from|after)|[Qq]uoted\s(?:in|from)|"
    r"[Сс]м\.(?:\s(?:также|например))?[:,]?|Ср\.:?|Подробнее\sсм\.:?|Цит\.\sпо:?)\s"
)
LEAD = re.compile(f"{_HAN}|{_WEST}")

#: Between a work and the one through which it is quoted.
THROUGH = re.compile(
    r"[,，;；。.]?\s?(?:\b(?:as\s)?(?:quoted|cited)\s(?:in|from|by)\s|转引自[：:]?|转见[：:]?|"
    r"[Цц]ит\.\sпо:?\s)"
)

#: What may stand before a citation that goes on with another.
JOINING = re.compile(
    r"\s*(?:\[\d+\]|[①-⑳])\s*|[\s，,：:]+(?:(?:and\salso|and|also|&|и)\s|以及|并)?|(?:and\salso|and|also|&|и)\s|以及|并(?=参见|见)"
)

#: The beginning of words that only say what the citation is about.
INTRODUCING = re.compile(
    r"(?:关于|有关|相关|对于?|就|至于|此|这方面|更多|进一步|国内|国外|其他|类似|例如|如|比如|原文|全文|"
    r"数据|资料|引文|以上|本文)"
)

#: Names at the end of a sentence that goes on with a title: …, as Alicia Campi, “…
_NAME = r"[A-ZÀ-ÞĀ-ŽА-ЯЁ][\w.’'-]*"
NAMES = re.compile(
    rf"(?:^|[\s（(，]|(?<=[{HAN}]))(?P<names>{_NAME}(?:(?:,?\s(?:and|&|и)\s|\s){_NAME}){{0,11}}),\s?$"
    rf"|(?:^|[，。；（])(?P<names_han>[{HAN}·、]{{2,20}})[：:]$"
)
