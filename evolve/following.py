"""Links and threads of a corpus; a copy of the process follows half the series of a small one."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from evolve.beside import beside
from evolve.matching import link_corpus
from evolve.matching.linking import in_order
from evolve.model import Corpus, Coverage, Document, Link, Thread
from evolve.progress import Progress, quiet
from evolve.settings import Settings
from evolve.threading.weaving import lines_of

__all__ = ["Followed", "Work", "follow"]


class _OfSeries(Protocol):
    @property
    def series(self) -> str: ...


_Rows = TypeVar("_Rows", bound=_OfSeries)
_SMALL = 5_000
"""Items of a corpus that is done in a few seconds."""
_Series = frozenset[str]
"""Ids of series."""
_NONE: _Series = frozenset()


class Followed(NamedTuple):
    """What became of some series."""

    links: tuple[Link, ...]
    threads: tuple[Thread, ...]
    coverage: tuple[Coverage, ...]


class Work(NamedTuple):
    """What to follow, and how to work."""

    corpus: Corpus
    settings: Settings
    jobs: int
    """Processes that link documents; with one a copy of it helps with a small corpus."""
    backend: str | None
    """Their joblib backend; null for processes here."""
    cache: Path | None
    """Folder that keeps links from build to build; null for none."""

    def of(self, own: _Series, others: _Series, progress: Progress) -> Followed:
        """Link and thread the documents of some series; link them with those of others, too."""

        def chosen(one: Document, other: Document) -> bool:
            ends = {one.series, other.series}
            return bool(ends & own) and ends <= own | others

        links = link_corpus(
            self.corpus,
            self.settings,
            jobs=self.jobs,
            backend=self.backend,
            cache=self.cache,
            progress=progress,
            chosen=chosen,
        )
        lines = lines_of(self.corpus, links, self.settings, series=own)
        return Followed(links, lines.threads, lines.coverage)


def follow(work: Work, progress: Progress) -> Followed:
    """Link and thread all documents.

    Returns:
        Links in the order of the corpus, threads and coverage in that of the series.
    """
    mine, others = _shares(work)
    with beside(partial(work.of, others, mine), useful=bool(others)) as followed:
        own = work.of(mine, _NONE, progress)
        other = followed(quiet) if others else Followed((), (), ())
    return Followed(
        in_order(work.corpus, [*own.links, *other.links]),
        _by_series(own.threads, other.threads),
        _by_series(own.coverage, other.coverage),
    )


def _shares(work: Work) -> tuple[_Series, _Series]:
    """The series to follow here, and those that a copy of this process follows.

    A large corpus is linked by as many processes as the user allows, and tells how far it is.
    """
    if work.jobs > 1 or work.backend is not None or len(work.corpus.items) > _SMALL:
        return frozenset(one.id for one in work.corpus.series), _NONE
    return _halves(work.corpus)


def _halves(corpus: Corpus) -> tuple[_Series, _Series]:
    """The series of a corpus in two halves, the larger first."""
    size = {
        one.id: sum(len(corpus.items_of[name]) for name in one.documents) for one in corpus.series
    }
    halves: tuple[list[str], list[str]] = ([], [])
    for name in sorted(size, key=lambda name: (-size[name], name)):
        min(halves, key=lambda half: sum(size[one] for one in half)).append(name)
    first, second = sorted(halves, key=lambda half: -sum(size[one] for one in half))
    return frozenset(first), frozenset(second)


def _by_series(own: Sequence[_Rows], other: Sequence[_Rows]) -> tuple[_Rows, ...]:
    """Two runs of what belongs to series, each in order, as one."""
    return tuple(sorted([*own, *other], key=lambda one: one.series))
