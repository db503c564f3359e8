"""The command: conversion is idempotent, bad input is told in a line and writes nothing.

The texts are hand-made; what the command makes of our own is tested in tests/edition.
"""

import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from support import edition, run_edition

CLIP = """\
2025 оны 3-р сарын 2

蒙古国的铁路与中俄走廊
蒙古正在寻找一条通往海洋的道路,而铁路是关键。
多年以来,乌兰巴托一直希望通过 “草原之路” 计划连接中国与俄罗斯,并以此降低对单一口岸的依赖。
轨距之争
俄罗斯使用 1520 毫米轨距,中国使用 1435 毫米轨距。争论不休 —— 有人认为宽轨更安全。
2025 оны 3-р сарын 4
2025 оны 3-р сарын 5
"""


def snapshot(root: Path) -> dict[str, bytes]:
    files = [*(root / "docs/texts").glob("*"), root / "refs.bib", *(root / "seeds").glob("*")]
    return {str(p.relative_to(root)): p.read_bytes() for p in files if p.is_file()}


def test_conversion_changes_nothing_that_is_done(repository: Path) -> None:
    before = snapshot(repository)
    done = edition(repository, "convert")
    assert (done.code, done.out) == (0, "")
    assert "13 texts, 0 files changed" in done.err
    assert snapshot(repository) == before


def test_pages_made_from_nothing_are_the_same(repository: Path) -> None:
    before = snapshot(repository)
    for page in (repository / "docs/texts").glob("*.md"):
        page.unlink()
    assert edition(repository, "convert").code == 0
    assert snapshot(repository) == before


def test_the_command_is_a_process_that_says_what_it_did(repository: Path) -> None:
    done = run_edition(repository, "convert")
    assert (done.returncode, done.stdout) == (0, "")
    assert "0 files changed" in done.stderr


def test_check_prints_a_balanced_ledger_of_each_seed(repository: Path) -> None:
    done = edition(repository, "check")
    assert done.code == 0, done.out
    for seed in (repository / "seeds").glob("*.txt"):
        (line,) = [x for x in done.out.splitlines() if x.startswith(f"{seed.name}: ") and "=" in x]
        total, accounts = line.split(": ", 1)[1].split(" = ")
        numbers = [int(x) for x in accounts.split(" (")[0].split() if x.isdigit()]
        assert int(total) == sum(numbers)
    assert done.out.splitlines()[-1].startswith("13 texts, 0 errors")


def test_check_fails_for_a_page_that_was_edited(repository: Path) -> None:
    page = next((repository / "docs/texts").glob("*.md"))
    page.write_text(page.read_text(encoding="utf-8") + "x", encoding="utf-8")
    done = edition(repository, "check")
    assert done.code == 1
    assert "page-differs" in done.out


def test_check_looks_at_the_bibliography(repository: Path) -> None:
    refs = repository / "refs.bib"
    entry = "\n@book{editor2020, title = {{A Title}}, date = {May 2020}}\n"
    refs.write_text(refs.read_text(encoding="utf-8") + entry, encoding="utf-8")
    done = edition(repository, "check")
    assert done.code == 1
    assert "bib-date" in done.out


def seed_of(root: Path) -> Path:
    return min((root / "seeds").glob("*.txt"))


