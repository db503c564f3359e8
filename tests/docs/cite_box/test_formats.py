"""Works as BibTeX, RIS, CSL-JSON and COinS: read back by independent readers, nothing lost."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qs

import pytest
from bibtexparser.entrypoint import parse_string as parse_library
from cite_box import biblatex, coins, csl_json, ris
from cite_box.tables import CSL_FIELD, RIS_FIELD
from cite_box.work import Date, Name, Work, parse_date
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string
from pybtex.richtext import Text
from pybtex.scanner import PybtexSyntaxError

from converters.schema import biblatex as biblatex_types
from converters.schema.biblatex import ENTRY_TYPES

BIB = r"""
@article{guo2022beiyue,
  author       = {郭, 籽实 and 洪, 邮生},
  title        = {{北约韧性议程评析}},
  subtitle     = {{新形势下联盟的强化}},
  journaltitle = {国际展望},
  date         = {2022},
  number       = {4},
  pages        = {120--141},
  langid       = {chinese},
}
@report{bailes2007sco,
  author      = {Bailes, Alyson J. K. and Dunay, Pal and {Pan Guang}},
  title       = {{The {SCO} \& Co: 50\% of \_it\_}},
  institution = {SIPRI},
  location    = {Stockholm},
  number      = {17},
  date        = {2007-05},
  language    = {en},
  url         = {https://example.org/a\%20b_c},
}
@thesis{wang2011menggu,
  author      = {{王成娟}},
  title       = {{蒙古国}},
  type        = {博士学位论文},
  institution = {外交学院},
  date        = {2011},
}
@article{diplomat2025mongolia,
  title        = {{Mongolia’s Dilemma}},
  journaltitle = {The Diplomat},
  entrysubtype = {magazine},
  date         = {2025-11-04},
  urldate      = {2026-01-02},
}
@article{newspaper2019,
  title        = {{Macron}},
  journaltitle = {The Economist},
  entrysubtype = {newspaper},
  date         = {2019-11-07},
}
@incollection{part1999,
  author    = {Campi, Alicia},
  editor    = {Reeves, Jeffrey},
  title     = {{A Part}},
  booktitle = {{A Whole}},
  series    = {Papers},
  number    = {3},
  publisher = {Press},
  date      = {1999/2001},
}
@online{nato2022,
  author       = {{NATO}},
  title        = {{Concept}},
  organization = {NATO},
  date         = {undated},
  url          = {https://example.org/x},
}
"""


def words(text: str) -> set[str]:
    return set(text.split())


#: CSL 1.0.2, schemas/input/csl-data.json: every name that an item may have besides id and type.
CSL_STRINGS = words(
    """abstract annote archive archive_collection archive_location archive-place authority
    call-number chapter-number citation-key citation-label citation-number collection-number
    collection-title container-title container-title-short dimensions division DOI edition
    event-title event-place first-reference-note-number genre ISBN ISSN issue jurisdiction keyword
    language locator medium note number number-of-pages number-of-volumes original-publisher
    original-publisher-place original-title page page-first part-number part-title PMCID PMID
    printing-number publisher publisher-place references reviewed-genre reviewed-title scale
    section source status supplement-number title title-short URL version volume volume-title
    year-suffix"""
)
CSL_NAMES = {"author", "editor", "translator"}
CSL_DATES = {"accessed", "event-date", "issued", "original-date"}
CSL_TYPES = words(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter
    classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
    graphic hearing interview legal_case legislation manuscript map motion_picture musical_score
    pamphlet paper-conference patent performance periodical personal_communication post
    post-weblog regulation report review review-book software song speech standard thesis treaty
    webpage"""
)


def works(source: str = BIB) -> dict[str, Work]:
    entries = parse_string(source, "bibtex").entries
    return {key: biblatex.from_entry(key, entry) for key, entry in entries.items()}


# biblatex


@given(st.text(st.sampled_from(list("{}\\$%&#_^~`',-?!<>\"a 汉\u00a0")), max_size=8))
def test_what_looks_plain_is_plain(value: str) -> None:
    """Text without markup is not taken through LaTeX, and comes out as if it had been."""
    assume("\\$" not in value)  # which pybtex leaves as it is
    try:
        expected = " ".join(str(Text.from_latex(value)).split())
    except (PybtexSyntaxError, UnicodeDecodeError):  # not LaTeX at all
        return
    assert biblatex.plain(value) == expected


def test_entries_become_works() -> None:
    found = works()
    assert found["guo2022beiyue"] == Work(
        "guo2022beiyue",
        "article-journal",
        {
            "title": "北约韧性议程评析：新形势下联盟的强化",
            "container-title": "国际展望",
            "issue": "4",
            "page": "120-141",
            "language": "zh-CN",
        },
        {"author": (Name("郭", "籽实"), Name("洪", "邮生"))},
        {"issued": Date(((2022,),))},
    )
    report = found["bailes2007sco"]
    assert report.get("title") == "The SCO & Co: 50% of _it_"
    assert report.get("URL") == "https://example.org/a%20b_c"
    assert (report.get("publisher"), report.get("publisher-place")) == ("SIPRI", "Stockholm")
    assert (report.type, report.get("number"), report.get("issue")) == ("report", "17", "")
    assert report.people("author")[2] == Name(literal="Pan Guang")
    assert found["wang2011menggu"].get("genre") == "博士学位论文"
    assert found["wang2011menggu"].people("author") == (Name(literal="王成娟"),)
    assert found["diplomat2025mongolia"].type == "article-magazine"
    assert found["diplomat2025mongolia"].dates["accessed"].iso == "2026-01-02"
    assert found["newspaper2019"].type == "article-newspaper"
    assert found["part1999"].get("collection-number") == "3"
    assert found["part1999"].dates["issued"].parts == ((1999,), (2001,))
    assert found["nato2022"].dates["issued"] == Date(literal="undated")


def test_what_is_written_is_read_back_the_same() -> None:
    written = biblatex.dumps(works().values())
    assert works(written) == works()


def test_an_independent_reader_finds_every_entry() -> None:
    library = parse_library(biblatex.dumps(works().values()))
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == list(works())
    assert library.entries_dict["guo2022beiyue"]["author"] == "郭, 籽实 and 洪, 邮生"
    assert library.entries_dict["bailes2007sco"]["author"].endswith("and {Pan Guang}")


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Zs", "Zl", "Zp", "Cn")),
    min_size=1,
    max_size=20,
).map(lambda text: f"题{text}目")


