"""All forms of citation, in the order in which they are tried."""

from converters.citations.grammar.forms import Form
from converters.citations.grammar.forms_en import EN
from converters.citations.grammar.forms_gbt import GBT
from converters.citations.grammar.forms_ru import RU
from converters.citations.grammar.forms_zh import ZH

#: A news agency and a day, nothing else: in whatever language, and before all others.
AGENCY = Form(
    "agency",
    "ИА «Забинфо», 2006年6月14日。",
    "article",
    "agency",
    needs=["date"],
    texts=["note?"],
    extra={"entrysubtype": "newspaper"},
)

FORMS: tuple[Form, ...] = (AGENCY, *GBT, *ZH, *RU, *EN)
