"""Every word of the lexicon that serves citations does what its list says."""

from functools import partial

import pytest
from lexicon_words import forms as words_of

from converters.citations.grammar.author_title import drafts
from converters.citations.grammar.documents import is_document, is_law
from converters.citations.grammar.mentions import named_in
from converters.citations.grammar.names import by_role, is_institution
from converters.citations.grammar.parse import parse_note
from converters.citations.grammar.parts import parts
from converters.citations.model import Citation

forms = partial(words_of, "citations")


def only(note: str) -> Citation:
    """The one citation of a note."""
    (citation,) = parse_note(note).citations
    return citation


def kinds(text: str) -> list[str]:
    return [part.kind for part in parts(text, 0, len(text))]


@pytest.mark.parametrize("noun", forms("documents", "law-han"))
def test_a_chinese_noun_of_laws(noun: str) -> None:
    assert is_law(f"某国{noun}") and is_law(f"某国{noun}（草案）")


@pytest.mark.parametrize("noun", forms("documents", "document-han"))
def test_a_chinese_noun_of_documents(noun: str) -> None:
    assert is_document(f"某国国家{noun}") and not is_document(f"{noun}与某国")


@pytest.mark.parametrize("noun", forms("documents", "law"))
def test_a_noun_of_laws(noun: str) -> None:
    assert is_law(f"{noun} of 1994") and not is_law(f"Pre{noun}s")


@pytest.mark.parametrize("noun", forms("documents", "document"))
def test_a_noun_of_documents(noun: str) -> None:
    assert is_document(f"National {noun}, 1994")


@pytest.mark.parametrize("ending", forms("institutions", "ending"))
def test_an_ending_of_chinese_institutions(ending: str) -> None:
    assert is_institution(f"蒙古国某{ending}")


@pytest.mark.parametrize("word", forms("institutions", "word"))
def test_a_word_of_institutions(word: str) -> None:
    assert is_institution(f"Some {word}")


@pytest.mark.parametrize("ending", forms("publishers", "ending"))
def test_an_ending_of_chinese_publishers(ending: str) -> None:
    assert kinds(f"草原{ending}，2001年，第8页") == ["press", "date", "locator"]


@pytest.mark.parametrize("word", forms("publishers", "word"))
def test_a_word_of_publishers(word: str) -> None:
    assert kinds(f"Steppe {word}, 2001") == ["press", "date"]


@pytest.mark.parametrize("place", forms("publishing_places", "place"))
def test_a_place_without_a_publisher(place: str) -> None:
    assert kinds(f"{place}, 2001") == ["place", "date"]


@pytest.mark.parametrize("archive", [*forms("archives", "noun"), *forms("archives", "name")])
def test_an_archive(archive: str) -> None:
    assert kinds(f"某国{archive}，第3页")[0] == "archive"


BOOK = "王明：《草原之路》，草原出版社2001年版，第8页。"


@pytest.mark.parametrize("word", forms("signals", "see"))
def test_a_word_leads_to_a_citation(word: str) -> None:
    note = parse_note(f"{word}{BOOK}")
    assert note.kind == "citation"
    assert [one.fields["title"] for one in note.citations] == ["草原之路"]


@pytest.mark.parametrize("word", forms("signals", "modifier"))
def test_a_word_stands_before_what_leads(word: str) -> None:
    assert parse_note(f"{word}参见{BOOK}").kind == "citation"


@pytest.mark.parametrize(
    "lead",
    ["See ", "See also ", "Cf. ", "Compare ", "For details, see ", "Cited in ", "Quoted in "],
)
def test_a_western_word_leads_to_a_citation(lead: str) -> None:
    note = f"{lead}Henry A. Kissinger, Diplomacy, New York: Simon & Schuster, 1994, p. 20."
    assert parse_note(note).kind == "citation" and only(note).fields["title"] == "Diplomacy"


