"""References against the examples of the standard, and against works as notes cite them.

tests/golden/gbt7714 holds pairs of files: works (biblatex) and what their references must be. The
keys of works-2025 and works-2015 are the sections of the standard that the examples are from.
Title-internal punctuation is the entry's own; the standard prints it full-width.
"""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import gbt7714
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import BibliographyData, Entry, Person, parse_file, parse_string

GOLDEN = Path(__file__).parents[2] / "golden" / "gbt7714"


def works(name: str) -> BibliographyData:
    return parse_file(str(GOLDEN / f"works-{name}.bib"), "bibtex")


def cases(name: str) -> list[tuple[str, str]]:
    lines = (GOLDEN / f"references-{name}.txt").read_text(encoding="utf-8").splitlines()
    return [(case, reference) for case, _, reference in (line.partition("\t") for line in lines)]


@pytest.mark.parametrize("edition", ["2025", "2015"])
def test_every_example_of_the_standard(edition: gbt7714.Edition) -> None:
    data = works(edition)
    expected = dict(cases(edition))
    assert list(expected) == list(data.entries)
    made = {key: gbt7714.format_entry(entry, edition) for key, entry in data.entries.items()}
    assert made == expected


@pytest.mark.parametrize(("case", "expected"), cases("edition"))
def test_works_as_notes_cite_them(case: str, expected: str) -> None:
    key, _, locator = case.partition("@")
    entry = works("edition").entries[key]
    assert gbt7714.format_entry(entry, "2025", locator or None) == expected


def test_locator_stands_for_the_pages_of_the_whole() -> None:
    entry = Entry("article", {"title": "T", "journaltitle": "J", "year": "2001", "pages": "1--9"})
    assert gbt7714.format_entry(entry, locator="5") == "T[J]. J，2001：5."
    assert gbt7714.format_entry(entry) == "T[J]. J，2001：1-9."


@pytest.mark.parametrize(
    ("locator", "numbers"),
    [
        ("59", "59"),
        ("p. 59", "59"),
        ("pp.1321-1344", "1321-1344"),
        ("第68—76页", "68-76"),
        ("С. 105", "105"),
        ("xii–xv", "xii-xv"),
        ("3, 5–7", "3, 5-7"),
        ("注①", ""),
        ("ch. 3", ""),
        ("", ""),
    ],
)
def test_pages_are_told_from_other_locators(locator: str, numbers: str) -> None:
    assert gbt7714.page_numbers(locator) == numbers
    reference = gbt7714.format_entry(Entry("book", {"title": "T"}), locator=locator)
    assert reference == (f"T[M]. {numbers or locator}." if locator else "T[M].")


def test_given_name_in_braces_is_kept_whole() -> None:
    entry = Entry("book", {"title": "T"}, {"author": [Person("Li, {Jiangning}")]})
    assert gbt7714.format_entry(entry) == "Li Jiangning. T[M]."


def test_institution_with_a_comma_is_one_name() -> None:
    text = "@book{a, author={{OCLC Center, Inc.} and {郭, 籽实}}, title={{T}}, langid={english}}"
    entry = parse_string(text, "bibtex").entries["a"]
    assert gbt7714.format_entry(entry, "2015") == "OCLC Center, Inc., 郭籽实. T[M]."


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"{{NATO 2022}: 50\% \& more}", "NATO 2022: 50% & more"),
        (r"The \emph{Economist} said \enquote{no}", "The Economist said “no”"),
        (r"Caf{\'e} na\"ive", "Café naïve"),
        (r"a \{b\} c", "a {b} c"),
        ("100% of it", "100% of it"),
        ("C:\ufe0f & #1 _x_ $5", "C:\ufe0f & #1 _x_ $5"),
    ],
)
def test_latex_of_titles_is_read_and_nothing_lost(latex: str, plain: str) -> None:
    assert gbt7714.format_entry(Entry("book", {"title": latex})) == f"{plain}[M]."


def test_addresses_are_links_and_titles_may_be_emphasised() -> None:
    style = gbt7714.Gbt7714()
    entry = Entry("book", {"title": r"\emph{T}", "url": r"https://example.org/a\%20b"})
    html = style.format_entry("1", entry).text.render_as("html")
    assert html == (
        '<em>T</em>[M/OL]. <a href="https://example.org/a%20b">https://example.org/a%20b</a>.'
    )


