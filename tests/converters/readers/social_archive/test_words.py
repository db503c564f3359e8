"""Each word of the lexicon that serves archives of platforms does what its list says."""

from functools import partial

import pytest
from lexicon_words import forms as words_of
from reading import Seen, see_text

from converters.readers import READERS
from converters.seed import Seed

KIND = "social-archive-markdown"
YAML = "---\ntitle: 甲国的道路\n---\n\n"
TEXT = "中亚国家正在推动能源转型，成效显著。"
READER = READERS[KIND]


forms = partial(words_of, "social-archive")


def each(*lists: tuple[str, str | None, str]) -> list[str]:
    """A line for each word: list, group and the line with `{}` for the word."""
    return [line.format(word) for name, group, line in lists for word in forms(name, group)]


def read(text: str) -> Seen:
    return see_text(YAML + text, KIND)


def reasons(seen: Seen, line: str) -> set[str]:
    """The reasons for which the words of a line were removed."""
    source = seen.document.removed
    start = len(YAML) + len(TEXT) + 2
    return {str(one.reason) for one in source if start <= one.span.start < start + len(line)}


@pytest.mark.parametrize(
    "line",
    each(
        ("calls", "opening", "{}甲乙"),
        ("buttons", "alone", "{}"),
        ("buttons", "reaction", "{}"),
        ("platforms", "account", "{}：丝路观察"),
        ("platforms", "app", "打开{}查看"),
        ("platforms", "site", "{}"),
    ),
)
def test_calls_and_buttons_are_navigation(line: str) -> None:
    seen = read(f"{TEXT}\n\n{line}\n")
    assert seen.blocks == [TEXT]
    assert not seen.endmatter
    assert reasons(seen, line) == {"navigation"}


@pytest.mark.parametrize("word", forms("calls", "within"))
def test_a_call_within_the_text_is_navigation(word: str) -> None:
    assert read(f"{TEXT}\n\n点击标题{word}\n\n{TEXT}\n").blocks == [TEXT, TEXT]


@pytest.mark.parametrize(
    "line", each(("counters", "before", "{} 123"), ("counters", "after", "123 {}"))
)
def test_counters_count(line: str) -> None:
    seen = read(f"{TEXT}\n\n{line}\n")
    assert seen.blocks == [TEXT]
    assert reasons(seen, line) == {"counter"}


@pytest.mark.parametrize("word", forms("counters", "date"))
def test_the_date_of_a_page_is_told(word: str) -> None:
    seen = read(f"{TEXT}\n\n{word} 2020-01-02 08:00\n")
    assert (seen.blocks, seen.fields["republication_date"]) == ([TEXT], "2020-01-02")


@pytest.mark.parametrize("word", forms("platforms", "sign"))
def test_words_of_a_platform_speak_for_a_post(word: str) -> None:
    def likeness(text: str) -> float:
        return READER.identify(Seed("x.txt", text, ""))

    assert likeness(f"{TEXT}\n{word}\n") > likeness(f"{TEXT}\n")


@pytest.mark.parametrize("word", forms("credits", "office"))
def test_offices_stand_after_the_text(word: str) -> None:
    seen = read(f"{TEXT}\n\n{word}：小李\n")
    assert (seen.blocks, seen.endmatter) == ([TEXT], [f"{word}：小李"])


@pytest.mark.parametrize("word", forms("credits", "end"))
def test_the_end_is_no_text(word: str) -> None:
    seen = read(f"{TEXT}\n\n—— {word} ——\n")
    assert (seen.blocks, seen.endmatter) == ([TEXT], [])


@pytest.mark.parametrize("word", forms("related"))
def test_nothing_below_a_heading_of_other_articles_is_text(word: str) -> None:
    seen = read(f"{TEXT}\n\n{word}\n\n上合组织的未来\n")
    assert (seen.blocks, seen.endmatter) == ([TEXT], [])


@pytest.mark.parametrize("word", forms("note_headings"))
def test_headings_of_notes_head_notes(word: str) -> None:
    seen = read(f"甲甲[1]。\n\n{word}\n\n[1] 甲书。\n")
    assert (seen.blocks, seen.notes) == (["甲甲[n-1]。"], {"n-1": "甲书。"})


