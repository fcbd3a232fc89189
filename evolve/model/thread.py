"""What threading gives: threads with their states, indicators, coverage."""

from dataclasses import dataclass
from enum import StrEnum

from evolve.model.base import Number, Span
from evolve.model.document import QuantityKind, Role
from evolve.model.link import Level

__all__ = [
    "EVENT_TYPES",
    "Caveat",
    "Certainty",
    "Coverage",
    "CoverageStatus",
    "Direction",
    "Entry",
    "Event",
    "Indicator",
    "Observation",
    "Override",
    "Reason",
    "State",
    "TargetResult",
    "Thread",
]


class State(StrEnum):
    """What became of a line of work, as of the latest document."""

    NEW = "new"
    CONTINUED = "continued"
    COMPLETED = "completed"
    DROPPED = "dropped"


class Certainty(StrEnum):
    """Whether the documents can carry the state."""

    SETTLED = "settled"
    PROVISIONAL = "provisional"


class Caveat(StrEnum):
    """Why a state is less than certain."""

    NO_EARLIER_DOCUMENT = "no_earlier_document"
    """The first document of a series cannot tell what is new."""
    NO_LATER_DOCUMENT = "no_later_document"
    """Nothing after it could report."""
    ABSENT_ONCE = "absent_once"
    """Missing from one document only."""
    GAP = "gap"
    """Years without any document between."""
    OUT_OF_REACH = "out_of_reach"
    """The latest documents come too late to be compared with its last wording."""
    THIN_DOCUMENT = "thin_document"
    """The deciding document is much shorter than its neighbours."""
    PARTIAL_DOCUMENT = "partial_document"
    """The deciding document was not there in full."""
    FIELD_NOT_COVERED = "field_not_covered"
    """The deciding document has no part on the field at all."""
    SELF_REPORTED = "self_reported"
    """The issuer itself says so; every outcome text is."""
    WEAK_LINK = "weak_link"
    """The deciding link lies near the threshold."""
    CONFLICTING_EVIDENCE = "conflicting_evidence"
    """Evidence speaks both ways."""
    HEDGED = "hedged"
    """基本完成 and the like."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One step of the argument for a state."""

    rule: str
    """Name of the rule that fired."""
    text: str
    """In words a reader understands, in Chinese."""
    items: tuple[str, ...]
    """Ids of the items (or measures) that it rests on."""
    spans: tuple[Span, ...]
    """The passage in each of ``items``, in the same order; (0, 0) where it is the whole text."""
    text_en: str = ""
    """The same in English."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """Where a thread stands in one document."""

    document: str
    """Id of the document."""
    members: tuple[str, ...]
    """Ids of this thread's items, or of its measures at measure level."""
    also: tuple[str, ...]
    """Members of other threads that are linked to it."""
    state: State
    """State as of this document."""
    change: Number | None
    """Change of wording since the entry before, 0 (none) to 1 (all); null for the first."""


EVENT_TYPES = (
    "renamed",
    "split",
    "merged",
    "resumed",
    "completed",
    "sustaining",
    "new_cycle",
    "repeated",
    "ended",
    "deadline_passed",
    "deadline_moved",
    "met",
    "exceeded",
    "missed",
    "strengthened",
    "weakened",
    "retargeted",
    "target_added",
    "target_removed",
    "hedge_added",
    "hedge_removed",
)
"""What can happen to a thread."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """Something that happened to a thread."""

    type: str
    """One of :data:`EVENT_TYPES`: ``renamed``, ``split``, ``merged``, ``weakened`` ..."""
    document: str
    """Document in which it shows."""
    items: tuple[str, ...]
    """Ids of the items (or measures) involved."""
    text: str
    """In words, in Chinese."""
    text_en: str = ""
    """The same in English."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Override:
    """A person's decision, beside the machine's."""

    state: State
    """The person's state."""
    reason: str
    """Why."""
    reviewer: str
    """Who."""
    stale: bool
    """Whether the evidence changed since."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Thread:
    """One line of work, or one measure, followed through the documents of a series."""

    id: str
    """``t/`` and the id of its first item or measure."""
    series: str
    """Id of the series."""
    level: Level
    """Item or measure."""
    parent: str | None
    """Item-level thread of a measure thread, or null."""
    title: str
    """Its latest heading, or the text of its latest measure."""
    state: State
    """As of the latest document."""
    certainty: Certainty
    """Whether the documents can carry the state."""
    caveats: tuple[Caveat, ...]
    """Why it is less than certain."""
    reasons: tuple[Reason, ...]
    """Why it has its state, most decisive first."""
    first_year: int
    """Start of the first document that it is in."""
    last_year: int
    """End of the last document that it is in."""
    entries: tuple[Entry, ...]
    """In time order."""
    events: tuple[Event, ...]
    """In time order."""
    override: Override | None
    """A person's decision, or null."""


class Direction(StrEnum):
    """Which way an indicator is wanted to go."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, kw_only=True, slots=True)
class Observation:
    """One sighting of an indicator."""

    document: str
    """Id of the document."""
    item: str
    """Id of the item (or table item)."""
    year: int | None
    """The year it speaks of."""
    kind: QuantityKind
    """Baseline, target or actual."""
    operator: str
    """As in a quantity."""
    value: Number | None
    """In the indicator's unit."""
    low: Number | None
    """Lower bound that the wording allows."""
    high: Number | None
    """Upper bound that the wording allows."""
    text: str
    """As printed."""
    span: Span
    """In the item's text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TargetResult:
    """A target beside the actual figure of its year."""

    year: int
    """The year that both speak of."""
    result: str
    """``met``, ``exceeded`` or ``missed``."""
    target: str
    """The target as printed."""
    actual: str
    """The actual figure as printed."""
    documents: tuple[str, str]
    """Ids of the documents that set and that report it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Indicator:
    """A figure followed through time."""

    id: str
    """Series and running name."""
    series: str
    """Id of the series."""
    name: str
    """In the text's own words."""
    unit: str
    """Unit of all its values."""
    direction: Direction
    """Which way it is wanted to go."""
    observations: tuple[Observation, ...]
    """In time order."""
    notes: tuple[str, ...] = ()
    """Doubts about comparability, one sentence each."""
    basis: str = "level"
    """``level``, ``cumulative``, ``new`` or ``growth``, the same for all its values."""
    falls: bool = False
    """Whether they are sizes of a fall or of what is done away with."""
    covers: str = "year"
    """What a flow or a growth covers: one ``year``, several ``years`` together, or a
    ``yearly_average``."""
    results: tuple[TargetResult, ...] = ()
    """Targets whose year an actual figure speaks of, in time order."""


class CoverageStatus(StrEnum):
    """Whether absence can be observed."""

    FULL = "full"
    REDUCED = "reduced"
    THIN = "thin"
    PARTIAL = "partial"
    NONE = "none"


@dataclass(frozen=True, kw_only=True, slots=True)
class Coverage:
    """What could be observed at all in one series, role and year."""

    series: str
    """Id of the series."""
    role: Role
    """Plan, outcome or plan of several years."""
    year: int
    """Year covered."""
    status: CoverageStatus
    """By items against the neighbours' median: ``full`` from 0.8, ``reduced`` from 0.5."""
    silent_on: tuple[str, ...] = ()
    """Headings of the latest documents before it on whose fields it has no part at all."""
