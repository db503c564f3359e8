"""Every form of citation: its example and its variants give what the golden file says."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from converters.citations.grammar.form_table import FORMS
from converters.citations.grammar.parse import SECONDARY, parse_note
from converters.citations.grammar.pointers import POINTERS

GOLDEN = Path(__file__).parents[2] / "golden" / "citations_forms.toml"
CASES: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["note"] for case in CASES])
def test_note(case: dict[str, Any]) -> None:
    note = case["note"]
    parsed = parse_note(note)
    found = [
        {
            "words": note[c.start : c.end],
            "form": c.form,
            "naming": c.naming,
            "type": c.type,
            "locator": c.locator or "",
            "fields": dict(c.fields),
        }
        | ({"note": c.note} if c.note else {})
        for c in parsed.citations
    ]
    assert (parsed.kind, found) == (case["kind"], case.get("cites", []))


@pytest.mark.parametrize("form", [*FORMS, *POINTERS], ids=lambda form: form.name)
def test_example_has_its_form(form: Any) -> None:
    """The example of a row is read by that row and by no row before it."""
    (citation,) = parse_note(form.example).citations
    assert citation.form == form.name


def test_every_form_has_a_case() -> None:
    tried = {cite["form"] for case in CASES for cite in case.get("cites", [])}
    assert tried >= {form.name for form in (*FORMS, *POINTERS)} | {SECONDARY}


def test_no_two_forms_have_one_name() -> None:
    names = [form.name for form in (*FORMS, *POINTERS)]
    assert len(names) == len(set(names))


def test_a_pin_cite_is_never_the_range_of_pages() -> None:
    for case in CASES:
        for citation in parse_note(case["note"]).citations:
            assert "pages" not in citation.fields


#: Full-width marks of a Chinese note and the half-width ones that stand for them.
HALF = str.maketrans({"，": ",", "：": ":", "；": ";", "（": "(", "）": ")"})


@pytest.mark.parametrize(
    "note",
    [
        form.example
        for form in (*FORMS, *POINTERS)
        if form.name.startswith("zh") and "http" not in form.example
    ],
)
@pytest.mark.parametrize("blank", ["", " "])
def test_half_width_marks_change_nothing(note: str, blank: str) -> None:
    half = note.translate(HALF).replace(",", "," + blank).replace(":", ":" + blank)
    (wide,), (narrow,) = parse_note(note).citations, parse_note(half).citations
    assert (narrow.form, narrow.type, narrow.naming) == (wide.form, wide.type, wide.naming)
    same = {k: v for k, v in wide.fields.items() if k != "library"}
    assert {k: v for k, v in narrow.fields.items() if k != "library"} == same
