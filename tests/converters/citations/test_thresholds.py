"""The numbers that decide, each held on both sides."""

import pytest

from converters.citations.grammar.parse import parse_note
from converters.citations.library.matching import is_beginning


@pytest.mark.parametrize(
    ("beginning", "title", "is_one"),
    [
        ("Mongolian", "Mongolian Security", False),  # 9
        ("Mongolia in", "Mongolia in Northeast Asia", True),  # 10
        ("边疆与", "边疆与民族", False),
        ("边疆与民", "边疆与民族", True),
        ("Mongolian Security in Asia", "Mongolian", False),
        ("Mongolia in Northeast Asia", "Mongolia in", True),
    ],
)
def test_the_shortest_beginning_of_a_title(beginning: str, title: str, is_one: bool) -> None:
    assert is_beginning({"title": beginning}, {"title": title}) == is_one


@pytest.mark.parametrize(
    ("note", "length", "most"),
    [
        ("《题名》，{}，2023年4月6日，http://www.news.cn/a.htm。", "网", 40),
        ("“A Title of Some Length,” {}, No. 3, 2012, p. 4.", "A", 200),
        ("{}：《题名》，《甲刊》2015年第3期，第3页。", "某", 60),
        ("{}, “A Title of Some Length,” Voices, No. 3, 2012, p. 4.", "A", 160),
    ],
)
def test_the_longest_name(note: str, length: str, most: int) -> None:
    """A name of that many characters is one; one character more is no name."""
    longest, longer = (parse_note(note.format(length * n)) for n in (most, most + 1))
    (citation,) = longest.citations
    assert any(length * most in value for value in citation.fields.values())
    assert not any(length * most in value for c in longer.citations for value in c.fields.values())
