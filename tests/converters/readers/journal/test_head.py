"""The head of an article, and where the statements below it end."""

import pytest
from lexicon_words import forms as words_of
from reading import see_text

from converters.readers.common.reading import Reading
from converters.readers.journal.head import head_length
from converters.readers.journal.pages import PageRow
from converters.seed import Seed

TEXT = "蒙古国在成为首个观察员国之后，相当广泛地参与到该组织各个领域的活动中。"
SHORT = 37  # cells; a title is narrower


def length(*lines: str) -> int:
    rows = Reading(Seed("x.txt", "\n".join(lines), "")).rows
    return head_length([PageRow(row, 0) for row in rows], None, SHORT)


@pytest.mark.parametrize(("above", "found"), [(15, 15), (16, 8)])
def test_labelled_statements_begin_in_the_first_sixteen_lines(above: int, found: int) -> None:
    assert length("草原走廊", *["副题之一"] * (above - 1), "【摘要】本文。") == found


@pytest.mark.parametrize(("wide", "found"), [(2, 3), (3, 1)])
def test_a_title_has_at_most_two_full_lines(wide: int, found: int) -> None:
    assert length("草原走廊", *["长" * SHORT] * wide, "【摘要】本文。") == found


@pytest.mark.parametrize(("cells", "found"), [(20, 2), (21, 1)])
def test_a_longer_line_that_ends_a_sentence_is_text(cells: int, found: int) -> None:
    assert length("草原走廊", "长" * (cells - 1) + "。", "【摘要】本文。") == found


@pytest.mark.parametrize(("authors", "found"), [(6, 7), (7, 8), (8, 8)])
def test_a_head_without_statements_has_at_most_eight_lines(authors: int, found: int) -> None:
    assert length("草原走廊", *["王明"] * authors, TEXT) == found


@pytest.mark.parametrize(("title", "found"), [("草原走廊", 2), ("草原路", 0)])
def test_a_title_has_at_least_four_characters(title: str, found: int) -> None:
    assert length(title, "王明", TEXT) == found


@pytest.mark.parametrize(("characters", "found"), [(39, 2), (40, 1)])
def test_a_subtitle_has_less_than_forty_characters(characters: int, found: int) -> None:
    assert length("草原走廊", "——" + "副" * (characters - 2), TEXT) == found


@pytest.mark.parametrize(("characters", "found"), [(59, 2), (60, 1)])
def test_the_line_of_an_issue_has_less_than_sixty_characters(characters: int, found: int) -> None:
    issue = "2015年第1期"
    assert length("草原走廊", issue + "长" * (characters - len(issue)), TEXT) == found


@pytest.mark.parametrize(("characters", "found"), [(79, 2), (80, 1)])
def test_an_affiliation_has_less_than_eighty_characters(characters: int, found: int) -> None:
    assert length("草原走廊", "长" * (characters - 2) + "大学", TEXT) == found


INSTITUTIONS = words_of("journal", "institutions")


@pytest.mark.parametrize("word", INSTITUTIONS)
@pytest.mark.parametrize("kind", ["journal-pdf-text", "journal-ocr-markdown"])
def test_an_institution_below_the_author_is_the_affiliation(kind: str, word: str) -> None:
    apart = "\n" if kind == "journal-pdf-text" else "\n\n"
    seen = see_text(
        apart.join(["草原走廊的历史", "王明", f"内蒙古{word}", f"【摘要】{TEXT}"]), kind
    )
    assert seen.fields["affiliation"] == f"内蒙古{word}"
    assert "journal" not in seen.fields


RUBRICS = words_of("journal", "section_titles", "notes")


@pytest.mark.parametrize("rubric", RUBRICS)
def test_the_rubric_above_the_notes_is_a_label(rubric: str) -> None:
    for line in (rubric, f"【{rubric}】", f"## {rubric}：", "　".join(rubric)):
        text = f"# 草原走廊\n\n{TEXT[:-1]}^[1]。\n\n{line}\n\n[1] 参见王明书，第3页。\n"
        seen = see_text(text, "journal-ocr-markdown")
        assert len(seen.notes) == 1, line
        assert not any(rubric in block for block in seen.blocks), line


@pytest.mark.parametrize(("lines", "ends"), [(78, True), (79, False)])
def test_an_abstract_ends_at_keywords_in_the_next_eighty_lines(lines: int, ends: bool) -> None:
    text = "\n\n".join(
        ["草原走廊的历史", f"【摘要】{TEXT}", *[TEXT] * lines, "【关键词】草原", TEXT]
    )
    assert ("keywords" in see_text(text, "journal-ocr-markdown").fields) == ends