@settings(deadline=None)
@given(TEXT, TEXT, st.text("abcXYZ0189%&#_~.:/?=-", min_size=1))
def test_any_text_survives_the_way_through_bibtex(title: str, name: str, path: str) -> None:
    work = Work(
        "key",
        "article-journal",
        {"title": title, "container-title": title, "URL": f"https://example.org/{path}"},
        {"author": (Name(literal=name),)},
    )
    assert works(biblatex.dumps([work])) == {"key": work}


def test_a_body_with_and_in_its_name_is_one_body() -> None:
    work = Work("key", "book", {"title": "题", "publisher": "Allen and Unwin"})
    written = biblatex.dumps([work])
    assert "publisher = {{Allen and Unwin}}" in written
    assert works(written) == {"key": work}


def test_every_type_is_written_as_one_that_is_read_as_it() -> None:
    for type_ in sorted({row.csl for row in ENTRY_TYPES.values()}):
        work = Work("key", type_, {"title": "题"})
        assert works(biblatex.dumps([work]))["key"].type == type_


def test_unknown_types_are_documents() -> None:
    assert biblatex.from_entry("key", Entry("curious")).type == "document"


# CSL-JSON


def check_item(item: dict[str, Any]) -> None:
    """Raise AssertionError unless an item has the structure of the CSL schema."""
    assert isinstance(item.pop("id"), str)
    assert item.pop("type") in CSL_TYPES
    for name, value in item.items():
        if name in CSL_NAMES:
            assert value
            assert all(
                set(person) <= {"family", "given", "literal"} and all(person.values())
                for person in value
            )
        elif name in CSL_DATES:
            assert set(value) in ({"date-parts"}, {"literal"})
            for parts in value.get("date-parts", []):
                assert 1 <= len(parts) <= 3
                assert all(isinstance(part, int) for part in parts)
            assert len(value.get("date-parts", [0])) <= 2
        else:
            assert name in CSL_STRINGS
            assert isinstance(value, str)


def test_csl_json_follows_the_schema() -> None:
    items = json.loads(csl_json.dumps(works().values()))
    assert [item["id"] for item in items] == list(works())
    for item in items:
        check_item(item)


def test_csl_json_of_a_work() -> None:
    item = csl_json.item(works()["guo2022beiyue"])
    assert item["author"][0] == {"family": "郭", "given": "籽实"}
    assert item["issued"] == {"date-parts": [[2022]]}
    assert csl_json.item(works()["nato2022"])["author"] == [{"literal": "NATO"}]


def test_tables_name_only_what_csl_has() -> None:
    assert {row.csl for row in ENTRY_TYPES.values()} <= CSL_TYPES
    assert set(CSL_FIELD.values()) <= CSL_STRINGS
    assert set(biblatex_types.CSL_TYPES) <= CSL_TYPES
    assert set(RIS_FIELD) <= CSL_STRINGS


# RIS


