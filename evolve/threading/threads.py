"""Chains and verdicts -> threads."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from rapidfuzz.distance import Indel

from evolve.model import Entry, Level, State, Thread
from evolve.settings import Settings
from evolve.threading.evidence.assessing import assess_item, assess_measure
from evolve.threading.evidence.completion import Assess, completions
from evolve.threading.lines.chains import chains
from evolve.threading.lines.strands import Strand
from evolve.threading.lines.traces import Trace, traces
from evolve.threading.verdicts.caveats import caveats_of
from evolve.threading.verdicts.events import events_of
from evolve.threading.verdicts.overdue import overdue
from evolve.threading.verdicts.reasons import reasons_of
from evolve.threading.verdicts.states import judge
from evolve.threading.verdicts.tallies import from_measures
from evolve.threading.verdicts.verdict import Archive, Verdict, certainty_of

__all__ = ["Loom", "Woven"]

_ASSESS: dict[Level, Callable[[Strand], Assess]] = {
    Level.ITEM: assess_item,
    Level.MEASURE: assess_measure,
}


class Woven(NamedTuple):
    """A thread under construction: what was seen, and what follows from it."""

    trace: Trace
    verdicts: tuple[Verdict, ...]
    """As of each entry."""
    latest: Verdict
    """As of the latest document that the last member is compared with."""

    @property
    def id(self) -> str:
        """Of the first member, which later years do not change."""
        return f"t/{self.trace.chain[0]}"


class Loom(NamedTuple):
    """Weaves the threads of one level of one series."""

    strand: Strand
    archive: Archive
    settings: Settings

    @property
    def _single(self) -> bool:
        """Whether these are single promises, which have deadlines, rather than whole items."""
        return self.strand.level is Level.MEASURE

    def woven(self) -> list[Woven]:
        """All threads, by their first member."""
        found = chains(self.strand, self.settings.bridge_threshold)
        assess = _ASSESS[self.strand.level](self.strand)
        chosen = self.settings
        support = chosen.echo_threshold if self._single else chosen.support_threshold
        return [self._woven(trace, assess) for trace in traces(self.strand, found, support)]

    def _woven(self, trace: Trace, assess: Assess) -> Woven:
        after = zip(trace.sightings, completions(trace.sightings, assess), strict=True)
        done = {sighting.place: state for sighting, state in after}
        places = [entry.place for entry in trace.from_first_member]
        verdicts = tuple(judge(trace, self.archive, place, done[place]) for place in places)
        end = max(places[-1], self.archive.horizon[self.strand.place(trace.chain[-1])])
        if places[-1] == end:
            return Woven(trace, verdicts, verdicts[-1])
        return Woven(trace, verdicts, judge(trace, self.archive, end, done[places[-1]]))

    def thread(
        self, woven: Woven, parent: str | None = None, counts: Mapping[State, int] | None = None
    ) -> Thread:
        """Put a thread into its published form.

        Args:
            woven: The thread.
            parent: Item-level thread of a measure.
            counts: How many measures of an item stand where.
        """
        latest = from_measures(woven.latest, counts) if counts else woven.latest
        caveats = caveats_of(latest, woven.trace, self.archive, self.settings.weak_link)
        documents = [self.archive.documents[self.strand.place(node)] for node in woven.trace.chain]
        node = self.strand.nodes[woven.trace.chain[-1]]
        reasons = reasons_of(latest, self.archive)
        events = events_of(woven.trace, self.strand, self.archive, [*woven.verdicts, latest])
        if due := overdue(woven.trace, latest, self.archive) if self._single else None:
            reasons, events = (*reasons, due[0]), (*events, due[1])
        return Thread(
            id=woven.id,
            series=documents[0].series,
            level=self.strand.level,
            parent=parent,
            title=node.title or node.text,
            state=latest.state,
            certainty=certainty_of(caveats),
            caveats=caveats,
            reasons=reasons,
            first_year=documents[0].period.start,
            last_year=max(document.period.end for document in documents),
            entries=_entries(_up_to_date(woven, latest)),
            events=events,
            override=None,
        )


def _up_to_date(woven: Woven, latest: Verdict) -> Woven:
    """Let the entry of the latest document carry the state that the thread has."""
    if woven.verdicts[-1].place != latest.place:
        return woven
    return woven._replace(verdicts=(*woven.verdicts[:-1], latest))


def _entries(woven: Woven) -> tuple[Entry, ...]:
    entries, before = [], ""
    for sighting, verdict in zip(woven.trace.from_first_member, woven.verdicts, strict=True):
        text = sighting.texts[0] if sighting.members else ""
        entries.append(
            Entry(
                document=sighting.document.id,
                members=sighting.members,
                also=sighting.also,
                state=verdict.state,
                change=_change(before, text),
            )
        )
        before = text or before
    return tuple(entries)


def _change(before: str, text: str) -> float | None:
    return Indel.normalized_distance(before, text) if before and text else None
