"""Memory that is freed is kept for the next block."""

from functools import cache

import numpy as np

__all__ = ["keep_freed_memory"]

_MOST = (32 << 20) - (1 << 16)
"""Just below the size that the C library never keeps, in bytes."""


@cache
def keep_freed_memory() -> None:
    """Let the C library of Linux keep the memory of arrays that are gone.

    It gives large pieces back at once and takes them anew, cleared, a page fault every 4 KiB, which
    costs a fifth of the time of linking. The largest piece that was ever freed moves that bound
    (mallopt(3), M_MMAP_THRESHOLD); this one is never written to, so it costs nothing itself.
    """
    np.empty(_MOST, np.uint8)
