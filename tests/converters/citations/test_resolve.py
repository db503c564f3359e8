"""Which work a short form, ibid. or a repeated citation means; what is told if none is sure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.citations import CitedText, Decision, Library, cite_text
from converters.citations.library import matching

CAMPI = "Alicia Campi, “Mongolia in Northeast Asia – The New Realities,” MJIA, No. 12, 2005, p. 50."
BEDESKI = (
    "Robert Bedeski, “Mongolia in Northeast Asia: Issues of Security,” MJIA, No. 12, 2005, p. 39."
)
BOOK = "许海云：《冷战时期北约的政治与安全战略》，中国社会科学出版社2023年版，第59页。"
ARTICLE = "魏冰、刘丰：《威胁认知、安全供给与北约扩张的逻辑》，《外交评论》2022年第5期，第19页。"


EVIDENCE = [
    *(("title", title) for title in ("A Title", "A title?", "B", "")),
    *(("shorttitle", title) for title in ("A Title", "B")),
    *(("url", url) for url in ("https://a.int/x", "http://www.a.int/x/#y", "http://b.int")),
    *(("date", date) for date in ("2012", "2012-05", "2013")),
    *(("author", name) for name in ("Doe, Jane", "Jane, Doe", "{NATO}")),
    *(("journaltitle", name) for name in ("X", "Y")),
    *(("doi", doi) for doi in ("10.1/A", "10.1/a")),
    ("number", "3"),
]


def cite(*notes: str, library: Library | None = None, **decided: Decision) -> CitedText:
    """The notes of a text, labelled n1-1, n1-2…; decisions by label with _ for -."""
    labelled = [(f"n1-{number}", note) for number, note in enumerate(notes, 1)]
    decisions = {where.replace("_", "-"): decision for where, decision in decided.items()}
    return cite_text("a-text", labelled, [], decisions, library or Library())


def keys(cited: CitedText) -> list[tuple[str, str, str]]:
    return [(link.where, link.key, link.rule) for link in cited.citations]


def codes(cited: CitedText) -> list[str]:
    return [message.code for message in cited.messages]


@pytest.mark.parametrize(
    ("notes", "rule"),
    [
        ((BOOK, "同上，第61页。"), "ibid"),
        ((BOOK, "同上书，第3—5页。"), "ibid"),
        ((CAMPI, "Ibid., p. 5."), "ibid"),
        ((CAMPI, "Там же. С. 5."), "ibid"),
        ((f"{BOOK[:-1]}；同上，第61页。",), "ibid"),
        ((BOOK, "许海云：《冷战时期北约的政治与安全战略》，第60页。"), "same-title"),
        ((BOOK, "《冷战时期北约的政治与安全战略》，第60页。"), "same-title"),
        ((BOOK, "许海云：《冷战时期北约》，第60页。"), "title-beginning"),
        ((BOOK, ARTICLE, "许海云：前引书，第60页。"), "cited-author"),
        ((BOOK, ARTICLE, "同前注①，第60页。"), "note-number"),
        ((BOOK, ARTICLE, "许海云：前注1，第60页。"), "note-number"),
        ((CAMPI, BOOK, "Campi, op. cit., p. 5."), "cited-author"),
        ((CAMPI, BOOK, "Campi, supra note 1, p. 5."), "note-number"),
        ((CAMPI, "Campi, “Mongolia in Northeast Asia,” p. 52."), "title-beginning"),
        ((CAMPI, BEDESKI, "Campi, “Mongolia in Northeast Asia,” p. 52."), "title-beginning"),
        (
            (CAMPI, "Campi Alicia, “Mongolia in Northeast Asia: The New Realities?” p. 52."),
            "same-title",
        ),
        ((BOOK, BOOK), "title-year"),
        ((BOOK, BOOK.replace("《冷战时期", "《冷战时期：")), "title-year"),
    ],
)
def test_the_last_citation_means_the_first_work(notes: tuple[str, ...], rule: str) -> None:
    cited = cite(*notes)
    first, last = cited.citations[0], cited.citations[-1]
    assert (last.key, last.rule) == (first.key, rule)
    assert codes(cited) == []


def test_ibid_means_the_last_of_several_works_in_its_note() -> None:
    cited = cite(f"{BOOK[:-1]}；{ARTICLE[:-1]}；同上，第20页。")
    first, second, last = (link.key for link in cited.citations)
    assert (last, last == first) == (second, False)


def test_ibid_means_the_last_of_several_citations_of_the_text() -> None:
    cited = cite(BOOK, ARTICLE, "同上，第20页。")
    assert cited.citations[2].key == cited.citations[1].key


def test_a_short_form_may_stand_before_the_full_one() -> None:
    cited = cite("Campi, “Mongolia in Northeast Asia,” p. 52.", CAMPI)
    assert [key for _, key, _ in keys(cited)] == ["campi2005mongolia"] * 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Concept of National Security, Mongolia, 1994.",
            "Concept of National Security, Mongolia, 2010.",
        ),
        (CAMPI, BEDESKI),
        ("张三：《导论》，《甲刊》2015年第1期。", "李四：《导论》，《甲刊》2015年第1期。"),
        ("张三：《综述》，《甲刊》2015年第1期。", "张三：《综述》，《乙刊》2015年第1期。"),
        (
            "“A Title of Some Length,” NATO, May 1, 2020, https://a.int/x.",
            "“Another Title,” NATO, May 1, 2020, https://a.int/x.",
        ),
    ],
)
def test_two_works(one: str, other: str) -> None:
    assert len(cite(one, other).works) == 2


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (
            "NATO, “Resilience Commitment,” June 14, 2021, https://nato.int/a.htm.",
            "“Resilience Commitment,” NATO, 2021, https://www.nato.int/a.htm/.",
            "url",
        ),
        (
            "Mendee Jargalsaikhan, “Third Neighbours,” Voices, No. 3, 2012.",
            "Jargalsaikhan Mendee, “Third Neighbours?” Voices, No. 3, 2012.",
            "title-year",
        ),
        (
            "张三：《题名甲》，http://a.cn/b.htm。",
            "张三：《题名甲》，甲网，2015年3月1日，http://a.cn/c.htm。",
            "title-author",
        ),
        (
            "Jane Doe, “One,” X, No. 3, 2012, doi:10.1000/182.",
            "Jane Doe, “One and All,” X, No. 3, 2012, doi:10.1000/182.",
            "doi",
        ),
        (
            "在《国际问题研究》2003年第3期中，汪金国教授指出如此。",
            "汪金国在《国际问题研究》2003年第3期撰文指出如此。",
            "issue",
        ),
    ],
)
def test_one_work(one: str, other: str, rule: str) -> None:
    cited = cite(one, other)
    assert len(cited.works) == 1
    assert cited.citations[1].rule == rule


@pytest.mark.parametrize(
    ("notes", "code"),
    [
        (("同上。",), "citation-unresolved"),
        ((f"{CAMPI[:-1]}; {BOOK}", "Ibid."), "citation-ambiguous"),
        ((BOOK, "本文不同意这一看法。", "同上。"), "citation-unresolved"),
        ((BOOK, "同前注⑧。"), "citation-unresolved"),
        (
            (CAMPI, CAMPI.replace("2005", "2009"), "Campi, “Mongolia in Northeast Asia,” p. 5."),
            "citation-ambiguous",
        ),
        (
            (CAMPI, CAMPI.replace("Mongolia in", "Korea in"), "Campi, op. cit., p. 5."),
            "citation-ambiguous",
        ),
        ((CAMPI, "“Some Other Title.”"), "citation-unresolved"),
        ((CAMPI, "李三：《蒙古的外交》，见于某处，第5页。"), "citation-unread"),
    ],
)
def test_unsure_is_a_message_and_no_link(notes: tuple[str, ...], code: str) -> None:
    cited = cite(*notes)
    assert codes(cited) == [code]
    assert all(link.where != f"n1-{len(notes)}" for link in cited.citations)


def test_an_orphan_gets_an_entry_that_says_so() -> None:
    cited = cite(
        CAMPI, "Metz, “Human Trafficking in Mongolia,” p. 101.", "Metz, “Human Trafficking,” p. 3."
    )
    assert [(key, rule) for _, key, rule in keys(cited)[1:]] == [
        ("metzhuman", "orphan"),
        ("metzhuman", "title-beginning"),
    ]
    assert codes(cited) == ["citation-orphan"]
    assert cited.works[1].get("userc").startswith("orphan")


def test_an_orphan_is_told_again_and_is_completed_by_a_full_citation() -> None:
    short = "Metz, “Human Trafficking in Mongolia,” p. 101."
    library = Library(cite(short).works)
    again = cite(short, library=library)
    assert codes(again) == ["citation-orphan"]
    before = library.dump()
    library.add(again.works)
    assert library.dump() == before
    full = "Alec Metz, “Human Trafficking in Mongolia,” MJIA, No. 13, 2006, p. 95."
    other = cite_text("b-text", [("n-1", full)], [], {}, library)
    library.add(other.works)
    work = library.get("metzhuman")
    assert work is not None
    assert (work.get("date"), work.get("userc"), work.origin) == ("2006", "", "b-text: n-1")


def test_a_work_that_two_texts_cite_is_one_entry() -> None:
    library = Library(cite(BOOK).works)
    other = cite_text("b-text", [("n-1", BOOK)], [], {}, library)
    before = library.dump()
    library.add(other.works)
    assert library.dump() == before
    assert other.citations[0].key == "xuhaiyun2023lengzhan"


def test_the_record_decides() -> None:
    reason = "据上下文。"
    decided = cite(
        f"{CAMPI[:-1]}; {BOOK}", "Ibid.", n1_2=Decision("campi2005mongolia", reason, locator="p. 7")
    )
    assert codes(decided) == []
    last = decided.citations[-1]
    assert (last.key, last.rule, last.locator) == ("campi2005mongolia", "decision", "p. 7")


def test_the_record_picks_words_that_the_grammar_does_not_read() -> None:
    note = "李三在一次讲话中谈到此事，见许著。"
    cited = cite(BOOK, note, n1_2=Decision("xuhaiyun2023lengzhan", "许著即此书。", words="许著"))
    (link,) = [link for link in cited.citations if link.where == "n1-2"]
    assert note[link.start : link.end] == "许著"
    assert (link.key, cited.classes["n1-2"]) == ("xuhaiyun2023lengzhan", "mixed")


def test_the_record_says_that_words_cite_nothing() -> None:
    cited = cite("《联合国宪章》第51条。", n1_1=Decision("", "只是提到。", words="《联合国宪章》"))
    assert (cited.citations, cited.works, cited.classes["n1-1"]) == ((), (), "explanatory")


def test_a_full_citation_may_be_decided_too() -> None:
    again = BOOK.replace("2023年版", "2024年版")
    cited = cite(BOOK, again, n1_2=Decision("xuhaiyun2023lengzhan", "重印本，同一书。"))
    assert [work.key for work in cited.works] == ["xuhaiyun2023lengzhan"]
    assert len(cite(BOOK, again).works) == 2


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        (Decision("nobody1900", "不详。"), "citation-decision-key"),
        (Decision("nobody1900", "不详。", words="同上"), "citation-decision-key"),
        (Decision("xuhaiyun2023lengzhan", "不详。", words="没有这些字"), "citation-decision-lost"),
    ],
)
def test_a_decision_that_does_not_fit_is_an_error(decision: Decision, code: str) -> None:
    cited = cite(BOOK, "同上。", n1_2=decision)
    assert code in codes(cited)
    assert next(m for m in cited.messages if m.code == code).severity == "error"


def test_the_short_title_that_a_text_uses_is_kept() -> None:
    cited = cite(CAMPI, "Campi, “Mongolia in Northeast Asia,” p. 52.")
    assert cited.works[0].get("shorttitle") == "Mongolia in Northeast Asia"
    library = Library(cited.works)
    again = cite(CAMPI, "Campi, “Mongolia in Northeast Asia,” p. 52.", library=library)
    assert [link.rule for link in again.citations] == ["origin", "title-beginning"]
    before = library.dump()
    library.add(again.works)
    assert library.dump() == before


def test_a_thousand_citations_among_a_thousand_works() -> None:
    notes = [f"李三：《题名第{n}种》，《世界经济与政治》2015年第3期，第3页。" for n in range(1000)]
    library = Library(cite(*notes).works)
    cited = cite(*notes, library=library)
    assert len(cited.works) == 1000


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(EVIDENCE), max_size=6).map(dict),
    st.lists(st.sampled_from(EVIDENCE), max_size=6).map(dict),
)
def test_works_that_are_one_leave_a_common_trace(
    one: dict[str, str], other: dict[str, str]
) -> None:
    """The index by traces hides no work that the rules would find."""
    if matching.same_work(one, other):
        assert set(matching.match_keys(one)) & set(matching.match_keys(other))
