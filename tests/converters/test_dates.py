"""Dates in the languages of the texts, to ISO; what the calendar does not have is none."""

import pytest

from converters.dates import days, first_iso, iso


@pytest.mark.parametrize(
    "text, expected",
    [
        ("2024年3月5日", "2024-03-05"),
        ("2024 年 3 月 5 号", "2024-03-05"),
        ("２０２４年３月５日", "2024-03-05"),
        ("2024年3月", "2024-03"),
        ("2024年", "2024"),
        ("2024-3-5", "2024-03-05"),
        ("2024.03.05", "2024-03-05"),
        ("March 5, 2024", "2024-03-05"),
        ("5 Mar. 2024", "2024-03-05"),
        ("July 20-21, 2021", "2021-07-20/2021-07-21"),
        ("Spring 2020", "2020"),
        ("5 марта 2024 г.", "2024-03-05"),
        ("2025 оны 3-р сарын 2", "2025-03-02"),
        ("2024-02-29", "2024-02-29"),
        ("2023-02-29", ""),
        ("2025年13月", ""),
        ("2025年0月5日", ""),
        ("2025-02-31", ""),
        ("12345", ""),
    ],
)
def test_a_date_is_the_iso_date_it_tells(text: str, expected: str) -> None:
    assert iso(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("本文于2024年3月5日发表", "2024-03-05"),
        ("本文于2024年3月发表", "2024-03"),
        ("载于2025年2月31日，2025年3月1日更新", "2025-03-01"),
        ("版权所有 2024", ""),
        ("第14版，2024-3-5 10:20", "2024-03-05"),
        ("Published on March 5, 2024 by X", "2024-03-05"),
    ],
)
def test_the_first_date_of_a_text_is_found(text: str, expected: str) -> None:
    assert first_iso(text) == expected


def test_days_stand_with_their_time() -> None:
    text = "来源：新华网 2024-03-05 10:20:30 浏览２０２４年３月５日"
    assert [text[low:high] for low, high in days(text)] == [
        "2024-03-05 10:20:30",
        "２０２４年３月５日",
    ]
