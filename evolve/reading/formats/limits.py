"""How much of anything one file may hold, so that no file can exhaust the machine."""

from collections.abc import Mapping

from evolve.errors import InputError

__all__ = [
    "CELLS",
    "CHARACTERS",
    "CONVERSION_SECONDS",
    "DEPTH",
    "FILE_BYTES",
    "MEMBERS",
    "MEMORY_BYTES",
    "PACKAGE_BYTES",
    "PAGES",
    "RATIO",
    "SECONDS",
    "UNPACKED_BYTES",
    "check_size",
    "current",
    "set_current",
]

FILE_BYTES = 128 * 2**20
"""Size of a file."""

UNPACKED_BYTES = 512 * 2**20
"""Size of all members of an archive together, unpacked."""

PACKAGE_BYTES = 192 * 2**20
"""Size of all parts of an office document together, unpacked."""

RATIO = 200
"""Unpacked bytes for each packed byte of an archive, once there are more than a few."""

MEMBERS = 5_000
"""Members of an archive."""

DEPTH = 3
"""Archives inside archives."""

CHARACTERS = 64_000_000
"""Characters of text that a file may give."""

CELLS = 500_000
"""Cells of all tables of a file."""

PAGES = 20_000
"""Pages of a file."""

SECONDS = 600.0
"""Time for one file."""

MEMORY_BYTES = 2**30
"""Memory of the process that reads files of foreign libraries."""

CONVERSION_SECONDS = 120.0
"""Time for an outside program to convert a file."""


def check_size(count: int, limit: int, file: str, what: str) -> None:
    """Refuse a file that holds more than the limit.

    Raises:
        InputError: ``count`` is larger than ``limit``.
    """
    if count > limit:
        raise InputError(
            f"{file}: more than {limit:,} {what}, which is beyond any document; split the file."
        )


def current() -> dict[str, float]:
    """Give all limits by name."""
    return {name: value for name, value in globals().items() if name.isupper()}


def set_current(given: Mapping[str, float]) -> None:
    """Put limits, as ``current`` gave them in another process, into force in this one."""
    globals().update(given)
