"""What the configuration says, and what stands in for what it does not say."""

import datetime as dt

import pytest
from sphinx.errors import ConfigError
from typstbook.settings import parse_date


def test_the_date_is_that_of_the_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert parse_date("2026-11-22") == dt.date(2026, 11, 22)


def test_else_the_date_is_that_of_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """reproducible-builds.org/specs/source-date-epoch: seconds since 1970, in UTC."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert parse_date("") == dt.date(2001, 9, 9)


def test_else_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = dt.datetime.now(dt.UTC).date()
    assert before <= parse_date("") <= dt.datetime.now(dt.UTC).date()


def test_what_is_no_date_is_an_error() -> None:
    with pytest.raises(ConfigError, match="22 November"):
        parse_date("22 November 2026")
