"""The timeline as JSON bytes, its schema, and the way back."""

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import to_json

from evolve.errors import FormatError, InputError
from evolve.model import SCHEMA_VERSION, Timeline

__all__ = ["load_timeline", "parse_timeline", "timeline_bytes", "timeline_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def timeline_bytes(timeline: Timeline) -> bytes:
    """UTF-8 JSON with 2-space indent, the same bytes for the same timeline."""
    return to_json(timeline, indent=2) + b"\n"


def timeline_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) that every exported timeline is valid against."""
    from evolve.exporting.descriptions import with_descriptions

    schema = Timeline.model_json_schema(mode="serialization")
    return {"$schema": _DIALECT, **with_descriptions(schema, "Timeline")}


def load_timeline(path: Path) -> Timeline:
    """Read an exported timeline.

    Raises:
        InputError: the file cannot be read.
        FormatError: it is no timeline of a version that this program knows.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    return parse_timeline(data, str(path))


def parse_timeline(data: bytes, name: str) -> Timeline:
    """Read the bytes of an exported timeline; ``name`` is what errors call it.

    Raises:
        FormatError: it is no timeline of a version that this program knows.
    """
    try:
        return Timeline.model_validate_json(data)
    except ValidationError as error:
        raise FormatError(_explain(data, name, error)) from error


def _explain(data: bytes, name: str, error: ValidationError) -> str:
    """The one sentence that helps most with a file that is no timeline."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        return f"{name}: is not JSON; give a timeline that `evolve build` wrote"
    if not isinstance(content, dict) or "schema_version" not in content:
        return f"{name}: is JSON but no timeline; give a file that `evolve build` wrote"
    if (version := content["schema_version"]) != SCHEMA_VERSION:
        return (
            f"{name}: is a timeline of version {version}, this program reads version"
            f" {SCHEMA_VERSION}; update policy-evolve or build the timeline anew"
        )
    first = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"]) or "top"
    return f"{name}: {place}: {first['msg']}; build the timeline anew"
