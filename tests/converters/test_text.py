"""The rules of wording: what each changes, what none may change, and what always holds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.characters import is_cjk, is_han
from converters.model import Edit, Mark, NoteRef, PageBreak, Piece, Span, Text
from converters.text import (
    RULES,
    Rule,
    close_up,
    drop_invisible,
    join_lines,
    join_urls,
    note_text,
    plain_blanks,
    prose,
    unify_dashes,
    unify_name_dots,
    widen_punctuation,
)

ALL: list[Rule] = [
    drop_invisible,
    join_urls,
    join_lines,
    plain_blanks,
    unify_name_dots,
    unify_dashes,
    widen_punctuation,
    close_up,
]


def text(string: str) -> Text:
    return Text((Piece(string, Span(0, len(string))),))


def after(rule: Rule, string: str) -> str:
    return text(string).apply(rule(string)).string


@pytest.mark.parametrize(
    ("string", "wanted"),
    [
        ("蒙古\n国", "蒙古国"),
        ("蒙古 \r\n \r\n国", "蒙古国"),
        ("蒙古\r国", "蒙古国"),
        ("Mongolia\nand", "Mongolia and"),
        ("p. \n29.", "p. 29."),
        ("（T. \n\nTugsbilguun）", "（T. Tugsbilguun）"),
        ("North-\nEast", "North-East"),
        ("фактор \n\u202fШОС", "фактор ШОС"),
        ("关系。”\n 从", "关系。”从"),
        ("在2014\n“新冷战”中", "在2014“新冷战”中"),
        ("1990—\n1992", "1990—1992"),
        ("2007-\n2013", "2007-2013"),
        ("km/\nh", "km/h"),
        ("and /\nor", "and / or"),
        ("Asia –\nThe New", "Asia – The New"),
    ],
)
def test_lines_are_joined(string: str, wanted: str) -> None:
    assert after(join_lines, string) == wanted


@pytest.mark.parametrize(
    ("string", "wanted"),
    [
        ("http://www.sectsco. \norg/CN11/show.asp?id=236。", None),
        ("http://www.infomongolia.com/ct/ \nci/7708/163/x,%202013.", "ct/ci/7708"),
        ("http://a.org/b-\nc.htm", "a.org/b-c.htm"),
        ("http://a.org/b\r\nc.htm", "a.org/b\r\nc.htm"),
        ("https://a.org/b.pdf. \nSmith, “Title,”", "b.pdf. \nSmith"),
        ("见http://a.org/b。\n参见", "b。\n参见"),
    ],
)
def test_a_url_over_two_lines_is_one_again(string: str, wanted: str | None) -> None:
    found = after(join_urls, string)
    assert (wanted or "www.sectsco.org/CN11/show.asp?id=236。") in found


@pytest.mark.parametrize(
    "string", ["http://.\nhttp://-\nt", "http://a.b/c-\nhttp://a.b/c-\nhttp://a.b/c-"]
)
def test_an_address_on_the_next_line_is_one_of_its_own(string: str) -> None:
    assert all(line in after(join_urls, string) for line in string.split("\n")[:2])
    assert after(join_urls, string).count("\n") >= 1


@pytest.mark.parametrize(
    ("string", "wanted"),
    [
        ("蒙古,中国", "蒙古，中国"),
        ("蒙古(GDP)的2%,比", "蒙古（GDP）的2%，比"),
        ("北约2030:团结", "北约2030：团结"),
        ("何去何从?", "何去何从？"),
        ("“中立”,因为", "“中立”，因为"),
        ("委员会”(Civil Committee, CEPC)作为", "委员会”（Civil Committee, CEPC）作为"),
        ("他(参见a, b)说", "他（参见a, b）说"),
        ("Talks （1994) began", "Talks （1994） began"),
        ("准备 (civil) 的", "准备 （civil） 的"),
    ],
)
def test_chinese_sentences_get_full_width_punctuation(string: str, wanted: str) -> None:
    assert after(widen_punctuation, string) == wanted


@pytest.mark.parametrize(
    "string",
    [
        "“Mongolia in Northeast Asia: Issues,” p. 5",
        "7,000万欧元",
        "20:55开始",
        "http://a.org/b?c=1,2:3",
        "见http://a.org:80/b,c。",
        "Campi (Mongolia), “T: S,” 2005",
        "NATO: Strategic Concept",
    ],
)
def test_other_punctuation_stays(string: str) -> None:
    assert after(widen_punctuation, string) == string


@pytest.mark.parametrize(
    ("string", "wanted"),
    [
        ("2014 年 6 月", "2014年6月"),
        ("秉持 “中立” 政策", "秉持“中立”政策"),
        ("杨 立", "杨立"),
        ("载 《现代》", "载《现代》"),
        ("参见 Jargalsaikhan Mendee, “T,” p. 3。", "参见Jargalsaikhan Mendee, “T,” p. 3。"),
        ("大使 —— 他", "大使——他"),
        ("NATO “中立” NATO", "NATO“中立”NATO"),
        ("Soni, “Title,” 载", "Soni, “Title,”载"),
        ("by “Title” and", "by “Title” and"),
        ("a — b", "a — b"),
        ("2. 通过", "2. 通过"),
        ("第2. 通过", "第2.通过"),
        ("表1 各国贸易额（亿美元）", "表1 各国贸易额（亿美元）"),
        ("附图 2-1 示意图", "附图2-1 示意图"),
        ("表1 显示，甲国居首。", "表1显示，甲国居首。"),
        ("见表1 所示", "见表1所示"),
    ],
)
def test_no_space_stands_beside_chinese(string: str, wanted: str) -> None:
    assert after(close_up, string) == wanted


@pytest.mark.parametrize(
    ("rule", "string", "wanted"),
    [
        (plain_blanks, " a\u202fb \u3000 c\t", "a b c"),
        (plain_blanks, "a b", "a b"),
        (drop_invisible, "a\u200bb\ufeff\u00adc", "abc"),
        (unify_name_dots, "巴亚尔・甘博尔德", "巴亚尔·甘博尔德"),
        (unify_name_dots, "巴亚尔·甘・", "巴亚尔·甘・"),
        (unify_dashes, "大使――他", "大使——他"),
        (unify_dashes, "1990―1992", "1990―1992"),
    ],
)
def test_single_signs(rule: Rule, string: str, wanted: str) -> None:
    assert after(rule, string) == wanted


def test_notes_keep_their_punctuation_as_printed() -> None:
    note = "Cohen, “Asia：Issues,” 载《蒙藏\n现况》2006 年, 第 3 页;"
    assert note_text(text(note)).string == "Cohen, “Asia：Issues,”载《蒙藏现况》2006年,第3页;"


def test_prose_applies_every_rule_in_one_go() -> None:
    source = "在 2014\u00a0年,\u200b卡塔・波德\n说 “是――不是” (Yes, no)。"
    assert prose(text(source)).string == "在2014年，卡塔·波德说“是——不是”（Yes, no）。"


def test_a_note_mark_stands_after_the_stop_and_a_page_break_between_the_halves() -> None:
    source = text("90%。   时任\n份定")
    marked = source.marked(Mark(5, 5, NoteRef("n1")), Mark(9, 9, PageBreak("2")))
    done = prose(marked)
    assert done.string == "90%。时任份定"
    assert [mark.start for mark in done.marks] == [4, 6]


def test_every_rule_that_is_applied_has_a_name_for_readers() -> None:
    edits = [e for rule in ALL for e in rule("a\u200b ・\n蒙 (b) 国,―― http://a/\nb d・e")]
    assert {edit.rule for edit in edits} <= set(RULES)


LETTERS = st.text(
    st.sampled_from(
        "蒙古国的一二年月，。；：（）《》“”‘’、·・—―-–,.:;?!()[] \t\u00a0\u3000\u202f\n\r"
    )
    | st.sampled_from("abcXYZ0123456789шо/%&\u200b\ufeff①³http://"),
    max_size=60,
)


@settings(deadline=None, max_examples=200)
@given(LETTERS)
def test_rules_propose_edits_in_order_that_do_not_overlap(string: str) -> None:
    for rule in ALL:
        edits = rule(string)
        last = 0
        for edit in edits:
            assert last <= edit.start < edit.end <= len(string)
            assert string[edit.start : edit.end] != edit.text
            last = edit.end


@settings(deadline=None, max_examples=200)
@given(LETTERS)
def test_no_letter_digit_or_han_character_is_ever_changed(string: str) -> None:
    """Only blanks, punctuation and what cannot be seen is changed."""

    def letters(value: str) -> str:
        return "".join(c for c in value if c.isalnum())

    for whole in (prose, note_text):
        assert letters(whole(text(string)).string) == letters(string)


@settings(deadline=None, max_examples=200)
@given(LETTERS)
def test_what_was_tidied_stays_as_it_is(string: str) -> None:
    for whole in (prose, note_text):
        once = whole(text(string)).string
        assert whole(text(once)).string == once


@settings(deadline=None, max_examples=200)
@given(LETTERS)
def test_no_space_is_left_beside_a_han_character(string: str) -> None:
    found = prose(text(string)).string
    beside = re.findall(r"(?:(?<=\S) (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) )", found)
    listed = re.match(r"\d{1,2}\. \S", found)
    assert len(beside) <= (1 if listed else 0)


@settings(deadline=None, max_examples=200)
@given(LETTERS)
def test_every_character_stays_accounted_for(string: str) -> None:
    for whole in (prose, note_text):
        spans = [piece.span for piece in whole(text(string)).pieces]
        assert [at for s in spans for at in range(s.start, s.end)] == list(range(len(string)))


def test_scripts_are_told_apart() -> None:
    assert all(map(is_han, "蒙〇々㐀𠀀"))
    assert not any(map(is_han, "aж“，—"))
    assert all(map(is_cjk, "，。（「あ한"))
    assert not any(map(is_cjk, "“”—·a1"))
    assert not is_cjk("")


def test_an_edit_names_its_rule() -> None:
    assert join_lines("甲\n乙") == [Edit(1, 2, "", "R5")]
