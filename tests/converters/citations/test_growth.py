"""Citing a text costs the same in a large library as in a small one: counted, not timed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from counting import calls, memory

from converters.citations import Library, Work, cite_text, text_entry
from converters.schema.derivations import Derivation
from converters.schema.front import FrontMatter
from converters.schema.genres import Genre

NOTES = [
    "李三：《蒙古的外交》，《世界经济与政治》2015年第3期，第3页。",
    "Alicia Campi, “Mongolia in Northeast Asia,” Voices, No. 3, 2012, p. 4.",
    "Ibid., p. 5.",
    "Campi, “Mongolia in Northeast,” p. 6.",
    "Campi, op. cit., p. 7.",
    "王二：前引书，第8页。",
    "《草原》，第60页。",
]
ENTRY = text_entry(
    FrontMatter(slug="t", title="题", genre=Genre.DOCUMENT, derivation=Derivation.ORIGINAL)
)
SMALL, LARGE = 200, 3200


def library_of(count: int) -> Library:
    """A library of so many works that the notes do not cite."""
    return Library(
        Work(f"work{n}", "book", {"title": f"第{n}种", "author": f"张, 某{n}"}, f"text-{n}: n-1")
        for n in range(count)
    )


def find_entry(library: Library) -> None:
    assert library.of_origin("t: text") is None
    library.new_key(ENTRY)


def cite(library: Library) -> None:
    cite_text("t", [(f"n-{n}", note) for n, note in enumerate(NOTES, 1)], [], {}, library)


def add(library: Library) -> None:
    library.add([replace(ENTRY, key="work7"), replace(ENTRY, key="t")])


@pytest.mark.parametrize("step", [find_entry, cite, add])
def test_no_more_is_done_in_a_large_library(step: Callable[[Library], None]) -> None:
    step(library_of(SMALL))  # fills caches
    small, large = (calls(step, library_of(count)) for count in (SMALL, LARGE))
    assert large <= small * 1.1


@pytest.mark.parametrize("step", [find_entry, cite])
def test_nothing_of_a_large_library_is_copied(step: Callable[[Library], None]) -> None:
    step(library_of(SMALL))
    small, large = (memory(step, library_of(count)) for count in (SMALL, LARGE))
    assert large - small < (LARGE - SMALL) * 8  # a pointer a work would be a copy


def test_short_forms_look_only_at_works_that_are_like_them() -> None:
    """In a text of many works too: twice as many citations cost about twice as much."""

    def cite_many(count: int, library: Library) -> None:
        works = [f"李三：《题名第{n}种》" for n in range(count)]
        notes = [f"{work}，《世界经济与政治》2015年第3期，第3页。" for work in works]
        notes += [f"{work}，第5页。" for work in works] + ["同上。"] * count
        cite_text("t", [(f"n-{n}", note) for n, note in enumerate(notes)], [], {}, library)

    cite_many(10, Library())
    small, large = (calls(partial(cite_many, count), Library()) for count in (40, 160))
    assert large <= small * 4.6
