"""The lists of words: they are found in all scripts, and what may not be there is not."""

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.lexicon import Entry, _traditional, entries

LISTS = sorted(
    file.name.removesuffix(".toml")
    for file in files("converters.lexicon").iterdir()
    if file.name.endswith(".toml")
)
PATTERNS = [one.text for name in LISTS for one in entries(name) if one.is_pattern]


def in_all_scripts(expression: str) -> re.Pattern[str]:
    (form,) = Entry(expression, "", frozenset(), is_pattern=True).forms
    return re.compile(form)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_no_word_twice_for_the_same_purpose(name: str) -> None:
    seen = [(one.text, one.group, family) for one in entries(name) for family in one.serves]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize(
    ("expression", "found", "passed"),
    [
        ("[^学画]报", ["日报", "日報"], ["学报", "學報", "學报", "画报", "畫報"]),
        ("(?<![学画])报", ["日报", "日報"], ["学报", "學報", "畫报"]),
        ("作者(?![认以指强])", ["作者系", "作者係"], ["作者认为", "作者認為", "作者強調"]),
        ("党校(?!教授)", ["党校", "黨校"], ["党校教授", "黨校教授"]),
        ("[-认]", ["-", "认", "認"], ["指"]),
        ("[]认]", ["]", "认", "認"], ["指"]),
        (r"\[认\]", ["[认]", "[認]"], ["[", "认"]),
        (r"[^认\]]", ["指"], ["认", "認", "]"]),
        ("[a-z认]", ["m", "認"], ["-", "M"]),
        ("[〇-龥]", ["认", "認"], ["a"]),
        (r"报{2}", ["报报", "報報", "报報"], ["报"]),
    ],
)
def test_a_character_stands_for_all_its_forms(
    expression: str, found: list[str], passed: list[str]
) -> None:
    for text in found:
        assert in_all_scripts(expression).search(text), text
    for text in passed:
        assert not in_all_scripts(expression).search(text), text


@given(
    st.sampled_from([one for one in PATTERNS if re.search(r"[\u4e00-\u9fff]", one)]),
    st.data(),
)
def test_a_pattern_finds_the_same_in_each_script(expression: str, data: st.DataObject) -> None:
    letters = sorted(set(re.findall(r"[\u4e00-\u9fff]", expression)))
    text = "".join(data.draw(st.lists(st.sampled_from([*letters, "：", "1", "甲"]), max_size=12)))
    here = in_all_scripts(expression).search(text)
    for n in range(3):
        there = in_all_scripts(expression).search("".join(_traditional(c)[n] for c in text))
        assert (here and here.span()) == (there and there.span())
