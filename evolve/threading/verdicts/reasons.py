"""The argument for a state: the rule that fired, and the passage it fired on."""

from collections.abc import Iterator
from functools import lru_cache

from evolve.model import Document, Reason, Role
from evolve.threading.evidence.completion import Proof
from evolve.threading.evidence.grading import cancelled
from evolve.threading.lines.traces import Sighting
from evolve.threading.verdicts.phrases import (
    ANEW,
    APPLIED,
    GOING_ON,
    GOING_ON_BESIDE,
    GRADES,
    RELATED,
    SPOKEN_OF,
    STATES,
    TAKEN_UP,
)
from evolve.threading.verdicts.verdict import Archive, Verdict
from evolve.threading.verdicts.wording import Told, bilingual, named, quoted

__all__ = ["reasons_of"]


def reasons_of(verdict: Verdict, archive: Archive) -> tuple[Reason, ...]:
    """Steps of the argument, most decisive first."""
    steps = list(_RULES[verdict.rule](verdict, archive))
    if not verdict.tally:
        return tuple(steps)
    counted = _counted(verdict)
    return (counted, *steps) if verdict.rule == "measures" else (*steps[:1], counted, *steps[1:])


def _counted(verdict: Verdict) -> Reason:
    shown = [(*STATES[state], count) for state, count in verdict.tally.items()]
    told = bilingual(
        "{total}项措施：{counts}",
        "{total} measures: {counts}",
        total=str(sum(verdict.tally.values())),
        counts=(
            "，".join(f"{zh}{count}" for zh, _, count in shown),
            ", ".join(f"{count} {en}" for _, en, count in shown),
        ),
    )
    return _reason("measures", told, {})


def _completed(verdict: Verdict, _: Archive) -> Iterator[Reason]:
    if verdict.completion.proof:
        yield _proof(verdict.completion.proof)
    yield from _taken_up(verdict)


def _proof(proof: Proof) -> Reason:
    own = proof.node in proof.sighting.members
    grades = GRADES if own else GRADES | RELATED
    rule, chinese, english = APPLIED if proof.sighting.is_plan else grades[proof.finding.grade]
    text = proof.text
    told = bilingual(chinese, english, document=named(proof.sighting.document), quote=quoted(text))
    return _reason(rule, told, {proof.node: proof.span})


def _taken_up(verdict: Verdict) -> Iterator[Reason]:
    plan, how = verdict.completion.followed, verdict.completion.how
    if plan is None or not (verdict.completion.proof or verdict.completion.past):
        return
    quoted_before = plan is verdict.sightings[0]
    if not (how == "carried_on" and quoted_before):
        related = how in {"sustaining", "carried_on"} and not plan.members
        words = SPOKEN_OF if related else ANEW if quoted_before else TAKEN_UP[how]
        told = bilingual(*words, plan=named(plan.document), quote=quoted(plan.passage))
        yield _reason(how, told, {plan.source: (0, 0)})
    if verdict.completion.past and not verdict.completion.proof:
        yield _proof(verdict.completion.past)


def _new(verdict: Verdict, archive: Archive) -> Iterator[Reason]:
    (first,) = verdict.sightings
    earlier = archive.names(0, first.place)
    told = _first_seen(named(first.document), earlier) if first.place else _alone(first.document)
    yield _reason("first_seen", told, dict.fromkeys(first.nodes, (0, 0)))


@lru_cache(maxsize=4096)
def _first_seen(document: Told, earlier: Told) -> Told:
    return bilingual(
        "首次见于{document}，此前的{earlier}均未见",
        "first seen in {document}, in none of the earlier ones ({earlier})",
        document=document,
        earlier=earlier,
    )


def _alone(document: Document) -> Told:
    return bilingual(
        "见于{document}；这是该系列最早的文件，此前无从比较",
        "seen in {document}, the first of its series: nothing earlier to compare with",
        document=named(document),
    )


