"""refs.bib: one layout, stable keys, right escapes, and an editor's entries never overwritten."""

import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from converters.citations import Library, Work, cite_text
from converters.citations.library.bibfile import ORDER, write_work
from converters.citations.library.keys import make_key
from converters.schema.biblatex import NAMES, VERBATIM

BOOK = Work(
    "xuhaiyun2023lengzhan",
    "book",
    {
        "author": "许, 海云",
        "title": "冷战时期北约的政治与安全战略",
        "publisher": "中国社会科学出版社",
        "date": "2023",
        "langid": "chinese",
        "language": "zh-CN",
    },
    "nato-resilience: n121-1",
)
LAYOUT = """\
@book{xuhaiyun2023lengzhan,
  author    = {许, 海云},
  title     = {{冷战时期北约的政治与安全战略}},
  publisher = {中国社会科学出版社},
  date      = {2023},
  langid    = {chinese},
  language  = {zh-CN},
  usera     = {nato-resilience: n121-1},
  userb     = {auto-c4c7d148},
}"""


def other(key: str, **fields: str) -> Work:
    return Work(
        key, "misc", {"title": key, "langid": "english", "language": "en"} | fields, "x: n-1"
    )


def test_layout() -> None:
    assert write_work(BOOK) == LAYOUT


def test_an_empty_library_is_a_header_alone(tmp_path: Path) -> None:
    assert Library.load(tmp_path / "refs.bib").dump().startswith("% The bibliography")
    assert list(Library.load(tmp_path / "refs.bib")) == []


def test_what_was_written_is_read_again() -> None:
    library = Library([BOOK, other("b")])
    again = Library.loads(library.dump())
    assert list(again) == [BOOK, other("b")]
    assert again.dump() == library.dump()
    assert not any(again.is_touched(work.key) for work in again)


def test_new_works_come_last_and_change_nothing_before_them() -> None:
    before = Library([BOOK]).dump()
    library = Library.loads(before)
    library.add([other("a"), other("z")])
    after = library.dump()
    assert after.startswith(before.rstrip("\n"))
    assert [work.key for work in Library.loads(after)] == [BOOK.key, "a", "z"]


def test_an_untouched_entry_is_written_anew_in_its_place() -> None:
    library = Library.loads(Library([BOOK, other("b")]).dump())
    better = Work(BOOK.key, "book", {**BOOK.fields, "location": "北京"}, BOOK.origin)
    library.add([better])
    after = Library.loads(library.dump())
    assert [work.key for work in after] == [BOOK.key, "b"]
    assert after.get(BOOK.key) == better


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{2023}", "{2024}"),
        ("  date      = {2023},\n", ""),
        ("@book", "@report"),
        ("  date ", "  isbn      = {978-7-5227-1},\n  date "),
        ("xuhaiyun2023lengzhan,", "xu2023,"),
        ("auto-c4c7d148", "editor"),
        ("  userb     = {auto-c4c7d148},\n", ""),
    ],
)
def test_what_an_editor_touched_is_never_overwritten(old: str, new: str) -> None:
    written = Library([BOOK, other("b")]).dump()
    source = written.replace(old, new, 1)
    assert source != written
    library = Library.loads(source)
    edited = next(iter(library))
    assert library.is_touched(edited.key)
    same_key = Work(edited.key, "misc", {"title": "别的"}, edited.origin)
    library.add([same_key])
    assert library.dump() == source


def test_layout_alone_is_no_touch() -> None:
    """Another indent or order of fields is no change of what the entry says."""
    lines = Library([BOOK]).dump().splitlines()
    swapped = "\n".join([*lines[:4], lines[6], lines[5], lines[4], *lines[7:]]).replace("  ", "\t")
    assert not Library.loads(swapped + "\n").is_touched(BOOK.key)


def test_an_entry_that_an_editor_completed_is_still_the_work_of_its_note() -> None:
    note = "Metz, “Human Trafficking in Mongolia,” p. 101."
    library = Library(cite_text("t", [("n-1", note)], [], {}, Library()).works)
    edited = library.dump().replace("author   = {Metz}", "author   = {Metz, Alec E.}")
    edited = edited.replace("{{Human Trafficking in Mongolia}}", "{{Human Trafficking}}")
    library = Library.loads(edited)
    cited = cite_text("t", [("n-1", note)], [], {}, library)
    assert [link.key for link in cited.citations] == ["metzhuman"]
    library.add(cited.works)
    assert library.dump() == edited


def test_comments_strings_and_broken_entries_stay() -> None:
    source = (
        "% a note of the editor's\n\n@string{x = {y}}\n\n@comment{jabref}\n\n@book{b, title={\n"
    )
    library = Library.loads(source)
    library.add([BOOK])
    after = library.dump()
    for piece in source.strip().split("\n\n"):
        assert piece in after


