"""The base of every type that crosses a package or reaches a file."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer

__all__ = ["Frozen", "Number", "Span"]

Span = tuple[int, int]
"""Start and end (exclusive) in characters (Unicode code points) of a text."""


def _rounded(number: float) -> float:
    return round(number, 4)


Number = Annotated[float, PlainSerializer(_rounded, return_type=float)]
"""A float that is written with at most 4 digits after the point."""


class Frozen(BaseModel):
    """An immutable value without unknown keys; its fields are written in their order."""

    model_config = ConfigDict(frozen=True, extra="forbid")
