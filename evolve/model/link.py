"""What matching gives: links between items and between measures of two documents."""

from dataclasses import dataclass
from enum import StrEnum

from evolve.model.base import Number, Span

__all__ = ["Evidence", "Level", "Link", "LinkType", "Relation", "Review"]


class Level(StrEnum):
    """What a link or a thread joins."""

    ITEM = "item"
    MEASURE = "measure"


class Relation(StrEnum):
    """What a link means, by the roles of its two documents."""

    REPORTED = "reported"
    """Plan to outcome."""
    FOLLOWED_UP = "followed_up"
    """Outcome to plan."""
    CARRIED_ON = "carried_on"
    """Plan to plan."""
    SUSTAINED = "sustained"
    """Outcome to outcome."""
    COUNTERPART = "counterpart"
    """Two series: peers in the same years, or a district under its city."""


class LinkType(StrEnum):
    """How the two texts cover each other."""

    SAME = "same"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    RELATED = "related"


class Review(StrEnum):
    """What a person said of a link."""

    AUTO = "auto"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ADDED = "added"


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """A passage that stands in both texts."""

    source_span: Span
    """In the source's text."""
    target_span: Span
    """In the target's text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """Two items or two measures that speak of the same work."""

    level: Level
    """Item or measure."""
    source: str
    """Id of the earlier one."""
    target: str
    """Id of the later one."""
    relation: Relation
    """By the roles of the documents."""
    type: LinkType
    """By coverage in both directions."""
    score: Number
    """Calibrated probability, 0 to 1, that a careful reader would draw this link."""
    primary: bool
    """Whether each is the other's best."""
    signals: dict[str, Number]
    """What added to and took from the score; the sum is its log-odds."""
    evidence: tuple[Evidence, ...]
    """Shared passages, most telling first."""
    review: Review = Review.AUTO
    """What a person said of it."""
