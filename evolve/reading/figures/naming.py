"""What a figure counts, in the text's own words."""

import re
from collections.abc import Iterator, Sequence

from evolve.reading.figures.bases import EARLIER, RATES, Named, basis_of
from evolve.reading.figures.context import around
from evolve.reading.figures.spotting import BEFORE, Figure
from evolve.reading.figures.subjects import with_subject
from evolve.reading.wording import ADVERB, COUNT_VERB, LEADING_VERB, NOMINALISED, PREDICATE, VERB

__all__ = ["Named", "named"]

_SEPARATOR = re.compile(r"[,，;；:：。\n！!？?]")
_SENTENCE_END = re.compile(r"[。\n！!]")
_RATE = re.compile(
    r"(?:率|占比|比例|比重|占[^,，]{1,24}的?|系数|增速|涨幅|增幅|降幅|指数|师生比|生师比|配备|覆盖面|总数|密度|贡献度|满意度)$"
)
_LEAD = re.compile(
    r"(?:[)）”、的和与及或]|[①-⑳]|[一二三四五六七八九十]是|【[^【】]{1,16}】|[(（][^()（）]*[)）](?=.)|以及|其中|并|但|还|也|均|已|将|要|使|让|对(?!外|口|接)|为|"
    r"(?:到|至|截至)?\s?20\d\d\s?学?年\s?(?:底|末|前|初)?|截至[^,，]{0,8}?[底末]|今年|全年|年内|每年|去年|明年|"
    r"目前|累计|共|总计|合计|约|分别|力争|确保|争取|推动|推进|实现|努力|继续|持续|巩固|保障(?![性房水能人标制金])|保持|要求|同时|全面|"
    r"进一步|不断|(?:主要)?(?:预期)?目标是|预计|拟(?:安排)?|再(?!生|就|贷)|把|提出(?=.{3})|提前\S?年?(?=实现))\s*"
)
_TAIL = re.compile(
    r"(?:[达为有共是在至到约近由从的均已将要需可拟再又也]|(?<![首成])都|继续|进一步|稳步|逐步|[新拟]?安排|拟按|高达|就?能够|就能|拟定|每|预计|达到|保持|稳定|维持|控制|提高|提升|增加|增长|上升|上涨|回落|扩大|拓展|压缩|缩短|恢复[至到]?|首次|到?现在的?|"
    r"增至|降至|降低|下降|减少|缩小|压减|完成|实现|做到|超额|分别|平均|累计|总计|合计|共计|目前|现有|总共|力争|确保|"
    rf"实际|同比|环比|{EARLIER}(?:同期|底|末)?|在(?:19|20)\d\d年的?基础上|"
    r"(?:连续[\d一二三四五六七八九十]+|[近这前]?[两三四五])年(?:来|间)?|每年|预期|[“(（]|[由从]?(?:人均|每人)(?:每[年月])?|每[年月日天人户]|年均|(?:新|基本)?(?:开工|建成|竣工)|"
    r"(?:去年|上年|今年|(?:19|20)\d\d年)[底末]?的?)\s*$"
)
_AND = re.compile(r"、|和|与|以及|及")
_EMPTY = re.compile(
    r"(?:全[市省国区县校年]|(?:按|同|可比|自然)*口径|我[市省区县国校]|本[市省区县]|各区|其中|同比|累计|共|总数|总量|数量|目标|任务|要求|左右|"
    r"全覆盖|以上|的|工作|水平|标准|持续巩固|[(（][^()（）]*[)）]|[(（)）”“、])*"
)
_SECOND = re.compile(r".*(?:率|比例|占比)(?:和|、)(?:保障|确保|提高|实现)")
_VERBAL = re.compile(f"{ADVERB}?(?:{VERB}|{PREDICATE})")
_ONLY_VERBS = re.compile(f"(?:{ADVERB}|{VERB}|{COUNT_VERB}|{LEADING_VERB})+")
_LEADING = re.compile(f"(?:[全我本][市省区县国校])?(?:{ADVERB}*{LEADING_VERB})+")
_NEXT = re.compile(r"(?:[(（][^()（）]*[)）])?(?:、|和|与|及|以及|或|”|’|》|[)）])")
_ASIDE = re.compile(r"[(（][^()（）]*$")
_BETWEEN = re.compile(r"[共约]?")
_ENDS_PHRASE = re.compile(
    f"{PREDICATE}|(?<!线)上线|[+＋]|超(?!级|高|大)|转?为|以(?![上下内及])|在(?![校园册读职编])|从(?!业)|(?<![方导定意走])向(?!前)|(?<![结配应面针])对(?![外口接象])|占(?!比)"
)
_LONGEST = 40
_REACH = 120
"""How far before and after a figure its name is looked for."""
_SUBJECT = re.compile(
    r"(?:[全我本][市省国区县州])?(?![全我本各][市省国区县州镇校地级])[^年月会已共]{2,3}[新净]增"
)
"""A short word before 新增 that is part of the name: 城镇新增就业, not 全市新增学位."""
_SUFFIX = re.compile(r"人次|业|器|员|站|体系|中心|能力|水平|费|率")
"""What makes a noun of the verb before it: 服务业, 培训中心."""
_SHORTEST = 2
_RUN = 12
"""How many figures may share one list of names."""


