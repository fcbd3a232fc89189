"""Where absence can be observed at all: how much each document says against its neighbours."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from evolve.model import Completeness, Corpus, Coverage, CoverageStatus, Document, Role

__all__ = ["coverage_of", "sizes", "statuses"]

_FULL, _REDUCED = 0.8, 0.5
_NEIGHBOURS = 2
_BEST_FIRST = list(CoverageStatus)


def sizes(corpus: Corpus, documents: Sequence[Document]) -> dict[str, int]:
    """Characters of the items of each document."""
    return {one.id: sum(len(item.text) for item in corpus.items_of[one.id]) for one in documents}


def statuses(corpus: Corpus, documents: Sequence[Document]) -> dict[str, CoverageStatus]:
    """Status of each document of one series, by length against the neighbours of its role.

    Length is counted in characters of items: the items of one year may be half as many and
    twice as long. The neighbours are up to two documents before and two after; a document
    without neighbours is ``full`` unless it was not there as a whole.
    """
    found = {}
    for role in Role:
        line = [document for document in documents if document.role is role]
        lengths = list(sizes(corpus, line).values())
        for index, document in enumerate(line):
            found[document.id] = _status(document, lengths, index)
    return found


def _status(document: Document, lengths: Sequence[int], index: int) -> CoverageStatus:
    if document.completeness is Completeness.PARTIAL:
        return CoverageStatus.PARTIAL
    if not lengths[index]:
        return CoverageStatus.NONE
    near = [*lengths[max(0, index - _NEIGHBOURS) : index], *lengths[index + 1 :][:_NEIGHBOURS]]
    share = lengths[index] / median(near) if near and median(near) else 1.0
    if share >= _FULL:
        return CoverageStatus.FULL
    return CoverageStatus.REDUCED if share >= _REDUCED else CoverageStatus.THIN


def coverage_of(
    series: str,
    documents: Sequence[Document],
    status: Mapping[str, CoverageStatus],
    silent: Mapping[str, Sequence[str]],
) -> Iterable[Coverage]:
    """One cell for each role that the series has and each year between its first and its last.

    Args:
        series: Id of the series.
        documents: Of the series.
        status: How much of each could be seen.
        silent: On which fields of earlier documents each has no part.
    """
    if not documents:
        return
    first = min(document.period.start for document in documents)
    last = max(document.period.end for document in documents)
    for role in sorted({document.role for document in documents}):
        for year in range(first, last + 1):
            there = [
                document.id
                for document in documents
                if document.role is role and document.period.start <= year <= document.period.end
            ]
            seen = (status[name] for name in there)
            best = min(seen, key=_BEST_FIRST.index, default=CoverageStatus.NONE)
            lacking = _common([silent[name] for name in there])
            yield Coverage(
                series=series, role=role, year=year, status=best, silent_on=tuple(lacking)
            )


def _common(lists: Sequence[Sequence[str]]) -> list[str]:
    """What stands in every list, in the order of the first."""
    return [one for one in lists[0] if all(one in other for other in lists)] if lists else []