@pytest.mark.parametrize("name", ["gbt7714-2025", "gbt7714-2015"])
def test_styles_are_plugins_of_pybtex(name: str) -> None:
    from pybtex.plugin import find_plugin

    gbt7714.register()
    style = find_plugin("pybtex.style.formatting", name)()
    data = works("edition")
    formatted = list(style.format_bibliography(data))
    assert len(formatted) == len(data.entries)
    assert [entry.label for entry in formatted] == [str(i + 1) for i in range(len(formatted))]


def test_entry_points_of_the_distribution_are_the_styles() -> None:
    project = tomllib.loads((GOLDEN.parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    declared = project["project"]["entry-points"]["pybtex.style.formatting"]
    loaded = {name: EntryPoint(name, target, "").load() for name, target in declared.items()}
    assert loaded == {"gbt7714-2025": gbt7714.Gbt7714, "gbt7714-2015": gbt7714.Gbt7714Of2015}


def test_crossref_gives_the_host_of_a_part() -> None:
    text = """
    @incollection{part, author={Doe, J.}, title={{Part}}, pages={3}, crossref={whole}}
    @book{whole, editor={Roe, R.}, title={{Whole}}, publisher={P}, date={2000}}
    """
    data = parse_string(text, "bibtex")
    made = gbt7714.Gbt7714().format_entry("1", data.entries["part"], data)
    assert str(made.text) == "Doe J. Part[M]//Roe R. Whole. P，2000：3."


ENTRIES = [entry for name in ("2025", "2015", "edition") for entry in works(name).entries.values()]
TYPES = sorted({entry.type for entry in ENTRIES} | {"booklet", "unpublished", "nosuchtype"})
FIELDS = sorted({field for entry in ENTRIES for field in entry.fields} | {"eprint", "note"})
TEXT = st.text(alphabet="aB1.é《题》жЯ ,:-&%\\{}~$#'", min_size=1, max_size=12)
NAMES = st.lists(st.sampled_from(["郭, 籽实", "Родионов, В.", "{NATO}", "de Haas, M.", "others"]))
DATES = st.sampled_from(["2022", "2022-06", "2022-06-29", "1957/1990", "1984/", "1936?", "？"])


@settings(deadline=None, max_examples=300)
@given(
    type_=st.sampled_from(TYPES),
    fields=st.dictionaries(st.sampled_from(FIELDS), TEXT),
    date=st.none() | DATES,
    authors=NAMES,
    edition=st.sampled_from(["2025", "2015"]),
)
def test_any_entry_gives_a_reference(
    type_: str,
    fields: dict[str, str],
    date: str | None,
    authors: list[str],
    edition: gbt7714.Edition,
) -> None:
    if date:
        fields = {**fields, "date": date}
    entry = Entry(type_, fields, {"author": [Person(name) for name in authors]})
    reference = gbt7714.format_entry(entry, edition)
    assert reference.endswith(".")
    assert "None" not in reference
    assert re.search(r"\[[A-Z]+(/[A-Z]+)?\]", reference)


@settings(deadline=None)
@given(
    type_=st.sampled_from(TYPES),
    present=st.sets(st.sampled_from(["title", "publisher", "location", "year", "pages", "number"])),
    edition=st.sampled_from(["2025", "2015"]),
)
def test_a_missing_field_leaves_no_trace(
    type_: str, present: set[str], edition: gbt7714.Edition
) -> None:
    values = {
        "title": "题名",
        "publisher": "出版者",
        "location": "地",
        "year": "2001",
        "pages": "7",
        "number": "3",
    }
    entry = Entry(type_, {name: values[name] for name in present})
    reference = gbt7714.format_entry(entry, edition)
    assert not re.search(
        r"[，：,:] ?[，：,:.]|\.\.|（）|\(\)|//\.|^[，：. ]| {2}|[，：] ", reference
    )


@pytest.mark.parametrize("family", ["张", "䶮", "𠅤", "〇", "\ufa11"])
def test_a_chinese_name_is_in_one_piece_whatever_its_characters(family: str) -> None:
    person = Person(f"{family}, 明")
    assert gbt7714.names.format_person(person, gbt7714.rules.RULES["2025"]) == f"{family}明"