def read_ris(text: str) -> list[list[tuple[str, str]]]:
    """Records of (tag, value), read as strictly as the format is described."""
    records: list[list[tuple[str, str]]] = []
    for line in text.removesuffix("\r\n").split("\r\n"):
        if not line:
            continue
        match = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert match, line
        if match[1] == "TY":
            records.append([])
        records[-1].append((match[1], match[2]))
    for record in records:
        assert record[0][0] == "TY"
        assert record[-1] == ("ER", "")
        assert [tag for tag, _ in record].count("ER") == 1
    return records


def test_ris_records() -> None:
    records = read_ris(ris.dumps(works().values()))
    assert len(records) == len(works())
    article = dict(records[0])
    assert (article["TY"], article["ID"]) == ("JOUR", "guo2022beiyue")
    assert [value for tag, value in records[0] if tag == "AU"] == ["郭, 籽实", "洪, 邮生"]
    assert (article["SP"], article["EP"], article["PY"]) == ("120", "141", "2022")
    assert (article["T2"], article["IS"]) == ("国际展望", "4")
    magazine = dict(records[3])
    assert (magazine["TY"], magazine["DA"]) == ("MGZN", "2025/11/04/")
    assert magazine["Y2"] == "2026/01/02/"
    assert dict(records[1])["DA"] == "2007/05//"
    assert dict(records[2])["TY"] == "THES"
    assert dict(records[5])["ED"] == "Reeves, Jeffrey"
    assert dict(records[6])["PY"] == "undated"


def test_keywords_are_a_line_each() -> None:
    work = Work("key", "book", {"title": "题", "keyword": "甲, 乙; 丙"})
    assert [value for tag, value in read_ris(ris.dumps([work]))[0] if tag == "KW"] == [*"甲乙丙"]


@settings(deadline=None)
@given(st.lists(st.text(), min_size=1, max_size=3))
def test_no_text_can_end_a_ris_record(titles: list[str]) -> None:
    many = [Work(f"k{n}", "book", {"title": f"x{title}"}) for n, title in enumerate(titles)]
    assert len(read_ris(ris.dumps(many))) == len(titles)


# COinS


def test_context_objects() -> None:
    read = {key: parse_qs(coins.context_object(work)) for key, work in works().items()}
    article = read["guo2022beiyue"]
    assert article["ctx_ver"] == ["Z39.88-2004"]
    assert article["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:journal"]
    assert article["rft.genre"] == ["article"]
    assert article["rft.atitle"] == ["北约韧性议程评析：新形势下联盟的强化"]
    assert article["rft.au"] == ["郭, 籽实", "洪, 邮生"]
    assert (article["rft.spage"], article["rft.epage"]) == (["120"], ["141"])
    part = read["part1999"]
    assert (part["rft.atitle"], part["rft.btitle"]) == (["A Part"], ["A Whole"])
    assert part["rft.date"] == ["1999/2001"]
    assert read["wang2011menggu"]["rft.inst"] == ["外交学院"]
    web = read["nato2022"]
    assert (web["rft.type"], web["rft.creator"]) == (["webpage"], ["NATO"])
    assert web["rft.identifier"] == ["https://example.org/x"]


def test_spans_hold_one_work_each() -> None:
    written = coins.spans(works().values())
    assert written.count('<span class="Z3988" title="') == len(works())
    assert "&amp;rft" in written
    assert "&rft" not in written


# Dates


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2024", ((2024,),)),
        ("2024-05", ((2024, 5),)),
        ("2024-05-06", ((2024, 5, 6),)),
        ("2007/2013", ((2007,), (2013,))),
        ("May 2024", ()),
        ("2024-5", ()),
    ],
)
def test_dates(text: str, parts: tuple[tuple[int, ...], ...]) -> None:
    date = parse_date(text)
    assert date.parts == parts
    assert date.iso == text


@pytest.mark.parametrize(
    ("pages", "lines"),
    [
        ("120-141", ["SP  - 120", "EP  - 141"]),
        ("88", ["SP  - 88"]),
        ("", []),
    ],
)
def test_first_and_last_page_in_ris(pages: str, lines: list[str]) -> None:
    made = ris.dumps([Work("k", "article-journal", {"title": "题", "page": pages})])
    assert [line for line in made.split("\r\n") if line[:2] in ("SP", "EP")] == lines


def test_the_place_of_an_article_in_coins() -> None:
    values = {"title": "题", "container-title": "刊", "volume": "9", "issue": "3", "page": "5-7"}
    made = parse_qs(coins.context_object(Work("k", "article-journal", values)))
    names = ("atitle", "jtitle", "volume", "issue", "spage", "epage")
    assert [made[f"rft.{name}"] for name in names] == [["题"], ["刊"], ["9"], ["3"], ["5"], ["7"]]
