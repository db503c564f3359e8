"""Genre and derivation of a text: what the seed tells, what the record decides, who wins."""

from dataclasses import replace
from pathlib import Path

import pytest

from converters.add import new_record
from converters.citations import Library
from converters.convert import Converted, convert, read_sources
from converters.messages import EditionError
from converters.model import Document, Field, Text
from converters.nature import nature_of
from converters.readers import reader_for
from converters.readers.common.genres import genre_of_fields, genre_of_periodical
from converters.readers.common.reader import Hints
from converters.record import Record, read_record
from converters.schema.derivations import Derivation
from converters.schema.genres import Genre
from converters.seed import read_seed

RECORD = Record("007.toml", "news-clip", "", "rail")


def test_what_the_seed_tells_needs_no_record() -> None:
    found = nature_of(Document(genre=Genre.WEB_POST), RECORD, Genre.NEWS_REPORT)
    assert (found.genre, found.derivation, found.messages) == (
        Genre.WEB_POST,
        Derivation.ORIGINAL,
        (),
    )


def test_a_genre_that_nobody_tells_is_asked_for() -> None:
    found = nature_of(Document(), RECORD, Genre.NEWS_REPORT)
    assert found.genre is Genre.NEWS_REPORT
    (doubt,) = found.messages
    assert (doubt.code, doubt.where) == ("genre-doubt", "007.toml")
    assert 'genre = "news-report"' in doubt.hint
    decided = nature_of(Document(), replace(RECORD, genre=Genre.THESIS), Genre.NEWS_REPORT)
    assert (decided.genre, decided.messages) == (Genre.THESIS, ())


def test_a_record_cannot_contradict_what_the_seed_says() -> None:
    record = replace(RECORD, derivation=Derivation.ORIGINAL)
    for told in (Derivation.TRANSLATION, Derivation.REPUBLICATION, Derivation.MACHINE_SUMMARY):
        with pytest.raises(EditionError, match="derivation-contradicted"):
            nature_of(Document(derivation=told), record, Genre.WEB_POST)
    with pytest.raises(EditionError, match="genre-contradicted"):
        record = replace(RECORD, genre=Genre.WEB_POST)
        nature_of(Document(genre=Genre.JOURNAL_ARTICLE), record, Genre.WEB_POST)


def test_an_editor_may_know_that_words_are_not_the_authors() -> None:
    record = replace(RECORD, derivation=Derivation.TRANSLATION)
    found = nature_of(Document(genre=Genre.NEWS_REPORT), record, Genre.NEWS_REPORT)
    assert found.derivation is Derivation.TRANSLATION


@pytest.mark.parametrize(
    ("name", "genre"),
    [
        ("俄罗斯研究", Genre.JOURNAL_ARTICLE),
        ("俄羅斯研究", Genre.JOURNAL_ARTICLE),
        ("内蒙古大学学报", Genre.JOURNAL_ARTICLE),
        ("《世界知识画报》", Genre.MAGAZINE_ARTICLE),
        ("人民日报", Genre.NEWS_REPORT),
        ("环球时报", Genre.NEWS_REPORT),
        ("草原新闻网", Genre.NEWS_REPORT),
        ("新华社", Genre.NEWS_REPORT),
        ("The Korea Times", Genre.NEWS_REPORT),
        ("Journal of Democracy", Genre.JOURNAL_ARTICLE),
        ("世界经济与政治", None),
        ("", None),
    ],
)
def test_the_name_of_a_periodical_tells_the_genre(name: str, genre: Genre | None) -> None:
    assert genre_of_periodical(name) is genre


@pytest.mark.parametrize("name", ["issn", "volume", "issue", "article_id", "received"])
def test_what_only_a_journal_has_tells_an_article(name: str) -> None:
    fields = [Field("journal", Text(), "世界经济与政治"), Field(name, Text(), "1")]
    assert genre_of_fields(fields) is Genre.JOURNAL_ARTICLE
    assert genre_of_fields(fields[:1]) is None


def test_the_old_field_of_records_is_refused_with_the_new_ones(tmp_path: Path) -> None:
    path = tmp_path / "007.toml"
    path.write_text('slug = "rail"\nsha256 = "0"\nnature = "article"\n', encoding="utf-8")
    with pytest.raises(EditionError, match=r"007.toml:3: error \[record-nature\]") as error:
        read_record(path)
    assert "journal-article" in str(error.value)
    assert "machine-summary" in str(error.value)


@pytest.mark.parametrize("field", ["genre", "derivation"])
def test_a_genre_or_derivation_that_there_is_not(tmp_path: Path, field: str) -> None:
    path = tmp_path / "007.toml"
    path.write_text(f'slug = "rail"\nsha256 = "0"\n{field} = "poem"\n', encoding="utf-8")
    with pytest.raises(EditionError, match=f"007.toml:3.*{field}.*one of"):
        read_record(path)


# From the seed to the page and the bibliography

LONG = "蒙古国铁路建设长期受制于轨距之争，这条连接中俄的通道也因此迟迟未能扩建，沿线各省深受影响。"
CLIP = "\n".join(
    [
        "首页 > 国际新闻 > 正文",
        "草原上的铁路为何迟迟未扩建",
        "2024-03-05 10:20 来源：草原新闻网 作者：王明",
        *[LONG] * 6,
        "责任编辑：李四",
        "相关新闻",
    ]
)
POST = (
    "---\ntitle: 草原上的铁路\nauthor: 草原观察\ndate: 2024-03-05\nsource: 知乎\n---\n\n"
    + "\n\n".join([f"**{n}**\n\n{LONG}" for n in ("缘起", "经过", "结局")])
)


def converted(folder: Path, text: str, more: str = "") -> Converted:
    """A seed added and converted, its record as made by `add` with `more` before it."""
    path = folder / "007_rail.txt"
    path.write_text(text, encoding="utf-8")
    seed = read_seed(path)
    reader = reader_for(seed)
    record = new_record(seed, reader.kind, reader.read(seed, Hints()), reader.genre)
    path.with_suffix(".toml").write_text(more + record, encoding="utf-8")
    (found,) = convert(read_sources(folder), Library(())).texts
    return found


def test_a_clip_of_a_news_site_is_a_news_report(tmp_path: Path) -> None:
    text = converted(tmp_path, CLIP)
    assert [m.code for m in text.messages if m.code.startswith("genre")] == []
    assert text.front.genre is Genre.NEWS_REPORT
    assert (
        "{strong}`新闻报道。`王明：《草原上的铁路为何迟迟未扩建》，草原新闻网，2024-03-05。"
        in text.page
    )
    assert ":媒体: 草原新闻网" in text.page
    for untrue in ("期刊", "原刊", "刊名", "逐页编号", "页码"):
        assert untrue not in text.page


def test_a_post_of_a_platform_is_a_web_post(tmp_path: Path) -> None:
    text = converted(tmp_path, POST)
    assert text.source.record.kind == "social-archive-markdown"
    assert text.front.genre is Genre.WEB_POST
    assert "{strong}`网络文章。`草原观察：《草原上的铁路》，2024-03-05。" in text.page
    for untrue in ("期刊", "原刊", "刊名", "转载"):
        assert untrue not in text.page


def test_a_new_record_asks_for_a_genre_that_the_seed_does_not_tell(tmp_path: Path) -> None:
    text = converted(tmp_path, CLIP.replace("来源：草原新闻网 ", ""))
    assert "genre-doubt" in [m.code for m in text.messages]
    assert '# genre = "news-report"' in (tmp_path / "007_rail.toml").read_text(encoding="utf-8")
