"""The account that a page gives of itself: what was changed, emended and removed, in Chinese."""

from collections import Counter
from collections.abc import Iterable, Mapping

from converters.ledger import Ledger
from converters.model import Document
from converters.record import Record
from converters.schema.reasons import Reason
from converters.seed import Seed
from converters.text import RULES
from converters.writers.myst_inline import escape


def account(
    seed: Seed, record: Record, document: Document, ledger: Ledger, places: Mapping[str, str]
) -> list[str]:
    """The MyST lines of the account. `places`: where each emendation stands, as a link."""
    removed = sum(ledger.removed.values())
    lines = [
        f"来源共{ledger.total}字（不计空白）：留在原处{ledger.text}字，移置（题署、注释、附记）"
        f"{ledger.moved}字，改动{ledger.changed}字，删去{removed}字。",
        "",
    ]
    lines += [
        f"- 规则{code}：{RULES[code]}，{times}处。"
        for code, times in sorted(ledger.times.items())
        if code in RULES
    ]
    for number, emendation in enumerate(record.emendations, 1):
        place = places.get(f"emendation-{number}", f"来源第{emendation.line}行")
        sure = f"（把握{emendation.confidence:g}）" if emendation.confidence is not None else ""
        lines.append(
            f"- 校改（{place}）：“{escape(_flat(emendation.original))}”改作"
            f"“{escape(emendation.reading)}”。{escape(emendation.reason)}{sure}"
        )
    lines += [f"- 删去{reason.label}：{words}" for reason, words in _removed_words(seed, document)]
    return lines


def _removed_words(seed: Seed, document: Document) -> Iterable[tuple[Reason, str]]:
    by_reason: dict[Reason, Counter[str]] = {}
    for removal in document.removed:
        words = _flat(seed.text[removal.span.start : removal.span.end])
        if words:
            by_reason.setdefault(removal.reason, Counter())[words] += 1
    for reason, counted in sorted(by_reason.items()):
        parts = [
            f"〔{escape(words)}〕" + (f"{times}处" if times > 1 else "")
            for words, times in counted.items()
        ]
        yield reason, "、".join(parts)


def _flat(words: str) -> str:
    return " ".join(words.split())
