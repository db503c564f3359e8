"""A document as a MyST page: the text of record, one paragraph a line."""

import json
from collections.abc import Mapping, Sequence

from converters.identity import Identity
from converters.ledger import Ledger
from converters.model import Block, Document, Heading, Note, Paragraph, Table, Text
from converters.record import Record, locate
from converters.schema.front import FrontMatter, dump
from converters.schema.ids import IdKind, TextId, parse_id
from converters.seed import Seed
from converters.writers.account import account
from converters.writers.head import identity_list, nature
from converters.writers.myst_inline import escape, escape_start, inline

_STANDFIRST = TextId(IdKind.STANDFIRST)


def page(
    seed: Seed,
    record: Record,
    document: Document,
    identity: Identity,
    ledger: Ledger,
    front: FrontMatter,
) -> str:
    """The whole page. `document` has ids and its citations are marked."""
    hung = {note.on: note for note in document.notes if note.on != "text"}
    parts = [
        _front_matter(front, _description(document, front.title)),
        f"# {escape(front.title)}",
        _container(
            f"nature nature-{front.derivation}", "\n\n".join(nature(front, identity, document))
        ),
        "{.identity}\n" + "\n".join(identity_list(seed, front, document, identity, hung)),
    ]
    for field in document.fields:
        if field.name == "standfirst":
            parts.append(f"{{#{_STANDFIRST} .standfirst}}\n{_line(field.text)}")
    if document.abstract:
        parts.append(_rubric("提要", "abstract"))
        parts += [f"{{#{p.id} .abstract}}\n{_line(p.text)}" for p in document.abstract]
    if document.introduction:
        inner = [_rubric("导读（转载者）", "introduction"), *map(_set_apart, document.introduction)]
        parts.append(_container("introduction", "\n\n".join(inner)))
    parts += map(_block, document.body)
    if document.notes:
        parts.append(_rubric("注释", "notes"))
        parts.append("\n".join(map(_note, document.notes)))
    if record.queries:
        parts.append(_rubric("编者存疑", "queries"))
        parts.append("\n".join(_queries(seed, record, document)))
    if document.endmatter:
        parts.append(_rubric("篇末附记", "endmatter"))
        parts += [f"{{#{p.id}}}\n{_line(p.text)}" for p in document.endmatter]
    places = _places(document)
    parts.append(_rubric("整理记录", "account"))
    parts.append(_container("account", "\n".join(account(seed, record, document, ledger, places))))
    return "\n\n".join(parts) + "\n"


def _front_matter(front: FrontMatter, description: str) -> str:
    lines = ["---", "edition:"]
    lines += [f"  {name}: {json.dumps(v, ensure_ascii=False)}" for name, v in dump(front).items()]
    lines += ["myst:", "  html_meta:", f"    edition.seed: {json.dumps(front.seed)}"]
    lines.append(f"    description: {json.dumps(description, ensure_ascii=False)}")
    return "\n".join([*lines, "---"])


def _description(document: Document, title: str) -> str:
    paragraphs = [
        b.text.string for b in (*document.abstract, *document.body) if isinstance(b, Paragraph)
    ]
    words = paragraphs[0] if paragraphs else title
    return words if len(words) <= 120 else words[:119] + "…"


def _container(classes: str, inner: str) -> str:
    return f":::{{container}} {classes}\n{inner}\n:::"


def _rubric(title: str, name: str) -> str:
    return f"```{{rubric}} {title}\n:class: apparatus\n:name: {name}\n```"


def _line(text: Text) -> str:
    return escape_start(inline(text))


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        gap = (
            "" if block.number.string.endswith(("、", "）", "．", ")")) or not block.number else " "
        )
        words = inline(block.number) + gap + inline(block.text)
        return f"{{#{block.id}}}\n{'#' * (block.level + 1)} {escape_start(words)}"
    if isinstance(block, Table):
        return f"{{#{block.id}}}\n{_table(block)}"
    return f"{{#{block.id}}}\n{_line(block.text)}"


def _table(table: Table) -> str:
    head, *rows = ["| " + " | ".join(map(inline, row)) + " |" for row in table.rows]
    return "\n".join([head, "|" + " --- |" * len(table.rows[0]), *rows])


def _set_apart(block: Block) -> str:
    """A block inside a container, where a heading cannot open a section."""
    if isinstance(block, Heading):
        words = escape(block.number.string + block.text.string)
        return f"```{{rubric}} {words}\n:name: {block.id}\n```"
    return _block(block)


def _note(note: Note) -> str:
    return f"[^{note.label}]: {escape_start(inline(note.text))}"


def _covering(document: Document, offset: int) -> str:
    """The id of the block or note that holds this offset of the seed, or nothing."""
    named: Sequence[tuple[str, Text]] = [
        *((block.id, block.text) for block in (*document.abstract, *document.introduction)),
        *((block.id, block.text) for block in (*document.body, *document.endmatter)),
        *((note.label, note.text) for note in document.notes),
    ]
    for name, text in named:
        if any(p.span.start <= offset < max(p.span.end, p.span.start + 1) for p in text.pieces):
            return name
    return ""


def place(name: str) -> str:
    """An id in words, as a link: `p119-2` → 第119页第2段."""
    if not name:
        return "题署"
    found = parse_id(name)
    if found is None:
        raise ValueError(f"no id of a page: {name}")
    page = f"第{found.page}页" if found.page else ""
    return f"[{page}{_PLACES[found.kind].format(found.number)}](#{name})"


#: How each part of a text that has an id is named.
_PLACES = {
    IdKind.PARAGRAPH: "第{}段",
    IdKind.NOTE: "注{}",
    IdKind.HEADING: "标题{}",
    IdKind.INTRODUCTION: "导读第{}段",
    IdKind.INTRODUCTION_HEADING: "导读标题{}",
    IdKind.ENDMATTER: "附记第{}段",
    IdKind.ABSTRACT: "提要第{}段",
}


def _queries(seed: Seed, record: Record, document: Document) -> list[str]:
    return [
        f"- {place(_covering(document, locate(record, seed, query)))}“{escape(query.words)}”："
        f"{escape(query.text)}"
        for query in record.queries
    ]


def _places(document: Document) -> Mapping[str, str]:
    """Where each emendation stands, as a link."""
    found: dict[str, str] = {}
    named = [
        *((block.id, block.text) for block in (*document.abstract, *document.introduction)),
        *((block.id, block.text) for block in (*document.body, *document.endmatter)),
        *((note.label, note.text) for note in document.notes),
    ]
    for name, text in named:
        for piece in text.pieces:
            for rule in piece.rule.split("+"):
                if rule.startswith("emendation-"):
                    found[rule] = place(name)
    return found
