"""Notes as wholes: where citations begin and end, what is explanation, what is never a citation."""

import pytest
from counting import calls
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.citations.grammar.form_table import FORMS
from converters.citations.grammar.parse import parse_note

JOURNAL = "李三：《蒙古的外交》，《世界经济与政治》2015年第3期，第3页"
BOOK = "王二：《草原史》，商务印书馆2001年版，第8页"
WEST = "Alicia Campi, “Mongolia in Northeast Asia,” Voices, No. 3, 2012, p. 4"


def words(note: str) -> list[str]:
    return [note[c.start : c.end] for c in parse_note(note).citations]


@pytest.mark.parametrize(
    ("note", "kind", "cited"),
    [
        (f"{JOURNAL}。", "citation", [JOURNAL]),
        (f"参见{JOURNAL}；{BOOK}。", "citation", [JOURNAL, BOOK]),
        (f"参见{JOURNAL}，{BOOK}。", "citation", [JOURNAL, BOOK]),
        (f"参见{JOURNAL}以及{BOOK}。", "citation", [JOURNAL, BOOK]),
        (f"See {WEST}; also {BOOK}.", "citation", [WEST, BOOK]),
        (f"关于这一问题，可参见{JOURNAL}。", "citation", [JOURNAL]),
        (f"这一政策并不成功。参见{JOURNAL}。", "mixed", [JOURNAL]),
        (f"这一政策并不成功（参见{JOURNAL}）。", "mixed", [JOURNAL]),
        (f"{JOURNAL}。作者不同意这一看法。", "mixed", [JOURNAL]),
        (f"李四指出：“蒙古国；俄罗斯。中国。”参见{JOURNAL}。", "mixed", [JOURNAL]),
        (f"{BOOK}，转引自{JOURNAL}。", "citation", [BOOK, JOURNAL]),
        ("这一政策并不成功。", "explanatory", []),
        ("“第三邻国”指美国、日本等国；它不是一个法律概念。", "explanatory", []),
        ("本文为国家社会科学基金项目“蒙古国研究”（编号：21ZZD004）的阶段成果。", "explanatory", []),
        (
            "1997年亚洲开发银行倡议并发起《中亚区域综合行动计划》，2002年正式建立。",
            "explanatory",
            [],
        ),
        ("", "explanatory", []),
    ],
)
def test_kinds_and_places(note: str, kind: str, cited: list[str]) -> None:
    assert (parse_note(note).kind, words(note)) == (kind, cited)


def test_the_url_follows_the_words() -> None:
    note = "“Funding NATO,” NATO, March 7, 2024, https://www.nato.int/t_67655.htm#direct."
    (citation,) = parse_note(note).citations
    assert note[citation.start : citation.end] == "“Funding NATO,” NATO, March 7, 2024"
    assert citation.fields["url"] == "https://www.nato.int/t_67655.htm#direct"


@pytest.mark.parametrize("stop", [".", "。", ".。", "/.", ">."])
def test_the_stop_of_the_note_is_not_of_the_url(stop: str) -> None:
    note = f"《题名》，新华网，2023年4月6日，http://www.news.cn/a.htm{stop}"
    url = parse_note(note).citations[0].fields["url"]
    assert url in ("http://www.news.cn/a.htm", "http://www.news.cn/a.htm/")


def test_what_looks_like_a_citation_and_fits_no_form_is_told() -> None:
    note = "李三：《蒙古的外交》，见于某处，谁也不知道在哪里，第5页。"
    parsed = parse_note(note)
    assert parsed.citations == ()
    assert len(parsed.unread) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "蒙古国在2005年、2006年两次参加上合组织元首理事会，第3次没有参加。",
        "《蒙古国外交政策构想》（1994）的总则部分提出，蒙古国将奉行开放的不结盟外交。",
        "正如他在报告中所说：“我们支持蒙古国在上合组织内发挥积极作用。”",
        "In 1994, Mongolia adopted three documents, and NATO took note of them in 2012.",
        "В 1994 году Монголия приняла три документа.",
    ],
)
def test_prose_is_no_citation(sentence: str) -> None:
    parsed = parse_note(sentence)
    assert (parsed.kind, parsed.unread) == ("explanatory", ())


_MARKS = [*'《》“”"（）(，；。：载', "//", "[J]", "参见", "同上", "Ibid.", "Родионов В.А."]
_WORDS = ["第3页", "p. 5", "2015年", "第3期", "http://a.cn/b", "出版社", "李三", "NATO", "Campi"]
PIECES = st.sampled_from(
    [*_MARKS, *_WORDS, ", ", "; ", ". ", "See ", "\n", " ", *(form.example for form in FORMS)]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=60))
def test_any_note_is_read(note: str) -> None:
    """No note breaks the grammar; citations lie in order within it and do not overlap."""
    parsed = parse_note(note)
    assert (parsed.kind == "explanatory") == (not parsed.citations)
    last = 0
    for citation in parsed.citations:
        assert last <= citation.start < citation.end <= len(note)
        last = citation.end
        assert all(value == value.strip() and value for value in citation.fields.values())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([JOURNAL, BOOK, WEST]), min_size=1, max_size=5))
def test_works_in_a_row_are_all_found(cited: list[str]) -> None:
    assert words("参见" + "；".join(cited) + "。") == cited


def long_title(length: int) -> str:
    """A citation of that many characters, by its title."""
    return JOURNAL.replace("蒙古的外交", "论蒙古" + "与欧亚" * ((length - len(JOURNAL)) // 3))


def test_the_longest_segment_that_is_read_as_one() -> None:
    """Longer than any of real notes by far; a segment beyond it is cut after a page or a comma."""
    assert words(long_title(830)) == [long_title(830)]
    assert words(long_title(1190)) != [long_title(1190)]


def test_a_long_row_of_works_is_cut_between_works() -> None:
    row = [JOURNAL.replace("蒙古", f"第{n}国") for n in range(60)]
    assert words("，".join(row)) == row


def test_what_reading_costs_grows_as_the_note_does() -> None:
    """Counted on the worst of pieces: titles and signals without an end of a segment."""
    for piece in ("见《a》", "“a，", "Aa Bb, ", "著，"):
        small, large = (calls(parse_note, piece * count) for count in (600, 2400))
        assert large < small * 4.6, piece


@pytest.mark.parametrize(
    "piece",
    [
        "A",
        "A ",
        "“",
        "《",
        "《a》",
        "1",
        "第1",
        "See ",
        "见《a》",
        "Aa Bb, ",
        "(",
        "李三、",
        "A. ",
        "//",
    ],
)
def test_a_note_of_thousands_of_characters_is_read(piece: str) -> None:
    """Nothing in the grammar grows so fast that it would not come to an end."""
    parse_note(piece * (4000 // len(piece)))