def replace_in_record(old: str, new: str) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        record = seed_of(root).with_suffix(".toml")
        record.write_text(record.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    return change


def twin(root: Path) -> None:
    seed = seed_of(root)
    for suffix in (".txt", ".toml"):
        (root / "seeds" / f"009{suffix}").write_bytes(seed.with_suffix(suffix).read_bytes())


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda root: seed_of(root).unlink(), "seed-missing"),
        (lambda root: seed_of(root).write_bytes(b""), "seed-empty"),
        (lambda root: seed_of(root).write_bytes("蒙古国".encode("gb18030")), "seed-not-utf8"),
        (lambda root: seed_of(root).write_bytes(b"a\x00b"), "seed-binary"),
        (lambda root: seed_of(root).write_bytes(b"a" * 9_000_000), "seed-too-large"),
        (lambda root: seed_of(root).write_text("别的文字。"), "seed-changed"),
        (lambda root: seed_of(root).with_suffix(".toml").unlink(), "record-missing"),
        (replace_in_record("kind =", "kind"), "record-malformed"),
        (replace_in_record("kind =", "kidn ="), "record-unknown-field"),
        (replace_in_record('kind = "', 'kind = "no-'), "seed-unknown-kind"),
        (replace_in_record('attested = "', 'attested = "不在其中'), "record-attestation-lost"),
        (twin, "record-slug-twice"),
    ],
)
def test_bad_input_is_one_line_and_writes_nothing(
    repository: Path, spoil: Callable[[Path], object], code: str
) -> None:
    spoil(repository)
    before = snapshot(repository)
    done = edition(repository, "convert")
    assert done.code == 2
    (line,) = done.err.strip().splitlines()[-1:]
    assert f"[{code}]" in line
    assert "Traceback" not in done.err
    assert snapshot(repository) == before


def test_a_source_that_is_not_recognised_is_added_by_its_kind(
    repository: Path, tmp_path: Path
) -> None:
    new = tmp_path / "008_plain.txt"
    new.write_text("一句话，没有任何标记。\n", encoding="utf-8")
    done = edition(repository, "add", str(new))
    assert done.code == 2
    assert "--kind KIND" in done.err
    assert edition(repository, "add", "--kind", "news-clip", str(new)).code == 0
    record = tomllib.loads((repository / "seeds/008_plain.toml").read_text(encoding="utf-8"))
    assert record["kind"] == "news-clip"


@pytest.mark.parametrize("arguments", [("--quiet", "convert"), ("convert", "--quiet")])
def test_options_may_stand_before_the_command_and_after_it(
    repository: Path, arguments: tuple[str, ...]
) -> None:
    assert "files changed" in edition(repository, "convert").err
    assert "files changed" not in edition(repository, *arguments).err


def add_to_refs(text: str) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        refs = root / "refs.bib"
        refs.write_text(refs.read_text(encoding="utf-8") + text, encoding="utf-8")

    return change


def folder_for_refs(root: Path) -> None:
    (root / "refs.bib").unlink()
    (root / "refs.bib").mkdir()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda root: (root / "refs.bib").write_bytes(b"@book{a, title = {\xd6}}"), "bib-not-utf8"),
        (add_to_refs("\n<<<<<<< HEAD\n"), "bib-stray"),
        (add_to_refs("\n@book{x, title = {open\n"), "bib-unreadable"),
        (folder_for_refs, "file-refused"),
        (lambda root: shutil.rmtree(root / "seeds"), "seeds-missing"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_writes_nothing(
    repository: Path, spoil: Callable[[Path], object], code: str
) -> None:
    spoil(repository)
    before = snapshot(repository)
    done = edition(repository, "convert")
    assert done.code == 2
    assert f"[{code}]" in done.err
    assert snapshot(repository) == before


def test_a_new_text_is_added_with_one_command(repository: Path, tmp_path: Path) -> None:
    new = tmp_path / "007_rail.txt"
    new.write_text(CLIP, encoding="utf-8")
    done = edition(repository, "add", str(new))
    assert done.code == 0, done.err
    record = tomllib.loads((repository / "seeds/007_rail.toml").read_text(encoding="utf-8"))
    assert record["kind"] == "news-clip"
    assert record["identity"]["title"]["value"] == "蒙古国的铁路与中俄走廊"
    assert (repository / "seeds/007_rail.txt").read_bytes() == new.read_bytes()
    assert edition(repository, "convert").code == 0
    page = (repository / "docs/texts/007-rail.md").read_text(encoding="utf-8")
    assert 'edition.seed: "007_rail.txt"' in page
    assert edition(repository, "add", str(new)).code == 2
