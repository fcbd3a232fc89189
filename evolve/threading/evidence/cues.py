"""The wordings that speak for or against completion, as regular expressions.

Bare words mislead: in the national reports 完成 stands in a review only 40 % of the time, while
完成了, 超额完成 and 提前完成 always do. So a cue counts only in an outcome, and only when none of
the vetoes stands in its clause. Each list is a subject of its own; what they mean together is
decided in :mod:`evolve.threading.evidence.grading`.
"""

import re

__all__ = [
    "ACTIVE",
    "ATTRIBUTIVE",
    "CANCELLED",
    "DONE",
    "EXISTS",
    "HEDGED",
    "INTENT",
    "NEGATED",
    "NEW_CYCLE",
    "PARTIAL",
    "PROGRESSIVE",
    "SUSTAINING",
]


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


DONE = _any(
    r"超额(?:[\d.]+[%％])?(?:完成|实现)",
    r"提前[一二两三四五半\d]*年?[、一二两三四五年]*(?:完成|实现|达到|达标|通水|通车|投产)",
    r"(?:如期|按期|按时|圆满|顺利|全面|胜利|高标准|高质量|成功|彻底|保质保量|百分百)"
    r"(?:完成|完工|建成|实现|解决|收官|通过|举办|承办|创建|取消|废除)",
    r"已(?:经)?(?:全部|全面)?(?:完成|建成|实现|通过|达到|达标|出台|印发|投入|开通|竣工|落成)",
    r"(?:完成|实现|建成|印发|出台|制定|通过|达到)了",
    r"完成(?!率|度|情况|时限|时间)",
    r"(?:建成|竣工|完工|落成|通车|通水|并网|投产|贯通)(?!区|里程|率|年)",
    r"(?:开通|开业|开馆|开诊|开园|投用|启用)(?:运[营行])?$",
    r"投入(?:使用|运营|运行)|交付使用|正式(?:启用|开通|运营|投用|挂牌|商用|成立|揭牌)",
    r"通过.{0,18}?(?:验收|评估|审核|认定|评审|审议)",
    r"(?:印发|颁布|出台|发布|公布)(?!时)",
    r"(?:制定|修订)(?!中|工作)",
    r"全面?(?:动态)?配齐|配备到位|落实到位|全部(?:入驻|到位|建成|完成|成立|取消|打通|达标)",
    r"(?:实现|达到).{0,60}?(?:100[%％]|百分之百|全覆盖|清零)|(?:100[%％]|百分之百)(?:完成|实现|配备|覆盖|达标|设置|全覆盖)",
    r"(?:目标|任务|要求).{0,3}(?:实现|达成|落地)$",
    r"(?:巩固|保持).{0,60}(?:成果|成效|100[%％])",
)
"""Perfective and positive: the work is finished."""

EXISTS = _any(
    r"成立|组建|设立|建立|创建|开设|开办|新设|推出|启用|挂牌|揭牌|获批|入选|获评|施行|实行|落成|落户",
    r"(?:立项|新)建设?|新增|新开工|认定|选树|评选|选定|遴选|召开|举办|承办|举行|签订|签署|缔结|研发|编印",
    r"打造|建有|构建|形成",
)
"""The deliverable is reported as being there."""

ACTIVE = _any(
    r"推进|推动|加快|深化|深入|加强|强化|开展|持续|不断|稳步|有序|完善|优化|提升|提高|扩大|落实",
    r"实施|进展|进步|突破|成效|成绩|促进|抓好|试点|初步|启动|组织|支持|健全|拓展|巩固|改善|增强|增加",
    r"正在|取得|探索|引导|规范|保障|服务|培养|培训|参与|指导|统筹|做好|做到|健全|发展|改革",
)
"""Going on."""

PROGRESSIVE = _any(
    r"(?:加快|推进|推动|正在|着手|启动|抓紧|继续|持续|积极|稳步|有序|逐步|不断|拟|牵头).{0,16}$",
    r"^(?:加快|推进|推动|正在|着手|启动|抓紧|组织|继续|持续|积极|稳步|有序|逐步|不断|优先).*$",
)
"""What stands before a cue and turns it into work that is going on."""

INTENT = _any(
    r"(?<![主重必紧首简纪摘概])要(?!求|点|素|闻|道|害|件)|将(?!军|来)|力争|力求|确保(?!了)|争取(?!到)|有望|预计|拟(?!制)|努力|为了|为.{0,6}奠定",
    r"必须|应当|需要|目标是|计划(?:在|于|到)|争创",
)
"""The future, or a wish."""

NEGATED = _any(
    r"未(?!成年|来)|尚未|没有(?!发生)|没能|不能|无法|不足|没有.{0,4}(?:完成|实现)|仍存在|还不"
)
"""The contrary."""

PARTIAL = _any(
    r"部分|初步|阶段性|其中|其余|有望|首期|前期|主体工程建设|顺利推进或",
    r"试点(?:改革)?(?:初见|有序|工作?稳步)|累计完成投资|(?<!\d)[1-9]\d?(?:\.\d+)?[%％]的?(?:任务|工程)",
)
"""A part of the scope."""

ATTRIBUTIVE = _any(
    r"^[^,，;；]{0,30}的(?:关键|决胜|决定性|开局|收官|攻坚|重要|基础上|背景下|过程中)",
    r"^[^,，;；]{0,20}(?:决胜阶段|目标相衔接|奠定)",
)
"""What follows a cue that only describes a year, an aim or a circumstance."""

HEDGED = _any(
    r"基本(?:上)?(?:完成|建成|建立|实现|达到|形成|解决|消除|普及)|总体(?:上)?(?:实现|完成)"
)
"""Done, but for a rest."""

CANCELLED = _any(
    r"(?:取消|废止|终止|停止|停办|撤销|不再)(?:实施|执行|开展|举办|列入|使用|保留|实行|受理|设立)",
    r"予以(?:废止|取消|撤销)|(?:同时|即日起|自.{1,12}起)(?:废止|停止|取消)",
)
"""Said to have ended."""

SUSTAINING = _any(
    r"巩固|持续(?!推进|实施|加大|增加|扩大)|保持|常态化|长效|维护|防止|回头看|拓展.{0,12}成果|深化.{0,12}成果|用好"
)
"""Kept up after it was done."""

NEW_CYCLE = _any(
    r"新一轮|新一批|第[二三四五六七八九十]+(?:批|期|轮|届|次|阶段)|[二三四五]期|再(?:新?增|建|认定|取消|解决|开工|推出)",
    r"下一阶段|新增|新开工|净增|扩建|年度(?:任务|计划)",
)
"""Begun anew: a new batch, round or yearly quota."""
