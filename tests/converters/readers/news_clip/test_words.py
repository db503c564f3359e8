"""Each word of the lexicon that serves news clips does what its list says."""

from functools import partial

import pytest
from lexicon_words import forms as words_of
from reading import Seen, see_text

from converters.readers.common.furniture import furniture
from converters.readers.common.page_body import HeadingStyle, find_headings
from converters.readers.common.reading import Reading
from converters.readers.news_clip.lines import CAPTION, is_closing, tail_of, without_site
from converters.readers.news_clip.statements import name_list
from converters.schema.reasons import Reason
from converters.seed import Seed

LONG = "甲国地处两大邻国之间，历史上长期受其影响，后来提出“第三邻国”政策以求平衡。"
MORE = "一份报告指出，甲国外债占国内生产总值的比例仍然偏高，财政空间十分有限。"


forms = partial(words_of, "news-clip")


def clip(*lines: str, below: str = "") -> Seen:
    return see_text("\n".join(["关于草原铁路的看法", *lines, LONG, MORE, below]), "news-clip")


def removed(line: str) -> dict[str, str]:
    """What of a line between title and text is removed: words by reason."""
    source = "\n".join(["关于草原铁路的看法", line, LONG, MORE])
    seen = see_text(source, "news-clip")
    return {str(r.reason): source[r.span.start : r.span.end] for r in seen.document.removed}


@pytest.mark.parametrize("word", forms("page_labels", "date"))
def test_a_date_is_labelled_so(word: str) -> None:
    assert clip(f"{word}：2024-03-05").fields["date"] == "2024-03-05"


@pytest.mark.parametrize("word", forms("page_labels", "date-of-page"))
def test_the_date_of_the_page_is_labelled_so(word: str) -> None:
    line = f"{word}：2024-03-05"
    assert removed(line) == {"date-of-page": line}


@pytest.mark.parametrize("word", forms("page_labels", "source"))
def test_a_source_is_labelled_so(word: str) -> None:
    assert clip(f"{word}：草原新闻网").fields["journal"] == "草原新闻网"


@pytest.mark.parametrize("word", forms("page_labels", "authors"))
def test_authors_are_labelled_so(word: str) -> None:
    assert clip(f"{word}：王晓明").fields["authors"] == "王晓明"


@pytest.mark.parametrize("word", forms("page_labels", "translators"))
def test_translators_are_labelled_so(word: str) -> None:
    seen = clip(f"{word}：王晓明")
    assert seen.fields["translators"] == "王晓明"


@pytest.mark.parametrize("word", forms("page_labels", "counter"))
def test_a_counter_is_labelled_so(word: str) -> None:
    line = f"{word}：12次"
    assert removed(line) == {"counter": line}


@pytest.mark.parametrize("word", forms("page_labels", "credit"))
def test_a_credit_is_labelled_so(word: str) -> None:
    line = f"{word}：王晓明"
    assert clip(below=line).endmatter == [line]


@pytest.mark.parametrize("word", forms("captions", "opening"))
def test_a_caption_begins_so(word: str) -> None:
    assert CAPTION.search(f"{word}甲国的铁路")
    assert not CAPTION.search(f"甲国{word}的铁路")


@pytest.mark.parametrize(
    "line", ["图1：铁路", "（图/新华社）", "甲国铁路。新华社记者张三摄", "中新社发"]
)
def test_a_caption_has_one_of_these_forms(line: str) -> None:
    assert CAPTION.search(line)


@pytest.mark.parametrize("word", forms("openings", "standfirst"))
def test_a_standfirst_is_labelled_so(word: str) -> None:
    assert clip(f"【{word}】合作不断深化。").fields["standfirst"] == "合作不断深化。"


@pytest.mark.parametrize("word", forms("openings", "introduction"))
def test_an_introduction_is_labelled_so(word: str) -> None:
    seen = clip(f"{word}：本文分析铁路建设。")
    assert [one.text.string for one in seen.document.introduction] == ["本文分析铁路建设。"]


@pytest.mark.parametrize("word", forms("provenance", "credited"))
def test_a_credit_begins_so(word: str) -> None:
    assert is_closing(f"{word}：甲乙丙")
    assert not is_closing(f"甲乙{word}丙")