@pytest.mark.parametrize("word", forms("signals", "through"))
def test_a_work_is_quoted_through_another(word: str) -> None:
    note = f"李红：《边疆》，商务印书馆1990年版，第3页，{word}{BOOK}"
    assert [one.fields["title"] for one in parse_note(note).citations] == ["边疆", "草原之路"]


@pytest.mark.parametrize("word", forms("signals", "introducing"))
def test_words_say_what_a_citation_is_about(word: str) -> None:
    assert parse_note(f"{word}草原，参见{BOOK}").kind == "citation"


@pytest.mark.parametrize("word", forms("pointers", "ibid"))
def test_a_word_means_the_last_work(word: str) -> None:
    assert only(f"{word}，第5页。").naming == "ibid"


@pytest.mark.parametrize("word", forms("pointers", "cited"))
def test_a_word_means_a_work_cited_before(word: str) -> None:
    assert only(f"王明：{word}书，第5页。").naming == "short"
    assert only(f"{word}王明文，第5页。").fields["author"] == "王, 明"


@pytest.mark.parametrize(
    ("word", "role"),
    [
        (word, role)
        for role, groups in {
            "author": ["author"],
            "editor": ["editor", "editor-before-title"],
            "translator": ["translator"],
        }.items()
        for group in groups
        for word in forms("roles", group)
    ],
)
def test_a_word_after_names_tells_what_the_people_did(word: str, role: str) -> None:
    assert by_role(f"王明{word}，李红执笔")[role].startswith("王, 明")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        (word, kind)
        for kind, groups in {
            "editor": ["editor", "editor-after-title"],
            "translator": ["translator"],
        }.items()
        for group in groups
        for word in forms("roles", group)
    ],
)
def test_a_part_names_those_who_did_it(word: str, kind: str) -> None:
    found = only(f"王明：《草原之路》，李红{word}，草原出版社2001年版，第8页。")
    assert found.fields[kind] == "李, 红"


@pytest.mark.parametrize("word", forms("roles", "annotator"))
def test_an_annotator_is_a_name(word: str) -> None:
    assert by_role(f"王明{word}") == {"author": "王, 明"}


@pytest.mark.parametrize("word", forms("roles", "translator-abbreviated"))
def test_a_western_translator(word: str) -> None:
    assert by_role(f"John Roe, {word}.") == {"translator": "Roe, John"}


@pytest.mark.parametrize("word", ["ed", "eds", "comp", "Hrsg", "ред", "сост"])
def test_a_western_editor(word: str) -> None:
    assert by_role(f"John Roe, {word}.") == {"editor": "Roe, John"}


@pytest.mark.parametrize("word", forms("name_particles", "particle"))
def test_a_particle_belongs_to_the_surname(word: str) -> None:
    assert by_role(f"Jan {word} Berg") == {"author": f"{word} Berg, Jan"}


@pytest.mark.parametrize("word", forms("name_particles", "of-a-body"))
def test_a_small_word_makes_a_body(word: str) -> None:
    assert is_institution(f"Friends {word} Mongolia")


@pytest.mark.parametrize("word", forms("name_particles", "joining"))
def test_names_are_joined_so(word: str) -> None:
    note = f"Jane Doe {word} {word} John Roe, “Steppe Diplomacy,” Perception, 2006, pp. 79-104."
    assert only(note).fields["title"] == "Steppe Diplomacy"


@pytest.mark.parametrize("word", forms("mentions", "says"))
def test_an_author_says_it_in_a_journal(word: str) -> None:
    note = f"王明在《草原学刊》2003年第3期{word}，草原很大。"
    assert only(note).fields["journaltitle"] == "草原学刊"


@pytest.mark.parametrize("word", forms("ranks", None))
def test_a_rank_is_no_part_of_an_authors_name(word: str) -> None:
    note = f"在《草原学刊》2003年第3期中，王明{word}指出，草原很大。"
    assert only(note).fields["author"] == "王, 明"


def named(text: str) -> list[Citation]:
    return named_in(text, (), by_rule=True)


