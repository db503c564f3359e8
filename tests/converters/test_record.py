"""Records: read strictly, each fault with file and line."""

from pathlib import Path

import pytest

from converters.messages import EditionError
from converters.record import (
    check_attestations,
    check_hints,
    check_seed,
    corrections,
    locate,
    read_record,
)
from converters.seed import Seed

GOOD = """\
kind = "news-clip"
sha256 = "00"
slug = "a-text"

[identity.title]
value = "题"
attested = "题目"

[[emendation]]
line = 2
original = "错字"
reading = "正字"
reason = "显误。"
"""


def record_of(folder: Path, content: str):  # type: ignore[no-untyped-def]
    path = folder / "r.toml"
    path.write_text(content, encoding="utf-8")
    return read_record(path)


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("kind =", "kind ="), "", 0),
        (('slug = "a-text"', "slug = "), "record-malformed", 3),
        (('slug = "a-text"', 'slug = "A text"'), "record-field-type", 3),
        (('slug = "a-text"\n', ""), "record-field-missing", 1),
        (('slug = "a-text"', 'slug = "a-text"\nslgu = 1'), "record-unknown-field", 4),
        (("[identity.title]", "[identity.titel]"), "record-unknown-field", 5),
        (('slug = "a-text"', 'slug = "nul"'), "record-field-type", 3),
        (('slug = "a-text"', 'slug = "a"\nkey = "a,b={c}}"'), "record-field-type", 4),
        (('reading = "正字"', 'reading = "\\u0000"'), "record-field-type", 12),
        (("[identity.title]\nvalue", "[identity]\ntitle.value"), "record-field-type", 7),
        (('value = "题"', 'value = ["题"]'), "record-field-type", 6),
        (('value = "题"', "value = 1"), "record-field-type", 6),
        (('reason = "显误。"', 'reason = ""'), "record-field-missing", 13),
        (('original = "错字"', 'original = ""'), "record-field-missing", 11),
        (('reason = "显误。"', 'reason = "显误。"\nconfidence = 1.2'), "record-field-type", 9),
        (('slug = "a-text"', 'slug = "a-text"\nemendation = [1]'), "record-malformed", 10),
        (('attested = "题目"', ""), "record-unattested", 6),
        (('attested = "题目"', 'attested = "题目"\nsupplied = "证"'), "record-unattested", 6),
        (("line = 2", 'line = "2"'), "record-field-type", 10),
        (('reading = "正字"', ""), "record-field-missing", 9),
        (("[[emendation]]", "[emendation]"), "record-field-type", 9),
    ],
)
def test_faults_are_named(tmp_path: Path, change: tuple[str, str], code: str, line: int) -> None:
    content = GOOD.replace(*change)
    if not code:
        assert record_of(tmp_path, content).slug == "a-text"
        return
    with pytest.raises(EditionError) as caught:
        record_of(tmp_path, content)
    message = caught.value.message
    assert message.code == code
    assert message.where.startswith("r.toml")
    if line:
        assert message.where == f"r.toml:{line}"
    assert "\n" not in str(message)


QUERIES = """
[[query]]
line = 1
words = "题"
text = "此处存疑。"

[[query]]
line = 1
text = "缺一项。"
"""


@pytest.mark.parametrize(
    ("added", "code", "line"),
    [
        (QUERIES, "record-field-missing", 20),
        (
            '\n[[work]]\nwords = "甲"\nkey = "k"\nreason = "r"\nfields = { a = [1] }\n',
            "record-field-type",
            19,
        ),
        (
            '\n[[work]]\nwords = "甲"\nkey = "k"\nreason = "r"\nfields = { "a=" = "" }\n',
            "record-field-type",
            19,
        ),
        (
            '\n[[query]]\nline = 1\nwords = "题"\ntext = """\nslgu = 1\n"""\nslgu = 1\n',
            "record-unknown-field",
            21,
        ),
        ("\n[[waiver]]\ncode = 1\nreason = 'r'\n", "record-field-type", 16),
    ],
)
def test_the_line_of_a_fault_is_that_of_its_key(
    tmp_path: Path, added: str, code: str, line: int
) -> None:
    with pytest.raises(EditionError) as caught:
        record_of(tmp_path, GOOD + added)
    assert (caught.value.message.code, caught.value.message.where) == (code, f"r.toml:{line}")


def test_the_line_of_a_fault_in_a_table_within_a_line(tmp_path: Path) -> None:
    queries = 'query = [\n  { line = 1, words = "题", text = "疑", txt = "" },\n]\n\n[identity'
    with pytest.raises(EditionError, match=r"^r\.toml:6: error \[record-unknown-field\]"):
        record_of(tmp_path, GOOD.replace("\n[identity", f"\n{queries}"))


