"""Places: provinces and prefectures by name, districts and counties by the shape of theirs."""

import re
from functools import cache
from importlib.resources import files

from evolve.reading.layout.variants import simplified
from evolve.reading.numbers.ordinals import unify_years
from evolve.reading.recognition.pinyin import pinyin

__all__ = ["NATION", "expand", "is_known", "latin", "parent_of", "place_in", "slug"]

NATION = "全国"
"""Jurisdiction of the bodies of the whole country."""

_KIND = re.compile(
    r"(?<=..)(?:特别行政区|自治区|自治州|自治县|自治旗|新区|开发区|省|市|地区|盟|社区|区|县|縣|區|旗|州|镇|乡|街道|村)$"
)
_LOCAL = re.compile(
    r"[\u4e00-\u9fff]{1,5}?(?:(?:自治县|自治旗|新区|市|区|區|县|縣|旗(?![帜下舰]))(?!域|外|内|级|委书)|"
    r"(?:镇|乡|街道|村|社区)(?=人民政府|人民代表大会|人大|第|政府|公所|办事处|党工?委|党总?支|村民委|居民委|村委|居委|关于|[上下]半年|年度|[“\"]?十[一二三四五六]五|"
    r"(?:19|20)\d\d年))"
)
_SMALL = re.compile(r"(?:镇|乡|街道|村|社区)$")
_ABOVE_TOWN = re.compile(r"(?:^|[省市州盟]|[^\u4e00-\u9fff])([\u4e00-\u9fff]{1,4}[区區县縣旗市])$")
_LONGEST = 12
_NO_PLACE = re.compile(
    r"(?:示范|试验|实验|合作|功能|保税|校|园|社|片|辖|小|街|行政|大湾|主城|中心城|风景|度假)[区區]$|"
    r"^[各全我本老边城山灾库矿林牧特军景市地湾新]区$|(?:城|都|全|各|超大|大中|我|本|省|地)市$|"
    r"(?:各|全|我|本|百)[县区]$|^(?:乡|城|集|村|建制|小城|某)镇$|^(?:各|全|某)?乡?[镇乡村]$"
)
_NO_COUNTY = re.compile(r"[地老山林库灾牧矿边城郊景校社园片]区$|^[省市县区]|[上门夜菜股楼]市$")
"""What only looks like a county after the name of a province: 湖南省市县, 陕西省关中地区."""
_BEFORE = re.compile(
    r"^[\s《“—–-]*(?:[（(]?\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?度?[在于]?|中共|中国共产党|中国人民政治协商会议|政协|关于|印发|[\d年度关于印发\s《“]+)*"
)
"""What stands before the name of a place in a title or in the line that dates a speech."""
_NATIONAL = re.compile(
    r"国务院|國務院|中华人民共和国|^(?:中共)?中央|^国家[\u4e00-\u9fff]{2,10}(?:局|委|委员会)|^全国(?:人大|政协)|"
    r"^国家(?=[\u4e00-\u9fff“”]{2,16}(?:规划|纲要))|\bState Council\b|"
    r"People['’]s Republic of China|"
    r"^最高人民(?:法院|检察院)|^(?:中国证券|中国人民银行|海关总署|审计署|全国总工会|共青团中央)|"
    r"^(?:外交|教育|科学技术|科技|工业和信息化|工信|公安|民政|司法|财政|人力资源和?社会保障|人社|自然资源|国土资源|生态环境|环境保护|"
    r"住房和?城乡建设|住建|建设|交通运输|交通|铁道|水利|农业农村|农业|商务|文化和旅游|文旅|文化|卫生|退役军人事务|退役军人|应急管理|"
    r"监察|人事|劳动和社会保障|信息产业)部(?!门|署|长|队|分)"
)


@cache
def _known() -> dict[str, tuple[str, str]]:
    """Name of each known place to its stem and the province above it."""
    known = {}
    lines = (
        files("evolve.reading.recognition").joinpath("places.txt").read_text("utf-8").splitlines()
    )
    for line in lines[1:]:
        province, *below = (entry.split("=") for entry in line.split())
        known[province[0]] = (province[1], "")
        for name, stem in below:
            known[name] = (stem, province[0])
    return known


