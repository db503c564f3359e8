"""The command that measures the reading of notes: right is right, and each fault is counted."""

from converters.citations.evaluation import measure

NOTE = {
    "text": "t",
    "label": "n-1",
    "kind": "citation",
    "words": "李三：《蒙古的外交》，《世界经济与政治》2015年第3期，第3页。",
    "cites": [
        {
            "words": "李三：《蒙古的外交》，《世界经济与政治》2015年第3期，第3页",
            "form": "zh-journal",
            "naming": "full",
            "key": "lisan2015menggu",
            "author": "李, 三",
            "title": "蒙古的外交",
            "year": "2015",
            "locator": "第3页",
        }
    ],
}


def test_faults_are_counted_by_field() -> None:
    cite = {**NOTE["cites"][0], "year": "2016", "author": "", "volume": "1"}
    figures = measure([{**NOTE, "kind": "mixed", "cites": [cite]}])
    assert figures.counts["year"]["wrong"] == figures.counts["author"]["needless"] == 1
    assert figures.counts["title"]["right"] == 1
    assert figures.kinds["wrong"] == 1
    assert len(figures.differing) == 2


def test_a_citation_that_is_not_found_is_missing() -> None:
    figures = measure([{**NOTE, "words": "此处从略。"}])
    assert figures.counts["title"]["missing"] == 1
