"""What a page says before its text: nature of the text, identity, source; in Chinese."""

from collections.abc import Mapping

from converters.identity import Identity, Stated
from converters.model import Document, Note
from converters.seed import Seed
from converters.writers.myst_inline import escape, linked

#: The fields shown in the head, by their Chinese names.
LABELS: Mapping[str, str] = {
    "authors": "作者",
    "affiliation": "作者简介",
    "translators": "译者",
    "journal": "原刊",
    "issue_line": "卷期页码",
    "date": "日期",
    "original_title": "原文题名",
    "original_container": "原文刊物",
    "original_date": "原文日期",
    "republisher": "转载者",
    "republication_date": "转载日期",
    "issn": "ISSN",
    "doi": "DOI",
    "url": "网址",
    "keywords": "关键词",
    "tags": "标签",
    "clc": "中图分类号",
    "document_code": "文献标识码",
    "article_id": "文章编号",
    "caption": "图注（图像未存）",
}


def nature(document_nature: str, identity: Identity, document: Document) -> list[str]:
    """The paragraphs that say what kind of text this is, as MyST lines."""
    authors = str(identity["authors"]) if "authors" in identity else ""
    of_whom = authors or "论文作者"
    if document_nature == "machine-summary":
        lines = [
            "{strong}`机器生成的摘要，不是论文。`"
            + f"以下文字由网页的“AI 摘要”功能自动生成，不是{escape(of_whom)}的文字，"
            f"其中任何一句都不得作为{escape(of_whom)}的论述引用。",
            f"所摘论文为{escape(_article(identity, authors))}。"
            "论文的正文、注释、页码均不在本来源之内；"
            "论点须引论文本身，本页只可作为“AI 摘要”引用。",
        ]
    elif document_nature == "translation":
        lines = [
            "{strong}`中文译文"
            + ("，译者未署名。`" if "translators" not in identity else "。`")
            + f"原文为{escape(_original(identity))}。",
            "引用内容须以原文为据；本文只可作为"
            + ("未署名译文" if "translators" not in identity else "译文")
            + "引用。译文未与原文核对。",
        ]
    elif document_nature == "republication":
        date = identity.get("republication_date")
        lines = [
            "{strong}`期刊论文的转载文本。`"
            + f"原刊：{escape(_article(identity, authors))}"
            + (f"；转载于{escape(str(date))}" if date else "")
            + "。本版据转载文本排印，未与原刊核对。"
        ]
        if document.introduction:
            lines.append(
                "文中有不同的声音：导读与篇末附记出自转载者，不是"
                f"{escape(of_whom)}的文字，与正文分开排印。"
            )
        if not document.notes:
            lines.append("转载文本没有注释；原刊如有注释，已不在本来源之内。")
    else:
        lines = ["{strong}`期刊论文。`" + (f"{escape(_article(identity, authors))}。")]
        if document.notes:
            lines.append("注释依原刊逐页编号，本版另编连续序号；原刊页码以页标注于文中。")
    if "statement" in identity:
        lines.append(escape(str(identity["statement"])))
    return lines


def _article(identity: Identity, authors: str) -> str:
    title = str(identity.get("title", ""))
    parts = [f"{authors}：《{title}》" if authors else f"《{title}》"]
    if journal := identity.get("journal"):
        parts.append(f"《{journal}》{issue_line(identity)}")
    elif line := issue_line(identity):
        parts.append(f"刊名待考，{line}")
    else:
        parts.append("刊名、年、期待考")
    return "，".join(part for part in parts if part)


def _original(identity: Identity) -> str:
    parts = [
        str(identity[name]) for name in ("original_title", "original_container") if name in identity
    ]
    if date := identity.get("original_date"):
        parts.append(str(date))
    return ", ".join(parts) if parts else "何文待考"


def issue_line(identity: Identity) -> str:
    """Year, volume, issue and pages in words: 2025年第9卷第3期，第119—137页."""
    year, volume, issue = (identity.get(name) for name in ("year", "volume", "issue"))
    line = (f"{year}年" if year else "") + (f"第{volume}卷" if volume else "")
    line += f"第{issue}期" if issue else ""
    if pages := identity.get("pages"):
        line += ("，" if line else "") + f"第{str(pages).replace('-', '—')}页"
    return line


def identity_list(
    seed: Seed, document: Document, identity: Identity, notes: Mapping[str, Note]
) -> list[str]:
    """The field list of the head, as MyST lines. `notes`: those that hang on a field, by field."""
    shown: dict[str, Stated] = dict(identity)
    if line := issue_line(identity):
        shown["issue_line"] = Stated(line, _first_evidence(identity))
    for field in document.fields:
        if field.name in ("tags", "clc", "document_code", "article_id", "caption"):
            shown.setdefault(field.name, Stated(tuple(field.value.split("；"))))
    lines = []
    for name, label in LABELS.items():
        if name in shown:
            stated = shown[name]
            words = linked(str(stated))
            if name == "authors" and document.nature == "machine-summary":
                label = "论文作者"
            if stated.evidence:
                words += f"〔编者补：{linked(stated.evidence)}〕"
            hung = [
                note
                for on, note in notes.items()
                if on == name or (name == "authors" and on == "title")
            ]
            words += "".join(f"[^{note.label}]" for note in hung)
            lines.append(f":{label}: {words}")
    lines.append(f":来源文件: {escape(seed.name)}")
    lines.append(f":SHA-256: {seed.sha256}")
    return lines


def _first_evidence(identity: Identity) -> str:
    evidence = [
        identity[name].evidence for name in ("pages", "year", "volume", "issue") if name in identity
    ]
    return next((words for words in evidence if words), "")
