"""The sentences of reasons in Chinese and in English, with places for documents and quotations."""

from evolve.model import State
from evolve.threading.evidence.grading import Grade

__all__ = [
    "ANEW",
    "APPLIED",
    "GOING_ON",
    "GOING_ON_BESIDE",
    "GRADES",
    "RELATED",
    "SPOKEN_OF",
    "STATES",
    "TAKEN_UP",
]


GRADES = {
    Grade.MET: (
        "number_meets_target",
        "{document}报告的数字达到目标：{quote}",
        "{document} reports a number that meets the target: {quote}",
    ),
    Grade.DONE: (
        "reported_done",
        "{document}报告已完成：{quote}",
        "{document} reports it done: {quote}",
    ),
    Grade.EXISTS: (
        "deliverable_exists",
        "{document}报告成果已有：{quote}",
        "{document} reports the deliverable as being there: {quote}",
    ),
    Grade.ACTIVE: (
        "reported_going_on",
        "{document}报告正在推进：{quote}",
        "{document} reports it going on: {quote}",
    ),
}

RELATED = {
    Grade.ACTIVE: (
        "reported_going_on",
        "{document}报告了相关工作：{quote}",
        "{document} reports related work: {quote}",
    )
}
"""Where the passage is no wording of the thread itself."""

APPLIED = (
    "deliverable_exists",
    "{document}部署落实，说明成果已有：{quote}",
    "{document} puts it into practice, so it is there: {quote}",
)
"""Where a plan applies what was to be made; a plan reports nothing."""

TAKEN_UP = {
    "sustaining": ("{plan}继续巩固：{quote}", "{plan} keeps it up: {quote}"),
    "repeated": ("{plan}原样再次提出：{quote}", "{plan} sets the very same again: {quote}"),
    "new_cycle": ("{plan}开始新一轮：{quote}", "{plan} begins a new cycle: {quote}"),
    "carried_on": ("{plan}再次部署：{quote}", "{plan} sets it again: {quote}"),
}

ANEW = ("{plan}开始新一轮", "{plan} begins a new cycle")
"""Where its passage is quoted already."""

SPOKEN_OF = ("{plan}有相关内容：{quote}", "{plan} speaks of related work: {quote}")

GOING_ON = {
    "in_latest_plan": (
        "此前已有，{document}继续部署：{quote}",
        "seen before, and carried on by {document}: {quote}",
    ),
    "in_latest_outcome": (
        "{document}报告仍在推进：{quote}",
        "{document} reports it going on: {quote}",
    ),
    "in_live_plan": ("{document}仍在执行期内：{quote}", "{document} is still running: {quote}"),
}

GOING_ON_BESIDE = {
    "in_latest_plan": (
        "此前已有，{document}有相关内容：{quote}",
        "seen before, and {document} speaks of related work: {quote}",
    ),
    "in_latest_outcome": (
        "{document}报告了相关工作：{quote}",
        "{document} reports related work: {quote}",
    ),
    "in_live_plan": (
        "{document}仍在执行期内，有相关内容：{quote}",
        "{document} is still running and speaks of related work: {quote}",
    ),
}
"""Where nothing in the document is a wording of the thread itself."""

STATES = {
    State.NEW: ("新增", "new"),
    State.CONTINUED: ("延续", "continued"),
    State.COMPLETED: ("完成", "completed"),
    State.DROPPED: ("未再提及", "dropped"),
}
