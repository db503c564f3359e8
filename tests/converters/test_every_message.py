"""Every message of the table is heard: for each code, an input made by hand that must raise it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from reading import see_text
from support import POST, put_text

from converters.check import check
from converters.citations import Decision, Library, cite_text, validate
from converters.cli import refusal
from converters.commands import add
from converters.convert import Edition, convert, read_sources
from converters.explain import explain
from converters.ledger import balance
from converters.messages import EditionError, Message, table
from converters.model import Document, Paragraph
from converters.progress import Progress
from converters.seed import Seed, read_seed

Speaker = Callable[[Path], Iterable[Message]]

ENTRY = """\
@book{a2020,
  author = {Doe, Jane},
  title = {{A Title of Some Length}},
  publisher = {Routledge},
  date = {2020},
  langid = {english},
  language = {en},
}
"""
BOOK = "许海云：《冷战时期的北约》，北京：世界知识出版社，2023年版，第59页。"
CAMPI = "Alicia Campi, “Mongolia in Northeast Asia,” MJIA, No. 12, 2005, p. 50."


def edition(root: Path) -> Edition:
    return convert(read_sources(root / "seeds"), Library())


def seed(data: str | bytes) -> Speaker:
    """What is said of a file among the seeds."""

    def speak(root: Path) -> Iterator[Message]:
        (root / "001_a.txt").write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
        read_seed(root / "001_a.txt")
        yield from ()

    return speak


def record(added: str, change: tuple[str, str] = ("", "")) -> Speaker:
    """What is said of a text whose record has this too."""

    def speak(root: Path) -> Iterable[Message]:
        path = put_text(root, added=added) / "001_a.toml"
        content = path.read_text(encoding="utf-8").replace(*change) if change[0] else None
        if content is not None:
            path.write_text(content, encoding="utf-8")
        return edition(root).messages

    return speak


def text(source: str, kind: str = "social-archive-markdown") -> Speaker:
    """What a reader says of a seed."""
    return lambda root: see_text(source, kind).document.messages


def refs(old: str = "", new: str = "", more: str = "", cited: str | None = None) -> Speaker:
    """What is said of a refs.bib with one fault."""
    places = None if cited is None else {cited: "a:n-1"}
    return lambda root: validate(ENTRY.replace(old, new, 1) + more, cited=places)


def notes(*texts: str, decision: Decision | None = None) -> Speaker:
    """What is said of the notes of a text; `decision` is about the last."""
    labelled = [(f"n1-{n}", note) for n, note in enumerate(texts, 1)]
    decided = {f"n1-{len(texts)}": [decision]} if decision else {}
    return lambda root: cite_text("a", labelled, [], decided, Library()).messages


def translated(root: Path) -> Iterable[Message]:
    source = POST.replace("中亚国家", "译者：王小明\n\n中亚国家")
    put_text(root, source, 'derivation = "original"\n')
    return edition(root).messages


def of_no_genre(root: Path) -> Iterable[Message]:
    put_text(root, POST.replace("中亚国家", "作者：李四\n\n中亚国家"))
    return edition(root).messages


def without_seed(root: Path) -> Iterable[Message]:
    (put_text(root) / "001_a.txt").unlink()
    return edition(root).messages


def without_record(root: Path) -> Iterable[Message]:
    (put_text(root) / "001_a.toml").unlink()
    return edition(root).messages


def record_not_utf8(root: Path) -> Iterable[Message]:
    (put_text(root) / "001_a.toml").write_bytes("# 编".encode("gb18030"))
    return edition(root).messages


def two_of_one_slug(root: Path) -> Iterable[Message]:
    put_text(root)
    put_text(root, name="002_b")
    return edition(root).messages


def added_twice(root: Path) -> Iterator[Message]:
    seeds = put_text(root)
    add(root, [seeds / "001_a.txt"], Progress(quiet=True))
    yield from ()


def lost(root: Path) -> Iterator[Message]:
    balance(Seed("a.txt", "甲", ""), Document())
    yield from ()


def doubled(root: Path) -> Iterator[Message]:
    whole = Seed("a.txt", "甲", "")
    balance(whole, Document(body=(Paragraph(whole.cut(0, 1)), Paragraph(whole.cut(0, 1)))))
    yield from ()


def old_files(root: Path) -> Iterable[Message]:
    put_text(root)
    (root / "docs/texts").mkdir(parents=True)
    (root / "docs/texts/gone.md").write_text("old", encoding="utf-8")
    return check(root, edition(root))


def edition_of(root: Path) -> Iterable[Message]:
    return edition(root).messages


def refs_not_utf8(root: Path) -> Iterator[Message]:
    (root / "refs.bib").write_bytes(b"@book{a,\n title = {\xd6}}")
    Library.load(root / "refs.bib")
    yield from ()


def asked(root: Path) -> Iterator[Message]:
    explain("no-such-code")
    yield from ()


EMENDATION = '[[emendation]]\nline = {line}\noriginal = "{old}"\nreading = "甲"\nreason = "误。"\n'
PDF_PAGE = "　　蒙古国成为首个观察员国后，外界对此颇为期待。一方面，它广泛地参与各项活动。\n"
PDF = f"{PDF_PAGE * 3}{{}}\f{PDF_PAGE * 3}{{}}"

SPEAKERS: dict[str, Speaker] = {
    "seeds-missing": edition_of,
    "seed-missing": without_seed,
    "seed-empty": seed(" \n"),
    "seed-too-large": seed(b"a" * 8_000_001),
    "seed-binary": seed(b"a\x00b"),
    "seed-not-utf8": seed("蒙古国".encode("gb18030")),
    "seed-changed": record("", ('sha256 = "', 'sha256 = "0')),
    "seed-unknown-kind": record("", ('kind = "', 'kind = "no-')),
    "record-missing": without_record,
    "record-malformed": record("[[query]"),
    "record-not-utf8": record_not_utf8,
    "record-unknown-field": record("slgu = 1\n"),
    "record-field-missing": record("", ("slug", "key")),
    "record-field-type": record("key = 1\n"),
    "record-unattested": record('[identity.title]\nvalue = "题"\n'),
    "record-attestation-lost": record('[identity.title]\nvalue = "题"\nattested = "不在"\n'),
    "record-line-outside": record('[reading]\nbody_line = 99\nreason = "见原文。"\n'),
    "record-nature": record('nature = "article"\n'),
    "genre-contradicted": record('genre = "thesis"\n'),
    "derivation-contradicted": translated,
    "record-slug-twice": two_of_one_slug,
    "record-exists": added_twice,
    "emendation-lost": record(EMENDATION.format(line=7, old="另一段")),
    "emendation-astride": record(EMENDATION.format(line=7, old="中亚国家") * 2),
    "query-lost": record('[[query]]\nline = 7\nwords = "另一段"\ntext = "疑。"\n'),
    "waiver-unused": record('[[waiver]]\ncode = "title-missing"\nreason = "无。"\n'),
    "ledger-unaccounted": lost,
    "ledger-twice": doubled,
    "title-missing": text("中亚国家正在推动能源转型，成效显著。\n"),
    "genre-doubt": of_no_genre,
    "front-matter-refused": text(POST.replace("王明", "[王明")),
    "navigation-doubt": text(POST.replace("中亚国家", "草原之路\n\n来源：甲报\n\n中亚国家")),
    "introduction-end-doubt": text(POST.replace("中亚国家", "编者按：甲按。\n\n中亚国家")),
    "bold-unpaired": text(POST.replace("显著", "**显著")),
    "entity-unknown": text(POST.replace("显著", "&ldquo;显著")),
    "note-orphan-mark": text(POST.replace("自己的道路。", "自己的道路。[3]")),
    "note-orphan-body": text(
        f"{POST.replace('道路。', '道路。[1]')}\n**注释**\n\n[1] 甲书。\n\n[2] 乙书，第59页。\n"
    ),
    "page-numbers-missing": text(PDF.format("", ""), "journal-pdf-text"),
    "page-numbers-conflict": text(PDF.format("\n31\n", "\n35\n"), "journal-pdf-text"),
    "page-count-differs": text(
        f"文章编号：1009-721X(2015)01-0071-09\n{PDF.format('', '')}", "journal-pdf-text"
    ),
    "citation-unread": notes("李三：《蒙古的外交》，见于某处，第5页。"),
    "citation-orphan": notes("Metz, “Human Trafficking in Mongolia,” p. 101."),
    "citation-ambiguous": notes(f"{CAMPI[:-1]}; {BOOK}", "Ibid."),
    "citation-unresolved": notes("同上。"),
    "citation-same-address": notes(
        "“Trade Grew in May,” Montsame, May 3, 2019, https://montsame.mn/en/read/1.",
        "“A Railway Opens,” Montsame, June 4, 2019, https://montsame.mn/en/read/1.",
    ),
    "citation-decision-lost": notes(BOOK, decision=Decision("k", "无。", words="没有这些字")),
    "citation-place-missing": record('[[citation]]\nwhere = "n9"\nkey = "k"\nreason = "无。"\n'),
    "citation-decision-key": notes("同上。", decision=Decision("nobody1900", "不详。")),
    "bib-not-utf8": refs_not_utf8,
    "bib-unreadable": refs("  language = {en},\n}", "  language = {en},\n"),
    "bib-field-twice": refs("  date", "  publisher = {Brill},\n  date"),
    "bib-stray": refs("@book", "book"),
    "bib-type": refs("@book", "@boook"),
    "bib-type-import": refs("@book", "@periodical"),
    "bib-field": refs("publisher", "publsher"),
    "bib-required": refs("  title = {{A Title of Some Length}},\n"),
    "bib-missing": refs("  publisher = {Routledge},\n"),
    "bib-empty": refs("{Routledge}", "{}"),
    "bib-date": refs("{2020}", "{May}"),
    "bib-key": refs("a2020", "某2020"),
    "bib-duplicate-key": refs(more=ENTRY),
    "bib-duplicate-work": refs(more=ENTRY.replace("a2020", "b2020")),
    "bib-nfc": refs("Routledge", "Pa\u0301l"),
    "bib-escape": refs("Routledge", "A & B"),
    "bib-language-missing": refs("  langid = {english},\n"),
    "bib-language-differs": refs("english", "chinese"),
    "bib-names": refs("Doe, Jane", "Doe, Jane and "),
    "bib-pages": refs("  date", "  pages = {59},\n  date"),
    "bib-uncited": refs(more=ENTRY.replace("a2020", "b2020").replace("A Title", "Other"), cited=""),
    "bib-unknown-key": refs(cited="nobody1900"),
    "page-differs": old_files,
    "page-stale": old_files,
    "file-refused": lambda root: [refusal(PermissionError(13, "Permission denied", "refs.bib"))],
    "code-unknown": asked,
}


def said(speaker: Speaker, root: Path) -> list[Message]:
    """All that is said, the message that stops the work included."""
    try:
        return list(speaker(root))
    except EditionError as error:
        return [error.message]


def test_each_code_has_its_input() -> None:
    assert set(SPEAKERS) == set(table())


@pytest.mark.parametrize("code", SPEAKERS)
def test_it_is_said(code: str, tmp_path: Path) -> None:
    heard = {message.code: message for message in said(SPEAKERS[code], tmp_path)}
    assert code in heard
    message = heard[code]
    assert message.severity == table()[code].severity
    assert message.where and "{" not in message.hint
    assert "\n" not in str(message)


@pytest.mark.parametrize("code", [c for c, row in table().items() if row.waivable])
def test_an_input_without_the_fault_does_not_raise_it(code: str, tmp_path: Path) -> None:
    assert code not in {message.code for message in said(record(""), tmp_path)}
