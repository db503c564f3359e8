"""Labelled statements: every label of the list, in every way that journals print one."""

import pytest

from converters.lexicon import entries
from converters.readers.common.labels import statement, statements

LABELS = [
    (form, entry.group)
    for entry in entries("statements")
    if "journal" in entry.serves
    for form in entry.forms
]


@pytest.mark.parametrize(("label", "name"), LABELS)
def test_every_label_opens_its_statement(label: str, name: str) -> None:
    for line in (
        f"{label}：甲乙",
        f"【{label}】甲乙",
        f"[{label}] 甲乙",
        f"**{label}**：甲乙",
        label,
    ):
        found = statement(line)
        assert found is not None and found.name == name, line
        assert line[found.words : found.end] in ("甲乙", ""), line


@pytest.mark.parametrize(("label", "name"), [(x, n) for x, n in LABELS if len(x) < 4])
def test_every_short_label_may_be_letter_spaced(label: str, name: str) -> None:
    found = statement("　".join(label) + "　甲乙")
    assert found is not None and found.name == name


@pytest.mark.parametrize(("label", "name"), LABELS)
def test_a_label_without_sign_is_part_of_a_sentence(label: str, name: str) -> None:
    assert statement(f"{label}甲乙") is None


def test_several_statements_on_a_line_end_where_the_next_begins() -> None:
    line = "中图分类号：D81  文献标识码：A  文章编号：1000-0001（2020）01-0001-10 "
    told = [(part.name, line[part.words : part.end]) for part in statements(line)]
    assert told == [
        ("clc", "D81"),
        ("document_code", "A"),
        ("article_id", "1000-0001（2020）01-0001-10"),
    ]
