"""Names in Latin letters."""

import pytest
from pypinyin import lazy_pinyin

from evolve.reading.recognition.pinyin import _common, pinyin


@pytest.mark.parametrize(
    ("words", "syllables"),
    [
        ("海珠区", "haizhuqu"),
        ("廣州", "guangzhou"),
        ("吕梁", "lvliang"),
        ("2021 plan", "2021 plan"),
        ("", ""),
    ],
)
def test_ideographs_become_syllables(words: str, syllables: str) -> None:
    assert pinyin(words).replace("ü", "v") == syllables


def test_the_table_says_what_the_library_says() -> None:
    signs = "".join(_common())
    assert len(signs) == 6763
    assert [_common()[sign] for sign in signs] == [lazy_pinyin(sign)[0] for sign in signs]