def test_a_record_that_is_not_utf_8_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "r.toml"
    path.write_bytes(GOOD.encode("utf-8").replace("题".encode(), b"\xcc\xe2", 1))
    with pytest.raises(EditionError) as caught:
        read_record(path)
    assert (caught.value.message.code, caught.value.message.where) == (
        "record-not-utf8",
        "r.toml:6",
    )


def test_what_is_printed_stays_on_its_line_and_words_of_the_seed_stay_as_they_are(
    tmp_path: Path,
) -> None:
    content = GOOD.replace('"显误。"', '"""显误。\n\n# 二\n"""').replace('"错字"', '"错  \\n字"')
    (emendation,) = record_of(tmp_path, content).emendations
    assert emendation.reason == "显误。 # 二"
    assert emendation.original == "错  \n字"


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    assert record_of(tmp_path, "\ufeff" + GOOD).slug == "a-text"


def test_brackets_without_end_are_a_fault_like_any_other(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match="record-malformed"):
        record_of(tmp_path, f"a = {'[' * 20000}{']' * 20000}\n{GOOD}")


def test_a_missing_record_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match=r"edition add seeds/r\.txt"):
        read_record(tmp_path / "r.toml")


def test_an_emendation_stands_where_it_says(tmp_path: Path) -> None:
    record = record_of(tmp_path, GOOD)
    seed = Seed("s.txt", "题目错字\n此处错字。", "00")
    (correction,) = corrections(record, seed)
    assert correction.span.start == 7  # the one on line 2, not the one on line 1
    for text in ("题目错字\n此处无。", "题目\n此处无。\n错字在下行。", "题目"):
        with pytest.raises(EditionError, match=r"^r\.toml:9: error \[emendation-lost\]"):
            corrections(record, Seed("s.txt", text, "00"))


def test_lines_are_counted_from_1_and_end_with_the_seed(tmp_path: Path) -> None:
    for line in (0, -1, 3):
        record = record_of(tmp_path, GOOD.replace("line = 2", f"line = {line}"))
        with pytest.raises(EditionError, match="emendation-lost"):
            corrections(record, Seed("s.txt", "题目\n错字", "00"))


def test_an_emendation_may_cross_the_end_of_its_line(tmp_path: Path) -> None:
    record = record_of(tmp_path, GOOD.replace('original = "错字"', 'original = "错\\n字"'))
    (correction,) = corrections(record, Seed("s.txt", "题目\n此处错\n字。", "00"))
    assert (correction.span.start, correction.span.end) == (5, 8)


def test_a_query_stands_on_its_line_or_is_lost(tmp_path: Path) -> None:
    record = record_of(tmp_path, GOOD + QUERIES.partition("\n\n")[0])
    (query,) = record.queries
    assert locate(record, Seed("s.txt", "此题\n题", "00"), query) == 1
    with pytest.raises(EditionError, match=r"^r\.toml:15: error \[query-lost\]"):
        locate(record, Seed("s.txt", "此处\n题", "00"), query)


@pytest.mark.parametrize(
    ("hint", "code"),
    [
        ("body_line = 2", ""),
        ("body_line = 3", "record-line-outside"),
        ("body_line = 0", "record-line-outside"),
        ("body_line = -1", "record-line-outside"),
        ("first_page = 1", ""),
        ("first_page = 0", "record-field-type"),
    ],
)
def test_a_reader_is_told_of_lines_that_exist(tmp_path: Path, hint: str, code: str) -> None:
    record = record_of(tmp_path, f'{GOOD}\n[reading]\n{hint}\nreason = "见原刊。"\n')
    seed = Seed("s.txt", "甲\n乙", "00")
    if not code:
        check_hints(record, seed)
        return
    with pytest.raises(EditionError, match=rf"^r\.toml:15: error \[{code}\]"):
        check_hints(record, seed)


def test_words_that_attest_must_be_in_the_seed(tmp_path: Path) -> None:
    record = record_of(tmp_path, GOOD)
    check_attestations(record, Seed("s.txt", "题\u3000目", "00"))
    with pytest.raises(EditionError, match="record-attestation-lost"):
        check_attestations(record, Seed("s.txt", "别的", "00"))


def test_a_changed_seed_names_the_record(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match=r"seed-changed.*r\.toml"):
        check_seed(record_of(tmp_path, GOOD), Seed("s.txt", "x", "ff"))