@pytest.mark.parametrize("word", [*forms("institutions"), *forms("ranks")])
def test_institutions_and_ranks_describe_the_author(word: str) -> None:
    seen = read(f"作者：王明 某某{word}\n\n{TEXT}\n")
    assert (seen.fields["authors"], seen.fields["affiliation"]) == ("王明", f"某某{word}")


STATED = {
    "affiliation": ("某大学", "affiliation"),
    "authors": ("王明", "authors"),
    "byline": ("王明", "authors"),
    "translators": ("王明", "translators"),
    "keywords": ("甲；乙", "keywords"),
    "date": ("2020-01-02", "republication_date"),
}


@pytest.mark.parametrize(
    ("word", "group"), [(word, group) for group in STATED for word in forms("statements", group)]
)
def test_labels_open_statements(word: str, group: str) -> None:
    value, name = STATED[group]
    seen = read(f"**{word}：** {value}\n\n{TEXT}\n")
    assert (seen.fields[name], seen.blocks) == (value, [TEXT])


@pytest.mark.parametrize("word", forms("statements", "source"))
def test_labels_of_sources_give_the_journal(word: str) -> None:
    seen = read(f"{word}：《学刊》2020年第2期\n\n{TEXT}\n")
    assert (seen.fields["journal"], seen.fields["issue"]) == ("学刊", "2")


@pytest.mark.parametrize("word", forms("statements", "title"))
def test_labels_of_titles_give_the_title(word: str) -> None:
    assert see_text(f"{word}：甲国的道路\n\n{TEXT}\n", KIND).fields["title"] == "甲国的道路"


@pytest.mark.parametrize("word", forms("statements", "abstract"))
def test_labels_of_abstracts_open_one(word: str) -> None:
    assert read(f"{word}：甲国很大。\n\n{TEXT}\n").abstract == ["甲国很大。"]


@pytest.mark.parametrize("word", forms("statements", "introduction"))
def test_labels_of_introductions_open_one(word: str) -> None:
    seen = read(f"{word}：甲按。\n\n正文\n\n{TEXT}\n")
    assert [one.text.string for one in seen.document.introduction] == ["甲按。"]
    assert seen.blocks == [TEXT]


@pytest.mark.parametrize("word", [*forms("statements", "text"), *forms("statements", "rubric")])
def test_labels_of_parts_are_no_text(word: str) -> None:
    assert read(f"【{word}】\n\n{TEXT}\n").blocks == [TEXT]


@pytest.mark.parametrize("word", forms("reporters"))
def test_reporters_are_authors(word: str) -> None:
    assert read(f"{word}：王明\n\n{TEXT}\n").fields["authors"] == "王明"


@pytest.mark.parametrize("word", [*forms("provenance", "is"), "是"])
def test_what_an_author_is(word: str) -> None:
    seen = read(f"{TEXT}\n\n（作者王明{word}草原大学教授）\n")
    assert seen.fields["authors"] == "王明"


@pytest.mark.parametrize("word", forms("provenance", "first-stood"))
def test_where_a_text_first_stood(word: str) -> None:
    seen = read(f"{TEXT}\n\n本文来源于{word}《学刊》2020年第2期\n")
    assert seen.fields["journal"] == "学刊"


@pytest.mark.parametrize("word", forms("periodicals", "edition"))
def test_what_kind_of_journal_it_is(word: str) -> None:
    seen = read(f"来源：《学刊》（{word}）2020年第2期\n\n{TEXT}\n")
    assert (seen.fields["journal"], seen.fields["issue"]) == ("学刊", "2")


@pytest.mark.parametrize("line", [*forms("captions", "opening"), "图1", "图片", "图源", "圖為"])
def test_a_caption_in_the_head_is_no_text(line: str) -> None:
    seen = read(f"![](a.png)\n\n{line}：草原\n\n{TEXT}\n")
    assert seen.blocks == [TEXT]
