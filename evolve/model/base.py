"""What every type that crosses a package or reaches a file is made of.

What there are many of are frozen dataclasses with slots, a tenth of the size of pydantic models;
pydantic checks them when a file is read and writes them.
"""

from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainSerializer, TypeAdapter

__all__ = ["Frozen", "Number", "Span", "json_value"]

Span = tuple[int, int]
"""Start and end (exclusive) in characters (Unicode code points) of a text."""


def _rounded(number: float) -> float:
    return round(float(number), 4)


Number = Annotated[float, PlainSerializer(_rounded, return_type=float)]
"""A float that is written with at most 4 digits after the point."""


class Frozen(BaseModel):
    """An immutable value without unknown keys; its fields are written in their order."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def json_value(value: object) -> Any:
    """A value as a file would hold it: numbers rounded, names of enumerations, lists."""
    kind: Any = type(value)
    return _adapter(kind).dump_python(value, mode="json")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
