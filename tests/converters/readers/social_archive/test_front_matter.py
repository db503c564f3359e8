"""YAML front matter: what YAML says is what the fields say, and what it refuses is told."""

import pytest
from reading import Seen, see_text

from converters.lexicon import groups, words
from converters.model import Span
from converters.seed import Correction

KIND = "social-archive-markdown"
BODY = "\n\n中亚国家正在推动能源转型，成效显著。\n"


def read(yaml: str, *emended: Correction) -> Seen:
    return see_text(f"---\n{yaml}\n---{BODY}", KIND, None, *emended)


def rules(seen: Seen, name: str) -> list[str]:
    (field,) = (one for one in seen.document.fields if one.name == name)
    return [piece.rule for piece in field.text.pieces]


@pytest.mark.parametrize(
    ("yaml", "name", "value", "changed"),
    [
        ("title: 甲国的道路", "title", "甲国的道路", [""]),
        ('title: "甲：乙的研究" # 备注', "title", "甲：乙的研究", [""]),
        ("title: 'it''s'", "title", "it's", ["R10"]),
        ('author: "\\u738b明"', "authors", "王明", ["R10"]),
        ("author: >\n  王明\n", "authors", "王明", [""]),
        ("title: >- # 备注\n  甲国\n  的道路\ntags: 甲", "title", "甲国的道路", ["R10+R2"]),
        ("title: |\n  甲国\n  的道路\n", "title", "甲国的道路", ["R10+R5"]),
        ("title: 甲国\n  的道路", "title", "甲国的道路", ["R10+R2"]),
        ("title: &a 甲", "title", "甲", [""]),
        ("authors: [王明, '李红']", "authors", "王明；李红", [""]),
        ("authors:\n  - 王明\n  - 李红", "authors", "王明；李红", ["", ""]),
        ("author:\n - name: 王明\n   url: a.b\n - name: 李红", "authors", "王明；李红", ["", ""]),
        ("# 记\n\ntitle: 甲", "title", "甲", [""]),
        ("url: http://a.b/c#d", "url", "http://a.b/c#d", [""]),
        ("date: 2024-11-18 12:00:00 +0800", "republication_date", "2024-11-18", [""]),
    ],
)  # fmt: skip
def test_values_are_what_yaml_says(yaml: str, name: str, value: str, changed: list[str]) -> None:
    seen = read(yaml)
    assert seen.fields[name] == value
    assert rules(seen, name) == changed
    assert "front-matter-refused" not in seen.codes
    assert not seen.endmatter


def test_collections_may_be_nested_a_little() -> None:
    assert read("title: 甲\na: " + "[" * 7 + "]" * 7).fields["title"] == "甲"


def test_keys_of_other_things_are_no_fields() -> None:
    seen = read("title: 甲\nseo:\n  title: 乙\ndescription: |\n  丙\n  丁")
    assert seen.fields["title"] == "甲"
    gone = {one.reason for one in seen.document.removed}
    assert gone == {"metadata-key", "site-code"}


@pytest.mark.parametrize("key", sorted(words("front_matter_keys")))
def test_each_key_of_the_lexicon_fills_its_field(key: str) -> None:
    name = next(n for n in groups("front_matter_keys") if key in words("front_matter_keys", "", n))
    value = {"republication_date": "2024-11-18", "url": "http://a.b"}.get(name, "王明")
    assert read(f"{key}: {value}").fields[name] == value


@pytest.mark.parametrize(
    ("yaml", "line"),
    [
        ("title: 甲: 乙\nauthor: 丙", 2),
        ("title: 甲\nauthor: *a", 3),
        ("title: !!python/object/apply:os.system [甲]", 2),
        ("title: 甲\nauthor: '乙", 4),
        ("title: 甲\n? [乙]\n: 丙", 3),
        ("\ttitle: 甲", 2),
        ("title:甲\nauthor:乙", 2),
        ("title: @甲", 2),
        ("a: " + "[" * 8 + "]" * 8, 2),
        ("a: " + "{b: " * 5000, 2),
    ],
)
def test_what_yaml_refuses_is_told_and_kept(yaml: str, line: int) -> None:
    seen = read(yaml)
    refusal = next(m for m in seen.document.messages if m.code == "front-matter-refused")
    assert refusal.where == f"x.txt:{line}"
    assert "record" in refusal.hint
    assert [one.strip() for one in seen.endmatter] == [one.strip() for one in yaml.split("\n")]
    assert not seen.fields
    assert seen.blocks == [BODY.strip()]


def test_an_emendation_mends_front_matter() -> None:
    source = "---\ntitle: 甲: 乙"
    at = source.index(": 乙")
    seen = read("title: 甲: 乙", Correction(Span(at, at + 2), "：", "emendation-1"))
    assert seen.fields["title"] == "甲：乙"
    assert not seen.codes


def test_aliases_of_aliases_come_to_nothing() -> None:
    bomb = "a: &a [x]\n" + "\n".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]" for n in range(9)
    )
    assert "front-matter-refused" in read(bomb).codes


def test_a_text_between_two_rules_is_text() -> None:
    assert read("正文一段，很长。").blocks == ["正文一段，很长。", BODY.strip()]


@pytest.mark.parametrize(("length", "is_text"), [(31_000, False), (33_000, True)])
def test_rules_far_apart_hold_no_front_matter(length: int, is_text: bool) -> None:
    seen = read("title: 甲\nnote: " + "乙" * length)
    assert ("title" not in seen.fields) == is_text
