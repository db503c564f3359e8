"""An emendation may stand anywhere in the five seeds."""

import pytest
from five_texts import real
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import see_text

from converters.model import Span
from converters.readers import reader_for
from converters.seed import Correction

KINDS = {number: reader_for(real(number)).kind for number in ("000", "001", "002", "003", "004")}


@pytest.mark.parametrize("number", KINDS)
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_an_emendation_anywhere_is_made_and_the_ledger_balances(
    number: str, data: st.DataObject
) -> None:
    text = real(number).text
    ends = [at for at, char in enumerate(text) if char == "\n"]
    start = data.draw(st.integers(1, len(text) - 1) | st.sampled_from(ends))
    end = min(len(text), start + data.draw(st.integers(1, 6)))
    reading = data.draw(st.sampled_from(["", "\n", " ", "甲", "作者：", " 甲\n", "\n甲", "。"]))
    see_text(text, KINDS[number], None, Correction(Span(start, end), reading, "emendation-1"))
