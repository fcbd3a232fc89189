"""A timeline -> JSON and other files, and back."""

from evolve.exporting.files import write_whole
from evolve.exporting.references import faults
from evolve.exporting.timeline_json import (
    load_timeline,
    parse_timeline,
    timeline_bytes,
    timeline_schema,
)

__all__ = [
    "faults",
    "load_timeline",
    "parse_timeline",
    "timeline_bytes",
    "timeline_schema",
    "write_whole",
]