@pytest.mark.parametrize("word", forms("provenance", "published-in"))
def test_the_place_of_publication_follows(word: str) -> None:
    fields = clip(below=f"（本文{word}《环球时报》2024年3月5日）").fields
    assert "环球时报" in (fields.get("journal"), fields.get("original_container"))


@pytest.mark.parametrize("word", forms("provenance", "translated"))
def test_a_translation_says_so(word: str) -> None:
    seen = clip(below=f"（本文原载《环球时报》2024年3月5日，{word}：甲）")
    assert seen.fields["original_container"] == "环球时报"


@pytest.mark.parametrize("word", forms("provenance", "titled"))
def test_the_original_title_stands_behind_the_title(word: str) -> None:
    seen = clip(below=f"本文发表时{word}《草原铁路》（Railways of the Steppe）。")
    assert seen.fields["original_title"] == "Railways of the Steppe"


@pytest.mark.parametrize("word", forms("provenance", "original-title"))
def test_the_original_title_stands_alone(word: str) -> None:
    seen = clip(below=f"（本文译自某网站，{word}：Railways of the Steppe）")
    assert seen.fields["original_title"] == "Railways of the Steppe"


@pytest.mark.parametrize("word", forms("site_names", "after-title"))
def test_a_site_ends_so_behind_a_title(word: str) -> None:
    (row,) = Reading(Seed("x.txt", f"草原铁路的终点_草原{word}", ""), plain=True).rows
    assert without_site(row).string == "草原铁路的终点"


@pytest.mark.parametrize("word", forms("site_names", "source"))
def test_a_source_ends_so_beside_a_date(word: str) -> None:
    assert clip(f"2024-03-05 草原{word}").fields["journal"] == f"草原{word}"


@pytest.mark.parametrize("word", forms("ranks"))
def test_an_author_is_described_by_rank(word: str) -> None:
    seen = clip(below=f"（作者系甲国某某中心{word}）")
    assert seen.fields["affiliation"] == f"甲国某某中心{word}"


@pytest.mark.parametrize("word", forms("speakers"))
def test_who_speaks_is_no_heading(word: str) -> None:
    rows = Reading(Seed("x.txt", f"草原铁路\n{LONG}\n{word}：铁路\n{LONG}", ""), plain=True).rows
    style = HeadingStyle(longest=40, bullets=True, runs=True)
    assert find_headings(rows, style) == [True, False, False, False]


@pytest.mark.parametrize("word", forms("reporters", "reporter"))
@pytest.mark.parametrize("paper", ["", *forms("reporters", "of"), "新华社"])
def test_reporters_sign(word: str, paper: str) -> None:
    assert clip(f"{paper}{word} 王晓明").fields["authors"] == "王晓明"
    assert name_list(f"{paper}{word} 王晓明") == "王晓明"


@pytest.mark.parametrize("word", forms("roles", "signed-author"))
def test_authors_sign(word: str) -> None:
    assert clip(f"王晓明/{word}").fields["authors"] == "王晓明"


@pytest.mark.parametrize("word", forms("roles", "signed-translator"))
def test_translators_sign(word: str) -> None:
    assert clip(f"王晓明/{word}").fields["translators"] == "王晓明"


@pytest.mark.parametrize("word", forms("credits", "end"))
def test_the_end_is_a_sign(word: str) -> None:
    assert furniture(f"（{word}）") is Reason.SEPARATOR
    tail = tail_of(f"{LONG}（{word}）")
    assert tail and tail["end"] == f"（{word}）"


@pytest.mark.parametrize("line", ["当前位置：首页", "您的位置 首页", "您現在的位置：首頁"])
def test_the_way_to_the_page_is_navigation(line: str) -> None:
    assert furniture(line) is Reason.NAVIGATION


@pytest.mark.parametrize("word", forms("counters", "counted-of"))
@pytest.mark.parametrize("measure", forms("counters", "measure"))
def test_a_counter_says_of_what(word: str, measure: str) -> None:
    assert furniture(f"{word}下载{measure}：12") is Reason.COUNTER


@pytest.mark.parametrize("word", forms("related", "link"))
def test_another_page_is_linked(word: str) -> None:
    line = f"{word}：草原公路的看法"
    seen = clip(below=f"{LONG}\n{line}")
    assert not any(word in block for block in [*seen.blocks, *seen.endmatter])
