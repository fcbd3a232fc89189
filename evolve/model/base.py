"""What every type that crosses a package or reaches a file is made of.

What there are many of are frozen dataclasses with slots, a tenth of the size of pydantic models;
pydantic checks them when a file is read and writes them, and is loaded only then.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = ["Number", "Span", "json_value"]

Span = tuple[int, int]
"""Start and end (exclusive) in characters (Unicode code points) of a text."""


def _rounded(number: float) -> float:
    return round(float(number), 4)


class _Rounded:
    """Tells pydantic how to write a number."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from pydantic import PlainSerializer

        serializer: Any = PlainSerializer(_rounded, return_type=float)
        return serializer.__get_pydantic_core_schema__(source, handler)


Number = Annotated[float, _Rounded()]
"""A float that is written with at most 4 digits after the point."""


def json_value(value: object) -> Any:
    """A value as a file would hold it: numbers rounded, names of enumerations, lists."""
    kind: Any = type(value)
    return _adapter(kind).dump_python(value, mode="json")


@cache
def _adapter(kind: Any) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
