"""The one scanner of mark-up: what goes, and what is set off."""

import pytest

from converters.readers.common.markdown import scan


def without(string: str, *, tables: bool = True) -> str:
    """What is left of a string."""
    kept, at = [], 0
    for token in scan(string, tables=tables).tokens:
        kept.append(string[at : token.start])
        at = token.end
    return "".join([*kept, string[at:]])


def emphasised(string: str) -> list[tuple[str, str]]:
    return [(one.style, string[one.start : one.end]) for one in scan(string).emphasis]


@pytest.mark.parametrize(
    ("string", "left"),
    [
        ("甲![图](a.png)乙", "甲乙"),
        ("[![图](a.png)](http://b.c)甲", "甲"),
        ("见[中亚](http://a.b/c_(d))与[咸海][1]", "见中亚与咸海"),
        ("甲[1](#fn1)乙[2](#fn2)", "甲[1]乙[2]"),
        ("甲[1][2]乙", "甲[1][2]乙"),
        ("甲[^1][^2]乙", "甲[^1][^2]乙"),
        ("甲[↩](#fnref1)", "甲"),
        ("<https://e.f/g>，<a@b.cn>，<www.g.h>", "https://e.f/g，a@b.cn，www.g.h"),
        ("<script>甲</script>", "<script>甲</script>"),
        ("甲<!-- 乙 -- 丙 -->丁<!-- 戊", "甲丁<!-- 戊"),
        ("<span style='x'>水</span><br/>", "水"),
        ("<sup>1</sup>甲", "<sup>1</sup>甲"),
        ("\\*甲\\*\\[1\\]", "*甲*[1]"),
        ("重$5 \\%$，长$x$", "重5 %，长x"),
        ("$100和$200", "$100和$200"),
        ("# 甲\n> 乙\n- 丙", "甲\n乙\n丙"),
        ("2*3*4，a_b_c", "2*3*4，a_b_c"),
        ("https://a.b/c_d_e，甲_乙_", "https://a.b/c_d_e，甲乙"),
        ("<table><tr><td>甲</td></tr></table>", "<table><tr><td>甲</td></tr></table>"),
    ],
)
def test_what_is_mark_up_goes(string: str, left: str) -> None:
    assert without(string) == left


def test_tags_of_tables_go_where_no_tables_are_made() -> None:
    assert without("<table><tr><td>甲</td></tr></table>", tables=False) == "甲"


@pytest.mark.parametrize(
    ("string", "found"),
    [
        ("**甲**乙** 丙**", [("strong", "甲"), ("strong", " 丙")]),
        ("***甲***", [("strong", "*甲*"), ("emphasis", "甲")]),
        ("__甲__乙*丙*", [("strong", "甲"), ("emphasis", "丙")]),
        ("<b>甲</b><em>乙</em>", [("strong", "甲"), ("emphasis", "乙")]),
        ("see*Asia*, 3*4*5", []),
        ("[**甲**](http://a.b)", [("strong", "甲")]),
    ],
)
def test_what_is_set_off(string: str, found: list[tuple[str, str]]) -> None:
    assert emphasised(string) == found


def test_a_bold_sign_without_partner_stays_and_is_known() -> None:
    assert without("甲**乙") == "甲**乙"
    unpaired = scan("甲**乙", 10).unpaired
    assert unpaired is not None and (unpaired.start, unpaired.end) == (11, 13)


@pytest.mark.parametrize(("between", "is_pair"), [(39, True), (40, False)])
def test_how_far_the_partner_of_a_single_sign_stands(between: int, is_pair: bool) -> None:
    assert bool(emphasised("*甲" + " _ " * between + "乙*")) == is_pair
