"""Names as notes print them, and the name lists of BibTeX that they become."""

import pytest

from converters.citations.grammar.names import name_list


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Pan Guang", "Pan, Guang"),
        ("Guang Pan", "Pan, Guang"),
        ("Liu Xiaobo", "Liu, Xiaobo"),
        ("Wang Anything", "Anything, Wang"),  # a surname in pinyin alone turns nothing round
        ("Li Roberts", "Roberts, Li"),
        ("Long Song", "Song, Long"),  # both are surnames: nothing tells them apart
        ("Robert Wang", "Wang, Robert"),
        ("Marcel de Haas", "de Haas, Marcel"),
        ("Родионов В.А", "Родионов, В. А."),
        ("Алишер МАКСУДОВ", "Максудов, Алишер"),
        ("Martin Luther King Jr.", "King, Jr., Martin Luther"),
        ("U.S. Department of Defense", "{U.S. Department of Defense}"),
        ("夏安凌、魏力苏", "夏, 安凌 and 魏, 力苏"),
        ("陳張三", "陳, 張三"),
        ("欧阳修", "欧阳, 修"),
        ("王𬭎", "王, 𬭎"),
        ("国务院新闻办公室", "{国务院新闻办公室}"),
        ("张三等", "张, 三 and others"),
        ("", ""),
    ],
)
def test_names(printed: str, names: str) -> None:
    assert name_list(printed) == names
