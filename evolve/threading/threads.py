"""Chains and verdicts -> threads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from evolve.model import Entry, Level, Thread
from evolve.settings import Settings
from evolve.threading.assessing import assess_item, assess_measure
from evolve.threading.chains import chains
from evolve.threading.completion import Proof
from evolve.threading.events import events_of
from evolve.threading.reasons import reasons_of
from evolve.threading.states import judge
from evolve.threading.strands import Strand
from evolve.threading.traces import Sighting, Trace, traces
from evolve.threading.verdicts import Archive, Verdict

__all__ = ["Loom"]

_ASSESS: dict[Level, Callable[[Strand], Callable[[Sighting, str], Proof | None]]] = {
    Level.ITEM: assess_item,
    Level.MEASURE: assess_measure,
}


@dataclass(frozen=True)
class Loom:
    """Weaves the threads of one level of one series."""

    strand: Strand
    archive: Archive
    settings: Settings

    def threads(self, parents: Mapping[str, str]) -> list[Thread]:
        """All threads, by their first member.

        Args:
            parents: Item-level thread of each measure; empty at item level.
        """
        found = chains(self.strand, self.settings.bridge_threshold)
        woven = traces(self.strand, found, self.settings.support_threshold)
        return [self._thread(trace, parents) for trace in woven]

    def _thread(self, trace: Trace, parents: Mapping[str, str]) -> Thread:
        entries = trace.from_first_member
        verdicts = [self._judge(trace, entry.place) for entry in entries]
        latest = self._judge(trace, len(self.archive.documents) - 1)
        first, last = trace.chain[0], trace.chain[-1]
        documents = [self.archive.documents[self.strand.place(node)] for node in trace.chain]
        node = self.strand.nodes[last]
        return Thread(
            id=f"t/{first}",
            series=documents[0].series,
            level=self.strand.level,
            parent=parents.get(first),
            title=node.title or node.text,
            state=latest.state,
            certainty=latest.certainty,
            caveats=latest.caveats,
            reasons=reasons_of(latest, self.archive),
            first_year=documents[0].period.start,
            last_year=max(document.period.end for document in documents),
            entries=self._entries(entries, verdicts),
            events=events_of(trace, self.strand, self.archive, [*verdicts, latest]),
            override=None,
        )

    def _judge(self, trace: Trace, place: int) -> Verdict:
        assess = _ASSESS[self.strand.level](self.strand)
        return judge(trace, self.archive, place, assess, self.settings.weak_link)

    def _entries(self, sightings: list[Sighting], verdicts: list[Verdict]) -> tuple[Entry, ...]:
        entries, before = [], ""
        for sighting, verdict in zip(sightings, verdicts, strict=True):
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
