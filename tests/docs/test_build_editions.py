"""Several editions in one run: what they take from one another, and what becomes of a failure."""

import subprocess
import sys
from pathlib import Path

import pytest
from epub_book import CONF as EPUB
from pdf_book import CHINESE
from sample_site import write_source

EXTENSIONS = Path(__file__).parents[2] / "docs/_ext"
PDF = """
extensions += ["typstbook", "doctree_builder"]
typstbook_filename = "book.pdf"
typstbook_offprints = ["texts/*"]
"""
BROKEN_OFF = """
import os
def setup(app):
    app.connect("builder-inited", lambda app: app.builder.name == "pdf" and os._exit(3))
"""
WITH_A_SERVER = """
import multiprocessing
def start_server(app):
    app.builder.env.queue = multiprocessing.Manager().Queue()
def setup(app):
    app.connect("builder-inited", start_server)
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_source(tmp_path / "docs", more=EPUB + PDF + CHINESE)


def build(
    source: Path, *builders: str, timeout: float | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(EXTENSIONS / "build_editions.py"), str(source), *builders],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=timeout,
    )


def downloads(source: Path) -> list[str]:
    folder = source / "_build/html/downloads"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))


def test_the_site_takes_in_what_is_made_beside_it(source: Path) -> None:
    done = build(source, "pdf", "epub", "html")
    assert (done.returncode, done.stdout) == (0, "")
    told = [line.split()[0] for line in done.stderr.splitlines()]
    assert (told[0], sorted(told[1:])) == ("doctrees", ["epub", "html", "pdf"])
    files = ["book.pdf", "edition.epub", "texts/article.pdf", "texts/summary.pdf"]
    assert downloads(source) == files
    index = (source / "_build/html/index.html").read_text("utf-8")
    assert all(f'href="downloads/{name}"' in index for name in files)
    for name in files:
        made = source / "_build" / name.rpartition(".")[2] / name
        assert (source / "_build/html/downloads" / name).read_bytes() == made.read_bytes()


def test_one_edition_alone_leaves_the_others(source: Path) -> None:
    assert build(source, "pdf", "html").returncode == 0
    assert build(source, "epub").returncode == 0
    assert downloads(source) == ["book.pdf", "texts/article.pdf", "texts/summary.pdf"]
    assert build(source, "html").returncode == 0
    assert "edition.epub" in downloads(source)
    assert "book.pdf" in downloads(source)


def test_a_second_run_writes_only_what_has_changed(source: Path) -> None:
    assert build(source, "pdf", "epub", "html").returncode == 0
    pages = [source / "_build" / name / "texts" for name in ("html", "epub")]
    before = {path: path.stat().st_mtime_ns for folder in pages for path in folder.glob("*html")}
    summary = source / "texts/summary.md"
    summary.write_text(summary.read_text("utf-8") + "\n多一段。\n", encoding="utf-8")
    assert build(source, "pdf", "epub", "html").returncode == 0
    written = {path.stem for path, time in before.items() if path.stat().st_mtime_ns != time}
    assert len(before) == 4
    assert written == {"summary"}


def test_an_edition_that_fails_says_why_and_fails_the_run(source: Path) -> None:
    conf = source / "conf.py"
    conf.write_text(conf.read_text("utf-8") + '\ntypstbook_style = "none.typ"\n', "utf-8")
    done = build(source, "pdf", "epub", "html")
    assert done.returncode == 1
    assert "typstbook_style: no file" in done.stderr
    assert "Traceback" not in done.stderr
    assert (source / "_build/epub/edition.epub").is_file()
    assert downloads(source) == []


def test_a_warning_fails_the_run(source: Path) -> None:
    page = source / "texts/summary.md"
    page.write_text(page.read_text("utf-8") + "\n[何处](#nowhere)\n", "utf-8")
    done = build(source, "pdf", "html")
    assert done.returncode == 1
    assert "nowhere" in done.stderr


def test_a_text_that_cannot_be_read_stops_all(source: Path) -> None:
    conf = source / "conf.py"
    conf.write_text(conf.read_text("utf-8") + '\nextensions += ["no_such_extension"]\n', "utf-8")
    done = build(source, "pdf", "epub")
    assert done.returncode == 1
    assert "no_such_extension" in done.stderr
    assert not (source / "_build/epub").exists()


def test_a_process_that_breaks_off_fails_the_run(source: Path) -> None:
    conf = source / "conf.py"
    conf.write_text(conf.read_text("utf-8") + BROKEN_OFF, "utf-8")
    done = build(source, "pdf", "html")
    assert done.returncode == 1
    assert "pdf: broken off" in done.stderr
    assert downloads(source) == []


def test_no_process_is_left_when_the_run_ends(source: Path) -> None:
    """`sphinx_sitemap`, on the published site, gives each builder a server process of its own."""
    with (source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(WITH_A_SERVER)
    # The pipe of the output ends when the last process that holds it has gone.
    assert build(source, "pdf", "epub", "html", timeout=120).returncode == 0


def test_what_all_read_is_not_written_meanwhile(source: Path) -> None:
    assert build(source, "pdf", "epub", "html").returncode == 0
    known = source / "_build/doctrees/environment.pickle"
    begun = source / "_build/epub/.buildinfo"
    assert known.stat().st_mtime_ns < begun.stat().st_mtime_ns
