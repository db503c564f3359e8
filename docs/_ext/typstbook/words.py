"""The words that the book itself says, by language; a project may replace any of them.

``{}`` and names in braces stand for what is filled in.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "contents": "Contents",
        "colophon": "Colophon",
        "works-cited": "Works cited",
        "name-separator": ", ",
        "title": "{}",
        "version": "Version {}",
        "volume": "Volume {}",
        "rights": "Rights",
        "cite": "How to cite",
        "publisher": "Published by {}",
        "fonts": "Set in {}.",
        "software": "Made with {}.",
        "sources": "Sources",
        "checksum": "SHA-256",
        "source-page": "p. {}",
        "printed-note": "[orig. {page}{mark}]",
        "offprint": "Offprint from {title}",
        "cite-line": "{authors}. {title}. {version}, {date}.",
    }
)

CHINESE: Mapping[str, str] = MappingProxyType(
    {
        "contents": "目录",
        "colophon": "版记",
        "works-cited": "本篇所引文献",
        "name-separator": "、",
        "title": "《{}》",
        "version": "第{}版",
        "volume": "第{}册",
        "rights": "权利",
        "cite": "引用方式",
        "publisher": "{}出版",
        "fonts": "字体：{}。",
        "software": "制作：{}。",
        "sources": "来源文件",
        "checksum": "SHA-256",
        "source-page": "原{}",
        "printed-note": "原{page}{mark}",
        "offprint": "单篇本，录自{title}",
        "cite-line": "{authors}：{title}，{version}，{date}。",
    }
)


def words_of(language: str, own: Mapping[str, str]) -> dict[str, str]:
    """The words for a BCP 47 language (English where it is not known), `own` before others."""
    base = CHINESE if language.lower().startswith("zh") else ENGLISH
    return {**base, **own}
