"""What of a file is not its document: navigation, contents, letters, imprints, signatures.

Each is recognised by its wording and its place, and set aside with a reason.
"""

import re
from collections.abc import Sequence

from evolve.reading.layout.aside import DATE, Furniture
from evolve.reading.layout.contents import mark_contents
from evolve.reading.layout.paragraphs import Paragraph
from evolve.reading.layout.script import size
from evolve.reading.numbers.numbering import Label, label_of
from evolve.reading.recognition.annexed import mark_annexes, mark_glossary
from evolve.reading.recognition.letters import ADDRESSEE, BODY, FEW, LONG, NUMBER, mark_letter
from evolve.reading.recognition.titles import title_at

__all__ = ["set_aside"]

_SPEECH = re.compile(
    r"^(?:现在|現在|下面|根据会议安排)?[，,]?(?:由我|我)?(?:代表|受.{2,30}(?:委托|委託)).{0,60}(?:报告|報告|审议|審議)|"
    r"^(?:Now, )?(?i:on behalf of) .{3,80}(?:report|submit|present)"
)
_SALUTATION = re.compile(
    r"^(?:尊敬的)?(?:主席|主席先生|议长|議長)?[、，,]?(?:各位|同志们|同志們)(?:代表|委员|委員|领导|同志|来宾)?[、，,]?.{0,12}[：:！!]?$|"
    r"^(?:Representatives|Deputies|Delegates|Comrades)[,:]$|"
    r"^(?:Fellow|Dear|Honou?rable|Distinguished|Esteemed|Ladies)\b[\w ,]{2,40}[,:]$"
)
_TODAY = re.compile(
    r"^(?:今[天日]是|[\u4e00-\u9fff]{0,24}\s?(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*星期[一二三四五六日天])"
)
"""The day on which a page was looked at."""
_METADATA = re.compile(
    r"^(?:[•·\s]*)(?:索\s*引\s*号|分\s*类|主题分类|体裁分类|发文(?:机关|字号|日期)|发布(?:机构|日期|时间|单位)|成文日期|生成日期|公开(?:日期|时间|范围)|名\s*称|文\s*号|"
    r"主题词|有效性|时\s*效|来源(?:时间)?(?:为)?|信息来源|稿件来源|作者|编辑|时间|日期|[发發]表(?:日期|时间|時間)|发布人|发布|浏览量|浏览|阅读|点击|访问|(?:浏览|阅读|点击|访问)(?:次数|量)|字\s*号|字体|分享到|打印|收藏)\s*[:：】\[]|"
    r"^(?:[^。，]{1,12}\s)?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s[^。]{0,20})?$|"
    r"^(?:[•·]\s*)?作者[:：].*时间|^浏览量|^分享到|【字号"
)
_IMPRINT = re.compile(
    r"^(?:公开方式|公開方式|抄\s*送|抄\s*报|主\s*送|主题词|信息公开选项|校对|打字|联系人|出\s*席|列\s*席|参\s*加|主\s*持|记\s*录)\s*[:：]|"
    r"^.{2,30}\s*(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发?$|^[（(]?(?:此件|本文).{0,14}(?:公开|发布|印发)|^[（(]共印\d+份|"
    r"^[（(](?:Source|来源|來源|责任编辑|责编)[:：]"
)
_CONTACT = re.compile(r"^[（(].{0,30}(?:联系人|联系电话|电话)[:：].*[）)]$")
_TAIL = re.compile(
    r"相关(?:文章|阅读|链接|信息|附件|推荐|范文)|^(?:推荐|延伸|扩展)阅读|^(?:热门|精选)(?:文章|推荐|范文)|^猜你喜欢|"
    r"上一[篇条]|下一[篇条]|友情链接|联系我们|网站地图|站点地图|ICP备|公网安备|网站标识码|访问总数|版权所有|主办单位|主办[:：]|承办[:：]|"
    r"分享到|关闭窗口|打印本页|扫一扫|责任编辑|责编|信息来源|浏览次数|返回顶部|返回首页|资讯搜索|图片资讯|技术支持|网站首页|^附件[:：]$"
)
_RECEIVERS = re.compile(
    r"^(?:省|市|区|县|州)(?:人民)?政府[:：]$|"
    r"^(?:各|市属|区属|省属|局属|机关|县级|全|有关|委|厅|直属).*(?:局|委|办|政府|单位|学校|部门|公司|机构|处|室|中心|街道|镇|乡|院|企业)[^，。]{0,8}[:：]$"
)
_RELEASED = re.compile(r"(?:发布|發布|发文|公开)(?:日期|时间|時間)")


