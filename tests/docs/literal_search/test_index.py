"""The files that the browser loads."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from literal_search.extract import Kind, Passage
from literal_search.index import (
    Text,
    blocks,
    files,
    grams,
    postings,
    row,
    shard,
    shards,
    utf16,
    write,
)


def texts(count: int, length: int = 40) -> list[Text]:
    """Texts that share some strings and have some of their own."""
    return [
        Text(
            f"文献{number}",
            f"texts/{number}.html",
            "",
            [
                Passage(f"文献{number}", Kind.HEADING, "id1"),
                *(
                    Passage(f"共同的第{number}篇第{row}段NATO", Kind.BODY, f"p-{row}")
                    for row in range(length)
                ),
                Passage(f"注释{number}", Kind.NOTE, "n-1"),
            ],
        )
        for number in range(count)
    ]


def test_grams_are_characters_and_pairs_and_more_of_what_is_narrow() -> None:
    assert set(grams("北约。nato a")) == {
        *("北", "约", "。", "北约", "约。", "。n"),
        *("n", "a", "t", "o", " "),
        *("na", "at", "to", "o ", " a"),
        *("nat", "ato", "to ", "o a"),
        *("nato", "ato ", "to a"),
    }


@given(st.text("北约和a1 ，", max_size=30), st.data())
def test_the_grams_of_a_part_are_grams_of_the_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert set(grams(text[start:end])) <= set(grams(text))


def test_shards_are_even() -> None:
    counts = [0] * 16
    for point in range(0x4E00, 0x4E00 + 16_000):
        counts[shard(chr(point) + "国", 16)] += 1
    assert max(counts) < 1.5 * min(counts)


def test_a_word_is_in_the_file_of_its_first_pair() -> None:
    assert shard("上海合作组织", 97) == shard("上海", 97)


def test_offsets_are_those_of_javascript() -> None:
    assert utf16("𠮷北约", 2) == 3


def test_headings_of_all_texts_come_before_bodies_and_notes() -> None:
    kinds = [entry[1] for block in blocks(texts(5), 500) for entry in block]
    assert kinds == sorted(kinds, key="hbnrm".index)


def test_blocks_keep_to_their_size() -> None:
    sizes = [len(json.dumps(block, ensure_ascii=False).encode()) for block in blocks(texts(9), 900)]
    assert len(sizes) > 9
    assert max(sizes) < 1400


def test_a_gram_leads_to_every_block_that_holds_it() -> None:
    made = blocks(texts(9), 900)
    found = postings(made, {})
    for gram, distances in found.items():
        numbers = [sum(distances[: i + 1]) for i in range(len(distances))]
        assert numbers == [
            number
            for number, block in enumerate(made)
            if any(gram in grams(entry[-1].lower()) for entry in block)
        ]


def test_few_texts_are_one_block_without_grams() -> None:
    parts = files(texts(2), ["北约"], {})
    assert parts["index"]["filtered"] is False
    assert [name for name in parts if name.startswith("text/")] == ["text/0"]
    assert parts["grams/0"] == {"grams": {}, "words": ["北约"]}


def test_many_texts_are_split() -> None:
    parts = files(texts(60), ["北约"], {}, whole=10_000)
    assert parts["index"]["filtered"] is True
    assert parts["index"]["blocks"] == sum(name.startswith("text/") for name in parts) > 5
    assert any("共同" in parts[name]["grams"] for name in parts if name.startswith("grams/"))


@pytest.mark.parametrize("size", [500, 2000])
def test_nothing_is_lost_in_shards(size: int) -> None:
    found = {"北约": [0, 3], "国": [1], "nat": [2]} | {chr(0x4E00 + i): [i] for i in range(300)}
    words = [chr(0x5000 + i) * 2 for i in range(50)]
    made = shards(found, words, size)
    assert len(made) > 1
    assert {gram: value for part in made for gram, value in part["grams"].items()} == found
    assert sorted(word for part in made for word in part["words"]) == sorted(words)


def test_the_edition_changes_with_the_texts() -> None:
    one, same, other = (files(texts(n), [], {})["index"]["edition"] for n in (3, 3, 4))
    assert one == same != other


def test_files_are_scripts_and_old_ones_go(tmp_path: Path) -> None:
    write(tmp_path / "index", {"text/0": ["旧"], "text/1": []})
    write(tmp_path / "index", {"text/0": ["新"]})
    assert [path.name for path in tmp_path.rglob("*.js")] == ["0.js"]
    script = (tmp_path / "index/text/0.js").read_text(encoding="utf-8")
    assert re.fullmatch(r'Passages\.receive\("text/0",\["新"\]\);\n', script)


def test_places_of_pages_are_counted_as_the_browser_counts() -> None:
    """A character beyond U+FFFF is two units of a string in JavaScript."""
    passage = Passage("𠮷甲乙", Kind.BODY, "p1-1", pages=((0, "1"), (1, "2"), (2, "3")))
    assert row(0, passage)[4] == [[0, "1"], [2, "2"], [3, "3"]]