@pytest.mark.parametrize("word", forms("mentions", "titled"))
def test_a_title_follows(word: str) -> None:
    assert named(f"他写过{word}《草原之路》的长文。") and not named("他拍过《草原之路》的长片。")


@pytest.mark.parametrize("word", forms("mentions", "title-of"))
def test_a_title_stands_before(word: str) -> None:
    (found,) = named(f"此文以《草原之路》{word}，于2025年11月4日发表在《草原学刊》上。")
    assert found.fields["journaltitle"] == "草原学刊"


@pytest.mark.parametrize("word", forms("mentions", "published"))
def test_a_text_is_published_so(word: str) -> None:
    (found,) = named(f"此文以《草原之路》为题，于2025年11月4日{word}于《草原学刊》上。")
    assert found.fields["journaltitle"] == "草原学刊"


@pytest.mark.parametrize("word", forms("mentions", "issued"))
def test_a_document_is_issued_in_a_year(word: str) -> None:
    (found,) = named(f"2015年{word}的《国防白皮书》很长。")
    assert found.fields["date"] == "2015"


@pytest.mark.parametrize(
    ("word", "type_"),
    [(word, type_) for type_ in ("book", "misc", "report") for word in forms("mentions", type_)],
)
def test_a_word_after_a_title_tells_the_type(word: str, type_: str) -> None:
    (found,) = named(f"他读过《草原之路》{word}。")
    assert found.type == type_


@pytest.mark.parametrize("word", forms("sentence_words", "no-author"))
def test_no_author_is_named_so(word: str) -> None:
    def authors(joint: str) -> list[str]:
        note = f"草原{joint}大家，《草原之路》，草原出版社2001年版，第8页。"
        return [draft.author for draft in drafts(note, 0, len(note)) if draft.author]

    assert authors("之") and not authors(word)


@pytest.mark.parametrize("word", [*forms("sentence_words", "no-publication"), "是"])
def test_no_site_is_named_so(word: str) -> None:
    note = "《草原之路》，草原{}网，2023年4月6日，http://a.cn/b。"
    assert only(note.format("")).type == "online"
    assert not parse_note(note.format(word)).citations
    assert only(note.format("求是")).type == "online"


@pytest.mark.parametrize("word", forms("sentence_words", "no-title"))
def test_no_title_without_marks_has_this_word(word: str) -> None:
    note = "上海{}合作组织大事记，草原网，2007年4月25日，http://a.cn/b。"
    assert only(note.format("")).fields["title"] == "上海合作组织大事记"
    assert not any(word in one.fields["title"] for one in parse_note(note.format(word)).citations)


@pytest.mark.parametrize("name", ["草原日报", "草原時報", "文汇报"])
def test_a_newspaper(name: str) -> None:
    assert only(f"《{name}》1962年12月27日，第1版。").form == "zh-newspaper-issue"


@pytest.mark.parametrize("name", ["草原学报", "草原學報"])
def test_no_newspaper(name: str) -> None:
    assert not parse_note(f"《{name}》1962年12月27日，第1页。").citations


@pytest.mark.parametrize("word", forms("newspapers", "word"))
def test_a_western_newspaper(word: str) -> None:
    found = only(f"Jane Doe, “Steppe Diplomacy,” Steppe {word}, November 7, 2019.")
    assert found.form == "en-newspaper"


@pytest.mark.parametrize("word", forms("newspapers", "agency"))
def test_an_agency(word: str) -> None:
    assert only(f"{word} «Забинфо», 2006年6月14日。").form == "agency"


@pytest.mark.parametrize("word", forms("newspapers", "agency-ending"))
def test_a_chinese_agency(word: str) -> None:
    assert only(f"草原{word}，2006年6月14日。").form == "agency"


@pytest.mark.parametrize("series", ["Working Papers", "Policy Brief", "Strategic Update", "Memo"])
def test_a_series_of_reports(series: str) -> None:
    assert only(f"Jane Doe, “Steppe,” EAI {series}, No. 18, May 2009, p. 1.").form == "en-report"


