"""Reasons of removal and roles of lines."""

from converters.schema.reasons import Reason
from converters.schema.roles import Role


def test_a_reason_is_its_value_and_has_a_label() -> None:
    assert Reason("page-number") is Reason.PAGE_NUMBER
    assert Reason.PAGE_NUMBER == "page-number"
    assert Reason.PAGE_NUMBER.label == "页码（以原页标记代替）"


def test_no_two_reasons_are_named_alike() -> None:
    assert len({reason.label for reason in Reason}) == len(Reason)


def test_a_role_is_the_name_of_the_field_that_it_fills() -> None:
    assert Role("original_title") is Role.ORIGINAL_TITLE
    assert f"{Role.DOCUMENT_CODE}" == "document_code"
