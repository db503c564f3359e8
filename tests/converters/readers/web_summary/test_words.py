"""Each word of the lexicon that serves pages of machine summaries does what its list says."""

from functools import partial

import pytest
from lexicon_words import forms as words_of
from reading import Seen, see_text

from converters.readers.common.machine_summary import (
    disclaimer_at_end,
    is_disclaimer,
    label_length,
    opens_next_part,
)

SUMMARY = "本文探讨中亚国家为何长期坚持多向外交，以及这一政策在不同国家之间的差异。"


forms = partial(words_of, "web-summary")


def page(*lines: str) -> Seen:
    source = "\n".join(["中亚国家外交的演进与动力", *lines, "AI总结", SUMMARY])
    return see_text(source, "journal-web-summary")


@pytest.mark.parametrize(
    "name, words, value",
    [
        ("title", "水资源治理的困境", "水资源治理的困境"),
        ("journal", "东北亚论坛", "东北亚论坛"),
        ("affiliation", "某某中心", "某某中心"),
        ("authors", "王明、李芳", "王明；李芳"),
        ("date", "2024年3月5日", "2024-03-05"),
        ("year", "2024", "2024"),
        ("volume", "09", "9"),
        ("issue", "03", "3"),
        ("pages", "45—58", "45-58"),
        ("issn", "1000-0000", "1000-0000"),
    ],
)
def test_data_are_labelled_so(name: str, words: str, value: str) -> None:
    for label in forms("page_labels", name):
        assert page(f"{label}：{words}").fields[name] == value, label


@pytest.mark.parametrize("word", forms("page_labels", "issue-line"))
def test_an_issue_is_labelled_so(word: str) -> None:
    found = page(f"{word}：2023年第32卷第4期").fields
    assert (found["year"], found["volume"], found["issue"]) == ("2023", "32", "4")


@pytest.mark.parametrize("word", forms("page_labels", "date-of-page"))
def test_the_date_of_the_page_is_labelled_so(word: str) -> None:
    seen = page(f"{word}：2024-03-05")
    assert "date" not in seen.fields


@pytest.mark.parametrize("word", forms("institutions"))
def test_an_institution_is_the_authors_and_no_journal(word: str) -> None:
    for lines in (["王明", f"吉林省{word}"], ["王明", f"吉林省{word}", "2025年第3期"]):
        seen = page(*lines)
        assert seen.fields["affiliation"] == f"吉林省{word}"
        assert "journal" not in seen.fields
    seen = page("王明", f"{word}学报", "2025年第3期")
    assert seen.fields["journal"] == f"{word}学报"


def test_an_institution_beside_the_issue_is_no_journal() -> None:
    seen = page("王明", "中国社会科学院 2025年第3期")
    assert (seen.fields["affiliation"], seen.fields["issue"]) == ("中国社会科学院", "3")


@pytest.mark.parametrize("word", forms("ranks"))
def test_a_rank_is_no_part_of_a_name(word: str) -> None:
    assert page(f"王明 {word}  李芳 {word}").fields["authors"] == "王明；李芳"


@pytest.mark.parametrize("maker", forms("machine_summary", "maker"))
@pytest.mark.parametrize("kind", forms("machine_summary", "kind"))
def test_a_label_names_maker_and_kind(maker: str, kind: str) -> None:
    for label in (f"{maker}{kind}", f"【{maker}{kind}】", f"文章{kind}（{maker}生成）"):
        assert label_length(label) == len(label)
    assert not label_length(f"{maker}{kind}的困境与出路")
    assert not label_length(kind)


@pytest.mark.parametrize("model", forms("machine_summary", "model"))
@pytest.mark.parametrize("made", forms("machine_summary", "made"))
def test_a_disclaimer_says_that_a_model_made_it(model: str, made: str) -> None:
    assert is_disclaimer(f"以上内容由{model}{made}。")
    assert not is_disclaimer(f"各国由此{made}规则。")


@pytest.mark.parametrize("word", forms("machine_summary", "subject"))
def test_a_disclaimer_says_what_was_made(word: str) -> None:
    assert is_disclaimer(f"上述{word}为大模型输出。")


@pytest.mark.parametrize("word", forms("machine_summary", "warning"))
def test_a_disclaimer_warns(word: str) -> None:
    assert is_disclaimer(f"AI生成，{word}甲乙")
    assert not is_disclaimer("AI生成，甲乙")


@pytest.mark.parametrize("line", ["仅供学术参考", "本站不承担任何法律责任"])
def test_a_disclaimer_may_name_no_machine(line: str) -> None:
    assert is_disclaimer(line)


@pytest.mark.parametrize(
    "line", ["本期目录", "参考文献 32", "【基金项目】", "全文", "當前期刊：第3期"]
)
def test_the_next_part_is_opened_so(line: str) -> None:
    assert opens_next_part(line)
    assert not opens_next_part(f"各国{line}甲")


@pytest.mark.parametrize("word", forms("machine_summary", "how"))
def test_a_machine_made_it_so(word: str) -> None:
    assert label_length(f"AI{word}生成的摘要") and is_disclaimer(f"大模型{word}整理，仅供甲。")


@pytest.mark.parametrize("word", forms("machine_summary", "of"))
def test_a_label_says_what_is_summed_up(word: str) -> None:
    assert label_length(f"AI{word}摘要") and label_length(f"{word}摘要（AI生成）")


@pytest.mark.parametrize("word", forms("machine_summary", "beside"))
def test_a_word_beside_a_label_is_part_of_it(word: str) -> None:
    assert label_length(f"AI摘要 {word}") == len(f"AI摘要 {word}")


@pytest.mark.parametrize("word", forms("machine_summary", "this"))
def test_a_disclaimer_points_to_what_was_made(word: str) -> None:
    assert is_disclaimer(f"{word}内容由AI生成。")
    assert disclaimer_at_end(f"甲国很大。{word}内容由AI生成。") == 5


@pytest.mark.parametrize("word", forms("machine_summary", "rubric"))
def test_a_disclaimer_has_a_rubric(word: str) -> None:
    assert is_disclaimer(f"{word}：本内容由AI生成。")


@pytest.mark.parametrize("word", forms("buttons", "after-names"))
def test_names_end_before_a_button(word: str) -> None:
    assert page(f"王明、李红 {word}").fields["authors"] == "王明；李红"


@pytest.mark.parametrize("word", forms("statements", "abstract"))
def test_an_abstract_is_labelled_so(word: str) -> None:
    for label in (f"{word}：", f"【{word}】", "　".join(word) + "："):
        assert page(f"{label}甲国很大，它的道路也很长。").abstract == ["甲国很大，它的道路也很长。"]


@pytest.mark.parametrize("word", forms("statements", "abstract-english"))
def test_an_abstract_in_english_is_no_abstract_of_the_text(word: str) -> None:
    seen = page(f"{word}: The country is large, and its roads are long.")
    assert not seen.abstract
    assert any("The country" in line for line in seen.endmatter)
