"""What a paragraph or a heading is when it is no point: preamble, closing, diagnosis."""

import re

from evolve.model import ItemKind
from evolve.reading.layout.variants import simplified

__all__ = [
    "closes",
    "counts",
    "ends_document",
    "ends_speech",
    "is_diagnosis",
    "kind_of_heading",
    "kind_under",
    "target_at",
]

_NOUNS = (
    r"(?:形势|形勢|环境|機遇|机遇|挑战|挑戰|问题|問題|短板|不足|困难|困難|差距|矛盾|"
    r"制约|背景|基础|现状|現狀|瓶颈|薄弱环节)"
)
_DIAGNOSIS_HEADING = re.compile(
    rf"^(?:(?:准确|科学|深刻|正确|全面|清醒|充分)地?(?:把握|认识|分析|研判))?"
    rf"(?:[“\"]?[一二三四五六七八九十]{{1,2}}五[”\"]?(?:时期|期间)?)?(?:我[国省市区县]|全[国省市区县])?"
    rf"(?:教育|经济社会|事业|工作|发展|當前|当前|面临的?|存在的?|主要|突出|重大|新的?|"
    rf"国内外|宏观|的|和|与|及|、|{_NOUNS})*{_NOUNS}(?:分析|研判|(?:及|和|与)?(?:改进|整改|原因|成因)(?:情况|措施|分析)?)?$|"
    r"^(?:当前|面临的?|工作|的|主要)*形势(?:和|与|、)?任务$"
)
_PREAMBLE_HEADING = re.compile(
    r"^(?:(?:[一二三四五六七八九十]{1,2}五|指导|指導|基本|总体|總體|工作|发展|發展|编制|"
    r"規劃|规划|主要)?(?:思想|原则|原則|要求|思路|理念|方针|方針|依据|說明|说明|前言|序言|"
    r"引言)[、和与及]?){1,3}$"
)
_CLOSING_HEADING = re.compile(
    r"^(?:结语|結語|结束语|結束語|后记|後記|(?i:conclusion|closing remarks))$"
)
_DIAGNOSIS = re.compile(
    r"(?:存在|面临|面臨|還有|还有).{0,24}(?:问题|問題|不足|困难|困難|短板|差距|挑战|矛盾)|"
    r"清醒地?(?:认识|看到|認識)|(?:问题|不足|困难|差距).{0,12}(?:主要)?(?:表现在|有|"
    r"是)[:：一]|"
    r"(?i:\b(?:challenges|shortcomings|problems) (?:remain|include)|"
    r"keenly aware of|still face (?:many|some|a number of))"
)
_CLOSING = re.compile(
    r"^(?:同时|同時|此外|另外|一年来|一年來|总之|總之|综上|總的来看|总的来看|总体来看|"
    r"总体上看|回顾|回首|过去(?:的)?[一五]年|五年来|新的一年|展望|让我们|讓我們|各位代表|同志们[，,！!]|同志們[，,！!]|"
    r"以上|这些成绩|这是|成绩的取得|在肯定成绩|在工作中|"
    r"[“\"](?:[一二三四五六七八九十]{1,2}五)[”\"](?:时期|期间)|特此|本规划|本要点|附(?:件|表)?[：:]|"
    r"(?:19|20)\d\d年[，,].{0,10}(?:将(?:继续|进一步|以|在)|要继续)|"
    r"(?i:in conclusion|overall|together))"
)
_SURE_CLOSING = re.compile(
    r"^(?:综上|总体来看|总的来看|总体上看|总之|[“\"](?:[一二三四五六七八九十]{1,2}五)[”\"](?:时期|期间))"
)
_LAST_LINE = re.compile(r"附(?:件|表|录)?\s*\d{0,2}\s*[：:]|特此(?:报告|報告|通知|函[复告])")
_TARGET = re.compile(
    r"(?:预期|預期|发展|發展|主要|工作|奋斗)(?:目标|目標|指标)(?:任务)?(?:是|为|：|:)"
)
_LAST_WORDS = re.compile(
    r"来之不易|來之不易|回顾过去|艰辛成就|让我们|讓我們|更加紧密地团结|奋斗创造|奋斗才能"
)
_TARGETS = re.compile(r"目标|目標|指标|任务")
_BY_YEAR = re.compile(r"(?:到|至)\s*20\d\d\s*年.*\d")
_FIGURE = re.compile(r"\d(?![\d+—–年月日号届-]|\s*(?:个方面|项(?:工作|任务|要求)))")
"""A figure that is no date and does not count what follows."""
_BASIS = re.compile(r"(?:基础|基礎|现状|現狀)$")
_MAX_HEADING = 40
_FIRST = 60


def kind_of_heading(heading: str) -> ItemKind:
    """What stands under a heading.

    >>> kind_of_heading("指导思想").value, kind_of_heading("存在的主要问题").value
    ('preamble', 'diagnosis')
    """
    words = heading.rstrip("。：: ")
    if len(words) <= _MAX_HEADING:
        words = simplified(words)
        if _DIAGNOSIS_HEADING.match(words):
            return ItemKind.DIAGNOSIS
        if _PREAMBLE_HEADING.match(words):
            return ItemKind.PREAMBLE
        if _CLOSING_HEADING.match(words):
            return ItemKind.CLOSING
    return ItemKind.ITEM


def kind_under(above: ItemKind, heading: str, *, reports: bool = False) -> ItemKind:
    """What a point is under a heading of some kind: targets are points wherever they stand.

    Args:
        above: kind of the heading above.
        heading: the heading.
        reports: whether the document reports, so that 发展基础 tells of results.
    """
    if above == ItemKind.ITEM:
        basis = reports and _BASIS.search(heading.rstrip("。：: ")) is not None
        return ItemKind.ITEM if basis else kind_of_heading(heading)
    if above == ItemKind.PREAMBLE and (_TARGETS.search(heading) or _BY_YEAR.search(heading)):
        return ItemKind.ITEM
    return above


def is_diagnosis(text: str) -> bool:
    """Whether a paragraph tells what is wrong."""
    return _DIAGNOSIS.search(simplified(text[:_FIRST])) is not None


def closes(text: str, *, at_end: bool) -> bool:
    """Whether a paragraph after the last point sums up instead of going on with the point.

    Args:
        text: the paragraph.
        at_end: whether no other point follows in the document.
    """
    if not at_end:
        return _SURE_CLOSING.match(text) is not None
    return _CLOSING.match(text) is not None or is_diagnosis(text)


def counts(text: str) -> bool:
    """Whether what stands before finer points gives figures, and so is no mere introduction."""
    return _FIGURE.search(text) is not None


def ends_document(text: str) -> bool:
    """Whether a paragraph ends a document: it names what is attached, or says 特此报告."""
    return _LAST_LINE.match(text) is not None


def ends_speech(text: str) -> bool:
    """Whether a paragraph of a speech thanks and calls instead of telling of one more subject."""
    return _LAST_WORDS.search(text) is not None


def target_at(text: str) -> int | None:
    """Where the sentence begins that sets the targets of the whole document, or None.

    >>> target_at("今年是关键之年。主要预期目标是：增长6%。"), target_at("主要做法：")
    (8, None)
    """
    found = _TARGET.search(simplified(text[:_FIRST]))
    return text.rfind("。", 0, found.start()) + 1 if found else None
