"""Time of `edition build` beside the stock way, in one run on the same pages, as ratios.

    python tests/benchmarks/build_speed.py            # five texts, cold and after one change
    python tests/benchmarks/build_speed.py --texts 50 # larger editions, made from the five

The stock way: Sphinx's own html builder with its Chinese search, its epub builder, and latexpdf
where TeX is installed; furo, MyST and sphinxcontrib-bibtex as they come. On Sphinx 9.0.x the
stock search is broken in the browser, but it builds.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

STOCK_CONF = """\
from docutils import nodes
from docutils.parsers.rst import roles
project = "stock"
language = "zh_CN"
extensions = ["myst_parser", "sphinxcontrib.bibtex"]
bibtex_bibfiles = ["refs.bib"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "fieldlist"]
html_theme = "furo"
epub_show_urls = "no"
latex_engine = "xelatex"
suppress_warnings = ["*"]

def role(name, rawtext, text, lineno, inliner, options=None, content=None):
    return [nodes.inline(rawtext, text)], []

def setup(app):
    for name in ("page", "page-start", "src"):
        app.add_role(name, role)
"""


def repository(target: Path, texts: int) -> Path:
    """A copy of the repository; beyond five texts, each further seed is a variation of one."""
    for name in ("docs", "seeds"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("_build"))
    for name in ("refs.bib", "pyproject.toml", "README.md"):
        shutil.copyfile(ROOT / name, target / name)
    originals = sorted((target / "seeds").glob("*.txt"))
    for number in range(len(originals), texts):
        source = originals[number % len(originals)]
        record = source.with_suffix(".toml").read_text(encoding="utf-8")
        slug = re.search(r'^slug = "(.+)"', record, re.M)
        assert slug
        # What an original has to be excused for is settled by the time its copies are read.
        record = re.sub(r"^\[\[waiver\]\]\n(?:[^\[\n].*\n|\n)*", "", record, flags=re.M)
        name = f"{number:03}_variation"
        shutil.copyfile(source, target / "seeds" / f"{name}.txt")
        (target / "seeds" / f"{name}.toml").write_text(
            record.replace(slug[0], f'slug = "{slug[1]}-{number}"'), encoding="utf-8"
        )
    return target


def stock(target: Path, pages: Path) -> Path:
    """The same pages as a plain Sphinx project."""
    shutil.copytree(pages, target / "texts")
    shutil.copyfile(ROOT / "refs.bib", target / "refs.bib")
    (target / "conf.py").write_text(STOCK_CONF, encoding="utf-8")
    (target / "index.md").write_text(
        "# 目录\n\n```{toctree}\n:glob:\n\ntexts/*\n```\n", encoding="utf-8"
    )
    return target


@dataclass(frozen=True)
class Run:
    """What a command took: seconds, and the memory of its largest process in megabytes."""

    seconds: float
    memory: float


def run(*command: str | Path) -> Run:
    """Run a command; its output is shown if it fails."""
    # Python keeps what it has compiled, as it does where nobody has told it otherwise.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [str(c) for c in command], cwd=ROOT, env=environment, stdout=output, stderr=output
        )
        memory = 0.0
        if hasattr(os, "wait4"):  # not on Windows
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            memory = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
        if process.wait():
            output.seek(0)
            sys.exit(f"{command} failed:\n{output.read().decode(errors='replace')}")
    return Run(time.perf_counter() - start, memory)


def edition(root: Path, *formats: str) -> Run:
    """`edition build`."""
    return run(sys.executable, "-m", "converters.cli", "--root", root, "--quiet", "build", *formats)


def stock_builders() -> list[str]:
    """The builders of the stock way."""
    return ["html", "epub", *(["latexpdf"] if shutil.which("xelatex") else [])]


def change(root: Path, number: int) -> None:
    """Change one text: one more query of the editor's in its record."""
    record = min((root / "seeds").glob("*.toml"))
    text = record.read_text(encoding="utf-8")
    first = record.with_suffix(".txt").read_text(encoding="utf-8-sig").splitlines()[0]
    query = _QUERY.format(number, words=first.split()[0][:2])
    record.write_text(text.replace("[identity.title]", query, 1), encoding="utf-8")


def median(runs: Iterable[Run]) -> Run:
    """The medians of several runs."""
    seconds, memory = zip(*((one.seconds, one.memory) for one in runs), strict=True)
    return Run(statistics.median(seconds), statistics.median(memory))


def measure_edition(root: Path, times: int) -> dict[str, Run]:
    """The edition in `root`: converted, built cold and after a change, each format alone."""
    output = root / "docs/_build"

    def cold(*formats: str) -> Run:
        shutil.rmtree(output, ignore_errors=True)
        return edition(root, *formats)

    def changed(number: int) -> Run:
        change(root, number)
        return edition(root)

    command = (sys.executable, "-m", "converters.cli", "--root", root, "-q", "convert")
    return {
        "convert": median(run(*command) for _ in range(times)),
        "cold": median(cold() for _ in range(times)),
        "one text changed": median(changed(number) for number in range(times)),
    } | {f"{name} alone, cold": cold(name) for name in ("pdf", "epub", "html")}


def measure_stock(source: Path, out: Path, times: int) -> dict[str, Run]:
    """Each stock builder, in its own process as its users run them."""
    runs: dict[str, list[Run]] = {name: [] for name in stock_builders()}
    for _ in range(times):
        shutil.rmtree(out, ignore_errors=True)
        for name, done in runs.items():
            done.append(run(sys.executable, "-m", "sphinx", "-M", name, source, out, "-q"))
    return {f"stock {name}": median(done) for name, done in runs.items()}


def ratios(measured: Mapping[str, Run]) -> dict[str, float]:
    """The edition beside the stock way, with TeX and without, and a rebuild beside a cold build."""
    cold = measured["cold"].seconds
    stock = {name: one.seconds for name, one in measured.items() if name.startswith("stock ")}
    found = {"changed / cold": measured["one text changed"].seconds / cold}
    if stock:
        found["cold / stock html + epub"] = cold / (stock["stock html"] + stock["stock epub"])
    if "stock latexpdf" in stock:
        found["cold / stock html + epub + latexpdf"] = cold / sum(stock.values())
    return found


def main() -> None:
    """Print the figures as a table or, with --json, as data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=5)
    parser.add_argument("--times", type=int, default=3, help="runs of which the median counts")
    parser.add_argument("--no-stock", action="store_true", help="measure the edition alone")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = repository(Path(folder) / "edition", options.texts)
        measured = measure_edition(root, options.times)
        if not options.no_stock:
            plain = stock(Path(folder) / "stock", root / "docs/texts")
            measured |= measure_stock(plain, Path(folder) / "out", options.times)
    found = ratios(measured)
    if options.json:
        runs = {name: asdict(one) for name, one in measured.items()}
        print(json.dumps({"texts": options.texts, "runs": runs, "ratios": found}, indent=1))
        return
    print(f"{options.texts} texts{'seconds':>24}{'MB':>8}")
    for name, one in measured.items():
        print(f"{name:<22} {one.seconds:8.2f}{one.memory:8.0f}")
    for name, ratio in found.items():
        print(f"{name:<36} {ratio:.2f}")


_QUERY = """\
[[query]]
line = 1
words = "{words}"
text = "测速时加上的第{}条。"

[identity.title]"""


if __name__ == "__main__":
    main()
