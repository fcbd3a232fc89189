"""The body that speaks (机关) and the place that it speaks for (地区)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from evolve.reading.layout.aside import Furniture
from evolve.reading.layout.script import is_latin
from evolve.reading.layout.variants import simplified
from evolve.reading.numbers.ordinals import unify_years
from evolve.reading.recognition.english_bodies import english_bodies, english_body
from evolve.reading.recognition.governments import government_of, speaks_for_itself
from evolve.reading.recognition.places import NATION, expand, is_known, parent_of, place_in
from evolve.reading.recognition.titles import Title

__all__ = ["Issuer", "issuer_of"]

_KIND = (
    r"(?:人民政府办公室|人民政府办公厅|人民政府|政府|管理局|局|厅|廳|"
    r"委员会|委員會|工委|委|国务院|國務院|中央|部|办公室|办事处|法院|检察院|檢察院|政协|常委会|"
    r"大学|大學|学院|學院|中学|小学|学校|幼儿园|医院|集团(?:(?:股份|控股)?有限(?:责任)?公司)?|公司|"
    r"总队|支队|中心|联合会|总工会|协会|主席团)"
)
_C = r"[\u4e00-\u9fff×ＸXx*＊]"
"""A character of a name; anonymous ones are written ××市, XX县."""
_OF_NOTICE = re.compile(rf"^(?P<body>[\u4e00-\u9fff、\s]{{2,40}}?{_KIND})\s*(?:关于|關於|印发)")
_OF_TITLE = re.compile(
    rf"^(?:中共(?!中央))?(?P<body>中共中央|(?!全[国省市区县]|各)(?:(?!报告|報告){_C}){{2,28}}?{_KIND})(?=[^\u4e00-\u9fff]|关于|關於|(?:政府)?工作|印发|年度|民國|民国|专题|常务|第|[一二]〇|[一二]○|[局部厅]长|主任)"
)
_OF_SPEAKER = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{1,20}?(?:局|厅|委员会|委|部))"
    r"(?:党组书记|党委书记|[、，\s])*(?:[局厅部]长|主任)"
)
"""The line below a title that names who speaks: 市民政局局长 张伟."""
_ON_ITS_LINE = re.compile(rf"(?:^|\s)(?P<body>[\u4e00-\u9fff]{{2,20}}{_KIND})(?:\s|$)")
_BEFORE_BODY = re.compile(
    r"^(?:[（(][\u4e00-\u9fff]{2,8}[）)])?(?:(?:19|20)\d\d(?:[—–-](?:19|20)\d\d)?年?度?|中共(?!中央))?"
)
_SPEAKS = re.compile(
    rf"(?:代表|受)(?P<body>{_C}{{0,24}}?(?:政府|国务院|國務院|委员会|委員會|常委会|法院|检察院|政协|大学|学院|学校|医院|"
    r"集团(?:(?:股份|控股)?有限(?:责任)?公司)?|公司|局|委(?!托)))|"
    r"(?i:on behalf of )(?:the )?(?P<english>[A-Z][\w'’]+(?: (?:of|and|the|[A-Z][\w'’]+)){0,6})"
)
_BEFORE = r"(?:(?<=[^\u4e00-\u9fff])|(?<=中共)|(?<=^)|(?<=[由对按据、和与及经受以]))"
_IN_TEXT = re.compile(
    rf"{_BEFORE}(?P<body>[\u4e00-\u9fff]{{2,8}}?(?:省|市|自治区|自治州|州|盟|县|区|"
    rf"旗)[\u4e00-\u9fff]{{1,8}}?(?:管理局|局|厅|委员会|人民政府))"
    r"(?!属|长|屬|長)(?P<speaks>党组|将|坚持|认真|深入)?"
)
_OWN_PLACE = re.compile(r"(?:我|全)(?P<kind>省|市|区|县|州|旗)")
_NOT_BODIES = re.compile(r"各|联合|会同|有关|所属|直属|市委|省委|区委")
_GOVERNMENT = re.compile(r"^(.{2,}[省市区县州旗])政府$")
_CHIEF = re.compile(r"行政[长長]官")
_REGIONS = ("香港", "澳门")
_TERM = re.compile(r"第[一二三四五六七八九十\d]{1,4}[届屆]")
_PARTY = re.compile(r"^(?:中共|中国共产党)(.+[省市区县州旗镇乡])委员会$")
_STANDING = re.compile(r"(?<=政协)(.*委员会)常务委员会$")
_TWICE = re.compile(r"^(.{3,})(?:委员会|党委|党组)(?:和|、)?\1$")
"""A party committee beside the body that it leads: 某大学委员会某大学."""
_OFTEN = 3
_MAX_BODIES = 50
_SCORES = {"signature": 8.0, "imprint": 6.0}


class Issuer(NamedTuple):
    """Who speaks, and for which place."""

    body: str
    """Name of the body, empty where unknown."""
    place: str
    """Name of the place, empty where unknown."""
    parent: str
    """The place above, where the text or common knowledge tells."""
    guessed: bool
    """Whether it was only inferred from the wording of the points, or the kind of the document."""
    by_kind: bool = False
    """Whether only the kind of the document tells it: the 规划 of a place is its government's."""


