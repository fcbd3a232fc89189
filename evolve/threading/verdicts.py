"""A state with all that it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from evolve.model import Caveat, Certainty, CoverageStatus, Document, Role, State
from evolve.threading.completion import Completion
from evolve.threading.traces import Sighting

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

    def last(self, place: int, *, plan: bool) -> int | None:
        """Index of the latest plan, or outcome, up to a document."""
        for index in range(place, -1, -1):
            if (self.documents[index].role is not Role.OUTCOME) is plan:
                return index
        return None


@dataclass(frozen=True)
class Verdict:
    """A state with all that it rests on."""

    state: State
    rule: str
    sightings: tuple[Sighting, ...]
    """That decided, most telling first."""
    completion: Completion
    place: int
    """Index of the document as of which it holds."""
    tally: Mapping[State, int] = field(default_factory=dict)
    """How many measures of an item stand where; empty at measure level."""


def certainty_of(caveats: Iterable[Caveat]) -> Certainty:
    """Settled unless something besides the source being the issuer itself speaks against."""
    doubts = set(caveats) - {Caveat.SELF_REPORTED}
    return Certainty.PROVISIONAL if doubts else Certainty.SETTLED
