"""Word lists of official Chinese: verbs of measures, nouns of deliverables, boilerplate."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files

__all__ = [
    "ADDENDUM",
    "ADVERB",
    "AIM",
    "CONCRETE",
    "CONNECTIVE",
    "COUNT_VERB",
    "DELIVERABLE",
    "EFFECT",
    "FRAME",
    "INTENT",
    "LEADING_VERB",
    "NOMINALISED",
    "PERFECTIVE",
    "PREDICATE",
    "REFERENCE",
    "SLOGAN",
    "STATEMENT",
    "TIME",
    "UNIT",
    "UNIT_AFTER_NUMERAL",
    "VERB",
    "VERB_NOT_NOUN",
    "alternatives",
]


def alternatives(words: Iterable[str]) -> str:
    """A group that matches any of the words, longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w))) + ")"


_LISTS = tomllib.loads(files("evolve.reading").joinpath("words.toml").read_text(encoding="utf-8"))


def _group(name: str) -> str:
    return alternatives(_LISTS[name].split())


ADVERB = _group("adverb")
"""What may stand before the verb of a measure."""

VERB = _group("verb")
"""What a measure begins with."""

VERB_NOT_NOUN = _group("verb_not_noun")
"""Verbs that after 和 begin a second promise rather than go on with a noun."""

DELIVERABLE = _group("deliverable")
"""What a deliverable ends with: a document, project, institution, building, event."""

REFERENCE = re.compile(r"贯彻|落实|学习|依据|根据|按照|依照|执行|遵守|入选|获|以《|围绕|对照|宣传")
"""A document named after these is followed, not issued."""

FRAME = re.compile(
    r"(?:围绕|根据|按照|依照|依据|遵照|针对|鉴于|截至|截止|对标|基于|着眼于?|面向|遵循|本着|立足|适应|"
    r"通过|借助|结合(?!.*(?:机制|体系|模式)))"
    r"|(?:重点)?围绕|随着|面对|在.{1,60}(?:下|中|上|方面|同时|过程中|期间|之际)$"
    r"|以.{1,60}为.{0,8}(?:载体|契机|指导|统领|主线|引领|抓手|重点|目标|核心|着力点|突破口|支点|基础|"
    r"依据|切入点|中心|依托|导向|牵引|形式|根本|动力|保障|主题|前提|出发点|落脚点|骨干|基本单位|基本形式|"
    r"基本依托|第一责任人)$"
    r"|坚持.{1,40}(?:原则|思路|方针|并重|相结合|并举|优先|为本|导向|思维|思想|方向|主义|根本任务|任务)$"
    r"|以.{1,20}(?:的?要求|方式|原则|标准)$"
    r"|(?:从|自).{1,40}(?:起|开始|以来|后)$"
)
"""How a clause begins that only says in which frame the next ones are done."""

CONNECTIVE = re.compile(
    r"其中|同时|此外|另外|一是|主要是|特别是|总的看|目前|当前|近年来|一年来|过去一年|过去的一年|这一年|同志们|各位代表"
)
"""What only connects: no clause of its own."""

TIME = re.compile(
    r"(?:(?:到|至|截至|截止|自|从|近|在|于)?\s?"
    r"(?:\d{2,4}年?\s?(?:至|到|-|—|－)\s?\d{2,4}年|\d{4}年至今|(?:\d{4}|今|明|去|前|当)年\s?(?:上半年|下半年|\d{1,2}月\s?(?:\d{1,2}日)?)?|"
    r"\d{1,2}月|[近过]?(?:去的?)?[一二三四五十]+年|“?十[一二三四五]五”?(?:时期|期间)?|全年|年内|年底)"
    r"(?:底|末|初|前|之前|以前|以来|来|起|期间|时)?)"
)
"""A time that the next clause belongs to."""

ADDENDUM = re.compile(
    r"(?:(?:共计?|累计|合计)(?:有|达到?)?(?:约|近|超)?(?=[\d一二三四五六七八九十])|占比?(?!地)|同比|环比|[比较](?:上年|去年)|数量|"
    r"(?:增|降|涨)幅|(?:实际)?(?:增长|下降|提高|上升|降低)(?=\d)|均?[位名分]?[列居](?:全|首|第|世界)|为(?:近|历)年|再?创(?:历史|近年|同期|新高))"
    r"[^,，]{0,16}"
)
"""What only adds a number or a rank to the clause before it."""

AIM = re.compile(f"{ADVERB}{{0,2}}(?:提升|提高|增强|扩大|促进|弘扬|吸引|激发|丰富|改善)")
"""How a clause begins that says what the one before it is for."""

