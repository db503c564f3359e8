"""Records: read strictly, each fault with file and line."""

from pathlib import Path

import pytest

from converters.messages import EditionError
from converters.record import check_attestations, check_seed, corrections, read_record
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
        (('slug = "a-text"\n', ""), "record-field-missing", 0),
        (('slug = "a-text"', 'slug = "a-text"\nslgu = 1'), "record-unknown-field", 4),
        (("[identity.title]", "[identity.titel]"), "record-unknown-field", 5),
        (('attested = "题目"', ""), "record-unattested", 6),
        (('attested = "题目"', 'attested = "题目"\nsupplied = "证"'), "record-unattested", 6),
        (("line = 2", 'line = "2"'), "record-field-type", 10),
        (('reading = "正字"', ""), "record-field-missing", 0),
        (("[[emendation]]", "[emendation]"), "record-field-type", 0),
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


def test_a_missing_record_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match=r"edition add seeds/r\.txt"):
        read_record(tmp_path / "r.toml")


def test_an_emendation_stands_where_it_says(tmp_path: Path) -> None:
    record = record_of(tmp_path, GOOD)
    seed = Seed("s.txt", "题目错字\n此处错字。", "00")
    (correction,) = corrections(record, seed)
    assert correction.span.start == 7  # the one on line 2, not the one on line 1
    with pytest.raises(EditionError, match="emendation-lost"):
        corrections(record, Seed("s.txt", "题目错字\n此处无。", "00"))


def test_words_that_attest_must_be_in_the_seed(tmp_path: Path) -> None:
    record = record_of(tmp_path, GOOD)
    check_attestations(record, Seed("s.txt", "题\u3000目", "00"))
    with pytest.raises(EditionError, match="record-attestation-lost"):
        check_attestations(record, Seed("s.txt", "别的", "00"))


def test_a_changed_seed_names_the_record(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match=r"seed-changed.*r\.toml"):
        check_seed(record_of(tmp_path, GOOD), Seed("s.txt", "x", "ff"))
