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
from collections.abc import Callable
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


def run(*command: str | Path) -> float:
    """Seconds that a command takes; its output is shown if it fails."""
    # Python keeps what it has compiled, as it does where nobody has told it otherwise.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    done = subprocess.run(
        [str(c) for c in command], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"{command} failed:\n{done.stdout}{done.stderr}")
    return time.perf_counter() - start


def edition(root: Path, *formats: str) -> float:
    """Seconds of `edition build`."""
    return run(sys.executable, "-m", "converters.cli", "--root", root, "--quiet", "build", *formats)


def stock_way(source: Path, out: Path) -> dict[str, float]:
    """Seconds of each stock builder, each in its own process as its users run them."""
    builders = ["html", "epub", *(["latexpdf"] if shutil.which("xelatex") else [])]
    return {
        name: run(sys.executable, "-m", "sphinx", "-M", name, source, out, "-q")
        for name in builders
    }


def median(times: int, once: Callable[[], float]) -> float:
    """The median of several runs."""
    return statistics.median(once() for _ in range(times))


def main() -> None:
    """Print the figures as a table and, with --json, as data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=5)
    parser.add_argument("--times", type=int, default=3, help="runs of which the median counts")
    parser.add_argument("--no-stock", action="store_true", help="measure the edition alone")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures: dict[str, float] = {"texts": options.texts}
    with tempfile.TemporaryDirectory() as folder:
        root = repository(Path(folder) / "edition", options.texts)
        output = root / "docs/_build"

        def cold() -> float:
            shutil.rmtree(output, ignore_errors=True)
            return edition(root)

        def convert() -> float:
            return run(sys.executable, "-m", "converters.cli", "--root", root, "-q", "convert")

        figures["convert"] = median(options.times, convert)
        figures["cold"] = median(options.times, cold)
        record = min((root / "seeds").glob("*.toml"))
        record.write_text(
            record.read_text(encoding="utf-8").replace("[identity.title]", _QUERY, 1),
            encoding="utf-8",
        )
        figures["one text changed"] = edition(root)
        for name in ("pdf", "epub", "html"):
            shutil.rmtree(output, ignore_errors=True)
            figures[f"{name} alone, cold"] = edition(root, name)
        if not options.no_stock:
            plain = stock(Path(folder) / "stock", root / "docs/texts")

            def stock_cold() -> float:
                out = Path(folder) / "out"
                shutil.rmtree(out, ignore_errors=True)
                figures.update({f"stock {k}": v for k, v in stock_way(plain, out).items()})
                return sum(v for k, v in figures.items() if k.startswith("stock "))

            total = median(options.times, stock_cold)
            figures["stock in all"] = total
            figures["ratio cold / stock"] = figures["cold"] / total
        figures["ratio changed / cold"] = figures["one text changed"] / figures["cold"]
    if options.json:
        print(json.dumps(figures, indent=1))
        return
    for name, value in figures.items():
        print(f"{name:<22} {value:8.2f}")


_QUERY = """\
[[query]]
line = 1
words = ""
text = "测速时加上的一条。"

[identity.title]"""


if __name__ == "__main__":
    main()