def set_aside(paragraphs: Sequence[Paragraph]) -> Furniture:
    """Find what is no part of any document."""
    found = Furniture()
    mark_contents(paragraphs, found)
    mark_annexes(paragraphs, found)
    mark_glossary(paragraphs, found)
    for index, paragraph in enumerate(paragraphs):
        if size(paragraph.text) <= LONG and _TODAY.match(paragraph.text):
            found.mark(index, "navigation")
    labels = [_strong_label(paragraph) for paragraph in paragraphs]
    mark_letter(paragraphs, labels, found)
    _head(paragraphs, labels, found)
    _lines(paragraphs, labels, found)
    _tail(paragraphs, labels, found)
    _signature(paragraphs, found)
    return found


def _strong_label(paragraph: Paragraph) -> Label | None:
    label = label_of(paragraph.text)
    return label if label and label.style not in {"dash", "bare", "roman", "latin"} else None


def _head(
    paragraphs: Sequence[Paragraph], labels: Sequence[Label | None], found: Furniture
) -> None:
    """Navigation before the first title, letter or long paragraph."""
    for index, paragraph in enumerate(paragraphs):
        begins = (
            found.reasons.get(index) in {"covering letter", "table of contents"}
            or labels[index] is not None
            or len(paragraph.text) > LONG
            or _SALUTATION.match(paragraph.text)
        )
        if begins or title_at(paragraphs, index):
            first = index
            break
    else:
        return
    if found.reasons.get(first) == "covering letter" or title_at(paragraphs, first):
        for index in range(_printed_again(paragraphs, labels, first)):
            found.mark(index, "navigation")


def _printed_again(
    paragraphs: Sequence[Paragraph], labels: Sequence[Label | None], first: int
) -> int:
    """Where the title of a web page is printed again as that of the document, or ``first``."""
    title = title_at(paragraphs, first)
    last = first
    for index in range(first + 1, min(len(paragraphs), first + FEW)):
        if labels[index] is not None or _SALUTATION.match(paragraphs[index].text):
            break
        again = title_at(paragraphs, index)
        if title and again and again.text == title.text:
            last = index
    return last


def _lines(
    paragraphs: Sequence[Paragraph], labels: Sequence[Label | None], found: Furniture
) -> None:
    """Lines that tell what they are by themselves."""
    numbered = [i for i, label in enumerate(labels) if label and i not in found.reasons]
    inside = range(numbered[0], numbered[-1]) if numbered else range(0)
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if size(text) > 3 * LONG:
            continue
        if NUMBER.match(text):
            found.number = found.number or re.sub(r"\s+", "", text)
            found.mark(index, "document number")
        elif index not in inside and ADDRESSEE.match(text) and _RECEIVERS.search(text):
            found.mark(index, "addressee")
        elif index not in inside and _METADATA.search(text):
            found.dated(text, "released" if _RELEASED.search(text) else "metadata")
            found.mark(index, "metadata")
        elif _CONTACT.match(text):
            found.mark(index, "contact")
        elif _IMPRINT.match(text):
            _imprint(text, found)
            found.mark(index, "imprint")
        elif _SALUTATION.match(text) and size(text) <= FEW:
            found.breaks.add(index)
            found.mark(index, "salutation")
        elif _SPEECH.match(text):
            found.bodies.append((text, "speech"))
            found.mark(index, "salutation")


def _imprint(text: str, found: Furniture) -> None:
    day = DATE.search(text)
    if day is None:
        return
    found.dated(text, "imprint")
    body = text[: day.start()].strip()
    if BODY.match(body):
        found.bodies.append((body.replace(" ", ""), "imprint"))


def _tail(
    paragraphs: Sequence[Paragraph], labels: Sequence[Label | None], found: Furniture
) -> None:
    """The foot of a web page, from its first tell-tale line after the last number."""
    last = max((i for i, label in enumerate(labels) if label is not None), default=-1)
    for index in range(last + 1, len(paragraphs)):
        text = paragraphs[index].text
        if index in found.reasons or len(text) > LONG or "。" in text:
            continue
        if _TAIL.search(text):
            rest = paragraphs[index:]
            if not any(len(p.text) > 2 * LONG and "。" in p.text for p in rest):
                for number in range(index, len(paragraphs)):
                    found.mark(number, "navigation")
            return


def _signature(paragraphs: Sequence[Paragraph], found: Furniture) -> None:
    """A body and a date, each a line of its own, at the end of a document."""
    for index in range(1, len(paragraphs)):
        text = paragraphs[index].text
        if (
            index in found.reasons
            or len(text) > FEW + FEW
            or not DATE.fullmatch(text.strip("()（） "))
        ):
            continue
        found.dated(text, "signature")
        found.mark(index, "signature")
        body = paragraphs[index - 1].text
        if index - 1 not in found.reasons and BODY.match(body):
            found.bodies.append((re.sub(r"\s+", "", body), "signature"))
            found.mark(index - 1, "signature")
