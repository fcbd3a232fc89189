"""What happened to a thread: it was renamed, split, merged, resumed, completed, begun anew ..."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from evolve.model import Event, Role
from evolve.text import normalize
from evolve.threading.comparison.targets import compare_targets
from evolve.threading.evidence.goals import Result
from evolve.threading.evidence.promises import sustaining
from evolve.threading.lines.strands import Strand
from evolve.threading.lines.traces import Sighting, Trace
from evolve.threading.verdicts.verdict import Archive, Verdict
from evolve.threading.verdicts.wording import Told, answer_told, bilingual, named, names, quoted

__all__ = ["events_of"]

_RENAMED = 0.5
"""Similarity of two headings below which the line of work has another name."""


def events_of(
    trace: Trace, strand: Strand, archive: Archive, verdicts: Sequence[Verdict]
) -> tuple[Event, ...]:
    """All events of a thread in time order.

    Args:
        trace: The thread.
        strand: Its level.
        archive: The documents of its series.
        verdicts: Its state as of each of its entries.
    """
    found: list[tuple[int, Event]] = []
    seen = trace.from_first_member
    for early, late in pairwise(seen):
        events = (
            *_renamed(early, late, strand),
            *_split(early, late, strand),
            *_merged(early, late, strand),
            *_resumed(early, late, archive),
        )
        found += [(late.place, event) for event in events]
    plans = [one for one in seen if one.is_plan and one.members]
    for early, late in pairwise(plans):
        found += [(late.place, event) for event in _retargeted(early, late, strand)]
    found += _turns(verdicts)
    return tuple(event for _, event in sorted(found, key=lambda pair: pair[0]))


def _event(kind: str, sighting: Sighting, items: Sequence[str], told: Told) -> Event:
    return Event(
        type=kind,
        document=sighting.document.id,
        items=tuple(items),
        text=told[0],
        text_en=told[1],
    )


def _renamed(early: Sighting, late: Sighting, strand: Strand) -> Iterator[Event]:
    if not early.members or not late.members:
        return
    old, new = (strand.nodes[sighting.members[0]].title for sighting in (early, late))
    if not old or not new or _alike(old, new) >= _RENAMED:
        return
    told = bilingual(
        "由{old}改称{new}", "renamed from {old} to {new}", old=quoted(old), new=quoted(new)
    )
    yield _event("renamed", late, (*early.members, *late.members), told)


def _alike(old: str, new: str) -> float:
    return Indel.normalized_similarity(normalize(old), normalize(new))


def _split(early: Sighting, late: Sighting, strand: Strand) -> Iterator[Event]:
    for member in early.members:
        parts = _linked(member, late.place, strand)
        if len(parts) > 1:
            told = bilingual(
                "在{document}中分为{count}处",
                "split into {count} in {document}",
                document=named(late.document),
                count=str(len(parts)),
            )
            yield _event("split", late, (member, *parts), told)


def _merged(early: Sighting, late: Sighting, strand: Strand) -> Iterator[Event]:
    for member in late.members:
        parts = _linked(member, early.place, strand)
        if len(parts) > 1:
            told = bilingual(
                "由{document}的{count}处合并而来",
                "merged from {count} of {document}",
                document=named(early.document),
                count=str(len(parts)),
            )
            yield _event("merged", late, (*parts, member), told)


def _linked(node: str, place: int, strand: Strand) -> list[str]:
    others = [other for other, _ in strand.near.get(node, ()) if strand.place(other) == place]
    return sorted(others, key=lambda other: strand.nodes[other].rank)


def _resumed(early: Sighting, late: Sighting, archive: Archive) -> Iterator[Event]:
    between = archive.documents[early.place + 1 : late.place]
    silent = [document for document in between if document.role is Role.PLAN]
    if silent and late.is_plan and late.members:
        told = bilingual(
            "{silent}未提及，{document}重新提出",
            "not in {silent}, taken up again by {document}",
            silent=names(silent),
            document=named(late.document),
        )
        yield _event("resumed", late, late.nodes, told)


def _retargeted(early: Sighting, late: Sighting, strand: Strand) -> Iterator[Event]:
    """What a later plan made of the figures, the deadline and the firmness of a promise."""
    for old, new in zip(early.measures, late.measures, strict=False):
        changes = compare_targets(
            old,
            new,
            early.document.period,
            late.document.period,
            beside_old=strand.targets.get(early.place, ()),
            beside_new=strand.targets.get(late.place, ()),
        )
        for change in changes:
            items = (*early.members, *late.members)
            yield _event(change.type, late, items, (change.text, change.text_en))


_TURNS = {
    "sustaining": ("完成后{document}继续巩固", "kept up by {document} after it was done"),
    "new_cycle": ("{document}开始新一轮", "{document} begins a new cycle"),
    "repeated": ("报告完成后{document}原样再次提出", "set again by {document} after it was done"),
}


def _turns(verdicts: Sequence[Verdict]) -> Iterator[tuple[int, Event]]:
    """Completions, what plans made of them, and ends, each once."""
    told_of: set[tuple[str, int]] = set()
    for verdict in verdicts:
        for kind, sighting, nodes, told in _turn(verdict):
            if (kind, sighting.place) not in told_of:
                told_of.add((kind, sighting.place))
                yield sighting.place, _event(kind, sighting, nodes, told)


def _answer(result: Result) -> Told:
    return answer_told(result.verdict, result.target.text, result.actual.text)


_REPORTED = ("{document}报告完成", "reported done by {document}")
_APPLIED = ("{document}部署落实，说明成果已有", "put into practice by {document}, so it is there")


def _says_so(how: str, plan: Sighting) -> bool:
    """Whether a plan that took something up again did so in words of its own."""
    return how in _TURNS and (how != "sustaining" or bool(plan.members) or sustaining(plan.passage))


def _turn(verdict: Verdict) -> Iterator[tuple[str, Sighting, Sequence[str], Told]]:
    """What turned, when, the passages that tell it, and in words."""
    done = verdict.completion
    for proof in (done.proof or done.past, done.activity):
        if proof and proof.result:
            yield proof.result.verdict, proof.sighting, (proof.node,), _answer(proof.result)
    if proof := done.proof or done.past:
        document = named(proof.sighting.document)
        words = _APPLIED if proof.sighting.is_plan else _REPORTED
        told = bilingual(*words, document=document)
        yield "completed", proof.sighting, (proof.node,), told
    if done.followed and _says_so(done.how, done.followed):
        document = named(done.followed.document)
        told = bilingual(*_TURNS[done.how], document=document)
        yield done.how, done.followed, done.followed.nodes, told
    if verdict.rule == "said_to_end":
        last = verdict.sightings[0]
        document = named(last.document)
        yield (
            "ended",
            last,
            last.nodes,
            bilingual("{document}宣布终止", "ended by {document}", document=document),
        )