def named(text: str, figures: Sequence[Figure]) -> list[Named]:
    """Name the figures of one item, in order."""
    sides = [around(text, figures, index, _SEPARATOR, _REACH) for index in range(len(figures))]
    own = [
        _listed(text, figures, index) or _name(figure, *sides[index])
        for index, figure in enumerate(figures)
    ]
    found: list[Named] = []
    plain = ""
    for index, figure in enumerate(figures):
        before = found[-1] if found and _same_sentence(text, found[-1].figure, figure) else None
        subject = plain if before else ""
        plain = name = own[index] or _shared(text, figures, own, index) or subject
        if figure.unit in RATES:
            head = text[max(0, figure.span[0] - _REACH) : figure.span[0] - len(sides[index][0])]
            name = with_subject(name, head, subject)
            plain = subject if subject and name.startswith(subject) else plain
        name = name or _noun(figure)
        chained = before if before and _follows(text, before.figure, figure) else None
        found.append(Named(figure, name, basis_of(figure, sides[index][0], name, before, chained)))
    return found


def _shared(text: str, figures: Sequence[Figure], own: Sequence[str], index: int) -> str:
    """A figure that stands right before another counts the same: 129批次1.5万名香港师生."""
    if index + 1 == len(figures):
        return ""
    between = text[figures[index].span[1] : figures[index + 1].span[0]]
    return own[index + 1] if _BETWEEN.fullmatch(between) else ""


def _noun(figure: Figure) -> str:
    """11区, 12校: the unit itself is what is counted."""
    return figure.unit if figure.unit in {"区", "校", "省", "市", "县", "镇", "村", "国"} else ""


def _name(figure: Figure, left: str, right: str) -> str:
    before, after = _before(figure, left), _after(right)
    if figure.unit not in RATES and _ASIDE.match(right):
        return before
    if figure.unit in RATES:
        return before if _RATE.search(before) or not after else after
    return before if before and _VERBAL.match(after) else after or before


def _before(figure: Figure, left: str) -> str:
    """The noun phrase that leads to a figure."""
    name = _strip(_opened(left))
    if figure.unit in RATES:
        name = _SECOND.sub("", name)
    else:
        verb = max(re.finditer(COUNT_VERB, name), key=lambda m: m.end(), default=None)
        if verb and len(name) - verb.end() > 1 and not _SUBJECT.fullmatch(name[: verb.end()]):
            name = name[verb.end() :]
    if verbs := _LEADING.match(name):
        bare = name[verbs.end() :]
        name = name if len(bare) < _SHORTEST or _SUFFIX.match(bare) else bare
    return "" if _ONLY_VERBS.fullmatch(name) else _checked(_strip(name)[-_LONGEST:])


def _opened(left: str) -> str:
    """What stands in a bracket or quotation that a figure is inside of, else all."""
    for opening, closing in ("“”", "（）", "()"):
        head, mark, inside = left.rpartition(opening)
        if mark and closing not in inside:
            left = inside if not _EMPTY.fullmatch(inside) else head
    return left


def _strip(text: str) -> str:
    """Drop operator words, verbs of reaching, times and adverbs at both ends."""
    text = text.strip()
    while (short := next((s for s in _shorter(text) if s != text), None)) is not None:
        text = short
    while match := _LEAD.match(text):
        text = text[match.end() :]
    return text


def _shorter(text: str) -> Iterator[str]:
    yield _TAIL.sub("", text)
    for pattern in BEFORE.values():
        yield pattern.sub("", text)


def _after(right: str) -> str:
    """The noun phrase that follows a figure."""
    if _NEXT.match(right):
        return ""
    phrase = _strip(right)
    first, comma, rest = phrase.partition("、")
    if comma:
        phrase = rest.rpartition("的")[2] if "的" in rest[:-1] else first
    thing, of, head = phrase.rpartition("的")
    if of and re.fullmatch(NOMINALISED, head):
        phrase = thing
    if (cut := _ENDS_PHRASE.search(phrase, 1)) and not _VERBAL.match(phrase):
        phrase = phrase[: cut.start()]
    phrase = re.sub(r"(?:和|与|及|以及)$", "", phrase)
    return _checked(_balanced(phrase), least=1)[:_LONGEST]


def _balanced(text: str) -> str:
    """Drop what follows a bracket or quotation mark that is never closed."""
    for opening, closing in ("“”", "（）", "()"):
        head, mark, tail = text.rpartition(opening)
        if mark and closing not in tail:
            text = head or tail
        if opening not in text:
            text = text.replace(closing, "")
    return text.strip()


def _checked(name: str, least: int = _SHORTEST) -> str:
    return "" if len(name) < least or _EMPTY.fullmatch(name) else name


def _listed(text: str, figures: Sequence[Figure], index: int) -> str:
    """国家级重点专业、省级重点专业、“双精准专业”17个、104个、44个: the names in the same order."""
    first = index
    while (
        index - _RUN < first
        and first
        and _follows(text, figures[first - 1], figures[first], bare=True)
    ):
        first -= 1
    last = index
    while last + 1 < min(len(figures), index + _RUN) and _follows(
        text, figures[last], figures[last + 1], bare=True
    ):
        last += 1
    left, _ = around(text, figures, first, _SEPARATOR, _REACH)
    names = _AND.split(_strip(left))
    if len(names) != last - first + 1 or first == last:
        return ""
    return _before(figures[index], names[index - first])


def _follows(text: str, before: Figure, figure: Figure, *, bare: bool = False) -> bool:
    """Whether two figures stand in one list; ``bare``: with nothing but the conjunction between."""
    between = text[before.span[1] : figure.span[0]]
    if bare:
        return _AND.fullmatch(between) is not None
    return not _SEPARATOR.search(between) and _AND.search(between) is not None


def _same_sentence(text: str, before: Figure, figure: Figure) -> bool:
    return not _SENTENCE_END.search(text, before.span[1], figure.span[0])
