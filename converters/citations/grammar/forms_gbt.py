"""Forms of GB/T 7714 in numbered notes: the type marker after the title tells the type."""

from converters.citations.grammar.forms import Form

GBT = (
    Form(
        "gbt-journal",
        "郭籽实，洪邮生. 北约韧性议程评析[J]. 国际展望，2022（4）：139.",
        "article",
        "gbt-J",
        texts=["journaltitle", "note?"],
    ),
    Form(
        "gbt-unmarked-journal",
        "李三，王四. 蒙古的外交. 世界经济与政治, 2015(3): 3-5.",
        "article",
        "gbt",
        needs=["issue|number"],
        texts=["journaltitle", "note?"],
    ),
    Form(
        "gbt-unmarked-book",
        "许海云. 冷战时期北约的政治与安全战略. 北京: 中国社会科学出版社, 2023: 59.",
        "book",
        "gbt",
        needs=["press"],
        bars=["issue", "number"],
    ),
    Form(
        "gbt-newspaper",
        "王毅. 携手推进建设[N]. 人民日报，2017-05-14（3）.",
        "article",
        "gbt-N",
        texts=["journaltitle", "note?"],
        extra={"entrysubtype": "newspaper"},
    ),
    Form(
        "gbt-thesis",
        "王成娟. 当代蒙古国外交政策研究[D]. 北京：外交学院，2011：29.",
        "thesis",
        "gbt-D",
        texts=["institution?", "note?"],
    ),
    Form(
        "gbt-book",
        "许海云. 冷战时期北约的政治与安全战略[M]. 北京：中国社会科学出版社，2023：59.",
        "book",
        "gbt-M",
        texts=["publisher?", "note?"],
    ),
    Form(
        "gbt-chapter",
        "赵六. 蒙古的转型[M]//孙七. 东北亚研究. 北京：社会科学文献出版社，2010：120.",
        "incollection",
        "gbt-M-in",
        texts=["editor?", "booktitle"],
    ),
    Form(
        "gbt-proceedings",
        "李四. 边疆与民族[C]//王五. 中国边疆史论文集. 北京：中华书局，2001：8.",
        "inproceedings",
        "gbt-C-in",
        texts=["editor?", "booktitle"],
    ),
    Form(
        "gbt-collection",
        "孙七. 东北亚研究论文集[C]. 北京：社会科学文献出版社，2010：120.",
        "proceedings",
        "gbt-C|gbt-G",
        texts=["publisher?"],
    ),
    Form(
        "gbt-report",
        "World Bank. Mongolia economic update[R]. Washington：World Bank，2015：7.",
        "report",
        "gbt-R",
        texts=["institution?", "note?"],
    ),
    Form(
        "gbt-web",
        "NATO. NATO 2022 Strategic Concept[EB/OL]. (2022-06-29)[2024-10-01]. "
        "https://www.nato.int/a.pdf.",
        "online",
        "gbt-EB",
        texts=["organization?", "note?"],
    ),
    Form(
        "gbt-archive",
        "外交部. 关于中蒙边界的报告[A]. 北京：外交部档案馆，1962.",
        "unpublished",
        "gbt-A|gbt-Z",
        texts=["note?", "note?"],
    ),
)
