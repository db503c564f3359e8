"""Pin-cites: the page, note, article or paragraph that a citation points to, as printed."""

_RANGE = r"\d+(?:\s?[-–—~～－、,，]\s?\d+)*(?!\d)"
_ROMAN = r"[ivxlcdm]+(?:\s?[-–—]\s?[ivxlcdm]+)?"
_COUNT = r"[\d零〇一二三四五六七八九十百千]+"

#: One pattern a form: page(s), page and note, columns, articles, chapters, sections, paragraphs.
_FORMS = (
    rf"第\s?(?:{_RANGE}|{_COUNT})\s?(?:[-–—~～－至、]\s?第?\s?{_RANGE}\s?)?页"
    rf"(?:至第?\s?\d+\s?页|以下|起)?(?:[，,]?\s?脚?注释?\s?[\d①-⑳*＊]+)?",
    rf"页\s?{_RANGE}",
    rf"{_RANGE}\s?页(?:[，,]?\s?脚?注释?\s?[\d①-⑳*＊]+)?",
    rf"第{_COUNT}(?:[、—-]第?{_COUNT})?(?:条|款|项|段|章|节|回|则)(?:第{_COUNT}(?:条|款|项|段|节))*",
    rf"(?:pp?|Pp?)\.?\s?(?:[A-Z]?{_RANGE}|{_ROMAN})(?:ff?\.)?(?:,?\s(?:n|fn|note)\.?\s?\d+)?",
    rf"pages?\s{_RANGE}",
    rf"(?:at|n\.|fn\.|note|col\.|cols\.|fol\.|ff\.)\s{_RANGE}",
    rf"(?:paras?\.|paragraphs?|arts?\.|[Aa]rticles?|chap\.|ch\.|[Cc]hapter|sec\.|[Ss]ection|§§?)\s?(?:\d+(?:\.\d+)+|{_RANGE}|[IVXLC]+)(?:\(\w+\))*",
    rf"(?:[СсCc]|Лл?|Стб)\.\s?{_RANGE}",
    rf"(?:стр\.|с\.|х\.)\s?{_RANGE}",
    rf"(?:Ст\.|ст\.|П\.|п\.|Гл\.|гл\.)\s?{_RANGE}",
)

LOCATOR = "(?:" + "|".join(_FORMS) + ")"

#: A page without its word, as Chicago notes have it after a closing bracket or a comma.
BARE = _RANGE
