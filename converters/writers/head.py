"""What a page says before its text: what the text is, its identity, its source; in Chinese."""

from collections.abc import Collection, Mapping

from converters.identity import Identity, Stated, value_of
from converters.model import Document, Note, PageBreak
from converters.schema.derivations import Fact, Sentence
from converters.schema.fields import TextField, Use, fields_for
from converters.schema.front import FrontMatter
from converters.seed import Seed
from converters.writers.myst_inline import escape, linked

_ISSUE_LINE = "卷期页码"
_IN_ISSUE_LINE = (TextField.PAGES, TextField.YEAR, TextField.VOLUME, TextField.ISSUE)


def nature(front: FrontMatter, identity: Identity, document: Document) -> list[str]:
    """The paragraphs that say what kind of text this is, as MyST lines."""
    facts = facts_of(document, identity)
    claim = escape(_said(front.terms.claim, facts, front, identity))
    said = (_said(sentences, facts, front, identity) for sentences in front.terms.statements)
    first, *rest = map(escape, said)
    lines = [f"{{strong}}`{claim}`{first}", *(line for line in rest if line)]
    if TextField.STATEMENT in identity:
        lines.append(escape(str(identity[TextField.STATEMENT])))
    return lines


def facts_of(document: Document, identity: Identity) -> frozenset[Fact]:
    """What is true of a text and decides which sentences its page has."""
    blocks = (*document.abstract, *document.introduction, *document.body, *document.endmatter)
    # Pages that are only counted, for no number is printed, are not those of the original.
    pages = any(isinstance(mark.what, PageBreak) for b in blocks for mark in b.text.marks) and (
        "page-numbers-missing" not in {message.code for message in document.messages}
    )
    marks = [note.mark for note in document.notes if note.mark.isdigit()]
    true = {
        Fact.NOTES_BY_PAGE: pages and len(set(marks)) < len(marks),
        Fact.NO_NOTES: not document.notes,
        Fact.PAGES: pages,
        Fact.INTRODUCTION: bool(document.introduction),
        Fact.ENDMATTER: bool(document.endmatter),
        Fact.DATED: TextField.REPUBLICATION_DATE in identity,
    }
    return frozenset(fact for fact, holds in true.items() if holds)


def _said(
    sentences: Collection[Sentence],
    facts: Collection[Fact],
    front: FrontMatter,
    identity: Identity,
) -> str:
    """The sentences whose facts are true, in one string."""
    template = "".join(one.text for one in sentences if all(fact in facts for fact in one.needs))
    return front.worded(
        template,
        article=_article(front, identity),
        authors="、".join(front.writers) or f"{front.genre.terms.noun}作者",
        translated=_translated(front),
        date=front.republication_date,
    )


def _article(front: FrontMatter, identity: Identity) -> str:
    """The first publication in words: 张雪：《题名》，《刊名》2024年第5期，第119—137页."""
    terms, line = front.genre.terms, issue_line(identity)
    authors = "、".join(front.writers)
    parts = [f"{authors}：《{front.title}》" if authors else f"《{front.title}》"]
    if not front.volume and not front.issue and front.date:
        line = front.date  # what has no issue is dated to the day
    if front.journal:
        name = f"《{front.journal}》" if terms.title_marks else front.journal
        parts.append(f"{name}{line}" if terms.title_marks or not line else f"{name}，{line}")
    elif terms.unknown:
        lacking = f"{terms.unknown}、年、期" if terms.venue and not line else terms.unknown
        parts.append(f"{lacking}待考，{line}" if line else f"{lacking}待考")
    else:
        parts.append(line)
    return "，".join(part for part in parts if part)


def _translated(front: FrontMatter) -> str:
    parts = (front.original_title, front.original_container, front.original_date)
    return ", ".join(part for part in parts if part) or "何文待考"


def issue_line(identity: Identity) -> str:
    """Year, volume, issue and pages in words: 2025年第9卷第3期，第119—137页."""
    pages, year, volume, issue = (identity.get(name) for name in _IN_ISSUE_LINE)
    line = (f"{year}年" if year else "") + (f"第{volume}卷" if volume else "")
    line += f"第{issue}期" if issue else ""
    if pages:
        line += ("，" if line else "") + f"第{str(pages).replace('-', '—')}页"
    return line


def identity_list(
    seed: Seed,
    front: FrontMatter,
    document: Document,
    identity: Identity,
    notes: Mapping[str, Note],
) -> list[str]:
    """The field list of the head, as MyST lines. `notes`: those that hang on a field, by field."""
    shown = dict(identity)
    for field in document.fields:
        if field.name in set(fields_for(Use.HEAD)) - set(fields_for(Use.RECORD)):
            shown.setdefault(TextField(field.name), Stated(value_of(field)))
    lines = []
    for name in TextField:
        if name is TextField.YEAR and (line := issue_line(identity)):
            lines.append(_line(_ISSUE_LINE, Stated(line, _first_evidence(identity))))
        elif name in shown and Use.HEAD in name.use:
            called = "".join(f"[^{note.label}]" for on, note in notes.items() if _hangs(on, name))
            lines.append(_line(_label(name, front), shown[name]) + called)
    lines.append(f":来源文件: {escape(seed.name)}")
    lines.append(f":SHA-256: {seed.sha256}")
    return lines


def _line(label: str, stated: Stated) -> str:
    evidence = f"〔编者补：{linked(stated.evidence)}〕" if stated.evidence else ""
    return f":{label}: {linked(str(stated))}{evidence}"


def _label(name: TextField, front: FrontMatter) -> str:
    """The name of a field, for authors and periodical that of this text's genre."""
    if name is TextField.AUTHORS and front.original_authors and not front.translators:
        return f"{front.genre.terms.noun}作者"
    return front.genre.terms.container if name is TextField.JOURNAL else name.label


def _hangs(on: str, name: TextField) -> bool:
    """Whether a note that is called by the field `on` stands at the line of `name`."""
    return on == name or (name is TextField.AUTHORS and on == TextField.TITLE)


def _first_evidence(identity: Identity) -> str:
    evidence = [identity[name].evidence for name in _IN_ISSUE_LINE if name in identity]
    return next((words for words in evidence if words), "")