def _continued(verdict: Verdict, _: Archive) -> Iterator[Reason]:
    now = verdict.sightings[0]
    yield _reason(verdict.rule, _going_on(verdict.rule, now), dict.fromkeys(now.nodes, (0, 0)))
    if verdict.rule == "in_latest_plan":
        yield from _taken_up(verdict)
    activity = verdict.completion.activity
    if activity and activity.sighting is not now:
        yield _proof(activity)
    for before in verdict.sightings[1:]:
        if not before.members and not (activity and activity.sighting is before):
            yield _seen_before(before)


def _seen_before(before: Sighting) -> Reason:
    """Where a thread was spoken of that had no member of its own yet."""
    told = bilingual(
        "{document}已有相关内容：{quote}",
        "{document} spoke of related work: {quote}",
        document=named(before.document),
        quote=quoted(before.passage),
    )
    return _reason("seen_before", told, {before.source: (0, 0)})


def _going_on(rule: str, now: Sighting) -> Told:
    chinese, english = (GOING_ON if now.members else GOING_ON_BESIDE)[rule]
    if rule == "in_latest_plan" and now.document.role is Role.MULTI_YEAR_PLAN:
        chinese = chinese.replace("继续部署", "继续列入")
    return bilingual(chinese, english, document=named(now.document), quote=quoted(now.passage))


def _ended(verdict: Verdict, _: Archive) -> Iterator[Reason]:
    (last,) = verdict.sightings
    told = bilingual(
        "{document}明确不再进行：{quote}",
        "{document} says that it ends: {quote}",
        document=named(last.document),
        quote=quoted(last.texts[0]),
    )
    yield _reason("said_to_end", told, {last.nodes[0]: cancelled(last.texts[0]) or (0, 0)})


def _silent(verdict: Verdict, archive: Archive) -> Iterator[Reason]:
    (last,) = verdict.sightings
    later = archive.names(last.place + 1, verdict.place + 1)
    told = _last_seen(named(last.document), later, "" if last.members else quoted(last.passage))
    yield _reason("silent", told, dict.fromkeys(last.nodes, (0, 0)))
    for place in archive.deciding(last.place, verdict.place):
        if archive.silent_on(last, place):
            told = _no_part(named(archive.documents[place]), quoted(archive.field(last)))
            yield _reason("field_not_covered", told, {})
    activity = verdict.completion.activity
    if activity and (last.members or activity.node != last.source):
        yield _proof(activity)


@lru_cache(maxsize=4096)
def _last_seen(document: Told, later: Told, related: str) -> Told:
    """Where a thread was last seen; related work stood there where something is quoted."""
    chinese, english = (
        (
            "最后见于{document}的相关内容{related}",
            "last seen in related work of {document}: {related}",
        )
        if related
        else ("最后见于{document}", "last seen in {document}")
    )
    return bilingual(
        f"{chinese}；其后的{{later}}均未提及",
        f"{english}; not mentioned after it ({{later}})",
        document=document,
        later=later,
        related=related,
    )


@lru_cache(maxsize=4096)
def _no_part(document: Told, field: str) -> Told:
    return bilingual(
        "{document}没有关于{field}的部分，未提及不足为凭",
        "{document} has no part on {field}: that it is silent proves little",
        document=document,
        field=field,
    )


def _where_seen(verdict: Verdict, _: Archive) -> Iterator[Reason]:
    last = verdict.sightings[0]
    told = bilingual("见于{document}", "seen in {document}", document=named(last.document))
    yield _reason("seen", told, dict.fromkeys(last.nodes, (0, 0)))


_RULES = {
    "completed": _completed,
    "first_seen": _new,
    "in_latest_plan": _continued,
    "in_latest_outcome": _continued,
    "in_live_plan": _continued,
    "said_to_end": _ended,
    "silent": _silent,
    "measures": _where_seen,
}


def _reason(rule: str, told: Told, passages: dict[str, tuple[int, int]]) -> Reason:
    return Reason(
        rule=rule,
        text=told[0],
        text_en=told[1],
        items=tuple(passages),
        spans=tuple(passages.values()),
    )
