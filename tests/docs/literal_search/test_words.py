"""jieba's words, and how jieba is kept in its place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from literal_search.words import vocabulary

EXTENSIONS = Path(__file__).parents[3] / "docs/_ext"


@pytest.fixture(scope="module")
def jieba(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """jieba's own tokenizer, with all of its dictionary."""
    from jieba import Tokenizer

    made = Tokenizer()
    made.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    made.initialize()
    return made


def words_of(text: str, *terms: str) -> frozenset[str]:
    """The words of a document of one passage."""
    (words,) = vocabulary([[text]], terms)
    return words


def test_words_of_two_and_more_wide_characters() -> None:
    words = words_of("北约2014年强化韧性建设，NATO及其成员国")
    assert {"北约", "强化", "韧性", "建设", "成员国"} <= words
    assert not any(len(word) < 2 or word.isascii() for word in words)


def test_names_of_the_edition_are_words() -> None:
    text = "额勒贝格道尔吉访问"
    assert "额勒贝格道尔吉" not in words_of(text)
    assert "额勒贝格道尔吉" in words_of(text, "额勒贝格道尔吉", "NATO")


def test_terms_of_one_call_do_not_reach_the_next() -> None:
    words_of("额勒贝格道尔吉", "额勒贝格道尔吉")
    assert "额勒贝格道尔吉" not in words_of("额勒贝格道尔吉访问")


def test_jieba_is_silent_and_leaves_nothing_behind(tmp_path: Path) -> None:
    program = (
        "from literal_search.words import vocabulary\n"
        "assert vocabulary([['北约与韧性']], ['韧性'])[0]"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(EXTENSIONS), "TMPDIR": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_a_cache_in_the_shared_folder_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "jieba.cache").write_bytes(b"not a cache")
    program = (
        "from literal_search.words import vocabulary\n"
        "print(sorted(vocabulary([['北约与韧性']], [])[0]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(EXTENSIONS), "TMPDIR": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "['北约', '韧性']\n"
    assert (tmp_path / "jieba.cache").read_bytes() == b"not a cache"


TEXTS = st.lists(
    st.text(st.sampled_from("北约韧性建设中国人民大会堂蒙古国家安全感2014，。a "), max_size=30)
)


@settings(deadline=None, max_examples=30)
@given(texts=TEXTS)
def test_whatever_jieba_cuts_by_its_dictionary_is_known(jieba: Any, texts: list[str]) -> None:
    (words,) = vocabulary([texts], [])
    for text in texts:
        assert dictionary_words(jieba, text) <= words


def test_what_jieba_cuts_a_real_text_into_is_known(jieba: Any) -> None:
    text = (Path(__file__).parents[3] / "docs/texts/nato-resilience.md").read_text("utf-8")
    found = dictionary_words(jieba, text)
    assert {"北大西洋公约组织", "北大西洋", "公约"} <= words_of(text)
    assert found <= words_of(text)
    assert all(word in text for word in words_of(text))


def dictionary_words(jieba: Any, text: str) -> set[str]:
    """The words of jieba's dictionary into which jieba cuts a text."""
    return {
        word
        for word in jieba.cut_for_search(text)
        if len(word) > 1 and all("一" <= c <= "\u9fff" for c in word) and jieba.FREQ.get(word)
    }