@pytest.mark.parametrize("word", forms("meetings", "gathering"))
@pytest.mark.parametrize("given", forms("meetings", "given"))
def test_a_paper_of_a_meeting(word: str, given: str) -> None:
    found = only(f"王明：《草原之路》，草原{word}{given}论文，北京，2005年8月，第3页。")
    assert found.fields["eventtitle"] == f"草原{word}"


@pytest.mark.parametrize("word", forms("meetings", "given-at"))
def test_a_paper_given_at_a_meeting(word: str) -> None:
    found = only(f"王明：《草原之路》，{word}“草原”研讨会论文，北京，2005年8月，第3页。")
    assert found.fields["eventtitle"] == "“草原”研讨会"


@pytest.mark.parametrize("word", forms("meetings", "contributed"))
def test_a_western_paper_of_a_meeting(word: str) -> None:
    for what in ("paper", "Remarks", "speech", "Lecture", "presentation"):
        found = only(
            f"Jane Doe, “Steppe,” {what} {word} at the ISA Convention, April 1, 2012, p. 5."
        )
        assert found.fields["eventtitle"] == "ISA Convention"


@pytest.mark.parametrize("word", forms("meetings", "volume"))
def test_a_volume_of_a_meeting(word: str) -> None:
    note = f"李红：《边疆》，载王明主编：《草原{word}》，中华书局2001年版，第8页。"
    assert only(note).form == "zh-proceedings"


@pytest.mark.parametrize("word", forms("meetings", "volume-western"))
def test_a_western_volume_of_a_meeting(word: str) -> None:
    note = f"Jane Doe, “Steppe,” {word} on the Steppe (Ulaanbaatar: May 26, 1993), pp. 215-216."
    assert only(note).form == "en-proceedings"


@pytest.mark.parametrize("degree", forms("theses", "degree-han"))
@pytest.mark.parametrize("kind", forms("theses", "kind-han"))
def test_a_thesis(degree: str, kind: str) -> None:
    found = only(f"王明：《草原之路》，外交学院{degree}学位{kind}，2011年，第29页。")
    assert (found.form, found.fields["type"]) == ("zh-thesis", f"{degree}学位{kind}")


@pytest.mark.parametrize("word", forms("institutions", "degree-granting"))
def test_a_thesis_of_a_school(word: str) -> None:
    found = only(f"王明：《草原之路》，草原{word}博士学位论文，2011年，第29页。")
    assert found.fields["institution"] == f"草原{word}"


@pytest.mark.parametrize(
    "degree", ["PhD", "Ph. D.", "Doctoral", "D.Phil.", "Master’s", "MA", "M.Sc."]
)
@pytest.mark.parametrize("kind", ["dissertation", "diss.", "thesis"])
def test_a_western_thesis(degree: str, kind: str) -> None:
    found = only(f"Jane Doe, “Steppe,” {degree} {kind}, Harvard University, 2010, p. 86.")
    assert found.form == "en-thesis"


@pytest.mark.parametrize("word", forms("institutions", "degree-granting-western"))
def test_a_western_thesis_of_a_school(word: str) -> None:
    found = only(f"Jane Doe, “Steppe,” PhD thesis, {word} of the Steppe, 2010, p. 86.")
    assert found.fields["institution"] == f"{word} of the Steppe"


@pytest.mark.parametrize("word", forms("institutions", "school"))
def test_a_text_of_a_school_is_a_thesis(word: str) -> None:
    assert only(f"Jane Doe, “Steppe,” Steppe {word} Berlin, 2010, p. 86.").form == "en-school"


@pytest.mark.parametrize("word", forms("visits", "han"))
def test_a_visit(word: str) -> None:
    note = "《草原之路》，草原网，2023年4月6日，http://a.cn/b。（{}时间：2024年1月2日）"
    assert kinds(f"{word}时间：2024年1月2日") == kinds(f"2024年1月2日{word}") == ["accessed"]
    assert len(parse_note(note.format(word)).citations) == 1


