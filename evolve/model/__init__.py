"""Frozen types that cross a package or reach a file; the timeline is loaded when first named."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from evolve.model.base import Number, Span, json_value
from evolve.model.corpus import Corpus, FileText, Problem, Series
from evolve.model.document import (
    Completeness,
    Discarded,
    Document,
    Item,
    ItemKind,
    Measure,
    Modality,
    Period,
    Quantity,
    QuantityKind,
    Role,
    Section,
    Source,
    Table,
    TableRow,
    TableValue,
    moment_of,
)
from evolve.model.link import Evidence, Level, Link, LinkType, Relation, Review
from evolve.model.months import months_in
from evolve.model.thread import (
    EVENT_TYPES,
    Caveat,
    Certainty,
    Coverage,
    CoverageStatus,
    Direction,
    Entry,
    Event,
    Indicator,
    Observation,
    Override,
    Reason,
    State,
    TargetResult,
    Thread,
)

if TYPE_CHECKING:
    from evolve.model.frozen import Frozen
    from evolve.model.timeline import SCHEMA_VERSION, Generator, Timeline

__all__ = [
    "EVENT_TYPES",
    "SCHEMA_VERSION",
    "Caveat",
    "Certainty",
    "Completeness",
    "Corpus",
    "Coverage",
    "CoverageStatus",
    "Direction",
    "Discarded",
    "Document",
    "Entry",
    "Event",
    "Evidence",
    "FileText",
    "Frozen",
    "Generator",
    "Indicator",
    "Item",
    "ItemKind",
    "Level",
    "Link",
    "LinkType",
    "Measure",
    "Modality",
    "Number",
    "Observation",
    "Override",
    "Period",
    "Problem",
    "Quantity",
    "QuantityKind",
    "Reason",
    "Relation",
    "Review",
    "Role",
    "Section",
    "Series",
    "Source",
    "Span",
    "State",
    "Table",
    "TableRow",
    "TableValue",
    "TargetResult",
    "Thread",
    "Timeline",
    "json_value",
    "moment_of",
    "months_in",
]

_LATER = {
    "Frozen": "frozen",
    "Generator": "timeline",
    "SCHEMA_VERSION": "timeline",
    "Timeline": "timeline",
}
"""What brings pydantic with it, and its module."""


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"evolve.model.{_LATER[name]}"), name)
