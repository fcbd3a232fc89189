"""What a title, a heading or a text is: a plan, an outcome, a plan of several years."""

import re
from collections.abc import Iterable

from evolve.model import Role
from evolve.reading.layout.script import size
from evolve.reading.layout.variants import simplified

__all__ = ["heading_role", "text_role", "title_role"]

_MULTI = re.compile(
    r"规划|規劃|纲要|綱要|(?<![\d〇○零一二三四五六七八九十])(?:[二三四五六七八九十]|\d)年(?:行动|行動|提升|攻坚|发展|工作)*(?:计划|計劃|方案)|五年计划|五年計劃|"
    r"(?i:(?:five|ten|three|multi)-year|strategic plan|strategy)"
)
_PLAN = re.compile(
    r"要点|要點|计划|計劃|安排|打算|思路|谋划|設想|设想|工作方案|实施方案|清单|分解|分工|任务表|工作台账|重点任务|目标任务|重點工作|重点工作|主要任务|工作任务|"
    r"工作部署|总体部署|预期目标|工作目标|行动方案|实施意见|措施|建议|会议纪要|計畫|施政[报報]告|实事|(?i:\bplans?\b|priorities|"
    r"programme of work|work program(?:me)?|agenda|(?:arrangements|tasks|work) for \d{4}$)"
)
_OUTCOME = re.compile(
    r"总结|總結|回顾|回顧|完成情况|进展情况|落实情况|执行情况|实施情况|工作情况|工作成效|主要成效|工作成绩|主要成绩|年报|年度报告|述职|述廉|白皮书|蓝皮书|自评报告|评估报告|自查报告|推进情况|情况汇报|情况通报|"
    r"(?i:\breview\b|annual report|summary|achievements|results of|progress report|work in \d{4}$)"
)
_MIXED = re.compile(
    r"(?:总结|總結|情况|回顾|回顧|述职).*(?:要点|要點|计划|計劃|安排|打算|思路|谋划|設想|设想|举措|重点|展望|部署|草案)|"
    r"(?<!自评)工作(?:报告|報告)(?!.*(?:任务|分工|分解|清单|台账|方案|落实|情况))|上的(?:讲话|講話|报告|報告)$|"
    r"(?i:^(?:annual |government )*work report of|^report on the work of)"
)
_HEADING_OUTCOME = re.compile(
    r"(?:工作|发展|發展|事业|规划|规划执行|任务|改革|建设|时期|期间|情况|简要|主要|的)?"
    r"(?:总结|總結|回顾|回顧|回望)$|"
    r"^(?:主要|工作|发展|取得的?|重点)*(?:成效|成绩|成就|进展|工作情况|做法|工作完成情况)$|"
    r"亮点(?:工作|做法|成效)?$|"
    r"(?:完成|进展|开展|落实|执行|实施|推进|履职|工作)情况(?:总结)?$|"
    r"(?:年|五[”\"]?|时期|期间)(?:的)?(?:教育|经济社会|国民经济和社会|主要|工作|"
    r"发展)*(?:取得的?|的)?(?:主要)?(?:成就|成绩|成效|工作成效|进展|发展成就|"
    r"建设成就)(?:回顾|情况)?$|"
    r"^(?:过去|近|本届政府)?[一三五]年来?(?:的)?(?:主要)?(?:工作|政府工作)(?:回顾|情况|成效)?$|"
    r"(?:发展|工作)(?:成就|成效)(?:与成就|和成效)?$|"
    r"(?:19|20)\d\d年.{0,20}(?:取得|实现|迈出|迈上|开创|完成).{0,8}(?:进展|成效|成绩|成就|突破|步伐|台阶|局面)$|"
    r"(?i:(?:achievements|accomplishments|highlights)$|"
    r"review of|achievements (?:in|of)|work (?:done|completed) in|results of|"
    r"summary of (?:work|\d))"
)
_HEADING_PLAN = re.compile(
    r"(?:要点|要點|计划|計劃|安排|打算|思路|谋划|設想|设想|部署|工作意见|工作展望|工作方向|工作重点|努力方向|重点工作|重點工作|主要任务|主要任務|"
    r"重点任务|工作任务|工作目标|主要工作|工作总体要求|总体要求|预期目标|工作的建议|工作建议|对策建议|奋斗目标|"
    r"主要目标任务|主要目标和任务|工作目标和任务|(?:重大|重要|战略|目标)任务|的工作|重大举措|工作举措|主要举措|预算草案|计划草案|预算安排)"
    r"(?:和|及|与|、|$)|(?:做好|抓好|推进|部署).{0,20}工作$|"
    r"(?i:looking ahead|next steps|way forward|plans? for|priorities for|work plan|outlook for|"
    r"^(?:fy ?)?\d{4} (?:goals|priorities|objectives|targets|plans?|work ?plan)$|"
    r"\b(?:tasks?|goals|targets|requirements|orientations?|work)\b.* (?:for|in)\b)"
)
_FUTURE = re.compile(
    r"今年|新的一年|明年|下半年|季度|月份|下一?步|下一?阶段|后续|接下来|今后|下年|来年|"
    r"(?i:five-year plan|next (?:year|steps)|looking ahead|way forward)|未来|十四五|"
    r"“[^”]{1,3}五”|20\d\d|19\d\d|一年"
)
_MAX_HEADING = 45

