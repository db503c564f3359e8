"""The same article printed and extracted in other ways reads the same, word for word."""

import random
import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from printing import Print, Printed, made_up, put, recognised
from reading import Seen, see_text

from converters.readers.common.reader import Hints

KIND = "journal-pdf-text"
# Of articles made of random characters about one in four thousand can be read in two ways: a full
# line ends a sentence by chance where a paragraph does. The run takes the same ones every time.
ALWAYS_THE_SAME = settings(deadline=None, max_examples=12, derandomize=True)
FIRST = Hints(first_page=71)
FIRST_OF_ALL = Hints(first_page=1)


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
@ALWAYS_THE_SAME
@given(number=st.integers(0, 10**6))
def test_what_is_printed_is_read_again(how: Print, number: int) -> None:
    printed = put(made_up(random.Random(number)), how)
    assume(len(printed.blocks) > 1)  # of one paragraph alone the first line may be a title
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
@ALWAYS_THE_SAME
@given(number=st.integers(0, 10**6), size=st.integers(60, 260))
def test_what_is_recognised_page_by_page_is_read_again(
    call: str, body: str, number: int, size: int
) -> None:
    printed = recognised(made_up(random.Random(number)), size, call, body)
    seen = see_text(printed.text, "journal-ocr-markdown", FIRST_OF_ALL)
    assume(any("|2|" in one for one in printed.blocks))  # one page alone has no number
    same(seen, printed)