def test_a_copy_is_a_library_of_its_own() -> None:
    library = Library.loads("% a note\n\n" + write_work(BOOK))
    copy = library.copy()
    copy.add([other("b"), Work(BOOK.key, "book", {"title": "别的"}, BOOK.origin)])
    assert list(library) == [BOOK]
    assert (BOOK.key in copy, "b" in copy, "b" in library) == (True, True, False)
    assert library.copy().dump() == library.dump()


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"author": "张, 雪", "date": "2024", "title": "北约强化韧性建设"}, "zhangxue2024beiyue"),
        ({"author": "曾, 一", "date": "2020-05", "title": "重庆"}, "zengyi2020chongqing"),
        ({"author": "單, 一", "date": "2020", "title": "西藏与长江"}, "shanyi2020xizang"),
        ({"author": "乐, 重庆", "title": "论长江"}, "yuechongqinglunchang"),
        ({"author": "吕, 女", "title": "中国的西藏"}, "lunuzhongguo"),
        ({"author": "{长江银行研究院}", "date": "2020", "title": "论"}, "changjiangyinhang2020lun"),
        ({"author": "单, 于 and 李, 三", "date": "2020", "title": "翟氏"}, "shanyu2020dishi"),
        ({"author": "{亨利·基辛格}", "date": "1998", "title": "大外交"}, "hengliji1998dawai"),
        (
            {"author": "de Haas, Marcel", "date": "2008", "title": "The Shanghai Cooperation"},
            "dehaas2008shanghai",
        ),
        (
            {
                "author": "{Mongolian Development Research Center}",
                "date": "2006",
                "title": "Policy",
            },
            "mdrc2006policy",
        ),
        (
            {"author": "{NATO}", "date": "2022", "title": "NATO 2022 Strategic Concept"},
            "nato2022strategic",
        ),
        (
            {"author": "Родионов, В. А.", "date": "2012", "title": "О векторе Монголии"},
            "rodionov2012vektore",
        ),
        ({"author": "Ünverno, Aylin", "title": "Iran’s Way"}, "unvernoiran"),
        ({"title": "维也纳外交关系公约", "date": "1961"}, "weiyenawai1961"),
        ({"title": "The President of Russia", "date": "2000"}, "president2000russia"),
        ({}, "work"),
    ],
)
def test_keys(fields: dict[str, str], key: str) -> None:
    assert make_key(fields, ()) == key


def test_a_taken_key_gets_more_of_the_title_then_letters() -> None:
    fields = {"author": "{NATO}", "date": "2023", "title": "Joint Declaration on Cooperation"}
    taken: list[str] = []
    for _ in range(5):
        taken.append(make_key(fields, taken))
    assert taken == [
        "nato2023joint",
        "nato2023jointdeclaration",
        "nato2023jointdeclarationcooperation",
        "nato2023joint-b",
        "nato2023joint-c",
    ]


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]) | st.just(" "), max_size=30
).map(lambda text: " ".join(text.split()))


@pytest.mark.parametrize("names", ["李四}", "{李四", "}{", "a} and {b", "{NATO} and 李, 四"])
def test_braces_in_names_leave_the_file_whole(names: str) -> None:
    work = Work("a", "book", {"translator": names, "title": "T"}, "t: n-1")
    assert list(Library.loads(Library([work, other("b")]).dump())) == [work, other("b")]


FIELDS = st.dictionaries(
    st.sampled_from(sorted(set(ORDER) - NAMES - VERBATIM - {"usera", "userb"})),
    TEXT.filter(bool),
    max_size=6,
)


@settings(deadline=None, max_examples=60)
@given(FIELDS, st.text(string.ascii_lowercase, min_size=1, max_size=8))
def test_any_work_comes_back_untouched(fields: dict[str, str], key: str) -> None:
    work = Work(key, "misc", fields, "t: n-1")
    again = Library.loads(Library([work]).dump())
    assert list(again) == [work]
    assert not again.is_touched(key)


_PIECES = [
    "《",
    "》",
    "“",
    "”",
    "{",
    "}",
    "\\",
    "%",
    "#",
    "$",
    "~",
    ", ",
    "，",
    "：",
    " and ",
    "李三",
    "NATO",
    "x",
]
_ENDINGS = [
    "，《甲刊》2015年第3期，第3页。",
    ", X, No. 3, 2012, p. 5.",
    "，http://a.cn/{b\\c%20_。",
    "，商务印书馆2001年版。",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join), st.sampled_from(_ENDINGS))
def test_whatever_a_note_says_the_file_stays_whole(words: str, ending: str) -> None:
    """Braces, backslashes and percent signs of a source are characters, also for BibTeX."""
    notes = [
        ("n-1", f"王二：《{words}》{ending}"),
        ("n-2", f"{words}：《题名》{ending}"),
        ("n-3", f"“{words},”{ending}"),
    ]
    works = cite_text("t", notes, [], {}, Library()).works
    source = Library(works).dump()
    assert list(parse_string(source, "bibtex").entries) == [work.key for work in works]
    again = Library.loads(source)
    assert list(again) == list(works)
    assert not any(again.is_touched(work.key) for work in again)


def test_an_independent_parser_reads_the_same() -> None:
    """pybtex, which the pages are built with, finds every entry, field and name."""
    works = [
        BOOK,
        other("escapes", title="50% & more_# {x}", url="https://a.int/x%20y_z?a=1&b=2#c"),
        other("names", author="de Haas, Marcel and {ИА «Забинфо»} and 夏, 安凌"),
        other("body", organization="Ministry of Foreign Affairs and Trade"),
    ]
    found = parse_string(Library(works).dump(), "bibtex").entries
    assert list(found) == [work.key for work in works]
    people = [[*p.prelast_names, *p.last_names] for p in found["names"].persons["author"]]
    assert people == [["de", "Haas"], ["{ИА «Забинфо»}"], ["夏"]]
    assert found["escapes"].fields["url"].replace("\\%", "%") == works[1].get("url")
    assert found["body"].fields["organization"] == "{Ministry of Foreign Affairs and Trade}"
