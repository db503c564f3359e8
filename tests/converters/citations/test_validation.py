"""Validation of refs.bib: each fault is named, with its line, and no good file is stopped."""

import pytest

from converters.citations import Library, Work, cite_text, validate

GOOD = """\
@book{a2020,
  author = {Doe, Jane},
  title = {{A Title of Some Length}},
  publisher = {Routledge},
  date = {2020},
  langid = {english},
  language = {en},
}
"""


def codes(source: str, cited: dict[str, str] | None = None) -> list[str]:
    return [message.code for message in validate(source, cited=cited)]


def test_a_good_file_passes() -> None:
    assert codes(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("@book", "@boook", "bib-type", 1),
        ("@book", "@periodical", "bib-type-import", 1),
        ("a2020,", "某2020,", "bib-key", 1),
        ("  title = {{A Title of Some Length}},\n", "", "bib-required", 1),
        ("  publisher = {Routledge},\n", "", "bib-missing", 1),
        ("publisher", "publsher", "bib-field", 4),
        ("{Routledge}", "{}", "bib-empty", 4),
        ("{Routledge}", "{A & B}", "bib-escape", 4),
        ("{Routledge}", "{50% off}", "bib-escape", 4),
        ("{Routledge}", "{Pa\u0301l}", "bib-nfc", 4),
        ("{2020}", "{May 2020}", "bib-date", 5),
        ("{2020}", "{2020-13}", "bib-date", 5),
        ("{2020}", "{2020-02-32}", "bib-date", 5),
        ("{Doe, Jane}", "{Doe, Jane and }", "bib-names", 2),
        ("{Doe, Jane}", "{and Doe, Jane}", "bib-names", 2),
        ("  langid = {english},\n", "", "bib-language-missing", 1),
        ("{english}", "{chinese}", "bib-language-differs", 1),
        ("  date", "  pages = {59},\n  date", "bib-pages", 5),
        ("  date", "  url = {https://a.int/x%20y},\n  date", "bib-escape", 5),
        ("  date", "  publisher = {Brill},\n  date", "bib-field-twice", 1),
        ("@book{a2020", "book{a2020", "bib-stray", 1),
        ("  language = {en},\n}", "  language = {en},\n", "bib-unreadable", 1),
    ],
)
def test_a_fault_is_named(old: str, new: str, code: str, line: int) -> None:
    assert old in GOOD
    found = [m for m in validate(GOOD.replace(old, new, 1)) if m.code == code]
    assert [m.where for m in found] == [f"refs.bib:{line}"]
    assert found[0].hint


@pytest.mark.parametrize(
    "date", ["2020", "2020-02", "2020-02-29", "1993-09-26/1993-09-28", "2020/"]
)
def test_good_dates(date: str) -> None:
    assert codes(GOOD.replace("{2020}", f"{{{date}}}")) == []


def test_every_duplicate_is_listed_and_none_hides_the_next() -> None:
    source = GOOD + GOOD + GOOD.replace("a2020", "b2020") + GOOD.replace("a2020", "A2020")
    found = [(m.code, m.where) for m in validate(source)]
    assert found == [
        ("bib-duplicate-key", "refs.bib:9"),
        ("bib-duplicate-work", "refs.bib:17"),
        ("bib-duplicate-key", "refs.bib:25"),
    ]


def test_a_fault_in_one_entry_hides_no_other() -> None:
    broken = "@book{x, title = {unclosed\n"
    assert codes(broken + GOOD.replace("{2020}", "{May}")) == ["bib-unreadable", "bib-date"]


def test_who_cites_what() -> None:
    related = (
        GOOD.replace("a2020", "b2021")
        .replace("A Title", "Another")
        .replace("  date", "  related = {a2020},\n  date")
    )
    assert codes(GOOD, {}) == ["bib-uncited"]
    assert codes(GOOD, {"a2020": "text:n-1"}) == []
    assert codes(GOOD + related, {"b2021": "text:n-1"}) == []
    (message,) = validate(GOOD, cited={"a2020": "text:n-1", "z": "text:n-2"})
    assert (message.code, "text:n-2" in message.text) == ("bib-unknown-key", True)


def test_what_the_converter_writes_passes_without_error() -> None:
    notes = [
        ("n-1", "李三：《50%的“题名”》，《甲刊》2015年第3期，第3页。"),
        ("n-2", "“Defence & NATO’s 2% Guideline,” NATO, March 14, 2024, https://a.int/x%20y_z#c."),
        ("n-3", "ИА «Забинфо», 2006年6月14日。"),
    ]
    works = cite_text("t", notes, [], {}, Library()).works
    messages = validate(Library(works).dump())
    assert [m for m in messages if m.severity != "info"] == []


def test_a_thousand_entries_are_all_looked_at() -> None:
    works = [
        Work(f"k{n}", "book", {"title": f"Title number {n}", "date": str(1900 + n % 100)}, "t: n-1")
        for n in range(1000)
    ]
    source = Library(works).dump()
    assert len(validate(source)) >= 1000
