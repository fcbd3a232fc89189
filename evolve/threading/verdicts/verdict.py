"""A state with all that it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from evolve.model import Caveat, Certainty, CoverageStatus, Document, Role, State
from evolve.threading.evidence.completion import Completion
from evolve.threading.fields import Fields
from evolve.threading.lines.traces import Sighting
from evolve.threading.verdicts.wording import Told, names

__all__ = ["Archive", "Verdict", "certainty_of"]


@dataclass(frozen=True)
class Archive:
    """The documents of one series in time order, and how much of each could be seen."""

    documents: Sequence[Document]
    status: dict[str, CoverageStatus]
    size: Mapping[str, int]
    """Characters of the items of each document."""
    year: int
    """The latest year that any document of the whole corpus covers."""
    fields: Fields
    """Which documents have a part on the field of each item."""
    horizon: Sequence[int]
    """Index of the last document that each is compared with, or its own."""

    def silent_on(self, sighting: Sighting, place: int) -> bool:
        """Whether a document has no part on the field of a line of work."""
        return not self.fields.covers(place, _item(sighting))

    def field(self, sighting: Sighting) -> str:
        """What the field of a line of work is called."""
        return self.fields.heading(_item(sighting))

    def last(self, place: int, *, plan: bool) -> int | None:
        """Index of the latest plan, or outcome, up to a document."""
        return self._last[plan][place]

    def deciding(self, after: int, place: int) -> list[int]:
        """The latest plan and the latest outcome up to a document, where they come after another.

        Args:
            after: Index of the other document.
            place: Index of the document.
        """
        last = (self.last(place, plan=plan) for plan in (False, True))
        return [one for one in last if one is not None and one > after]

    @cached_property
    def _last(self) -> dict[bool, list[int | None]]:
        found: dict[bool, list[int | None]] = {True: [], False: []}
        last: dict[bool, int | None] = {True: None, False: None}
        for index, document in enumerate(self.documents):
            last[document.role is not Role.OUTCOME] = index
            for plan, indices in found.items():
                indices.append(last[plan])
        return found

    def names(self, start: int, end: int) -> Told:
        """Short names of the documents from one to before another."""
        told = self._names.get((start, end))
        if told is None:
            told = self._names[start, end] = names(self.documents[start:end])
        return told

    @cached_property
    def _names(self) -> dict[tuple[int, int], Told]:
        return {}

    @cached_property
    def is_over(self) -> bool:
        """Whether the years of all documents are over when others speak."""
        return max(one.period.end for one in self.documents) < self.year


def _item(sighting: Sighting) -> str:
    """The item that a sighting stands in."""
    return sighting.measures[0].item if sighting.measures else sighting.nodes[0]


class Verdict(NamedTuple):
    """A state with all that it rests on."""

    state: State
    rule: str
    sightings: tuple[Sighting, ...]
    """That decided, most telling first."""
    completion: Completion
    place: int
    """Index of the document as of which it holds."""
    tally: Mapping[State, int] = MappingProxyType({})
    """How many measures of an item stand where; empty at measure level."""


def certainty_of(caveats: Iterable[Caveat]) -> Certainty:
    """Settled unless something besides the source being the issuer itself speaks against."""
    doubts = set(caveats) - {Caveat.SELF_REPORTED}
    return Certainty.PROVISIONAL if doubts else Certainty.SETTLED