_OUTCOME_CUES = re.compile(
    r"(?:完成|新增|达到?|获|建成|印发|出台|召开|举办|开展|培训|投入|实现)了?[^。；，,;]{0,14}\d|顺利|圆满|荣获|获评|获得|累计|同比|比上年|"
    r"[成进]了|全年|有力推进|有效|取得|明显(?:提升|增强|改善)|不断(?:提升|增强|完善)|"
    r"(?i:\b(?:was|were|has been|have been|completed|achieved|built|increased by)\b)"
)
_PLAN_CUES = re.compile(
    r"力争|争取|确保|计划|将[^军领士帅]|年内|到20\d\d年底?|年底前|要(?![求素点道闻件领害])|拟|继续|进一步|探索|研究制定|加快|推动|"
    r"(?i:\b(?:will|shall|aims? to|by the end of)\b)"
)
_PLAN_OPENING = re.compile(
    r"^(?:19|20)\d\d年[，,][^。；]{0,40}(?:将|要)[^。；]{0,40}(?:工作|任务)[：:]|"
    r"(?:19|20)\d\d年是|总体(?:思路|要求)|指导思想|做好.{0,12}工作.{0,12}(?:意义重大|要求)|开局之年|关键之年"
)
_OUTCOME_OPENING = re.compile(
    r"^(?:(?:19|20)\d\d年(?:以来|来)?[,，](?![^。；]{0,40}(?:将|要)[^。；]{0,40}(?:工作|任务)[：:])|过去(?:的)?一年|一年来)|工作(?:总结|情况)?(?:汇报|报告)如下"
)


def title_role(title: str) -> Role | None:
    """Role that a title names, or None where it names none or both.

    >>> title_role("2024年广州教育工作总结和2025年工作要点") is None
    True
    """
    title = simplified(title)
    if is_mixed(title):
        return None
    if _OUTCOME.search(title) and not re.search(r"规划$|要点$|计划$", title):
        return Role.OUTCOME
    if _MULTI.search(title):
        return Role.MULTI_YEAR_PLAN
    return Role.PLAN if _PLAN.search(title) else None


def is_mixed(title: str) -> bool:
    """Whether a title names a report and a plan in one."""
    return _MIXED.search(simplified(title)) is not None


def heading_role(heading: str) -> Role | None:
    """Role of the part that a heading opens, or None for an ordinary heading.

    >>> heading_role("2013年工作回顾").value, heading_role("今年工作的总体要求").value
    ('outcome', 'plan')
    """
    words = heading.rstrip("。：:　 ")
    if size(words) > _MAX_HEADING:
        return None
    words = simplified(words)
    if _HEADING_OUTCOME.search(words):
        return Role.OUTCOME
    if _HEADING_PLAN.search(words) and _FUTURE.search(words):
        several = re.search(r"五[”\"]?(?:时期|期间|規劃|规划)|规划|(?i:five-year plan)", words)
        return Role.MULTI_YEAR_PLAN if several else Role.PLAN
    return None


def text_role(opening: str, texts: Iterable[str]) -> tuple[Role, float]:
    """Role that the wording speaks for, and by how much (0 is undecided).

    Args:
        opening: the first paragraph, which often tells it outright.
        texts: the points.
    """
    score = 3.0 * bool(_OUTCOME_OPENING.search(opening)) - 3.0 * bool(_PLAN_OPENING.search(opening))
    told = intended = 0
    for text in texts:
        told += len(_OUTCOME_CUES.findall(text))
        intended += len(_PLAN_CUES.findall(text))
    if told + intended:
        score += 6.0 * (told - intended) / (told + intended)
    return (Role.OUTCOME if score > 0 else Role.PLAN), score
