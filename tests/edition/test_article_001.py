"""The article of seed 001, PDF text: what a careful reader finds in it, however it is extracted."""

import re
from collections.abc import Callable

import pytest
from five_texts import real
from reading import Seen, see, see_text

from converters.readers import reader_for
from converters.readers.common.reader import Hints
from converters.seed import Seed

KIND = "journal-pdf-text"
FIRST = Hints(first_page=71)


@pytest.fixture(scope="module")
def seed() -> Seed:
    return real("001")


@pytest.fixture(scope="module")
def seen(seed: Seed) -> Seen:
    return see(seed, KIND, FIRST)


def test_the_real_seed_is_of_this_kind(seed: Seed) -> None:
    assert reader_for(seed).kind == KIND


def test_counts_of_the_real_seed(seen: Seen) -> None:
    assert len(seen.abstract) == 1
    assert len(seen.paragraphs) == 35
    assert seen.headings == [
        "# 一、加入上合组织是否符合蒙古国的对外战略",
        "# 二、加入上合组织是否符合蒙古国的对外政策",
        "# 三、加入上合组织是否符合蒙古国的外交布局",
        "# 结束语",
    ]
    assert [one.number.string for one in seen.document.body if hasattr(one, "number")] == [
        "一、",
        "二、",
        "三、",
        "",
    ]
    assert len(seen.notes) == 61
    assert seen.pages == ["71!", *map(str, range(72, 90))]
    assert seen.document.note_marks == "circled"
    assert seen.codes == []


def test_headings_stand_before_the_right_paragraphs(seen: Seen) -> None:
    before = [
        sum(not one.startswith("#") for one in seen.blocks[:n])
        for n, one in enumerate(seen.blocks)
        if one.startswith("#")
    ]
    assert before == [3, 10, 19, 31]


def test_every_note_of_the_real_seed_is_called_once(seen: Seen) -> None:
    called = re.findall(r"\[(n\d+-\d+)\]", "".join(seen.blocks))
    assert called == list(seen.notes)
    assert all(note.on == "text" for note in seen.document.notes)
    assert not any(mark in "".join([*seen.blocks, *seen.notes.values()]) for mark in "①②③④⑤⑥")


def test_the_first_page_follows_from_the_one_number_in_the_seed(seed: Seed, seen: Seen) -> None:
    assert see(seed, KIND).blocks == seen.blocks


def test_the_record_wins_over_the_printed_number(seed: Seed) -> None:
    other = see(seed, KIND, Hints(first_page=5))
    assert other.pages[0] == "5!"
    assert other.codes == ["page-numbers-conflict"]


def test_end_matter_and_what_follows_from_it(seen: Seen) -> None:
    assert seen.endmatter == [
        "[收稿日期：2014-10-22]",
        "[修回日期：2014-12-08]",
        "[责任编辑：杨立]",
    ]
    assert seen.fields["received"] == "2014-10-22"
    assert seen.fields["revised"] == "2014-12-08"
    assert seen.fields["editor"] == "杨立"
    assert seen.fields["title"] == "缘何蒙古国仍未正式加入上海合作组织？"


#: Ways in which other extractions of the same print differ from the real seed.
def no_trailing_blanks(text: str) -> str:
    return re.sub(r"[ \t]+(?=\n)", "", text)


def form_feeds(text: str) -> str:
    return re.sub(r"\n (?=\S)", "\n\f", text)


def marked(form: str) -> Callable[[str], str]:
    return lambda text: re.sub("[①-⑥]", lambda m: form.format(ord(m[0]) - 0x245F), text)


def page_of(text: str) -> list[str]:
    """The pages of the real seed, without its own number and running head."""
    *pages, last = re.split(r"\n (?=\S)", text)
    return [*pages, *re.split(r"\n \n88 \n[\s\S]*?组织？ \n\n", last)]


def furnished(head: Callable[[int], str], foot: Callable[[int], str], between: str = "\n"):  # type: ignore[no-untyped-def]
    def change(text: str) -> str:
        pages = [
            "\n\n".join(part for part in (head(n), page, foot(n)) if part)
            for n, page in enumerate(page_of(text), 71)
        ]
        return between.join(pages)

    return change


TITLE = "缘何蒙古国仍未正式加入上海合作组织？"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        no_trailing_blanks,
        form_feeds,
        lambda text: no_trailing_blanks(form_feeds(text)),
        lambda text: form_feeds(text).replace("\f", "\f\n"),
        marked("[{}]"),
        marked("［{}］"),
        marked("〔{}〕"),
        marked("({})"),
        marked("（{}）"),
        furnished(lambda n: "", lambda n: str(n)),
        furnished(lambda n: "", lambda n: str(n), "\f"),
        furnished(lambda n: f"· {n} ·", lambda n: ""),
        furnished(lambda n: "", lambda n: f"— {n} —"),
        furnished(lambda n: TITLE if n % 2 else "俄罗斯研究 2015年第1期", lambda n: str(n)),
        furnished(lambda n: TITLE if n % 2 else "俄罗斯研究 2015年第1期", lambda n: ""),
        furnished(lambda n: f"{TITLE}   {n}" if n % 2 else f"{n}   俄罗斯研究", lambda n: ""),
        furnished(lambda n: f"{n} 俄罗斯研究", lambda n: "", "\f"),
    ],
    ids=lambda change: getattr(change, "__name__", ""),
)
def test_other_print_of_the_real_text_gives_the_same(
    seed: Seed, seen: Seen, change: Callable[[str], str]
) -> None:
    text = change(seed.text)
    assert text != seed.text
    other = see_text(text, KIND, FIRST)
    assert other.abstract == seen.abstract
    assert other.blocks == seen.blocks
    assert other.notes == seen.notes
    assert other.endmatter == seen.endmatter
    assert other.codes == []


def test_without_any_sign_of_pages_only_the_notes_part_them(seed: Seed, seen: Seen) -> None:
    """Of 19 pages, the two that end without a note cannot be seen; the number says that."""
    other = see_text(re.sub(r"\n (?=\S)", "\n", seed.text), KIND)

    def unpaged(strings: list[str]) -> list[str]:
        return [
            re.sub(r"\|\d+!?\||\[n\d+-(\d+)\]", r"[\1]", one).replace("[]", "") for one in strings
        ]

    assert unpaged(other.blocks) == unpaged(seen.blocks)
    assert list(other.notes.values()) == list(seen.notes.values())
    assert len(other.pages) == 17
    assert other.codes == []