SLOGAN = re.compile(
    r"“?(?:四个意识|四个自信|两个维护|两个确立|五位一体|四个全面)"
    r"|(?:学习|贯彻|落实|领悟|领会|把握|坚持).{0,30}(?:习近平|党的[十二].{0,12}大|总书记|党中央|党的教育方针|"
    r"马克思|邓小平|三个代表|科学发展观)"
    r"(?!.*(?:活动|培训|宣讲|读书班|专题|工程|行动|方案|计划|规划|必修|课程|中心))"
    r"|为(?:指导|统领|根本遵循)|高举.{0,12}旗帜|不忘初心|牢记使命|办学方向|人民满意"
    r"|立德树人(?:的)?根本任务|(?:开创|谱写|续写|书写|奋力|迈上|再上|迈出).{0,24}(?:局面|篇章|台阶|步伐|华章|征程)"
    r"|(?:奠定|夯实|打下).{0,20}基础$|(?:作出|做出).{0,20}贡献|良好局面$|迈上.{0,6}台阶|政治生态$|圆满收官"
    r"|表示.{0,4}(?:感谢|敬意|问候)|(?:诚挚|衷心)(?:感谢|的?祝愿)|请予?审议"
    r"|^我们(?:坚信|相信|深信|深知|清醒|愿|有.{0,6}信心|对.{2,20}充满信心|所?做的一切)|^做好政府工作$|^我们(?:积极作为|坚持\S{2,4}优先|竭诚尽力)$"
    r"|总书记.{0,24}(?:讲话|论述|指示|批示|精神)$"
)
"""Boilerplate: nothing that could be done or left undone."""

STATEMENT = re.compile(
    rf"(?!.*(?:首[次批个]|(?:政策|制度|机制|办法|方案)$))"
    rf"(?:[^,，]{{0,80}}[^特别尤其凡但可还总于不就要或只而便正先一二三四五六七八九十])?是"
    rf"(?:(?!{ADVERB}?{VERB})[^,，]{{2,80}}|[^,，]{{2,60}}(?:的(?:关键|根本|必由之路|\S{{0,6}}(?:基础|前提|保障|动力|"
    r"任务|目标|方针|选择|途径|渠道|要求|体现|总结|结果|重点|力量|引擎|后盾|底线|内容|标志|一招|大事|国策))|之[^之]{1,2}))"
    rf"|(?:但是?[,，]?)?我国(?!{ADVERB}|{VERB}|[要将应须]|必须|需要|成功|自主|[^,，]{{0,12}}跃居|各|驻|在)[^,，]{{4,60}}"
)
"""What only says what something is: 城镇化是现代化的必由之路; not 重点是加快试点."""

CONCRETE = re.compile(r"[《\dA-Za-z%]|" + _group("concrete"))
"""What a clause that promises something real tends to hold."""

EFFECT = re.compile(
    f"{ADVERB}{{0,2}}"
    r"(?:推动|促进|实现|带动|保障|确保|引导|助力|全力|切实|不断|有力|有效|努力|形成|营造|构筑|让|使|满足|"
    r"增强|激发|凝聚|防止|厚植|弘扬|扎实推动|为)"
    r".{0,50}(?:发展|提升|提高|增强|改善|结合|融合|均衡|进步|稳定|健康|需要|需求|氛围|环境|格局|合力|活力|"
    r"获得感|幸福感|安全感|意识|落地|见效|落地落实|落地生效|落实落地|走深走实|到位|成长|好转|保障|支撑|感|基础|"
    r"素养|动力|局面|差异|差距|转变|作用|责任|情怀|心力|水平)$"
    r"|[都均也]?取得(?:了)?(?:新|积极|明显|显著|重大|良好|阶段性|重要)?.{0,8}(?:成效|成绩|进展|突破|成果|成就)$"
)
"""A purpose or hoped-for effect at the end of a sentence."""

PERFECTIVE = re.compile(
    r"已(?!有的?)(?:经)?(?![^，,]{0,10}的)|(?:完成|实现|取得|建成|出台|印发|召开|举办|成立|获得|荣获)了"
    r"|超额完成|提前完成|圆满完成|如期完成|顺利通过"
)
"""What reports, wherever it stands."""

INTENT = re.compile(
    r"(?:^|[^预])(?:将(?=.{0,6}(?:继续|进一步|全面|加快|开展|推|实施|新|建|力))|力争|(?<!全力)(?<!积极)争取|下一步|拟(?=.{2})|计划于|有望|预计)|要(?=继续|坚持|加|推|进一步)"
)
"""What promises, wherever it stands."""

UNIT = _group("unit")
"""Units and classifiers that follow a number in digits."""

UNIT_AFTER_NUMERAL = _group("unit_after_numeral")
"""Units that may follow a number in Chinese numerals."""

COUNT_VERB = _group("count_verb")
"""Verbs between a subject and what it counts."""

PREDICATE = _group("predicate")
"""What ends the noun phrase behind a number."""

LEADING_VERB = _group("leading_verb")
"""Verbs that lead to what is counted only at the beginning of a clause."""

NOMINALISED = _group("nominalised")
"""What is done with what was counted."""
