"""Which documents of a series are compared: those within so many years, and the latest before.

Every document with every other would be work that grows with the square of the years.
"""

from collections.abc import Sequence

import numpy as np

from evolve.matching.characters import Bools
from evolve.model import Document, Role

__all__ = ["compared", "horizon", "reach_notices"]


def compared(documents: Sequence[Document], reach: int) -> Bools:
    """Tell which documents of a series are compared with which.

    A plan of several years is as near to what falls into these years as it can be. Whatever the
    gap, a document is compared with the latest plan, the latest outcome and the latest plan of
    several years before it: a series with a long silence is still one series.

    Args:
        documents: Of one series, in time order.
        reach: Most years from the end of one to the start of another.

    Returns:
        Symmetric, shape (documents, documents); no document is compared with itself.
    """
    starts = np.array([one.period.start for one in documents], np.int64)
    ends = np.array([one.period.end for one in documents], np.int64)
    apart = starts[:, None] - ends
    found = np.maximum(apart, apart.T) <= reach
    last: dict[Role, int] = {}
    for place, document in enumerate(documents):
        before = [*last.values()]
        found[place, before] = found[before, place] = True
        last[document.role] = place
    np.fill_diagonal(found, val=False)
    return np.asarray(found)


def horizon(documents: Sequence[Document], reach: int) -> list[int]:
    """Tell the last document that each is compared with, or its own place; the same arguments."""
    seen = compared(documents, reach) | np.eye(len(documents), dtype=bool)
    last: list[int] = (len(documents) - 1 - seen[:, ::-1].argmax(1)).tolist()
    return last


def reach_notices(documents: Sequence[Document], reach: int) -> dict[str, str]:
    """Say of each document that is not compared with all before it that it is not."""
    seen = np.tril(compared(documents, reach)).sum(1).tolist()
    return {
        document.id: (
            f"Of {before} earlier documents of its series {looked} were compared with it: those "
            f"within {reach} years, and the latest of each kind (setting reach)."
        )
        for before, (document, looked) in enumerate(zip(documents, seen, strict=True))
        if looked < before
    }
