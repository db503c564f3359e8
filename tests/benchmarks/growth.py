"""How the time of a conversion grows with the length of its source, pattern by pattern.

Run it as it is: `python tests/benchmarks/growth.py [--pattern WORD] [--kind WORD] [--to 1000000]`.
Each pattern of text is read as every kind of source and converted whole; `identify` asks every
reader for its likeness. Printed are seconds of CPU at each length, seconds for a million
characters and the exponent of the growth over all lengths: 1 is linear.
"""

import argparse
import math
import signal
import sys
import time
from collections.abc import Callable
from itertools import count, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from converters.citations import Library
from converters.convert import Source, convert
from converters.messages import EditionError
from converters.model import Span
from converters.readers import READERS
from converters.record import Record
from converters.seed import Correction, Seed

FIRST = 64_000  # characters
LIMIT = 60  # seconds of CPU, after which a length is given up
FLOOR = 0.02  # seconds; what takes less says nothing about growth

SENTENCE = "蒙古国的“第三邻国”政策既是小国外交的传统，又是冷战结束以后欧亚大陆格局变化的结果。"
PARAGRAPH = SENTENCE * 6
NOTE = "李三：《题名第{}种》，《世界经济与政治》2015年第3期，第3页。"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"


def run(unit: str, end: str = "\n") -> Callable[[int], str]:
    """The same characters over and over."""
    return lambda length: (unit * (length // len(unit) + 1))[:length] + end


def numbered(unit: str, start: int = 1) -> Callable[[int], str]:
    """The unit again and again, `{}` in it counting."""

    def made(length: int) -> str:
        parts: list[str] = []
        for n in count(start):
            if length <= 0:
                return "".join(parts)
            parts.append(unit.format(n))
            length -= len(parts[-1])
        return ""

    return made


def after(head: str, pattern: Callable[[int], str]) -> Callable[[int], str]:
    """A pattern below other lines."""
    return lambda length: head + pattern(length)


def lines_of(width: int) -> Callable[[int], str]:
    """Prose printed in lines of so many characters."""

    def made(length: int) -> str:
        text = (PARAGRAPH * (length // len(PARAGRAPH) + 1))[:length]
        return "\n".join(text[at : at + width] for at in range(0, length, width)) + "\n"

    return made


def pages(call: str, body: str, *, every: int = 3, apart: str = "\n\n") -> Callable[[int], str]:
    """Pages of a paragraph with so many calls, their notes below it."""

    def page(n: int) -> str:
        calls = [SENTENCE[:-1] + call.format(CIRCLED[i], i + 1) + "。" for i in range(every)]
        notes = [body.format(CIRCLED[i], i + 1) + NOTE.format(n * every + i) for i in range(every)]
        return "".join(calls) + apart + apart.join(notes) + apart

    def made(length: int) -> str:
        parts: list[str] = []
        while length > 0:
            parts.append(page(len(parts)))
            length -= len(parts[-1])
        return "".join(parts)

    return made


def endnotes(length: int) -> str:
    """A text whose notes all stand at its end."""
    number = max(1, length // 90)
    text = "\n\n".join(f"{SENTENCE[:-1]}[{n}]。" for n in range(1, number + 1))
    return (
        text + "\n\n注释\n\n" + "\n\n".join(f"[{n}] {NOTE.format(n)}" for n in range(1, number + 1))
    )


HEAD = "草原走廊的研究\n\n王明\n\n摘要：本文讨论草原走廊。\n\n关键词：草原；走廊\n\n"
YAML = "---\ntitle: 草原走廊的研究\nauthor: 王明\n---\n\n"

PATTERNS: dict[str, Callable[[int], str]] = {
    "prose": run(PARAGRAPH + "\n\n"),
    "prose, one line": run(PARAGRAPH),
    "prose under a head": after(HEAD, run(PARAGRAPH + "\n\n")),
    "lines of 16": lines_of(16),
    "lines of 40": lines_of(40),
    "lines of 40 with indents": lambda n: lines_of(40)(n).replace("。", "。\n　　"),
    "lines of one": run("中\n"),
    "blank lines": run("\n"),
    "blanks": run(" "),
    "ideographic blanks": run("　"),
    "blanks between letters": run("中 "),
    "blanks before a sign": run("中" + " " * 50),
    "tabs": run("中\t"),
    "form feeds": run("中文\f"),
    "carriage returns": run("中文\r"),
    "zero-width": run("中\u200b"),
    "commas": run(","),
    "commas among letters": run("中,"),
    "full stops": run("."),
    "colons": run(":"),
    "quotation marks": run("“”"),
    "opening quotation marks": run("“"),
    "dashes": run("—"),
    "dashes and blanks": run("— "),
    "hyphens": run("-"),
    "opening brackets": run("("),
    "brackets": run("()"),
    "brackets round Han": run("(中)"),
    "nested brackets": lambda n: "(" * (n // 2) + ")" * (n // 2) + "\n",
    "opening square brackets": run("["),
    "opening lenticular brackets": run("【"),
    "opening titles": run("《"),
    "circled marks": run("①"),
    "circled marks, counting": run(CIRCLED),
    "bracketed marks": run("[1]"),
    "raised marks": run("^{[1]}"),
    "TeX marks": run("$^{①}$"),
    "superscript tags": run("<sup>[1]</sup>"),
    "superscript digits": run("中¹"),
    "asterisks": run("*"),
    "asterisks among letters": run("中*"),
    "bold": run("**中**"),
    "bold with blanks": run("**中** "),
    "italics": run("*a* "),
    "scores": run("_"),
    "backslashes": run("\\"),
    "backticks": run("`"),
    "dollars": run("$"),
    "tildes": run("~"),
    "angle brackets": run("<"),
    "tags": run("<b>"),
    "ampersands": run("&"),
    "number signs": run("#"),
    "digits": run("1"),
    "Latin letters": run("a"),
    "Latin words": run("word "),
    "Cyrillic words": run("слово "),
    "addresses": numbered("见https://example.org/a{} "),
    "addresses on lines": numbered("https://example.org/a{}\n"),
    "addresses cut": numbered("http://a.b/c{}-\n"),
    "one address": lambda n: "https://example.org/" + "a" * n + "\n",
    "links left open": run("[a]("),
    "images left open": run("[![]("),
    "references left open": run("[a]["),
    "comments left open": run("<!-- -"),
    "tags left open": run("<b"),
    "formulas left open": run("$a"),
    "bold left open": run("****a"),
    "scores left open": run("_a "),
    "links": numbered("[词{0}](https://example.org/{0}) "),
    "images": numbered("![图{0}](https://example.org/{0}.png)\n\n"),
    "table rows": run("| 中 | 文 |\n"),
    "wide table rows": run("|" + " 中 |" * 30 + "\n"),
    "cells in a row": run("| 中 "),
    "table in HTML": after("<table>", run("<tr><td>中</td><td>文</td></tr>", "</table>\n")),
    "headings": numbered("# 草原走廊{}\n\n"),
    "numbered headings": lambda n: "".join(
        islice(("一、草原走廊\n\n" + SENTENCE + "\n\n" for _ in count()), max(1, n // 55))
    ),
    "list items": numbered("{}. 草原走廊\n"),
    "bullets": run("- 草原走廊\n"),
    "quotations": run("> 草原走廊。\n"),
    "separators": run("***\n\n"),
    "page numbers": numbered("草原走廊的研究，\n\n{}\n\n"),
    "keywords": after("关键词：", run("草原；")),
    "labels": run("摘要：草原 "),
    "labels on lines": run("【摘要】草原\n"),
    "authors": after("草原走廊的研究\n\n", run("王明、")),
    "running heads": numbered("世界研究 2015年第3期  {}\n" + (SENTENCE + "\n") * 20),
    "circled notes": pages("{0}", "{0}", apart="\n"),
    "circled notes with blank lines": pages("{0}", "{0}"),
    "raised notes": pages("^{{[{1}]}}", "^{{[{1}]}} "),
    "bracketed notes": pages("[{1}]", "[{1}] "),
    "many notes a page": pages("[{1}]", "[{1}] ", every=10),
    "endnotes": endnotes,
    "notes uncalled": numbered("[{0}] " + NOTE.replace("{}", "{0}") + "\n\n"),
    "calls unanswered": numbered("中[{}]"),
    "YAML": after(YAML, run(PARAGRAPH + "\n\n")),
    "YAML keys": lambda n: "---\n" + numbered("key{}: 值\n")(n) + "---\n\n" + PARAGRAPH + "\n",
    "works in notes": pages("①", "①", every=1, apart="\n"),
    "dates": run("2024年3月5日 "),
    "navigation": run("首页 | 新闻 | 登录\n"),
    "emendations": run(PARAGRAPH + "\n\n"),
}


def corrections(name: str, text: str) -> tuple[Correction, ...]:
    """An emendation in every sentence, for the pattern that is named after them."""
    if name != "emendations":
        return ()
    places = range(3, len(text) - 2, len(SENTENCE))
    return tuple(
        Correction(Span(at, at + 1), "句", f"emendation-{n}") for n, at in enumerate(places, 1)
    )


def run_whole(kind: str, name: str, text: str) -> None:
    """The whole way of a text; what the edition refuses with a message is no fault here."""
    seed = Seed("growth.txt", text, "0" * 64, corrections(name, text))
    if kind == "identify":
        for reader in READERS.values():
            reader.identify(seed)
        return
    record = Record("growth.toml", seed.sha256, "growth", kind)
    try:
        convert([Source(seed, record)], Library())
    except EditionError as error:
        print(f"    {name}, {kind}: {error}"[:160], file=sys.stderr)


def seconds(kind: str, name: str, text: str) -> float:
    """The CPU time of one conversion; infinite beyond the limit."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    start = time.process_time()
    try:
        run_whole(kind, name, text)
        return time.process_time() - start
    except TimeoutError:
        return math.inf
    except Exception as error:  # a traceback is a finding, not the end of the benchmark
        print(f"    {name}, {kind}: {error!r}"[:160], file=sys.stderr)
        return math.nan
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def row(kind: str, name: str, lengths: list[int]) -> str:
    """The figures of one pattern, read as one kind."""
    times: list[float] = []
    for length in lengths:
        times.append(seconds(kind, name, PATTERNS[name](length)))
        if not times[-1] < LIMIT:
            break
    pairs = [(n, t) for n, t in zip(lengths, times, strict=False) if FLOOR < t < math.inf]
    exponent = ""
    if len(pairs) > 1:
        (low, first), (high, last) = pairs[0], pairs[-1]
        exponent = f"{math.log(last / first) / math.log(high / low):.2f}"
    figures = "".join(f"{figure:>8.2f}" for figure in times) + " " * 8 * (len(lengths) - len(times))
    per_million = times[-1] / lengths[len(times) - 1] * 1_000_000
    return f"{name:<32}{kind:<24}{figures}{per_million:>9.2f}{exponent:>7}"


def main() -> None:
    """Print the figures as a table."""
    parser = argparse.ArgumentParser(description="How conversion grows with length.")
    parser.add_argument("--pattern", default="", help="only patterns whose name has this word")
    parser.add_argument("--kind", default="", help="only kinds whose name has this word")
    parser.add_argument("--first", type=int, default=FIRST, help="the least length")
    parser.add_argument("--to", type=int, default=1_024_000, help="the greatest length")
    chosen = parser.parse_args()
    lengths = [chosen.first]
    while lengths[-1] * 2 <= chosen.to:
        lengths.append(lengths[-1] * 2)
    heads = "".join(f"{length // 1000:>7}k" for length in lengths)
    print(f"{'pattern':<32}{'kind':<24}{heads}{'s/M':>9}{'exp.':>7}")
    for name in PATTERNS:
        for kind in ("identify", *READERS):
            if chosen.pattern in name and chosen.kind in kind:
                print(row(kind, name, lengths), flush=True)


if __name__ == "__main__":
    main()
