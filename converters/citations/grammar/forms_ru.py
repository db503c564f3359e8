"""Forms of citation in Russian notes: western punctuation, and GOST R 7.0.5—2008 with `//`."""

from converters.citations.grammar.draft import has_day
from converters.citations.grammar.forms import Form

_NEWS = {"entrysubtype": "newspaper"}

RU = (
    Form(
        "ru-gost-thesis",
        "Иванов И.И. Внешняя политика Монголии: дис. … канд. полит. наук. Улан-Удэ, 2010. С. 15.",
        "thesis",
        "gost-book",
        needs=["thesis"],
        texts=["location?"],
        language="ru",
    ),
    Form(
        "ru-gost-newspaper",
        "Петров П.П. Сосед на юге // Известия. 05.03.2014. С. 3.",
        "article",
        "gost",
        needs=["date"],
        bars=["number", "press", "url"],
        texts=["journaltitle"],
        language="ru",
        when=has_day,
        extra=_NEWS,
    ),
    Form(
        "ru-gost-journal",
        "Родионов В.А. Центральноазиатский вектор // Ойкумена. Регионоведческие "
        "исследования. 2012. № 4. С. 105.",
        "article",
        "gost",
        needs=["date"],
        bars=["press"],
        texts=["journaltitle", "journaltitle?"],
        language="ru",
    ),
    Form(
        "ru-gost-chapter",
        "Сидоров А.Б. Границы // Внутренняя Азия / под ред. П.П. Петрова. М.: Наука, 2001. С. 20.",
        "incollection",
        "gost",
        needs=["press"],
        bars=["url"],
        texts=["booktitle", "booktitle?"],
        language="ru",
    ),
    Form(
        "ru-gost-web",
        "Иванов И.И. Монголия и ШОС // РСМД. URL: https://russiancouncil.ru/a (дата "
        "обращения: 01.02.2020).",
        "online",
        "gost",
        needs=["url"],
        texts=["organization?", "organization?"],
        language="ru",
    ),
    Form(
        "ru-gost-book",
        "Сидоров А.Б. История Монголии. М.: Наука, 2001. С. 20.",
        "book",
        "gost-book",
        needs=["press"],
        texts=["note?"],
        language="ru",
    ),
    Form(
        "ru-gost-book-place",
        "Баттогтох Д. Монгол Улсын гадаад бодлого. Улаанбаатар, 2015. х. 45.",
        "book",
        "gost-book",
        needs=["date"],
        bars=["press", "url"],
        texts=["location?"],
        language="ru",
    ),
    Form(
        "ru-archive",
        "РГАНИ. Ф. 3. Оп. 16. Д. 10. Л. 5.",
        "unpublished",
        "gost-archive",
        needs=["archive"],
        texts=["note?"],
    ),
    Form(
        "ru-journal",
        "Родионов В.А, “Центральноазиатский вектор,” Ойкумена. Исследования, No. 4, Vol. 23, "
        "2012, p. 105.",
        "article",
        "quoted",
        needs=["number|volume|issue"],
        bars=["in"],
        texts=["journaltitle", "note?"],
        language="ru",
    ),
    Form(
        "ru-news",
        "Алишер МАКСУДОВ, “Почему Монголия не желает дружить с Казахстаном?” ZONAkz, 20 "
        "августа, 2013г.",
        "article",
        "quoted",
        needs=["date"],
        bars=["in", "url"],
        texts=["journaltitle"],
        language="ru",
        when=has_day,
        extra=_NEWS,
    ),
    Form(
        "ru-news-plain",
        "Монголия-далекая и близкая, КАЗИНФОРМ, 6 августа 2008.",
        "article",
        "plain",
        needs=["date"],
        bars=["in", "url", "press", "number"],
        texts=["title", "journaltitle"],
        language="ru",
        when=has_day,
        extra=_NEWS,
    ),
)
