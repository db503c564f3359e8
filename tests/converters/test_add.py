"""The first record of a new seed: each value with the words of the seed that attest it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from support import edition

from converters.add import new_record, slug_of
from converters.model import Document, Field, Text
from converters.seed import Seed


def record_of(text: str, **implied: str) -> dict[str, Any]:
    """The record of a seed in which a reader found fields without words of their own."""
    fields = tuple(Field(name, Text(), value) for name, value in implied.items())
    return tomllib.loads(new_record(Seed("x.txt", text, "0" * 64), "kind", Document(fields=fields)))


@pytest.mark.parametrize(
    ("text", "name", "value", "attested"),
    [
        ("东 方 学 刊\n载《东方学刊》", "journal", "东方学刊", "东方学刊"),  # exact words, if any
        ("东 方 学 刊\n载某刊", "journal", "东方学刊", "东 方 学 刊"),
        ("收稿：2016年3月05日\n刊出", "date", "2016-03-05", "2016年3月05日"),
        ("页码：12—30", "pages", "12-30", "12—30"),
    ],
)
def test_words_that_attest_a_value(text: str, name: str, value: str, attested: str) -> None:
    field = record_of(text, **{name: value})["identity"][name]
    assert field == {"value": value, "attested": attested}


def test_a_value_that_is_reckoned_is_not_attested() -> None:
    """The last page follows from the first and their number; no words of the seed are it."""
    field = record_of("文章编号：0452-8832(2020)3-0088-04", pages="88-91")["identity"]["pages"]
    assert field == {"value": "88-91", "supplied": "由来源推算，待编者核对。"}


def test_a_value_that_is_stated_twice_is_recorded_once() -> None:
    fields = (Field("journal", Text(), "甲"), Field("journal", Text(), "乙"))
    record = new_record(Seed("x.txt", "甲乙", ""), "kind", Document(fields=fields))
    assert tomllib.loads(record)["identity"] == {"journal": {"value": "甲", "attested": "甲"}}


@pytest.mark.parametrize(
    ("name", "slug"),
    [("007_Rail.way.txt", "007-rail-way"), ("甲乙.txt", "text"), ("A－b.txt", "a-b")],
)
def test_a_slug_is_made_of_the_letters_and_digits_of_the_name(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_each_hand_made_source_is_added_and_converts(sample: Path, tmp_path: Path) -> None:
    """What `add` writes by itself is a record with which `convert` does its work."""
    seeds = sorted((sample / "seeds").glob("*.txt"))
    done = edition(tmp_path, "add", *map(str, seeds))
    assert done.code == 0, done.err
    for path in (tmp_path / "seeds").glob("*.toml"):
        record = tomllib.loads(path.read_text(encoding="utf-8"))
        own = tomllib.loads((sample / "seeds" / path.name).read_text(encoding="utf-8"))
        assert (record["kind"], record["sha256"]) == (own["kind"], own["sha256"])
        if "title" not in record.get("identity", {}):
            with path.open("a", encoding="utf-8") as file:
                file.write('\n[identity.title]\nvalue = "题"\nsupplied = "拟题"\n')
    done = edition(tmp_path, "convert")
    assert done.code == 0, done.err
