"""Citations as strings.

tests/golden/citethis holds front matter (`NATURE.json`) and every citation that must come of it
(`NATURE.txt`: role, style, citation, parted by tabs). `citeproc.txt` is what citeproc-js 2.4.63
made of the works in `citeproc.json` with the styles of the CSL project for Chicago (18th edition,
notes), APA (7th) and MLA (9th): an independent reading of the three manuals.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cite_box.box import cite
from cite_box.places import Place
from cite_box.styles import STYLES, Style
from cite_box.styles.typography import (
    chicago_pages,
    full_pages,
    mla_pages,
    plain,
    quoted,
    sentence,
    to_html,
)
from cite_box.texts import Edition, citables, edition_work
from cite_box.work import Date, Name, Work
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.schema.front import FrontMatter, parse

GOLDEN = Path(__file__).parents[2] / "golden" / "citethis"
NATURES = sorted(path.stem for path in GOLDEN.glob("*.txt") if path.stem != "citeproc")
EDITION = Edition(
    title="草原与海洋：四篇文献辑注",
    version="1.2.0",
    date="2026-11-22",
    editors=("本版编者",),
    url="https://example.org/edition/",
)
BY_ID = {style.id: style for style in STYLES}


def meta(name: str) -> FrontMatter:
    front_matter = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    return parse(front_matter)


def lines(name: str) -> list[list[str]]:
    text = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def csl_work(item: dict[str, Any]) -> Work:
    names = {role: item[role] for role in ("author", "editor") if role in item}
    dates = {role: item[role] for role in ("issued", "original-date") if role in item}
    texts = {k: v for k, v in item.items() if isinstance(v, str) and k not in ("id", "type")}
    return Work(
        item["id"],
        item["type"],
        texts,
        {role: tuple(Name(**name) for name in people) for role, people in names.items()},
        {role: Date(tuple(map(tuple, date["date-parts"]))) for role, date in dates.items()},
    )


@pytest.mark.parametrize("name", NATURES)
def test_every_citation_of_a_nature(name: str) -> None:
    text = meta(name)
    works = citables(text, EDITION, f"{EDITION.url}texts/{text.slug}.html")
    found = [
        [citable.role, style.id, plain(cite(style, citable.work))]
        for citable in works
        for style in STYLES
    ]
    assert found == lines(name)


WORKS = {
    item["id"]: csl_work(item)
    for item in json.loads((GOLDEN / "citeproc.json").read_text(encoding="utf-8"))
}
#: Where the manuals are followed rather than the CSL styles.
OURS = {
    # Chicago 13.18: the edition follows the editor; 14.16: the original year and a semicolon.
    ("chicago", "chap"): (
        "张雪, “北约强化韧性建设：动机、影响及制约,” in 蒙古国与欧亚安全：五篇文献辑注, "
        "ed. 本版编者, version 1.0.0 (2024; 2026), https://example.org/texts/nato.html."
    ),
    # MLA 5.49: what is no name begins with a small letter unless it begins the element's sentence.
    ("mla", "chap"): (
        "张雪. “北约强化韧性建设：动机、影响及制约.” 2024. 蒙古国与欧亚安全：五篇文献辑注, "
        "edited by 本版编者, version 1.0.0, 2026, https://example.org/texts/nato.html."
    ),
}


@pytest.mark.parametrize(("style", "key", "expected"), lines("citeproc"))
def test_citeproc_makes_the_same_of_a_work(style: str, key: str, expected: str) -> None:
    assert to_html(cite(BY_ID[style], WORKS[key])).replace("&amp;", "&") == OURS.get(
        (style, key), expected
    )


def test_the_differences_from_citeproc_are_all_needed() -> None:
    oracle = {(style, key): expected for style, key, expected in lines("citeproc")}
    assert all(oracle[where] != ours for where, ours in OURS.items())


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("gbt2025", "1.2.0版. 2026：119-120（段p119-2）. https://example.org/edition/t.html."),
        ("gbt2015", "1.2.0版. 2026: 119-120（段p119-2）. https://example.org/edition/t.html."),
        ("chicago", "(2012; 2026), 119–20, par. p119-2, https://example.org/edition/t.html."),
        ("apa", "\n(李明 & 乌力吉, 2012/2026, pp. 119–120, para. p119-2)"),
        ("mla", "\n(李明 and 乌力吉 119–20, par. p119-2)"),
    ],
)
def test_a_place_is_cited_with_page_and_paragraph(style: str, expected: str) -> None:
    place = Place("p119-2", ("119", "120"), "p119-2")
    work = citables(meta("article"), EDITION, "https://example.org/edition/t.html")[-1].work
    chosen = BY_ID[style]
    assert plain(chosen.cite(work, chosen.locate(place))).endswith(expected)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("gbt2025", "段p-3"),
        ("chicago", "par. p-3"),
        ("apa", "para. p-3"),
        ("mla", "par. p-3"),
    ],
)
def test_a_place_without_pages_is_its_paragraph(style: str, expected: str) -> None:
    assert BY_ID[style].locate(Place("p-3", (), "p-3")) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("gbt2025", "119"),
        ("gbt2015", "119"),
        ("chicago", "119"),
        ("apa", "p. 119"),
        ("mla", "119"),
    ],
)
def test_a_page_is_its_number(style: str, expected: str) -> None:
    assert BY_ID[style].locate(Place("pg-119", ("119",))) == expected


def test_works_without_author_are_cited_in_the_text_by_title() -> None:
    summary = citables(meta("machine-summary"), EDITION)[-1].work
    title = "小国安全的‘两难’：AI摘要（机器生成）"
    assert BY_ID["apa"].cite(summary, "para. p-1").endswith(f"\n(“{title},” 2026, para. p-1)")
    assert BY_ID["mla"].cite(summary, "par. p-1").endswith(f"\n(“{title}”, par. p-1)")


@settings(deadline=None)
@given(st.text(r"ab{}^$\\%&#_~--''`“”", max_size=12))
def test_no_character_of_a_title_is_lost(text: str) -> None:
    title = f"题{text}目"
    work = Work("key", "article-magazine", {"title": title, "container-title": "刊"})
    assert BY_ID["gbt2025"].cite(work, "").startswith(f"{title}[J]")
    assert title in BY_ID["apa"].cite(work, "")


def test_the_edition_is_cited_as_a_whole() -> None:
    work = edition_work(EDITION)
    found = [plain(style.cite(work, "")) for style in STYLES]
    name, url = EDITION.title, EDITION.url
    assert found == [
        f"本版编者. {name}[M/OL]. 1.2.0版. 2026. {url}.",
        f"本版编者. {name}[M/OL]. 1.2.0版. 2026. {url}.",
        f"本版编者, ed., {name}, version 1.2.0 (2026), {url}.",
        f"本版编者 (Ed.). (2026). {name} (Version 1.2.0). {url}",
        f"本版编者, editor. {name}. Version 1.2.0, 2026, {url}.",
    ]


# Typography


@pytest.mark.parametrize(
    ("pages", "chicago", "mla"),
    [  # the examples of Chicago 9.63 and of the MLA Handbook 2.139
        ("3-10", "3–10", "3–10"),
        ("71-72", "71–72", "71–72"),
        ("96-117", "96–117", "96–117"),
        ("100-104", "100–104", "100–04"),
        ("1100-1113", "1100–1113", "1100–13"),
        ("101-108", "101–8", "101–08"),
        ("808-833", "808–33", "808–33"),
        ("1103-1104", "1103–4", "1103–04"),
        ("321-328", "321–28", "321–28"),
        ("498-532", "498–532", "498–532"),
        ("1087-1089", "1087–89", "1087–89"),
        ("1496-1500", "1496–500", "1496–500"),
        ("11564-11615", "11564–615", "11564–615"),
        ("12991-13001", "12991–3001", "12991–3001"),
        ("119", "119", "119"),
        ("xii-xv", "xii-xv", "xii-xv"),
    ],
)
def test_ranges_of_pages(pages: str, chicago: str, mla: str) -> None:
    assert (chicago_pages(pages), mla_pages(pages)) == (chicago, mla)


@settings(deadline=None)
@given(st.integers(1, 20000), st.integers(1, 3000), st.sampled_from([chicago_pages, mla_pages]))
def test_a_shortened_range_can_be_read_back(first: int, length: int, shorten: Any) -> None:
    last = str(first + length)
    written = shorten(f"{first}-{last}").split("–")
    assert written[0] == str(first)
    assert last.endswith(written[1])
    assert int(last[: len(last) - len(written[1])] + written[1]) == first + length
    assert str(first)[: -len(written[1])] == last[: -len(written[1])] or written[1] == last


def test_full_ranges() -> None:
    assert full_pages("119-137") == "119–137"


@pytest.mark.parametrize(
    ("title", "comma", "stop"),
    [
        ("题名", "“题名,”", "“题名.”"),
        ("论“中立”", "“论‘中立,’”", "“论‘中立.’”"),
        ("Why?", "“Why?,”", "“Why?”"),
        ("为何？", "“为何？,”", "“为何？”"),
    ],
)
def test_stops_stand_inside_quotation_marks(title: str, comma: str, stop: str) -> None:
    assert (quoted(title, ","), quoted(title, ".")) == (comma, stop)


def test_a_sentence_has_one_full_stop() -> None:
    assert [sentence(text) for text in ("a", "a.", "a?", "", "“a.”")] == [
        "a.",
        "a.",
        "a?",
        "",
        "“a.”",
    ]


@settings(deadline=None)
@given(st.text(alphabet="ab&<>\"'“”\x0e\x0f\n", max_size=12))
def test_a_citation_is_no_markup(text: str) -> None:
    shown = to_html(text)
    for tag in ("<i>", "</i>", "<br>"):
        shown = shown.replace(tag, "")
    assert "<" not in shown
    assert ">" not in shown


def test_styles_have_unique_ids() -> None:
    assert len(BY_ID) == len(STYLES) == 5
    assert all(isinstance(style, Style) for style in STYLES)


@pytest.mark.parametrize("family", ["张", "䶮", "𠅤", "〇", "\ufa11"])
def test_a_chinese_name_is_not_turned_round_whatever_its_characters(family: str) -> None:
    name = Name(family, "明")
    assert (name.full, name.is_han) == (f"{family}明", True)
