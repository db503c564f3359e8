"""The same article printed and extracted in other ways reads the same, word for word."""

import random
import re
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from printing import Print, Printed, made_up, put, recognised
from reading import Seen, real, see, see_text

from converters.readers.common.reader import Hints
from converters.seed import Seed

KIND = "journal-pdf-text"
FIRST = Hints(first_page=71)
FIRST_OF_ALL = Hints(first_page=1)


@pytest.fixture(scope="module")
def seed() -> Seed:
    return real("001")


@pytest.fixture(scope="module")
def seen(seed: Seed) -> Seen:
    return see(seed, KIND, FIRST)


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


PRINTS = {
    "form feeds, trailing blanks": Print(end=" "),
    "form feeds, indents": Print(lead="　　"),
    "form feeds, indents of spaces": Print(lead="    ", width=30),
    "numbers at the foot": Print(lead="　　", page="\n", foot=str),
    "numbers at the foot, spaced": Print(
        end=" ", page="\n", foot=lambda n: f"· {n} ·", between="\n\n"
    ),
    "numbered heads": Print(
        end=" ",
        page="\n",
        head=lambda n: f"{n}  国际问题论坛" if n % 2 == 0 else f"蒙古国的外交研究   {n}",
    ),
    "heads and form feeds": Print(lead="　　", head=lambda n: "国际问题论坛 2015年第1期"),
    "bracketed marks": Print(lead="　　", mark=lambda n: f"[{n}]"),
    "marks in round brackets": Print(lead="　　", mark=lambda n: f"({n})"),
    "a space opens a page": Print(end=" ", between="\n\n", page="\n "),
    "wide lines": Print(width=40, note_width=46, lead="　　", lines=25),
    "other first page": Print(lead="　　", first=119, foot=lambda n: f"- {n} -"),
}


def same(seen: Seen, printed: Printed) -> None:
    """The document says what the printed article says, block by block and note by note."""
    blocks = [re.sub(r"^(\|\d+\|)# ", r"# \1", one) for one in printed.blocks]
    found = [one.replace("!|", "|") for one in seen.blocks]
    assert [re.sub(r"^# (.、)(\|\d+\|)", r"# \2\1", one) for one in found] == blocks
    assert list(seen.notes.items()) == printed.notes
    assert seen.codes == []


@pytest.mark.parametrize("how", PRINTS.values(), ids=PRINTS.keys())
@settings(deadline=None, max_examples=12)
@given(number=st.integers(0, 10**6))
def test_what_is_printed_is_read_again(how: Print, number: int) -> None:
    printed = put(made_up(random.Random(number)), how)
    same(see_text(printed.text, KIND, Hints(first_page=how.first)), printed)


@pytest.mark.parametrize(
    ("call", "body"),
    [
        ("^[{}]", "[{}] "),
        ("[{}]", "[{}] "),
        ("({})", "({}) "),
        ("<sup>{}</sup>", "{}. "),
        ("^{{[{}]}}", "^{{[{}]}} "),
    ],
)
@settings(deadline=None, max_examples=12)
@given(number=st.integers(0, 10**6), size=st.integers(60, 260))
def test_what_is_recognised_page_by_page_is_read_again(
    call: str, body: str, number: int, size: int
) -> None:
    printed = recognised(made_up(random.Random(number)), size, call, body)
    seen = see_text(printed.text, "journal-ocr-markdown", FIRST_OF_ALL)
    assume(any("|2|" in one for one in printed.blocks))  # one page alone has no number
    same(seen, printed)
