"""The article of seed 003, recognised Markdown: what a careful reader finds in it."""

import re
from collections.abc import Callable

import pytest
from five_texts import real
from reading import Seen, see, see_text

from converters.model import Emphasis, Heading
from converters.readers import reader_for
from converters.readers.common.reader import Hints
from converters.seed import Seed

KIND = "journal-ocr-markdown"


@pytest.fixture(scope="module")
def seed() -> Seed:
    return real("003")


@pytest.fixture(scope="module")
def seen(seed: Seed) -> Seen:
    return see(seed, KIND)


def test_the_real_seed_is_of_this_kind(seed: Seed) -> None:
    assert reader_for(seed).kind == KIND


def test_counts_of_the_real_seed(seen: Seen) -> None:
    assert len(seen.abstract) == 1
    assert len(seen.paragraphs) == 29
    levels = [one.level for one in seen.document.body if isinstance(one, Heading)]
    assert levels == [1, 1, 2, 2, 2, 1, 2, 2, 2, 2, 1, 2, 2, 2, 1]
    assert len(seen.notes) == 54
    assert seen.pages == ["119!", *map(str, range(120, 138))]
    assert seen.document.note_marks == "bracketed"
    assert seen.codes == []


def test_headings_of_the_real_seed(seen: Seen) -> None:
    assert seen.headings[0] == "# 一、北约强化韧性建设的进展"
    assert seen.headings[1] == "# 二、|125|北约强化韧性建设的动因"
    assert seen.headings[2] == "## （一）因应欧洲安全环境新变化"
    assert seen.headings[-1] == "# 五、结语"


def test_every_note_is_called_once_on_its_page(seen: Seen) -> None:
    called = re.findall(r"\[(n\d+-\d+)\]", "".join(seen.blocks))
    assert called == list(seen.notes)[1:]
    counts = [sum(n.startswith(f"n{page}-") for n in called) for page in range(119, 138)]
    assert counts == [0, 4, 3, 4, 5, 3, 1, 3, 2, 5, 3, 5, 4, 3, 3, 2, 2, 1, 0]


def test_fields_of_the_real_seed(seen: Seen) -> None:
    assert seen.fields == {
        "title": "北约强化韧性建设：动机、影响及制约",
        "authors": "张雪",
        "keywords": "北大西洋公约组织；韧性建设；欧洲地缘政治；联盟战略",
        "affiliation": "张雪，苏州大学政治与公共管理学院副教授",
        "clc": "E161",
        "document_code": "A",
        "article_id": "0452 8832 (2024) 5期0119-19",
        "issn": "0452-8832",
        "year": "2024",
        "issue": "5",
        "pages": "119-137",
        "editor": "母耕源",
    }
    assert seen.endmatter == ["【责任编辑：母耕源】"]


def test_the_author_note_hangs_on_the_title(seen: Seen) -> None:
    star = seen.document.notes[0]
    assert (star.label, star.mark, star.page, star.on) == ("n119-star", "*", "119", "title")
    assert star.text.string.endswith("（编号：21ZZD004）的阶段成果。")


def test_italics_of_notes_are_emphasis(seen: Seen) -> None:
    found = [
        note.text.string[mark.start : mark.end]
        for note in seen.document.notes
        for mark in note.text.marks
        if mark.what == Emphasis("emphasis")
    ]
    assert found == ["The Economist", "National Security and the Future"]


def test_addresses_lose_their_angle_brackets(seen: Seen) -> None:
    assert not any(sign in one for one in seen.notes.values() for sign in "<>*")
    assert sum("http" in one for one in seen.notes.values()) == 38


def marks(call: str, body: str) -> Callable[[str], str]:
    circled = [chr(0x2460 + n) for n in range(9)]

    def put(form: str, digit: str) -> str:
        return form.replace("1", digit).replace("①", circled[int(digit) - 1])

    def change(text: str) -> str:
        text = re.sub(r"\^\[(\d)\]", lambda m: put(call, m[1]), text)
        return re.sub(r"(?m)^\[(\d)\] ", lambda m: put(body, m[1]), text)

    return change


def between_pages(between: Callable[[int], str]) -> Callable[[str], str]:
    """What an extraction may put where a page ends; here always after the page's notes."""

    def change(text: str) -> str:
        page = 118

        def end(match: re.Match[str]) -> str:
            nonlocal page
            page += 1
            return f"{match[0]}\n\n{between(page)}"

        return re.sub(r"(?m)^(?:\[\d\] |\^\{\*\} ).*$(?!\n\n\[\d\] )", end, text)

    return change


def numbered_heads(page: int) -> str:
    return (
        f"{page + 1} 国际问题研究" if page % 2 else f"北约强化韧性建设：动机、影响及制约 {page + 1}"
    )


def markdown_heads(text: str) -> str:
    text = re.sub(r"(?m)^([一二三四五]、)", r"## \1", text)
    return re.sub(r"(?m)^(（[一二三四五]）)", r"### \1", text)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\n".join(line for line in text.split("\n") if line.strip()),
        marks("^{[1]}", "[1] "),
        marks("[1]", "[1] "),
        marks("①", "① "),
        marks("①", "①"),
        marks("$^{①}$", "① "),
        marks("^{①}", "^{①} "),
        marks("<sup>1</sup>", "1. "),
        marks("<sup>[1]</sup>", "[1]"),
        marks("(1)", "(1) "),
        marks("^(1)", "(1) "),
        marks("[^1]", "[^1]: "),
        marks(r"\[1\]", r"\[1\] "),
        marks("^[1]", "^[1] "),
        marks("［1］", "［1］"),
        markdown_heads,
        lambda text: re.sub(r"(?m)^([一二三四五]、|（[一二三四五]）)", r"# \1", text),
        lambda text: re.sub(r"(?m)^((?:[一二三四五]、|（[一二三四五]）).*)", r"**\1**", text),
        lambda text: text.replace("北约强化韧性建设：", "# 北约强化韧性建设：", 1),
        between_pages(str),
        between_pages(lambda page: f"· {page} ·"),
        between_pages(lambda page: "\f"),
        between_pages(lambda page: "---"),
        between_pages(lambda page: f"<!-- Page {page} -->"),
        between_pages(lambda page: f"{page}\n\n国际问题研究 2024年第5期"),
        between_pages(numbered_heads),
        between_pages(lambda page: f"![](images/{page}.jpg)"),
    ],
)
def test_other_sources_of_the_real_text_give_the_same(
    seed: Seed, seen: Seen, change: Callable[[str], str]
) -> None:
    text = change(seed.text)
    assert text != seed.text
    other = see_text(text, KIND)
    assert other.abstract == seen.abstract
    assert other.blocks == seen.blocks
    assert other.notes == seen.notes
    assert other.endmatter == seen.endmatter
    assert other.codes == []


def test_without_an_article_number_pages_are_counted_and_that_is_told(seed: Seed) -> None:
    text = re.sub("(?m)^〔文章编号〕.*$", "", seed.text)
    assert see_text(text, KIND).pages == ["1!", *map(str, range(2, 20))]
    assert see_text(text, KIND).codes == ["page-numbers-missing"]
    assert see_text(text, KIND, Hints(first_page=119)).codes == []