@cache
def _short() -> dict[str, str]:
    """Known places without the word for their kind: 广州 to 广州市."""
    short: dict[str, str] = {}
    for name in _known():
        stem = re.sub(r"(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市|盟)$", "", name)
        short.setdefault(stem, name)
    return short


@cache
def _by_first() -> dict[str, list[str]]:
    """Long and short names of the known places by their first character, longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted({*_known(), *_short()}, key=len, reverse=True):
        found.setdefault(name[0], []).append(name)
    return found


def _name_at(words: str, start: int) -> str:
    """The longest known name that stands at a place of some words, or empty."""
    names = _by_first().get(words[start : start + 1], ())
    return next((name for name in names if words.startswith(name, start)), "")


def is_known(place: str) -> bool:
    """Whether it is the country, a province or a prefecture."""
    return place == NATION or place in _known()


def expand(name: str) -> str:
    """Full name of a place: 广州 to 广州市; any other name as it is."""
    return name if name in _known() else _short().get(name, name)


def place_in(words: str) -> str:
    """The place that a title or the name of a body begins with or names first, or empty.

    A district or county after its city is preferred.

    >>> place_in("广州市海珠区教育事业发展第十四个五年规划"), place_in("2024年广州教育工作总结")
    ('海珠区', '广州市')
    """
    words = simplified(words)
    start = next((place for place in range(len(words)) if _name_at(words, place)), None)
    if start is not None:
        found = _name_at(words, start)
        end = start + len(found)
        if found in _short() and words[end : end + 1] in {*"区區县縣旗"}:
            return words[start : end + 1]
        name, end = _prefecture(words, expand(found), end)
        local = _LOCAL.match(words, end)
        return _town_in(words, local) if local and _is_below(name, local[0]) else name
    if _NATIONAL.search(words):
        return NATION
    own = _BEFORE.sub("", unify_years(words))
    local = _LOCAL.match(own)
    return _town_in(own, local) if local and not _NO_PLACE.search(local[0]) else ""


def _is_below(above: str, name: str) -> bool:
    """Whether what follows a known place is a county, a district or a city below it."""
    if _NO_PLACE.search(name):
        return False
    if above[-1] == "省":
        return _NO_COUNTY.search(name) is None
    return above[-1] in "市州盟区" and name[-1] != "市"


def _town_in(words: str, local: re.Match[str]) -> str:
    """The town or street that follows a district or county, or the district itself."""
    below = _LOCAL.match(words, local.end())
    return below[0] if below and _SMALL.search(below[0]) else local[0]


def _prefecture(words: str, name: str, end: int) -> tuple[str, int]:
    """The prefecture right after a province, or the province, and where its name ends."""
    after = _name_at(words, end)
    short = after in _short() and words[end + len(after) : end + len(after) + 1] in {*"区县旗"}
    if after and not short and _known()[expand(after)][1] == name:
        return expand(after), end + len(after)
    return name, end


def parent_of(place: str, text: str) -> str:
    """The place above: the province of a prefecture, or what is printed before a district."""
    if place in _known():
        return _known()[place][1]
    text = text if place in text else simplified(text)
    for match in re.finditer(re.escape(place), text) if place else ():
        before = text[max(0, match.start() - _LONGEST) : match.start()]
        if _SMALL.search(place) and (above := _ABOVE_TOWN.search(before)):
            return above[1]
        for start in range(len(before) - 1):
            if (name := expand(before[start:])) in _known():
                return name
    return ""


@cache
def slug(place: str) -> str:
    """Stem of the identifiers of a place: 海珠区 to ``haizhu``."""
    if place in _known():
        return _known()[place][0]
    if place == NATION:
        return "national"
    return latin(_KIND.sub("", place)) or "unknown"


@cache
def latin(words: str) -> str:
    """Words in Latin letters: pinyin of ideographs, small letters, hyphens."""
    syllables = pinyin(words).casefold().replace("ü", "v")
    return re.sub(r"[^a-z0-9]+", "-", syllables).strip("-")
