"""Each word of the lexicon that serves journals does what its list says."""

from functools import partial

import pytest
from lexicon_words import forms as words_of
from reading import see_text

from converters.readers.common.names import names
from converters.readers.common.notes import style_of
from converters.readers.journal.note_blocks import NoteBlocks

forms = partial(words_of, "journal")
CIRCLED = style_of(["甲①。", "乙②。", "①甲", "②乙"])
assert CIRCLED
TEXT = "蒙古国在成为首个观察员国之后相当广泛地参与到该组织各个领域的活动中去了。"


@pytest.mark.parametrize("word", [*forms("signals", "see"), "See ", "Cf. "])
def test_a_paragraph_that_goes_on_so_belongs_to_the_note(word: str) -> None:
    text = (
        f"# 草原走廊\n\n{TEXT[:-1]}^[1]。\n\n{TEXT[:-1]}^[2]。\n\n[1] 王明著。\n\n"
        f"{word}李红书，第5页。\n\n[2] 同上。\n"
    )
    seen = see_text(text, "journal-ocr-markdown")
    assert not any("李红" in block for block in seen.blocks)
    assert any("李红" in note for note in seen.notes.values())


@pytest.mark.parametrize("word", [*forms("signals", "see"), *forms("pointers"), "第3页", "第3期"])
def test_a_note_that_nothing_calls_cites(word: str) -> None:
    assert NoteBlocks([TEXT, f"①{word} 甲"], CIRCLED).block() == [1]
    assert NoteBlocks([TEXT, "①甲"], CIRCLED).block() == []


@pytest.mark.parametrize("line", ["（作者单位：草原大学）", "（作者系記者）", "（本文为草稿）"])
def test_a_line_on_the_author_ends_an_article(line: str) -> None:
    seen = see_text(f"# 草原走廊\n\n{TEXT}\n\n{line}\n", "journal-ocr-markdown")
    assert (seen.blocks, seen.endmatter) == ([TEXT], [line])


@pytest.mark.parametrize(
    "word",
    [
        word
        for role in ("author", "translator", "proof-reader")
        for word in forms("roles", f"signed-{role}")
    ],
)
def test_what_people_did_is_no_part_of_their_names(word: str) -> None:
    assert names(f"王明、李红 {word}") == ["王明", "李红"]
