"""Which figures that readers call comparable stand in one indicator."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evolve.errors import FormatError
from evolve.model import Indicator, Observation

__all__ = ["ComparableRow", "joined", "read_comparable"]


@dataclass(frozen=True)
class ComparableRow:
    """Two figures that can honestly be compared."""

    name: str
    """What they count, as the readers say."""
    items: tuple[str, str]
    """Items that they stand in."""
    values: tuple[str, str]
    """As printed."""
    passages: tuple[str, str]
    """The clauses that they stand in."""


def read_comparable(folder: Path) -> tuple[ComparableRow, ...]:
    """Read the comparable figures of a folder of link readings (``links/*.json``).

    Raises:
        FormatError: a file breaks the format.
    """
    return tuple(row for path in sorted(folder.glob("*.json")) for row in _rows(path))


def _rows(path: Path) -> Iterable[ComparableRow]:
    try:
        return [
            ComparableRow(
                row["name"],
                (row["a"], row["b"]),
                (row["a_value"], row["b_value"]),
                (row["a_snippet"], row["b_snippet"]),
            )
            for row in json.loads(path.read_text(encoding="utf-8")).get("quantities", ())
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FormatError(f"{path}: no link readings ({error!r})") from error


def joined(row: ComparableRow, indicators: Sequence[Indicator]) -> Indicator | None:
    """The indicator that holds both figures of a row; null where none does."""
    return next(
        (
            indicator
            for indicator in indicators
            if all(_holds(indicator, *side) for side in zip(row.items, row.values, strict=True))
        ),
        None,
    )


def _holds(indicator: Indicator, item: str, value: str) -> bool:
    return any(seen.item == item and _same(seen, value) for seen in indicator.observations)


def _same(seen: Observation, value: str) -> bool:
    return seen.text in value or value in seen.text
