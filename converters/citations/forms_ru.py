"""Forms of citation in Russian notes: western punctuation, and GOST R 7.0.5—2008 with `//`."""

from converters.citations.forms import Draft, Form, has_day


def _is_news(draft: Draft) -> bool:
    return has_day(draft)


RU = (
    Form("ru-gost-thesis", "Иванов И.И. Внешняя политика Монголии: дис. … канд. полит. наук. Улан-Удэ, 2010. С. 15.", "thesis",
         "gost|plain-gost", ["thesis"], ["url"], ["location?"], language="ru"),
    Form("ru-gost-newspaper", "Петров П. Сосед на юге // Известия. 05.03.2014. С. 3.", "article", "gost", ["date"],
         ["number", "press", "url"], ["journaltitle"], language="ru", when=_is_news, extra={"entrysubtype": "newspaper"}),
    Form("ru-gost-journal", "Родионов В.А. Центральноазиатский вектор // Ойкумена. 2012. № 4. С. 105.", "article", "gost",
         ["date"], ["press", "url"], ["journaltitle", "note?"], language="ru"),
    Form("ru-gost-chapter", "Сидоров А.Б. Границы // Внутренняя Азия / под ред. П.П. Петрова. М.: Наука, 2001. С. 20.", "incollection",
         "gost", ["press"], ["url"], ["booktitle", "note?"], language="ru"),
    Form("ru-gost-web", "Иванов И.И. Монголия и ШОС // РСМД. URL: https://russiancouncil.ru/a (дата обращения: 01.02.2020).", "online",
         "gost", ["url"], [], ["organization?", "note?"], language="ru"),
    Form("ru-gost-book", "Сидоров А.Б. История Монголии. М.: Наука, 2001. С. 20.", "book", "plain-gost", ["press"], [], ["note?"],
         language="ru"),
    Form("ru-archive", "РГАНИ. Ф. 3. Оп. 16. Д. 10. Л. 5.", "unpublished", "plain-gost", ["archive", "archivenumber"], ["url"], ["note?"]),
    Form("ru-journal", "Родионов В.А, “Центральноазиатский вектор,” Ойкумена. Исследования, No. 4, Vol. 23, 2012, p. 105.", "article",
         "quoted", ["number|volume|issue"], ["in"], ["journaltitle", "location?"], language="ru"),
    Form("ru-news", "Алишер МАКСУДОВ, “Почему Монголия не желает дружить с Казахстаном?” ZONAkz, 20 августа, 2013г.", "article",
         "quoted", ["date"], ["in", "url"], ["journaltitle"], language="ru", when=_is_news, extra={"entrysubtype": "newspaper"}),
    Form("ru-news-plain", "Монголия-далекая и близкая, КАЗИНФОРМ, 6 августа 2008.", "article", "plain", ["date"],
         ["in", "url", "press", "number"], ["title", "journaltitle"], language="ru", when=_is_news, extra={"entrysubtype": "newspaper"}),
)  # fmt: skip

#: GB/T 7714 in numbered notes: the type marker says the form.
GBT = (
    Form("gbt-journal", "郭籽实，洪邮生. 北约韧性议程评析[J]. 国际展望，2022（4）：139.", "article", "gbt-J",
         [], [], ["journaltitle", "note?"]),
    Form("gbt-newspaper", "王毅. 携手推进建设[N]. 人民日报，2017-05-14（3）.", "article", "gbt-N", [], [], ["journaltitle", "note?"],
         extra={"entrysubtype": "newspaper"}),
    Form("gbt-thesis", "王成娟. 当代蒙古国外交政策研究[D]. 北京：外交学院，2011：29.", "thesis", "gbt-D", [], [],
         ["institution?", "note?"]),
    Form("gbt-book", "许海云. 冷战时期北约的政治与安全战略[M]. 北京：中国社会科学出版社，2023：59.", "book", "gbt-M", [], [],
         ["publisher?", "note?"]),
    Form("gbt-chapter", "赵六. 蒙古的转型[M]//孙七. 东北亚研究. 北京：社会科学文献出版社，2010：120.", "incollection", "gbt-in", [], [],
         ["editor?", "booktitle", "note?"]),
    Form("gbt-proceedings", "李四. 边疆与民族[C]//王五. 中国边疆史论文集. 北京：中华书局，2001：8.", "inproceedings", "gbt-C",
         [], [], ["editor?", "booktitle?", "note?"]),
    Form("gbt-report", "World Bank. Mongolia economic update[R]. Washington：World Bank，2015：7.", "report", "gbt-R", [], [],
         ["institution?", "note?"]),
    Form("gbt-web", "NATO. NATO 2022 Strategic Concept[EB/OL]. (2022-06-29)[2024-10-01]. https://www.nato.int/a.pdf.", "online",
         "gbt-EB", [], [], ["organization?", "note?"]),
)  # fmt: skip