def issuer_of(
    title: Title | None, titles: Sequence[Title], furniture: Furniture, text: str
) -> Issuer:
    """Weigh all that tells who speaks.

    Args:
        title: title of the document, which counts most.
        titles: the titles in the file, the notice's included.
        furniture: signatures, imprint, notice.
        text: text of the document.
    """
    scores: dict[str, float] = defaultdict(float)
    _from_titles(scores, [*([title] if title else []), *titles])
    if match := _OF_NOTICE.match(furniture.notice):
        scores[_clean(match["body"])] += 10
    for body, where in furniture.bodies:
        if where == "speech":
            _from_speech(scores, body)
        else:
            name = (
                re.sub(r"办公室$", "", body) if where == "imprint" and "政府" not in body else body
            )
            scores[name] += _SCORES[where]
    printed = bool(scores)
    if not printed:
        _from_text(scores, text)
    body = max(scores, key=lambda name: (scores[name], len(name), name)) if scores else ""
    place = _place(body, title, titles, text)
    if body and not place_in(body) and place and place != NATION:
        body = _full(body, place)
    body = _GOVERNMENT.sub(r"\1人民政府", body)
    parent = _parent(place, title, titles, text)
    if not body and place and title and (government := government_of(title.text, place)):
        told = speaks_for_itself(title.text)
        return Issuer(government, place, parent, guessed=not told, by_kind=not told)
    return Issuer(body, place, parent, guessed=bool(body) and not printed)


def _from_titles(scores: dict[str, float], titles: Iterable[Title]) -> None:
    for title in titles:
        words = _BEFORE_BODY.sub("", unify_years(title.text))
        if match := _OF_TITLE.match(words):
            scores[_clean(match["body"])] += 9
        elif is_latin(words) and (english := english_body(words)):
            scores[english] += 9
        elif match := _OF_SPEAKER.search(title.below) or _ON_ITS_LINE.search(title.below):
            scores[_clean(match["body"])] += 5


def _from_speech(scores: dict[str, float], words: str) -> None:
    if match := _SPEAKS.search(words):
        scores[_clean(match["body"] or match["english"])] += 9


def _from_text(scores: dict[str, float], text: str) -> None:
    named: dict[str, float] = defaultdict(float)
    for match in _IN_TEXT.finditer(text):
        named[_clean(match["body"])] += 3 if match["speaks"] else 1
    for body in sorted(named, key=lambda each: -named[each])[:_MAX_BODIES]:
        if not _NOT_BODIES.search(body) and _is_place(place_in(body), text):
            scores[body] += named[body]
    if not scores and is_latin(text):
        for body in english_bodies(text[:3000]):
            scores[body] += 1


def _is_place(place: str, text: str) -> bool:
    """Whether a name is a place: a known one, or one that the text names again and again."""
    if not place or is_known(place):
        return bool(place)
    return len(re.findall(rf"{_BEFORE}{re.escape(place)}", text)) >= _OFTEN


def _clean(body: str) -> str:
    name = (" " if is_latin(body) else "").join(body.split())
    name = _TERM.sub("", name).replace("中国人民政治协商会议", "政协")
    name = _PARTY.sub(r"\1委", name)
    name = _TWICE.sub(r"\1", _STANDING.sub(r"\1", name))
    return name if name == "中共中央" else name.removeprefix("中共")


def _full(body: str, place: str) -> str:
    """Name of a body with its place: 市人民政府 of 长沙市 is 长沙市人民政府."""
    return place + re.sub(r"^[省市区县州旗]", "", body)


def _place(body: str, title: Title | None, titles: Sequence[Title], text: str) -> str:
    printed = [title, *titles] if title else titles
    for words in (body, *(line for each in printed for line in (each.text, each.below))):
        if place := place_in(words):
            return place
    if any(_CHIEF.search(each.text) for each in printed):
        return expand(max(_REGIONS, key=simplified(text).count))
    if body:
        return _frequent(text)
    return _frequent(text) if _OWN_PLACE.search(text) else ""


def _frequent(text: str) -> str:
    """The place of its own kind that a text names most."""
    own = Counter(match["kind"] for match in _OWN_PLACE.finditer(text))
    kind = own.most_common(1)[0][0] if own else "市"
    named: Counter[str] = Counter()
    for match in re.finditer(rf"{_BEFORE}[\u4e00-\u9fff]{{2,4}}?{kind}", text):
        place = expand(match[0])
        if place == place_in(match[0]) and _is_place(place, text):
            named[place] += 1
    return max(named, key=lambda name: (named[name], name)) if named else ""


def _parent(place: str, title: Title | None, titles: Sequence[Title], text: str) -> str:
    words = "\n".join([*([title.text] if title else []), *(each.text for each in titles), text])
    return parent_of(place, words)