@pytest.mark.parametrize("word", ["accessed", "Retrieved", "visited", "viewed", "consulted"])
def test_a_western_visit(word: str) -> None:
    assert kinds(f"last {word} on May 3, 2020") == ["accessed"]


@pytest.mark.parametrize("word", forms("visits", "russian"))
def test_a_russian_visit(word: str) -> None:
    assert kinds(f"дата {word}: 01.02.2020") == ["accessed"]


@pytest.mark.parametrize("word", [*forms("url_labels"), "Available online at"])
def test_an_address_is_labelled_so(word: str) -> None:
    assert kinds(f"{word}: http://a.cn/b") == ["url"]


@pytest.mark.parametrize("word", forms("url_labels"))
def test_the_label_of_an_address_is_no_word_of_the_citation(word: str) -> None:
    note = f"《草原之路》，草原网，2023年4月6日，{word} http://a.cn/b。"
    found = only(note)
    assert note[found.start : found.end] == "《草原之路》，草原网，2023年4月6日"


@pytest.mark.parametrize("word", forms("editions", "revised"))
def test_an_edition(word: str) -> None:
    assert kinds(f"{word}，第8页") == ["edition", "locator"]


@pytest.mark.parametrize("word", forms("editions", "revision"))
def test_the_year_of_a_revision(word: str) -> None:
    assert (
        only(f"王明：《草原之路》，草原出版社2001年{word}版，第8页。").fields["edition"]
        == f"{word}版"
    )


@pytest.mark.parametrize("word", forms("editions", "published"))
def test_the_year_of_a_printing(word: str) -> None:
    assert kinds(f"2001年{word}，第8页") == ["date", "locator"]


@pytest.mark.parametrize("word", forms("archives", "shelfmark-han"))
def test_a_shelfmark(word: str) -> None:
    assert kinds(f"{word}：106-00743-01，第3页")[0] == "archive"


@pytest.mark.parametrize("word", forms("archives", "shelfmark"))
def test_a_western_shelfmark(word: str) -> None:
    assert kinds(f"{word} 59, p. 2") == ["archive", "locator"]


@pytest.mark.parametrize("word", forms("archives", "shelfmark-russian"))
def test_a_russian_shelfmark(word: str) -> None:
    assert kinds(f"{word}. 3, 2001") == ["archive", "date"]


@pytest.mark.parametrize("word", [*forms("archives", "name"), *forms("archives", "opening")])
def test_a_russian_archive_opens_a_citation(word: str) -> None:
    assert only(f"{word} РФ. Ф. 3. Оп. 16. Д. 10. Л. 5.").form == "ru-archive"


@pytest.mark.parametrize("word", [*forms("publishing_places", "state"), "MA", "D. C."])
def test_the_state_of_a_place(word: str) -> None:
    found = only(f"Jane Doe, Steppe, Boston, {word}: Harbor, 1994, p. 20.")
    assert found.fields["location"] == f"Boston, {word}"


@pytest.mark.parametrize("word", forms("publishing_places", "abbreviated"))
def test_an_abbreviated_place(word: str) -> None:
    assert (
        only(f"Сидоров А.Б. История Монголии. {word}: Наука, 2001. С. 20.").form == "ru-gost-book"
    )


@pytest.mark.parametrize("word", forms("site_names", "container"))
def test_the_name_of_a_site(word: str) -> None:
    assert (
        only(f"王明：《草原之路》，《草原{word}》，2019年10月16日，http://a.cn/b。").type
        == "online"
    )


@pytest.mark.parametrize("word", forms("provenance", "in"))
def test_what_a_work_is_part_of(word: str) -> None:
    for rest in ("《草原学刊》2013年第4期", "李红主编：《边疆》", "草原网，2013年"):
        assert kinds(f"{word}{rest}")[0] == "in"
