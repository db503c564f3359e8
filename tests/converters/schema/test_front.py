"""The front matter of a page, written and read."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT

from converters.schema import front as module
from converters.schema.derivations import Derivation
from converters.schema.fields import TextField, Use, fields_for
from converters.schema.front import FrontMatter, FrontMatterError, dump, json_schema, parse
from converters.schema.genres import Genre

LEAST = {"slug": "a", "title": "题", "genre": "news-report", "derivation": "original"}


@given(
    st.builds(
        FrontMatter,
        schema=st.just(module.VERSION),
        slug=st.text(min_size=1),
        title=st.text(min_size=1),
        genre=st.sampled_from(Genre),
        derivation=st.sampled_from(Derivation),
        authors=st.tuples(st.text()),
        pages_inferred=st.booleans(),
        characters=st.integers(0),
    )
)
def test_what_is_written_is_read_again(front: FrontMatter) -> None:
    assert parse(json.loads(json.dumps(dump(front)))) == front


def test_what_is_not_known_is_not_written() -> None:
    assert dump(parse(LEAST)) == {
        "schema": 1,
        **LEAST,
        "authors": [],
        "paragraphs": 0,
        "characters": 0,
    }


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"schema": 2}, "only 1 can be read"),
        ({"title": ""}, "lacks title"),
        ({"genre": "poem"}, "unknown genre 'poem' .known: journal-article"),
        ({"derivation": ["original"]}, "unknown derivation"),
        ({"nature": "article"}, "unknown nature"),
        ({"authors": "甲"}, "`authors` is '甲': no list of strings"),
        ({"authors": [1]}, "no list of strings"),
        ({"year": 2024}, "`year` is 2024: no string"),
        ({"characters": True}, "`characters` is True: no int"),
        ({"pages_inferred": "yes"}, "no bool"),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, Any], problem: str) -> None:
    with pytest.raises(FrontMatterError, match=problem):
        parse(LEAST | change)


def test_what_is_no_mapping_is_no_front_matter() -> None:
    with pytest.raises(FrontMatterError, match="no mapping"):
        parse("a")


def test_every_field_of_a_text_that_front_matter_has_is_there() -> None:
    elsewhere = {TextField.TITLE, TextField.AUTHORS}  # the first ones say who and what
    wanted = [field for field in fields_for(Use.FRONT) if field not in elsewhere]
    known = list(FrontMatter.__dataclass_fields__)
    assert [name for name in known if name in wanted] == wanted


def test_the_committed_schema_is_that_of_the_code() -> None:
    committed = ROOT / "converters/schema/front.schema.json"
    assert json.loads(committed.read_text(encoding="utf-8")) == json_schema()


def test_a_translation_that_names_its_translators_is_a_signed_one() -> None:
    unsigned = parse(LEAST | {"derivation": "translation"})
    signed = parse(LEAST | {"derivation": "translation", "translators": ["甲"]})
    assert (unsigned.terms.authored, signed.terms.authored) == (False, True)
    assert (unsigned.badge, signed.badge) == ("译文", "译文")


@pytest.mark.parametrize("genre", Genre)
@pytest.mark.parametrize("derivation", Derivation)
def test_every_template_can_be_filled(genre: Genre, derivation: Derivation) -> None:
    front = FrontMatter(slug="s", title="题", genre=genre, derivation=derivation)
    blanks = {"article": "a", "authors": "b", "translated": "c", "date": "d"}
    for one in (*front.terms.claim, *(s for said in front.terms.statements for s in said)):
        assert "{" not in front.worded(one.text, **blanks)
