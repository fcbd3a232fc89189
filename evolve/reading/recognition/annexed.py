"""What stands after the end of a document: the list of its annexes, the words explained."""

import re
from collections.abc import Sequence

from evolve.reading.layout.aside import Furniture
from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.numbers.numbering import label_of
from evolve.reading.recognition.titles import title_at

__all__ = ["mark_annexes", "mark_glossary"]

_TERMS = "(?:(?:名词|名詞|术语|術語|词语|詞語|用语|用語|缩略语|注释|註釋)[和与、]?)+"
_GLOSSARY = re.compile(
    r"(?:附\s*[件录錄]\s*\d*\s*[:：]?)?"
    rf"(?:[\u4e00-\u9fff《》“”]{{0,24}}?{_TERMS}(?:解释|解釋|说明|說明|释义|釋義|注释|表)|"
    rf"(?:有关|相关|部分|主要|專用|专业)*{_TERMS}|注[释釋解])[:：]?|"
    r"(?i:glossary(?:ofterms)?|endnotes)"
)
"""The line above it: 名词解释, 附件：有关用语说明, 注释."""
_ANNEXES = re.compile(r"附\s*[件表錄录]\s*[:：]\s*(1)\s*[.．、]")
_COUNTED = {"arabic", "arabic_comma"}
_GOES_ON = {"book", "division", "chapter", "section", "english_chapter"}
"""Numbers of chapters, which no glossary has."""


def mark_annexes(paragraphs: Sequence[Paragraph], found: Furniture) -> None:
    """The numbered list of what is attached: 附件：1. …, then 2. … on the lines below."""
    expected = 0
    for index, paragraph in enumerate(paragraphs):
        if first := _ANNEXES.match(paragraph.text):
            expected = int(first[1])
        label = label_of(paragraph.text)
        goes_on = label is not None and label.style in _COUNTED and label.number == expected
        if first or (goes_on and expected > 1):
            found.mark(index, "annex list")
            expected += 1
        else:
            expected = 0


def mark_glossary(paragraphs: Sequence[Paragraph], found: Furniture) -> None:
    """What explains the words of a document after its end: 名词解释, up to the next title."""
    inside = False
    for index, paragraph in enumerate(paragraphs):
        if _GLOSSARY.fullmatch(re.sub(r"\s+", "", paragraph.text)):
            inside = True
        elif inside and (_is_chapter(paragraph) or title_at(paragraphs, index)):
            inside = False
        if inside:
            found.mark(index, "glossary")


def _is_chapter(paragraph: Paragraph) -> bool:
    label = label_of(paragraph.text)
    return label is not None and label.style in _GOES_ON
