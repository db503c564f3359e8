"""The kinds of source: one module each, one table that lists them."""

from converters.messages import stop
from converters.readers import news_clip, social_archive, web_summary
from converters.readers.common.reader import Reader
from converters.readers.journal import ocr_markdown, pdf_text
from converters.seed import Seed

READERS: dict[str, Reader] = {
    module.READER.kind: module.READER
    for module in (web_summary, pdf_text, news_clip, ocr_markdown, social_archive)
}

#: Likeness from which a seed is of a kind. The message of an agency and a page of questions have no
#: more (tests/golden/kinds); endnotes in a clip make it like a journal article to 0.4.
_THRESHOLD = 0.5


def reader_for(seed: Seed, kind: str = "") -> Reader:
    """The reader of the named kind, or of the kind that the seed is most like.

    Raises EditionError for an unknown kind, or where the seed is like none.
    """
    if kind:
        if kind in READERS:
            return READERS[kind]
    else:
        likeness, best = max((r.identify(seed), r.kind) for r in READERS.values())
        if likeness >= _THRESHOLD:
            return READERS[best]
    raise stop("seed-unknown-kind", seed.name, kinds=", ".join(READERS))
